/// Where an answer leads instead of giving a body, and what may be sent there.
enum RedirectPolicy {
    /// Headers that say nothing about who asks. All others (Authorization, Cookie, keys of any name) are for the feed's own host.
    static let harmlessHeaders: Set<String> = ["accept", "accept-language", "content-type", "user-agent"]

    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    /// The next request of a transfer.
    struct Hop: Equatable {
        var address: TransferAddress
        var method: Transfer.Method
        /// Everything so far was at the feed's own place: its headers, user name and password go along.
        var isTrusted: Bool
    }

    /// - Parameters:
    ///   - target: where the answer leads, made absolute; nil where it does not say or cannot be read.
    ///   - taken: redirects before this one.
    static func next(_ hop: Hop, status: Int, target: TransferAddress?, taken: Int, limits: TransferLimits) throws(TransferFailure) -> Hop {
        guard let target else { throw .redirectWithoutAddress(status: status) }
        guard taken < limits.redirects else { throw .tooManyRedirects(limit: limits.redirects) }
        guard target.isHTTP else { throw .redirectToScheme(target.scheme) }
        let isDowngrade = hop.address.scheme == "https" && target.scheme == "http"
        guard !isDowngrade || limits.allowsDowngrade else { throw .redirectDowngrade(to: target.public) }
        // As browsers and curl do (RFC 9110, 15.4): only 307 and 308 promise that the method stays.
        let method = status == 307 || status == 308 ? hop.method : .get
        // Once away, never trusted again: the address that leads back was chosen by another.
        return Hop(address: target, method: method, isTrusted: hop.isTrusted && target.isSamePlace(as: hop.address))
    }
}

extension TransferAddress {
    /// The same server, or the same one over https.
    func isSamePlace(as before: TransferAddress) -> Bool {
        guard host == before.host else { return false }
        let isUpgrade = before.scheme == "http" && before.port == 80 && scheme == "https" && port == 443
        return isUpgrade || scheme == before.scheme && port == before.port
    }
}
