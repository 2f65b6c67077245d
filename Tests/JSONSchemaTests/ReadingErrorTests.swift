import JSONSchema
import Testing

/// Bytes that are no JSON: what is wrong, where, what stands there. 1️⃣ marks the place.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    var marked: String
    var code: ReadingError.Code

    init(_ marked: String, _ code: ReadingError.Code) {
        self.marked = marked
        self.code = code
    }

    var testDescription: String { "\(code): \(marked)" }
}

@Suite struct ReadingErrorTests {
    private static let cases = [
        ErrorCase("1️⃣", .empty),
        ErrorCase(" \n\t 1️⃣", .empty),
        ErrorCase("{\"a\": [1, 21️⃣", .truncated),
        ErrorCase("{\"a\"1️⃣", .truncated),
        ErrorCase("{\"a\": \"text1️⃣", .truncated),
        ErrorCase("{\"a\": \"text\\1️⃣", .truncated),
        ErrorCase("{\"a\": \"text\\u00e1️⃣", .truncated),
        ErrorCase("[tru1️⃣", .truncated),
        ErrorCase("[-1️⃣", .truncated),
        ErrorCase("[1.1️⃣", .truncated),
        ErrorCase("[1e1️⃣", .truncated),
        ErrorCase("[1️⃣", .truncated),
        ErrorCase("[1,\n1️⃣", .truncated),
        ErrorCase("[\"a1️⃣\n\"]", .controlCharacter),
        ErrorCase("[\"a1️⃣\t\"]", .controlCharacter),
        ErrorCase("[\"1️⃣\u{0}\"]", .controlCharacter),
        ErrorCase("{\"1️⃣\u{1F}\": 1}", .controlCharacter),
        ErrorCase(#"["ñ1️⃣\x"]"#, .invalidEscape),
        ErrorCase(#"["1️⃣\u00g0"]"#, .invalidEscape),
        ErrorCase(#"["1️⃣\u12"]"#, .invalidEscape),
        ErrorCase("[1️⃣01]", .invalidNumber),
        ErrorCase("[1️⃣-]", .invalidNumber),
        ErrorCase("[1️⃣1.]", .invalidNumber),
        ErrorCase("[1️⃣1e]", .invalidNumber),
        ErrorCase("[1️⃣1.5e+]", .invalidNumber),
        ErrorCase("[1.21️⃣.3]", .invalidNumber),
        ErrorCase("[01️⃣x1F]", .invalidNumber),
        ErrorCase("[]1️⃣]", .extraContent),
        ErrorCase("[1️⃣'a']", .expectedValue),
        ErrorCase("[1️⃣+1]", .expectedValue),
        ErrorCase("[1️⃣.5]", .expectedValue),
        ErrorCase("[1️⃣NaN]", .expectedValue),
        ErrorCase("[1️⃣True]", .expectedValue),
        ErrorCase("[1️⃣trux]", .expectedValue),
        ErrorCase("[1️⃣ñ]", .expectedValue),
        ErrorCase("[1,1️⃣,2]", .expectedValue),
        ErrorCase("{\"a\": 1️⃣}", .expectedValue),
        ErrorCase("1️⃣]", .expectedValue),
        ErrorCase("1️⃣/* x */ {}", .expectedValue),
        ErrorCase("{1️⃣a: 1}", .expectedKey),
        ErrorCase("{1️⃣'a': 1}", .expectedKey),
        ErrorCase("{\"a\": 1,1️⃣,\"b\": 2}", .expectedKey),
        ErrorCase("{\"a\" 1️⃣1}", .expectedColon),
        ErrorCase("{\"a\" 1️⃣= 1}", .expectedColon),
        ErrorCase("{\"a\": 1 1️⃣\"b\": 2}", .expectedCommaOrEndOfObject),
        ErrorCase("{\"a\": 11️⃣]", .expectedCommaOrEndOfObject),
        ErrorCase("[1 1️⃣2]", .expectedCommaOrEndOfArray),
        ErrorCase("[\"a\"1️⃣: 1]", .expectedCommaOrEndOfArray),
        ErrorCase("[11️⃣}", .expectedCommaOrEndOfArray),
        ErrorCase("[1, 2, 1️⃣]", .trailingComma),
        ErrorCase("{\"a\": 1,\n1️⃣}", .trailingComma),
        ErrorCase("{} 1️⃣{}", .extraContent),
        ErrorCase("11️⃣ñ", .extraContent),
        ErrorCase("[true1️⃣x]", .expectedCommaOrEndOfArray),
        ErrorCase("\u{FEFF}[1️⃣?]", .expectedValue),
        ErrorCase("[\"漢🏥\",\r\n 1️⃣?]", .expectedValue),
    ]

    @Test(arguments: cases)
    func errorsNameTheirPlace(_ example: ErrorCase) throws {
        let text = MarkedText(example.marked)
        let error = try #require(readingError(text.bytes))
        let rest = text.bytes[text.offset("1")...]
        #expect(error.code == example.code)
        #expect(error.offset == text.offset("1"))
        #expect(Position(line: error.line, column: error.column) == text.position("1"))
        #expect(error.found == rest.first)
        #expect(error.character == String(decoding: rest, as: UTF8.self).unicodeScalars.first)
    }

    @Test(arguments: cases)
    func errorsAreTheSameInPieces(_ example: ErrorCase) throws {
        let bytes = MarkedText(example.marked).bytes
        let whole = try #require(readingError(bytes))
        for shape in CompiledSchema.Shape.allCases {
            #expect(throws: WalkFailure.reading(whole)) { _ = try anything.walk(bytes, shape: shape, capacity: 16, most: 3) }
        }
    }

    @Test(arguments: [#"[1, ]"#, #"{"a": 1, }"#, #"{"projects": [1, ]}"#, #"{"projects": [1, }"#])
    func aTrailingCommaIsNamedHoweverFarBackItStands(_ text: String) throws {
        let bytes = Array(text.replacing(", ", with: "," + String(repeating: " ", count: 40)).utf8)
        let whole = try #require(readingError(bytes))
        #expect(whole.code == .trailingComma)
        for shape in CompiledSchema.Shape.allCases {
            #expect(throws: WalkFailure.reading(whole)) { _ = try anything.walk(bytes, shape: shape, capacity: 8, most: 1) }
        }
    }

    @Test(arguments: ["[1, 🏥]", "[1] 🏥", "{🏥", "[🏥", "{\"a\" 漢"])
    func theCharacterIsNamedWhereverTheInputIsCut(_ text: String) throws {
        for before in 0 ..< 16 {
            let bytes = Array((String(repeating: " ", count: before) + text).utf8)
            let whole = try #require(readingError(bytes))
            #expect(whole.character == "🏥" || whole.character == "漢")
            for shape in CompiledSchema.Shape.allCases {
                #expect(throws: WalkFailure.reading(whole)) { _ = try anything.walk(bytes, shape: shape, capacity: 8, most: 1) }
            }
        }
    }

    // MARK: Bytes that are not UTF-8

    /// The error for a byte in a string, `before` and `after` standing around it.
    private func errorInText(_ bytes: [UInt8], before: String = "[\"") -> ReadingError? {
        readingError(Array(before.utf8) + bytes + Array("\"]".utf8))
    }

    @Test func aByteOfWindows1252IsNamedAsItsCharacter() throws {
        let error = try #require(errorInText([0xE9], before: "{\n\"Educación\": [\"Jos"))
        #expect(error.code == .invalidUTF8)
        #expect(error.found == 0xE9)
        #expect(error.character == "\u{E9}")
        #expect(Position(line: error.line, column: error.column) == Position(line: 2, column: 19))
    }

    @Test(arguments: [(0xF1, "ñ"), (0xD3, "Ó"), (0x80, "€"), (0x93, "\u{201C}"), (0x96, "\u{2013}"), (0x9F, "Ÿ"), (0xA0, "\u{A0}"), (0xFF, "ÿ")] as [(UInt8, Unicode.Scalar)])
    func charactersOfWindows1252(_ byte: UInt8, _ character: Unicode.Scalar) throws {
        #expect(try #require(errorInText([byte])).character == character)
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func bytesThatWindows1252DoesNotUse(_ byte: UInt8) throws {
        let error = try #require(errorInText([byte]))
        #expect(error.code == .invalidUTF8)
        #expect(error.character == nil)
    }

    @Test(arguments: [
        ([0xC0, 0x80], "overlong zero"), ([0xC1, 0xBF], "overlong ASCII"), ([0xE0, 0x9F, 0xBF], "overlong, three bytes"),
        ([0xF0, 0x8F, 0xBF, 0xBF], "overlong, four bytes"), ([0xED, 0xA0, 0x80], "surrogate"), ([0xED, 0xBF, 0xBF], "last surrogate"),
        ([0xF4, 0x90, 0x80, 0x80], "past U+10FFFF"), ([0xF5, 0x80, 0x80, 0x80], "no such lead byte"), ([0x80], "continuation alone"),
        ([0xC3, 0x41], "lead without continuation"), ([0xE2, 0x82, 0x41], "third byte missing"), ([0xF0, 0x9F, 0x8F, 0x41], "fourth byte missing"),
        ([0xFE], "never in UTF-8"), ([0xFF], "never in UTF-8"),
    ] as [([UInt8], String)])
    func sequencesThatRFC3629Forbids(_ bytes: [UInt8], _ reason: String) throws {
        let error = try #require(errorInText(bytes))
        #expect(error.code == .invalidUTF8)
        #expect(error.offset == 2)
    }

    @Test(arguments: ["\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{D7FF}", "\u{E000}", "\u{10000}", "\u{10FFFF}", "\u{7F}", "\u{2028}", "\u{FFFE}"])
    func theEdgesOfUTF8AreAccepted(_ character: String) {
        for count in 1 ... 20 { #expect(readingError("[\"\(String(repeating: character, count: count))\"]".utf8) == nil) }
    }

    // MARK: Something else than JSON

    @Test(arguments: [
        ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], .utf16), ([0xFE, 0xFF, 0, 0x7B], .utf16), ([0x7B, 0, 0x7D, 0], .utf16), ([0, 0x7B, 0, 0x7D], .utf16),
        ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], .utf32), ([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], .utf32),
        ([0, 0, 0, 0x7B], .utf32), ([0x1F, 0x8B, 8, 0], .gzip), ([0x50, 0x4B, 3, 4, 20], .zip), ([0x50, 0x4B, 5, 6], .zip),
        ([0x50, 0x4B, 3, 4] + Array("…[Content_Types].xml".utf8), .excel), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .excel), ([0x89, 0x50, 0x4E, 0x47, 13], .image),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27], .archive), (Array("a.json".utf8) + Array(repeating: 0, count: 251) + Array("ustar\0".utf8), .archive),
        (Array("id,title,status\n1,a,b\n".utf8), .csv), (Array("Código;Nombre;Monto\r\n".utf8), .csv),
        (Array("<div>Error 500</div>".utf8), .html), (Array("%PDF-1.7".utf8), .pdf),
        (Array("<!DOCTYPE html>\n<title>404".utf8), .html), (Array("  <HTML><body>".utf8), .html), (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml),
        (Array("<ns:a></ns:a>".utf8), .xml),
    ] as [([UInt8], ReadingError.Code)])
    func otherContentIsNamed(_ bytes: [UInt8], _ code: ReadingError.Code) throws {
        #expect(try #require(readingError(bytes)).code == code)
        #expect(throws: (any Error).self) { try anything.walk(bytes, most: 1) }
    }

    @Test func aPageIsNamedWhereItBegins() throws {
        let text = MarkedText("\u{FEFF}\n 1️⃣<html></html>")
        let error = try #require(readingError(text.bytes))
        #expect(error.offset == text.offset("1"))
        #expect(Position(line: error.line, column: error.column) == text.position("1"))
        #expect(error.character == "<")
    }

    @Test func byteOrderMarkIsAccepted() throws {
        #expect(readingError("\u{FEFF}{}".utf8) == nil)
        #expect(try #require(readingError("\u{FEFF}".utf8)).code == .empty)
        #expect(try #require(readingError("\u{FEFF}\u{FEFF}{}".utf8)).code == .expectedValue)
        #expect(try #require(readingError("[\u{FEFF}]".utf8)).code == .expectedValue)
    }
}
