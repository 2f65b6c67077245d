/// What a feed's history keeps of an answer's headers: little, and no secrets, whatever a server sends.
struct KeptHeaders: Equatable {
    private(set) var etag: String?
    private(set) var lastModified: String?
    private(set) var others: [String: String]

    /// Of each value. Entity tags and dates come to a tenth of it.
    static let mostBytes = 1_000

    /// - Parameter hasLinks: `Link` says where the next page is.
    init(_ headers: Received.Headers, hasLinks: Bool) {
        func short(_ value: String?) -> String? { value.flatMap { $0.utf8.count <= KeptHeaders.mostBytes ? $0 : nil } }
        // Some servers make it of the address that was asked for.
        etag = short(headers.etag).flatMap { AddressText.shown(in: $0) == $0 ? $0 : nil }
        lastModified = short(headers.lastModified)
        others = ["Content-Type": headers.contentType, "Content-Encoding": headers.contentEncoding, "Date": headers.date].compactMapValues(short)
        guard hasLinks, let link = headers.link else { return }
        if short(link) != nil, KeptHeaders.isPublic(link) {
            others["Link"] = link
        } else {
            // Without the link an answer “not modified” would not lead to the next page: the page is asked for as a whole again.
            (etag, lastModified) = (nil, nil)
        }
    }

    /// No target in it (RFC 8288) holds what is not shown of addresses.
    private static func isPublic(_ link: String) -> Bool {
        link.split(separator: "<", omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
            let target = String(rest.prefix { $0 != ">" })
            return AddressText.shown(target) == target
        }
    }
}
