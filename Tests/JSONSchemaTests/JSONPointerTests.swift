import JSONSchema
import Testing

/// RFC 6901.
@Suite struct JSONPointerTests {
    /// The RFC's own document, section 5.
    private static let document = #"""
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}
        """#

    @Test(arguments: [
        ("/foo/0", #""bar""#), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), (#"/i\j"#, "5"), (#"/k"l"#, "6"), ("/ ", "7"),
        ("/m~0n", "8"), ("/foo", #"["bar", "baz"]"#),
    ])
    func examplesOfTheRFC(_ pointer: String, _ expected: String) throws {
        let bytes = Array(Self.document.utf8)
        let place = try #require(JSONPointer(pointer))
        let value = try #require(try JSONValue(bytes)[pointer: place])
        #expect(String(decoding: bytes[value.offset ..< value.offset + value.length], as: UTF8.self) == expected)
    }

    @Test func emptyPointerIsTheWhole() throws {
        #expect(try #require(JSONPointer("")).tokens.isEmpty)
        #expect(try JSONValue("[1]".utf8)[pointer: JSONPointer()]?.array?.count == 1)
    }

    @Test(arguments: ["a", "0", "/~", "/~2", "/a~", "/~/b", "#/a", " /a"])
    func malformedPointersAreNone(_ text: String) {
        #expect(JSONPointer(text) == nil)
    }

    @Test(arguments: [[], [""], ["", ""], ["a/b", "m~n"], ["~1"], ["~01"], ["ñ", "🏥"], ["0", "-1"]])
    func textAndBack(_ tokens: [String]) {
        #expect(JSONPointer(JSONPointer(tokens).description)?.tokens == tokens)
    }

    @Test func tildeOneIsReadBeforeTildeZero() {
        #expect(JSONPointer("/~01")?.tokens == ["~1"])
        #expect(JSONPointer(["~1"]).description == "/~01")
    }

    @Test(arguments: ["/foo/2", "/foo/-", "/foo/00", "/foo/-1", "/foo/+1", "/foo/0/x", "/missing", "/foo/bar"])
    func placesThatAreNotThere(_ pointer: String) throws {
        let place = try #require(JSONPointer(pointer))
        #expect(try JSONValue(Self.document.utf8)[pointer: place] == nil)
    }

    @Test func violationsNameMembersAsTheyAreMeant() throws {
        #expect(try check(#"{"additionalProperties": {"type": "null"}}"#, #"{"a\/b": 1, "m~n": 2, "\u00f1": 3, "": 4}"#)
            == ["type /a~1b", "type /m~0n", "type /ñ", "type /"])
    }
}
