/// How a body that was cut short is continued where it ended (RFC 9110, 14). Plain values.
struct Resumption: Equatable {
    /// Bytes at hand.
    let offset: Int
    /// Proves to the server which body they are of.
    let ifRange: String
    /// Of the whole body, where known.
    let total: Int?

    /// - Parameters:
    ///   - received: bytes at hand.
    ///   - headers: of the answer that they came with.
    ///   - isPacked: the body came with a content encoding. The bytes at hand are unpacked then, and a range counts packed ones.
    /// - Returns: nil where only the start is safe: without a strong ETag or Last-Modified the rest may be of another body. A date is strong if the
    ///   answer was made later (RFC 9110, 8.8.2.2): within the same second there may have been two bodies.
    init?(received: Int, headers: Received.Headers, isPacked: Bool, total: Int?) {
        guard received > 0, !isPacked, total.map({ received < $0 }) ?? true else { return nil }
        let strong = headers.etag.flatMap { $0.hasPrefix("\"") ? $0 : nil }
        guard let validator = strong ?? (headers.isModifiedEarlier ? headers.lastModified : nil) else { return nil }
        self.init(offset: received, ifRange: validator, total: total)
    }

    init(offset: Int, ifRange: String, total: Int?) {
        self.offset = offset
        self.ifRange = ifRange
        self.total = total
    }

    /// What came is what was asked for: the rest of the same body, from where it ended.
    ///
    /// - Parameters:
    ///   - headers: of the answer. A validator other than the one asked for shows another body, whatever the server made of `If-Range`.
    ///   - isPacked: a content encoding; a part of a packed body cannot be put behind unpacked bytes.
    func accepts(contentRange: String?, headers: Received.Headers = Received.Headers(), isPacked: Bool = false) -> Bool {
        guard !isPacked, (ifRange.hasPrefix("\"") ? headers.etag : headers.lastModified) ?? ifRange == ifRange else { return false }
        guard let range = contentRange.flatMap(ContentRange.init) else { return false }
        guard range.first == offset, range.last >= range.first else { return false }
        // Where nothing tells how long the whole is, a part that ends early would pass for the rest.
        guard let known = total ?? range.total, range.total ?? known == known else { return false }
        return range.last < known
    }
}

/// `bytes 200-999/1000` (RFC 9110, 14.4); the total may be `*`.
struct ContentRange: Equatable {
    let first: Int
    let last: Int
    let total: Int?

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
        let halves = parts[1].split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else { return nil }
        total = Self.number(halves[1])
        guard total != nil || halves[1] == "*" else { return nil }
        self.first = first
        self.last = last
    }

    /// Digits only: `Int` would take a sign.
    private static func number(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
