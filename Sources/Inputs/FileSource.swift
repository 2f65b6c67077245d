package import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// An open file, or standard input.
package final class FileSource: ByteSource {
    private let descriptor: Int32
    /// Of a regular file; nil for what has no size before it is read.
    package let byteCount: Int?

    /// - Parameter path: `-` stands for standard input.
    package init(path: String) throws(SourceError) {
        guard path != "-" else {
            descriptor = STDIN_FILENO
            byteCount = nil
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SourceError.last() }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        byteCount = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            // deinit closes the file: here it would be closed twice, the second time perhaps as another thread's.
            throw SourceError(number: EISDIR, reason: String(cString: strerror(EISDIR)))
        }
        // The file is read once, from front to back. A system that does not listen loses nothing.
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: Readiness.wait(for: POLLIN, on: descriptor)
            default: throw SourceError.last()
            }
        }
    }

    /// Goes to a place in a regular file.
    ///
    /// - Parameter origin: what `offset` counts from: SEEK_SET, SEEK_CUR or SEEK_END.
    /// - Returns: the place, from the file's beginning.
    @discardableResult
    func seek(to offset: Int, from origin: Int32 = SEEK_SET) throws(SourceError) -> Int {
        let place = lseek(descriptor, off_t(offset), origin)
        guard place >= 0 else { throw SourceError.last() }
        return Int(place)
    }
}

extension SourceError {
    static let withoutMemory = SourceError(number: ENOMEM, reason: String(cString: strerror(ENOMEM)))

    /// The system's last error.
    static func last() -> SourceError {
        let number = errno
        return SourceError(number: number, reason: String(cString: strerror(number)))
    }
}
