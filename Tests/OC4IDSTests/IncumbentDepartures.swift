import JSONSchema
import OC4IDS
import Testing

/// Why our answer is not that of the official review tool.
enum IncumbentDeparture: String, CaseIterable {
    /// Its look at a list ends where the first item is of another kind than it expects.
    case firstItemDecides
    /// `false` and `0` are no codes for it, unless they stand in a list.
    case falseAndZero
    /// Of two additional fields one is left out when its name begins with the other's.
    case commonBeginning
    /// It does not look into lists in lists.
    case listsInLists
    /// It names places that are not there.
    case wordBeforeAmount
    /// Objects in the place of a text, where the schema names no fields.
    case objectForText
    /// It fails on parties that are no objects.
    case partiesThatAreNone
    /// It keeps the last of several values with the same key.
    case duplicateKeys
}

/// The examples of docs/differences.md, each a project, and what is said of it.
@Suite struct IncumbentDepartures {
    struct Example: Sendable, CustomTestStringConvertible {
        var reason: IncumbentDeparture
        var project: String
        var answer: [String]

        var testDescription: String { "\(reason): \(project)" }
    }

    static let examples = [
        Example(reason: .firstItemDecides, project: #"{"documents": [null, {"documentType": "x"}]}"#, answer: ["projects/documents/documentType x"]),
        Example(reason: .firstItemDecides, project: #"{"sector": [{}, "x"]}"#, answer: ["projects/sector x"]),
        Example(reason: .falseAndZero, project: #"{"status": 0}"#, answer: ["projects/status 0"]),
        Example(reason: .falseAndZero, project: #"{"status": false}"#, answer: ["projects/status false"]),
        Example(reason: .commonBeginning, project: #"{"campo": 1, "campo2": 2}"#, answer: ["projects/campo 1", "projects/campo2 1"]),
        Example(reason: .listsInLists, project: #"{"campo": [[""]]}"#, answer: ["projects/campo 1", "missing-values /projects/0/campo/0/0"]),
        Example(reason: .wordBeforeAmount, project: #"{"campo": {"netamount": 5}}"#, answer: ["projects/campo 1", "missing-currency /projects/0/campo"]),
        Example(reason: .objectForText, project: #"{"title": {"es": "Escuela"}}"#, answer: []),
        Example(reason: .partiesThatAreNone, project: #"{"publicAuthority": {"id": "A"}, "parties": [null]}"#, answer: ["missing-org-refs /projects/0/publicAuthority/id"]),
        Example(reason: .duplicateKeys, project: #"{"status": "x", "status": "y"}"#, answer: ["projects/status x", "projects/status y"]),
    ]

    /// Codes, additional fields and the four checks that the tool has too.
    static func answer(_ project: String) throws -> [String] {
        let review = try review(package("[\(project)]"))
        var answer = review.codelists.flatMap { list in list.values.map { "\(list.field.joined(separator: "/")) \($0.value.content)" } }
        answer += review.additionalFields.map { "\($0.field.joined(separator: "/")) \($0.count)" }
        for check in [Check.missingValues, .missingCurrency, .missingOrgRefs, .invalidProjectIDs] {
            answer += review.places(check).map { "\(check.rawValue) \($0)" }
        }
        return answer.sorted()
    }

    @Test(arguments: examples)
    func answerIsOurs(_ example: Example) throws {
        #expect(try Self.answer(example.project) == example.answer.sorted())
    }

    @Test func everyReasonHasAnExampleInTheDocument() throws {
        let document = String(decoding: try PackageFolder.bytes("docs/differences.md"), as: UTF8.self)
        #expect(Set(Self.examples.map(\.reason)) == Set(IncumbentDeparture.allCases))
        for example in Self.examples { #expect(document.contains("`\(example.project)`"), "\(example.project)") }
        #expect(IncumbentCase.departures.allSatisfy { departure in Self.examples.contains { $0.reason == departure.reason } })
    }
}

/// Where the tool is not wrong our answers are its answers: shapes and values that the files of the suite do not have.
@Suite struct IncumbentAnswers {
    @Test(arguments: [
        // What stands in the wrong shape is looked at as if the shape were right.
        (#"{"documents": {"documentType": "x", "campo": {"a": 1}}}"#, ["projects/documents/documentType x", "projects/documents/campo 1"]),
        (#"{"budget": [{"campo": 1, "amount": {"amount": 1}}]}"#, ["projects/budget/campo 1", "missing-currency /projects/0/budget/0/amount"]),
        (#"{"status": ["x", null, " ", "completion"]}"#, ["projects/status x", "missing-values /projects/0/status/2"]),
        (#"{"sector": "x"}"#, ["projects/sector x"]),
        (#"{"contractingProcesses": {"summary": {"status": "x", "documents": [{"documentType": "y", "campo": 1}]}}}"#,
         ["projects/contractingProcesses/summary/status x", "projects/contractingProcesses/summary/documents/documentType y", "projects/contractingProcesses/summary/documents/campo 1"]),
        // Lists in lists are no codes, objects and null neither.
        (#"{"sector": [["x"], {"a": 1}, null, "", "\u0020\u00a0\u3000"]}"#, ["missing-values /projects/0/sector/3", "missing-values /projects/0/sector/4"]),
        (#"{"sector": [1, 0, false]}"#, ["projects/sector 0", "projects/sector 1", "projects/sector false"]),
        // Ids that name no one are not among the parties; objects and lists are no ids.
        (#"{"publicAuthority": {"id": null}, "parties": [{"id": "A"}]}"#, ["missing-org-refs /projects/0/publicAuthority/id"]),
        (#"{"publicAuthority": {"id": ""}}"#, ["missing-org-refs /projects/0/publicAuthority/id", "missing-values /projects/0/publicAuthority/id"]),
        (#"{"publicAuthority": {"id": ""}, "parties": [{"id": ""}]}"#, ["missing-values /projects/0/publicAuthority/id", "missing-values /projects/0/parties/0/id"]),
        (#"{"publicAuthority": {"id": ["A"]}}"#, []),
        (#"{"publicAuthority": {"name": "A"}}"#, []),
        (#"{"publicAuthority": {"id": 1}, "parties": [{"id": 1.0}]}"#, []),
        (#"{"publicAuthority": {"id": 1}, "parties": [{"id": "1"}]}"#, ["missing-org-refs /projects/0/publicAuthority/id"]),
        // An amount is an amount unless it holds something; so is a currency.
        (#"{"campo": {"amount": null}}"#, ["projects/campo 1", "missing-currency /projects/0/campo"]),
        (#"{"campo": {"amount": []}}"#, ["projects/campo 1", "missing-currency /projects/0/campo", "missing-values /projects/0/campo/amount"]),
        (#"{"campo": {"amount": [1]}}"#, ["projects/campo 1"]),
        (#"{"campo": {"Amount": 1}}"#, ["projects/campo 1"]),
        // One object is one, though another stands between its amounts.
        (#"{"campo": {"amount": null, "a": {"amount": 1, "currency": "GTQ"}, "net_amount": 1}}"#, ["projects/campo 1", "missing-currency /projects/0/campo"]),
        (#"{"campo": {"amount": 1, "currency": null}}"#, ["projects/campo 1"]),
        (#"{"campo": {"amount": 1, "currency": ["GTQ"]}}"#, ["projects/campo 1", "missing-currency /projects/0/campo"]),
        (#"{"budget": {"amount": {"amount": 1, "currency": {"a": "GTQ"}}}}"#, ["missing-currency /projects/0/budget/amount"]),
        (#"{"budget": {"amount": {"amount": {}}}}"#, ["missing-currency /projects/0/budget/amount", "missing-values /projects/0/budget/amount/amount"]),
        // Empty objects say nothing as members, not as items.
        (#"{"documents": [{}], "budget": {}, "campo": [{}, {"a": {}}]}"#, ["projects/campo 1", "missing-values /projects/0/budget", "missing-values /projects/0/campo/1/a"]),
        // A prefix, and something behind it.
        (#"{"id": "oc4ids-bu3kcz"}"#, ["invalid-project-ids /projects/0/id"]),
        (#"{"id": "oc4ids-bu3kcz1"}"#, []),
        (#"{"id": "oc4ids-bu3kcz-"}"#, []),
        (#"{"id": "oc4ids-bu3kcz\n1"}"#, ["invalid-project-ids /projects/0/id"]),
        (#"{"id": "\u006fc4ids-bu3kcz-1"}"#, []),
        (#"{"id": 5}"#, []),
    ])
    func areTheSame(_ project: String, _ expected: [String]) throws {
        #expect(try IncumbentDepartures.answer(project) == expected.sorted())
    }

    @Test func whatIsInTheWrongShapeHasItsPlace() throws {
        let review = try review(package(#"[{"documents": {"a/b": 1, "documentType": "x"}, "status": ["y"]}]"#))
        #expect(review.additionalFields.flatMap(\.places).map(\.pointer.description) == ["/projects/0/documents/a~1b"])
        #expect(review.codelists.flatMap(\.values).flatMap(\.places).map(\.pointer.description).sorted() == ["/projects/0/documents/documentType", "/projects/0/status/0"])
    }

    /// A file without projects: it leaves coverage out, ours has zeros.
    @Test(arguments: [#"{"campo": 1}"#, #"{"projects": 5}"#])
    func coverageOfNothingIsZero(_ text: String) throws {
        let coverage = try review(text).coverage.filter { $0.field.count > 1 && $0.field[0] == "projects" }
        #expect(coverage.count == 578)
        #expect(coverage.allSatisfy { $0.present == 0 && $0.of == 0 })
    }
}
