import JSONSchema

/// Where the next page of an answer is.
enum NextPage {
    /// A reference to the next page as an address. It has to be at the same host: what is sent along, such as keys, is meant for that one only.
    ///
    /// - Parameters:
    ///   - page: the address that was asked for.
    ///   - reached: where redirects at the same host led, which the reference counts from (RFC 3986, 5.1.3).
    static func address(_ text: String, from page: String, reached: String? = nil) throws(FetchProblem) -> String {
        let base = URIReference(page)
        let place = reached.map { URIReference($0) }
        let isSameHost = place?.authority.map { $0.lowercased() } == base.authority.map { withoutUser($0).lowercased() }
        var next = URIReference(text).resolved(against: isSameHost ? place ?? base : base)
        next.fragment = nil
        guard let scheme = next.scheme?.lowercased(), scheme == "http" || scheme == "https", let host = next.authority?.lowercased(),
              host == base.authority.map({ withoutUser($0).lowercased() }) || host == base.authority?.lowercased() else {
            throw .nextPageElsewhere(AddressText.shown(text))
        }
        // Programs behind a gateway that speaks https often write http addresses of themselves. It stays as safe as it was.
        next.scheme = base.scheme
        next.authority = base.authority
        return next.description
    }

    /// What a page says of the next one; nil, null and nothing mean that it is the last.
    static func text(_ value: JSONValue?, on page: String) throws(FetchProblem) -> String? {
        switch value?.content {
        case nil, .some(.null): return nil
        case .some(.string(let text)): return text.isEmpty ? nil : text
        default: throw .nextPageUnreadable(address: AddressText.shown(page))
        }
    }

    private static func withoutUser(_ authority: Substring) -> Substring {
        authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    }

    /// The target with `rel="next"` in a `Link` header (RFC 8288): `<https://…?page=2>; rel="next", <…>; rel="last"`.
    static func inLinkHeader(_ header: String) -> String? {
        var rest = header[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = String(rest[rest.index(after: open) ..< close])
            rest = rest[rest.index(after: close)...]
            let end = rest.firstIndex(of: "<") ?? rest.endIndex
            if isNext(rest[..<end]) { return target }
            rest = rest[end...]
        }
        return nil
    }

    private static func isNext(_ parameters: Substring) -> Bool {
        parameters.split(whereSeparator: { $0 == ";" || $0 == "," }).contains { parameter in
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\"" }.lowercased() }
            return parts.count == 2 && parts[0] == "rel" && parameter.lowercased().split(whereSeparator: { " =\"".contains($0) }).contains("next")
        }
    }
}
