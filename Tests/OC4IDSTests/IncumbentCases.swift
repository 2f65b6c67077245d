import JSONSchema
import OC4IDS
import Testing

/// What the official review tool says of a file, beyond schema errors: everything in one set of lines that can be compared.
struct IncumbentCase: Sendable, CustomTestStringConvertible {
    var file: String
    var answers: Set<String>

    var testDescription: String { file }

    /// Where the tool is wrong, and what it then says or leaves out. Each kind stands in docs/differences.md and has a test in `IncumbentDepartures`.
    static let departures: [(reason: IncumbentDeparture, file: String, only: OnlyIn, answer: String)] = [
        (.firstItemDecides, "case-006.json", .ours, "open projects/contractingProcesses/summary/documents/documentType comletionCertificate"),
    ]

    enum OnlyIn: Sendable { case ours, theirs }
}

extension OC4IDSCases {
    static let incumbent: [IncumbentCase] = {
        guard let folder = SuiteFolder.cases, let bytes = try? folder.bytes("expected-incumbent.jsonl") else { return [] }
        return bytes.split(separator: 0x0A).compactMap { line in
            guard let value = try? JSONValue(line), let file = value["file"]?.string else { return nil }
            return IncumbentCase(file: file, answers: answers(value))
        }
    }()

    /// The four checks that the tool has.
    private static let checks = ["missing-values", "missing-currency", "missing-org-refs", "invalid-project-ids"]

    private static func answers(_ expected: JSONValue) -> Set<String> {
        var answers: Set<String> = []
        for field in expected["additional_fields"]?.array ?? [] {
            guard let parts = field.array, parts.count == 2 else { continue }
            answers.insert("additional \(parts[0].string ?? "") \(number(parts[1]))")
        }
        for kind in ["closed", "open"] {
            for (field, codes) in members(expected["\(kind)_codes"]) {
                // Null and blank are no codes; it lists them as "None" and as they are.
                for code in (codes.array ?? []).compactMap(\.string) where code != "None" && !code.allSatisfy(\.isWhitespace) {
                    answers.insert("\(kind) \(field) \(code)")
                }
            }
        }
        for check in checks {
            for path in expected["checks"]?[check]?.array ?? [] {
                let path = path.string ?? ""
                answers.insert("\(check) \(path.hasSuffix("/") ? String(path.dropLast()) : path)")
            }
        }
        for (field, counts) in members(expected["coverage_ours"]) {
            guard let counts = counts.array, counts.count == 2 else { continue }
            answers.insert("coverage /projects\(field) \(number(counts[0]))/\(number(counts[1]))")
        }
        return answers
    }

    private static func members(_ value: JSONValue?) -> [(String, JSONValue)] {
        (value?.members ?? []).map { ($0.name, $0.value) }
    }

    private static func number(_ value: JSONValue) -> String {
        value.integer.map { "\($0)" } ?? "?"
    }

    /// The same of our review.
    private func answers(_ review: Review) -> Set<String> {
        var answers: Set<String> = []
        func path(_ field: [String]) -> String { field.map { "/" + $0 }.joined() }
        for field in review.additionalFields { answers.insert("additional \(path(field.field)) \(field.count)") }
        for list in review.codelists {
            for value in list.values { answers.insert("\(list.isOpen ? "open" : "closed") \(list.field.joined(separator: "/")) \(value.value.content)") }
        }
        for result in review.checks where Self.checks.contains(result.check.rawValue) {
            for place in result.places { answers.insert("\(result.check.rawValue) \(place.pointer)") }
        }
        // What it does not say of a file without projects, ours says with zeros.
        for field in review.coverage where review.summary.projects > 0 && field.field.count > 1 && field.field[0] == "projects" {
            answers.insert("coverage \(path(field.field)) \(field.present)/\(field.of)")
        }
        return answers
    }

    @Test func allCasesHaveTheIncumbentsAnswers() {
        #expect(Self.incumbent.map(\.file).sorted() == Self.cases.map(\.file).sorted())
        #expect(Self.incumbent.contains { $0.answers.count { $0.hasPrefix("coverage ") } == 578 })
    }

    @Test(arguments: incumbent, [1, 2])
    func answersAreTheIncumbents(_ example: IncumbentCase, jobs: Int) throws {
        let folder = try #require(SuiteFolder.cases)
        guard case .review(let review) = try Reviewer.bundled(jobs: jobs).outcome(of: try folder.bytes(example.file), name: example.file) else {
            Issue.record("\(example.file) could not be read")
            return
        }
        let found = answers(review)
        func departures(_ only: IncumbentCase.OnlyIn) -> Set<String> {
            Set(IncumbentCase.departures.filter { $0.file == example.file && $0.only == only }.map(\.answer))
        }
        // Exactly those: a departure that is none any more has to go.
        #expect(found.subtracting(example.answers) == departures(.ours), "found, not expected")
        #expect(example.answers.subtracting(found) == departures(.theirs), "expected, not found")
    }
}
