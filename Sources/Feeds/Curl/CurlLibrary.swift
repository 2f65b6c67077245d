import CLibcurl

/// libcurl, loaded when it is first needed.
enum CurlLibrary {
    /// The first version with all that is used here: `CURLOPT_PROTOCOLS_STR`. Debian 12 has 7.88.
    private static let needed: (text: String, number: UInt32) = ("7.85.0", 0x075500)

    static func load() throws(TransferSetupError) {
        if let problem = oc4ids_curl_load() { throw .libraryMissing(reason: String(cString: problem)) }
        var number: UInt32 = 0
        guard let version = oc4ids_curl_version(&number) else { throw .libraryMissing(reason: "curl_version_info") }
        guard number >= needed.number else { throw .libraryTooOld(found: String(cString: version), needed: needed.text) }
    }

    /// A date as HTTP writes it (RFC 9110, 5.6.7), in seconds since 1970; nil for what is none.
    static func seconds(_ date: String) -> Int? {
        guard oc4ids_curl_load() == nil else { return nil }
        let seconds = oc4ids_curl_date(date)
        return seconds < 0 ? nil : Int(seconds)
    }
}

extension TransferAddress {
    /// Taken apart by libcurl itself, so that what was judged here is what it connects to. The library has to be loaded.
    init?(_ text: String) {
        guard let url = oc4ids_curl_url() else { return nil }
        defer { oc4ids_curl_url_cleanup(url) }
        // Schemes beside http and https are read, to be refused by name.
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE)
        guard oc4ids_curl_url_set(url, CURLUPART_URL, text, flags) == CURLUE_OK else { return nil }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard oc4ids_curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
            defer { oc4ids_curl_free(text) }
            return String(cString: text)
        }
        guard let scheme = part(CURLUPART_SCHEME) else { return nil }
        self.scheme = scheme.lowercased()
        host = (part(CURLUPART_HOST) ?? "").lowercased()
        port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap { Int($0) } ?? 0
        user = part(CURLUPART_USER, CURLU_URLDECODE)
        password = part(CURLUPART_PASSWORD, CURLU_URLDECODE)
        for secret in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] { _ = oc4ids_curl_url_set(url, secret, nil, 0) }
        guard let request = part(CURLUPART_URL) else { return nil }
        self.request = request
        if isHTTP, host.isEmpty { return nil }
    }
}
