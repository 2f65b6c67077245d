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

    @inline(__always)
    static func isASCII(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= 8 else { return text.allSatisfy { $0 < 0x80 } }
        // The eight bytes at the end once more.
        var all = text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
        var position = 0
        while position + 8 < text.count {
            all |= text.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            position += 8
        }
        return all & 0x8080_8080_8080_8080 == 0
    }

    /// Without blanks at either end: control characters of ASCII, and white space in Unicode's sense.
    static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (start, end) = (0, text.count)
        while start < end, let length = blank(text, start, end) { start += length }
        while end > start, let length = (1 ... 3).first(where: { end - start >= $0 && blank(text, end - $0, end) == $0 }) { end -= length }
        return UnsafeRawBufferPointer(rebasing: text[start ..< end])
    }

    static func trimmed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: trimmed(UnsafeRawBufferPointer($0)), as: UTF8.self) }
    }

    /// How many bytes the blank at a position takes; nil where there is none.
    @inline(__always)
    private static func blank(_ text: UnsafeRawBufferPointer, _ p: Int, _ end: Int) -> Int? {
        if text[p] <= 0x20 { return 1 }
        return text[p] < 0xC2 ? nil : wideBlank(text, p, end)
    }

    @inline(never)
    private static func wideBlank(_ text: UnsafeRawBufferPointer, _ p: Int, _ end: Int) -> Int? {
        guard p + 1 < end else { return nil }
        // U+0085 and U+00A0.
        if text[p] == 0xC2 { return text[p + 1] == 0x85 || text[p + 1] == 0xA0 ? 2 : nil }
        guard p + 2 < end else { return nil }
        switch (text[p], text[p + 1], text[p + 2]) {
        // U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80 ... 0x8A), (0xE2, 0x80, 0xA8 ... 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
        default: return nil
        }
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
        return hasEscape ? withDecoded(body) : body(raw)
    }

    @inline(never)
    private func withDecoded<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        var result: Result?
        withText { result = body($0) }
        return result
    }
}
