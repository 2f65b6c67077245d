/// A whole number of any size, in places of nine decimal digits. Base ten to the ninth because the numbers come as
/// decimal digits: nothing has to be converted, and a product of two places fits in 64 bits.
///
/// It can only what `JSONDecimal` needs: sum, difference, order and divisibility.
struct DecimalNatural: Hashable, Sendable {
    private static let base: UInt64 = 1_000_000_000
    private static let digitsPerPlace = 9

    /// The lowest place first; the highest is not zero, so zero has none.
    private var places: [UInt64]

    init(_ value: UInt) {
        places = []
        var rest = UInt64(value)
        while rest > 0 {
            places.append(rest % Self.base)
            rest /= Self.base
        }
    }

    /// The number that `digits` (0 to 9, the first not 0) and then `zeros` zeros spell.
    init(_ digits: [UInt8], followedByZeros zeros: Int) {
        let count = digits.count + zeros
        places = []
        places.reserveCapacity(count / Self.digitsPerPlace + 1)
        var end = count
        while end > 0 {
            let start = max(0, end - Self.digitsPerPlace)
            var place: UInt64 = 0
            for index in start..<end {
                place = place &* 10 &+ (index < digits.count ? UInt64(digits[index]) : 0)
            }
            places.append(place)
            end = start
        }
    }

    private init(places: [UInt64]) {
        self.places = places
        while self.places.last == 0 { self.places.removeLast() }
    }

    /// The value, if it has at most 18 digits.
    var belowQuintillion: Int? {
        guard places.count <= 2 else { return nil }
        return places.reversed().reduce(0) { $0 * Int(Self.base) + Int($1) }
    }

    static func + (left: DecimalNatural, right: DecimalNatural) -> DecimalNatural {
        var sum: [UInt64] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.places.count, right.places.count) {
            let place = carry + left[index] + right[index]
            sum.append(place % base)
            carry = place / base
        }
        sum.append(carry)
        return DecimalNatural(places: sum)
    }

    /// The difference; `right` is not larger than `left`.
    static func - (left: DecimalNatural, right: DecimalNatural) -> DecimalNatural {
        var difference: [UInt64] = []
        var borrow: UInt64 = 0
        for index in 0..<left.places.count {
            let place = left[index] + base - right[index] - borrow
            difference.append(place % base)
            borrow = place < base ? 1 : 0
        }
        return DecimalNatural(places: difference)
    }

    private subscript(index: Int) -> UInt64 { index < places.count ? places[index] : 0 }
}

extension DecimalNatural: Comparable {
    static func < (left: DecimalNatural, right: DecimalNatural) -> Bool {
        guard left.places.count == right.places.count else { return left.places.count < right.places.count }
        return left.places.reversed().lexicographicallyPrecedes(right.places.reversed())
    }
}

// MARK: - Divisibility

extension DecimalNatural {
    /// Whether `divisor`, which is not zero, divides this without remainder.
    func isMultiple(of divisor: DecimalNatural) -> Bool {
        guard let top = divisor.places.last else { return false }
        if divisor.places.count == 1 {
            return places.reversed().reduce(0) { ($0 * Self.base + $1) % top } == 0
        }
        guard places.count >= divisor.places.count else { return places.isEmpty }
        return Self.dividesByLongDivision(places, divisor.places, top: top)
    }

    /// Algorithm D of Knuth, The Art of Computer Programming, volume 2, section 4.3.1, keeping only the remainder.
    @inline(never)
    private static func dividesByLongDivision(_ dividend: [UInt64], _ divisor: [UInt64], top: UInt64) -> Bool {
        // D1. Both are scaled so that the divisor's highest place is at least half the base; then the two highest
        // places foretell a place of the quotient so well that it is at most one too large.
        let scale = base / (top + 1)
        let divisor = scaled(divisor, by: scale)
        var remainder = scaled(dividend, by: scale) + [0]
        // Scaling does not lengthen the divisor, but may lengthen the dividend; the extra place above it is harmless.
        let count = divisor.count
        let (first, second) = (divisor[count - 1], divisor[count - 2])

        for offset in stride(from: remainder.count - count - 1, through: 0, by: -1) {
            // D3. Foretell, and correct by the third place.
            let high = remainder[offset + count] * base + remainder[offset + count - 1]
            var quotient = high / first
            var rest = high % first
            while quotient >= base || quotient * second > rest * base + remainder[offset + count - 2] {
                quotient -= 1
                rest += first
                if rest >= base { break }
            }
            // D4. Subtract quotient times divisor.
            var borrow: UInt64 = 0
            for index in 0..<count {
                let product = quotient * divisor[index] + borrow
                borrow = product / base
                let low = product % base
                if remainder[offset + index] < low {
                    remainder[offset + index] += base
                    borrow += 1
                }
                remainder[offset + index] -= low
            }
            // D6. One too many after all (about twice in `base` cases): add the divisor back.
            let overdrawn = remainder[offset + count] < borrow
            remainder[offset + count] = 0
            guard overdrawn else { continue }
            var carry: UInt64 = 0
            for index in 0..<count {
                let sum = remainder[offset + index] + divisor[index] + carry
                remainder[offset + index] = sum % base
                carry = sum / base
            }
        }
        return remainder.allSatisfy { $0 == 0 }
    }

    private static func scaled(_ places: [UInt64], by factor: UInt64) -> [UInt64] {
        var result: [UInt64] = []
        result.reserveCapacity(places.count + 2)
        var carry: UInt64 = 0
        for place in places {
            let product = place * factor + carry
            result.append(product % base)
            carry = product / base
        }
        if carry > 0 { result.append(carry) }
        return result
    }
}
