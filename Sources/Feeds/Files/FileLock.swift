#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A lock on a file (flock): the system gives it up when the process ends, however it ends.
final class FileLock: Sendable {
    enum Kind: Sendable {
        /// Many at a time.
        case shared
        /// One, and no shared one beside it.
        case exclusive
    }

    private let descriptor: Int32

    /// Takes the lock, waiting for it as long as others hold it.
    convenience init(_ path: String, _ kind: Kind) throws(FileError) {
        self.init(descriptor: try FileLock.open(path))
        while flock(descriptor, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileError.last(path) }
        }
    }

    /// Takes the lock; nil when others hold it.
    convenience init?(trying path: String, _ kind: Kind) throws(FileError) {
        self.init(descriptor: try FileLock.open(path))
        while flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            guard errno == EINTR else { throw FileError.last(path) }
        }
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    private static func open(_ path: String) throws(FileError) -> Int32 {
        let descriptor = SystemCalls.open(path, O_RDWR | O_CREAT)
        guard descriptor >= 0 else { throw FileError.last(path) }
        return descriptor
    }

    deinit {
        close(descriptor)
    }
}
