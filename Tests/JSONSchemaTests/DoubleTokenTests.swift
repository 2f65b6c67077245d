@testable import JSONSchema
import Testing

/// Numbers from their bytes: always what Swift reads from the same text.
@Suite struct DoubleTokenTests {
    static let tokens = [
        "0", "-0", "0.0", "-0.00", "1", "-1", "1250000.50", "0.1", "0.3", "0.000000000000001", "123456789012345", "12345678901234.5", "-99999999999999.9",
        "999999999999999", "9999999999999999", "9007199254740993", "12345678901234567890.123", "1e5", "-2.5E-3", "1e22", "1e23", "1e400", "1e-400", "5e-324",
        "0.30000000000000004", "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
    ]

    @Test(arguments: tokens) func areReadAsSwiftReadsThem(_ token: String) {
        let value = Array(token.utf8).withUnsafeBytes { Double(token: $0) }
        #expect(value?.bitPattern == Double(token)?.bitPattern)
    }

    @Test func manyAmountsAreReadAsSwiftReadsThem() {
        var state: UInt64 = 1
        for _ in 0 ..< 20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digits = String(state >> (state >> 53 & 0x1F + 12))
            let decimals = Int(state >> 59)
            let token = decimals > 0 && decimals < digits.count ? "\(digits.dropLast(decimals)).\(digits.suffix(decimals))" : digits
            let value = Array(token.utf8).withUnsafeBytes { Double(token: $0) }
            #expect(value == Double(token), "\(token)")
        }
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "abc", "+"]) func whatIsNoNumberHasNoValue(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { Double(token: $0) } == nil)
    }
}
