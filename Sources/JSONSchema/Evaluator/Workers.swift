import CThreads
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Threads with a stack large enough for the deepest nesting that may be allowed; those of a pool are not, and the main thread's only where the
/// program has asked for it.
package enum Workers {
    /// `ReadingLimits.greatestDepth` levels at some 1 kB each, four times over. Only what is used takes memory.
    package static let stackBytes = 64 << 20

    /// Lets the main thread's stack become as large, so that it is one of these threads itself: to begin another one and to wait for it takes up to two
    /// milliseconds. To be called by it. Where the system does not let it, all is done on other threads.
    package static func enlistMainThread() {
        guard letStackGrow() else { return }
        pthread_setspecific(mark, UnsafeRawPointer(bitPattern: 1))
    }

    /// The main thread's stack grows as it is used, up to what the limit says by then. Linux keeps 128 MB free for it below where it begins, whatever
    /// the limit was when the program began.
    private static func letStackGrow() -> Bool {
        #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_STACK.rawValue)
        #else
        let resource = RLIMIT_STACK
        #endif
        // What stands on it already comes on top.
        let wanted = rlim_t(stackBytes + 1 << 20)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return false }
        if limit.rlim_cur >= wanted { return true }
        limit.rlim_cur = wanted
        return setrlimit(resource, &limit) == 0
    }

    /// Runs `body` on `count` threads at the same time, with the numbers from 0 on, and waits for all of them. A thread of this kind does a share itself.
    package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        var threads: [pthread_t] = []
        var own = isOne && count > 0 ? [0] : []
        for number in own.count ..< count {
            if let thread = thread({ body(number) }) {
                threads.append(thread)
            } else {
                // No thread to be had: the work is done all the same, one after another.
                own.append(number)
            }
        }
        for number in own { body(number) }
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
        let work = Unmanaged.passRetained(Work(body, processors: oc4ids_begin_elsewhere(&attributes)))
        var thread = pthread_t()
        let failed = pthread_create(&thread, &attributes, { argument in
            if let argument {
                // Anything but nil will do.
                pthread_setspecific(Workers.mark, argument)
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
            }
            return nil
        }, work.toOpaque())
        guard failed == 0 else {
            work.release()
            return nil
        }
        return thread
    }

    /// Whether the caller is on such a thread.
    private static var isOne: Bool { pthread_getspecific(mark) != nil }

    /// What such threads have and others do not.
    private static let mark = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Runs `body` on such a thread, this one if it is one, and waits for its result.
    static func withLargeStack<Value: Sendable, Failure: Error>(_ body: @escaping @Sendable () throws(Failure) -> Value) throws(Failure) -> Value {
        if isOne { return try body() }
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
        max(1, Int(oc4ids_processor_count()))
    }

    private final class Work: Sendable {
        private let body: @Sendable () -> Void
        /// Those that the thread may use.
        private let processors: oc4ids_processors

        init(_ body: @escaping @Sendable () -> Void, processors: oc4ids_processors) {
            self.body = body
            self.processors = processors
        }

        func run() {
            withUnsafePointer(to: processors) { oc4ids_use($0) }
            body()
        }
    }
}
