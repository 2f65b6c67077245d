import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Ctrl-C and the system's wish to end: reviews in flight are finished, transfers are broken off. A second time the program ends at once.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// The program itself cannot go on: as if someone had asked.
    static func request() { flag.store(true, ordering: .relaxed) }

    static func watch() {
        // Made before a signal may ask for it.
        _ = isRequested
        // Whoever started the program may have kept them back, which is passed on.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in [SIGINT, SIGTERM] { sigaddset(&wanted, number) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
