import Digests
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Small files, read and written as a whole.
package enum WholeFile {
    /// - Parameter most: a file with more bytes is too large (EFBIG).
    package static func read(_ path: String, most: Int) throws(FileError) -> [UInt8] {
        var all: [UInt8] = []
        try forEachBlock(of: path) { block in
            all += block
            return all.count <= most
        }
        guard all.count <= most else { throw FileError(path: path, number: EFBIG) }
        return all
    }

    /// The SHA-256 and size of a file of any size.
    package static func digest(_ path: String) throws(FileError) -> (sha256: String, bytes: Int) {
        var digest = SHA256()
        var bytes = 0
        try forEachBlock(of: path) { block in
            digest.add(block)
            bytes += block.count
            return true
        }
        return (digest.hexadecimal, bytes)
    }

    /// - Parameter use: takes a block; false when it has seen enough.
    private static func forEachBlock(of path: String, _ use: (UnsafeRawBufferPointer) -> Bool) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last(path) }
        defer { close(descriptor) }
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
        defer { room.deallocate() }
        while true {
            let count = SystemCalls.read(descriptor, room.baseAddress, room.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError.last(path) }
            guard count > 0, use(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<count])) else { return }
        }
    }

    /// Writes a new file whose bytes are on the disk when this returns. Nothing is left of it when that fails.
    ///
    /// - Parameter isPrivate: for its owner only.
    package static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
        guard descriptor >= 0 else { throw FileError.last(path) }
        var failure: FileError?
        do throws(FileError) {
            try bytes.withUnsafeBufferPointer { (block) throws(FileError) in
                try SystemCalls.write(UnsafeRawBufferPointer(block), to: descriptor, path: path)
            }
            if fsync(descriptor) != 0 { throw FileError.last(path) }
        } catch {
            failure = error
        }
        if close(descriptor) != 0, failure == nil { failure = FileError.last(path) }
        guard let failure else { return }
        unlink(path)
        throw failure
    }
}
