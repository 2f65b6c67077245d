/// A URI reference in its five parts, and the resolution of one against a base (RFC 3986, sections 3 and 5.2).
package struct URIReference: Hashable, Sendable, CustomStringConvertible {
    package var scheme: Substring?
    package var authority: Substring?
    package var path: Substring
    package var query: Substring?
    package var fragment: Substring?

    // All that separates is ASCII, so it is looked for byte by byte: going by characters, which Swift joins from several scalars, takes many times
    // as long, and a schema has hundreds of references.
    package init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: 0x23) {
            fragment = rest[rest.utf8.index(after: hash)...]
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: 0x3F) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let colon = rest.utf8.firstIndex(of: ASCII.colon), URIReference.isScheme(rest[..<colon]) {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: [ASCII.slash, ASCII.slash]) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
            let end = rest.utf8.firstIndex(of: ASCII.slash) ?? rest.endIndex
            authority = rest[..<end]
            rest = rest[end...]
        }
        path = rest
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61 ... 0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy { (0x61 ... 0x7A).contains($0 | 0x20) || (0x30 ... 0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }

    package var description: String {
        var text = ""
        if let scheme {
            text += scheme
            text += ":"
        }
        if let authority {
            text += "//"
            text += authority
        }
        text += path
        if let query {
            text += "?"
            text += query
        }
        if let fragment {
            text += "#"
            text += fragment
        }
        return text
    }

    var withoutFragment: URIReference {
        var copy = self
        copy.fragment = nil
        return copy
    }

    /// Section 5.2.2.
    package func resolved(against base: URIReference) -> URIReference {
        guard scheme == nil else { return self }
        var result = self
        result.scheme = base.scheme
        guard authority == nil else { return result }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            if query == nil { result.query = base.query }
        } else if path.utf8.first == ASCII.slash {
            result.path = URIReference.withoutDots(path)
        } else if base.authority != nil, base.path.isEmpty {
            result.path = URIReference.withoutDots("/" + path)
        } else {
            let directory = base.path.utf8.lastIndex(of: ASCII.slash).map { base.path[...$0] } ?? ""
            result.path = URIReference.withoutDots(directory + path)
        }
        return result
    }

    /// Section 5.2.4.
    private static func withoutDots(_ path: Substring) -> Substring {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (position, part) in parts.enumerated() {
            let isLast = position == parts.count - 1
            if part == "." || part == ".." {
                if part == "..", kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            } else {
                kept.append(part)
            }
        }
        return Substring(kept.joined(separator: "/"))
    }

    /// Percent-encoded octets decoded, where they make UTF-8.
    static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(0x25) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2, let high = Walk.hexDigit(rest[rest.startIndex]), let low = Walk.hexDigit(rest[rest.startIndex + 1]) {
                bytes.append(UInt8(high << 4 | low))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
