/// How a transfer ended.
package enum TransferOutcome: Sendable, Equatable {
    /// The file holds the whole body and is on the disk.
    case complete(Received)
    /// The server says that the copy with these `validators` is still the newest (304). Holds what it sent along.
    case notModified(Received)
    case failed(TransferFailure)
}

/// What came.
package struct Received: Sendable, Equatable {
    package var status: Int
    /// Where it came from in the end, after redirects, without secrets (`TransferAddress.public`).
    package var address: String
    /// The same as it was asked for, for references to be resolved against; it may hold secrets, and is kept nowhere.
    var base = ""
    package var headers = Headers()
    /// Of the body as it lies in the file, unpacked; 0 where nothing was modified.
    package var bytes = 0
    /// Of the body as it came over the wire in the last attempt.
    package var wireBytes = 0
    /// Of the body as it lies in the file, in lower-case hexadecimal: computed while it was written, also across resumptions.
    package var sha256 = ""
    package var redirects = 0
    /// How often it was sent, redirects not counted: 1 where nothing went wrong.
    package var attempts = 1
    /// Part of it came in an earlier attempt.
    package var isResumed = false
    /// When the transfer has to be over, by the engine's clock: also where it is made once more.
    var deadline = 0.0

    /// The server said how long the body would be, and so long it is. Without that, or packed by a server that may have been interrupted, only
    /// what the body holds tells whether its end came.
    package var isOfAnnouncedLength: Bool { headers.contentLength != nil && !headers.isPacked }

    /// The answer's headers worth keeping, as they were written. None of them holds a secret.
    package struct Headers: Sendable, Equatable {
        package var etag: String?
        package var lastModified: String?
        package var contentType: String?
        package var contentEncoding: String?
        package var contentLength: String?
        package var date: String?
        /// Where further pages are (RFC 8288).
        package var link: String?

        /// The body came with a content encoding.
        var isPacked: Bool { contentEncoding.map { !ContentCoding.names(header: $0).isEmpty } ?? false }

        /// The answer was made at least a second after what it holds was changed, as far as both are said.
        var isModifiedEarlier: Bool {
            guard let modified = lastModified.flatMap(CurlLibrary.seconds), let made = date.flatMap(CurlLibrary.seconds) else { return false }
            return modified < made
        }

        package var validators: Transfer.Validators { .init(etag: etag, lastModified: lastModified) }
    }
}
