import JSONSchema
import Testing

/// A schema that is itself wrong: what, and where. 1️⃣ marks the place.
@Suite struct SchemaErrorTests {
    private func error(in marked: String) throws -> SchemaError {
        try #require(#expect(throws: SchemaError.self) { _ = try CompiledSchema(MarkedText(marked).bytes) })
    }

    private func wrongKeyword(_ error: SchemaError) -> String? {
        if case .wrongKeyword(let keyword, _) = error.code { keyword } else { nil }
    }

    @Test(arguments: [
        (#"{"type": 1️⃣1}"#, "type"), (#"{"type": 1️⃣"text"}"#, "type"), (#"{"type": 1️⃣[]}"#, "type"), (#"{"type": 1️⃣["null", 1]}"#, "type"),
        (#"{"enum": 1️⃣[]}"#, "enum"), (#"{"enum": 1️⃣"a"}"#, "enum"),
        (#"{"minimum": 1️⃣"1"}"#, "minimum"), (#"{"maximum": 1️⃣null}"#, "maximum"), (#"{"minimum": 1, "exclusiveMinimum": 1️⃣1}"#, "exclusiveMinimum"),
        (#"{"exclusiveMaximum": 1️⃣"x"}"#, "exclusiveMaximum"),
        (#"{"multipleOf": 1️⃣0}"#, "multipleOf"), (#"{"multipleOf": 1️⃣-1}"#, "multipleOf"), (#"{"multipleOf": 1️⃣0.0e9}"#, "multipleOf"),
        (#"{"minLength": 1️⃣-1}"#, "minLength"), (#"{"maxLength": 1️⃣1.5}"#, "maxLength"), (#"{"pattern": 1️⃣1}"#, "pattern"), (#"{"format": 1️⃣1}"#, "format"),
        (#"{"minItems": 1️⃣"1"}"#, "minItems"), (#"{"maxItems": 1️⃣-1}"#, "maxItems"), (#"{"uniqueItems": 1️⃣1}"#, "uniqueItems"),
        (#"{"items": 1️⃣1}"#, "items"), (#"{"items": [{}, 1️⃣1]}"#, "1"), (#"{"items": [{}], "additionalItems": 1️⃣1}"#, "additionalItems"),
        (#"{"additionalItems": 1️⃣[]}"#, "additionalItems"),
        (#"{"minProperties": 1️⃣[]}"#, "minProperties"), (#"{"maxProperties": 1️⃣1.5}"#, "maxProperties"),
        (#"{"required": 1️⃣[]}"#, "required"), (#"{"required": 1️⃣true}"#, "required"), (#"{"required": 1️⃣[1]}"#, "required"),
        (#"{"properties": 1️⃣[]}"#, "properties"), (#"{"properties": {"a": 1️⃣true}}"#, "a"), (#"{"patternProperties": 1️⃣1}"#, "patternProperties"),
        (#"{"additionalProperties": 1️⃣1}"#, "additionalProperties"),
        (#"{"dependencies": 1️⃣1}"#, "dependencies"), (#"{"dependencies": {"a": 1️⃣[]}}"#, "dependencies"), (#"{"dependencies": {"a": 1️⃣1}}"#, "a"),
        (#"{"allOf": 1️⃣[]}"#, "allOf"), (#"{"anyOf": 1️⃣{}}"#, "anyOf"), (#"{"oneOf": [1️⃣1]}"#, "0"), (#"{"not": 1️⃣1}"#, "not"),
        (#"{"required": 1️⃣["a", "a"]}"#, "required"), (#"{"enum": 1️⃣[1, 1.0]}"#, "enum"), (#"{"exclusiveMinimum": 1️⃣true}"#, "exclusiveMinimum"),
        (#"{"type": 1️⃣["string", "string"]}"#, "type"), (#"{"items": 1️⃣[]}"#, "items"),
        (#"{"$ref": 1️⃣5}"#, "$ref"), (#"{"items": {"$ref": 1️⃣{"type": "null"}}}"#, "$ref"), (#"{"properties": {"a": {"$ref": 1️⃣null}}}"#, "$ref"),
        (#"{"title": 1️⃣1}"#, "title"), (#"{"id": 1️⃣1}"#, "id"), (#"{"$schema": 1️⃣[]}"#, "$schema"),
        ("1️⃣[]", ""), ("1️⃣true", ""),
    ])
    func keywordsOfTheWrongShape(_ marked: String, _ keyword: String) throws {
        let error = try error(in: marked)
        #expect(wrongKeyword(error) == keyword)
        #expect(error.position == MarkedText(marked).position("1"))
    }

    @Test func aSchemaThatIsNoJSON() throws {
        let error = try error(in: "{\n  \"type\": 1️⃣}")
        guard case .unreadable(let reading) = error.code else { return #expect(Bool(false), "\(error)") }
        #expect(reading.code == .expectedValue)
        #expect(error.position == Position(line: 2, column: 11))
    }

    @Test(arguments: ["#/definitions/b", "other.json", "#b", "http://example.org/a.json#/x", "#/definitions/a/type", "#/definitions/a~2"])
    func referencesThatLeadNowhere(_ reference: String) throws {
        let marked = #"{"definitions": {"a": {"type": "null"}}, "properties": {"p": {"$ref": 1️⃣"\#(reference)"}}}"#
        let error = try error(in: marked)
        switch error.code {
        case .unresolvedReference(let unresolved):
            #expect(unresolved == reference)
            #expect(error.location.pointer.description == "/properties/p/$ref")
            #expect(error.position == MarkedText(marked).position("1"))
        // A place that exists but holds no schema.
        default: #expect(wrongKeyword(error) == "type")
        }
    }

    @Test(arguments: [
        ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}]}"##, ##"{"anyOf": [{"type": "null"}, {"not": {"$ref": "#"}}]}"##,
        ##"{"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}}"##,
        ##"{"dependencies": {"a": {"$ref": "#"}}}"##, ##"{"properties": {"a": {"oneOf": [{"$ref": "#/properties/a"}]}}}"##,
    ])
    func schemasThatApplyThemselvesToTheSameValue(_ text: String) throws {
        guard case .circularReference = try error(in: text).code else { return #expect(Bool(false)) }
    }

    @Test func aSchemaTwiceForTheSameValueIsNoCircle() throws {
        let text = ##"{"allOf": [{"$ref": "#/definitions/a"}, {"$ref": "#/definitions/a"}], "definitions": {"a": {"type": "null"}}}"##
        #expect(try check(text, "1") == ["type ", "type "])
    }

    @Test(arguments: [(#"{"pattern": 1️⃣"a("}"#, "a("), (#"{"properties": {"x": {"pattern": 1️⃣"[z-a]"}}}"#, "[z-a]"), (#"{"patternProperties": {"*": 1️⃣{}}}"#, "*")])
    func patternsThatAreNone(_ marked: String, _ pattern: String) throws {
        let error = try error(in: marked)
        guard case .invalidPattern(let named, _) = error.code else { return #expect(Bool(false), "\(error)") }
        #expect(named == pattern)
        #expect(error.position == MarkedText(marked).position("1"))
    }

    @Test func errorsInOtherDocumentsNameThem() throws {
        let error = try #require(#expect(throws: SchemaError.self) {
            try schema(#"{"$ref": "http://example.org/a.json#/definitions/x"}"#, documents: ["http://example.org/a.json": "{\"definitions\":\n {\"x\": {\"type\": 1}}}"])
        })
        #expect(error.location.description == "http://example.org/a.json#/definitions/x/type")
        #expect(error.position == Position(line: 2, column: 17))
    }

    @Test func schemasThatGrowWithoutEndAreStopped() throws {
        // Each definition refers to the next twice, under other names: 2⁴⁰ paths.
        let definitions = (0 ..< 40).map { ##""d\##($0)": {"properties": {"a": {"$ref": "#/definitions/d\##($0 + 1)"}, "b": {"$ref": "#/definitions/d\##($0 + 1)"}}}"## }
        let text = ##"{"$ref": "#/definitions/d0", "definitions": {\##(definitions.joined(separator: ", ")), "d40": {"type": "null"}}}"##
        let document = String(repeating: #"{"b": "#, count: 40) + "1" + String(repeating: "}", count: 40)
        #expect(try check(text, document) == ["type " + String(repeating: "/b", count: 40)])
    }

    @Test func aLongChainOfReferencesIsNoCrash() throws {
        let count = 3_000
        let definitions = (0 ..< count).map { ##""d\##($0)": {"properties": {"a": {"$ref": "#/definitions/d\##($0 + 1)"}}}"## }
        let text = ##"{"$ref": "#/definitions/d0", "definitions": {\##(definitions.joined(separator: ", ")), "d\##(count)": {}}}"##
        let error = try #require(#expect(throws: SchemaError.self) { try schema(text) })
        #expect(error.code == .tooLarge)
    }

    @Test func moreNamesThanAnObjectCanHaveAreRefused() throws {
        let properties = (0 ..< 70_000).map { "\"p\($0)\": {}" }.joined(separator: ",")
        let error = try #require(#expect(throws: SchemaError.self) { try schema("{\"properties\": {\(properties)}}") })
        #expect(error.code == .tooLarge)
    }
}
