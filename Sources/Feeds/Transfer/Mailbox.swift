import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What one thread hands to another, in order.
package final class Mailbox<Content: Sendable>: Sendable {
    private struct State {
        var waiting: [Content] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Counts what waits, and the closing. In memory that does not move: the system keeps its address.
    private nonisolated(unsafe) let signal: UnsafeMutablePointer<sem_t>

    package init() {
        signal = .allocate(capacity: 1)
        sem_init(signal, 0, 0)
    }

    deinit {
        sem_destroy(signal)
        signal.deallocate()
    }

    package func put(_ content: Content) {
        state.withLock { $0.waiting.append(content) }
        sem_post(signal)
    }

    /// Nothing more will be put in.
    package func close() {
        state.withLock { $0.isClosed = true }
        sem_post(signal)
    }

    /// Waits for the next; nil when all was taken from a closed one.
    package func take() -> Content? {
        while true {
            while sem_wait(signal) != 0 {}
            let (content, isClosed) = state.withLock { ($0.waiting.isEmpty ? nil : $0.waiting.removeFirst(), $0.isClosed) }
            if let content { return content }
            // For others that wait too.
            if isClosed { sem_post(signal); return nil }
        }
    }
}
