extension Format {
    /// An absolute URI of RFC 3986, section 3: with a scheme, so a relative reference (section 4.2) is refused. Only
    /// the generic syntax counts, no scheme's own rules: `http://999.999.999.999/` has a registered name for a host.
    static func isURI(_ text: UnsafeRawBufferPointer) -> Bool {
        if isPlainWebAddress(text) { return true }
        var scanner = URIScanner(text)
        guard scanner.skipScheme() else { return false }
        if scanner.skipSlashes() {
            guard scanner.skipAuthority() else { return false }
        }
        guard scanner.skip(.pathCharacters) else { return false }
        if scanner.skip(UInt8(ascii: "?")) {
            guard scanner.skip(.queryCharacters) else { return false }
        }
        if scanner.skip(UInt8(ascii: "#")) {
            guard scanner.skip(.queryCharacters) else { return false }
        }
        return scanner.atEnd
    }
}

extension Format {
    /// `https://` or `http://` and nothing but unreserved characters (section 2.3) and slashes behind it, as nearly all addresses in data are:
    /// a URI without looking any closer.
    private static func isPlainWebAddress(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 16 else { return false }
        let word = UInt64(littleEndian: text.loadUnaligned(as: UInt64.self))
        // "https://", or "http://" and any byte.
        guard word == 0x2F2F_3A73_7074_7468 || word & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468 else { return false }
        var index = 7
        while index + 16 <= text.count {
            guard Vectors.areUnreservedOrSlash(text.loadUnaligned(fromByteOffset: index, as: Vectors.Vector.self)) else { return false }
            index += 16
        }
        // The last bytes once more, some of them for the second time.
        return Vectors.areUnreservedOrSlash(text.loadUnaligned(fromByteOffset: text.count - 16, as: Vectors.Vector.self))
    }
}

/// Reads a URI once from left to right; each step skips one part of the grammar or refuses.
private struct URIScanner {
    private let text: UnsafeRawBufferPointer
    private var index = 0

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    var atEnd: Bool { index == text.count }

    /// Skips `byte` if it is next.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    /// Skips characters of `set` and percent-encoded octets (section 2.1). Refuses a percent sign without two
    /// hexadecimal digits.
    @inline(__always)
    mutating func skip(_ set: ByteSet) -> Bool {
        while index < text.count {
            let byte = text[index]
            if set.contains(byte) {
                index += 1
            } else if byte == UInt8(ascii: "%") {
                guard index + 2 < text.count, ByteSet.hexDigits.contains(text[index + 1]),
                    ByteSet.hexDigits.contains(text[index + 2])
                else { return false }
                index += 3
            } else {
                return true
            }
        }
        return true
    }

    /// `scheme ":"` (section 3.1).
    mutating func skipScheme() -> Bool {
        guard let first = text.first, ByteSet.letters.contains(first) else { return false }
        while index < text.count, ByteSet.schemeCharacters.contains(text[index]) { index += 1 }
        return skip(UInt8(ascii: ":"))
    }

    /// `//`, which announces an authority. Without one a path cannot begin so (section 3.3), so this needs no way back.
    mutating func skipSlashes() -> Bool {
        guard index + 1 < text.count, text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "/") else {
            return false
        }
        index += 2
        return true
    }

    /// `[userinfo "@"] host [":" port]` (section 3.2). Userinfo and registered names share their characters, except
    /// that only userinfo has colons; which of them was read is known at the `@`.
    mutating func skipAuthority() -> Bool {
        if !nextIsBracket {
            var start = index
            guard skip(.authorityCharacters) else { return false }
            if !skip(UInt8(ascii: "@")) { return endsWithPort(from: start) && endsAuthority }
            if !nextIsBracket {
                start = index
                return skip(.authorityCharacters) && endsWithPort(from: start) && endsAuthority
            }
        }
        guard skipIPLiteral() else { return false }
        if skip(UInt8(ascii: ":")) {
            while index < text.count, ByteSet.digits.contains(text[index]) { index += 1 }
        }
        return endsAuthority
    }

    private var nextIsBracket: Bool { index < text.count && text[index] == UInt8(ascii: "[") }

    /// An authority ends at the path, the query, the fragment or the end (section 3.2).
    private var endsAuthority: Bool {
        guard index < text.count else { return true }
        return text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "?") || text[index] == UInt8(ascii: "#")
    }

    /// Whether what was read since `start` has only digits, possibly none, after its first colon (section 3.2.3).
    private func endsWithPort(from start: Int) -> Bool {
        guard let colon = text[start..<index].firstIndex(of: UInt8(ascii: ":")) else { return true }
        return text[(colon + 1)..<index].allSatisfy { ByteSet.digits.contains($0) }
    }

    /// `"[" ( IPv6address / IPvFuture ) "]"` (section 3.2.2).
    private mutating func skipIPLiteral() -> Bool {
        guard let end = text[index...].firstIndex(of: UInt8(ascii: "]")) else { return false }
        let address = UnsafeRawBufferPointer(rebasing: text[(index + 1)..<end])
        index = end + 1
        return Format.isIPv6(address) || Self.isFutureAddress(address)
    }

    /// `"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )` (section 3.2.2).
    private static func isFutureAddress(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v"),
            let dot = text.firstIndex(of: UInt8(ascii: "."))
        else { return false }
        return dot > 1 && dot + 1 < text.count
            && text[1..<dot].allSatisfy { ByteSet.hexDigits.contains($0) }
            && text[(dot + 1)...].allSatisfy { ByteSet.authorityCharacters.contains($0) }
    }
}

extension ByteSet {
    fileprivate static let schemeCharacters = alphanumerics.union(ByteSet("+-."))
    /// `unreserved / sub-delims / ":"` (sections 2.2, 2.3, 3.2.1).
    fileprivate static let authorityCharacters = alphanumerics.union(ByteSet("-._~!$&'()*+,;=:"))
    /// `pchar` and the slash between segments (section 3.3).
    fileprivate static let pathCharacters = authorityCharacters.union(ByteSet("@/"))
    /// Of the query and the fragment (sections 3.4, 3.5).
    fileprivate static let queryCharacters = pathCharacters.union(ByteSet("?"))
}
