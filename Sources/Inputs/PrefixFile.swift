import JSONSchema
import OC4IDS

/// A file with registered project id prefixes: one a line, or a table in which they stand somewhere.
public enum PrefixFile {
    /// Why it cannot be used.
    public enum Failure: Error, Sendable {
        /// The system's words.
        case unreadable(reason: String)
        case withoutPrefix
        case tooLarge
    }

    /// The register has some hundred lines; this much is a file named by mistake.
    private static let mostBytes = 16_000_000

    public static func load(_ path: String) throws(Failure) -> Set<String> {
        let bytes: [UInt8]
        do {
            bytes = try read(path)
        } catch {
            throw .unreadable(reason: error.reason)
        }
        guard bytes.count <= mostBytes else { throw .tooLarge }
        let prefixes = ProjectPrefix.all(in: bytes)
        // An empty list would find fault with every project.
        guard !prefixes.isEmpty else { throw .withoutPrefix }
        return prefixes
    }

    /// At most a little more than `mostBytes`.
    private static func read(_ path: String) throws(SourceError) -> [UInt8] {
        let source = try FileSource(path: path)
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while all.count <= mostBytes {
            let count = try buffer.withUnsafeMutableBytes { room in Result { () throws(SourceError) in try source.read(into: room) } }.get()
            if count == 0 { break }
            all += buffer[..<count]
        }
        return all
    }
}
