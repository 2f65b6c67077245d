import Foundation
import Inputs
@testable import JSONSchema
@testable import OC4IDS
import Testing

/// Lines that come from elsewhere: files get damaged, and anyone can write one.
@Suite struct LineReviewTests {
    private let reviewer: Reviewer

    init() throws {
        let standard = try Standard.bundled()
        reviewer = Reviewer(standard: standard, settings: CheckSettings(today: try #require(CivilDay("2026-11-21"))),
                            disclosure: DisclosureSettings(profile: try #require(try Profile.bundled("cost-ids", standard)), rows: { TemporaryRows() }))
    }

    private static let project = #"""
        {"id": "oc4ids-bu3kcz-1", "id": "oc4ids-bu3kcz-1", "title": 1, "campo": 12, "sector": ["heath"], "updated": "2026-01-01T00:00:00Z", "budget": {"amount": {"amount": -1}},
        "relatedProjects": [{"id": "1", "identifier": "oc4ids-bu3kcz-2"}], "publicAuthority": {"name": "Salud"}, "parties": [{"id": "1", "roles": ["x"]}, {"id": "1"}]}
        """#.replacing("\n", with: "")

    private func parts(_ text: String) throws -> [String] {
        var parts: [String] = []
        var lines = LineReviewer(reviewer, BytesInMemory(Array(text.utf8))) {}
        while let review = try lines.next() { parts.append(review.part) }
        return parts
    }

    @Test func whatWasWrittenIsRead() throws {
        var reviews = LineReviews(reviewer)
        for part in try parts(LineReviewTests.project + "\n{\"id\": \n") {
            let isTaken = reviews.put(part)
            #expect(isTaken)
        }
        var dataset = Dataset(examples: 20)
        guard case .review(let review) = reviews.read(name: "x").outcome(in: &dataset) else {
            Issue.record("no review")
            return
        }
        #expect(review.summary.projects == 1 && review.badLineCount == 1)
    }

    /// Bytes are changed, in several ways: the part is refused, or it makes some review; the program goes on.
    @Test func noPartEndsTheProgram() throws {
        let part = try #require(try parts(LineReviewTests.project + "\n").first)
        let bytes = Array(try #require(Data(base64Encoded: part)))
        var refused = 0
        for (number, position) in stride(from: 0, to: bytes.count, by: 41).enumerated() {
            var changed = bytes
            changed[position] ^= [0x01, 0x80, 0xFF][number % 3]
            if try !put(changed) { refused += 1 }
        }
        #expect(refused > 10)
        for length in stride(from: 0, to: bytes.count, by: 197) { #expect(try put(Array(bytes[..<length])) == false) }
        #expect(try put(bytes + [0]) == false)
        #expect(try put(bytes))
    }

    private func put(_ bytes: [UInt8]) throws -> Bool {
        var reviews = LineReviews(reviewer)
        let part = Data(bytes).base64EncodedString()
        // Twice, so that sums are made of it.
        guard reviews.put(part), reviews.put(part) else { return false }
        var dataset = Dataset(examples: 20)
        if case .review(let review) = reviews.read(name: "x").outcome(in: &dataset) { #expect(review.summary.errors >= 0) }
        return true
    }

    @Test func numbersAreReadAsTheyWereWritten() {
        var writer = PartCoder()
        for number in [0, 1, 127, 128, 1 << 30] {
            var (count, signed) = (number, -number)
            writer.count(&count)
            writer.signed(&signed)
        }
        var reader = PartCoder(reading: writer.bytes)
        for number in [0, 1, 127, 128, 1 << 30] {
            var (count, signed) = (-1, -1)
            reader.count(&count)
            reader.signed(&signed)
            #expect(count == number && signed == -number)
        }
        #expect(reader.isComplete)
    }
}
