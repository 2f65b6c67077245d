import JSONSchema

/// Where the next page of an answer is.
enum NextPage {
    /// A reference to the next page as an address. It has to be at the same host: what is sent along, such as keys, is meant for that one only.
    static func address(_ text: String, from page: String) throws(FetchProblem) -> String {
        let base = URIReference(page)
        var next = URIReference(text).resolved(against: base)
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
