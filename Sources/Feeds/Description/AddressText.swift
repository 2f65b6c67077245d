/// What can be told of an address by its text.
package enum AddressText {
    /// http or https, with a host, without spaces or control characters. Whether anything is there, only asking can tell.
    package static func isAddress(_ text: String) -> Bool {
        hasHost(text) && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }

    /// http or https, and a host behind two slashes. libcurl would pass over a third one, and find a host where no one else does.
    static func hasHost(_ text: String) -> Bool {
        guard let rest = withoutScheme(text) else { return false }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        return !host.isEmpty && host.first != ":"
    }

    /// Begins like an address, whatever its scheme (RFC 3986, 3.1): it is no path of a file.
    package static func hasScheme(_ text: String) -> Bool {
        guard let end = text.firstRange(of: "://")?.lowerBound, let first = text.utf8.first, isLetter(first) else { return false }
        return text[..<end].utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0") ... UInt8(ascii: "9")).contains($0) || "+-.".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a") ... UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func withoutScheme(_ text: String) -> Substring? {
        for scheme in ["https://", "http://"] where text.utf8.count > scheme.utf8.count && text.prefix(scheme.count).lowercased() == scheme {
            return text.dropFirst(scheme.count)
        }
        return nil
    }

    /// A parameter's name that needs no escapes in a query.
    static func isParameter(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a") ... UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0") ... UInt8(ascii: "9")).contains(byte) || "_-.".utf8.contains(byte)
        }
    }

    /// The address with a parameter in its query set: `…?page=2`.
    package static func setting(_ parameter: String, to value: String, in address: String) -> String {
        let (bare, fragment) = split(address, at: "#")
        let (path, query) = split(bare, at: "?")
        var pairs = query.map { $0.split(separator: "&").map(String.init) } ?? []
        let pair = "\(parameter)=\(value)"
        if let place = pairs.firstIndex(where: { $0.hasPrefix("\(parameter)=") || $0 == parameter }) { pairs[place] = pair } else { pairs.append(pair) }
        return path + "?" + pairs.joined(separator: "&") + (fragment.map { "#" + $0 } ?? "")
    }

    private static func split(_ text: String, at mark: Character) -> (String, String?) {
        guard let place = text.firstIndex(of: mark) else { return (text, nil) }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }

    /// Whether an address is only the beginning of others, as registries write where files with dates in their names lie: it ends in a folder,
    /// or in what stands before a name's variable part.
    static func isPrefix(_ text: String) -> Bool {
        guard let rest = withoutScheme(text) else { return false }
        let bare = rest.prefix { $0 != "?" && $0 != "#" }
        guard bare.utf8.count == rest.utf8.count, let slash = bare.firstIndex(of: "/") else { return false }
        let path = bare[slash...]
        return path != "/" && (path.hasSuffix("/") || path.hasSuffix("_") || path.hasSuffix("-"))
    }
}

/// What HTTP allows in headers (RFC 9110, sections 5.1 and 5.5).
enum HeaderText {
    /// Those that the transfer itself decides: what they say has to agree with what it does.
    static let own: Set<String> = ["host", "content-length", "transfer-encoding", "connection", "range", "if-range", "if-none-match", "if-modified-since",
                                   "accept-encoding", "user-agent", "te", "upgrade", "expect"]

    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a") ... UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0") ... UInt8(ascii: "9")).contains(byte)
                || "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    static func isValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}

enum CountryCode {
    /// Two letters, in capitals; registries write either.
    static func read(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A") ... UInt8(ascii: "Z")).contains($0) } ? code : nil
    }
}
