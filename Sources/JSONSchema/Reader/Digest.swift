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

    /// The digest of text, `count` bytes of UTF-8 without escapes. Reads up to 31 bytes behind the text.
    @inline(__always)
    package static func text(_ p: Bytes, _ count: Int) -> Digest {
        count < LongText.blockLength ? shortText(p, count) : LongText.digest(p, count)
    }

    /// The digest of text of less than 32 bytes. No branch on the length, which no processor could foresee: 32 bytes are taken for all, and what
    /// stands behind the text is masked away.
    @inline(__always)
    static func shortText(_ p: Bytes, _ count: Int) -> Digest {
        let (a, b) = Vectors.words(p, first: count, mixedWith: SIMD2(k0, k1))
        let (c, d) = Vectors.words(p + 16, first: count &- 16, mixedWith: SIMD2(k2, k3))
        let start = mixed(a, b ^ UInt64(truncatingIfNeeded: count))
        let end = mixed(c, d)
        // Fingerprints are the lower half alone. Only the folded halves of products may go there: the upper half of the second product moves by
        // little when its words do, and texts that differ in their last letters alone would share fingerprints.
        return Digest(low: start.low ^ end.low, high: start.high &+ end.high)
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

/// The digest of text of 32 bytes and more, block by block in two lanes that do not wait for each other; whoever looks for the text's end can
/// take the blocks in on the way.
struct LongText {
    static let blockLength = 32

    private var first = Digest(low: Digest.k0, high: Digest.k1)
    private var second = Digest(low: Digest.k2, high: Digest.k3)

    @inline(__always)
    init() {}

    /// Takes in the 32 bytes at `p`. Each whole block of the text, counted from its start, has to be taken in.
    @inline(__always)
    mutating func take(_ p: Bytes) {
        first = Digest.mixed(Words.load(p) ^ first.low, Words.load(p + 8) ^ first.high)
        second = Digest.mixed(Words.load(p + 16) ^ second.low, Words.load(p + 24) ^ second.high)
    }

    /// The digest of the text that ends at `end`, when all whole blocks have been taken in: its last 32 bytes come once more.
    @inline(__always)
    func closed(at end: Bytes, count: Int) -> Digest {
        var last = self
        last.take(end - LongText.blockLength)
        return Digest.mixed(last.first.low ^ last.second.high ^ UInt64(truncatingIfNeeded: count), last.first.high &+ last.second.low)
    }

    @inline(never)
    static func digest(_ p: Bytes, _ count: Int) -> Digest {
        var text = LongText()
        var q = p
        while p + count - q >= blockLength {
            text.take(q)
            q += blockLength
        }
        return text.closed(at: p + count, count: count)
    }
}

extension Digest {
    /// Of a value written as JSON; nil for what is no JSON.
    package init?(ofJSON text: String) {
        guard let digest = try? Program.acceptsAnything.digest(of: PaddedBytes(text.utf8), limits: ReadingLimits()) else { return nil }
        self = digest
    }
}
