/// Bytes and rates, as they are shown.
struct TransferMeter {
    var finished = 0
    /// On the wire, of requests that have ended.
    var bytes = 0
    private var lastTime = MonotonicClock.seconds
    private var lastBytes = 0

    func isDue(at time: Double, every seconds: Double) -> Bool { time - lastTime >= seconds }

    mutating func read(_ running: [ActiveTransfer], waiting: Int, at time: Double) -> TransferProgress {
        let elapsed = max(time - lastTime, 0.001)
        var sum = bytes
        let items = running.map { active in
            let wire = active.wire
            sum += wire.bytes
            defer { active.wireBytesShown = wire.bytes }
            return TransferProgress.Item(
                feed: active.transfer.feed, bytes: wire.bytes, expected: wire.expected,
                rate: Int(Double(max(0, wire.bytes - active.wireBytesShown)) / elapsed), attempt: active.attempts
            )
        }
        defer {
            lastTime = time
            lastBytes = sum
        }
        let rate = Int(Double(max(0, sum - lastBytes)) / elapsed)
        return TransferProgress(items: items, waiting: waiting, finished: finished, bytes: sum, rate: rate)
    }
}
