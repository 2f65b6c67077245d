import JSONSchema
import Testing

/// Keys that stand twice in an object: found whatever they are, both places told.
@Suite struct DuplicateKeyTests {
    /// Walks a text whose schema names `id` and `title`, and compares with places marked 2️⃣ (the later value) and 1️⃣ (the first).
    private func expectTwins(_ marked: String, count: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = MarkedText(marked)
        let known = try schema(#"{"properties": {"id": {}, "title": {}}}"#)
        for shape in CompiledSchema.Shape.allCases {
            let walked = try known.walk(text.bytes, shape: shape)
            #expect(walked.duplicateKeys == count, sourceLocation: sourceLocation)
            let last = try #require(walked.places.last, sourceLocation: sourceLocation)
            #expect(last.site == nil, sourceLocation: sourceLocation)
            #expect(last.position == text.position("2"), "\(shape)", sourceLocation: sourceLocation)
            #expect(last.twin == text.position("1"), "\(shape)", sourceLocation: sourceLocation)
        }
    }

    @Test func knownKey() throws { try expectTwins("{\"id\": 1️⃣1,\n \"title\": 2,\n \"id\": 2️⃣3}") }
    @Test func unknownKey() throws { try expectTwins("{\"x\": 1️⃣1,\n \"y\": 2,\n \"x\": 2️⃣3}") }
    @Test func escapedSpelling() throws { try expectTwins(#"{"id": 1️⃣1, "\u0069d": 2️⃣3}"#) }
    @Test func escapedSpellingOfUnknownKey() throws { try expectTwins(#"{"ñ": 1️⃣1, "\u00F1": 2️⃣3}"#) }
    @Test func emptyKey() throws { try expectTwins(#"{"": 1️⃣1, "": 2️⃣3}"#) }
    @Test func threeTimesIsTwice() throws { try expectTwins(#"{"x": 1️⃣1, "x": 2, "x": 2️⃣3}"#, count: 2) }
    @Test func amongManyUnknownKeys() throws {
        try expectTwins("{" + (0 ..< 30).map { "\"k\($0)\": 0," }.joined() + #""k": 1️⃣1, "k": 2️⃣3}"#)
    }
    @Test func deepInside() throws { try expectTwins(#"[{"a": {"b": [{"x": 1️⃣1, "x": 2️⃣3}]}}]"#) }
    @Test func withObjectsAsValues() throws { try expectTwins(#"{"x": 1️⃣{"x": 1}, "x": 2️⃣{"x": 1}}"#) }

    @Test func pointersNameTheMember() throws {
        let walked = try anything.walk(Array(#"{"a": [{"x/y": 1, "x/y": 2}]}"#.utf8))
        #expect(walked.places.map { $0.pointer(inNDJSON: false).description } == ["/a/0/x~1y"])
    }

    @Test(arguments: [#"{"a": {"x": 1}, "b": {"x": 1}}"#, #"{"x": {"x": {"x": 1}}}"#, #"[{"x": 1}, {"x": 1}]"#, #"{"x": "x", "X": 1}"#, "{\"\u{E9}\": 1, \"e\u{301}\": 2}"])
    func keysOfDifferentObjectsOrDifferentKeys(_ document: String) throws {
        #expect(try anything.walk(Array(document.utf8)).duplicateKeys == 0)
    }

    @Test func subschemasDoNotCountThemAgain() throws {
        let twice = Array(#"{"a": {"x": 1, "x": 2, "id": 1, "id": 2}}"#.utf8)
        let schemaText = #"{"anyOf": [{"properties": {"id": {}}}], "allOf": [{"properties": {"a": {"properties": {"id": {}}}}}], "patternProperties": {"a": {}}, "not": {"type": "null"}}"#
        #expect(try schema(schemaText).walk(twice).duplicateKeys == 2)
    }

    @Test func bothValuesAreChecked() throws {
        #expect(try check(#"{"properties": {"a": {"type": "null"}}}"#, #"{"a": 1, "a": null, "a": 2}"#) == ["type /a", "type /a"])
    }

    @Test func theyCountAsOneMember() throws {
        #expect(try check(#"{"maxProperties": 2}"#, #"{"a": 1, "a": 1, "b": 1}"#).isEmpty)
        #expect(try check(#"{"minProperties": 2}"#, #"{"a": 1, "a": 1}"#) == ["minProperties "])
    }

    @Test func tenThousandOfThem() throws {
        let walked = try anything.walk(Array(("{" + (0 ..< 10_000).map { "\"k\($0 % 100)\":\($0)" }.joined(separator: ",") + "}").utf8), examples: 5)
        #expect(walked.duplicateKeys == 9_900)
        #expect(walked.places.count == 5)
    }
}
