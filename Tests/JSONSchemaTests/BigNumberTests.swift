import JSONSchema
import Testing

/// Numbers keep their exact value, whatever their size.
@Suite struct BigNumberTests {
    private static let digits400 = String(repeating: "1234567890", count: 40)

    @Test func fourHundredDigitsAreAnInteger() throws {
        #expect(try check(#"{"type": "integer"}"#, Self.digits400).isEmpty)
        #expect(try check(#"{"type": "integer"}"#, "-" + Self.digits400).isEmpty)
    }

    @Test(arguments: [("1.0", ["type "]), ("1e2", ["type "]), ("-0", []), ("0", []), ("1E400", ["type "])] as [(String, [String])])
    func integersAreThoseWrittenAsSuch(_ number: String, _ expected: [String]) throws {
        #expect(try check(#"{"type": "integer"}"#, number) == expected)
        #expect(try check(#"{"type": "number"}"#, number).isEmpty)
    }

    @Test(arguments: [
        ("1E400", "1E400", true), ("1E400", "1.00000000000000000001E400", false), ("9007199254740992", "9007199254740993", false), ("-1E400", "-1.1E400", true),
        ("0.1", "0.1000000000000000000000001", false), ("1E400", "9.99E399", true), ("0", "-0.0", true), ("0", "1e-400", false),
        (digits400, digits400, true), (digits400, digits400 + "0", false),
    ])
    func bounds(_ maximum: String, _ number: String, _ isWithin: Bool) throws {
        #expect(try check(#"{"maximum": \#(maximum)}"#, number).isEmpty == isWithin)
        #expect(try check(#"{"minimum": \#(number)}"#, maximum).isEmpty == isWithin)
    }

    @Test(arguments: [
        ("0.01", "0.07", true), ("0.01", "4.35", true), ("0.01", "4.355", false), ("3", "111111111111111111111111111111", true), ("3", "111111111111111111111111111112", false),
        ("1e-400", "1", true), ("1e400", "1e401", true), ("1e400", "1e399", false), ("0.1", "1e400", true), ("7", "0", true), ("0.0001", "0.0075", true),
    ])
    func multiples(_ divisor: String, _ number: String, _ isMultiple: Bool) throws {
        #expect(try check(#"{"multipleOf": \#(divisor)}"#, number).isEmpty == isMultiple)
    }

    @Test func listedNumbersAreComparedByValue() throws {
        let listed = try schema(#"{"enum": [1, 1e400, 0.5, \#(Self.digits400)]}"#)
        for equal in ["1.0", "10e-1", "10E399", "5e-1", "0.50", Self.digits400 + ".0"] { #expect(try listed.check(equal).isEmpty) }
        for other in ["1.0000000000000000000001", "1e401", Self.digits400 + "1", #""1""#, "true"] { #expect(try listed.check(other) == ["enum "]) }
    }

    @Test func exponentsBeyondAnyDoubleAreKeptApart() throws {
        #expect(try check(#"{"uniqueItems": true}"#, "[1e20000000000000, 1e2000000000000]").isEmpty)
        #expect(try check(#"{"uniqueItems": true}"#, "[1e2000000000000, 10e1999999999999]") == ["uniqueItems "])
    }

    @Test func excerptsOfEndlessNumbersAreCut() throws {
        let found = try schema(#"{"type": "string"}"#).validate(Self.digits400.utf8)
        #expect(found.first?.excerpt == .literal(Self.digits400.prefix(Excerpt.longest) + "…"))
    }
}
