import Inputs
import JSONSchema
@testable import OC4IDS
import Reports
import Testing

/// `--sector`: projects of other sectors are left out of every section, and it is said how many.
@Suite struct SectorTests {
    private func reviewer(_ codes: [String], jobs: Int = 1, examples: Int = 0, checks: Bool = true, disclosure: DisclosureSettings? = nil) throws -> Reviewer {
        let standard = try Standard.bundled()
        return Reviewer(standard: standard, settings: .fixed, examples: examples, jobs: jobs, checks: checks, disclosure: disclosure, sectors: try SectorSelection(codes, standard))
    }

    private func review(_ text: String, _ codes: String...) throws -> Review {
        try reviewer(codes).review(of: text)
    }

    // MARK: Which projects

    static let sectors: [(sector: String, asked: [String], isKept: Bool)] = [
        (#"["health"]"#, ["health"], true), (#"["health"]"#, ["education"], false), (#"["health"]"#, ["education", "health"], true),
        (#"["energy", "health"]"#, ["health"], true),
        // A child of the code, its child too; the parent of a code is not one of its projects.
        (#"["transport.road"]"#, ["transport"], true), (#"["transport.road.rural"]"#, ["transport"], true), (#"["transport"]"#, ["transport.road"], false),
        (#"["transport.road"]"#, ["transport.road"], true), (#"["transport.rail"]"#, ["transport.road"], false),
        // What only begins like it is another code.
        (#"["transportation"]"#, ["transport"], false), (#"["healthcare.clinic"]"#, ["health"], false), (#"["heal"]"#, ["health"], false),
        // Codes are compared as they are written.
        (#"["Health"]"#, ["health"], false), (#"["health "]"#, ["health"], false), (#"["salud"]"#, ["salud"], true), (##"["h\u0065alth"]"##, ["health"], true),
        (##"["transport\u002eroad"]"##, ["transport"], true), (#"["protección"]"#, ["protección"], true),
        // In the wrong shape: a text alone is meant as a code, all else says nothing.
        (#""health""#, ["health"], true), (#""energy""#, ["health"], false), (#"{"id": "health"}"#, ["health"], false), (#"[["health"]]"#, ["health"], false),
        (#"[{"id": "health"}, 1, null]"#, ["health"], false), ("[]", ["health"], false), ("null", ["health"], false), (#"["energy"], "sector": ["health"]"#, ["health"], true),
    ]

    @Test(arguments: sectors.indices)
    func projectsAreKeptByTheirSectors(_ position: Int) throws {
        let (sector, asked, isKept) = Self.sectors[position]
        let summary = try reviewer(asked).review(of: #"[{"id": "a", "x": {"sector": ["health"]}, "sector": \#(sector)}]"#).summary
        #expect(summary.projects == (isKept ? 1 : 0), "\(sector) \(asked)")
        #expect(summary.leftOut == (isKept ? 0 : 1), "\(sector) \(asked)")
    }

    static let kinds: [(text: String, kept: Int, leftOut: Int)] = [
        (package(#"[{"id": "a", "sector": ["health"]}, {"id": "b"}, {"id": "c", "sector": ["energy"]}]"#), 1, 2),
        (#"[{"id": "a", "sector": ["health"]}, {"id": "b"}]"#, 1, 1),
        (#"{"id": "a", "sector": ["health"]}"#, 1, 0), (#"{"id": "a", "sector": ["energy"]}"#, 0, 1),
        ("{\"id\": \"a\", \"sector\": [\"health\"]}\n{\"id\": \"b\"}\n{\"projects\": [{\"sector\": \"health\"}, {}]}\n[{}, {\"sector\": \"health\"}]", 3, 3),
        // What stands where a project should has no sector.
        (#"[1, null, "health", ["health"], {}]"#, 0, 5), ("{\"id\": \"a\"}\n1", 0, 2),
        // The list stands twice.
        (#"{"projects": [{"sector": ["health"]}, {}], "projects": [{}, {"sector": ["health"]}, {}]}"#, 2, 3),
        // There is no project, so none is left out.
        (package("[]"), 0, 0), (package("null"), 0, 0), ("{}", 0, 0), ("1", 0, 0), ("[]", 0, 0),
    ]

    @Test(arguments: kinds.indices)
    func everyKindOfInput(_ position: Int) throws {
        let (text, kept, leftOut) = Self.kinds[position]
        let (review, all) = (try review(text, "health"), try OC4IDSTests.review(text))
        #expect(review.summary.projects == kept, "\(text)")
        #expect(review.summary.leftOut == leftOut, "\(text)")
        #expect(review.input.kind == all.input.kind)
        #expect(all.summary.projects == kept + leftOut)
    }

    @Test func withoutTheOptionNothingIsSaid() throws {
        #expect(try OC4IDSTests.review("[{}]").summary.leftOut == nil)
    }

    /// A schema may not know the field, and data have it all the same.
    @Test func aSchemaWithoutSectors() throws {
        let standard = try Standard(packageSchema: Array(#"{"properties": {"projects": {"items": {"$ref": "project-schema.json"}}}}"#.utf8),
                                    projectSchema: Array(#"{"properties": {"id": {"type": "integer"}}}"#.utf8), origin: "own")
        let reviewer = Reviewer(standard: standard, settings: .fixed, sectors: try SectorSelection(["health"], standard))
        let review = try reviewer.review(of: #"[{"id": "a", "sector": ["health"]}, {"id": "b", "sector": ["energy"]}]"#)
        #expect(review.summary.projects == 1 && review.summary.leftOut == 1)
        #expect(review.errors == ["type /0/id"])
    }

    /// Whether sectors are standard ones is asked of the standard's list, also where a schema does not say that they come from it.
    @Test func aSchemaThatDoesNotNameTheirCodeList() throws {
        let standard = try Standard(packageSchema: Array(#"{"properties": {"projects": {"items": {"$ref": "project-schema.json"}}}}"#.utf8),
                                    projectSchema: Array(#"{"properties": {"id": {"type": "string"}, "sector": {"type": "array", "items": {"type": "string"}}}}"#.utf8), origin: "own")
        let review = try Reviewer(standard: standard, settings: .fixed).review(of: #"[{"id": "oc4ids-bu3kcz-1", "sector": ["health"]}]"#)
        let criteria = try #require(review.publication).criteria
        #expect(criteria.first { $0.criterion == .sectorsStandardised }?.outcome == .met)
    }

    // MARK: Every section

    /// Projects, right and wrong, of several sectors and of none.
    private static let projects: [String] = {
        let members = [
            #""title": "Puesto de salud""#, #""title": 1"#, #""title": "Escuela", "title": "Otra""#, #""status": "ejecución""#, #""status": "completion""#,
            #""updated": "2026-01-01T00:00:00Z""#, #""updated": "2026-02-03""#, #""budget": {"amount": {"amount": "Q 1,000", "currency": "Q"}}"#,
            #""budget": {"amount": {"amount": -5}}"#, #""documents": [{"id": "1"}, {"id": "1"}, {"title": null}]"#, #""contractingProcesses": [{"id": "1"}, {}]"#,
            #""campo": 1"#, #""titulo": "x", "parties": {"id": "p", "rol": 1}"#, #""period": {"startDate": "2027-01-01T00:00:00Z", "endDate": "2020-01-01T00:00:00Z"}"#,
            #""publicAuthority": {"name": "MSPAS"}"#, #""locations": [{"id": "a", "geometry": {"type": "Point", "coordinates": [1, 2000]}}]"#, #""purpose": "N/A""#,
        ]
        let sectors = [#""sector": ["health"]"#, #""sector": ["energy.solar"]"#, #""sector": ["salud", "energy"]"#, #""sector": "health""#, #""sector": []"#, #""y": 1"#]
        return (0 ..< 600).map { n in
            let own = (0 ..< n % 6).map { members[(n * 7 + $0 * 5) % members.count] }
            return "{" + ([#""id": "oc4ids-bu3kcz-\#(n % 450)""#, sectors[n % sectors.count]] + own).joined(separator: ", ") + "}"
        }
    }()

    private static func isOfHealth(_ project: String) -> Bool { project.contains(#"["health"]"#) || project.contains(#""sector": "health""#) }

    enum Form: CaseIterable, Sendable {
        case package, array, lines

        func text(_ projects: [String]) -> String {
            switch self {
            case .package: OC4IDSTests.package("[\n" + projects.joined(separator: ",\n") + "]")
            case .array: "[" + projects.joined(separator: ", ") + "]"
            case .lines: projects.joined(separator: "\n")
            }
        }
    }

    /// All that a review says but for where it stands.
    private func facts(_ review: Review) throws -> [String] {
        var summary = review.summary
        summary.leftOut = nil
        var facts = ["\(summary)", "\(review.isChecked) \(review.badLineCount) \(review.input.kind)"]
        facts += review.errorGroups.map { "\($0.keyword) \($0.field) \($0.property ?? "-") \($0.count) \($0.places.map { "\($0.value.map { "\($0)" } ?? "-")" })" }
        facts += review.codelists.map { "\($0.field) \($0.values.map { "\($0.value) \($0.count) \($0.places.count)" })" }
        facts += review.additionalFields.map { "\($0.field) \($0.count) \($0.suggestion ?? "-") \($0.places.count)" }
        facts += review.checks.map { "\($0.check) \($0.count) \($0.places.count)" }
        facts += review.coverage.map { "\($0.field) \($0.present)/\($0.of)" }
        if let publication = review.publication { facts += publication.criteria.map { "\($0)" } + ["\(publication.metrics)"] }
        if let scores = review.disclosure {
            facts += ["\(scores.projects) \(String(describing: scores.strict)) \(String(describing: scores.due)) \(scores.withoutStatus)", "\(scores.elements)", "\(scores.groups)",
                      "\(scores.recommendations)", "\(scores.toConfirm)", "\(scores.stages)", "\(scores.lowest.map { "\($0.id ?? "-") \($0.due)" })"]
            try scores.rows?.forEach { facts.append("\($0.id ?? "-") \($0.strict) \($0.due) \($0.elements.map(\.outcome))") }
        }
        return facts
    }

    @Test(arguments: Form.allCases, [(true, true), (true, false), (false, true)])
    func asIfTheOthersWereNotThere(_ form: Form, _ parts: (checks: Bool, scores: Bool)) throws {
        let standard = try Standard.bundled()
        var disclosure = DisclosureSettings(profile: try .core(standard))
        disclosure.rows = { TemporaryRows() }
        let scored = parts.scores ? disclosure : nil
        let kept = Self.projects.filter(Self.isOfHealth)
        let found = try reviewer(["health"], checks: parts.checks, disclosure: scored).review(of: form.text(Self.projects))
        let alone = try Reviewer(standard: standard, settings: .fixed, examples: 0, checks: parts.checks, disclosure: scored).review(of: form.text(kept))
        #expect(found.summary.leftOut == Self.projects.count - kept.count)
        #expect(kept.count == 200)
        let (expected, facts) = (try facts(alone), try facts(found))
        #expect(facts.count == expected.count && facts.count > 10)
        for (fact, other) in zip(facts, expected) { #expect(fact == other) }
    }

    @Test func placesAreThoseOfTheWholeDocument() throws {
        let found = try review(package("[{\"id\": \"x\"},\n{\"id\": \"a\", \"title\": 1, \"sector\": [\"health\"]}]"), "health")
        #expect(found.errors == ["type /projects/1/title"])
        #expect(found.errorGroups[0].places[0].position == Position(line: 2, column: 22))
    }

    @Test func whatIsWrongWithThePackageStays() throws {
        let found = try review(#"{"version": 1, "campo": 2, "projects": [{"id": 1, "x": 1}]}"#, "health")
        let empty = try review(#"{"version": 1, "campo": 2, "projects": []}"#, "health")
        #expect(found.errors == empty.errors.filter { !$0.hasPrefix("minItems") })
        #expect(found.additionalFields.map(\.field) == [["campo"]])
    }

    @Test func equalProjectsAreLookedForAmongThoseThatAreKept() throws {
        let (health, energy) = (#"{"id": "a", "sector": ["health"]}"#, #"{"id": "b", "sector": ["energy"]}"#)
        #expect(try review(package("[\(energy), \(health), \(energy)]"), "health").errors == [])
        let found = try review(package("[\(energy), \(energy), \(health), \(health)]"), "health")
        #expect(found.errors == ["uniqueItems /projects"])
        #expect(found.errorGroups[0].places[0].twins == [2, 3] || found.errorGroups[0].places[0].twins == [3, 2])
    }

    @Test func aBareProjectThatIsLeftOutLeavesNothing() throws {
        let found = try review(#"{"id": 1, "title": [], "x": 2, "sector": ["energy"], "budget": {"amount": {"amount": 1}}}"#, "health")
        #expect(found.input.kind == .project)
        #expect(found.summary.leftOut == 1 && found.summary.projects == 0 && found.summary.valid)
        #expect(found.errorGroups.isEmpty && found.codelists.isEmpty && found.additionalFields.isEmpty && found.checks.isEmpty)
        #expect(found.coverage.allSatisfy { $0.present == 0 })
    }

    @Test func whatCannotBeReadIsSaidWhateverItsSector() throws {
        guard case .failure = try reviewer(["health"]).outcome(of: #"[{"sector": ["energy"], "x": 01}]"#.utf8) else {
            Issue.record("it is no JSON")
            return
        }
        let lines = try review("{\"id\": \"a\", \"sector\": [\"health\"]}\n{\"sector\": [\"energy\"], }\n{\"id\": \"b\"}", "health")
        #expect(lines.badLineCount == 1 && lines.summary.projects == 1 && lines.summary.leftOut == 1)
    }

    // MARK: The dataset

    private func of(_ sector: String, _ id: String, _ more: String = "") -> String { #"{"id": "\#(id)", "sector": ["\#(sector)"]\#(more)}"# }

    private func duplicates(_ inputs: [String]) throws -> [[String]] {
        let reviewer = try reviewer(["health"])
        var dataset = Dataset(examples: 0)
        return inputs.map { text in
            guard case .review(let review) = reviewer.read(BytesInMemory(text.utf8), name: "x").outcome(in: &dataset) else { return ["failure"] }
            return review.checks.first { $0.check == .duplicateProjectIDs }?.places.map { "\($0.pointer) = \($0.other?.pointer?.description ?? "-")" } ?? []
        }
    }

    @Test func sharedIDsAreLookedForAmongThoseThatAreKept() throws {
        let (health, energy) = (of("health", "a"), of("energy", "a"))
        #expect(try duplicates(["[\(energy), \(energy), \(health)]"]) == [[]])
        #expect(try duplicates(["[\(energy), \(health), \(energy), \(of("health", "a", ", \"x\": 1")), \(of("health", "b"))]"]) == [["/3/id = /1/id"]])
        #expect(try duplicates(["[\(energy)]", "[\(health)]", "[\(energy)]", "[\(of("energy", "c")), \(health)]"]) == [[], [], [], ["/1/id = /0/id"]])
    }

    /// Ids of so many projects make the table of the dataset grow.
    @Test func manyProjects() throws {
        let inputs = (0 ..< 30).map { input in
            "[" + (0 ..< 100).map { of($0 % 2 == 0 ? "health" : "energy", "\(input * 100 + $0)") }.joined(separator: ",") + ", \(of("health", "0")), \(of("health", "\(input)1"))]"
        }
        let found = try duplicates(inputs)
        #expect(found[0] == ["/100/id = /0/id"])
        // The id of a project that is left out is free until one of health has it.
        #expect(found[1] == ["/100/id = /0/id"])
        #expect(found[29] == ["/100/id = /0/id"])
    }

    /// It is published: only this report does not speak of it.
    @Test func aRelatedProjectThatIsLeftOutIsNotMissing() throws {
        let related = #", "relatedProjects": [{"id": "1", "identifier": "oc4ids-bu3kcz-2"}, {"id": "2", "identifier": "oc4ids-bu3kcz-3"}]"#
        let (one, other) = (of("health", "oc4ids-bu3kcz-1", related), of("energy", "oc4ids-bu3kcz-2"))
        for text in ["[\(one), \(other)]", "[\(other), \(one)]", "\(other)\n\(one)"] {
            let missing = try review(text, "health").checks.first { $0.check == .relatedProjectsMissing }
            #expect(missing?.count == 1)
            #expect(missing?.places.first?.pointer.tokens.suffix(3) == ["relatedProjects", "1", "identifier"])
        }
        // And what it names itself is not looked at.
        #expect(try review("[\(of("energy", "oc4ids-bu3kcz-1", related))]", "health").checks.isEmpty)
    }

    // MARK: Threads

    @Test(arguments: Form.allCases)
    func theNumberOfThreadsChangesNothing(_ form: Form) throws {
        let filling = String(repeating: "ñandú ", count: 200)
        let text = form.text((0 ..< 5).flatMap { _ in Self.projects.map { String($0.dropLast()) + #", "description": "\#(filling)"}"# } })
        #expect(text.utf8.count > 3_000_000)
        let standard = try Standard.bundled()
        var disclosure = DisclosureSettings(profile: try .core(standard))
        disclosure.rows = { TemporaryRows() }
        let report = JSONReport(explainer: Explainer(language: .es, standard: standard), toolVersion: "1.0.0")
        let reports = try (1 ... 3).map { jobs in
            try report.bytes(for: reviewer(["health"], jobs: jobs, examples: 20, disclosure: disclosure).outcome(of: text.utf8))
        }
        #expect(String(decoding: reports[0], as: UTF8.self).contains(#""leftOut":2000"#))
        #expect((reports[0] == reports[1]) == true, "2 threads")
        #expect((reports[0] == reports[2]) == true, "3 threads")
    }

    // MARK: Codes

    @Test func codesAreNamedOnceAndBlanksDoNotCount() throws {
        #expect(try SectorSelection([" health", "energy ", "health", ""], .bundled()).codes == ["health", "energy"])
    }

    @Test func aCodeOutsideTheListIsSaidToBe() throws {
        let unlisted = try SectorSelection(["health", "salud", "transport.road", "educatoin", "policía"], .bundled()).unlisted
        #expect(unlisted.map(\.code) == ["salud", "educatoin", "policía"])
        #expect(unlisted.map(\.suggestion) == ["health", "education", nil])
    }

    @Test(arguments: [[], [""], [" ", "\t"]]) func noCodeIsNoSelection(_ codes: [String]) throws {
        let standard = try Standard.bundled()
        #expect(throws: SectorSelection.Problem.noCode) { try SectorSelection(codes, standard) }
    }

    /// Its rules for the package ask for all projects at once.
    @Test(arguments: [
        #"{"additionalProperties": false, "properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#,
        #"{"anyOf": [{"required": ["uri"]}], "properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#,
    ])
    func aSchemaThatNeedsAllProjects(_ package: String) throws {
        let standard = try Standard(packageSchema: Array(package.utf8), projectSchema: Array(#"{"properties": {"id": {"type": "string"}}}"#.utf8), origin: "own")
        #expect(throws: SectorSelection.Problem.schemaNeedsAllProjects) { try SectorSelection(["health"], standard) }
    }
}
