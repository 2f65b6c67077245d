import Foundation
import JSONSchema
@testable import OC4IDS
import Reports
import Testing

/// What many inputs come to together.
@Suite struct BatchSummaryTests {
    private let standard: Standard
    private let explainer: Explainer
    private let reviewer: Reviewer

    init() throws {
        standard = try Standard.bundled()
        explainer = Explainer(language: .en, standard: standard)
        reviewer = Reviewer(standard: standard, settings: .fixed, disclosure: DisclosureSettings(profile: try .core(standard)))
    }

    private func result(_ name: String, _ unit: Int, _ bytes: some Sequence<UInt8>, _ attributes: InputResult.Attributes = .init()) -> InputResult {
        let read = reviewer.read(BytesInMemory(bytes), name: name)
        var dataset = Dataset(examples: 20)
        return InputResult(id: nil, order: .init(unit: unit, number: 0), attributes: attributes, read.outcome(in: &dataset), read, explainer)
    }

    private func samples() throws -> [InputResult] {
        var results = try ReportSchemaTests.samples.sorted().enumerated().map { try result($1, $0, PackageFolder.bytes("samples/" + $1)) }
        let today = try #require(CivilDay("2026-11-21"))
        results[0].sectors = ["energy", "health"]
        results[0].review?.leftOut = 3
        results[0].keptCopy = .init(from: "2026-11-18T23:59:59Z", today: today, .init(code: "status503", message: "busy"))
        return results
    }

