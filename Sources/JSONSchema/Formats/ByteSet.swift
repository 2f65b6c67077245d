/// A set of ASCII characters as a table of 128 bits, in two registers: the grammars of the formats are written as
/// sets of characters, and a lookup is a shift instead of a chain of comparisons.
struct ByteSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// The set of the characters of `members`, which are ASCII; others are left out.
    init(_ members: StaticString) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        members.withUTF8Buffer { bytes in
            for byte in bytes {
                switch byte {
                case 0..<64: low |= 1 << UInt64(byte)
                case 64..<128: high |= 1 << UInt64(byte - 64)
                default: break
                }
            }
        }
        self.init(low: low, high: high)
    }

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    func union(_ other: ByteSet) -> ByteSet {
        ByteSet(low: low | other.low, high: high | other.high)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && (word &>> UInt64(byte)) & 1 != 0
    }

    static let letters = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    static let digits = ByteSet("0123456789")
    static let hexDigits = ByteSet("0123456789ABCDEFabcdef")
    static let alphanumerics = letters.union(digits)
}
