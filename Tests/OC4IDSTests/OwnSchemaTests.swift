import JSONSchema
import Testing
@testable import OC4IDS

/// Schemas of one's own in place of the standard's.
@Suite struct OwnSchemaTests {
    private static let package = #"{"properties": {"projects": {"items": {"$ref": "project-schema.json"}}}}"#

    private func standard(_ project: String) throws(StandardError) -> Standard {
        try Standard(packageSchema: Array(Self.package.utf8), projectSchema: Array(project.utf8), origin: "own")
    }

    /// What a group says holds for each of its places.
    @Test(arguments: [
        (#"{"items": [{"maximum": 180}, {"maximum": 90}]}"#, "[200, 95]", ["maximum limit 180", "maximum limit 90"]),
        (#"{"items": [{"enum": ["a"]}, {"enum": ["b"]}]}"#, #"["b", "a"]"#, ["enum a", "enum b"]),
        (#"{"allOf": [{"minimum": 5}, {"minimum": 10}]}"#, "3", ["minimum limit 5", "minimum limit 10"]),
        (#"{"type": "array", "items": {"type": "string"}}"#, "[1]", ["type string"]),
    ])
    func whatIsAskedForIsWhatThePlaceIsAskedFor(_ field: String, _ value: String, _ expected: [String]) throws {
        let review = try Reviewer(standard: standard(#"{"properties": {"id": {}, "x": \#(field)}}"#), settings: .fixed).review(of: #"[{"id": "a", "x": \#(value)}]"#)
        let found = review.errorGroups.map { group -> String in
            let asked = switch group.expectation {
            case .number(let text): "limit \(text)"
            case .values(let values): values.joined(separator: ",")
            case .types(let types): types.joined(separator: ",")
            default: "\(group.expectation)"
            }
            return "\(group.keyword.rawValue) \(asked)"
        }
        #expect(Set(found) == Set(expected))
        #expect(Set(review.errorGroups.map(\.schemaPath)).count == expected.count)
        #expect(review.errorGroups.allSatisfy { $0.count == 1 })
        // Between inputs it is the field that counts.
        #expect(review.publication?.metrics.schemaErrorKinds == 1)
        #expect(InputResult.FindingCount.all(in: review).filter { $0.kind == .schema }.map(\.count) == [expected.count])
    }

    /// Each definition refers to the next one twice: there are 2⁴⁰ paths.
    @Test func fieldsOfManyPathsAreListedOnce() throws {
        let definitions = (0 ..< 40).map { ##""d\##($0)": {"properties": {"a": {"$ref": "#/definitions/d\##($0 + 1)"}, "b": {"$ref": "#/definitions/d\##($0 + 1)"}}}"## }
        let own = try standard(##"{"properties": {"id": {}, "x": {"$ref": "#/definitions/d0"}}, "definitions": {\##(definitions.joined(separator: ", ")), "d40": {"type": "null"}}}"##)
        let review = try Reviewer(standard: own, settings: .fixed).review(of: #"[{"id": "a", "x": 1}]"#)
        #expect(review.coverage.count < 50_000)
        #expect(review.coverage.first { $0.field == ["projects", "x"] }?.present == 1)
    }

    @Test(arguments: [#"{}"#, #"{"properties": {}}"#, #"{"allOf": [{"properties": {"id": {}}}]}"#])
    func projectsWithoutFieldsOfTheirOwn(_ project: String) throws {
        let error = #expect(throws: StandardError.self) { try standard(project) }
        #expect(error == .noFields)
        for language in Language.allCases { #expect(StandardErrorText.message(.noFields, language).contains("properties")) }
    }

    @Test(arguments: ["true", "[1]", "5"])
    func aSchemaThatIsNoObjectIsCalledSo(_ project: String) throws {
        let error = try #require(#expect(throws: StandardError.self) { try standard(project) })
        #expect(StandardErrorText.message(error, .en) == "The schema at project-schema.json:1:1 has to be an object, in curly brackets.")
        #expect(StandardErrorText.message(error, .es) == "El esquema en project-schema.json:1:1 debe ser un objeto, entre llaves.")
    }

    @Test(arguments: [("type", "5", "es", "el nombre de un tipo"), ("required", "[]", "es", "una lista de nombres"), ("type", "5", "en", "the name of a type")])
    func aWrongKeywordIsExplainedInTheReadersLanguage(_ keyword: String, _ value: String, _ language: String, _ words: String) throws {
        let error = #expect(throws: StandardError.self) { try standard(#"{"properties": {"id": {"\#(keyword)": \#(value)}}}"#) }
        #expect(StandardErrorText.message(try #require(error), try #require(Language(rawValue: language))).contains(words))
    }
}
