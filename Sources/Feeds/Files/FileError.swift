#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Something that the system would not do with a file.
package struct FileError: Error, Sendable, Equatable {
    package var path: String
    /// Of errno.h.
    package var number: Int32
    /// The system's words.
    package var reason: String

    package init(path: String, number: Int32) {
        self.path = path
        self.number = number
        reason = String(cString: strerror(number))
    }

    /// The system's last error.
    static func last(_ path: String) -> FileError {
        FileError(path: path, number: errno)
    }

    /// There is no room left, or no more of it for this user.
    package var isWithoutSpace: Bool { number == ENOSPC || number == EDQUOT }
}
