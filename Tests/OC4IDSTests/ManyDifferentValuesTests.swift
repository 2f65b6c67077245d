import OC4IDS
import Testing

/// More different codes and fields than are kept: counts stay exact, and what is shown does not depend on the threads.
@Suite struct ManyDifferentValuesTests {
    private static let count = 30_000
    private static let text = "[" + (0 ..< count).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "campo_\#($0)": \#($0), "sector": ["s\#($0)"]}"# }.joined(separator: ",") + "]"

    private func review(jobs: Int) throws -> Review {
        try Reviewer.bundled(examples: 1, jobs: jobs).review(of: Self.text)
    }

    @Test func everyPlaceIsCountedAlsoOfWhatIsNotKept() throws {
        let review = try review(jobs: 1)
        #expect(review.summary.warnings == 2 * Self.count)
        #expect(review.additionalFields.count < Self.count)
    }

    @Test func thatASampleHoldsNoMistypedOnesIsSaid() throws {
        let checks = try review(jobs: 1).checks.filter { $0.check == .mistypedFields || $0.check == .mistypedCodes }
        #expect(checks.map(\.check) == [.mistypedCodes, .mistypedFields])
        #expect(checks.allSatisfy { $0.isSample && $0.count == 0 && $0.places.isEmpty })
    }

    @Test func threadsKeepTheSame() throws {
        let (one, two) = (try review(jobs: 1), try review(jobs: 3))
        #expect(one.summary == two.summary)
        #expect(one.additionalFields.map(\.field) == two.additionalFields.map(\.field))
        #expect(one.additionalFields.flatMap { $0.places.map(\.pointer) } == two.additionalFields.flatMap { $0.places.map(\.pointer) })
        #expect(one.codelists.flatMap { $0.values.map(\.value) } == two.codelists.flatMap { $0.values.map(\.value) })
    }

    /// A text and a number that look alike: the first to come stands first, not the one that a table of theirs has first.
    @Test func valuesThatLookAlikeStandInTheOrderOfTheirPlaces() throws {
        let codes = (0 ..< 20).map { $0.isMultiple(of: 2) ? "\"\($0)\", \($0)" : "\($0), \"\($0)\"" }.joined(separator: ", ")
        let review = try Reviewer.bundled().review(of: #"[{"id": "oc4ids-bu3kcz-1", "sector": [\#(codes)]}]"#)
        let offsets = try #require(review.codelists.first).values.compactMap { $0.places.first?.offset }
        #expect(offsets.count == 40)
        for first in stride(from: 0, to: offsets.count, by: 2) { #expect(offsets[first] < offsets[first + 1]) }
    }
}
