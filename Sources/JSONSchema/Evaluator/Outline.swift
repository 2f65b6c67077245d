/// One value of a piece, as the walk met it. Entries stand in the order of their values' first bytes; what a container holds follows it.
package struct OutlineEntry: BitwiseCopyable, Sendable {
    /// The number of the node the value was walked with: `FieldNode.number`. Below 0 a key that its object's schema does not name, whose value
    /// is the next entry: -1 less the node of that object.
    package var node: Int32
    /// The first byte, from the outline's base.
    package var start: UInt32
    /// In bytes; the highest bit of a string's says that it holds escapes.
    package private(set) var lengthAndFlag: UInt32 = 0
    /// How many of the entries behind this one lie inside its value.
    package var extent: UInt32 = 0
    /// Half of the value's digest.
    package var fingerprint: UInt64 = 0

    @inline(__always)
    init(node: Int32, start: Int, byteCount: Int = 0, fingerprint: UInt64 = 0) {
        self.node = node
        self.start = UInt32(truncatingIfNeeded: start)
        lengthAndFlag = UInt32(truncatingIfNeeded: byteCount)
        self.fingerprint = fingerprint
    }

    /// A string.
    @inline(__always)
    init(node: Int32, start: Int, byteCount: Int, fingerprint: UInt64, hasEscape: Bool) {
        self.init(node: node, start: start, byteCount: byteCount, fingerprint: fingerprint)
        if hasEscape { lengthAndFlag |= OutlineEntry.escape }
    }

    /// A container has ended.
    @inline(__always)
    mutating func close(byteCount: Int, extent: Int, fingerprint: UInt64) {
        lengthAndFlag = UInt32(truncatingIfNeeded: byteCount)
        self.extent = UInt32(truncatingIfNeeded: extent)
        self.fingerprint = fingerprint
    }

    package static let escape: UInt32 = 1 << 31

    /// In bytes.
    @inline(__always)
    var length: UInt32 { lengthAndFlag & ~OutlineEntry.escape }

    /// Whether a string holds escapes.
    @inline(__always)
    var hasEscape: Bool { lengthAndFlag & OutlineEntry.escape != 0 }
}

/// The values of a piece: what an observer learns from the walk beyond violations. Good while the piece is being seen.
package struct Outline {
    package let first: UnsafePointer<OutlineEntry>
    package let count: Int
    /// Offsets count from here.
    package let base: Bytes

    @inline(__always)
    package subscript(_ index: Int) -> OutlineValue {
        OutlineValue(first + index, base: base)
    }
}

/// One value of an outline.
package struct OutlineValue {
    let entry: UnsafePointer<OutlineEntry>
    let base: Bytes

    @inline(__always)
    init(_ entry: UnsafePointer<OutlineEntry>, base: Bytes) {
        self.entry = entry
        self.base = base
    }

    package enum Kind: Sendable {
        case null, boolean, number, string, array, object
    }

    @inline(__always)
    var start: Bytes { base + Int(entry.pointee.start) }

    @inline(__always)
    package var node: Int32 { entry.pointee.node }
    /// For asking where it stands.
    package var offset: Int { Int(entry.pointee.start) }

    @inline(__always)
    package var kind: Kind {
        switch start.pointee {
        case ASCII.quote: .string
        case ASCII.openBrace: .object
        case ASCII.openBracket: .array
        case 0x74, 0x66: .boolean
        case 0x6E: .null
        default: .number
        }
    }

    /// Its bytes as written: quotes, brackets and escapes included.
    @inline(__always)
    package var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(entry.pointee.length))
    }

    /// An object or array without anything in it.
    @inline(__always)
    package var isEmptyContainer: Bool { entry.pointee.extent == 0 && (kind == .object || kind == .array) }

    /// How many of the values behind it lie inside it.
    @inline(__always)
    package var extent: Int { Int(entry.pointee.extent) }

    /// The bytes between the quotes of a string or key, escapes as written.
    @inline(__always)
    package var rawText: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start + 1, count: Int(entry.pointee.length) - 2)
    }

    /// 64 bits that are equal for equal values, whatever their escapes, the order of their members, or the way their numbers are written. Of an unknown
    /// key those of the text that it says. Two different values share them with a probability of about 2⁻⁶⁴.
    @inline(__always)
    package var fingerprint: UInt64 { entry.pointee.fingerprint }

    /// What a string or key says.
    package var text: String {
        JSONText.string(start + 1, start + Int(entry.pointee.length) - 1)
    }

    /// Calls `body` with the UTF-8 of what a string says, without making a `String` of it; lone surrogates become U+FFFD.
    package func withText(_ body: (UnsafeRawBufferPointer) -> Void) {
        guard entry.pointee.hasEscape else { return body(rawText) }
        let (first, count) = (start + 1, Int(entry.pointee.length) - 2)
        var output = ScratchStack<UInt8>(capacity: count + 32)
        JSONText.decode(first, first + count, into: &output, replacing: true)
        body(UnsafeRawBufferPointer(output.elements))
    }

    /// Equal for strings that say the same, whatever their escapes.
    package var textDigest: Digest {
        let (first, count) = (start + 1, Int(entry.pointee.length) - 2)
        return entry.pointee.hasEscape ? Digest(escaped: first, first + count) : Digest.text(first, count)
    }

    /// No object and no array.
    package var isScalar: Bool { kind != .object && kind != .array }

    /// For showing: nil for objects and arrays.
    package var excerpt: Excerpt? { Excerpt(checked: start) }

    /// Equal for equal values of any kind.
    package var digest: Digest {
        kind == .string ? textDigest : Program.acceptsAnything.digest(ofChecked: start)
    }
}

extension OutlineValue {
    /// A key that its object's schema does not name; its value is the next one.
    @inline(__always)
    package var isKey: Bool { entry.pointee.node < 0 }

    /// Of an unknown key: the node of its object.
    package var nodeOfObject: Int32 { -1 - entry.pointee.node }
}
