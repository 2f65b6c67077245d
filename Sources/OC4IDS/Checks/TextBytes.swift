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
