/// A scalar of the data as it can be shown: objects and arrays have none.
public enum Excerpt: Sendable, Hashable {
    /// Text, cut after `Excerpt.longest` scalars with "…".
    case text(String)
    /// A number, `true`, `false` or `null` as written; an endless number cut like text.
    case literal(String)

    public static let longest = 200

    /// What is shown.
    public var content: String {
        switch self {
        case .text(let content), .literal(let content): content
        }
    }

    /// The excerpt of the value at `p` in checked JSON; nil for objects and arrays.
    init?(checked p: Bytes) {
        switch p.pointee {
        case ASCII.openBrace, ASCII.openBracket: return nil
        case ASCII.quote:
            let end = CheckedJSON.endOfString(p) - 1
            // An escape takes at most 12 bytes, a character at most 4: more of a long text need not be decoded.
            let near = min(end, p + 1 + 12 * (Excerpt.longest + 1))
            self = .text(Excerpt.cut(JSONText.string(p + 1, Excerpt.wholeCharacters(p + 1, near, end)), isPart: near < end))
        default:
            let end = CheckedJSON.endOfValue(p)
            let near = min(end, p + Excerpt.longest + 1)
            self = .literal(Excerpt.cut(String(decoding: UnsafeBufferPointer(start: p, count: near - p), as: UTF8.self), isPart: near < end))
        }
    }

    /// The excerpt of a value that has not been walked yet; nil where its end is not at hand.
    init?(partial p: Bytes, _ end: Bytes) {
        guard p < end, p.pointee != ASCII.openBrace, p.pointee != ASCII.openBracket, CheckedJSON.endOfValue(p) < end else { return nil }
        self.init(checked: p)
    }

    private static func cut(_ text: String, isPart: Bool) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex), end < scalars.endIndex || isPart else { return text }
        return String(scalars[..<end]) + "…"
    }

    /// A place at or before `near` that cuts no escape in two.
    private static func wholeCharacters(_ start: Bytes, _ near: Bytes, _ end: Bytes) -> Bytes {
        guard near < end else { return end }
        var p = start
        while p < near {
            let next = p.pointee == ASCII.backslash ? p + (p[1] == 0x75 ? 6 : 2) : p + 1
            if next > near { break }
            p = next
        }
        return p
    }
}

/// Something found at one place of the data, located for showing.
package struct Place: Sendable {
    /// Which of the schema's sites, or nil for a key that stands twice.
    package var site: Int?
    /// What an observer asked for it by; nil for a violation or a key that stands twice.
    package var tag: Digest?
    /// Of the places with the same tag only the first is wanted.
    package var isOnlyFirst = false
    /// The top-level value it lies in, from 0: an NDJSON file has many.
    package var value: Int
    /// Names before the item's position: `projects` in a package.
    package var prefix: [String]
    /// The position of the item that is walked as a piece; nil outside such arrays.
    package var item: Int?
    /// From the piece's root.
    package var path: [String]
    package var offset: Int
    package var position: Position
    package var excerpt: Excerpt?
    /// The type of the value, as a schema names it; nil where its bytes are gone.
    package var found: String?
    /// `uniqueItems`: positions of the equal items. `oneOf`: how many fit.
    package var detail: Int
    package var other: Int
    /// The name that the data, not the schema, gives: of an unexpected member.
    package var property: String?
    /// The first occurrence of a key that stands twice.
    package var twin: Position?

    package init(site: Int? = nil, tag: Digest? = nil, value: Int, prefix: [String], item: Int? = nil, path: [String], offset: Int, position: Position, excerpt: Excerpt? = nil,
                 found: String? = nil, detail: Int = 0, other: Int = 0, property: String? = nil, twin: Position? = nil) {
        (self.site, self.tag, self.value, self.prefix, self.item, self.path) = (site, tag, value, prefix, item, path)
        (self.offset, self.position, self.excerpt, self.found) = (offset, position, excerpt, found)
        (self.detail, self.other, self.property, self.twin) = (detail, other, property, twin)
    }

    /// The JSON Pointer from the document's root.
    package func pointer(inNDJSON: Bool) -> JSONPointer {
        var tokens: [String] = []
        tokens.reserveCapacity(2 + prefix.count + path.count)
        if inNDJSON { tokens.append(String(value)) }
        tokens += prefix
        if let item { tokens.append(String(item)) }
        tokens += path
        return JSONPointer(tokens)
    }
}
