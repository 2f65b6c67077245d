/// A small JSON document as a tree: for schemas, code lists and the like, never for data.
public struct JSONValue: Sendable {
    public enum Content: Sendable {
        case null
        case boolean(Bool)
        /// As written.
        case number(String)
        case string(String)
        case array([JSONValue])
        /// In the order of the text; a key that stands twice is there twice.
        case object([Member])
    }

    public struct Member: Sendable {
        public var name: String
        public var value: JSONValue
        /// Of the key's opening quote.
        package var offset: Int
    }

    public var content: Content
    /// Bytes before the value, from the first byte of the text.
    package var offset: Int
    /// Bytes of the value.
    package var length: Int

    /// Reads a document (RFC 8259).
    public init(_ bytes: some Sequence<UInt8>, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
        try self.init(PaddedBytes(bytes), limits: limits)
    }

    package init(_ text: PaddedBytes, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
        _ = try Program.acceptsAnything.digest(of: text, limits: limits)
        self = text.withBytes { start, _ in JSONValue(checked: CheckedJSON.space(ByteOrderMark.skip(start)), from: start) }
    }

    /// Builds the tree of a value in checked JSON.
    init(checked p: Bytes, from start: Bytes) {
        var end = p
        self.init(checked: p, from: start, end: &end)
    }

    /// Room that is made at once for what an object or array holds: growing by and by takes longer than reading it.
    private static let usualCount = 4

    /// - Parameter end: set to the byte behind the value.
    private init(checked p: Bytes, from start: Bytes, end: inout Bytes) {
        switch p.pointee {
        case ASCII.openBrace:
            var all: [Member] = []
            all.reserveCapacity(JSONValue.usualCount)
            var q = CheckedJSON.space(p + 1)
            while q.pointee == ASCII.quote {
                let keyEnd = CheckedJSON.endOfString(q)
                let value = CheckedJSON.space(CheckedJSON.space(keyEnd) + 1)
                all.append(Member(name: JSONText.string(q + 1, keyEnd - 1), value: JSONValue(checked: value, from: start, end: &end), offset: q - start))
                q = CheckedJSON.space(end)
                if q.pointee == ASCII.comma { q = CheckedJSON.space(q + 1) }
            }
            content = .object(all)
            end = q + 1
        case ASCII.openBracket:
            var all: [JSONValue] = []
            all.reserveCapacity(JSONValue.usualCount)
            var q = CheckedJSON.space(p + 1)
            while q.pointee != ASCII.closeBracket, q.pointee != 0 {
                all.append(JSONValue(checked: q, from: start, end: &end))
                q = CheckedJSON.space(end)
                if q.pointee == ASCII.comma { q = CheckedJSON.space(q + 1) }
            }
            content = .array(all)
            end = q + 1
        case ASCII.quote:
            end = CheckedJSON.endOfString(p)
            content = .string(JSONText.string(p + 1, end - 1))
        default:
            end = CheckedJSON.endOfValue(p)
            switch p.pointee {
            case 0x74: content = .boolean(true)
            case 0x66: content = .boolean(false)
            case 0x6E: content = .null
            default: content = .number(String(decoding: UnsafeBufferPointer(start: p, count: end - p), as: UTF8.self))
            }
        }
        offset = p - start
        length = end - p
    }

    /// The member of that name; the last one, as most readers see it, when it stands twice.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        // By position: a member that is looked at need not be copied.
        var position = members.count
        while position > 0 {
            position -= 1
            let own = members[position].name
            // Most differ in length already.
            if own.utf8.count == name.utf8.count, JSONValue.isSame(own, name) { return members[position].value }
        }
        return nil
    }

    /// Byte by byte: names that only look alike (é as one character or two) are different names.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        // Where their bytes lie, or copied to where they can be looked at: going by the view's elements takes ten times as long.
        let isSame = a.utf8.withContiguousStorageIfAvailable { first in
            b.utf8.withContiguousStorageIfAvailable { first.elementsEqual($0) }
        }
        return (isSame ?? nil) ?? a.utf8.elementsEqual(b.utf8)
    }

    public var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    public var boolean: Bool? {
        if case .boolean(let value) = content { value } else { nil }
    }

    public var array: [JSONValue]? {
        if case .array(let items) = content { items } else { nil }
    }

    public var members: [Member]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// A whole number, if that is what it is (`3`, also written `3.0`).
    public var integer: Int? {
        guard case .number(let text) = content else { return nil }
        if let value = Int(text) { return value }
        guard let value = Double(text), value == value.rounded(), value.magnitude < 1e18 else { return nil }
        return Int(value)
    }

    /// The value at a pointer.
    public subscript(pointer pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            guard let next = value[token: token] else { return nil }
            value = next
        }
        return value
    }

    /// The member of that name, or the item at that position.
    subscript(token token: String) -> JSONValue? {
        guard case .array(let items) = content else { return self[token] }
        guard let position = Int(token), items.indices.contains(position), String(position) == token else { return nil }
        return items[position]
    }
}
