/// A feed's id. It becomes a folder's name in the store, so it is checked: lower-case letters, digits, `_`, `-` and `.`, a letter or digit
/// first, at most 100 of them.
package struct FeedID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String

    static let longest = 100

    /// Nil for what cannot be an id.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= FeedID.longest, FeedID.isLetterOrDigit(first) else { return nil }
        guard bytes.allSatisfy({ FeedID.isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else { return nil }
        // Two points in a row are no way up from here, but nothing good either.
        guard !text.contains("..") else { return nil }
        self.text = text
    }

    /// An id for an address that someone names without one: its host and path, and a digest that keeps apart what looks alike.
    package init(address: String, digest: String) {
        let bare = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? address
        var letters: [UInt8] = []
        let behindScheme = bare.firstIndex(of: ":").map { bare[bare.index(after: $0)...] } ?? bare[...]
        for byte in behindScheme.utf8 {
            let lower = (UInt8(ascii: "A") ... UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            if FeedID.isLetterOrDigit(lower) {
                letters.append(lower)
            } else if let last = letters.last, last != UInt8(ascii: "-") {
                letters.append(UInt8(ascii: "-"))
            }
        }
        let front = letters.isEmpty ? "feed-" : String(decoding: letters.prefix(60), as: UTF8.self) + (letters.last == UInt8(ascii: "-") && letters.count <= 60 ? "" : "-")
        text = front + digest.prefix(12)
    }

    package var description: String { text }

    package static func < (a: FeedID, b: FeedID) -> Bool { a.text < b.text }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a") ... UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0") ... UInt8(ascii: "9")).contains(byte)
    }
}
