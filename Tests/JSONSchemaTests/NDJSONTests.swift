@testable import JSONSchema
import Testing

/// Newline-delimited JSON: a value a line; a line that is no JSON is named, the others are checked.
@Suite struct NDJSONTests {
    private let schemaOfLines: CompiledSchema

    init() throws {
        schemaOfLines = try schema(#"{"required": ["id"], "properties": {"id": {"type": "integer"}}}"#)
    }

    private func walk(_ text: String, shape: CompiledSchema.Shape = .whole) throws -> WalkResult<PieceList> {
        let usual = try schemaOfLines.walk(Array(text.utf8), shape: shape)
        let small = try schemaOfLines.walk(Array(text.utf8), shape: shape, capacity: 64, most: 3)
        #expect(small.failures.map { "\($0)" } == usual.failures.map { "\($0)" })
        #expect(small.counts == usual.counts)
        #expect(small.values == usual.values)
        #expect(small.places.map { "\($0)" } == usual.places.map { "\($0)" })
        return usual
    }

    private func pointers(_ result: WalkResult<PieceList>) -> [String] {
        result.places.map { "\($0.pointer(inNDJSON: true)) \($0.position.line):\($0.position.column)" }
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\n \n\t\n", " \n "])
    func aValueALine(_ lineEnd: String) throws {
        let lines = [#"{"id": 1}"#, #"{"id": 2}"#, #"{"id": 3}"#]
        #expect(try walk(lines.joined(separator: lineEnd)).values == 3)
        #expect(try walk(lines.joined(separator: lineEnd) + lineEnd).values == 3)
        #expect(try walk(lines.joined(separator: lineEnd)).observer.pieces.count == 3)
    }

    @Test func violationsNameTheirLine() throws {
        #expect(pointers(try walk("{\"id\": 1}\n\n{\"id\": \"x\"}\r\n{}\n")) == ["/1/id 3:8", "/2 4:1"])
    }

    @Test func valuesMayTakeSeveralLines() throws {
        #expect(pointers(try walk("{\n\"id\": 1}\n{\n\"id\":\n\"x\"}\n")) == ["/1/id 5:1"])
    }

    @Test func twoValuesOnOneLineAreTooMany() {
        #expect(throws: WalkFailure.self) { try walk(#"{"id": 1} {"id": 2}"#) }
    }

    @Test(arguments: [
        (#"{"id": }"#, .expectedValue, 8), (#"{"id": 1"#, .truncatedLine, 9), (#"{"id": 1,}"#, .trailingComma, 10), (#"{"id": "x}"#, .controlCharacter, 11), ("nonsense", .expectedValue, 1),
        (#"{"id": 1}}"#, .extraContent, 10), (#"{"id": 1} x"#, .extraContent, 11), ("]", .expectedValue, 1),
    ] as [(String, ReadingError.Code, Int)])
    func aBadLineIsNamedAndTheOthersAreChecked(_ line: String, _ code: ReadingError.Code, _ column: Int) throws {
        let walked = try walk("{\"id\": \"a\"}\n\(line)\n{\"id\": \"b\"}\n{\"id\": \"c\"}\n")
        #expect(walked.failures.map(\.error.code) == [code])
        let failure = try #require(walked.failures.first)
        #expect(failure.error.column == column)
        #expect(pointers(walked).filter { $0.contains("/id") }.suffix(2) == ["/2/id 3:8", "/3/id 4:8"])
    }

    @Test func linesBehindABadOneAreCountedRight() throws {
        // In pieces, lines are counted while the line is walked that turns out to be bad.
        let bad = #"{"projects": [{"id": 1}, {"id": 2}, ], "id": 3}"#
        for shape in CompiledSchema.Shape.allCases {
            let walked = try walk("{\"id\": 1}\n\n\(bad)\n\(bad)\r\n{\"id\": null}\n", shape: shape)
            #expect(walked.failures.map(\.error.line) == [3, 4])
            #expect(walked.failures.map(\.error.column) == [37, 37])
            #expect(pointers(walked).last == "/3/id 5:8")
        }
    }

    @Test func aCommaAtTheEndOfALineIsNotTheNextLines() throws {
        let walked = try walk("{\"id\": 1}\n{\"id\": 2},\n}\n{\"id\": 3}\n")
        #expect(walked.failures.map(\.error.code) == [.extraContent, .expectedValue])
    }

    @Test func theFirstLineMayBeTheBadOne() throws {
        let walked = try walk("{\"id\" 1}\n{\"id\": \"b\"}\n")
        #expect(walked.failures.map(\.value) == [0])
        #expect(pointers(walked) == ["/1/id 2:8"])
    }

    @Test(arguments: ["{\"id\":", "{\"id\": [", "{\"id\": {\"x\":", "{\"id\": 1"])
    func aLineThatIsCutOffTakesNoOtherWithIt(_ line: String) throws {
        let others = ["{\"id\": \"a\"}", "{\"id\": \"b\"}", "{\"id\": \"c\"}"]
        for position in 0 ... 2 {
            var lines = others
            lines.insert(line, at: position)
            let walked = try walk(lines.joined(separator: "\n"))
            #expect(walked.failures.map(\.value) == [position])
            #expect(walked.failures.map(\.error.code) == [.truncatedLine])
            #expect(walked.failures.map(\.error.line) == [position + 1])
            #expect(walked.failures.map(\.error.column) == [line.count + 1])
            #expect(walked.places.map(\.value) == [0, 1, 2, 3].filter { $0 != position })
        }
    }

    @Test(arguments: ["{\"projects\": [ bad\n{\"id\": 1},\n{\"id\": 2}\n]}\n", "[{\"id\": 1},,\n{\"id\": 2},\n{\"id\": 3}]"])
    func aDocumentBrokenInItsFirstLineIsNoNDJSON(_ text: String) {
        #expect(throws: WalkFailure.self) { try walk(text) }
    }

    /// Found by fuzzing: with small reads fewer of the lines behind were looked at, and a broken one was not among them.
    @Test(arguments: ["*{\"id\": 1}", "{\u{2}\"id\": 1}", "{\"id\": [1"])
    func howItIsReadDoesNotTellWhetherLinesFollow(_ first: String) throws {
        let good = (0 ..< 20).map { "{\"id\": \($0), \"x\": \"\(String(repeating: "y", count: $0 * 9))\"}" }
        func isOfLines(_ lines: [String], _ capacity: Int, _ most: Int) -> Bool {
            (try? schemaOfLines.walk(Array(lines.joined(separator: "\n").utf8), capacity: capacity, most: most)) != nil
        }
        for (capacity, most) in [(Window.usualCapacity, Int.max), (64, 3), (128, 1), (512, 100)] {
            #expect(isOfLines([first] + good, capacity, most))
            #expect(!isOfLines([first] + good[..<8] + ["{\"id\" 1}"] + good[8...], capacity, most))
            // Further on a bad line is one of many.
            #expect(isOfLines([first] + good[..<16] + ["{\"id\" 1}"] + good[16...], capacity, most))
        }
    }

    @Test func theLastLineMayBeTruncated() throws {
        let walked = try walk("{\"id\": 1}\n{\"id\": \"b\"}\n{\"id\":")
        #expect(walked.failures.map(\.value) == [2])
        #expect(walked.failures.map(\.error.code) == [.truncated])
        #expect(pointers(walked) == ["/1/id 2:8"])
    }

    @Test func manyBadLines() throws {
        let lines = (0 ..< 1000).map { $0 % 2 == 0 ? #"{"id": \#($0)}"# : "{\"id\": [1, {\"x\": ]}" }
        for shape in CompiledSchema.Shape.allCases {
            let walked = try walk(lines.joined(separator: "\n"), shape: shape)
            #expect(walked.failures.map(\.value) == Array(stride(from: 1, to: 1000, by: 2)))
            #expect(walked.values == 1000)
        }
    }

    @Test func badLinesDoNotUseUpTheDepth() throws {
        let lines = Array(repeating: ["{\"projects\": [1, ?]}", "[[1, ?]]"], count: 600).flatMap(\.self)
        let text = "{\"id\": 1}\n" + lines.joined(separator: "\n")
        for shape in CompiledSchema.Shape.allCases {
            let walked = try schemaOfLines.walk(Array(text.utf8), shape: shape)
            #expect(walked.failures.count == 1200)
            #expect(walked.failures.allSatisfy { $0.error.code == .expectedValue })
        }
    }

    @Test func aBrokenDocumentOfManyLinesIsNoNDJSON() {
        for text in ["{\n  \"id\": 1,,\n  \"x\": 2\n}\n", "[\n{\"id\": 1}\n{\"id\": 2}\n]", "{\n\"id\": [\n1,\n2\n"] {
            #expect(throws: WalkFailure.self) { try walk(text) }
        }
    }
}
