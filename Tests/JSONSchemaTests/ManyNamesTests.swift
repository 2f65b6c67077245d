import JSONSchema
import Testing

/// Objects whose schema names more members than the walk has bits for: everything works as with few.
@Suite struct ManyNamesTests {
    private static func names(_ count: Int) -> [String] { (0 ..< count).map { "n\($0)" } }

    private static func schemaText(_ count: Int, _ more: String = "") -> String {
        let names = names(count)
        let properties = names.map { #""\#($0)": {"type": "integer"}"# }.joined(separator: ", ")
        return #"{"properties": {\#(properties)}, "required": [\#(names.map { "\"\($0)\"" }.joined(separator: ", "))]\#(more)}"#
    }

    private static func document(_ names: [String], value: String = "1") -> String {
        "{" + names.map { "\"\($0)\": \(value)" }.joined(separator: ", ") + "}"
    }

    @Test(arguments: [1, 15, 16, 63, 64, 65, 66, 128, 300])
    func requiredNamesAreAllFound(_ count: Int) throws {
        let many = try schema(Self.schemaText(count))
        #expect(try many.check(Self.document(Self.names(count))).isEmpty)
        #expect(try many.check("{}") == Self.names(count).map { "required  (\($0))" })
        #expect(try many.check(Self.document(Self.names(count - 1))) == ["required  (n\(count - 1))"])
        #expect(try many.check(Self.document(Self.names(count).reversed())).isEmpty)
    }

    @Test(arguments: [63, 64, 65, 66, 130])
    func oneNameAloneIsNotTakenForAnother(_ count: Int) throws {
        let many = try schema(Self.schemaText(count))
        for name in Self.names(count) {
            #expect(try many.check(Self.document([name])) == Self.names(count).filter { $0 != name }.map { "required  (\($0))" })
        }
    }

    @Test(arguments: [64, 65, 300])
    func everyMemberIsCheckedWithItsSchema(_ count: Int) throws {
        #expect(try check(Self.schemaText(count), Self.document(Self.names(count), value: "null")) == Self.names(count).map { "type /\($0)" })
    }

    @Test(arguments: [64, 65])
    func additionalPropertiesAreFound(_ count: Int) throws {
        let closed = Self.schemaText(count, #", "additionalProperties": false"#)
        #expect(try check(closed, Self.document(Self.names(count) + ["x"])) == ["additionalProperties /x (x)"])
    }

    @Test(arguments: [3, 64, 65, 300])
    func keysThatStandTwiceCountOnce(_ count: Int) throws {
        let names = Self.names(count)
        let twice = try schema(Self.schemaText(count, #", "maxProperties": \#(count)"#)).walk(Array(Self.document(names + [names[1], names[1]]).utf8))
        #expect(twice.duplicateKeys == 2)
        #expect(twice.counts.reduce(0, +) == 0)
    }

    @Test func dependenciesAmongManyNames() throws {
        let dependent = Self.schemaText(70, #", "dependencies": {"n0": ["x"], "y": {"required": ["z"]}}"#)
        #expect(try check(dependent, Self.document(Self.names(70) + ["y"])) == ["dependencies  (x)", "required  (z)"])
    }

    @Test func namesThatOnlyLookAlikeAreTwo() throws {
        let schemaText = "{\"properties\": {\"\u{E9}\": {\"type\": \"null\"}, \"e\u{301}\": {\"type\": \"integer\"}}, \"required\": [\"\u{E9}\", \"e\u{301}\"]}"
        #expect(try check(schemaText, "{\"\u{E9}\": null, \"e\u{301}\": 1}").isEmpty)
        #expect(try check(schemaText, "{\"\u{E9}\": 1, \"e\u{301}\": null}").count == 2)
        #expect(try check(schemaText, "{\"\u{E9}\": null}").count == 1)
    }

    @Test func namesLongerThanAWordAndWithEscapes() throws {
        let long = String(repeating: "nombre", count: 5)
        let schemaText = #"{"properties": {"\#(long)": {"type": "null"}, "a\"b\\": {"type": "null"}, "fifteen-letters": {"type": "null"}, "": {"type": "null"}}}"#
        #expect(try check(schemaText, #"[{}]"#).isEmpty)
        for _ in 0 ..< 2 {
            #expect(try check(#"{"items": \#(schemaText)}"#, #"[{"\#(long)": 1, "a\"b\\": 2, "fifteen-letters": 3, "": 4}, {"\#(long)": 1, "a\u0022b\\": 2, "fifteen-letters": 3, "": 4}]"#)
                == ["type /0/\(long)", #"type /0/a"b\"#, "type /0/fifteen-letters", "type /0/", "type /1/\(long)", #"type /1/a"b\"#, "type /1/fifteen-letters", "type /1/"])
        }
    }
}
