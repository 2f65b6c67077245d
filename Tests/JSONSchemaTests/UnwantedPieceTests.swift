@testable import JSONSchema
import Testing

/// Pieces that the observer does not want count for nothing.
@Suite struct UnwantedPieceTests {
    /// Does not want pieces that hold the text `out` directly.
    private struct Chooser: PieceObserver {
        private(set) var seen = 0
        private(set) var unwanted = 0

        mutating func wants(_ piece: borrowing Piece) -> Bool {
            let outline = piece.outline
            let isWanted = !(0 ..< outline.count).contains { outline[$0].kind == .string && outline[$0].text == "out" }
            if !isWanted { unwanted += 1 }
            return isWanted
        }

        mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests) { seen += 1 }
        mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests) {}
        mutating func forget(value: Int) {}
        mutating func merge(_ later: Chooser, from start: PartStart) {
            seen += later.seen
            unwanted += later.unwanted
        }

        func fresh() -> Chooser { Chooser() }
    }

    private static let schemaText = """
        {"properties": {"items": {"type": "array", "uniqueItems": true, "minItems": 3, "items": {"type": "object", "required": ["id"],
         "properties": {"id": {"type": "string"}, "n": {"type": "integer"}}}}}}
        """

    private func walk(_ text: String, jobs: Int = 1, examples: Int = .max) throws -> WalkResult<Chooser> {
        let schema = try schema(Self.schemaText)
        let rule = LayoutRule(streaming: "items") { [root = schema.root] value in
            value.kind == .object && value.names.contains("items") ? .members(root, streaming: "items") : .whole(root)
        }
        return try schema.walk(SmallReads(Array(text.utf8), most: .max), observer: Chooser(), rule: rule, limits: ReadingLimits(), examples: examples, jobs: jobs)
    }

    private func errors(_ walked: WalkResult<Chooser>) -> [String] {
        walked.places.map { "\($0.pointer(inNDJSON: false)) \($0.position.line):\($0.position.column) \($0.detail) \($0.other)" }
    }

    @Test func violationsAndKeysThatStandTwiceAreTakenBack() throws {
        let walked = try walk(#"{"items": [{"id": "out", "n": "x", "n": 2}, {"n": "x", "n": 3}, {"id": "a"}]}"#)
        #expect(walked.counts.reduce(0, +) == 2)
        #expect(walked.duplicateKeys == 1)
        #expect(errors(walked) == ["/items/1/n 1:51 0 0", "/items/1 1:45 0 0", "/items/1/n 1:61 0 0"])
        #expect(walked.observer.seen == 2 && walked.observer.unwanted == 1)
    }

    /// They leave their places to others: what is taken back was not shown.
    @Test func examplesAreThoseThatCount() throws {
        let walked = try walk(#"{"items": [{"id": "out", "n": "x"}, {"id": "a", "n": "x"}, {"id": "b", "n": "x"}]}"#, examples: 1)
        #expect(walked.counts.reduce(0, +) == 2)
        #expect(errors(walked) == ["/items/1/n 1:54 0 0"])
    }

    @Test func theListIsAsLongAsBefore() throws {
        #expect(try walk(#"{"items": [{"id": "out"}, {"id": "out"}, {"id": "b"}]}"#).counts.allSatisfy { $0 == 0 })
    }

    @Test func twinsAreLookedForAmongTheWanted() throws {
        #expect(try walk(#"{"items": [{"id": "out"}, {"id": "a"}, {"id": "out"}]}"#).counts.allSatisfy { $0 == 0 })
        #expect(errors(try walk(#"{"items": [{"id": "out"}, {"id": "a"}, {"id": "out"}, {"id": "a"}]}"#)) == ["/items 1:11 3 1"])
    }

    @Test func theyHaveToBeJSON() {
        #expect(throws: WalkFailure.self) { try walk(#"{"items": [{"id": "out", "n": 01}]}"#) }
    }

    @Test func otherPiecesAreAskedForToo() throws {
        let walked = try walk("{\"items\": 1}\n{\"id\": \"out\", \"items\": 2}\n{\"other\": [\"out\"], \"items\": [1]}")
        // A member is left out, not the object that it stands in.
        #expect(walked.counts.reduce(0, +) == 4)
        #expect(walked.observer.unwanted == 2)
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        let items = (0 ..< 60_000).map { n in
            n % 3 == 0 ? #"{"id": "out", "n": "\#(n % 50)", "n": 1}"# : #"{"id": "a\#(n == 59_000 ? 40 : n)", "n": \#(n % 7 == 0 ? #""x", "n": "y""# : "1")}"#
        }
        for text in ["{\"items\": [\n" + items.joined(separator: ",\n") + "]}", "{}\n" + items.map { #"{"items": [\#($0)]}"# }.joined(separator: "\n")] {
            let walks = try (1 ... 3).map { try walk(text, jobs: $0, examples: 20) }
            #expect(walks[0].observer.unwanted == 20_000)
            for walked in walks.dropFirst() {
                #expect(walked.counts == walks[0].counts)
                #expect(walked.duplicateKeys == walks[0].duplicateKeys)
                #expect(errors(walked) == errors(walks[0]))
                #expect(walked.observer.seen == walks[0].observer.seen && walked.observer.unwanted == 20_000)
            }
        }
    }
}
