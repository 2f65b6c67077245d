/// One body to be fetched into one file.
package struct Transfer: Sendable {
    package enum Method: String, Sendable {
        case get = "GET", post = "POST"
    }

    /// The feed it belongs to: what progress is shown under.
    package var feed: String
    /// An http or https address. It may hold a user name and password; they are sent, and never part of an outcome.
    package var address: String
    package var method = Method.get
    /// In the order in which they are sent. Those past `RedirectPolicy.harmlessHeaders` never reach another host.
    package var headers: [Header] = []
    /// What POST sends; its type stands in `headers`.
    package var body: [UInt8] = []
    /// False accepts any certificate. The caller says so to the user, every time.
    package var verifiesTLS = true
    /// nil: the program's own (`TransferSettings.userAgent`).
    package var userAgent: String?
    /// May be sent again when it fails. GET always may; a POST where this is set.
    package var isIdempotent = false
    /// Of the copy at hand: the server may answer that it is still the newest.
    package var validators: Validators?
    /// Where the body is written, from its first byte; what was there before is overwritten. Named by the store. After an outcome
    /// other than `complete` nothing of use is left in it, and who named it removes it.
    package var destination: String
    /// An open file without a name that takes the body, where `destination` would be one with a name; that is then only what errors call it.
    /// Whoever opened it closes it, after the outcome.
    package var file: Int32?
    package var limits = TransferLimits()

    package init(feed: String, address: String, destination: String) {
        self.feed = feed
        self.address = address
        self.destination = destination
    }

    /// Sending it twice does no more than sending it once (RFC 9110, 9.2.2).
    var isRepeatable: Bool { method == .get || isIdempotent }

    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What a server gave to recognise a body by (RFC 9110, 8.8), as it was written.
    package struct Validators: Sendable, Equatable {
        package var etag: String?
        package var lastModified: String?

        package init(etag: String? = nil, lastModified: String? = nil) {
            self.etag = etag
            self.lastModified = lastModified
        }
    }
}
