import JSONSchema
import Testing

@Suite struct PatternTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let pattern: String
        let text: String
        let reason: String

        init(_ pattern: String, _ text: String, _ reason: String) {
            self.pattern = pattern
            self.text = text
            self.reason = reason
        }

        var testDescription: String { "\(reason): /\(pattern)/ \(text.prefix(30).debugDescription)" }

        func outcome() throws -> Pattern.MatchOutcome {
            try Pattern(pattern).outcome(text)
        }
    }

    @Test(arguments: [
        Example("", "", "empty expression, empty text"),
        Example("b", "abc", "not anchored"),
        Example("^[^]$", "\n", "class of everything"),
        Example("^[]?$", "", "a class of nothing can be repeated"),
        Example("^.$", "🐲", "characters, not UTF-16 units"),
        Example("^\\uD83D\\uDC32$", "🐲", "surrogate pair"),
        Example("^\\u{1f432}$", "🐲", "code point in braces"),
        Example("^[\\ud800-\\ue000]$", "\u{e000}", "surrogate as one end of a range"),
        Example("^[^\\ud800]$", "a", "all but a surrogate is everything"),
        Example("^\\s+$", "\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2003}\u{2028}\u{2029}\u{3000}\u{feff}", "white space of ECMA 262"),
        Example("^[\\s]$", "\u{feff}", "white space in a class"),
        Example("^[\\S]$", "é", "complement in a class"),
        Example("^[^\\S]$", "\u{2028}", "complement of a complement"),
        Example("^\\S$", "\u{180e}", "no longer white space in Unicode"),
        Example("^\\W\\D$", "é৪", "words and digits are ASCII"),
        Example("^\\v$", "\u{b}", "one character, not PCRE2's set"),
        Example("^\\cJ\\cj\\x0a\\u000a\\0[\\b]$", "\n\n\n\n\0\u{8}", "characters by number"),
        Example("^\\/\\-\\_\\é\\^\\$$", "/-_é^$", "backslash before others than letters and digits"),
        Example("^a{,2}{}]}x{$", "a{,2}{}]}x{", "braces and brackets as themselves"),
        Example("^[[:alpha:]$", ":", "no POSIX classes"),
        Example("^[a-\\d]+$", "a-5", "hyphen next to a set"),
        Example("^[-a^\\]]+$", "]^a-", "special characters in a class"),
        Example("^(a)?\\1b$", "b", "reference to a group that took no part"),
        Example("^\\1+(a)$", "a", "the same, repeated, before its group"),
        Example("^(?<year>\\d)\\k<year>\\1$", "777", "named group"),
        Example("^(a)(?:\\1)0$", "aa0", "digit after a reference"),
        Example("(?<=a)b(?!c)(?=d)", "abd", "lookaround"),
        Example("(?=a)x?a", "a", "start optimisation of PCRE2 10.42"),
        Example("^\\p{Letter}\\P{L}\\p{Script=Greek}[\\p{digit}]$", "é-Ω৪", "properties"),
        Example("#x y", "#x y", "no extended syntax"),
        Example("^(?:a|)$", "", "empty alternative"),
    ])
    func textsMatch(_ example: Example) throws {
        #expect(try example.outcome() == .match)
    }

    @Test(arguments: [
        Example("^a$", "a\n", "$ is the very end"),
        Example("^b", "a\nb", "^ is the very beginning"),
        Example("^.$", "\r", "dot and carriage return"),
        Example("^.$", "\u{2028}", "dot and line separator"),
        Example("^\\d$", "৪", "digits are ASCII"),
        Example("^\\w$", "é", "words are ASCII"),
        Example("\\bé", "é", "word boundaries are ASCII"),
        Example("[]", "a", "class of nothing"),
        Example("\\ud83d", "🐲", "half of a character"),
        Example("[\\ud83d]", "🐲", "half of a character in a class"),
        Example("A", "a", "case counts"),
        Example("^[+--]$", "*", "range that ends with a hyphen"),
    ])
    func textsDoNotMatch(_ example: Example) throws {
        #expect(try example.outcome() == .noMatch)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let pattern: String
        let offset: Int
        let reason: Pattern.SyntaxError.Reason

        init(_ pattern: String, _ offset: Int, _ reason: Pattern.SyntaxError.Reason) {
            self.pattern = pattern
            self.offset = offset
            self.reason = reason
        }

        var testDescription: String { "/\(pattern.prefix(30))/ \(reason)" }
    }

    @Test(arguments: [
        Refusal("^\\S(|(.|\\n)*\\S)\\Z", 15, .unknownEscape),
        Refusal("é\\a", 2, .unknownEscape),
        Refusal("\\A", 0, .unknownEscape),
        Refusal("[\\B]", 1, .unknownEscape),
        Refusal("\\Qa\\E", 0, .unknownEscape),
        Refusal("\\x4", 0, .unknownEscape),
        Refusal("\\u004", 0, .unknownEscape),
        Refusal("\\u{110000}", 0, .unknownEscape),
        Refusal("\\c1", 0, .unknownEscape),
        Refusal("\\01", 0, .unknownEscape),
        Refusal("[\\1]", 1, .unknownEscape),
        Refusal("a\\", 1, .unexpectedEnd),
        Refusal("a[b", 1, .unterminatedClass),
        Refusal("a(b(c)", 1, .unterminatedGroup),
        Refusal("a)", 1, .unmatchedParenthesis),
        Refusal("*a", 0, .nothingToRepeat),
        Refusal("a++", 2, .nothingToRepeat),
        Refusal("a{2}{3}", 4, .nothingToRepeat),
        Refusal("^*", 1, .nothingToRepeat),
        Refusal("(?<=a)*", 6, .nothingToRepeat),
        Refusal("(*UTF)a", 1, .nothingToRepeat),
        Refusal("(|?)", 2, .nothingToRepeat),
        Refusal("a{3,2}", 1, .numbersOutOfOrder),
        Refusal("a{65536}", 1, .tooLarge),
        Refusal("a{99999999999999999999999}", 1, .tooLarge),
        Refusal("[b-a]", 1, .rangeOutOfOrder),
        Refusal("(?i)a", 0, .unknownGroupKind),
        Refusal("(?>a)", 0, .unknownGroupKind),
        Refusal("a(?", 1, .unknownGroupKind),
        Refusal("(a)\\2", 3, .unknownReference),
        Refusal("\\k<a>", 0, .unknownReference),
        Refusal("(?<1>a)", 3, .invalidName),
        Refusal("(?<a>a)(?<a>b)", 7, .duplicateName),
        Refusal("a\\p{Nonsense}", 1, .unknownProperty),
        Refusal("\\pL", 0, .unknownProperty),
        Refusal("ab(?<=c*)", 2, .lookbehindOfVariableLength),
        Refusal(String(repeating: "(", count: 300) + String(repeating: ")", count: 300), 250, .tooLarge),
    ])
    func patternsAreRefused(_ refusal: Refusal) {
        let error = #expect(throws: Pattern.SyntaxError.self) { try Pattern(refusal.pattern) }
        #expect(error?.offset == refusal.offset)
        #expect(error?.reason == refusal.reason)
    }

    /// Each would take from seconds to longer than the universe is old.
    @Test(arguments: [
        Example("(a+)+$", String(repeating: "a", count: 40) + "!", "exponential"),
        Example("^(a|a)*$", String(repeating: "a", count: 60) + "b", "exponential by alternatives"),
        Example("^" + String(repeating: "(a|a)", count: 40) + "[bd]", String(repeating: "a", count: 41), "not a loop"),
        Example("(?:\\w\\w)+\\W", String(repeating: "a", count: 100_000), "every rest of the text is read"),
        Example("\\w{60000}\\W", String(repeating: "a", count: 1_000_000), "long runs"),
        Example("^(a+)\\1[bc]", String(repeating: "a", count: 200_000), "long references"),
    ])
    func catastrophesEnd(_ example: Example) throws {
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try example.outcome() == .limitReached)
        let time = clock.now - start
        #expect(time < .seconds(10))
    }

    @Test(arguments: [
        Example("^[a-z0-9-]+$", String(repeating: "a", count: 2_000_000), "one item, megabytes"),
        Example("^(.|\\n)*\\S$", String(repeating: "a\n", count: 100_000) + "a", "more than machine code has stack for"),
        Example("[0-9]$", String(repeating: "text ", count: 200_000) + "1", "found at the end"),
    ])
    func longTextsAreDecided(_ example: Example) throws {
        #expect(try example.outcome() == .match)
    }

    @Test func onePatternServesManyThreads() async throws {
        let pattern = try Pattern("^(?:oc4ids|ocds)-[a-z0-9]{6}-(.+)$")
        let matches = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<2_000).count { pattern.outcome($0 % 2 == 0 ? "oc4ids-abc123-\(task)" : "x-\($0)") == .match }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(matches == 8_000)
    }
}

extension Pattern {
    fileprivate func outcome(_ text: String) -> MatchOutcome {
        Array(text.utf8).withUnsafeBytes { matches($0) }
    }
}
