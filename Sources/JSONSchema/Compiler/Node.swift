/// JSON's types as bits, for `type` (draft-04 validation, section 5.5.2).
///
/// Draft-04 tells numbers apart as written: `1.0` is a number and no integer.
package struct JSONTypes: OptionSet, Sendable, Hashable {
    package var rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = JSONTypes(rawValue: 1)
    package static let boolean = JSONTypes(rawValue: 2)
    package static let object = JSONTypes(rawValue: 4)
    package static let array = JSONTypes(rawValue: 8)
    /// Numbers with a fraction or an exponent.
    package static let fraction = JSONTypes(rawValue: 16)
    package static let integer = JSONTypes(rawValue: 32)
    package static let string = JSONTypes(rawValue: 64)

    package static let number: JSONTypes = [.fraction, .integer]
    package static let all: JSONTypes = [.null, .boolean, .object, .array, .number, .string]

    /// The type of a value by its first byte; whether a number is an integer shows only at its end.
    static func beginning(with byte: UInt8) -> JSONTypes {
        switch byte {
        case ASCII.quote: .string
        case ASCII.openBrace: .object
        case ASCII.openBracket: .array
        case 0x74, 0x66: .boolean
        case 0x6E: .null
        default: .number
        }
    }

    /// The name of the type of a value in checked JSON.
    static func name(beginning p: Bytes) -> String? {
        let type = beginning(with: p.pointee)
        guard type == .number else { return type.names.first }
        var q = p
        while q.pointee == ASCII.minus || q.pointee &- ASCII.zero <= 9 { q += 1 }
        return q.pointee == ASCII.point || q.pointee | 0x20 == ASCII.lowerE ? "number" : "integer"
    }

    /// The names that a schema uses, in draft-04's order; `number` covers both kinds.
    package var names: [String] {
        var names: [String] = []
        if contains(.string) { names.append("string") }
        if isSuperset(of: .number) { names.append("number") } else if contains(.integer) { names.append("integer") }
        if contains(.boolean) { names.append("boolean") }
        if contains(.array) { names.append("array") }
        if contains(.object) { names.append("object") }
        if contains(.null) { names.append("null") }
        return names
    }

    init?(name: String) {
        switch name {
        case "string": self = .string
        case "number": self = .number
        case "integer": self = .integer
        case "boolean": self = .boolean
        case "array": self = .array
        case "object": self = .object
        case "null": self = .null
        default: return nil
        }
    }
}

/// One place of a schema in the flat program: everything the hot loop asks of it, in fixed-size fields, so that the
/// program is plain memory. What is seldom asked stands in `Extra`.
struct Node: BitwiseCopyable {
    /// Children and "no schema at all" share one number space.
    typealias Index = Int32

    /// The node that accepts every value: what `{}` compiles to, and what unknown members are walked with.
    static let anything: Index = 0
    /// In place of a child: a value must not stand there (`additionalProperties: false`, `additionalItems: false`).
    static let nothing: Index = -1

    struct Flags: OptionSet, BitwiseCopyable {
        var rawValue: UInt8
        /// `uniqueItems`
        static let unique = Flags(rawValue: 1)
        /// Text has more to be checked than `shortest`: format, pattern, exact lengths.
        static let text = Flags(rawValue: 2)
        /// Something is checked when the value has been walked: `enum`, bounds of numbers, `allOf` and its like.
        static let afterwards = Flags(rawValue: 4)
        /// Members need the slow way: `patternProperties`, `dependencies`, or more names than bits in `required`.
        static let members = Flags(rawValue: 8)
        /// `items` is a list, or `additionalItems` matters.
        static let tuple = Flags(rawValue: 16)
        /// Every text will do: its type is right, and nothing else is asked of it.
        static let anyText = Flags(rawValue: 32)
    }

    var types = JSONTypes.all.rawValue
    var flags = Flags.anyText
    /// A raw value of `Format`, or 255.
    var format: UInt8 = 255
    /// Text with fewer bytes than this is too short; only 0 and 1 are exact, larger minima are an `Extra`.
    var shortest: UInt8 = 0
    /// The members named in the schema: `Program.entries`, found through `Program.slots`.
    var entries: UInt32 = 0
    var slots: UInt32 = 0
    var slotMask: UInt32 = 0
    /// One bit a required entry, in the order of the entries.
    var required: UInt64 = 0
    var additional: Index = Node.anything
    var items: Index = Node.anything
    var minItems: UInt32 = 0
    var maxItems: UInt32 = .max
    var minProperties: UInt32 = 0
    var maxProperties: UInt32 = .max
    /// `enum` as digests in an open-addressing table, `Program.values`; no table when the mask is 0.
    var values: UInt32 = 0
    var valueMask: UInt32 = 0
    /// Index into `Program.extras`, or -1.
    var extra: Int32 = -1
}

/// A member that a schema names, found by the digest of its key.
struct Entry: BitwiseCopyable {
    var key: Digest
    var child: Node.Index
    /// Its position among the node's entries, and its bit in `Node.required`; counted from 64 where there are more entries than bits.
    var ordinal: UInt16
    /// The name is known from `required` or `dependencies` only; `additionalProperties` decides about the value.
    var isUndeclared: Bool
    /// The key as it stands in the text, closing quote included, as two words with masks for their unused bytes: `Walk` compares the key it
    /// expects next before it looks any key up. A key of more than 15 bytes, or that has to be escaped, matches nothing.
    var text: (UInt64, UInt64)
    var mask: (UInt64, UInt64)
    /// Bytes of `text` in use.
    var textLength: Int

    init(name: String, child: Node.Index, ordinal: Int, isUndeclared: Bool) {
        key = Digest(of: name)
        self.child = child
        self.ordinal = UInt16(clamping: ordinal)
        self.isUndeclared = isUndeclared
        let bytes = name.utf8
        textLength = bytes.count + 1
        text = (1, 0)
        mask = (0, 0)
        guard bytes.count <= 15, bytes.allSatisfy({ $0 >= ASCII.space && $0 != ASCII.quote && $0 != ASCII.backslash }) else { return }
        text = (0, 0)
        for (position, byte) in bytes.enumerated() { put(byte, at: position) }
        put(ASCII.quote, at: bytes.count)
        mask = (Words.first(min(textLength, 8), of: .max), Words.first(max(textLength - 8, 0), of: .max))
    }

    private mutating func put(_ byte: UInt8, at position: Int) {
        let word = UInt64(byte) &<< UInt64(position % 8 * 8)
        if position < 8 { text.0 |= word } else { text.1 |= word }
    }

    /// Whether `p` begins with this key and its closing quote.
    @inline(__always)
    static func matches(_ entry: UnsafePointer<Entry>, _ p: Bytes) -> Bool {
        let first = Words.load(p) & entry.pointee.mask.0 ^ entry.pointee.text.0
        let second = Words.load(p + 8) & entry.pointee.mask.1 ^ entry.pointee.text.1
        return first | second == 0
    }
}
