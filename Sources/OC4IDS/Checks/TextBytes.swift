#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Looking at texts byte by byte, without making strings of them.
enum TextBytes {
    static let backslash = UInt8(ascii: "\\")

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// Without blanks at either end: those of ASCII and the no-break space (U+00A0).
    static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (start, end) = (0, text.count)
        while start < end {
            if text[start] <= 0x20 { start += 1 } else if text[start] == 0xC2, start + 1 < end, text[start + 1] == 0xA0 { start += 2 } else { break }
        }
        while end > start {
            if text[end - 1] <= 0x20 { end -= 1 } else if end - start >= 2, text[end - 1] == 0xA0, text[end - 2] == 0xC2 { end -= 2 } else { break }
        }
        return UnsafeRawBufferPointer(rebasing: text[start ..< end])
    }

    static func hasEscape(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let start = text.baseAddress else { return false }
        return memchr(start, Int32(backslash), text.count) != nil
    }

    /// Whether a text is exactly this one.
    static func equals(_ text: UnsafeRawBufferPointer, _ other: StaticString) -> Bool {
        guard let start = text.baseAddress, text.count == other.utf8CodeUnitCount else { return false }
        return memcmp(start, other.utf8Start, text.count) == 0
    }

    /// Whether a text begins with this one, which is written in lower case; case is ignored.
    static func begins(_ text: UnsafeRawBufferPointer, with other: StaticString) -> Bool {
        guard text.count >= other.utf8CodeUnitCount else { return false }
        for position in 0 ..< other.utf8CodeUnitCount where lower(text[position]) != other.utf8Start[position] { return false }
        return true
    }

    /// Whether a text is this one, which is written in lower case; case is ignored.
    static func isSame(_ text: UnsafeRawBufferPointer, _ other: StaticString) -> Bool {
        text.count == other.utf8CodeUnitCount && begins(text, with: other)
    }

    /// Where this text, written in lower case, first stands in another; case is ignored.
    static func first(_ other: StaticString, in text: UnsafeRawBufferPointer) -> Int? {
        guard text.count >= other.utf8CodeUnitCount else { return nil }
        return (0 ... text.count - other.utf8CodeUnitCount).first { begins(UnsafeRawBufferPointer(rebasing: text[$0...]), with: other) }
    }
}

extension DataValue {
    /// Calls `body` with the UTF-8 of what a text says; nil for what is no text. Only a text with escapes is copied.
    @inline(__always)
    func withUTF8<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard let raw = rawText else { return nil }
        return TextBytes.hasEscape(raw) ? withDecoded(body) : body(raw)
    }

    @inline(never)
    private func withDecoded<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard var text else { return nil }
        return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}

/// Texts that are compared with others trimmed, without regard to case and accents: «Título» is `titulo`.
struct FoldedTexts: Sendable {
    /// Folded, one after the other, those with the same first byte together.
    private var bytes: [UInt8] = []
    /// Where each begins; one more for the end of the last.
    private var starts: [Int32] = [0]
    /// By first byte: positions in `starts`.
    private var byFirst: [Int16]
    /// By first byte: a bit for each number of bytes that such a text can have: Spanish puts at most one accent on a word.
    private var lengths: [UInt64]
    /// No text that is longer can be one of them: an accent makes two bytes of one.
    private var mostBytes = 0

    init(_ texts: some Sequence<String>) {
        let folded = Set(texts.map { Array(FoldedTexts.folded($0).utf8) }).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
        var first = 0
        byFirst = []
        for byte in 0 ... 255 {
            byFirst.append(Int16(first))
            while first < folded.count, folded[first][0] == UInt8(byte) {
                bytes += folded[first]
                starts.append(Int32(bytes.count))
                first += 1
            }
        }
        byFirst.append(Int16(first))
        lengths = Array(repeating: 0, count: 256)
        for text in folded {
            let words = text.contains(where: TextBytes.isLetter) ? text.filter { $0 == 0x20 }.count + 1 : 0
            for accents in 0 ... words where text.count + accents < 64 { lengths[Int(text[0])] |= 1 << UInt64(text.count + accents) }
        }
        mostBytes = (folded.map(\.count).max() ?? 0) * 2
    }

    /// - Parameter text: UTF-8 without escapes.
    @inline(__always)
    func contains(raw text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first else { return false }
        if first > 0x20, first < 0x80 {
            // Most texts end here: no text begins so, or none is so long. A no-break space may stand at the end.
            let lengths = lengths[Int(TextBytes.lower(first))]
            let last = text[text.count - 1]
            if last > 0x20, last != 0xA0, text.count > 63 || lengths >> UInt64(text.count) & 1 == 0 { return false }
        }
        return containsTrimmed(TextBytes.trimmed(text))
    }

    @inline(never)
    private func containsTrimmed(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 0, text.count <= mostBytes, let (first, _) = FoldedTexts.fold(text, 0) else { return false }
        for entry in Int(byFirst[Int(first)]) ..< Int(byFirst[Int(first) + 1]) where isSame(text, Int(starts[entry]), Int(starts[entry + 1])) { return true }
        return false
    }

    private func isSame(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        var (p, q) = (0, start)
        while p < text.count {
            guard q < end, let (byte, next) = FoldedTexts.fold(text, p), byte == bytes[q] else { return false }
            p = next
            q += 1
        }
        return q == end
    }

    /// The folded byte at a position, and where the next one stands.
    @inline(__always)
    private static func fold(_ text: UnsafeRawBufferPointer, _ p: Int) -> (UInt8, Int)? {
        let byte = text[p]
        guard byte == 0xC3, p + 1 < text.count else { return (TextBytes.lower(byte), p + 1) }
        // U+00C0 to U+00FF: capitals stand 32 before small letters.
        switch text[p + 1] | 0x20 {
        case 0xA0 ... 0xA5: return (0x61, p + 2)
        case 0xA7: return (0x63, p + 2)
        case 0xA8 ... 0xAB: return (0x65, p + 2)
        case 0xAC ... 0xAF: return (0x69, p + 2)
        case 0xB1: return (0x6E, p + 2)
        case 0xB2 ... 0xB6: return (0x6F, p + 2)
        case 0xB9 ... 0xBC: return (0x75, p + 2)
        default: return (byte, p + 1)
        }
    }

    private static func folded(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            let trimmed = TextBytes.trimmed(UnsafeRawBufferPointer(utf8))
            var folded: [UInt8] = []
            var p = 0
            while p < trimmed.count, let (byte, next) = fold(trimmed, p) {
                folded.append(byte)
                p = next
            }
            return String(decoding: folded, as: UTF8.self)
        }
    }
}
