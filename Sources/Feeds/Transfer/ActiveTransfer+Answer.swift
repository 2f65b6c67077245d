import CLibcurl

/// What the head of an answer says.
extension ActiveTransfer {
    var status: Int { easy?.number(CURLINFO_RESPONSE_CODE) ?? 0 }

    var isPacked: Bool {
        Received.Headers(contentEncoding: easy?.list("Content-Encoding")).isPacked
    }

    /// How many bytes the whole body has, as the server says.
    var announced: Int? {
        guard let easy else { return nil }
        // A part may be the last one that the server has, and not say so: what the first answer announced holds.
        if status == 206, let total = easy.header("Content-Range").flatMap(ContentRange.init)?.total ?? resumption?.plan.total { return total }
        // The header itself where libcurl ended at it.
        let length = max(easy.size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T), easy.header("Content-Length").flatMap { Int($0) } ?? -1)
        return length < 0 ? nil : length + (status == 206 ? resumption?.plan.offset ?? 0 : 0)
    }

    /// What comes over the wire in this request, so far and as announced.
    var wire: (bytes: Int, expected: Int?) {
        guard let easy else { return (0, nil) }
        let length = easy.size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        return (easy.size(CURLINFO_SIZE_DOWNLOAD_T), length > 0 ? length : nil)
    }

    /// How long the server asks to wait, in seconds; nil where it does not. A number is read here: of one past its reach libcurl makes nothing, or
    /// six hours.
    var retryAfter: Int? {
        guard let easy, let text = easy.header("Retry-After") else { return nil }
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0") ... UInt8(ascii: "9")).contains($0) }
        return isNumber ? Int(text) ?? .max : max(0, easy.size(CURLINFO_RETRY_AFTER))
    }

    var tooLarge: TransferFailure { .tooLarge(limit: transfer.limits.bytes, announced: announced) }

    func headers(_ easy: EasyHandle) -> Received.Headers {
        Received.Headers(
            etag: easy.header("ETag"), lastModified: easy.header("Last-Modified"), contentType: easy.header("Content-Type"),
            contentEncoding: easy.list("Content-Encoding"), contentLength: easy.header("Content-Length"), date: easy.header("Date"),
            link: easy.list("Link")
        )
    }

    func received(_ easy: EasyHandle) -> Received {
        Received(
            status: isResumed ? 200 : status, address: hop.address.public, base: hop.address.request, headers: headers(easy), bytes: body.bytes, wireBytes: wire.bytes,
            sha256: status == 304 ? "" : body.sha256, redirects: redirects, attempts: attempts, isResumed: isResumed, deadline: deadline ?? 0
        )
    }
}
