/// Numbers (RFC 8259, section 6): their grammar and a digest that is the same for equal values, however they are written.
extension Walk {
    /// A number value, `p` at its first byte.
    @inline(__always)
    mutating func number(_ p: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        let isNegative = p.pointee == ASCII.minus
        let first = isNegative ? p + 1 : p
        var q = first
        var magnitude: UInt64 = 0
        var digit = q.pointee &- ASCII.zero
        while digit <= 9 {
            magnitude = magnitude &* 10 &+ UInt64(digit)
            q += 1
            digit = q.pointee &- ASCII.zero
        }
        let digits = q - first
        let next = q.pointee
        // Anything but a plain integer of at most 18 digits, well inside the data at hand, takes the slow way.
        if _slowPath(digits == 0 || digits > 18 || next == ASCII.point || next | 0x20 == ASCII.lowerE || next == 0
            || (first.pointee == ASCII.zero && digits > 1)) {
            return try longNumber(p, first, q, magnitude, node, index)
        }
        if _slowPath(node.pointee.types & JSONTypes.integer.rawValue == 0) { report(.type, index, at: p) }
        let value = Int64(truncatingIfNeeded: magnitude)
        return Walked(q, .integer(isNegative ? 0 &- value : value))
    }

    /// Fractions, exponents, many digits, and everything that is wrong with a number. `q` is behind the integer's digits.
    @inline(never)
    private mutating func longNumber(_ p: Bytes, _ first: Bytes, _ integerEnd: Bytes, _ integer: UInt64,
                                     _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        var q = integerEnd
        if q == first { throw q >= end ? stop(.truncated, at: q) : stop(.invalidNumber, at: p) }
        if first.pointee == ASCII.zero, q - first > 1 { throw stop(.invalidNumber, at: p) }
        var type = JSONTypes.integer
        var significand = integer
        var fractionDigits = 0
        if q.pointee == ASCII.point {
            type = .fraction
            q += 1
            let start = q
            while q.pointee &- ASCII.zero <= 9 {
                significand = significand &* 10 &+ UInt64(q.pointee &- ASCII.zero)
                q += 1
            }
            fractionDigits = q - start
            if fractionDigits == 0 { throw q >= end ? stop(.truncated, at: q) : stop(.invalidNumber, at: p) }
        }
        let significandEnd = q
        var exponent = 0
        if q.pointee | 0x20 == ASCII.lowerE {
            type = .fraction
            q += 1
            let isNegative = q.pointee == ASCII.minus
            if isNegative || q.pointee == ASCII.plus { q += 1 }
            let start = q
            while q.pointee &- ASCII.zero <= 9 {
                // Saturates: exponents are exact below 10¹⁷.
                if exponent < 100_000_000_000_000_000 { exponent = exponent &* 10 &+ Int(q.pointee &- ASCII.zero) }
                q += 1
            }
            if q == start { throw q >= end ? stop(.truncated, at: q) : stop(.invalidNumber, at: p) }
            if isNegative { exponent = -exponent }
        }
        // A number has no end of its own: where the bytes at hand stop, it may go on.
        if q >= end, !isComplete { throw .needsMore }
        if node.pointee.types & type.rawValue == 0 { report(.type, index, at: p) }
        let digits = (integerEnd - first) + fractionDigits
        let isNegative = first != p
        let digest = digits <= 18
            ? Walk.digest(isNegative, significand, exponent &- fractionDigits)
            : longDigest(isNegative, first, significandEnd, exponent &- fractionDigits)
        return Walked(q, digest)
    }

    /// The digest of ±significand · 10^exponent. Each value has one form: an integer below 10¹⁸ if it is one, else the shortest significand.
    private static func digest(_ isNegative: Bool, _ significand: UInt64, _ exponent: Int) -> Digest {
        var m = significand
        var e = exponent
        guard m != 0 else { return .integer(0) }
        while m % 10 == 0 {
            m /= 10
            e += 1
        }
        if e >= 0, e <= 18 {
            var integer = m
            var left = e
            while left > 0, integer < 1_000_000_000_000_000_000 / 10 {
                integer *= 10
                left -= 1
            }
            if left == 0, integer < 1_000_000_000_000_000_000 {
                return .integer(isNegative ? -Int64(integer) : Int64(integer))
            }
        }
        return Digest.mixed(m ^ Digest.k2, UInt64(bitPattern: Int64(e)) ^ (isNegative ? Digest.k4 : Digest.k5))
    }

    /// The same for significands of more than 18 digits, which stand between `start` and `close`, a point among them perhaps.
    private mutating func longDigest(_ isNegative: Bool, _ start: Bytes, _ close: Bytes, _ exponent: Int) -> Digest {
        decoded.truncate(to: 0)
        decoded.reserve(close - start + 32)
        var p = start
        while p < close {
            if p.pointee != ASCII.point, decoded.count > 0 || p.pointee != ASCII.zero { decoded.push(p.pointee) }
            p += 1
        }
        var e = exponent
        while decoded.count > 0, decoded.base[decoded.count - 1] == ASCII.zero {
            decoded.truncate(to: decoded.count - 1)
            e += 1
        }
        if decoded.count <= 18 {
            var m: UInt64 = 0
            for i in 0 ..< decoded.count { m = m &* 10 &+ UInt64(decoded.base[i] &- ASCII.zero) }
            return Walk.digest(isNegative, m, e)
        }
        let digits = Digest.text(UnsafePointer(decoded.base), decoded.count)
        return Digest.mixed(digits.low ^ Digest.k2, digits.high ^ UInt64(bitPattern: Int64(e)) ^ (isNegative ? Digest.k4 : Digest.k5))
    }
}
