import JSONSchema
public import OC4IDS

/// A folder with the standard's schema files: those of the official distribution, unchanged, or someone's own.
public enum SchemaFolder {
    /// Reads `project-package-schema.json` and `project-schema.json` from the folder or its `schema` folder.
    public static func load(_ folder: String) throws(StandardError) -> Standard {
        for place in [folder, folder + "/schema"] {
            guard let package = bytes(place + "/project-package-schema.json") else { continue }
            guard let project = bytes(place + "/project-schema.json") else { throw .missingFile(place + "/project-schema.json") }
            return try Standard(packageSchema: package, projectSchema: project, origin: folder)
        }
        throw .missingFile(folder + "/project-package-schema.json")
    }

    /// A file's bytes; nil when it cannot be read.
    static func bytes(_ path: String) -> [UInt8]? {
        guard let source = try? FileSource(path: path) else { return nil }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try? buffer.withUnsafeMutableBytes({ (room) throws(SourceError) in try source.read(into: room) }) {
            if count == 0 { return all }
            all += buffer[..<count]
        }
        return nil
    }
}
