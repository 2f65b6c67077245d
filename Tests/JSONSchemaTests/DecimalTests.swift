import JSONSchema
import Testing

@Suite struct DecimalTests {
    /// Two tokens, and what a larger exact arithmetic says about them.
    struct Pair: Sendable, CustomTestStringConvertible {
        let left: String
        let right: String
        let reason: String

        init(_ left: String, _ right: String, _ reason: String) {
            self.left = left
            self.right = right
            self.reason = reason
        }

        var testDescription: String { "\(reason): \(left.prefix(40)), \(right.prefix(40))" }
    }

    private static func decimal(_ token: String) -> JSONDecimal {
        Array(token.utf8).withUnsafeBytes { JSONDecimal($0) }
    }

    @Test(arguments: [
        Pair("1", "1.0", "zeros of the fraction"),
        Pair("1", "10e-1", "negative exponent"),
        Pair("100", "1E+2", "sign and capital of the exponent"),
        Pair("0.00120", "1.2e-03", "zeros at both ends and in the exponent"),
        Pair("-0", "0", "negative zero"),
        Pair("0e5", "-0.000E-99999999999999999999", "zero has no exponent"),
        Pair("1e1000000000000000000", "10e999999999999999999", "across the size from which digits are kept"),
        Pair("0.1e100000000000000000000", "1e99999999999999999999", "exponents beyond 64 bits"),
    ])
    func equalValuesAreEqual(_ pair: Pair) {
        let (left, right) = (Self.decimal(pair.left), Self.decimal(pair.right))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
    }

    @Test(arguments: [
        Pair("-1", "0", "signs"),
        Pair("-1", "1", "signs"),
        Pair("-2", "-1", "negative numbers turn the order round"),
        Pair("0", "1e-400", "smaller than any double"),
        Pair("1e400", "1.1e400", "larger than any double"),
        Pair("0.12", "0.123", "one is a prefix of the other"),
        Pair("0.123", "0.2", "digits, not lengths"),
        Pair("9", "10", "magnitude"),
        Pair("9007199254740992", "9007199254740993", "equal as doubles"),
        Pair("18446744073709551615", "18446744073709551616", "beyond 64 bits"),
        Pair("1e99999999999999999998", "1e99999999999999999999", "exponents beyond 64 bits"),
        Pair("-1e99999999999999999999", "-1e99999999999999999998", "the same, negative"),
        Pair("1e-99999999999999999999", "1e-99999999999999999998", "negative exponents beyond 64 bits"),
        Pair("1e-99999999999999999999", "1e99999999999999999999", "exponents of both signs"),
        Pair("9e999999999999999999", "1e1000000000000000000", "across the size from which digits are kept"),
        Pair("1e-\(String(repeating: "9", count: 400))", "1e-400", "an exponent of 400 digits"),
    ])
    func orderIsExact(_ pair: Pair) {
        let (left, right) = (Self.decimal(pair.left), Self.decimal(pair.right))
        #expect(left < right)
        #expect(!(right < left))
        #expect(left != right)
    }

    private static let nines = String(repeating: "9", count: 400)

    @Test(arguments: [
        Pair("0", "7", "zero"),
        Pair("0.0075", "0.0001", "not exact in binary"),
        Pair("-4.5", "1.5", "sign of the number"),
        Pair("4.5", "-1.5", "sign of the divisor"),
        Pair("1e308", "0.5", "large exponent"),
        Pair("12391239123", "1e-8", "small divisor"),
        Pair("12e3", "1.6e2", "the power of ten supplies the twos"),
        Pair("1e999999999", "3.125e-7", "exponent that must not be expanded"),
        Pair("1e99999999999999999999", "1e99999999999999999998", "exponents beyond 64 bits, near each other"),
        Pair(nines, String(repeating: "9", count: 200), "400 digits by 200"),
        Pair(nines, "10001e-9", "400 nines by a small number"),
        Pair(
            "2000000001999999997499999995499999999500000001000000001", "1000000001499999999999999999",
            "long division foretells a place too large twice, Knuth's step D6"),
        Pair("1000000000000000000000000000000000000", "1000000000000000000", "places of zeros"),
        Pair("340282366920938463463374607431768211456", "18446744073709551616", "powers of two"),
    ])
    func multiplesAreFound(_ pair: Pair) {
        #expect(Self.decimal(pair.left).isMultiple(of: Self.decimal(pair.right)))
    }

    @Test(arguments: [
        Pair("1", "0", "nothing but zero is a multiple of zero"),
        Pair("0.00751", "0.0001", "one digit more"),
        Pair("1e308", "3", "no power of ten is divisible by three"),
        Pair("1e999999999", "7", "nor by seven"),
        Pair("5", "10", "divisor ten times too large"),
        Pair("1e-99999999999999999999", "1", "far below the divisor"),
        Pair("1", "1e99999999999999999999", "divisor beyond everything"),
        Pair("1e99999999999999999998", "1e99999999999999999999", "exponents beyond 64 bits"),
        Pair(nines, "\(String(repeating: "9", count: 199))8", "400 digits by 200"),
        Pair("340282366920938463463374607431768211457", "18446744073709551616", "one above a power of two"),
    ])
    func othersAreNotMultiples(_ pair: Pair) {
        #expect(!Self.decimal(pair.left).isMultiple(of: Self.decimal(pair.right)))
    }

    /// Long division is most easily wrong where places are at the ends of their range.
    @Test func longDivisionHoldsForExtremePlaces() {
        let places = ["000000000", "000000001", "499999999", "500000000", "999999998", "999999999"]
        for high in places.dropFirst() {
            for middle in places {
                for low in places {
                    let divisor = high + middle + low
                    let double = divisor + divisor
                    #expect(Self.decimal(double).isMultiple(of: Self.decimal(divisor)), "\(divisor)")
                    #expect(!Self.decimal(double + "000000001").isMultiple(of: Self.decimal(divisor)), "\(divisor)")
                }
            }
        }
    }

    @Test func hugeExponentsTakeNoTime() {
        let clock = ContinuousClock()
        let number = Self.decimal("\(String(repeating: "7", count: 20_000))e\(String(repeating: "9", count: 400))")
        let divisor = Self.decimal("3\(String(repeating: "1", count: 400))e-999999999")
        let time = clock.measure { #expect(!number.isMultiple(of: divisor)) }
        #expect(time < .seconds(5), "expanding the exponent would not end at all")
    }

    @Test func integersAreRecognisedBySpelling() {
        func isInteger(_ token: String) -> Bool {
            Array(token.utf8).withUnsafeBytes { JSONDecimal.isIntegerToken($0) }
        }
        for token in ["0", "-0", "12", Self.nines] { #expect(isInteger(token)) }
        for token in ["1.0", "1e2", "1E2", "-0.5"] { #expect(!isInteger(token)) }
    }

    @Test func smallIntegersAreRead() {
        func small(_ token: String) -> Int64? {
            Array(token.utf8).withUnsafeBytes { JSONDecimal.smallInteger($0) }
        }
        #expect(small("0") == 0)
        #expect(small("-0") == 0)
        #expect(small("-12") == -12)
        #expect(small("999999999999999999") == 999_999_999_999_999_999)
        #expect(small("-999999999999999999") == -999_999_999_999_999_999)
        #expect(small("1000000000000000000") == nil, "19 digits")
        #expect(small("1.5") == nil)
        #expect(small("1e5") == nil)
    }
}
