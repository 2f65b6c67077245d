#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A thread that takes no signals: Ctrl-C is for the main thread, and writing to a connection that is gone, or past the size that files may
/// have, ends a transfer and not the program.
package final class EngineThread: Sendable {
    private let thread: pthread_t

    /// nil where the system has no thread to give.
    package init?(_ body: @escaping @Sendable () -> Void) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        // A thread has the mask of the one that makes it.
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failed = pthread_create(&thread, nil, { argument in
            if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, work.toOpaque())
        guard failed == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    package func join() {
        pthread_join(thread, nil)
    }

    /// Nobody will wait for its end.
    func detach() {
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
