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

    public static func load(_ path: String) throws(Failure) -> Set<String> {
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path)
        } catch .unreadable(let reason) {
            throw .unreadable(reason: reason)
        } catch {
            throw .tooLarge
        }
        let prefixes = ProjectPrefix.all(in: bytes)
        // An empty list would find fault with every project.
        guard !prefixes.isEmpty else { throw .withoutPrefix }
        return prefixes
    }
}
