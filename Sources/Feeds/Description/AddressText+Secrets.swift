import JSONSchema

/// What of an address is shown and stored: everywhere it is, through here.
extension AddressText {
    /// The address without user name and password, without its fragment, and with `***` for the values of parameters that name a secret;
    /// also where it is a pattern or none at all, and in addresses that stand in its parameters.
    package static func shown(_ text: String) -> String { shown(text, depth: 0) }

    /// What the user wrote, which may be an address or the path of a file.
    package static func shownWord(_ word: String) -> String { hasScheme(word) ? shown(word) : word }

    /// Words of a library's, with all addresses in them as they are shown.
    package static func shown(in words: String) -> String {
        guard words.contains("@") || words.contains("://") else { return words }
        if let quote = words.firstIndex(of: "'") {
            // What stands in quotes is read as a whole: it may hold spaces, and before an `@` quotes too.
            let start = words.index(after: quote)
            let from = max(start, words.lastIndex(of: "@") ?? start)
            let end = words[from...].firstIndex(of: "'") ?? words.endIndex
            let quoted = String(words[start ..< end])
            if hasScheme(quoted) { return words[...quote] + shown(quoted) + words[end...] }
            if !quoted.contains("'"), let at = quoted.lastIndex(of: "@") { return words[...quote] + "***" + quoted[at...] + words[end...] }
        }
        return words.split(omittingEmptySubsequences: false) { $0 == " " }.map { word in
            let lines = word.split(separator: "\n", omittingEmptySubsequences: false).map { shown(inside: $0) }
            return lines.joined(separator: "\n")
        }.joined(separator: " ")
    }

    /// An address may stand between quotes or brackets.
    private static func shown(inside word: Substring) -> String {
        guard let mark = word.firstRange(of: "://") else { return withoutUser(String(word)) }
        let scheme = word[..<mark.lowerBound].reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }.count
        let start = word.index(mark.lowerBound, offsetBy: -scheme)
        let end = word[start...].lastIndex { !"'\"”»’).,;:>".contains($0) }.map { word.index(after: $0) } ?? word.endIndex
        return word[..<start] + shown(String(word[start ..< end])) + word[end...]
    }

    /// What cannot be read as an address, without what may be a user name and password.
    private static func withoutUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@"), text[..<at].contains(":") else { return text }
        return "***" + text[at...]
    }

    /// Addresses in addresses in addresses are read no further than that.
    private static let deepest = 4

    private static func shown(_ text: String, depth: Int) -> String {
        guard depth <= deepest else { return "***" }
        var parts = URIReference(withoutOddUser(text))
        if let authority = parts.authority, let at = authority.lastIndex(of: "@") { parts.authority = authority[authority.index(after: at)...] }
        parts.fragment = nil
        let bare = parts.description
        let query = bare.unicodeScalars.firstIndex(of: "?") ?? bare.endIndex
        let start = bare.firstRange(of: "://")?.upperBound ?? bare.startIndex
        guard start <= query else { return pieces(bare[...], depth) }
        return bare[..<start] + path(bare[start ..< query], depth) + pieces(bare[query...], depth)
    }

    /// What stands before an address's last `@` may be a user name and password also where these hold `/`, `?` or `#`, which end an authority:
    /// then what seems to be the port is none. So it may where there is no authority at all.
    private static func withoutOddUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        guard let start = text.firstRange(of: "//")?.upperBound, start <= at else { return withoutUser(text) }
        let authority = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        // Three slashes: no address, but libcurl would take what follows them for the authority.
        if authority.isEmpty { return text[start ..< at].contains(":") ? text[..<start] + "/***" + text[at...] : text }
        guard !authority.contains("@"), !authority.hasPrefix("["), let colon = authority.firstIndex(of: ":") else { return text }
        guard !authority[authority.index(after: colon)...].utf8.allSatisfy({ (0x30 ... 0x39).contains($0) }) else { return text }
        return String(text[..<start] + text[text.index(after: at)...])
    }

    // MARK: Parameters

    /// Parameters may stand in a path as well, behind semicolons (RFC 3986, 3.3), and an address behind the path's beginning.
    private static func path(_ path: Substring, _ depth: Int) -> String {
        if let inner = path.firstRange(of: "://") {
            let scheme = path[..<inner.lowerBound].lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
            return pieces(path[..<scheme], depth) + shown(String(path[scheme...]), depth: depth + 1)
        }
        return pieces(path, depth)
    }

    /// A path or a query, each of its pieces as it may be shown.
    private static func pieces(_ text: Substring, _ depth: Int) -> String {
        // In a path only a slash ends a piece, in a query it stands in values.
        let isQuery = text.unicodeScalars.first == "?"
        var shown = isQuery ? "?" : ""
        var start = isQuery ? text.unicodeScalars.index(after: text.startIndex) : text.startIndex
        // Scalar by scalar: a mark may be joined with what follows it to one character.
        let scalars = text.unicodeScalars
        for place in scalars.indices where isQuery ? "&;".unicodeScalars.contains(scalars[place]) : "/;".unicodeScalars.contains(scalars[place]) {
            shown += piece(text[start ..< place], depth)
            shown.unicodeScalars.append(scalars[place])
            start = scalars.index(after: place)
        }
        return shown + piece(text[start...], depth)
    }

    private static func piece(_ piece: Substring, _ depth: Int) -> String {
        guard let equals = piece.unicodeScalars.firstIndex(of: "=") else { return value(piece, depth) }
        let rest = piece[piece.unicodeScalars.index(after: equals)...]
        return piece[..<equals] + "=" + (namesSecret(unescaped(piece[..<equals])) ? "***" : value(rest, depth))
    }

    /// A value that is an address, however often escaped, is shown as one; what was escaped is masked as a whole.
    private static func value(_ value: Substring, _ depth: Int) -> String {
        let written = String(value)
        var plain = written
        for _ in 0 ..< deepest where plain.contains("%") { plain = unescaped(plain[...]) }
        // JSON may hold secrets under their names too.
        if "{[".contains(plain.first ?? " "), plain.split(separator: "\"").contains(where: { namesSecret(String($0)) }) { return "***" }
        let isAddress = plain.contains("://") || plain.hasPrefix("//") || plain.contains("?")
        let safe = isAddress ? shown(plain, depth: depth + 1) : withoutUser(plain)
        return safe == plain ? written : plain == written ? safe : "***"
    }

    /// With the bytes that `%` and two hexadecimal digits stand for (RFC 3986, 2.1).
    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.first?.isHexDigit == true, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Names

    private static func namesSecret(_ name: String) -> Bool {
        let letters = name.lowercased().filter(\.isLetter)
        return secretNames.contains(letters) || secretEndings.contains { letters.hasSuffix($0) }
    }

    /// How parameters end that hold secrets, without regard to case and separators: `api_key`, `X-Amz-Signature`.
    private static let secretEndings = [
        "key", "token", "secret", "password", "passwd", "pwd", "signature", "sig", "auth", "authorization", "credential", "credentials", "passphrase", "hmac",
        "tokens", "jwt", "session", "sessionid", "bearer", "clave", "contrasena", "contraseña", "passcode", "pincode", "sessid", "ticket",
        "llave", "csrf",
    ]

    /// The whole names of others, whose ends say nothing: `countryCode`, `compass`, `mapping`.
    private static let secretNames: Set<String> = ["code", "authcode", "accesscode", "pass", "sid", "otp", "totp", "pin", "userpin", "accesspin", "cardpin"]
}
