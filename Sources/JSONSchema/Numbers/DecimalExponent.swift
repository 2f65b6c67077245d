/// An exponent of ten of any size. JSON does not limit exponents (RFC 8259, section 6), and `1e99999999999999999999`
/// must still be more than `1e99999999999999999998`. In practice it is an `Int`; only beyond 18 digits are the digits kept.
struct DecimalExponent: Hashable, Sendable {
    private enum Storage: Hashable {
        /// Below ten to the 18th in size.
        case small(Int)
        /// All others, so that each number has one form.
        case large(isNegative: Bool, DecimalNatural)
    }

    private let storage: Storage

    private static let firstLarge = 1_000_000_000_000_000_000

    init(_ value: Int) {
        if value.magnitude < UInt(Self.firstLarge) {
            storage = .small(value)
        } else {
            storage = .large(isNegative: value < 0, DecimalNatural(value.magnitude))
        }
    }

    /// The value of the digits after an `e`, which may have a sign, and zeros in front; 0 if there are none.
    init(_ text: UnsafeRawBufferPointer) {
        let isNegative = text.first == UInt8(ascii: "-")
        let unsigned = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        let digits = unsigned.drop { $0 == 0x30 }
        if digits.count <= 18 {
            let magnitude = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
            self.init(isNegative ? -magnitude : magnitude)
        } else {
            self.init(isNegative: isNegative, DecimalNatural(digits.map { $0 &- 0x30 }, followedByZeros: 0))
        }
    }

    private init(isNegative: Bool, _ magnitude: DecimalNatural) {
        if let small = magnitude.belowQuintillion {
            storage = .small(isNegative ? -small : small)
        } else {
            storage = .large(isNegative: isNegative, magnitude)
        }
    }

    /// The sum with a number of digits, which is far below the size from which on sums overflow.
    func adding(_ count: Int) -> DecimalExponent {
        switch storage {
        case .small(let value): DecimalExponent(value + count)
        case .large: adding(DecimalExponent(count))
        }
    }

    /// `self - other + count`, except that a result above `bound` is given as `bound`, and one below zero as -1.
    func minus(_ other: DecimalExponent, plus count: Int, atMost bound: Int) -> Int {
        if case .small(let left) = storage, case .small(let right) = other.storage {
            return max(-1, min(bound, left - right + count))
        }
        let difference = adding(other.negated).adding(count)
        switch difference.storage {
        case .small(let value): return max(-1, min(bound, value))
        case .large(let isNegative, _): return isNegative ? -1 : bound
        }
    }

    // MARK: - The slow path

    private var parts: (isNegative: Bool, magnitude: DecimalNatural) {
        switch storage {
        case .small(let value): (value < 0, DecimalNatural(value.magnitude))
        case .large(let isNegative, let magnitude): (isNegative, magnitude)
        }
    }

    private var negated: DecimalExponent {
        let (isNegative, magnitude) = parts
        return DecimalExponent(isNegative: !isNegative, magnitude)
    }

    @inline(never)
    private func adding(_ other: DecimalExponent) -> DecimalExponent {
        let (left, right) = (parts, other.parts)
        if left.isNegative == right.isNegative {
            return DecimalExponent(isNegative: left.isNegative, left.magnitude + right.magnitude)
        }
        let (larger, smaller) = left.magnitude < right.magnitude ? (right, left) : (left, right)
        return DecimalExponent(isNegative: larger.isNegative, larger.magnitude - smaller.magnitude)
    }
}

extension DecimalExponent: Comparable {
    static func < (left: DecimalExponent, right: DecimalExponent) -> Bool {
        if case .small(let left) = left.storage, case .small(let right) = right.storage { return left < right }
        let (left, right) = (left.parts, right.parts)
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.magnitude < left.magnitude : left.magnitude < right.magnitude
    }
}
