import JSONSchema
package import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Rows that wait for their report: in memory while they are few, else in a `TemporaryFile`.
package final class TemporaryRows: RowStore, @unchecked Sendable {
    // Sendable although it changes: rows are appended by one thread at a time, and read only when all are there.

    private var memory: [UInt8] = []
    private var file: TemporaryFile?
    private var count = 0

    /// Up to so many bytes no file is made.
    private static let mostInMemory = 1 << 20

    package init() {}

    package func append(_ bytes: [UInt8]) throws(RowStoreError) {
        if file == nil, memory.count + bytes.count <= TemporaryRows.mostInMemory {
            memory += bytes
            return
        }
        if let file { return try write(bytes, to: file) }
        let new = try TemporaryRows.newFile()
        file = new
        try write(memory, to: new)
        memory = []
        try write(bytes, to: new)
    }

    package func bytes(from offset: Int, count wanted: Int) throws(RowStoreError) -> [UInt8] {
        guard let file else { return Array(memory[min(offset, memory.count) ..< min(offset + wanted, memory.count)]) }
        var bytes = [UInt8](repeating: 0, count: wanted)
        var read = 0
        while read < wanted {
            let more = bytes.withUnsafeMutableBytes { room in
                room.baseAddress.map { pread(file.descriptor, $0 + read, wanted - read, off_t(offset + read)) } ?? 0
            }
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else { throw RowStoreError(errno) }
            if more == 0 { break }
            read += more
        }
        return Array(bytes.prefix(read))
    }

    private func write(_ bytes: [UInt8], to file: TemporaryFile) throws(RowStoreError) {
        var written = 0
        while written < bytes.count {
            let more = bytes.withUnsafeBytes { all in
                all.baseAddress.map { pwrite(file.descriptor, $0 + written, bytes.count - written, off_t(count + written)) } ?? 0
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw RowStoreError(more < 0 ? errno : ENOSPC) }
            written += more
        }
        count += bytes.count
    }

    private static func newFile() throws(RowStoreError) -> TemporaryFile {
        do throws(SourceError) { return try TemporaryFile() } catch { throw RowStoreError(reason: error.reason) }
    }
}

extension RowStoreError {
    fileprivate init(_ number: Int32) {
        self.init(reason: String(cString: strerror(number)))
    }
}
