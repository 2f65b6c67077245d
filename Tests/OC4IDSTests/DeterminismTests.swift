import Inputs
import JSONSchema
import OC4IDS
import Reports
import Testing

/// The same input and options give the same bytes, whatever the number of threads.
@Suite struct DeterminismTests {
    /// Numbers that look random and are the same in every run (SplitMix64).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Members of a project, right and wrong.
    private static let members = [
        #""title": "Puesto de salud""#, #""title": 1"#, #""title": "Escuela", "title": "Escuela 🏫""#, #""status": "ejecución""#, #""status": "completion""#,
        #""updated": "2026-01-01T00:00:00Z""#, #""updated": "2026-02-03""#, #""budget": {"amount": {"amount": "Q 1,000", "currency": "Q"}}"#, #""documents": []"#,
        #""documents": [{"id": "1"}, {"id": "1"}, {"title": null}]"#, #""contractingProcesses": [{"id": "1"}, {}]"#, "\"x\":\r\n\t[1,\n2]", #""sector": ["health", "health"]"#,
        #""description": "\#(String(repeating: "ñandú ", count: 40))""#, #""locations": [{"id": "a", "geometry": {"type": "Point", "coordinates": [1, 2]}}]"#,
    ]

    /// Projects of some `bytes` in all. One of them is larger than what is read at once; some are the same as earlier ones.
    private static func projects(bytes: Int, seed: UInt64) -> [String] {
        var dice = Dice(state: seed)
        var projects: [String] = []
        var count = 0
        while count < bytes {
            let number = projects.count
            var project = #"{"id": "\#(number % 900)""#
            for _ in 0 ..< Int.random(in: 0 ... 8, using: &dice) { project += ", " + members[Int.random(in: 0 ..< members.count, using: &dice)] }
            if number == 1000 { project += ", \"purpose\": \"" + String(repeating: "á", count: 700_000) + "\"" }
            project += "}"
            if number % 500 == 499 { project = projects[number - 250] }
            projects.append(project)
            count += project.utf8.count
        }
        return projects
    }

    enum Form: CaseIterable, Sendable {
        case object, array, lines, linesWithBadOnes, packagesOnLines, arrayThatBreaksOff

        /// An input of several megabytes.
        func text(seed: UInt64) -> String {
            let projects = DeterminismTests.projects(bytes: 4_500_000, seed: seed)
            func onOneLine(_ project: String) -> String { project.filter { !$0.isNewline } }
            switch self {
            case .object: return package("[\n" + projects.joined(separator: ",\n") + "]")
            case .array: return "\u{FEFF}[" + projects.joined(separator: "\r\n, ") + "]"
            case .lines: return projects.map(onOneLine).joined(separator: "\n")
            case .linesWithBadOnes:
                return projects.enumerated().map { $0 % 97 == 96 ? String(onOneLine($1).dropLast()) : onOneLine($1) }.joined(separator: "\n")
            case .packagesOnLines:
                return stride(from: 0, to: projects.count, by: 50).map { start in
                    let publisher = start % 3 == 0 ? "" : #""publisher": {"name": "P\#(start)"}, "publishedDate": "2026-01-01", "#
                    return "{\(publisher)\"projects\": [\(projects[start ..< min(start + 50, projects.count)].map(onOneLine).joined(separator: ","))]}"
                }.joined(separator: "\n")
            case .arrayThatBreaksOff: return String(("[" + projects.joined(separator: ",")).dropLast(7))
            }
        }
    }

    @Test(arguments: Form.allCases)
    func theNumberOfThreadsChangesNothing(_ form: Form) throws {
        let bytes = Array(form.text(seed: 2026).utf8)
        var reports: [[UInt8]] = []
        for jobs in 1 ... 3 {
            let standard = try Standard.bundled()
            var disclosure = DisclosureSettings(profile: try .core(standard))
            disclosure.rows = { TemporaryRows() }
            let reviewer = Reviewer(standard: standard, settings: .fixed, examples: 20, jobs: jobs, disclosure: disclosure)
            let report = JSONReport(explainer: Explainer(language: .es, standard: reviewer.standard), toolVersion: "1.0.0")
            reports.append(try report.bytes(for: reviewer.outcome(of: bytes)))
        }
        #expect(reports[0].count > 200)
        // Not shown in full: they are long.
        #expect((reports[0] == reports[1]) == true, "2 threads")
        #expect((reports[0] == reports[2]) == true, "3 threads")
    }

    @Test func allPlacesAreTheSameToo() throws {
        let bytes = Array(Form.object.text(seed: 9).utf8)
        var lists: [[String]] = []
        for jobs in 1 ... 2 {
            guard case .review(let review) = try Reviewer.bundled(jobs: jobs).outcome(of: bytes) else { continue }
            lists.append(review.errorGroups.flatMap { group in group.places.map { "\(group.keyword) \($0.pointer) \($0.offset) \($0.position) \($0.twins)" } })
            #expect(review.errorGroups.allSatisfy { $0.count == $0.places.count })
        }
        #expect(lists.count == 2)
        #expect(lists[0].count > 1000)
        #expect((lists[0] == lists[1]) == true)
    }
}
