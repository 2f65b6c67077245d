import JSONSchema

/// A file that is not data but tells what to do with it: it is read whole.
public enum SmallFile {
    /// Why it cannot be used.
    public enum Failure: Error, Sendable {
        /// The system's words.
        case unreadable(reason: String)
        case tooLarge
    }

    /// What is larger was named by mistake.
    private static let mostBytes = 16_000_000

    public static func read(_ path: String) throws(Failure) -> [UInt8] {
        do {
            let source = try FileSource(path: path)
            var all: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while all.count <= mostBytes {
                let count = try buffer.withUnsafeMutableBytes { room in Result { () throws(SourceError) in try source.read(into: room) } }.get()
                if count == 0 { return all }
                all += buffer[..<count]
            }
        } catch {
            throw .unreadable(reason: error.reason)
        }
        throw .tooLarge
    }
}
