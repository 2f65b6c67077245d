#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where an address (RFC 3986, section 3) leads, as far as its bytes tell.
enum WebAddress {
    enum Kind {
        case other
        /// A path on a computer, or an address that only an inner network has.
        case local
        /// A search engine, a page that searches, or a site's first page.
        case searchOrHome
    }

    @inline(__always)
    static func kind(of address: UnsafeRawBufferPointer) -> Kind {
        isOrdinary(address) ? .other : closeKind(of: address)
    }

    /// Whether an address is that of a page on the internet, as nearly all are: a host with a dot and a path whose last part is none of the words that
    /// are looked for, without user, port, query and fragment. False says nothing.
    private static func isOrdinary(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 12 else { return false }
        // The bytes of `https://` and `http://`, the first one lowest.
        let scheme = text.loadUnaligned(as: UInt64.self).littleEndian
        var p = 8
        if scheme != 0x2F2F_3A73_7074_7468 {
            guard scheme & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468 else { return false }
            p = 7
        }
        guard TextBytes.isLetter(text[p]), text.count >= p + 8 else { return false }
        // Eight bytes at a time; those at the end once more.
        var slashes = Slashes()
        while p + 8 < text.count {
            guard slashes.take(text, p) else { return false }
            p += 8
        }
        guard slashes.take(text, text.count - 8), slashes.hasDotBefore, slashes.first < text.count - 1, slashes.last < text.count - 1 else { return false }
        p = slashes.first
        // The last letters but one of `.local`, `.internal`, `.lan`, `.localdomain`, `.localhost` and `.intranet`.
        switch text[p - 2] | 0x20 {
        case 0x61, 0x65, 0x69, 0x73: return false
        default: break
        }
        let start = slashes.last + 1
        switch text[start] | 0x20 {
        case 0x62, 0x73: return false
        case 0x64, 0x68, 0x69, 0x70: return start > p + 1
        default: return true
        }
    }

    /// Where the slashes stand behind an address's scheme, while its bytes are gone through.
    private struct Slashes {
        private(set) var first = Int.max
        private(set) var last = Int.max
        /// There is a dot before the first one.
        private(set) var hasDotBefore = false

        private static let ones: UInt64 = 0x0101_0101_0101_0101
        private static let highs: UInt64 = 0x8080_8080_8080_8080

        /// - Returns: false where one of eight bytes marks a user, a port, a query or a fragment: `#`, or one of those from `:` to `@`. Bytes beyond ASCII may be
        ///   taken for one.
        @inline(__always)
        mutating func take(_ text: UnsafeRawBufferPointer, _ position: Int) -> Bool {
            let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let low = bytes & ~Slashes.highs
            let number = bytes ^ 0x2323_2323_2323_2323
            let marks = (low &+ Slashes.ones &* (0x80 - 0x3A)) & ~(low &+ Slashes.ones &* (0x80 - 0x41)) | (number &- Slashes.ones) & ~number
            guard marks & Slashes.highs == 0 else { return false }
            let slashes = Slashes.places(of: 0x2F, in: bytes)
            if first == .max {
                // All bits below the first slash's, or all.
                let before = slashes ^ (slashes &- 1)
                hasDotBefore = hasDotBefore || Slashes.places(of: 0x2E, in: bytes) & before != 0
                if slashes != 0 { first = position + slashes.trailingZeroBitCount >> 3 }
            }
            if slashes != 0 { last = position + 7 - slashes.leadingZeroBitCount >> 3 }
            return true
        }

        /// The highest bit of each byte that is this one.
        @inline(__always)
        private static func places(of byte: UInt64, in bytes: UInt64) -> UInt64 {
            let others = bytes ^ ones &* byte
            return ~(((others & ~highs) &+ ~highs) | others | ~highs)
        }
    }

