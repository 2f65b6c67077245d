/// Why a transfer brought nothing. Addresses are without secrets; a `reason` is libcurl's or the system's, in English, for the technician.
package enum TransferFailure: Error, Sendable, Equatable {
    case badAddress(String)
    /// Neither http nor https.
    case unsupportedScheme(String)
    /// A name or value that no header can have, such as one with a line break.
    case badHeader(name: String)

    // The way there.
    case hostUnknown(String)
    /// A name beyond ASCII that cannot be converted to one that servers have (IDNA).
    case hostNotConverted(String)
    case connectionFailed(host: String, reason: String)
    case connectTimedOut(host: String, seconds: Int)
    /// `--block-private`: all of the host's addresses are refused, of which this is one.
    case addressRefused(host: String, address: String)
    case proxyFailed(reason: String)
    case certificateRejected(host: String, reason: String)
    case secureConnectionFailed(host: String, reason: String)

    // Redirects.
    case tooManyRedirects(limit: Int)
    case redirectToScheme(String)
    /// From https to http.
    case redirectDowngrade(to: String)
    case redirectWithoutAddress(status: Int)

    // The answer.
    /// An answer without the body asked for; how long the server asks to wait, in seconds, where it does.
    case status(Int, retryAfter: Int?)
    case cutShort(received: Int, expected: Int?)
    case connectionLost(reason: String)
    /// What the server sends is not HTTP.
    case notHTTP(host: String)
    case stalled(seconds: Int)
    case timedOut(seconds: Int)
    /// On the wire; what the server announced, where it did.
    case tooLarge(limit: Int, announced: Int?)
    case unpackedTooLarge(limit: Int)
    /// The body is not what its Content-Encoding says; nil where something follows the end of what is packed.
    case damagedEncoding(reason: String?)

    // This side.
    case diskFull(path: String)
    case cannotWrite(path: String, reason: String)
    case cancelled
    /// What libcurl reports beside all these, by its number.
    case other(code: Int, reason: String)
}
