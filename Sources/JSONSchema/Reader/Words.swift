import CVectors

/// A place in a buffer of bytes behind which at least `Window.padding` zero bytes stand, so that
/// reading 32 bytes from any place inside never leaves the buffer.
package typealias Bytes = UnsafePointer<UInt8>

/// Eight bytes at a time, in ordinary 64-bit arithmetic.
///
/// Each byte of a word is a lane. The tests set bit 7 of the lanes that meet a condition; a borrow may also mark
/// lanes above a true match, so only the lowest mark is to be trusted, which is the one a scanner wants.
enum Words {
    @inline(__always)
    static func load(_ p: Bytes) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
    }

    /// Keeps the first `count` (0 to 8) bytes of a word.
    @inline(__always)
    static func first(_ count: Int, of word: UInt64) -> UInt64 {
        count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
    }

    /// How many lanes stand before the lowest mark.
    @inline(__always)
    static func lanesBefore(_ marks: UInt64) -> Int {
        marks.trailingZeroBitCount &>> 3
    }
}

/// Sixteen bytes at a time.
enum Vectors {
    typealias Vector = SIMD16<Int8>

    // Comparing with a scalar operand instead of a vector is many times slower.
    private static var backslashes: Vector { Vector(repeating: 0x5C) }

    @inline(__always)
    static func load(_ p: Bytes) -> Vector {
        UnsafeRawPointer(p).loadUnaligned(as: Vector.self)
    }

    /// How many bytes stand before the first that ends a plain run inside a string, 16 without one: the quote, the backslash, control
    /// characters (a zero byte behind the end of the data among them) and everything outside ASCII; as signed numbers the last two are below
    /// the space.
    @inline(__always)
    static func plainRun(_ p: Bytes) -> Int {
        // Bit 16 stands for the end of the block.
        (oc4ids_string_stops(p) | 1 << 16).trailingZeroBitCount
    }

    /// How many bytes stand before the first at which a string has to be looked at whose UTF-8 is known to be well-formed, 32 without one: the
    /// quote, the backslash, control characters (a zero byte behind the end of the data among them).
    @inline(__always)
    static func textRun(_ p: Bytes) -> Int {
        // Bit 32 stands for the end of the block.
        (oc4ids_text_stops(p) | 1 << 32).trailingZeroBitCount
    }

    /// The first `count` (-16 to 31) of sixteen bytes as two words, zeros in place of the others, all with the bits of `mix` turned over.
    @inline(__always)
    static func words(_ p: Bytes, first count: Int, mixedWith mix: SIMD2<UInt64>) -> (UInt64, UInt64) {
        let mask = UnsafeRawPointer(oc4ids_first_bytes(Int32(truncatingIfNeeded: count))).loadUnaligned(as: SIMD2<UInt64>.self)
        let words = UnsafeRawPointer(p).loadUnaligned(as: SIMD2<UInt64>.self) & mask ^ mix
        return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
    }

    /// Copies thirty-two bytes of a string's text.
    ///
    /// - Returns: how many of them are plain: what stands behind them is the quote, a backslash or a control character, unless it is 32.
    @inline(__always)
    static func copyBlock(_ p: Bytes, to output: UnsafeMutablePointer<UInt8>) -> Int {
        let room = UnsafeMutableRawPointer(output)
        room.storeBytes(of: load(p), as: Vector.self)
        room.storeBytes(of: load(p + 16), toByteOffset: 16, as: Vector.self)
        return textRun(p)
    }

    /// The types are spelled out here and nowhere else: where the compiler has to find them, it may take a comparison that goes lane by lane.
    @inline(__always)
    static func equal(_ bytes: Vector, _ byte: Int8) -> SIMDMask<Vector> {
        let wanted: Vector = Vector(repeating: byte)
        let mask: SIMDMask<Vector> = bytes .== wanted
        return mask
    }

    @inline(__always)
    static func withBit(_ bytes: Vector, _ bit: Int8) -> Vector {
        let bits: Vector = Vector(repeating: bit)
        return bytes | bits
    }

