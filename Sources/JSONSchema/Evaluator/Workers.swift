import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Threads with a stack large enough for the deepest nesting that may be allowed; the main thread's and those of a pool are not.
package enum Workers {
    /// `ReadingLimits.greatestDepth` levels at some 1 kB each, four times over. Only what is used takes memory.
    package static let stackBytes = 64 << 20

    /// Runs `body` on `count` threads at the same time, with the numbers from 0 on, and waits for all of them.
    package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        var threads: [pthread_t] = []
        for number in 0 ..< count {
            if let thread = thread({ body(number) }) {
                threads.append(thread)
            } else {
                // No thread to be had: the work is done all the same, one after another.
                body(number)
            }
        }
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Runs `body` on such a thread while the caller goes on.
    ///
    /// - Returns: false where the system has no thread to give, and nothing is run.
    package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = thread(body) else { return false }
        pthread_detach(thread)
        return true
    }

    /// Begins such a thread; nil where the system has none to give.
    private static func thread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackBytes)
        defer { pthread_attr_destroy(&attributes) }
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failed = pthread_create(&thread, &attributes, { argument in
            if let argument {
                // Anything but nil will do.
                pthread_setspecific(Workers.mark, argument)
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
            }
            return nil
        }, work.toOpaque())
        guard failed == 0 else {
            work.release()
            return nil
        }
        return thread
    }

    /// What such threads have and others do not.
    private static let mark = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Runs `body` on such a thread, this one if it is one, and waits for its result.
    static func withLargeStack<Value: Sendable, Failure: Error>(_ body: @escaping @Sendable () throws(Failure) -> Value) throws(Failure) -> Value {
        if pthread_getspecific(mark) != nil { return try body() }
        let outcome = Mutex<Result<Value, Failure>?>(nil)
        run(1) { _ in
            let result: Result<Value, Failure>
            do throws(Failure) { result = .success(try body()) } catch { result = .failure(error) }
            outcome.withLock { $0 = result }
        }
        if let result = outcome.withLock({ $0 }) { return try result.get() }
        // `run` has waited for the result; without one, the work would still be to be done.
        return try body()
    }

    /// More threads than any machine has processors for only take memory.
    package static let most = 1_024

    /// How many processors this process may use.
    package static var processors: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
