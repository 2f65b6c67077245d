import JSONSchema
@testable import OC4IDS
import Testing

/// Items of one list with the same id, and a project related to itself.
@Suite struct DuplicateIDTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var reason: String
        /// Members of a project after its id.
        var members: String
        var found: [String] = []
        var testDescription: String { reason }
    }

    private func found(_ check: Check, _ members: String) throws -> [String] {
        try review(#"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", \#(members)}"#).places(check)
    }

    @Test(arguments: [
        Case(reason: "documents", members: #""documents": [{"id": "1"}, {"id": "2"}, {"id": "1"}]"#, found: ["/documents/2/id"]),
        Case(reason: "each but the first", members: #""milestones": [{"id": "1"}, {"id": "1"}, {"id": "1"}]"#, found: ["/milestones/1/id", "/milestones/2/id"]),
        Case(reason: "parties", members: #""parties": [{"id": "A"}, {"id": "A"}]"#, found: ["/parties/1/id"]),
        Case(reason: "contracting processes", members: #""contractingProcesses": [{"id": "1"}, {"id": "1"}]"#, found: ["/contractingProcesses/1/id"]),
        Case(reason: "lists inside items",
             members: #""contractingProcesses": [{"id": "1", "summary": {"modifications": [{"id": "1"}, {"id": "1"}]}}, {"id": "2", "summary": {"suppliers": [{"id": "A"}, {"id": "A"}]}}]"#,
             found: ["/contractingProcesses/0/summary/modifications/1/id", "/contractingProcesses/1/summary/suppliers/1/id"]),
        Case(reason: "an inner list between the two", members: #""metrics": [{"id": "1", "observations": [{"id": "1"}]}, {"id": "1", "observations": [{"id": "1"}]}]"#,
             found: ["/metrics/1/id"]),
        Case(reason: "written with an escape", members: #""locations": [{"id": "a1"}, {"id": "\u00611"}]"#, found: ["/locations/1/id"]),
        Case(reason: "the id is not the first member", members: #""documents": [{"title": "Plano", "id": "1"}, {"title": "Acta", "id": "1"}]"#, found: ["/documents/1/id"]),
        Case(reason: "the same number in one register", members: #""identifiers": [{"id": "290117", "scheme": "SNIP"}, {"scheme": "SNIP", "id": "290117"}]"#,
             found: ["/identifiers/1/id"]),
        Case(reason: "the same number without a register", members: #""identifiers": [{"id": "290117"}, {"id": "290117"}]"#, found: ["/identifiers/1/id"]),
        Case(reason: "a list that the schema does not have", members: #""anexos": [{"id": "1"}, {"\u0069d": "1"}, {"id": 2}, {"id": 2}]"#, found: ["/anexos/1/id", "/anexos/3/id"]),
        Case(reason: "lists in fields that the schema does not have", members: #""x": {"y": [[{"id": "1"}, {"id": "1"}]]}"#, found: ["/x/y/0/1/id"]),
        Case(reason: "a related project's scheme is not that of its id",
             members: #""relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "a"}, {"id": "1", "scheme": "x", "identifier": "b"}]"#, found: ["/relatedProjects/1/id"]),
    ]) func isFound(_ example: Case) throws {
        #expect(try found(.duplicateIDs, example.members) == example.found)
    }

    @Test(arguments: [
        Case(reason: "the same id in different lists", members: #""documents": [{"id": "1"}], "milestones": [{"id": "1"}], "locations": [{"id": "1"}]"#),
        Case(reason: "the same id in lists of different items", members: #""metrics": [{"id": "1", "observations": [{"id": "1"}]}, {"id": "2", "observations": [{"id": "1"}]}]"#),
        Case(reason: "one number in two registers", members: #""identifiers": [{"id": "290117", "scheme": "SNIP"}, {"id": "290117", "scheme": "GUATECOMPRAS"}]"#),
        Case(reason: "one code of two schemes", members: #""additionalClassifications": [{"scheme": "sdg", "id": "3"}, {"scheme": "COFOG", "id": "3"}]"#),
        Case(reason: "capitals count", members: #""documents": [{"id": "a"}, {"id": "A"}]"#),
        Case(reason: "items without an id", members: #""documents": [{"title": "Plano"}, {"title": "Plano"}]"#),
        Case(reason: "null and empty ids", members: #""documents": [{"id": null}, {"id": null}, {"id": ""}, {"id": ""}]"#),
        Case(reason: "numbers, where the schema wants text", members: #""documents": [{"id": 1}, {"id": 1}]"#),
        Case(reason: "no list", members: #""documents": {"id": "1"}"#),
        Case(reason: "items that are no objects", members: #""documents": ["1", "1", null, [{"id": "1"}, {"id": "1"}]]"#),
        Case(reason: "one code of two schemes in a list that the schema does not have", members: #""anexos": [{"id": "1", "scheme": "a"}, {"id": "1", "scheme": "b"}]"#),
        Case(reason: "the same id in different lists that the schema does not have", members: #""anexos": [{"id": "1", "x": [{"id": "1"}]}], "otros": [{"id": "1"}, "1", {"ids": "1"}]"#),
    ]) func isNotFound(_ example: Case) throws {
        #expect(try found(.duplicateIDs, example.members) == [])
    }

    /// Where the schema asks for a package as a whole, its projects are seen together: each looks at its own fields.
    @Test func eachProjectHasItsOwnAdditionalLists() throws {
        let package = #"{"additionalProperties": false, "properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#
        let standard = try Standard(packageSchema: Array(package.utf8), projectSchema: Array(#"{"properties": {"id": {"type": "string"}}}"#.utf8), origin: "own")
        let review = try Reviewer(standard: standard, settings: .fixed)
            .review(of: #"{"projects": [{"id": "a"}, {"id": "b", "anexos": [{"id": "1"}, {"id": "1"}]}, {"id": "c", "anexos": [{"id": "1"}]}]}"#)
        #expect(review.checks.first { $0.check == .duplicateIDs }?.count == 1)
    }

    /// A list longer than any table on the stack; the place of the first is known.
    @Test func longList() throws {
        let ids = (0 ..< 5_000).map(String.init) + ["4999", "17"]
        let items = ids.map { #"{"id": "\#($0)"}"# }.joined(separator: ",")
        let review = try review(#"{"id": "oc4ids-bu3kcz-1", "documents": [\#(items)]}"#)
        #expect(review.places(.duplicateIDs) == ["/documents/5000/id", "/documents/5001/id"])
        let twin = try #require(review.checks.first { $0.check == .duplicateIDs }?.places.last?.other)
        // The number 17 is the eighteenth.
        let before = #"{"id": "oc4ids-bu3kcz-1", "documents": ["# + ids[..<17].map { #"{"id": "\#($0)"},"# }.joined() + #"{"id": "#
        #expect(twin.position.column == before.count + 1)
    }

    /// Projects with the same id are for the whole dataset to find.
    @Test func projectsAreNotJudged() throws {
        let project = #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud"}"#
        for text in [package("[\(project), \(project)]"), "[\(project), \(project)]"] {
            #expect(try review(text).places(.duplicateIDs) == [])
        }
    }

    @Test func listsOfTwoProjectsAreApart() throws {
        let projects = #"[{"id": "oc4ids-bu3kcz-1", "documents": [{"id": "1"}]}, {"id": "oc4ids-bu3kcz-2", "documents": [{"id": "1"}, {"id": "1"}]}]"#
        #expect(try review(package(projects)).places(.duplicateIDs) == ["/projects/1/documents/1/id"])
    }

    @Test(arguments: [
        (#"{"scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-1"}"#, true),
        (#"{"identifier": "oc4ids-bu3kcz-1"}"#, true),
        (#"{"scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-2"}"#, false),
        // Another register may use the same text for another project.
        (#"{"scheme": "GT-SNIP", "identifier": "oc4ids-bu3kcz-1"}"#, false),
        (#"{"scheme": "oc4ids"}"#, false),
        // `id` only tells the entries of the list apart.
        (#"{"id": "oc4ids-bu3kcz-1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-2"}"#, false),
        (#""oc4ids-bu3kcz-1""#, false),
    ]) func relatedToItself(_ entry: String, _ isFound: Bool) throws {
        #expect(try found(.relatedToItself, #""relatedProjects": [\#(entry)]"#) == (isFound ? ["/relatedProjects/0/identifier"] : []))
    }
}

extension Review {
    /// Pointers of the places at which a check found something.
    func places(_ check: Check) -> [String] {
        checks.first { $0.check == check }?.places.map(\.pointer.description) ?? []
    }
}
