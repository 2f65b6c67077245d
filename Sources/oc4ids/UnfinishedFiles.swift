import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reports that have no name of their own yet. When the program is told to end, it takes them with it.
enum UnfinishedFiles {
    private static let paths = Mutex<Set<String>>([])
    /// Ctrl-C, and the system's and the terminal's wish to end.
    private static let wishes = [SIGINT, SIGTERM, SIGHUP]

    /// Makes one. None is made any more once those there are have been removed.
    ///
    /// - Parameter open: gives its descriptor.
    static func make<Failure: Error>(_ path: String, _ open: () throws(Failure) -> Int32) throws(Failure) -> Int32 {
        try paths.withLock { (paths) throws(Failure) in
            let descriptor = try open()
            paths.insert(path)
            return descriptor
        }
    }

    /// It has got its name, or is gone.
    static func end(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// From here on a thread of its own waits for the wish to end, so that files can be removed first. To be called before other threads are made:
    /// those would end the program as soon as they are told.
    static func watch() {
        // What is passed over, as by `nohup`, stays so.
        let awaited = wishes.filter { !isIgnored($0) }
        guard !awaited.isEmpty, change(awaited, SIG_BLOCK) else { return }
        var thread = pthread_t()
        let failed = pthread_create(&thread, nil, { _ in
            UnfinishedFiles.wait()
            return nil
        }, nil)
        if failed == 0 { pthread_detach(thread) } else { change(awaited, SIG_UNBLOCK) }
    }

    private static func wait() {
        // The thread has got from the one that made it what is kept back.
        var (blocked, awaited, number) = (sigset_t(), sigset_t(), Int32(0))
        pthread_sigmask(SIG_BLOCK, nil, &blocked)
        sigemptyset(&awaited)
        for wish in wishes where sigismember(&blocked, wish) == 1 { sigaddset(&awaited, wish) }
        guard sigwait(&awaited, &number) == 0 else { return }
        paths.withLock { paths in
            for path in paths { unlink(path) }
            // As if no one had waited for it: who started the program learns what ended it.
            signal(number, SIG_DFL)
            change([number], SIG_UNBLOCK)
            kill(getpid(), number)
        }
    }

    @discardableResult private static func change(_ signals: [Int32], _ how: Int32) -> Bool {
        var set = sigset_t()
        sigemptyset(&set)
        for number in signals { sigaddset(&set, number) }
        return pthread_sigmask(how, &set, nil) == 0
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
    }
}
