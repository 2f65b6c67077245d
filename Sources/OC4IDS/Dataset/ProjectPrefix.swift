import JSONSchema

/// The beginning of a project's id that is registered for a publisher: `oc4ids-`, six letters or digits, then a hyphen and something behind it
/// (OC4IDS guidance on project identifiers).
struct ProjectPrefix: Sendable, Hashable {
    /// Bytes before the hyphen.
    static let length = 13
    private static let start = Array("oc4ids-".utf8)

    /// The six letters or digits, a byte each.
    private let code: UInt64

    /// - Parameter id: as UTF-8, without escapes.
    init?(_ id: UnsafeRawBufferPointer) {
        guard id.count > ProjectPrefix.length + 1, id[ProjectPrefix.length] == UInt8(ascii: "-") else { return nil }
        for (position, byte) in ProjectPrefix.start.enumerated() where id[position] != byte { return nil }
        var code: UInt64 = 0
        for position in ProjectPrefix.start.count ..< ProjectPrefix.length {
            let byte = id[position]
            guard (0x61 ... 0x7A).contains(byte) || (0x30 ... 0x39).contains(byte) else { return nil }
            code = code << 8 | UInt64(byte)
        }
        self.code = code
    }

    /// Of a text of the data; nil for what is no text.
    init?(_ value: DataValue) {
        guard let raw = value.rawText else { return nil }
        if let prefix = ProjectPrefix(raw) {
            self = prefix
            return
        }
        // Escapes are rare enough to be undone only where nothing is found otherwise.
        guard raw.contains(UInt8(ascii: "\\")), var plain = value.text, let prefix = plain.withUTF8({ ProjectPrefix(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = prefix
    }

    var digest: Digest { Digest(low: code, high: 0).joined(Digest(low: 0, high: 5)) }
}
