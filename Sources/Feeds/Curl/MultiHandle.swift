import CLibcurl

/// libcurl's transfers at the same time, with the connections that they share.
final class MultiHandle: @unchecked Sendable {
    // Sendable although it changes: all belongs to the engine's thread but `wakeUp`, which libcurl allows from any.
    private let multi: UnsafeMutableRawPointer

    /// - Parameter connections: kept open for the next transfer.
    init?(connections: Int) {
        guard let multi = oc4ids_curl_multi_init() else { return nil }
        self.multi = multi
        _ = oc4ids_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit {
        _ = oc4ids_curl_multi_cleanup(multi)
    }

    func add(_ easy: EasyHandle) -> Bool { oc4ids_curl_multi_add_handle(multi, easy.pointer) == CURLM_OK }

    func remove(_ easy: EasyHandle) { _ = oc4ids_curl_multi_remove_handle(multi, easy.pointer) }

    /// Does what can be done without waiting.
    func perform() {
        var running: Int32 = 0
        _ = oc4ids_curl_multi_perform(multi, &running)
    }

    /// Waits until something comes, someone calls `wakeUp`, or the time is over.
    func poll(seconds: Double) {
        _ = oc4ids_curl_multi_poll(multi, Int32(max(0, min(seconds, 3_600)) * 1_000))
    }

    func wakeUp() { _ = oc4ids_curl_multi_wakeup(multi) }

    /// The next transfer that has ended: its handle's identity and libcurl's result.
    func nextEnded() -> (handle: UnsafeMutableRawPointer, code: CURLcode)? {
        var code = CURLE_OK
        guard let easy = oc4ids_curl_multi_ended(multi, &code) else { return nil }
        return (easy, code)
    }
}
