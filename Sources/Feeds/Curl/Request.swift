import CLibcurl

/// One request, as it is asked of libcurl.
struct Request {
    var transfer: Transfer
    var hop: RedirectPolicy.Hop
    var credentials: (user: String, password: String)?
    var resumption: Resumption?
    /// Until it has to be over.
    var seconds: Double

    /// In the form that libcurl takes.
    var headerLines: [String] {
        var lines = transfer.headers
            .filter { hop.isTrusted || RedirectPolicy.harmlessHeaders.contains($0.name.lowercased()) }
            // A header without a value is written with a semicolon; with a colon it would be left out.
            .map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        if let resumption {
            lines.append("If-Range: \(resumption.ifRange)")
        } else if let validators = transfer.validators {
            if let etag = validators.etag { lines.append("If-None-Match: \(etag)") }
            if let date = validators.lastModified { lines.append("If-Modified-Since: \(date)") }
        }
        // libcurl would first ask whether a long body is welcome, which some gateways leave unanswered.
        if hop.method == .post { lines.append("Expect:") }
        return lines
    }
}

extension EasyHandle {
    /// Sets everything that a request depends on, also back to nothing: a handle goes through several.
    func set(_ request: Request, _ settings: TransferSettings) {
        let limits = request.transfer.limits
        forgetReason()
        set(CURLOPT_NOSIGNAL, true)
        // Also what libcurl might be led to by itself.
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Redirects are judged by `RedirectPolicy`, one at a time.
        set(CURLOPT_FOLLOWLOCATION, false)
        set(CURLOPT_URL, request.hop.address.request)
        set(CURLOPT_USERNAME, request.credentials?.user)
        set(CURLOPT_PASSWORD, request.credentials?.password)
        switch request.hop.method {
        case .get: set(CURLOPT_HTTPGET, true)
        case .post: set(body: request.transfer.body)
        }
        set(headers: request.headerLines)
        set(CURLOPT_USERAGENT, request.transfer.userAgent ?? settings.userAgent)
        // Sites that set a cookie before they let one through. They end with the transfer.
        set(CURLOPT_COOKIEFILE, "")
        // None where a part is asked for, which is counted in packed bytes. What comes is unpacked by `BodyUnpacker`.
        set(CURLOPT_ACCEPT_ENCODING, request.resumption == nil ? ContentCoding.offered : nil)
        set(CURLOPT_HTTP_CONTENT_DECODING, false)
        set(CURLOPT_RANGE, request.resumption.map { "\($0.offset)-" })

        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // Rather share a connection that is being made than make another; without TLS libcurl would wait for the first answer to know.
        set(CURLOPT_PIPEWAIT, request.hop.address.scheme == "https")
        // On a connection that has just gone, libcurl would send the request once more.
        set(CURLOPT_FRESH_CONNECT, !request.transfer.isRepeatable)
        set(CURLOPT_SSL_VERIFYPEER, request.transfer.verifiesTLS)
        set(CURLOPT_SSL_VERIFYHOST, request.transfer.verifiesTLS ? 2 : 0)
        if let certificates = settings.certificates { set(CURLOPT_CAINFO, certificates) }
        if let proxy = settings.proxy { set(CURLOPT_PROXY, proxy) }
        if let noProxy = settings.noProxy { set(CURLOPT_NOPROXY, noProxy) }
        set(connectTo: settings.connectTo)

        set(CURLOPT_CONNECTTIMEOUT_MS, Int(min(limits.connectSeconds, request.seconds) * 1_000))
        set(CURLOPT_TIMEOUT_MS, Int(max(1, request.seconds * 1_000)))
        set(CURLOPT_LOW_SPEED_LIMIT, limits.stallBytesPerSecond)
        set(CURLOPT_LOW_SPEED_TIME, limits.stallSeconds)
        set(large: CURLOPT_MAXFILESIZE_LARGE, max(1, limits.bytes - (request.resumption?.offset ?? 0)))
        set(CURLOPT_BUFFERSIZE, 128 << 10)
    }

    /// - Parameter receiver: has to live as long as the request.
    func set(receiver: ActiveTransfer, blocksPrivate: Bool) {
        let context = Unmanaged.passUnretained(receiver).toOpaque()
        set(CURLOPT_WRITEDATA, context)
        check(oc4ids_curl_set_write(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let receiver = Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue()
            return receiver.receive(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        })
        set(CURLOPT_NOPROGRESS, false)
        set(CURLOPT_XFERINFODATA, context)
        check(oc4ids_curl_set_progress(pointer) { context, _, received, _, _ in
            guard let context else { return 1 }
            return Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue().hasRoom(for: Int(received)) ? 0 : 1
        })
        guard blocksPrivate else { return }
        set(CURLOPT_OPENSOCKETDATA, context)
        // Called for every connection, with the address that was resolved.
        check(oc4ids_curl_set_opensocket(pointer) { context, _, address in
            guard let context, let address else { return CURL_SOCKET_BAD }
            if NetworkAddress(&address.pointee.addr)?.isPublic == true { return oc4ids_open_socket(address) }
            let receiver = Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue()
            receiver.refusedAddress = NetworkAddress.text(&address.pointee.addr)
            return CURL_SOCKET_BAD
        })
    }
}
