import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Makes many transfers at a time, within the bounds of its settings: one thread has all connections, a second one brings complete bodies
/// to the disk and calls `finish`, so that neither a slow disk nor what is done with a body holds the others up.
package final class TransferEngine: Sendable {
    private let state: EngineState
    private let retries: RetryPolicy
    private let threads: Mutex<[EngineThread]>

    /// - Parameters:
    ///   - progress: told now and then, on the engine's thread; it has to be quick.
    ///   - isStopped: asked a few times a second while there are transfers, on the same thread; true ends them as `cancel` does.
    /// - Throws: where no transfer can be made at all, such as without libcurl.
    package init(
        _ settings: TransferSettings, progress: (@Sendable (TransferProgress) -> Void)? = nil, isStopped: (@Sendable () -> Bool)? = nil
    ) throws(TransferSetupError) {
        try settings.check { name in getenv(name).map { String(cString: $0) } }
        try CurlLibrary.load()
        guard let multi = MultiHandle(connections: settings.total) else { throw .withoutResources }
        let state = EngineState(multi: multi)
        self.state = state
        retries = settings.retries
        guard let finishing = EngineThread({ Self.finish(state) }) else { throw .withoutResources }
        guard let transferring = EngineThread({ TransferLoop(settings, state, progress: progress, isStopped: isStopped).run() }) else {
            state.finished.close()
            finishing.join()
            throw .withoutResources
        }
        threads = Mutex([transferring, finishing])
    }

    deinit {
        let threads = takeThreads()
        guard !threads.isEmpty else { return }
        // Perhaps on one of them, where its end cannot be waited for.
        state.change { $0.isCancelled = true; $0.isClosing = true }
        for thread in threads { thread.detach() }
    }

    /// Takes a transfer up when its turn comes. From any thread, also out of `finish`.
    ///
    /// - Parameter finish: called once, in any case. One is called at a time, on a thread that is not the one of the transfers, so it may
    ///   take its time; but it must not wait for another transfer of this engine.
    package func add(_ transfer: Transfer, finish: @escaping @Sendable (TransferOutcome) -> Void) {
        add(EngineState.Order(transfer: transfer, finish: finish))
    }

    private func add(_ order: EngineState.Order) {
        let isTaken = state.inbox.withLock { inbox in
            guard !inbox.isOver else { return false }
            inbox.orders.append(order)
            inbox.open += 1
            return true
        }
        guard isTaken else { return order.finish(.failed(.cancelled)) }
        state.multi.wakeUp()
    }

    /// Makes one transfer and waits for its outcome. Not out of a `finish`.
    ///
    /// - Parameter isCutShort: looks at a body that came, on this thread. True where its end is missing, though the connection did not show it:
    ///   then it is fetched from the start once more, as often and as late as any body cut short. The outcome is that of the last attempt.
    package func perform(_ transfer: Transfer, isCutShort: (Received) -> Bool = { _ in false }) -> TransferOutcome {
        var again: EngineState.Again?
        while true {
            let mailbox = Mailbox<TransferOutcome>()
            add(EngineState.Order(transfer: transfer, again: again) { mailbox.put($0) })
            let outcome = mailbox.take() ?? .failed(.cancelled)
            guard case .complete(let received) = outcome, isCutShort(received) else { return outcome }
            let next = retries.nextAttempt(
                of: transfer, after: .cutShort(received: received.bytes, expected: nil), attempts: received.attempts, at: MonotonicClock.seconds,
                deadline: received.deadline, random: Double.random(in: 0 ..< 1)
            )
            guard let next else { return outcome }
            again = EngineState.Again(attempts: received.attempts, deadline: received.deadline, notBefore: next)
        }
    }

    /// Ends all transfers, those waiting and those to come, with `cancelled`. From any thread, but not out of a signal handler.
    package func cancel() {
        state.change { $0.isCancelled = true }
    }

    /// Waits until everything added has finished, what `finish` adds included, and ends the engine's threads. Not out of a `finish`.
    package func close() {
        state.change { $0.isClosing = true }
        for thread in takeThreads() { thread.join() }
    }

    private func takeThreads() -> [EngineThread] {
        threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
    }

    /// The second thread.
    private static func finish(_ state: EngineState) {
        while let finished = state.finished.take() {
            var outcome = finished.outcome
            do throws(TransferFailure) { try finished.body?.finish() } catch { outcome = .failed(error) }
            finished.finish(outcome)
            state.change { $0.open -= 1 }
        }
    }
}

extension TransferSettings {
    /// What makes all transfers pointless is said before the first.
    ///
    /// - Parameter environment: the value of a variable.
    func check(_ environment: (String) -> String?) throws(TransferSetupError) {
        if blocksPrivate {
            if let proxy, !proxy.isEmpty { throw .blocksPrivateBehindProxy(variable: nil) }
            if proxy == nil, let variable = ProxyVariables.first(in: environment) { throw .blocksPrivateBehindProxy(variable: variable) }
        }
        if let certificates, access(certificates, R_OK) != 0 {
            throw .certificatesUnreadable(path: certificates, reason: String(cString: strerror(errno)))
        }
        for place in connectTo where !Self.isConnectTo(place) { throw .connectToMalformed(place) }
    }

    /// HOST1:PORT1:HOST2:PORT2, each of which may be empty. IPv6 stands in brackets, with colons of its own.
    private static func isConnectTo(_ text: String) -> Bool {
        var colons = 0
        var isInBrackets = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case UInt8(ascii: ":") where !isInBrackets: colons += 1
            case 0 ... 0x20: return false
            default: break
            }
        }
        return colons == 3 && !isInBrackets
    }
}
