package import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file without a name, which the system removes when the program ends, however it ends.
package final class TemporaryFile: Sendable {
    /// Open for reading and writing as long as this lives.
    package let descriptor: Int32

    /// Where such files are: TMPDIR, else `/tmp`.
    package static var folder: String { getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp" }

    package init() throws(SourceError) {
        var path = Array((TemporaryFile.folder + "/oc4ids-XXXXXX").utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw SourceError.last() }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Without a name nothing is left behind, whatever happens.
        unlink(path)
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens it once more, to be read from its beginning (proc(5)).
    package var path: String { "/proc/self/fd/\(descriptor)" }
}
