import JSONSchema
import Testing

/// `allOf`, `anyOf`, `oneOf`, `not`, schemas in `dependencies`: several schemas for one value.
@Suite struct CombinationTests {
    @Test func allOfReportsWhatIsWrongInside() throws {
        #expect(try check(#"{"allOf": [{"required": ["a"]}, {"properties": {"b": {"type": "null"}}}]}"#, #"{"b": 1}"#) == ["required  (a)", "type /b"])
    }

    @Test func anyOfIsOneViolationHoweverMuchIsWrongInside() throws {
        #expect(try check(#"{"anyOf": [{"required": ["a", "b"]}, {"properties": {"x": {"type": "null"}}}]}"#, #"{"x": 1}"#) == ["anyOf "])
    }

    @Test func whatFitsOneBranchLeavesNoTraceOfTheOthers() throws {
        #expect(try check(#"{"anyOf": [{"required": ["a"]}, {"allOf": [{"type": "null"}]}, {"type": "object"}]}"#, "{}").isEmpty)
        #expect(try check(#"{"oneOf": [{"items": {"type": "null"}}, {"items": {"type": "integer"}}]}"#, "[1, 2]").isEmpty)
        #expect(try check(#"{"not": {"items": {"anyOf": [{"type": "null"}]}}}"#, "[1]").isEmpty)
    }

    @Test func notInsideNot() throws {
        #expect(try check(#"{"not": {"not": {"type": "null"}}}"#, "null").isEmpty)
        #expect(try check(#"{"not": {"not": {"type": "null"}}}"#, "1") == ["not "])
    }

    @Test func oneOfInsideArrays() throws {
        let schemaText = #"{"items": {"oneOf": [{"properties": {"k": {"enum": ["a"]}}, "required": ["k"], "type": "object"}, {"type": "integer"}]}}"#
        #expect(try check(schemaText, #"[{"k": "a"}, {"k": "b"}, 1, {}]"#) == ["oneOf /1", "oneOf /3"])
    }

    @Test func schemasInDependenciesCountWhenTheMemberIsThere() throws {
        let schemaText = #"{"dependencies": {"a": {"required": ["b"], "properties": {"c": {"type": "null"}}}}}"#
        #expect(try check(schemaText, #"{"c": 1}"#).isEmpty)
        #expect(try check(schemaText, #"{"c": 1, "a": 1}"#) == ["required  (b)", "type /c"])
    }

    @Test func dependenciesSeeNamesAsTheyAreMeant() throws {
        #expect(try check(#"{"dependencies": {"ñ": ["b"]}}"#, #"{"\u00f1": 1}"#) == ["dependencies  (b)"])
        #expect(try check(#"{"dependencies": {"a": ["b"]}}"#, #"{"a": 1, "\u0062": 1}"#).isEmpty)
    }

    // MARK: patternProperties

    @Test func patternsAndPropertiesBothSpeakOfAMember() throws {
        let schemaText = #"{"properties": {"ab": {"minimum": 5}}, "patternProperties": {"^a": {"maximum": 0}, "b$": {"type": "string"}}}"#
        #expect(try check(schemaText, #"{"ab": 1}"#) == ["maximum /ab", "minimum /ab", "type /ab"])
    }

    @Test func additionalPropertiesAreThoseNothingElseNames() throws {
        let schemaText = #"{"properties": {"a": {}}, "patternProperties": {"^x-": {}}, "additionalProperties": false}"#
        #expect(try check(schemaText, #"{"a": 1, "x-b": 2, "\u0078-c": 3, "b": 4}"#) == ["additionalProperties /b (b)"])
        #expect(try check(#"{"patternProperties": {"^x-": {}}, "additionalProperties": {"type": "null"}}"#, #"{"x-a": 1, "b": 2}"#) == ["type /b"])
    }

    @Test func requiredAloneNamesNoProperty() throws {
        #expect(try check(#"{"required": ["a"], "additionalProperties": false}"#, #"{"a": 1}"#) == ["additionalProperties /a (a)"])
        #expect(try check(#"{"required": ["a"], "additionalProperties": {"type": "null"}}"#, #"{"a": 1}"#) == ["type /a"])
    }

    @Test func patternsReachIntoTheirValues() throws {
        #expect(try check(#"{"patternProperties": {"": {"items": {"type": "null"}}}}"#, #"{"a": [null, 1], "b": [2]}"#) == ["type /a/1", "type /b/0"])
    }

    // MARK: Recursion

    @Test func aSchemaMayContainItself() throws {
        let tree = ##"{"properties": {"children": {"items": {"$ref": "#"}}, "name": {"type": "string"}}, "additionalProperties": false}"##
        #expect(try check(tree, #"{"name": "a", "children": [{"children": [{"name": 1}]}, {"x": 1}]}"#)
            == ["type /children/0/children/0/name", "additionalProperties /children/1/x (x)"])
    }

    @Test func recursionAsDeepAsTheDocument() throws {
        let list = try schema(##"{"properties": {"next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}, "required": ["v"]}"##)
        func chain(_ length: Int, last: String) -> String {
            String(repeating: #"{"v": 1, "next": "#, count: length) + last + String(repeating: "}", count: length)
        }
        #expect(try list.check(chain(12, last: "null")).isEmpty)
        #expect(try list.check(chain(12, last: "{}")) == ["anyOf /next"])
    }

    @Test func definitionsThatReferToEachOther() throws {
        let schemaText = ##"""
            {"$ref": "#/definitions/a", "definitions": {"a": {"properties": {"b": {"$ref": "#/definitions/b"}}, "additionalProperties": false},
             "b": {"properties": {"a": {"$ref": "#/definitions/a"}}, "required": ["a"]}}}
            """##
        #expect(try check(schemaText, #"{"b": {"a": {"b": {}}}}"#) == ["required /b/a/b (a)"])
    }

    @Test func theMetaschemaDescribesItself() throws {
        let metaschema = try CompiledSchema(draft4Metaschema)
        #expect(try metaschema.validate(draft4Metaschema).isEmpty)
        #expect(try metaschema.check(#"{"properties": {"a": {"type": "text", "minLength": -1}}}"#) == ["anyOf /properties/a/type", "minimum /properties/a/minLength"])
    }
}
