import CLibcurl
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What an engine's threads share.
final class EngineState: Sendable {
    struct Order: Sendable {
        var transfer: Transfer
        /// Where it is made once more, since what came was not whole.
        var again: Again?
        var finish: @Sendable (TransferOutcome) -> Void
    }

    /// What a transfer that is made once more has behind it; times by the engine's clock.
    struct Again: Sendable {
        var attempts: Int
        var deadline: Double
        var notBefore: Double
    }

    struct Inbox {
        var orders: [Order] = []
        /// Added, and `finish` has not returned yet.
        var open = 0
        var isCancelled = false
        var isClosing = false

        var isOver: Bool { isClosing && open == 0 }
    }

    /// On its way to `finish`: what came, and its file, still to be brought to the disk.
    struct Finished: Sendable {
        var outcome: TransferOutcome
        var body: BodyFile?
        var finish: @Sendable (TransferOutcome) -> Void
    }

    let inbox = Mutex(Inbox())
    let finished = Mailbox<Finished>()
    let multi: MultiHandle

    init(multi: MultiHandle) {
        self.multi = multi
    }

    func change(_ change: (inout Inbox) -> Void) {
        inbox.withLock { change(&$0) }
        multi.wakeUp()
    }
}

/// All transfers of an engine, on its one thread: whose turn it is, what comes, what follows.
final class TransferLoop {
    private let settings: TransferSettings
    private let state: EngineState
    private let progress: (@Sendable (TransferProgress) -> Void)?
    private let isStopped: (@Sendable () -> Bool)?
    private var queue: TransferQueue
    private var transfers: [Int: ActiveTransfer] = [:]
    /// By libcurl's handle.
    private var running: [UnsafeMutableRawPointer: ActiveTransfer] = [:]
    private var added = 0
    /// When it was last seen to who is due.
    private var lastStart = 0.0
    private var meter = TransferMeter()

    /// How often `isStopped` is asked.
    private static let stopSeconds = 0.2

    init(_ settings: TransferSettings, _ state: EngineState, progress: (@Sendable (TransferProgress) -> Void)?, isStopped: (@Sendable () -> Bool)?) {
        self.settings = settings
        self.state = state
        self.progress = progress
        self.isStopped = isStopped
        queue = TransferQueue(total: settings.total, perHost: settings.perHost)
    }

    func run() {
        while true {
            let inbox = state.inbox.withLock { inbox in
                defer { inbox.orders = [] }
                return inbox
            }
            for order in inbox.orders { admit(order) }
            if inbox.isCancelled || isStopped?() == true { cancelAll() }
            if inbox.isOver { break }
            startThoseDue()
            state.multi.perform()
            while let (handle, code) = state.multi.nextEnded() { ended(handle, code) }
            startThoseDue()
            report()
            state.multi.poll(seconds: secondsToWait)
        }
        report(isLast: true)
        state.finished.close()
    }

    private var secondsToWait: Double {
        // Whose time has come since then has to be seen to at once; who was due then waits for another to end.
        var next = queue.nextTime(after: lastStart).map { $0 - MonotonicClock.seconds } ?? 60
        if isStopped != nil, !transfers.isEmpty { next = min(next, TransferLoop.stopSeconds) }
        return running.isEmpty || progress == nil ? next : min(next, settings.progressSeconds)
    }

    // MARK: Beginning

    private func admit(_ order: EngineState.Order) {
        added += 1
        do throws(TransferFailure) {
            let active = try ActiveTransfer(number: added, order.transfer, again: order.again, finish: order.finish)
            // It had been counted when it seemed to be whole.
            if order.again != nil { meter.finished -= 1 }
            transfers[added] = active
            queue.add(added, host: active.hop.address.host, notBefore: order.again?.notBefore ?? 0)
        } catch {
            meter.finished += 1
            state.finished.put(.init(outcome: .failed(error), body: nil, finish: order.finish))
        }
    }

    private func startThoseDue() {
        let time = MonotonicClock.seconds
        lastStart = time
        while let number = queue.next(at: time) {
            guard let active = transfers[number] else { continue }
            do throws(TransferFailure) {
                let easy = try active.prepare(settings, at: time)
                guard state.multi.add(easy) else { throw .other(code: Int(CURLE_FAILED_INIT.rawValue), reason: "curl_multi_add_handle") }
                running[easy.pointer] = active
            } catch {
                queue.ended(host: active.hop.address.host)
                finish(active, .failed(error))
            }
        }
    }

    // MARK: Ending

    private func ended(_ handle: UnsafeMutableRawPointer, _ code: CURLcode) {
        guard let active = running.removeValue(forKey: handle), let easy = active.easy else { return }
        let time = MonotonicClock.seconds
        queue.ended(host: active.hop.address.host)
        // A millisecond less: libcurl counts in those.
        let step = active.conclude(code, isOverdue: active.deadline.map { time >= $0 - 0.001 } ?? false)
        meter.bytes += active.wire.bytes
        state.multi.remove(easy)
        switch step {
        case .hop: queue.add(active.number, host: active.hop.address.host, isFirst: true)
        case .done(let outcome): finish(active, outcome)
        case .failed(let failure): retry(active, failure, at: time)
        }
    }

    private func retry(_ active: ActiveTransfer, _ failure: TransferFailure, at time: Double) {
        let next = settings.retries.nextAttempt(
            of: active.transfer, after: failure, attempts: active.attempts, at: time, deadline: active.deadline ?? time, random: Double.random(in: 0 ..< 1)
        )
        guard let next else { return finish(active, .failed(failure)) }
        active.prepareRetry()
        queue.add(active.number, host: active.hop.address.host, notBefore: next)
    }

    private func finish(_ active: ActiveTransfer, _ outcome: TransferOutcome) {
        transfers[active.number] = nil
        meter.finished += 1
        var body: BodyFile?
        if case .complete = outcome { body = active.body } else { active.body.suspend() }
        active.letGo()
        state.finished.put(.init(outcome: outcome, body: body, finish: active.finish))
    }

    private func cancelAll() {
        for active in running.values {
            guard let easy = active.easy else { continue }
            // A name that is being resolved is not waited for.
            easy.set(CURLOPT_QUICK_EXIT, true)
            state.multi.remove(easy)
            queue.ended(host: active.hop.address.host)
        }
        running = [:]
        _ = queue.removeAll()
        for active in transfers.values.sorted(by: { $0.number < $1.number }) { finish(active, .failed(.cancelled)) }
    }

    // MARK: Progress

    private func report(isLast: Bool = false) {
        guard let progress else { return }
        let time = MonotonicClock.seconds
        guard isLast || meter.isDue(at: time, every: settings.progressSeconds) else { return }
        let active = running.values.sorted { $0.number < $1.number }
        progress(meter.read(active, waiting: queue.waiting, at: time))
    }
}

/// A clock that nobody sets.
enum MonotonicClock {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
