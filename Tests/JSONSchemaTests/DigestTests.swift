@testable import JSONSchema
import Testing

/// Equal values have equal digests, however they are written; different values have different ones.
@Suite struct DigestTests {
    private func digest(_ text: String) throws -> Digest {
        try Program.acceptsAnything.digest(of: PaddedBytes(text.utf8), limits: ReadingLimits())
    }

    @Test(arguments: [
        ["1", "1.0", "10e-1", "1e0", "0.1e1", "1.000000000000000000000000", "100000000000000000000e-20"],
        ["0", "-0", "0.0", "-0.0e9", "0e400", "0.00000000000000000000000000"],
        ["1e400", "10e399", "0.1E+401", "1\(String(repeating: "0", count: 400))"],
        ["1e-400", "0.\(String(repeating: "0", count: 399))1"],
        ["999999999999999999", "999999999999999999.0", "9.99999999999999999e17"],
        ["1000000000000000000", "1e18", "1.0e18", "1000000000000000000.0"],
        ["-12345678901234567890123", "-1234567890123456789012.3e1", "-12345678901234567890123.000"],
        [#""a""#, #""\u0061""#], [#""/""#, #""\/""#, #""\u002f""#, #""\u002F""#], [#""\n""#, #""\u000a""#], [#""🏥""#, #""\ud83c\udfe5""#, #""\uD83C\uDFE5""#],
        [#"{"a": 1, "b": 2}"#, #"{"b":2,"a":1.0}"#, #" { "\u0062" : 2 , "a" : 1e0 } "#],
        ["[1, 2]", "[1,2]", "[ 1.0\n,\t2e0 ]"],
    ])
    func spellingsOfOneValue(_ spellings: [String]) throws {
        #expect(Set(try spellings.map(digest)).count == 1)
    }

    @Test func valuesThatDiffer() throws {
        let values = [
            "null", "true", "false", "0", "1", "-1", "10", "0.1", "1e400", "1e401", "1e399", "-1e400", "1e-400", "1e4000000000000", "1e40000000000000",
            "123456789012345678", "1234567890123456789", "12345678901234567890", "123456789012345678901", "-12345678901234567890",
            #""""#, #""a""#, #""A""#, #""b""#, #""aa""#, #""a\u0000""#, #""\u0000""#, #""\u0000\u0000""#, #""null""#, #""1""#, #""true""#, #""\u00e1""#, #""a\u0301""#,
            #""\ud800""#, #""\udc00""#, #""\ufffd""#, #""0123456789abcdef""#, #""0123456789abcdeg""#, #""0123456789abcdef0""#, #""fedcba9876543210""#,
            "[]", "{}", "[[]]", "[{}]", #"{"a": {}}"#, #"{"a": []}"#, "[null]", "[[[]]]", "[[], []]", "[0]", "[1]", "[[1]]", "[1, 2]", "[2, 1]", "[[1], 2]", "[[1, 2]]",
            "[1, [2]]", #"["a"]"#, #"{"a": null}"#, #"{"": null}"#, #"{"a": "b"}"#, #"{"b": "a"}"#, #"["a", "b"]"#, #"{"a": 1, "b": 2}"#, #"{"a": 2, "b": 1}"#,
            #"{"a": {"b": 1}}"#, #"{"b": {"a": 1}}"#, #"[{"a": 1}, {"b": 2}]"#, #"{"a": "a", "b": "b"}"#, #"{"a": "b", "b": "a"}"#,
        ]
        #expect(Set(try values.map(digest)).count == values.count)
    }

    /// Short and long texts take different ways, and so do texts with escapes.
    @Test func textsOfEveryLength() throws {
        var all: Set<Digest> = []
        for count in 0 ..< 150 {
            let letters = String(repeating: "ñabcdefghi", count: 15).prefix(count)
            let written = try digest("\"\(letters)\"")
            #expect(try digest("\"" + letters.map { $0 == "ñ" ? #"\u00f1"# : String($0) }.joined() + "\"") == written)
            #expect(try digest("\"" + letters.unicodeScalars.map { "\\u00" + String($0.value, radix: 16) }.joined() + "\"") == written)
            #expect(Digest(of: String(letters)) == written)
            all.insert(written)
            // Each byte counts.
            for place in 0 ..< count {
                let other = letters.prefix(place) + "X" + letters.dropFirst(place + 1)
                all.insert(try digest("\"\(other)\""))
            }
        }
        #expect(all.count == 150 + 150 * 149 / 2)
    }

    @Test func integersInARowAllDiffer() throws {
        #expect(Set(try (-5000 ..< 5000).map { try digest(String($0)) }).count == 10_000)
    }

    @Test func digestIsTheSameUnderAnySchema() throws {
        let document = #"{"a": [1.0, "x\u0079", {"b": null}], "c": {"a": 1e2}, "a2": "ñ"}"#
        let plain = try digest(document)
        for schemaText in [
            #"{"properties": {"a": {"items": {"uniqueItems": true, "type": "string"}}}, "required": ["z"]}"#, #"{"patternProperties": {"a": {"minLength": 7}}}"#,
            #"{"anyOf": [{"properties": {"a": {}}}, {"not": {}}], "additionalProperties": false}"#,
        ] {
            #expect(try schema(schemaText).walk(Array(document.utf8)).observer.pieces.map(\.digest) == [plain])
        }
    }

    @Test func randomValuesWrittenInManyWays() throws {
        var random = SplitMix(state: 1)
        for _ in 0 ..< 2000 {
            let value = RandomJSON(depth: 4, using: &random)
            let texts = (0 ..< 4).map { _ in value.written(using: &random) }
            #expect(Set(try texts.map(digest)).count == 1, "\(texts)")
        }
    }

    @Test func smallChangesShow() throws {
        var random = SplitMix(state: 2)
        for _ in 0 ..< 2000 {
            let value = RandomJSON(depth: 4, using: &random)
            let other = value.mutated(using: &random)
            let texts = (value.written(using: &random), other.written(using: &random))
            #expect(try digest(texts.0) != digest(texts.1), "\(texts)")
        }
    }

    /// Fingerprints are one half of a digest: ids that differ in their last digits alone must not share it.
    @Test(arguments: 1 ... 28) func textsThatEndDifferentlyHaveDifferentHalves(_ length: Int) {
        let front = String(repeating: "a", count: length)
        let digests = (0 ..< 1000).map { Digest(of: front + String(1000 + $0)) }
        #expect(Set(digests.map(\.low)).count == 1000)
        #expect(Set(digests).count == 1000)
    }
}
