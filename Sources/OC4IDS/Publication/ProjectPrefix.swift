import JSONSchema

/// The beginning of a project's id that its publisher has registered: `oc4ids-` and six letters or digits.
///
/// The standard asks for it (project identifiers, “prefixes”): the register gives each publisher one of its own.
public struct ProjectPrefix: Sendable, Hashable {
    /// The six letters or digits, a byte each.
    private let code: UInt64

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Bytes of a prefix.
    static let length = 13

    /// The prefix that an id begins with, something more behind it on the same line, which is the form that the official review tool asks for; nil
    /// where it has none.
    @inline(__always)
    static func beginning(_ id: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard id.count > length, id[length] != 0x0A, isPrefix(id[..<length]) else { return nil }
        return UnsafeRawBufferPointer(rebasing: id[..<length])
    }

    /// - Parameter id: as UTF-8, without escapes.
    init?(_ id: UnsafeRawBufferPointer) {
        guard let prefix = ProjectPrefix.beginning(id) else { return nil }
        code = ProjectPrefix.code(prefix)
    }

    /// What tells a prefix from others.
    @inline(__always)
    static func code(_ prefix: UnsafeRawBufferPointer) -> UInt64 {
        var code: UInt64 = 0
        for position in 7 ..< length { code = code << 8 | UInt64(prefix[position]) }
        return code
    }

    /// Of a text of the data; nil for what is no text.
    init?(_ value: DataValue) {
        guard let prefix = value.withUTF8({ ProjectPrefix($0) }) ?? nil else { return nil }
        self = prefix
    }

    /// To be read over.
    static let none = ProjectPrefix(code: 0)

    private init(code: UInt64) {
        self.code = code
    }

    mutating func code(_ coder: inout PartCoder) {
        var word = code
        coder.word(&word)
        if coder.isReading { self = ProjectPrefix(code: word) }
    }

    var digest: Digest { Digest(low: code, high: 0).joined(Digest(low: 0, high: 5)) }

    /// All prefixes in a text: a list with one a line, a spreadsheet saved as CSV, the register's own table. Capital letters are read as small ones.
    public static func all(in text: some Collection<UInt8>) -> Set<String> {
        var prefixes: Set<String> = []
        var word: [UInt8] = []
        func take() {
            // What follows a prefix stands behind another hyphen: whole ids may be listed too.
            let prefix = word.prefix(length)
            guard prefix.count == length, word.count == length || word[length] == 0x2D else { return }
            if prefix.withUnsafeBytes({ isPrefix($0[...]) }) { prefixes.insert(String(decoding: prefix, as: UTF8.self)) }
        }
        for byte in text.starts(with: byteOrderMark) ? text.dropFirst(byteOrderMark.count) : text[...] {
            let small = (0x41 ... 0x5A).contains(byte) ? byte | 0x20 : byte
            if isLetterOrDigit(small) || small == 0x2D || small >= 0x80 {
                // Longer words are kept as far as it takes to tell.
                if word.count <= length { word.append(small) }
            } else {
                take()
                word.removeAll(keepingCapacity: true)
            }
        }
        take()
        return prefixes
    }

    @inline(__always)
    private static func isPrefix(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard bytes.count == length else { return false }
        let text = UnsafeRawBufferPointer(rebasing: bytes)
        // The bytes of `oc4ids-`, the first one lowest.
        guard text.loadUnaligned(as: UInt64.self).littleEndian & 0x00FF_FFFF_FFFF_FFFF == 0x2D_7364_6934_636F else { return false }
        for position in 7 ..< length where !isLetterOrDigit(text[position]) { return false }
        return true
    }

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61 ... 0x7A).contains(byte) || (0x30 ... 0x39).contains(byte)
    }
}
