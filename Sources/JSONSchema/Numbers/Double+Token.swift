extension Double {
    /// The value of a JSON number token (RFC 8259, section 6), rounded as `Double(String)` rounds it, mostly without a `String`.
    ///
    /// A number of up to fifteen digits and a power of ten up to the fifteenth are both exact in 64 bits, so that one division rounds
    /// only once (Clinger, "How to read floating point numbers accurately", 1990). All others take the long way.
    package init?(token: UnsafeRawBufferPointer) {
        if let value = Double.short(token) { self = value } else if let value = Double(String(decoding: token, as: UTF8.self)) { self = value } else { return nil }
    }

    /// So many digits always fit in the 53 bits of the significand.
    private static let mostDigits = 15
    private static let powersOfTen: [Double] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

    /// Numbers without an exponent and with few digits; nil for all others.
    private static func short(_ token: UnsafeRawBufferPointer) -> Double? {
        // A sign and a point beside the digits.
        guard let first = token.first, token.count <= mostDigits + 2 else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var (digits, decimals, hasPoint) = (0, 0, false)
        var value: Int64 = 0
        for byte in token.dropFirst(isNegative ? 1 : 0) {
            let digit = byte &- 0x30
            if digit <= 9 {
                value = value * 10 + Int64(digit)
                digits += 1
                if hasPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                return nil
            }
        }
        guard (1 ... mostDigits).contains(digits) else { return nil }
        let magnitude = Double(value) / powersOfTen[decimals]
        return isNegative ? -magnitude : magnitude
    }
}
