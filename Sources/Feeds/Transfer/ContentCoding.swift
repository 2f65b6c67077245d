/// What a server may pack a body with on its way (RFC 9110, 8.4.1).
enum ContentCoding: String, CaseIterable {
    case gzip, deflate, brotli = "br"

    /// What requests say they take, as `Accept-Encoding` writes it.
    static let offered = allCases.map(\.rawValue).joined(separator: ", ")

    /// - Parameter name: as a header writes it; old servers put an `x-` before it.
    init?(name: some StringProtocol) {
        let name = name.lowercased()
        self.init(rawValue: name == "x-gzip" ? "gzip" : name)
    }

    /// Those of an answer, in the order in which they were put on.
    ///
    /// - Parameter header: its `Content-Encoding`, a list.
    /// - Throws: the first that is none of these.
    static func of(header: String) throws(TransferFailure) -> [ContentCoding] {
        var codings: [ContentCoding] = []
        for name in names(header: header) {
            guard let coding = ContentCoding(name: name) else { throw .damagedEncoding(reason: "Content-Encoding: \(shown(name))") }
            codings.append(coding)
        }
        return codings
    }

    /// A name that may be one; anything longer a server has from elsewhere.
    private static func shown(_ name: String) -> String {
        name.utf8.count <= 16 && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ? name : "…"
    }

    /// What such a header names, but for words that say that nothing was done.
    static func names(header: String) -> [String] {
        header.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !["", "identity", "none"].contains($0.lowercased()) }
    }
}
