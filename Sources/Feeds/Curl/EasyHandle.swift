import CLibcurl

/// One of libcurl's transfers: options before it, information after it.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var connectTo: UnsafeMutablePointer<curl_slist>?
    private let reason: UnsafeMutablePointer<CChar>
    /// The first option that libcurl did not take.
    private(set) var problem: CURLcode = CURLE_OK

    init?() {
        guard let pointer = oc4ids_curl_easy_init() else { return nil }
        self.pointer = pointer
        reason = .allocate(capacity: Int(CURL_ERROR_SIZE))
        reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        check(oc4ids_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, reason))
    }

    deinit {
        oc4ids_curl_easy_cleanup(pointer)
        oc4ids_curl_slist_free_all(headers)
        oc4ids_curl_slist_free_all(connectTo)
        reason.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { check(oc4ids_curl_set_long(pointer, option, value)) }
    func set(_ option: CURLoption, _ value: Bool) { check(oc4ids_curl_set_long(pointer, option, value ? 1 : 0)) }
    func set(large option: CURLoption, _ value: Int) { check(oc4ids_curl_set_size(pointer, option, value)) }
    func set(_ option: CURLoption, _ value: String?) { check(oc4ids_curl_set_text(pointer, option, value)) }
    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) { check(oc4ids_curl_set_pointer(pointer, option, value)) }

    /// In the form `Name: value`, instead of those set before.
    func set(headers lines: [String]) {
        oc4ids_curl_slist_free_all(headers)
        headers = nil
        for line in lines { headers = oc4ids_curl_slist_append(headers, line) }
        check(oc4ids_curl_set_list(pointer, CURLOPT_HTTPHEADER, headers))
    }

    /// In libcurl's form, HOST1:PORT1:HOST2:PORT2.
    func set(connectTo places: [String]) {
        oc4ids_curl_slist_free_all(connectTo)
        connectTo = nil
        for place in places { connectTo = oc4ids_curl_slist_append(connectTo, place) }
        check(oc4ids_curl_set_list(pointer, CURLOPT_CONNECT_TO, connectTo))
    }

    /// POST with a body, which is copied.
    func set(body: [UInt8]) {
        set(CURLOPT_POST, true)
        set(large: CURLOPT_POSTFIELDSIZE_LARGE, body.count)
        // The size comes first: the bytes are no text that ends with a zero.
        var body = body
        body.withUnsafeMutableBytes { set(CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeMutableRawPointer(reason)) }
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return oc4ids_curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func size(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return oc4ids_curl_get_size(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard oc4ids_curl_get_text(pointer, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }

    /// Of the last answer; the first of that name.
    func header(_ name: String) -> String? {
        oc4ids_curl_header(pointer, name, 0).map { String(cString: $0) }
    }

    /// Of the last answer; several headers of that name are one list (RFC 9110, 5.3).
    func list(_ name: String) -> String? {
        var values: [String] = []
        while let value = oc4ids_curl_header(pointer, name, values.count) { values.append(String(cString: value)) }
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// What libcurl says about a result, more exactly where it can.
    func reason(for code: CURLcode) -> String {
        reason[0] == 0 ? String(cString: oc4ids_curl_easy_strerror(code)) : String(cString: reason)
    }

    func forgetReason() { reason[0] = 0 }

    func check(_ code: CURLcode) {
        if problem == CURLE_OK { problem = code }
    }
}
