import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a body is by its first bytes.
enum BodyKind {
    static func isZip(_ path: String) -> Bool {
        if case .zip = packing(path) { true } else { false }
    }

    static func packing(_ path: String) -> Packing? {
        let descriptor = SystemCalls.open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var beginning = [UInt8](repeating: 0, count: Packing.bytesLookedAt)
        let count = SystemCalls.read(descriptor, &beginning, beginning.count)
        return Packing(beginning.prefix(max(count, 0)))
    }
}
