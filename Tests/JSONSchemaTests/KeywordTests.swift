import JSONSchema
import Testing

/// What each keyword finds, and how it is told: the value's pointer, the property, the keyword's place in the schema.
@Suite struct KeywordTests {
    @Test(arguments: [
        (#"{"type": "string"}"#, "1", "type "),
        (#"{"enum": ["a", 1, null]}"#, #""b""#, "enum "),
        (#"{"multipleOf": 0.01}"#, "0.001", "multipleOf "),
        (#"{"minimum": 1}"#, "0", "minimum "),
        (#"{"maximum": 1, "exclusiveMaximum": true}"#, "1.0", "maximum "),
        (#"{"minLength": 1}"#, #""""#, "minLength "),
        (#"{"minLength": 3}"#, #""ñ🏥""#, "minLength "),
        (#"{"maxLength": 1}"#, #""ñ🏥""#, "maxLength "),
        (#"{"pattern": "^[a-z]+$"}"#, #""A""#, "pattern "),
        (#"{"format": "date-time"}"#, #""2024-03-01""#, "format "),
        (#"{"items": [{}], "additionalItems": false}"#, "[1, 2, 3]", "additionalItems "),
        (#"{"minItems": 1}"#, "[]", "minItems "),
        (#"{"maxItems": 1}"#, "[1, 2]", "maxItems "),
        (#"{"uniqueItems": true}"#, "[1, 2, 1.0]", "uniqueItems "),
        (#"{"minProperties": 1}"#, "{}", "minProperties "),
        (#"{"maxProperties": 1}"#, #"{"a": 1, "b": 2}"#, "maxProperties "),
        (#"{"required": ["a/b"]}"#, "{}", "required  (a/b)"),
        (#"{"additionalProperties": false}"#, #"{"a": 1}"#, "additionalProperties /a (a)"),
        (#"{"dependencies": {"a": ["b"]}}"#, #"{"a": 1}"#, "dependencies  (b)"),
        (#"{"anyOf": [{"type": "string"}, {"minimum": 1}]}"#, "0", "anyOf "),
        (#"{"oneOf": [{"type": "integer"}, {"minimum": 1}]}"#, "2", "oneOf "),
        (#"{"not": {"type": "null"}}"#, "null", "not "),
    ])
    func aViolationOf(_ schemaText: String, _ document: String, _ expected: String) throws {
        #expect(try check(schemaText, document) == [expected])
    }

    @Test(arguments: [
        (#"{"minLength": 2, "pattern": "a", "format": "uri", "maxLength": 0, "enum": [7]}"#, "7"),
        (#"{"minimum": 7, "multipleOf": 7, "maximum": 0}"#, #""text""#),
        (#"{"minItems": 2, "uniqueItems": true, "items": {"type": "null"}}"#, #"{"a": 1}"#),
        (#"{"required": ["a"], "minProperties": 2, "additionalProperties": false, "dependencies": {"a": ["b"]}}"#, "[]"),
    ])
    func keywordsSayNothingAboutOtherTypes(_ schemaText: String, _ document: String) throws {
        #expect(try check(schemaText, document).isEmpty)
    }

    @Test(arguments: ["date", "regex", "", "DATE-TIME"])
    func unknownFormatsAcceptAll(_ format: String) throws {
        #expect(try check(#"{"format": "\#(format)"}"#, #""?""#).isEmpty)
    }

    @Test func everythingThatIsWrongIsReported() throws {
        let schemaText = #"""
            {"type": "object", "required": ["id", "title"], "properties": {"n": {"type": "integer", "minimum": 5}, "list": {"items": {"type": "string"}}},
             "additionalProperties": false}
            """#
        #expect(try check(schemaText, #"{"n": 1.5, "list": ["a", 1, null], "x": 0}"#) == [
            "required  (id)", "required  (title)", "minimum /n", "type /n", "type /list/1", "type /list/2", "additionalProperties /x (x)",
        ])
    }

    @Test func additionalItemsAreToldOnceForTheArray() throws {
        #expect(try check(#"{"properties": {"a": {"items": [{}], "additionalItems": false}}}"#, #"{"a": [1, 2, 3, 4]}"#) == ["additionalItems /a"])
        #expect(try check(#"{"items": [{}], "additionalItems": {"type": "null"}}"#, "[1, null, 2]") == ["type /2"])
    }

    // MARK: The place in the schema

    @Test func schemaLocationIsTheKeyword() throws {
        let found = try schema(#"{"properties": {"a/b": {"items": {"type": "null"}}}}"#).validate(#"{"a/b": [1]}"#.utf8)
        #expect(found.map(\.schemaLocation.description) == ["#/properties/a~1b/items/type"])
    }

    @Test func schemaLocationFollowsReferences() throws {
        let found = try schema(
            ##"{"properties": {"a": {"$ref": "#/definitions/b"}}, "definitions": {"b": {"$ref": "http://example.org/c.json#/definitions/d"}}}"##,
            documents: ["http://example.org/c.json": #"{"definitions": {"d": {"type": "null"}}}"#]
        ).validate(#"{"a": 1}"#.utf8)
        #expect(found.map(\.schemaLocation.description) == ["http://example.org/c.json#/definitions/d/type"])
    }

    @Test func keywordsBesideAReferenceDoNotCount() throws {
        #expect(try check(##"{"properties": {"a": {"$ref": "#/definitions/any", "type": "null"}}, "definitions": {"any": {}}}"##, #"{"a": 1}"#).isEmpty)
    }

    @Test func expectationIsWhatTheSchemaAsksFor() throws {
        func expectation(_ schemaText: String, _ document: String) throws -> JSONSchema.Expectation? {
            try schema(schemaText).validate(document.utf8).first?.expectation
        }
        #expect(try expectation(#"{"type": ["null", "string"]}"#, "1") == .types(["string", "null"]))
        #expect(try expectation(#"{"enum": ["a", 1.0]}"#, "2") == .values(["a", "1.0"]))
        #expect(try expectation(#"{"minItems": 2}"#, "[]") == .limit(2))
        #expect(try expectation(#"{"maximum": 1e400}"#, "1e401") == .number("1e400"))
        #expect(try expectation(#"{"pattern": "^a"}"#, #""b""#) == .text("^a"))
        #expect(try expectation(#"{"format": "ipv4"}"#, #""b""#) == .text("ipv4"))
        #expect(try expectation(#"{"required": ["a"]}"#, "{}") == JSONSchema.Expectation.none)
    }

    @Test func dependenciesNameTheMemberThatAsks() throws {
        let found = try schema(#"{"dependencies": {"a": ["c"], "b": ["c", "d"]}}"#).validate(#"{"b": 1}"#.utf8)
        #expect(found.map(\.property) == ["c", "d"])
        #expect(found.map(\.expectation) == [.text("b"), .text("b")])
    }

    // MARK: The excerpt

    @Test(arguments: [
        (#""texto""#, .text("texto")), (#""a\u00f1\n""#, .text("añ\n")), ("-0", .literal("-0")), ("1.50", .literal("1.50")), ("true", .literal("true")),
        ("[1]", nil), (#"{"a": 1}"#, nil), (#""\ud800""#, .text("\u{FFFD}")),
    ] as [(String, Excerpt?)])
    func excerptsShowScalarsAsWritten(_ document: String, _ expected: Excerpt?) throws {
        let found = try #require(try schema(#"{"type": "null"}"#).validate(document.utf8).first)
        #expect(found.excerpt == expected)
    }

    @Test func excerptsOfLongTextAreCut() throws {
        for text in [String(repeating: "ñ", count: 5000), String(repeating: #"\u00f1"#, count: 5000)] {
            let found = try #require(try schema(#"{"type": "null"}"#).validate(#""\#(text)""#.utf8).first)
            #expect(found.excerpt == .text(String(repeating: "ñ", count: Excerpt.longest) + "…"))
        }
        let whole = String(repeating: "x", count: Excerpt.longest)
        #expect(try schema(#"{"type": "null"}"#).validate(#""\#(whole)""#.utf8).first?.excerpt == .text(whole))
    }
}
