import JSONSchema
import Testing

/// Schemas are found by their `id` wherever draft-04 lets a schema stand (core, section 7.2).
@Suite struct SchemaIDTests {
    /// In each the schema with the id stands somewhere else.
    static let places = [
        #""properties": {"x": ID}"#, #""patternProperties": {"^x$": ID}"#, #""definitions": {"x": ID}"#, #""dependencies": {"x": ID}"#,
        #""items": ID"#, #""items": [{}, ID]"#, #""additionalItems": ID"#, #""additionalProperties": ID"#,
        #""not": {"not": ID}"#, #""allOf": [{}, ID]"#, #""anyOf": [ID, {}]"#, #""oneOf": [{"type": "null"}, ID]"#,
    ]

    @Test(arguments: places)
    func anIDIsFoundWhereASchemaMayStand(_ place: String) throws {
        let inner = place.replacing("ID", with: ##"{"id": "#text", "type": "string"}"##)
        let outer = try schema(##"{"id": "http://example.org/a.json", "properties": {"seen": {"$ref": "#text"}}, "definitions": {"holder": {\##(inner)}}}"##)
        #expect(try outer.validate(#"{"seen": 1}"#.utf8).map(\.keyword) == [.type])
        #expect(try outer.validate(#"{"seen": "a"}"#.utf8).isEmpty)
    }

    @Test func whatIsNoSchemaHasNoID() {
        for place in [#""enum": [ID]"#, #""default": ID"#, #""properties": {"id": {"enum": [ID]}}"#] {
            let inner = place.replacing("ID", with: ##"{"id": "#text", "type": "string"}"##)
            #expect(throws: SchemaError.self, "\(place)") { try schema(##"{"items": {"$ref": "#text"}, "definitions": {"holder": {\##(inner)}}}"##) }
        }
    }

    @Test func anIDChangesTheBaseOfWhatIsInside() throws {
        let text = ##"""
        {"id": "http://example.org/root.json", "items": {"$ref": "http://example.org/folder/leaf.json"}, "definitions": {
          "outer": {"id": "folder/", "definitions": {"leaf": {"id": "leaf.json", "type": "null"}}},
          "other": {"id": "leaf.json", "type": "string"}}}
        """##
        #expect(try schema(text).validate("[null]".utf8).isEmpty)
        #expect(try schema(text).validate(#"["a"]"#.utf8).map(\.keyword) == [.type])
    }
}
