import JSONSchema
import OC4IDS
import Testing

/// Where findings are said to be: pointer, field, line and column, for every kind of input.
@Suite struct PlaceTests {
    /// A wrong title (`1`) in a project, around it an input of each kind, and what it is called there.
    static let kinds: [(text: String, pointer: String)] = [
        (package(#"[{"id": "a"}, {"id": "b", "title": 1}]"#), "/projects/1/title"),
        (#"{"id": "b", "title": 1}"#, "/title"),
        (#"[{"id": "a"}, {"id": "b", "title": 1}]"#, "/1/title"),
        (#"{"id": "a"}"# + "\n" + #"{"id": "b", "title": 1}"#, "/1/title"),
        (#"{"id": "a"}"# + "\n\n \n" + #"{"id": "b", "title": 1}"#, "/1/title"),
        (#"{"id": "a"}"# + "\n" + #"[{"id": "c"}, {"id": "b", "title": 1}]"#, "/1/1/title"),
        (#"{"id": "a"}"# + "\n" + package(#"[{"id": "b", "title": 1}]"#), "/1/projects/0/title"),
        (package(#"[{"id": "b", "title": 1}]"#) + "\n" + #"{"id": "a"}"#, "/0/projects/0/title"),
        (#"[{"id": "b", "title": 1}]"# + "\n" + #"{"id": "a"}"#, "/0/0/title"),
        (#"{"id": "b", "title": 1}"# + "\n" + #"{"id": "a"}"#, "/0/title"),
        ("[1,]\n" + #"{"id": "b", "title": 1}"#, "/1/title"),
    ]

    @Test(arguments: kinds.indices)
    func pointersBeginAtTheDocumentsRoot(_ position: Int) throws {
        let (text, pointer) = Self.kinds[position]
        #expect(try review(text).errorGroups.filter { $0.field.last == "title" }.flatMap(\.places).map(\.pointer.description) == [pointer])
    }

    @Test(arguments: kinds.indices)
    func fieldsOfProjectsBeginWithProjectsInEveryKind(_ position: Int) throws {
        #expect(try review(Self.kinds[position].text).errorGroups.map(\.field).contains(["projects", "title"]))
    }

    @Test func fieldsOfThePackageStandAlone() throws {
        let review = try review(#"{"uri": 1, "projects": []}"#)
        #expect(review.errorGroups.filter { $0.keyword == .type }.map(\.field) == [["uri"]])
        #expect(review.errorGroups.filter { $0.keyword == .required }.map(\.field) == [[], [], []])
    }

    @Test func fieldsHaveNoPositions() throws {
        let review = try review(#"{"id": "a", "documents": [{"id": "1"}, {"id": "2", "title": 1}]}"#)
        #expect(review.errors == ["type /documents/1/title"])
        #expect(review.firstField == ["projects", "documents", "title"])
    }

    @Test func aMissingPropertyIsPlacedAtTheObjectThatLacksIt() throws {
        let review = try review("[\n  {\"title\": \"a\"}]")
        let group = try #require(review.errorGroups.first)
        #expect(group.property == "id")
        #expect(group.field == ["projects"])
        #expect(group.places.map(\.pointer.description) == ["/0"])
        #expect(group.places.first?.position.line == 2)
        #expect(group.places.first?.position.column == 3)
    }

    @Test func namesAreEscapedInPointers() throws {
        let review = try review(#"{"id": "a", "x/y~z": {"k": 1, "k": 2}}"#)
        #expect(review.checks.first?.places.map(\.pointer.description) == ["/x~1y~0z/k"])
    }

    // MARK: Lines and columns

    static let positions: [(text: String, line: Int, column: Int)] = [
        (#"{"id": 1}"#, 1, 8),
        ("\u{FEFF}{\"id\": 1}", 1, 8),
        ("{\n\"id\": 1}", 2, 7),
        ("{\r\n\"id\":\r\n  1}", 3, 3),
        ("{\r\"id\": 1}", 2, 7),
        ("{\"x\": \"ñ🏥\", \"id\": 1}", 1, 19),
        ("\n\n{\"id\": 1}", 3, 8),
        ("\t{\"id\": 1}", 1, 9),
    ]

    @Test(arguments: positions.indices)
    func positionIsThatOfTheValuesFirstByte(_ example: Int) throws {
        let (text, line, column) = Self.positions[example]
        let place = try #require(try review(text).errorGroups.first?.places.first)
        #expect((place.position.line, place.position.column) == (line, column))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func linesOfNewlineDelimitedJSONAreCountedFromTheBeginning(_ end: String) throws {
        let places = try review([#"{"id": 1}"#, "", #" {"id": 2}"#].joined(separator: end)).errorGroups.flatMap(\.places)
        #expect(places.map(\.position.line) == [1, 3])
        #expect(places.map(\.position.column) == [8, 9])
        #expect(places.map(\.pointer.description) == ["/0/id", "/1/id"])
    }

    // MARK: Order and number

    @Test func groupsComeAsTheyAreFirstMetAndPlacesInDocumentOrder() throws {
        let review = try review(#"[{"id": "a", "title": 1, "status": "x"}, {"id": 1, "status": "y"}, {"id": "c", "title": 2}]"#)
        #expect(review.errors == ["type /0/title", "type /2/title", "enum /0/status", "enum /1/status", "type /1/id"])
    }

    @Test(arguments: [(0, 5), (1, 1), (3, 3), (20, 5)])
    func examplesLimitThePlacesButNotTheCount(_ examples: Int, _ listed: Int) throws {
        let group = try #require(try Reviewer.bundled(examples: examples).review(of: #"[{}, {}, {}, {}, {}]"#).errorGroups.first { $0.keyword == .required })
        #expect(group.count == 5)
        #expect(group.places.count == listed)
        #expect(group.places.first?.pointer.description == "/0")
    }

    // MARK: Keys that stand twice

    private func twins(_ text: String) throws -> [String] {
        try review(text).checks.filter { $0.check == .duplicateKey }.flatMap(\.places).map { place in
            "\(place.pointer) \(place.position.line):\(place.position.column) \(place.other.map { "\($0.position.line):\($0.position.column)" } ?? "-")"
        }
    }

    @Test(arguments: [
        (#"{"uri": "a", "projects": [], "uri": "b"}"#, ["/uri 1:37 1:9"]),
        (#"{"projects": [], "projects": []}"#, ["/projects 1:30 1:14"]),
        (#"{"projects": [{"id": "a", "id": "b"}]}"#, ["/projects/0/id 1:33 1:22"]),
        (#"{"id": "a", "id": "b"}"#, ["/id 1:19 1:8"]),
        (#"[{"id": "a", "id": "b"}]"#, ["/0/id 1:20 1:9"]),
        ("{\"id\": \"a\"}\n{\"id\": \"b\",\n\"id\": \"c\"}", ["/1/id 3:7 2:8"]),
        (#"{"id": "a", "x": 1, "\u0078": 2}"#, ["/x 1:31 1:18"]),
        (#"{"id": "a", "x": 1, "x": 2, "x": 3}"#, ["/x 1:26 1:18", "/x 1:34 1:18"]),
        (#"{"id": "a", "parties": [{"id": "1", "id": "1"}]}"#, ["/parties/0/id 1:43 1:32"]),
    ])
    func aKeyThatStandsTwiceIsNamedWithBothPositions(_ text: String, _ expected: [String]) throws {
        #expect(try twins(text) == expected)
    }

    @Test func everyOccurrenceOfAKeyIsChecked() throws {
        #expect(try review(#"{"id": "a", "title": 1, "title": 2}"#).errors == ["type /title", "type /title"])
        #expect(try review(#"{"projects": [{"id": 1}], "projects": [{"id": 2}]}"#).errors.filter { $0.hasPrefix("type") } == ["type /projects/0/id", "type /projects/0/id"])
    }

    @Test func aKeyIsTheSameOnlyInTheSameObject() throws {
        #expect(try twins(#"{"id": "a", "parties": [{"id": "a"}, {"id": "b"}], "budget": {"id": 1}}"#) == [])
    }

    // MARK: Bad lines

    @Test func aBadLineIsNamedAndTheOthersAreChecked() throws {
        let review = try review(#"{"id": 1}"# + "\n" + #"{"id": "b", }"# + "\n" + #"{"id": 3}"#)
        #expect(review.errors == ["type /0/id", "type /2/id"])
        #expect(review.badLines.map(\.number) == [1])
        #expect(review.badLines.map(\.error.line) == [2])
        #expect(review.badLines.map(\.error.column) == [13])
    }

    @Test(arguments: [
        #"{"id": "b"# , #"{"id": "b""#, #"{"id": "b"}}"#, "nada", #"{id: 1}"#, "<html>", "]", #"{"id": "b"} {"id": "c"}"#, "{\"id\": \"\u{1}\"}",
    ])
    func anyBadLineLeavesTheOthers(_ line: String) throws {
        let review = try review([#"{"id": "a"}"#, line, #"{"id": 3}"#, #"{"id": 4}"#].joined(separator: "\n"))
        #expect(review.badLines.map(\.number) == [1])
        #expect(review.errors.suffix(2) == ["type /2/id", "type /3/id"])
    }

    @Test func theLastLineMayBeCutOff() throws {
        let review = try review(#"{"id": 1}"# + "\n" + #"{"id": "b""#)
        #expect(review.badLines.map(\.error.code) == [.truncated])
        #expect(review.errors == ["type /0/id"])
    }
}
