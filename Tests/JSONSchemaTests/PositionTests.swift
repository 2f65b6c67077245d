import JSONSchema
import Testing

/// Lines and columns: from 1, in Unicode scalars, lines ended by LF, CR LF or CR.
@Suite struct PositionTests {
    /// Positions of all values that are not null.
    private func positions(in text: MarkedText) throws -> [Position] {
        let allNull = ##"{"type": ["null", "array", "object"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}, "items": {"$ref": "#"}}"##
        return try schema(allNull).validate(text.bytes).map(\.position)
    }

    @Test func countFromOne() throws {
        #expect(try positions(in: MarkedText("true")) == [Position(line: 1, column: 1)])
        #expect(try positions(in: MarkedText("[true]")) == [Position(line: 1, column: 2)])
        #expect(try positions(in: MarkedText("[\n  true]")) == [Position(line: 2, column: 3)])
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\n\r", "\r\r\n"])
    func linesEnd(_ lineEnd: String) throws {
        let lines = ["{", #"  "a": 1️⃣1,"#, #"  "b": ["#, "    2️⃣true,", #"    3️⃣"x""#, "  ]", "}"]
        let text = MarkedText(lines.joined(separator: lineEnd))
        #expect(try positions(in: text) == ["1", "2", "3"].map(text.position))
    }

    @Test func lineFeedAndReturnAsOneLineEnd() throws {
        #expect(try positions(in: MarkedText("[\r\n\r\n1️⃣true]")) == [Position(line: 3, column: 1)])
        #expect(try positions(in: MarkedText("[\n\r1️⃣true]")) == [Position(line: 3, column: 1)])
        #expect(try positions(in: MarkedText("[\r\r1️⃣true]")) == [Position(line: 3, column: 1)])
    }

    @Test func byteOrderMarkCountsInNoColumnButInOffsets() throws {
        let violation = try #require(try schema(#"{"type": "null"}"#).validate("\u{FEFF}true".utf8).first)
        #expect(violation.position == Position(line: 1, column: 1))
        #expect(violation.offset == 3)
    }

    @Test(arguments: [
        #"{"á": null, "a": 1️⃣1}"#, #"{"🏥": null, "a": 1️⃣1}"#, #"["👩‍⚕️", 1️⃣1]"#, #"["e\#u{301}", 1️⃣1]"#, "[\"\u{FEFF}\", 1️⃣1]", #"{"b": "漢字", "a": 1️⃣1}"#,
    ])
    func columnsCountScalars(_ marked: String) throws {
        let text = MarkedText(marked)
        #expect(try positions(in: text).last == text.position("1"))
    }

    @Test(arguments: 0 ..< 40)
    func everyAlignment(_ before: Int) throws {
        // Lines are counted sixteen bytes at a time: line ends and long characters stand at every place in a block.
        let text = MarkedText("[" + String(repeating: " ", count: before) + "\r\n\"ñ🏥\"\r" + String(repeating: "\n", count: before) + ",1️⃣true\r,\n 2️⃣1]")
        #expect(try positions(in: text).suffix(2) == [text.position("1"), text.position("2")])
    }

    @Test func offsetsAreThoseOfTheValue() throws {
        let text = MarkedText(#"{"ñ": 1️⃣1, "x": 2️⃣2}"#)
        let found = try schema(#"{"properties": {"ñ": {"type": "null"}}, "additionalProperties": false}"#).validate(text.bytes)
        #expect(found.map(\.offset) == [text.offset("1"), text.offset("2")])
        #expect(found.map(\.position) == [text.position("1"), text.position("2")])
    }

    @Test func manyInOneDocumentAreAllRight() throws {
        let count = 20_000
        let lines = (0 ..< count).map { _ in "ñ" }.joined(separator: "\",\n\"")
        let found = try schema(#"{"items": {"type": "null"}}"#).validate("[\"\(lines)\"]".utf8)
        #expect(found.map(\.position) == (1 ... count).map { Position(line: $0, column: $0 == 1 ? 2 : 1) })
    }

    @Test func movedPositionsCountOn() {
        let start = Position(line: 5, column: 10)
        #expect(Position(line: 1, column: 3).moved(from: start) == Position(line: 5, column: 12))
        #expect(Position(line: 2, column: 3).moved(from: start) == Position(line: 6, column: 3))
    }
}
