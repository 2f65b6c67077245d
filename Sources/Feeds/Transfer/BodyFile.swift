import Digests
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The file that a body is written to, and the digest of what it holds.
///
/// It is closed while nothing comes: a thousand transfers may wait for their next attempt.
final class BodyFile: @unchecked Sendable {
    // Sendable although it changes: it belongs to the engine's thread, which hands it on when it is complete.
    let path: String
    /// Another's open file, which has no name.
    private let file: Int32?
    private(set) var bytes = 0
    private var digest = SHA256()
    private var descriptor: Int32 = -1
    /// Something was put into the file by this transfer.
    private var isBegun = false

    init(path: String, file: Int32? = nil) {
        self.path = path
        self.file = file
    }

    deinit {
        suspend()
    }

    var sha256: String { digest.hexadecimal }

    func write(_ content: UnsafeRawBufferPointer) throws(TransferFailure) {
        try open()
        do throws(FileError) { try SystemCalls.write(content, to: descriptor, path: path) } catch { throw TransferFailure(error) }
        digest.add(content)
        bytes += content.count
    }

    /// What has been written counts for nothing.
    func restart() {
        suspend()
        isBegun = false
        bytes = 0
        digest = SHA256()
    }

    /// Closes the file; writing goes on behind what it holds.
    func suspend() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// Returns when the file with all its bytes is on the disk, and closes it.
    func finish() throws(TransferFailure) {
        // An empty body is a file too.
        try open()
        guard fsync(descriptor) == 0 else { throw failure(errno) }
        let last = descriptor
        descriptor = -1
        guard close(last) == 0 || errno == EINTR else { throw failure(errno) }
    }

    private func open() throws(TransferFailure) {
        guard descriptor < 0 else { return }
        if let file {
            descriptor = fcntl(file, F_DUPFD_CLOEXEC, 0)
            guard descriptor >= 0, isBegun || ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure(errno) }
        } else {
            let flags = isBegun ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC
            descriptor = SystemCalls.open(path, flags | O_NOFOLLOW)
            guard descriptor >= 0 else { throw failure(errno) }
        }
        if isBegun {
            // Another's hand in the file would go unnoticed by the digest, which is not computed from the file.
            guard lseek(descriptor, 0, SEEK_END) == off_t(bytes) else { throw failure(ESTALE) }
        }
        isBegun = true
    }

    private func failure(_ number: Int32) -> TransferFailure { TransferFailure(FileError(path: path, number: number)) }
}

extension TransferFailure {
    fileprivate init(_ error: FileError) {
        self = error.isWithoutSpace ? .diskFull(path: error.path) : .cannotWrite(path: error.path, reason: error.reason)
    }
}
