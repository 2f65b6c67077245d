/// The exact value of a JSON number token, however long and however large its exponent.
///
/// Kept in canonical form, so that equal numbers (`1`, `1.0`, `10e-1`) are equal values, and hash alike: the sign,
/// the significant digits without zeros at either end, and where the decimal point stands. No number is rounded, and
/// no number is expanded: memory is proportional to the token, also for `1e999999999`.
package struct JSONDecimal: Hashable, Sendable {
    /// Never set for zero: JSON Schema compares mathematical values, and `-0` is `0`.
    private let isNegative: Bool
    /// The significant digits, as numbers 0 to 9, the first and last not 0; empty for zero.
    private let digits: [UInt8]
    /// The value is `0.digits` times ten to this power; 0 for zero.
    private let exponent: DecimalExponent

    /// The value of `token`, which the reader has found to obey the grammar of RFC 8259, section 6.
    package init(_ token: UnsafeRawBufferPointer) {
        var rest = token[...]
        let negative = rest.first == UInt8(ascii: "-")
        if negative { rest.removeFirst() }

        let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let integer = mantissa.prefix { $0 != UInt8(ascii: ".") }
        let fraction = mantissa.dropFirst(integer.count + 1)

        var digits: [UInt8] = []
        digits.reserveCapacity(mantissa.count)
        for byte in integer { digits.append(byte &- 0x30) }
        for byte in fraction { digits.append(byte &- 0x30) }
        let leadingZeros = digits.prefix { $0 == 0 }.count
        guard leadingZeros < digits.count else {
            (isNegative, self.digits, exponent) = (false, [], DecimalExponent(0))
            return
        }
        while digits.last == 0 { digits.removeLast() }
        digits.removeFirst(leadingZeros)

        isNegative = negative
        self.digits = digits
        let written = DecimalExponent(UnsafeRawBufferPointer(rebasing: rest.dropFirst(mantissa.count + 1)))
        exponent = written.adding(integer.count - leadingZeros)
    }

    /// Whether this is `divisor` times an integer (`multipleOf`, JSON Schema Validation draft-04, section 5.1.1).
    /// Zero is a multiple of everything; nothing else is a multiple of zero, which schemas may not ask for.
    ///
    /// Time is proportional to the product of the two tokens' lengths, whatever the exponents.
    package func isMultiple(of divisor: JSONDecimal) -> Bool {
        if digits.isEmpty { return true }
        if divisor.digits.isEmpty { return false }
        // With integers m and d, neither divisible by ten, the question is whether d divides m · 10^shift. It cannot
        // if the shift is negative, since then ten would divide m.
        //
        // Only the twos and fives in d can be supplied by the power of ten. There are at most log2(d) of each, less
        // than four per decimal digit: a larger shift changes nothing, and is cut off there.
        let enough = 4 * divisor.digits.count
        let shift = exponent.minus(
            divisor.exponent, plus: divisor.digits.count - digits.count, atMost: enough)
        guard shift >= 0 else { return false }
        return DecimalNatural(digits, followedByZeros: shift)
            .isMultiple(of: DecimalNatural(divisor.digits, followedByZeros: 0))
    }
}

extension JSONDecimal: Comparable {
    package static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
        guard left.sign == right.sign else { return left.sign < right.sign }
        return left.isNegative ? right.magnitudePrecedes(left) : left.magnitudePrecedes(right)
    }

    /// -1, 0 or 1.
    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// Whether this is nearer to zero than `other`; both have the same sign.
    private func magnitudePrecedes(_ other: JSONDecimal) -> Bool {
        guard exponent == other.exponent else { return exponent < other.exponent }
        // As fractions: 0.12 precedes 0.123 precedes 0.2, the order of words in a dictionary.
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

// MARK: - Tokens

extension JSONDecimal {
    /// Whether `token` is of type `integer`: draft-04 defines that by spelling, "a JSON number without a fraction or
    /// exponent part" (JSON Schema Core draft-04, section 3.5), so `1.0` and `1e2` are not.
    package static func isIntegerToken(_ token: UnsafeRawBufferPointer) -> Bool {
        token.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }
    }

    /// The value of an integer token of at most 18 digits, the common case, without allocating; nil for all others,
    /// which need a `JSONDecimal`. 18 digits always fit in 64 bits.
    package static func smallInteger(_ token: UnsafeRawBufferPointer) -> Int64? {
        let negative = token.first == UInt8(ascii: "-")
        let start = negative ? 1 : 0
        guard 1...18 ~= token.count - start else { return nil }
        var value: Int64 = 0
        for byte in token[start...] {
            let digit = byte &- 0x30
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return negative ? -value : value
    }
}
