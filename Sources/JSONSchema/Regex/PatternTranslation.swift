/// A regular expression of ECMA 262, written anew for PCRE2.
///
/// Nothing is passed on that the two languages read differently: characters other than letters and digits become
/// `\x{…}`, so that no character has a meaning of which this file does not know, today or in a later PCRE2.
/// (`(*UTF)`, `\Z`, `a++` and `[[:alpha:]]` all mean something there.)
///
/// The grammar is ECMA 262 5.1, section 15.10.1, which draft-04 names, where letters after a backslash are escapes
/// or errors, and with it what later editions added: named groups, lookbehind, `\u{…}`, `\p{…}`. Braces and
/// brackets that close or repeat nothing are literal, as in annex B.1.2 of later editions and in all implementations.
///
/// Read this file first, then `PatternTranslation+Escapes` and `PatternTranslation+Classes`.
struct PatternTranslation {
    typealias Reason = Pattern.SyntaxError.Reason

    /// The expression for PCRE2.
    var output: [UInt8] = []

    /// The largest number of times something must be repeated, and whether there are references: an item with these
    /// may read much before it fails.
    private(set) var longestRun = 0
    private(set) var hasReferences = false
    private(set) var hasLookahead = false

    let source: [UInt8]
    /// The next byte of the source.
    var index = 0
    /// Which place of the source each part of the output comes from, in ascending order.
    private var origins: [(output: Int, source: Int)] = []

    /// Groups are counted before anything else: a reference may precede its group.
    let groupCount: Int
    /// The numbers of named groups; PCRE2 gets only numbers, because it has other rules for names.
    let groupNumbers: [[UInt8]: Int]
    private var openGroups: [(offset: Int, isRepeatable: Bool)] = []
    /// Whether a quantifier may follow.
    private var isRepeatable = false

    init(_ source: [UInt8]) throws(Pattern.SyntaxError) {
        self.source = source
        (groupCount, groupNumbers) = try Self.groups(of: source)
        while index < source.count {
            origins.append((output.count, index))
            try translateTerm()
        }
        if let open = openGroups.last { throw error(.unterminatedGroup, at: open.offset) }
    }

    /// Where in the source the part begins that was written to the output before `offset`.
    func source(beforeOutput offset: Int) -> Int {
        (origins.last { $0.output < offset } ?? origins.first)?.source ?? 0
    }

    func error(_ reason: Reason, at offset: Int) -> Pattern.SyntaxError {
        Pattern.SyntaxError(offset: offset, reason: reason)
    }

    private mutating func translateTerm() throws(Pattern.SyntaxError) {
        switch source[index] {
        case UInt8(ascii: "\\"):
            try translateEscape()
        case UInt8(ascii: "["):
            try translateClass()
            isRepeatable = true
        case UInt8(ascii: "("):
            try openGroup()
        case UInt8(ascii: ")"):
            guard let group = openGroups.popLast() else { throw error(.unmatchedParenthesis, at: index) }
            index += 1
            emit(")")
            isRepeatable = group.isRepeatable
        case UInt8(ascii: "|"):
            index += 1
            emit("|")
            isRepeatable = false
        case UInt8(ascii: "^"):
            index += 1
            emit("^")
            isRepeatable = false
        case UInt8(ascii: "$"):
            index += 1
            emit("$")
            isRepeatable = false
        case UInt8(ascii: "."):
            index += 1
            // All but the line terminators of section 7.3; PCRE2's dot knows one of the four.
            emit("[^\\n\\r\\x{2028}\\x{2029}]")
            isRepeatable = true
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
            let start = index
            index += 1
            try finishQuantifier(source[start..<index], at: start)
        case UInt8(ascii: "{"):
            try translateBrace()
        default:
            emit(character: nextCharacter())
            isRepeatable = true
        }
    }

    private mutating func translateEscape() throws(Pattern.SyntaxError) {
        let escape = try nextEscape(inClass: false)
        isRepeatable = true
        switch escape {
        case .character(let character): emit(character: character)
        case .set(.space): emit("[\(Self.spaces)]")
        case .set(.notSpace): emit("[^\(Self.spaces)]")
        case .set(.other(let text)): emit(text)
        case .reference(let number):
            hasReferences = true
            // In a group, because of PCRE2 10.42: one that took no part in the match matches the empty text, but once
            // repeated (`\1+`) nothing at all.
            emit("(?:\\g{\(number)})")
        case .boundary(let text):
            emit(text)
            isRepeatable = false
        }
    }

    // MARK: - Quantifiers

    /// `{2}`, `{2,}`, `{2,3}`; anything else that begins with a brace is literal.
    private mutating func translateBrace() throws(Pattern.SyntaxError) {
        let start = index
        var end = index + 1
        let minimum = number(at: &end)
        var maximum = minimum
        if minimum != nil, end < source.count, source[end] == UInt8(ascii: ",") {
            end += 1
            maximum = number(at: &end)
        }
        guard let minimum, end < source.count, source[end] == UInt8(ascii: "}") else {
            emit(character: nextCharacter())
            isRepeatable = true
            return
        }
        index = end + 1
        if let maximum, maximum < minimum { throw error(.numbersOutOfOrder, at: start) }
        if max(minimum, maximum ?? 0) > Self.maximumRepetition { throw error(.tooLarge, at: start) }
        longestRun = max(longestRun, minimum)
        try finishQuantifier(source[start..<index], at: start)
    }