    /// Files of a batch that is stored, shipped and put together again say what the results themselves say.
    @Test func resultsSurviveStorage() throws {
        let results = try samples()
        var again = Array(try #require(PackedResults(PackedResults(results).record)))
        // Ids of projects are stored beside them.
        for position in results.indices {
            guard let ids = results[position].review?.ids else { continue }
            for piece in 0 ..< ids.packedCount { #expect(again[position].review?.ids.append(packed: ids.packed(piece)) == true) }
        }
        #expect(again == results)
        #expect(SummaryJSON(toolVersion: "1").bytes(BatchSummary(again.shuffled())) == SummaryJSON(toolVersion: "1").bytes(BatchSummary(results)))
        #expect(Array(PackedResults(again.shuffled()).sorted) == results, "with their ids, and in order")
    }

    @Test func theSummaryFitsItsSchema() throws {
        let schema = try CompiledSchema(try #require(BundledFiles.bytes("report/summary.schema.json")))
        let results = try samples()
        let former = FormerScores(inputs: Dictionary(uniqueKeysWithValues: results.map { ($0.id, .init(profile: $0.review?.disclosure?.profile, strict: .zero, due: .one, errors: 3)) }))
        for summary in [BatchSummary(results), BatchSummary(results, since: former), BatchSummary([])] {
            let json = SummaryJSON(toolVersion: "1.0.0").bytes(summary)
            #expect(try schema.validate(json) == [], "\(String(decoding: json.prefix(2000), as: UTF8.self))")
        }
    }

    /// What is told of groups is exact, or says that it is not.
    @Test func groupsOfWhichOnlyASampleIsKeptSaySo() throws {
        let sectors = (0 ... 5_000).map { "\"sector \($0)\"" }.joined(separator: ", ")
        let summary = BatchSummary([result("many", 0, #"{"id": "oc4ids-bu3kcz-1", "sector": [\#(sectors)], "type": "construction"}"#.utf8),
                                    result("one", 1, #"{"id": "oc4ids-bu3kcz-2", "sector": ["health"], "type": "construction"}"#.utf8)])
        #expect(summary.groupings.filter(\.isSample).map(\.by) == ["sector"])
        let json = SummaryJSON(toolVersion: "1").bytes(summary)
        #expect(try CompiledSchema(try #require(BundledFiles.bytes("report/summary.schema.json"))).validate(json) == [])
        #expect(String(decoding: json, as: UTF8.self).ranges(of: #""sample":true"#).count == 1)
        #expect(SummaryText(language: .en, style: .plain, profiles: []).text(summary).ranges(of: "Some input has more groups than can be kept.").count == 1)
        let rows = String(decoding: SummaryTable.groups.bytes(summary), as: UTF8.self).split(separator: "\r\n")
        #expect(rows.filter { $0.hasSuffix(",true") }.allSatisfy { $0.hasPrefix("sector,") } && rows.contains { $0.hasSuffix(",true") })
    }

    /// Days are counted by the day that counts as today, and by no clock.
    @Test(arguments: [("2026-11-21", 3), ("2026-11-18", 0), ("2026-11-01", 0), ("2027-11-18", 365)]) func ageOfACopy(_ today: String, _ days: Int) throws {
        #expect(InputResult.KeptCopy(from: "2026-11-18T23:59:59Z", today: try #require(CivilDay(today)), .init(code: "c", message: "m")).days == days)
    }

    /// One file of all projects and many files of one each have the same scores.
    @Test func scoresAddUpExactly() throws {
        let projects = (0 ..< 40).map { number in
            #"{"id": "oc4ids-bu3kcz-\#(number)", "title": "Puesto", "status": "\#(["identification", "completion", "implementation"][number % 3])", "publicAuthority": {"name": "M\#(number % 4)"}}"#
        }
        let whole = BatchSummary([result("whole", 0, "[\(projects.joined(separator: ","))]".utf8)])
        let parts = BatchSummary(projects.enumerated().map { result("p\($0)", $0, $1.utf8) })
        #expect(parts.totals.strict == whole.totals.strict && parts.totals.due == whole.totals.due && whole.totals.due.count == 40)
        #expect(parts.elements.map(\.due) == whole.elements.map(\.due))
        for (one, other) in zip(parts.groupings, whole.groupings) {
            #expect(one.values.map(\.name) == other.values.map(\.name) && one.values.map(\.due) == other.values.map(\.due))
        }
    }

    /// Names that differ in case and accents are one group, under the name that most projects have.
    @Test func groupsGoByFoldedNames() throws {
        func project(_ id: Int, _ name: String) -> String { #"{"id": "oc4ids-bu3kcz-\#(id)", "publicAuthority": {"name": "\#(name)"}}"# }
        let summary = BatchSummary([
            result("a", 0, project(1, "MINISTERIO DE EDUCACION").utf8), result("b", 1, project(2, "Ministerio de Educación").utf8),
            result("c", 2, project(3, "Ministerio de Educación").utf8), result("d", 3, project(4, "Otro").utf8, .init(ministry: "ministerio de educación")),
        ])
        let ministries = try #require(summary.groupings.first { $0.by == "publicAuthority" }).values
        #expect(ministries.map(\.name) == ["Ministerio de Educación"] && ministries[0].projects == 4 && ministries[0].inputs == 4)
    }

    @Test func theLeagueTableEndsWithWhatCannotBeRead() throws {
        let full = Array(RichProject.text.utf8)
        let summary = BatchSummary([result("broken", 0, "{".utf8), result("poor", 1, #"{"id": "oc4ids-bu3kcz-1"}"#.utf8), result("rich", 2, full), result("empty", 3, "[]".utf8)])
        #expect(summary.inputs.map(\.result.id) == ["rich", "poor", "empty", "broken"])
    }

    /// Twice in one input is that input's own matter.
    @Test func onlyIDsOfOtherInputsAreShared() throws {
        let twice = #"[{"id": "oc4ids-bu3kcz-1"}, {"id": "oc4ids-bu3kcz-1"}]"#
        let alone = BatchSummary([result("a", 0, twice.utf8)])
        #expect(alone.sharedIDs.count == 0 && alone.inputs[0].result.review?.errors ?? 0 > 0)
        let shared = BatchSummary([result("a", 0, twice.utf8), result("b", 1, twice.utf8)]).sharedIDs
        #expect(shared.count == 2 && shared.places.map(\.input) == ["b", "b"] && shared.places[0].place.other?.input == "a")
    }

    /// Scores by another profile are not compared.
    @Test func changesNeedTheSameProfile() throws {
        let one = result("a", 0, #"{"id": "oc4ids-bu3kcz-1"}"#.utf8)
        let profile = one.review?.disclosure?.profile
        let same = FormerScores(inputs: ["a": .init(profile: profile, strict: .zero, due: .zero, errors: 2)])
        #expect(BatchSummary([one], since: same).inputs[0].change == .init(strict: one.strict?.count, due: one.due?.count, errors: -2))
        let other = FormerScores(inputs: ["a": .init(profile: "other 1", strict: .zero, due: .zero, errors: 2)])
        #expect(BatchSummary([one], since: other).inputs[0].change == .init(strict: nil, due: nil, errors: -2))
    }
}