    @inline(never)
    private static func closeKind(of address: UnsafeRawBufferPointer) -> Kind {
        let text = address.first.map { $0 <= 0x20 } ?? true ? TextBytes.trimmed(address) : address
        guard text.count > 2 else { return .other }
        // Scheme, colon, two slashes: mostly `https://`.
        var colon = 0
        while colon < text.count, TextBytes.isLetter(text[colon]) { colon += 1 }
        guard colon > 1, colon + 3 < text.count, text[colon] == 0x3A, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else {
            return isLocalPath(text) ? .local : .other
        }
        if TextBytes.begins(text, with: "file:") { return .local }
        let parts = Parts(text, colon + 3)
        if parts.isInner { return .local }
        guard TextBytes.begins(text, with: "http"), colon == 4 || colon == 5 else { return .other }
        return parts.isSearchOrHome ? .searchOrHome : .other
    }

    /// A shared folder, a drive (schemes have more than one letter in practice), or a path that begins at a computer's root or in one of its folders.
    private static func isLocalPath(_ text: UnsafeRawBufferPointer) -> Bool {
        if text[0] == TextBytes.backslash, text[1] == TextBytes.backslash { return true }
        if text[0] == 0x2F { return text[1] != 0x2F }
        if TextBytes.begins(text, with: "./") || TextBytes.begins(text, with: "../") || TextBytes.begins(text, with: "~/") { return true }
        if isFileInFolder(text) { return true }
        if TextBytes.isLetter(text[0]), text[1] == 0x3A, text[2] == 0x2F || text[2] == TextBytes.backslash { return true }
        return TextBytes.begins(text, with: "file:")
    }

    /// `contratos/a.pdf`: a folder's name, which unlike a host's has no dot, and a file's behind it. Not `12/2024`, nor what begins like a scheme.
    private static func isFileInFolder(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let slash = text.firstIndex(of: 0x2F), slash > 0, TextBytes.isLetter(text[0]) else { return false }
        guard !text[..<slash].contains(where: { $0 == 0x2E || $0 == 0x3A || $0 <= 0x20 }), let last = text.lastIndex(of: 0x2F) else { return false }
        let name = text[(last + 1)...]
        guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex, !name.contains(where: { $0 <= 0x20 }) else { return false }
        let ending = name[(dot + 1)...]
        return (2 ... 4).contains(ending.count) && ending.contains(where: TextBytes.isLetter) && ending.allSatisfy { TextBytes.isLetter($0) || TextBytes.isDigit($0) }
    }
}

/// Host, path and query of an address, by where they stand in it.
private struct Parts {
    private let text: UnsafeRawBufferPointer
    /// Without user and port.
    private let host: Range<Int>
    private let path: Range<Int>
    /// Behind the question mark; nil without one.
    private let query: Range<Int>?
    private let hasFragment: Bool

    init(_ text: UnsafeRawBufferPointer, _ start: Int) {
        self.text = text
        let end = Parts.first(0x23, in: text, start ..< text.count) ?? text.count
        let mark = Parts.first(0x3F, in: text, start ..< end)
        let slash = Parts.first(0x2F, in: text, start ..< (mark ?? end)) ?? mark ?? end
        let hostStart = Parts.first(0x40, in: text, start ..< slash).map { $0 + 1 } ?? start
        var hostEnd = slash
        if hostStart < slash, text[hostStart] == 0x5B {
            hostEnd = Parts.first(0x5D, in: text, hostStart ..< slash).map { $0 + 1 } ?? slash
        } else if let port = Parts.first(0x3A, in: text, hostStart ..< slash) {
            hostEnd = port
        }
        host = hostStart ..< hostEnd
        path = slash ..< (mark ?? end)
        query = mark.map { $0 + 1 ..< end }
        // What ends in `#` is the page itself.
        hasFragment = end + 1 < text.count
    }

    @inline(__always)
    private static func first(_ byte: UInt8, in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, let start = text.baseAddress, let found = memchr(start + range.lowerBound, Int32(byte), range.count) else { return nil }
        return UnsafeRawPointer(found) - start
    }

