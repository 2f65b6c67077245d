#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A lock on a file (flock): the system gives it up when the process ends, however it ends.
package final class FileLock: Sendable {
    package enum Kind: Sendable {
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
    package convenience init?(trying path: String, _ kind: Kind) throws(FileError) {
        try self.init(trying: try FileLock.open(path), path, kind)
    }

    /// Takes the lock on a folder that is there; nil when others hold it. Not every file system has locks on folders.
    package convenience init?(tryingFolder path: String, _ kind: Kind) throws(FileError) {
        let descriptor = SystemCalls.open(path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw FileError.last(path) }
        try self.init(trying: descriptor, path, kind)
    }

    private convenience init?(trying descriptor: Int32, _ path: String, _ kind: Kind) throws(FileError) {
        self.init(descriptor: descriptor)
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
