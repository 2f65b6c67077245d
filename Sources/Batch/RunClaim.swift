import Feeds
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A run belongs to one program at a time: two that go on with it would take each other's work for missing. Given up with the process,
/// however it ends.
package final class RunClaim: Sendable {
    private let lock: FileLock
    private let path: String

    fileprivate init(_ lock: FileLock, _ path: String) {
        (self.lock, self.path) = (lock, path)
    }

    /// The run is finished: no one goes on with it.
    package func end() {
        unlink(path)
    }
}

extension History {
    /// Nil when another program is at work on the run.
    package func claim(run: Int64) throws(HistoryError) -> RunClaim? {
        let file = "\(path).run-\(run).lock"
        do {
            return try FileLock(trying: file, .exclusive).map { RunClaim($0, file) }
        } catch {
            throw HistoryError.unusable(reason: error.reason)
        }
    }
}