    /// One bit a byte, the first byte's lowest.
    @inline(__always)
    static func bits(_ mask: SIMDMask<Vector>) -> UInt64 {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return gathered(words[0]) | gathered(words[1]) &<< 8
    }

    /// Eight lanes of ones or zeros to eight bits: each lane keeps its own bit, and the product's top byte adds them up.
    @inline(__always)
    private static func gathered(_ lanes: UInt64) -> UInt64 {
        ((UInt64(littleEndian: lanes) & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    }

    /// Copies sixteen bytes of a string's text.
    ///
    /// - Returns: how many stand before the first backslash, or all, and whether there is one.
    @inline(__always)
    static func copy(_ p: Bytes, to output: UnsafeMutablePointer<UInt8>) -> (length: Int, isEscape: Bool) {
        let bytes = load(p)
        UnsafeMutableRawPointer(output).storeBytes(of: bytes, as: Vector.self)
        let words = unsafeBitCast(bytes .== backslashes, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return (Words.lanesBefore(UInt64(littleEndian: words[0])), true) }
        if words[1] != 0 { return (8 &+ Words.lanesBefore(UInt64(littleEndian: words[1])), true) }
        return (16, false)
    }

    /// Letters, digits, `-`, `.`, `_`, `~` and `/`.
    @inline(__always)
    static func areUnreservedOrSlash(_ bytes: Vector) -> Bool {
        let letters: SIMDMask<Vector> = isBetween(withBit(bytes, 0x20), 0x61, 0x7A)
        let middle: SIMDMask<Vector> = isBetween(bytes, 0x2D, 0x39)
        let others: SIMDMask<Vector> = equal(bytes, 0x5F) .| equal(bytes, 0x7E)
        let words = unsafeBitCast(letters .| middle .| others, to: SIMD2<UInt64>.self)
        return words[0] & words[1] == .max
    }

    @inline(__always)
    private static func isBetween(_ bytes: Vector, _ least: Int8, _ most: Int8) -> SIMDMask<Vector> {
        let below: Vector = Vector(repeating: least &- 1)
        let above: Vector = Vector(repeating: most &+ 1)
        let mask: SIMDMask<Vector> = (bytes .> below) .& (bytes .< above)
        return mask
    }

    /// Where `word` first stands between `start` and `end`.
    static func firstPlace(of word: [UInt8], _ start: Bytes, _ end: Bytes) -> Bytes? {
        guard let first = word.first, let last = word.last else { return nil }
        var p = start
        while p < end {
            var marks = bits(equal(load(p), Int8(bitPattern: first))) & bits(equal(load(p + (word.count - 1)), Int8(bitPattern: last)))
            while marks != 0 {
                let place = p + marks.trailingZeroBitCount
                if place + word.count > end { return nil }
                if word.indices.allSatisfy({ place[$0] == word[$0] }) { return place }
                marks &= marks - 1
            }
            p += 16
        }
        return nil
    }

    /// Carriage returns without a line feed behind them; one as the last byte counts.
    static func loneReturns(_ start: Bytes, _ end: Bytes) -> Int {
        let returns = Vector(repeating: Int8(bitPattern: ASCII.carriageReturn))
        let lineFeeds = Vector(repeating: Int8(bitPattern: ASCII.lineFeed))
        var total = 0
        var p = start
        // The byte behind a block is looked at too.
        while end - p > 16 {
            let blocks = min((end - p - 1) >> 4, 255)
            var lanes = SIMD16<UInt8>(repeating: 0)
            for _ in 0 ..< blocks {
                lanes &-= unsafeBitCast((load(p) .== returns) .& (load(p + 1) .!= lineFeeds), to: SIMD16<UInt8>.self)
                p += 16
            }
            total += sum(lanes)
        }
        while p < end {
            if p.pointee == ASCII.carriageReturn, p + 1 == end || p[1] != ASCII.lineFeed { total += 1 }
            p += 1
        }
        return total
    }

    private static func sum(_ lanes: SIMD16<UInt8>) -> Int {
        var total = 0
        for i in 0 ..< 16 { total += Int(lanes[i]) }
        return total
    }
}

/// The bytes that JSON's grammar names (RFC 8259, section 2).
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let point: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let lowerE: UInt8 = 0x65
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D
}
