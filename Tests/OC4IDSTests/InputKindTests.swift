import JSONSchema
import OC4IDS
import Testing

/// What an input is taken for, by what its first bytes hold: PRODUCT.md, "Input it must take".
@Suite struct InputKindTests {
    static let kinds: [(text: String, kind: InputKind)] = [
        (#"{"projects": []}"#, .package),
        (#"{"projects": [], "id": "a"}"#, .package),
        (#"{"id": "a", "title": "b", "projects": null}"#, .package),
        (#"{"pro\u006aects": []}"#, .package),
        (#"{"id": "a"}"#, .project),
        (#"{"id": null}"#, .project),
        (#"{"title": "a", "description": "b"}"#, .project),
        (#"{"x": 1, "title": "a", "y": 2, "budget": {}}"#, .project),
        (#"{"title": "a"}"#, .package),
        (#"{"title": "a", "title": "b"}"#, .package),
        (#"{"title": "a", "titulo": "b"}"#, .package),
        (#"{"uri": "a", "publisher": {}}"#, .package),
        (#"{"x": {"id": "a", "projects": []}}"#, .package),
        ("{}", .package),
        ("[]", .projects),
        ("[{}]", .projects),
        ("[1]", .projects),
        ("1", .package), ("null", .package), ("true", .package), (#""projects""#, .package),
        (#"{"id": "a"}"# + "\n" + #"{"id": "b"}"#, .ndjson),
        ("[]\n[]", .ndjson),
        (#"{"projects": []}"# + "\r\n" + #"{"id": "b"}"#, .ndjson),
        (#"{"id": "a"}"# + "\r" + #"{"id": "b"}"#, .ndjson),
        ("1\n2", .ndjson),
        ("{\n\"id\": \"a\"\n}\n{\n\"id\": \"b\"\n}", .ndjson),
        (#"{"id": "a"}"# + "\n\n", .project),
        ("\n\n" + #"{"id": "a"}"#, .project),
    ]

    @Test(arguments: kinds.indices)
    func kindIsAsSpecified(_ position: Int) throws {
        let (text, kind) = Self.kinds[position]
        #expect(try review(text).input.kind == kind, "\(text)")
    }

    @Test(arguments: kinds.indices)
    func byteOrderMarkChangesNothing(_ position: Int) throws {
        let (text, kind) = Self.kinds[position]
        let (plain, marked) = (try review(text), try review("\u{FEFF}" + text))
        #expect(marked.input.kind == kind)
        #expect(marked.errors == plain.errors)
        #expect(marked.errorGroups.flatMap(\.places).map(\.position) == plain.errorGroups.flatMap(\.places).map(\.position))
        #expect(marked.input.bytes == plain.input.bytes + 3)
    }

    @Test(arguments: [
        #"{"releases": []}"#, #"{"records": [], "uri": "https://example.org"}"#, #"{"uri": "x", "version": "1.1", "releases": [{"id": "a", "projects": []}]}"#,
    ])
    func contractingDataIsNamed(_ text: String) throws {
        guard case .ocds? = try failure(text.utf8)?.reason else {
            Issue.record("not recognised")
            return
        }
    }

    @Test(arguments: [#"{"releases": [], "projects": []}"#, #"{"id": "a", "releases": []}"#, #"[{"releases": []}]"#])
    func aFieldOfThatNameInOtherDataIsNoContractingData(_ text: String) throws {
        #expect(try failure(text.utf8) == nil)
    }

    @Test func twoValuesOnOneLineAreNoNewlineDelimitedJSON() throws {
        guard case .reading(let error)? = try failure(#"{"id": "a"} {"id": "b"}"#.utf8)?.reason else {
            Issue.record("accepted")
            return
        }
        #expect(error.code == .extraContent)
        #expect((error.line, error.column) == (1, 13))
    }

    // MARK: What each kind is checked for

    @Test func whatIsNoProjectIsCheckedAsAPackageSoThatItsMissingFieldsAreReported() throws {
        let missing = ["projects", "publishedDate", "publisher", "uri", "version"].map { "required  (\($0))" }
        #expect(try review("{}").errors == missing)
        #expect(try review(#"{"title": "a"}"#).errors == missing)
    }

    @Test(arguments: ["1", "null", "true", #""x""#])
    func aScalarIsNoPackage(_ text: String) throws {
        #expect(try review(text).errors == ["type "])
    }

    @Test func aProjectNeedsNoPackage() throws {
        #expect(try review(#"{"id": "a"}"#).errors == [])
        #expect(try review(#"{"title": "a", "description": "b"}"#).errors == ["required  (id)"])
    }

    @Test func anEmptyArrayHoldsNoProjectsAndNoErrors() throws {
        let review = try review("[]")
        #expect(review.summary.projects == 0)
        #expect(review.summary.valid)
    }

    @Test func everyItemOfAnArrayIsAProject() throws {
        #expect(try review(#"[{"id": "a"}, {}, 1, {"projects": []}]"#).errors == [
            "minProperties /1", "required /1 (id)", "required /3 (id)", "type /2",
        ])
    }

    @Test func onLaterLinesEveryOtherObjectIsAProject() throws {
        #expect(try review(#"{"id": "a"}"# + "\n" + #"{"title": "b"}"#).errors == ["required /1 (id)"])
    }

    @Test func onTheFirstLineAnObjectIsWhatItWouldBeAlone() throws {
        let review = try review(#"{"title": "a"}"# + "\n" + #"{"id": "b"}"#)
        #expect(review.errorGroups.map(\.field) == [[], [], [], [], []])
    }

    @Test(arguments: ["{}", #""a""#, "1", "null"])
    func projectsMustBeAnArray(_ value: String) throws {
        let review = try review(package(value))
        #expect(review.errors == ["type /projects"])
        #expect(review.summary.projects == 0)
    }

    @Test func aPackageMustHoldAProject() throws {
        #expect(try review(package("[]")).errors == ["minItems /projects"])
    }

    @Test func aProjectMustNotStandTwiceInAPackage() throws {
        let review = try review(package(#"[{"id": "a", "title": "x"}, {"id": "b"}, {"title": "\u0078", "id": "a"}]"#))
        #expect(review.errors == ["uniqueItems /projects"])
        #expect(review.errorGroups.first?.places.first?.twins == [0, 2])
    }

    @Test func membersOfThePackageAreCheckedBeforeAndBehindTheProjects() throws {
        let review = try review(#"{"uri": 1, "projects": [{"id": "a"}], "version": "nine", "publishedDate": "2026", "publisher": {}}"#)
        #expect(Set(review.errors) == ["type /uri", "pattern /version", "format /publishedDate", "minProperties /publisher", "required /publisher (name)"])
    }

    // MARK: The summary

    @Test(arguments: [
        (package(#"[{"id": "a"}, {"id": "b"}]"#), 2), (#"[{"id": "a"}, 1, {}]"#, 3), (#"{"id": "a"}"#, 1), ("[]", 0), ("1", 0), ("{}", 0),
        (#"{"id": "a"}"# + "\n" + #"[{"id": "b"}, {"id": "c"}]"# + "\n" + package(#"[{"id": "d"}]"#), 4),
    ])
    func projectsAreCounted(_ text: String, _ count: Int) throws {
        #expect(try review(text).summary.projects == count)
    }

    @Test func contractingProcessesAreCounted() throws {
        let processes = #"{"id": "a", "contractingProcesses": [{"id": "1"}, {"id": "2"}]}"#
        #expect(try review(processes).summary.contractingProcesses == 2)
        #expect(try review(package("[\(processes), {\"id\": \"b\"}]")).summary.contractingProcesses == 2)
    }

    @Test func whatThePackageSaysOfItself() throws {
        let text = #"{"license": "https://example.org/l", "projects": [{"id": "a"}], "publishedDate": "2026-01-02T00:00:00Z", "publisher": {"name": "MSPAS"}}"#
        let summary = try review(text).summary
        #expect(summary.publisher == "MSPAS")
        #expect(summary.license == "https://example.org/l")
        #expect(summary.publishedDate == "2026-01-02T00:00:00Z")
    }

    @Test func whatIsNotThereIsNotInTheSummary() throws {
        let summary = try review(#"{"publisher": "MSPAS", "license": null, "publishedDate": 2026, "projects": []}"#).summary
        #expect(summary.publisher == nil)
        #expect(summary.license == nil)
        #expect(summary.publishedDate == nil)
        #expect(summary.lastUpdated == nil)
    }

    @Test func theNewestUpdateIsTheLatestMomentWhateverItsTimeZone() throws {
        let updates = ["2026-03-01T23:00:00-06:00", "2026-03-02T01:00:00Z", "ayer", "2027-01-01"]
        let projects = updates.enumerated().map { #"{"id": "\#($0)", "updated": "\#($1)"}"# }.joined(separator: ", ")
        #expect(try review("[\(projects)]").summary.lastUpdated == "2026-03-01T23:00:00-06:00")
    }

    @Test func severitiesAreCounted() throws {
        let summary = try review(#"{"id": "oc4ids-bu3kcz-a", "id": "oc4ids-bu3kcz-b", "title": 1}"#).summary
        #expect((summary.errors, summary.warnings, summary.infos) == (2, 0, 0))
        #expect(!summary.valid)
    }

    @Test func validMeansThatTheSchemaIsFulfilled() throws {
        let summary = try review(#"{"id": "a", "id": "b"}"#).summary
        #expect(summary.valid)
        #expect(summary.errors == 1)
    }
}
