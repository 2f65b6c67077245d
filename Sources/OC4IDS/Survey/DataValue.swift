import JSONSchema

/// A value of a project: what it says, not where it belongs, which `ProjectData` knows.
///
/// It reads the outline's memory itself: checks ask millions of values, and a call into another module for each costs more than the answer.
struct DataValue {
    let outline: Outline
    /// Its number among the values of the piece.
    let number: Int

    private var value: OutlineValue { outline[number] }
    @inline(__always)
    private var entry: UnsafePointer<OutlineEntry> { outline.first + number }
    @inline(__always)
    private var firstByte: UInt8 { outline.base[Int(entry.pointee.start)] }

    @inline(__always)
    var kind: OutlineValue.Kind {
        switch firstByte {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }

    // Told by pattern: comparing kinds for equality is a call through a witness table.
    @inline(__always)
    var isText: Bool { firstByte == UInt8(ascii: "\"") }
    @inline(__always)
    var isNumber: Bool { if case .number = kind { true } else { false } }
    @inline(__always)
    var isObject: Bool { firstByte == UInt8(ascii: "{") }
    @inline(__always)
    var isList: Bool { firstByte == UInt8(ascii: "[") }

    @inline(__always)
    var node: Int32 { entry.pointee.node }
    /// How many values lie inside it.
    @inline(__always)
    var extent: Int { Int(entry.pointee.extent) }
    /// For asking where it stands.
    @inline(__always)
    var offset: Int { Int(entry.pointee.start) }

    /// Null, `""`, `[]` or `{}`: a field with such a value is not filled in.
    @inline(__always)
    var isEmpty: Bool {
        switch kind {
        case .null: true
        case .string: length == 2
        case .array, .object: entry.pointee.extent == 0
        case .boolean, .number: false
        }
    }

    /// `OutlineEntry.escape`, which from here would be a call.
    @inline(__always)
    private static var escape: UInt32 { 1 << 31 }
    /// In bytes.
    @inline(__always)
    private var length: UInt32 { entry.pointee.lengthAndFlag & ~DataValue.escape }
    /// Whether a text is written with escapes.
    @inline(__always)
    var hasEscape: Bool { entry.pointee.lengthAndFlag & DataValue.escape != 0 }

    /// As written.
    @inline(__always)
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: outline.base + Int(entry.pointee.start), count: Int(length))
    }

    /// Bytes of a text between its quotes, escapes as written; nil for what is no text.
    @inline(__always)
    var rawText: UnsafeRawBufferPointer? {
        isText ? UnsafeRawBufferPointer(start: outline.base + Int(entry.pointee.start) + 1, count: Int(length) - 2) : nil
    }

    /// What a text says; nil for what is no text.
    var text: String? { isText ? value.text : nil }
    /// The same in UTF-8, without making a `String` of it: for texts with escapes. Not called for what is no text.
    func withText(_ body: (UnsafeRawBufferPointer) -> Void) {
        if isText { value.withText(body) }
    }
    /// For showing; nil for objects and lists.
    var excerpt: Excerpt? { value.excerpt }

    /// Equal for equal values, whatever they are: 64 bits, got for nothing.
    @inline(__always)
    var fingerprint: UInt64 { entry.pointee.fingerprint }
    /// The same for texts only.
    @inline(__always)
    var textFingerprint: UInt64? { isText ? entry.pointee.fingerprint : nil }
    /// The same with 128 bits, for texts that are compared across a whole dataset.
    var textDigest: Digest? { isText ? value.textDigest : nil }

    /// The number as a floating-point number: for comparing amounts, not for adding them up. Nil for what is no number, and past 400 digits.
    var number64: Double? {
        guard isNumber, bytes.count <= 400 else { return nil }
        return Double(token: bytes)
    }
}
