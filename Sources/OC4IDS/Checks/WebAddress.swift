/// The parts of an address (RFC 3986, section 3) that tell where it leads, as bytes of the address.
struct WebAddress {
    private let text: UnsafeRawBufferPointer
    private let scheme: Range<Int>
    /// Without user and port.
    private let host: Range<Int>
    private let path: Range<Int>
    /// Behind the question mark; nil without one.
    private let query: Range<Int>?
    private let hasFragment: Bool

    /// Nil for what does not begin with a scheme and `://`.
    private init?(_ text: UnsafeRawBufferPointer) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 1, colon + 2 < text.count, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else { return nil }
        let end = text.firstIndex(of: UInt8(ascii: "#")) ?? text.count
        let mark = text[..<end].firstIndex(of: UInt8(ascii: "?"))
        let beforeQuery = mark ?? end
        let start = colon + 3
        guard start <= beforeQuery else { return nil }
        let slash = text[start ..< beforeQuery].firstIndex(of: UInt8(ascii: "/")) ?? beforeQuery
        let hostStart = text[start ..< slash].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
        var hostEnd = slash
        if hostStart < slash, text[hostStart] == UInt8(ascii: "[") {
            hostEnd = text[hostStart ..< slash].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? slash
        } else if let port = text[hostStart ..< slash].firstIndex(of: UInt8(ascii: ":")) {
            hostEnd = port
        }
        self.text = text
        scheme = 0 ..< colon
        host = hostStart ..< hostEnd
        path = slash ..< beforeQuery
        query = mark.map { $0 + 1 ..< end }
        hasFragment = end < text.count
    }

    private func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[range]) }

    // MARK: Local

    /// A path on a computer or an address that only an inner network has.
    static func isLocal(_ text: UnsafeRawBufferPointer) -> Bool {
        let text = TextBytes.trimmed(text)
        guard text.count > 2 else { return false }
        // A shared folder, a drive: a scheme has at least two letters in practice.
        if text[0] == TextBytes.backslash, text[1] == TextBytes.backslash { return true }
        if TextBytes.isLetter(text[0]), text[1] == UInt8(ascii: ":"), text[2] == UInt8(ascii: "/") || text[2] == TextBytes.backslash { return true }
        if TextBytes.begins(text, with: "file:") { return true }
        guard let address = WebAddress(text) else { return false }
        return isInner(address.part(address.host))
    }

    /// Hosts of the own computer (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3), of inner networks (RFC 1918, section 3; RFC 3927; RFC 4193;
    /// RFC 6762), and names without a dot, which only an inner network resolves.
    private static func isInner(_ host: UnsafeRawBufferPointer) -> Bool {
        guard let first = host.first else { return false }
        if first == UInt8(ascii: "[") {
            return TextBytes.equals(host, "[::1]") || ["[fc", "[fd", "[fe80:"].contains { TextBytes.begins(host, with: $0) }
        }
        guard host.contains(UInt8(ascii: ".")) else { return true }
        if TextBytes.isDigit(first) {
            guard host.allSatisfy({ TextBytes.isDigit($0) || $0 == UInt8(ascii: ".") }) else { return false }
            let numbers = host.split(separator: UInt8(ascii: "."), maxSplits: 2).map { $0.reduce(0) { ($0 * 10 + Int($1 & 0x0F)) & 0xFFFF } }
            guard numbers.count == 3 else { return false }
            switch (numbers[0], numbers[1]) {
            case (10, _), (127, _), (192, 168), (169, 254), (172, 16 ... 31): return true
            default: return false
            }
        }
        return [".local", ".localhost", ".lan", ".internal", ".intranet", ".localdomain"].contains { ends(host, with: $0) }
    }

    private static func ends(_ text: UnsafeRawBufferPointer, with end: StaticString) -> Bool {
        text.count >= end.utf8CodeUnitCount && TextBytes.isSame(UnsafeRawBufferPointer(rebasing: text[(text.count - end.utf8CodeUnitCount)...]), end)
    }

    // MARK: Search and home pages

    /// A search engine, a page that searches, or a site's first page.
    static func isSearchOrHome(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let address = WebAddress(TextBytes.trimmed(text)) else { return false }
        let scheme = address.part(address.scheme)
        guard TextBytes.isSame(scheme, "https") || TextBytes.isSame(scheme, "http") else { return false }
        if address.query == nil { return address.isHome || address.isSearchPage }
        return address.isSearch
    }

    /// The path's last part, without an ending such as `.aspx`.
    private var lastPart: UnsafeRawBufferPointer {
        var whole = text[path]
        if whole.last == UInt8(ascii: "/") { whole = whole.dropLast() }
        let name = whole.lastIndex(of: UInt8(ascii: "/")).map { whole[($0 + 1)...] } ?? whole
        let stem = name.firstIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
        return UnsafeRawBufferPointer(rebasing: stem)
    }

    private var isHome: Bool {
        guard !hasFragment else { return false }
        let folders = text[path].dropFirst()
        if folders.isEmpty { return true }
        guard !folders.dropLast().contains(UInt8(ascii: "/")) else { return false }
        return WebAddress.homes.contains { TextBytes.isSame(lastPart, $0) }
    }

    private var isSearchPage: Bool { WebAddress.searches.contains { TextBytes.isSame(lastPart, $0) } }

    private static let homes: [StaticString] = ["index", "default", "home", "inicio", "portada"]
    private static let searches: [StaticString] = ["buscar", "buscador", "busqueda", "busquedas", "search"]

    /// There is a query, and it asks a search.
    private var isSearch: Bool {
        guard let query else { return false }
        var isAsked = false
        for pair in text[query].split(separator: UInt8(ascii: "&")) {
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")), sign + 1 < pair.endIndex else { continue }
            let name = UnsafeRawBufferPointer(rebasing: pair[..<sign])
            // Content management systems write `?q=` before a path.
            guard !pair[sign...].contains(UInt8(ascii: "/")), !pair[sign...].contains(UInt8(ascii: ".")) else { continue }
            if WebAddress.questions.contains(where: { TextBytes.isSame(name, $0) }) { isAsked = true }
            if TextBytes.isSame(name, "s"), text[path].count <= 1 { isAsked = true }
        }
        return isAsked
    }

    private static let questions: [StaticString] = ["q", "query", "buscar", "busqueda", "search", "keyword", "keywords", "palabra", "texto_busqueda"]
}