    private mutating func finishQuantifier(_ text: ArraySlice<UInt8>, at start: Int) throws(Pattern.SyntaxError) {
        guard isRepeatable else { throw error(.nothingToRepeat, at: start) }
        output += text
        if index < source.count, source[index] == UInt8(ascii: "?") {
            index += 1
            emit("?")
        }
        // A second quantifier has nothing to repeat. (To PCRE2, `a++` would be possessive.)
        isRepeatable = false
    }

    /// PCRE2's limit.
    private static let maximumRepetition = 65_535

    private func number(at end: inout Int) -> Int? {
        let start = end
        var value = 0
        while end < source.count, ByteSet.digits.contains(source[end]) {
            // Kept from overflowing: beyond the limit the value no longer counts, but the order of two values does.
            value = min(value * 10 + Int(source[end] - 0x30), 1_000_000_000_000)
            end += 1
        }
        return end > start ? value : nil
    }

    // MARK: - Groups

    private mutating func openGroup() throws(Pattern.SyntaxError) {
        let start = index
        index += 1
        var isRepeatable = true
        if index < source.count, source[index] == UInt8(ascii: "?") {
            switch source[index...].prefix(3) {
            case let kind where kind.starts(with: "?:".utf8):
                index += 2
                emit("(?:")
            case let kind where kind.starts(with: "?=".utf8):
                index += 2
                emit("(?=")
                hasLookahead = true
            case let kind where kind.starts(with: "?!".utf8):
                index += 2
                emit("(?!")
            case let kind where kind.starts(with: "?<=".utf8):
                index += 3
                emit("(?<=")
                isRepeatable = false
            case let kind where kind.starts(with: "?<!".utf8):
                index += 3
                emit("(?<!")
                isRepeatable = false
            case let kind where kind.starts(with: "?<".utf8):
                index += 2
                _ = try Self.name(in: source, at: &index)
                emit("(")
            default:
                throw error(.unknownGroupKind, at: start)
            }
        } else {
            emit("(")
        }
        openGroups.append((start, isRepeatable))
        self.isRepeatable = false
    }

    /// The number of capturing groups, and which of them have which names.
    private static func groups(of source: [UInt8]) throws(Pattern.SyntaxError) -> (Int, [[UInt8]: Int]) {
        var count = 0
        var numbers: [[UInt8]: Int] = [:]
        var inClass = false
        var index = 0
        while index < source.count {
            let rest = source[index...]
            switch source[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "(") where !inClass && !rest.starts(with: "(?".utf8):
                count += 1
            case UInt8(ascii: "(") where !inClass && rest.starts(with: "(?<".utf8)
                && !rest.starts(with: "(?<=".utf8) && !rest.starts(with: "(?<!".utf8):
                count += 1
                var end = index + 3
                let name = try name(in: source, at: &end)
                guard numbers.updateValue(count, forKey: name) == nil else {
                    throw Pattern.SyntaxError(offset: index, reason: .duplicateName)
                }
            default: break
            }
            index += 1
        }
        return (count, numbers)
    }

    /// The name before the next `>`, which is skipped, too: an identifier, except that of characters beyond ASCII
    /// it is not asked whether they are letters.
    static func name(in source: [UInt8], at index: inout Int) throws(Pattern.SyntaxError) -> [UInt8] {
        let name = Array(source[index...].prefix { nameCharacters.contains($0) || $0 >= 0x80 })
        let end = index + name.count
        guard let first = name.first, !ByteSet.digits.contains(first), end < source.count,
            source[end] == UInt8(ascii: ">")
        else { throw Pattern.SyntaxError(offset: index, reason: .invalidName) }
        index = end + 1
        return name
    }

    private static let nameCharacters = ByteSet.alphanumerics.union(ByteSet("$_"))

    // MARK: - Characters

    mutating func emit(_ text: String) {
        output += text.utf8
    }

    /// Writes a character so that it stands for itself, inside and outside of classes.
    mutating func emit(character: UInt32) {
        guard let scalar = Unicode.Scalar(character) else {
            // A lone surrogate, which no valid text contains.
            return emit(Self.nothing)
        }
        if scalar.isASCII, !ByteSet.alphanumerics.contains(UInt8(character)) {
            emit("\\x{\(String(character, radix: 16))}")
        } else {
            output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }

    /// Reads one character of the source, which is valid UTF-8 because it was a `String`.
    mutating func nextCharacter() -> UInt32 {
        var iterator = source[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 0xFFFD }
        index += UTF8.width(scalar)
        return scalar.value
    }
}
