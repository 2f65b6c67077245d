/// 128 bits that stand for a JSON value: equal values (RFC 8259 values compared as JSON Schema draft-04, section 3.6,
/// compares them: `1.0` is `1`, the order of keys does not matter, `"\u0061"` is `"a"`) have equal digests.
///
/// It is computed while the value is read and serves `uniqueItems`, `enum` and the look for values met twice.
/// Two different values get the same digest with a probability of about 2⁻¹²⁸; equal digests count as equal values.
package struct Digest: Hashable, Sendable, BitwiseCopyable {
    package var low: UInt64
    package var high: UInt64

    @inline(__always)
    package init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    // Odd constants with bits that look random (digits of irrational numbers): a word equal to one by chance would
    // make a product lose the other factor.
    static let k0: UInt64 = 0x9E37_79B9_7F4A_7C15
    static let k1: UInt64 = 0xBF58_476D_1CE4_E5B9
    static let k2: UInt64 = 0x94D0_49BB_1331_11EB
    static let k3: UInt64 = 0xD6E8_FEB8_6659_FD93
    static let k4: UInt64 = 0xA076_1D64_78BD_642F
    static let k5: UInt64 = 0xE703_7ED1_A0B4_28DB

    static let null = Digest(low: k0, high: k3)
    static let `true` = Digest(low: k1, high: k4)
    static let `false` = Digest(low: k2, high: k5)

    /// One multiplication of 64 by 64 bits, both halves kept: every bit of the result depends on every bit of both words.
    @inline(__always)
    static func mixed(_ x: UInt64, _ y: UInt64) -> Digest {
        let product = x.multipliedFullWidth(by: y)
        // Tables take their slots from the lowest bits, which in a product depend on the factors' lowest bits alone: fold the upper half in.
        return Digest(low: product.low ^ product.high, high: product.high &+ (x ^ y))
    }

    /// The digest of two things that belong together, in this order.
    package func joined(_ other: Digest) -> Digest {
        var both = self
        both.append(other)
        return both.closed(3, count: 2)
    }

    /// The digest of text, `count` bytes of UTF-8 without escapes. Reads up to 7 bytes behind the text.
    @inline(__always)
    package static func text(_ p: Bytes, _ count: Int) -> Digest {
        if count <= 16 {
            // No branch on the length, which no processor could foresee: a short text's second word is masked away.
            let behind = max(count &- 8, 0)
            let isShort = UInt64(bitPattern: Int64(count &- 8)) &>> 63
            let first = Words.load(p) & shortMask(count)
            let last = Words.load(p + behind) & (isShort &- 1)
            return mixed(first ^ k0, last ^ k1 ^ UInt64(truncatingIfNeeded: count))
        }
        return longText(p, count)
    }

    /// Ones in the first `count` bytes of a word, in all from 8 on.
    @inline(__always)
    private static func shortMask(_ count: Int) -> UInt64 {
        let unused = UInt64(truncatingIfNeeded: max(8 &- count, 0) &* 8)
        // Two steps, since shifting by 64 does nothing.
        let half = unused &>> 1
        return (UInt64.max &>> half) &>> (unused &- half)
    }

    @inline(never)
    private static func longText(_ p: Bytes, _ count: Int) -> Digest {
        var state = Digest(low: k0, high: k1 ^ UInt64(truncatingIfNeeded: count))
        var q = p
        let last = p + (count &- 16)
        while q < last {
            state = mixed(Words.load(q) ^ state.low, Words.load(q + 8) ^ state.high)
            q += 16
        }
        return mixed(Words.load(last) ^ state.low, Words.load(last + 8) ^ state.high)
    }

    /// The digest of an integer below 10¹⁸ in magnitude; larger numbers and fractions: `JSONDecimal`.
    @inline(__always)
    static func integer(_ value: Int64) -> Digest {
        mixed(UInt64(bitPattern: value) ^ k3, k4)
    }

    /// What one member adds to the digest of its object. Members are added up, so their order does not matter;
    /// the key's half is turned so that key and value cannot change places.
    @inline(__always)
    static func member(key: Digest, value: Digest) -> Digest {
        let turned = key.high &<< 32 | key.high &>> 32
        return mixed(key.low ^ value.low ^ k2, (turned &+ value.high) ^ k5)
    }

    @inline(__always)
    mutating func add(_ other: Digest) {
        low = low &+ other.low
        high = high &+ other.high
    }

    /// Takes the next item of an array; order matters.
    @inline(__always)
    mutating func append(_ item: Digest) {
        self = Digest.mixed(low ^ item.low ^ Digest.k1, (high &+ item.high) ^ Digest.k3)
    }

    /// Closes the digest of an object or array, so that `{}`, `[]` and their like stay apart.
    @inline(__always)
    func closed(_ kind: UInt64, count: Int) -> Digest {
        Digest.mixed(low ^ kind, high ^ UInt64(truncatingIfNeeded: count) ^ Digest.k4)
    }
}