    private func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[range]) }

    // MARK: Local

    /// Hosts of the own computer (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3), of inner networks (RFC 1918, section 3; RFC 3927; RFC 4193;
    /// RFC 6762), and names without a dot, which only an inner network resolves.
    var isInner: Bool {
        guard !host.isEmpty else { return false }
        let first = text[host.lowerBound]
        if first == 0x5B {
            let host = part(host)
            return TextBytes.equals(host, "[::1]") || TextBytes.begins(host, with: "[fc") || TextBytes.begins(host, with: "[fd") || TextBytes.begins(host, with: "[fe80:")
        }
        if Parts.first(0x2E, in: text, host) == nil { return true }
        if TextBytes.isDigit(first) { return isInnerNumber }
        switch TextBytes.lower(text[host.upperBound - 1]) {
        case 0x6C: return ends(".local") || ends(".internal")
        case 0x6E: return ends(".lan") || ends(".localdomain")
        case 0x74: return ends(".localhost") || ends(".intranet")
        default: return false
        }
    }

    private func ends(_ end: StaticString) -> Bool {
        let count = end.utf8CodeUnitCount
        return host.count > count && TextBytes.isSame(part(host.upperBound - count ..< host.upperBound), end)
    }

    @inline(never)
    private var isInnerNumber: Bool {
        let numbers = part(host).split(separator: 0x2E, omittingEmptySubsequences: false)
        guard numbers.count == 4, numbers.allSatisfy({ (1 ... 3).contains($0.count) && $0.allSatisfy(TextBytes.isDigit) }) else { return false }
        let values = numbers.map { $0.reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
        switch (values[0], values[1]) {
        case (10, _), (127, _), (192, 168), (169, 254), (172, 16 ... 31): return true
        default: return false
        }
    }

    // MARK: Search and home pages

    var isSearchOrHome: Bool {
        if query != nil { return isSearch }
        if path.count <= 1 { return !hasFragment }
        // The path's last part, without an ending such as `.aspx`.
        var end = path.upperBound
        if text[end - 1] == 0x2F { end -= 1 }
        var start = end
        while start > path.lowerBound, text[start - 1] != 0x2F { start -= 1 }
        guard start < end else { return false }
        let stem = part(start ..< (Parts.first(0x2E, in: text, start ..< end) ?? end))
        switch stem.first.map(TextBytes.lower) {
        case 0x62:
            return TextBytes.isSame(stem, "buscar") || TextBytes.isSame(stem, "buscador") || TextBytes.isSame(stem, "busqueda") || TextBytes.isSame(stem, "busquedas")
        case 0x73: return TextBytes.isSame(stem, "search")
        case 0x64, 0x68, 0x69, 0x70:
            guard start == path.lowerBound + 1, !hasFragment else { return false }
            return TextBytes.isSame(stem, "index") || TextBytes.isSame(stem, "default") || TextBytes.isSame(stem, "home") || TextBytes.isSame(stem, "inicio")
                || TextBytes.isSame(stem, "portada")
        default: return false
        }
    }

    /// The query asks a search.
    @inline(never)
    private var isSearch: Bool {
        guard let query else { return false }
        for pair in text[query].split(separator: UInt8(ascii: "&")) {
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")), sign + 1 < pair.endIndex else { continue }
            // Content management systems write `?q=` before a path.
            guard !pair[sign...].contains(0x2F), !pair[sign...].contains(0x2E) else { continue }
            let name = UnsafeRawBufferPointer(rebasing: pair[..<sign])
            if Parts.questions.contains(where: { TextBytes.isSame(name, $0) }) || TextBytes.isSame(name, "s") && path.count <= 1 { return true }
        }
        return false
    }

    private static let questions: [StaticString] = ["q", "query", "buscar", "busqueda", "search", "keyword", "keywords", "palabra", "palabras", "text", "texto", "term", "termino"]
}
