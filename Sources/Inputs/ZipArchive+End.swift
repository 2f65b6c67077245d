import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension ZipArchive {
    /// A file that begins like a zip archive, and has no record of the end of its directory (APPNOTE, 4.3.16), which is 22 bytes long and followed by a
    /// comment of at most 65,535.
    package static func isWithoutEnd(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        func bytes(at offset: Int, _ count: Int) -> [UInt8] {
            var bytes = [UInt8](repeating: 0, count: count)
            let found = pread(descriptor, &bytes, count, offset)
            return Array(bytes.prefix(max(0, found)))
        }
        guard case .zip = Packing(bytes(at: 0, Packing.bytesLookedAt)) else { return false }
        let end = bytes(at: max(0, Int(status.st_size) - 22 - 65_535), min(Int(status.st_size), 22 + 65_535))
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        guard end.count >= 22 else { return true }
        return !(0 ... end.count - 22).contains { end[$0 ..< $0 + 4].elementsEqual(mark) }
    }
}
