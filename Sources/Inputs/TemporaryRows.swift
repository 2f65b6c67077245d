package import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Rows that wait for their report: in memory while they are few, else in a file without a name, which the system removes when the program ends,
/// however it ends.
package final class TemporaryRows: RowStore, @unchecked Sendable {
    // Sendable although it changes: rows are appended by one thread at a time, and read only when all are there.

    private var memory: [UInt8] = []
    private var descriptor: Int32 = -1
    private var count = 0

    /// Up to so many bytes no file is made.
    private static let mostInMemory = 1 << 20

    package init() {}

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    package func append(_ bytes: [UInt8]) throws(RowStoreError) {
        if descriptor < 0, memory.count + bytes.count <= TemporaryRows.mostInMemory {
            memory += bytes
            return
        }
        if descriptor < 0 {
            descriptor = try TemporaryRows.open()
            try write(memory)
            memory = []
        }
        try write(bytes)
    }

    package func bytes(from offset: Int, count wanted: Int) throws(RowStoreError) -> [UInt8] {
        guard descriptor >= 0 else { return Array(memory[min(offset, memory.count) ..< min(offset + wanted, memory.count)]) }
        var bytes = [UInt8](repeating: 0, count: wanted)
        var read = 0
        while read < wanted {
            let more = bytes.withUnsafeMutableBytes { room in
                room.baseAddress.map { pread(descriptor, $0 + read, wanted - read, off_t(offset + read)) } ?? 0
            }
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else { throw RowStoreError(errno) }
            if more == 0 { break }
            read += more
        }
        return Array(bytes.prefix(read))
    }

    private func write(_ bytes: [UInt8]) throws(RowStoreError) {
        var written = 0
        while written < bytes.count {
            let more = bytes.withUnsafeBytes { all in
                all.baseAddress.map { pwrite(descriptor, $0 + written, bytes.count - written, off_t(count + written)) } ?? 0
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw RowStoreError(more < 0 ? errno : ENOSPC) }
            written += more
        }
        count += bytes.count
    }

    private static func open() throws(RowStoreError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var path = Array((folder + "/oc4ids-XXXXXX").utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw RowStoreError(errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Without a name nothing is left behind, whatever happens.
        unlink(path)
        return descriptor
    }
}

extension RowStoreError {
    fileprivate init(_ number: Int32) {
        self.init(reason: String(cString: strerror(number)))
    }
}
