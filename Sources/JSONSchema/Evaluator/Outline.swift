#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One value of a piece, as the walk met it. Entries stand in the order of their values' first bytes; what a container holds follows it.
package struct OutlineEntry: BitwiseCopyable, Sendable {
    /// In place of a node: a key that its object's schema does not name. Its value is the next entry.
    package static let unknownKey: Int32 = -2

    /// The number of the node the value was walked with: `FieldNode.number`.
    package var node: Int32
    /// The first byte, from the outline's base.
    package var start: UInt32
    /// In bytes.
    package var length: UInt32 = 0
    /// How many of the entries behind this one lie inside its value.
    package var extent: UInt32 = 0

    @inline(__always)
    init(node: Int32, start: Int) {
        self.node = node
        self.start = UInt32(truncatingIfNeeded: start)
    }
}

/// The values of a piece: what an observer learns from the walk beyond violations. Good while the piece is being seen.
package struct Outline {
    @usableFromInline let first: UnsafePointer<OutlineEntry>
    package let count: Int
    /// Offsets count from here.
    @usableFromInline let base: Bytes

    @inlinable @inline(__always)
    package subscript(_ index: Int) -> OutlineValue {
        OutlineValue(first + index, base: base)
    }
}

/// One value of an outline.
package struct OutlineValue {
    @usableFromInline let entry: UnsafePointer<OutlineEntry>
    @usableFromInline let base: Bytes

    @inlinable @inline(__always)
    init(_ entry: UnsafePointer<OutlineEntry>, base: Bytes) {
        self.entry = entry
        self.base = base
    }

    package enum Kind: Sendable {
        case null, boolean, number, string, array, object
    }

    @inlinable @inline(__always)
    var start: Bytes { base + Int(entry.pointee.start) }

    @inlinable @inline(__always)
    package var node: Int32 { entry.pointee.node }
    /// For asking where it stands.
    @inlinable
    package var offset: Int { Int(entry.pointee.start) }

    @inlinable @inline(__always)
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
    @inlinable @inline(__always)
    package var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(entry.pointee.length))
    }

    /// An object or array without anything in it.
    @inlinable @inline(__always)
    package var isEmptyContainer: Bool { entry.pointee.extent == 0 && (kind == .object || kind == .array) }

    /// How many of the values behind it lie inside it.
    @inlinable @inline(__always)
    package var extent: Int { Int(entry.pointee.extent) }

    /// The bytes between the quotes of a string or key, escapes as written.
    @inlinable @inline(__always)
    package var rawText: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start + 1, count: Int(entry.pointee.length) - 2)
    }

    /// What a string or key says.
    package var text: String {
        JSONText.string(start + 1, start + Int(entry.pointee.length) - 1)
    }

    /// Equal for strings that say the same, whatever their escapes.
    package var textDigest: Digest {
        let (first, count) = (start + 1, Int(entry.pointee.length) - 2)
        return memchr(first, Int32(ASCII.backslash), count) == nil ? Digest.text(first, count) : Digest(escaped: first, first + count)
    }

    /// No object and no array.
    @inlinable
    package var isScalar: Bool { start.pointee != ASCII.openBrace && start.pointee != ASCII.openBracket }

    /// For showing: nil for objects and arrays.
    package var excerpt: Excerpt? { Excerpt(checked: start) }

    /// Equal for equal values of any kind.
    package var digest: Digest {
        kind == .string ? textDigest : Program.acceptsAnything.digest(ofChecked: start)
    }
}

extension OutlineValue {
    /// A key that its object's schema does not name; its value is the next one.
    @inlinable @inline(__always)
    package var isKey: Bool { entry.pointee.node == OutlineEntry.unknownKey }
}
