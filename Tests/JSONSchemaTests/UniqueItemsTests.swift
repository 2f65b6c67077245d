import JSONSchema
import Testing

/// `uniqueItems`: which items are equal, in arrays of any length.
@Suite struct UniqueItemsTests {
    /// Positions of the first twins, later one first.
    private func twins(_ items: [String]) throws -> [Int]? {
        let unique = try schema(#"{"uniqueItems": true}"#)
        return try unique.walk(Array("[\(items.joined(separator: ","))]".utf8)).places.first.map { [$0.detail, $0.other] }
    }

    @Test(arguments: [
        ["1", "1"], ["1", "1.0"], ["0", "-0"], ["null", "null"], [#""a""#, #""\u0061""#], ["[]", "[]"], ["{}", "{}"],
        [#"{"a": 1, "b": [2]}"#, #"{"b": [2.0], "a": 1}"#], ["[[1], [2]]", "[[1],[2]]"], ["1e400", "10e399"],
    ])
    func equalItems(_ items: [String]) throws {
        #expect(try twins(items) == [1, 0])
    }

    @Test(arguments: [
        ["1", "true"], ["0", "false"], ["0", "null"], ["1", #""1""#], ["[]", "{}"], ["[1, 2]", "[2, 1]"], [#"{"a": 1}"#, #"{"b": 1}"#], ["[[]]", "[]"],
        ["9007199254740992", "9007199254740993"], ["1e400", "1e401"], ["0.1", "0.10000000000000000000000000001"], [#""é""#, "\"e\u{301}\""],
    ])
    func differentItems(_ items: [String]) throws {
        #expect(try twins(items) == nil)
    }

    @Test(arguments: [2, 3, 12, 13, 14, 63, 64, 65, 1000])
    func twinsAnywhere(_ count: Int) throws {
        let items = (0 ..< count).map { #"{"id": \#($0)}"# }
        #expect(try twins(items) == nil)
        for (earlier, later) in [(0, count - 1), (0, 1), (count - 2, count - 1), (count / 2, count - 1)] where earlier != later {
            var twice = items
            twice[later] = items[earlier]
            #expect(try twins(twice) == [later, earlier])
        }
    }

    @Test func theFirstTwinsAreNamed() throws {
        #expect(try twins(["1", "2", "3", "2", "1", "1"]) == [3, 1])
    }

    @Test func oneViolationForAnArrayFullOfTwins() throws {
        #expect(try check(#"{"uniqueItems": true}"#, "[1, 1, 1, 2, 2]") == ["uniqueItems "])
    }

    @Test func arraysInsideOneAnother() throws {
        let nested = try schema(##"{"uniqueItems": true, "items": {"$ref": "#"}}"##)
        #expect(try nested.check("[[1, 2], [2, 1], [[3], [4]]]").isEmpty)
        #expect(try nested.check("[[1, 1], [2, 1], [[3], [3]]]") == ["uniqueItems /0", "uniqueItems /2"])
    }

    @Test func aHundredThousandItems() throws {
        let items = (0 ..< 100_000).map { "\"\($0)\"" }
        #expect(try twins(items) == nil)
        #expect(try twins(items + ["\"77777\""]) == [100_000, 77_777])
    }
}
