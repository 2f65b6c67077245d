import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a body is by its first bytes.
enum BodyKind {
    static func isZip(_ path: String) -> Bool {
        let descriptor = SystemCalls.open(path, O_RDONLY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var beginning = [UInt8](repeating: 0, count: Packing.bytesLookedAt)
        let count = SystemCalls.read(descriptor, &beginning, beginning.count)
        if case .zip = Packing(beginning.prefix(max(count, 0))) { return true }
        return false
    }
}
