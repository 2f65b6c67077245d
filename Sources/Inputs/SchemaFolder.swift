public import OC4IDS

/// A folder with the standard's schema files: those of the official distribution, unchanged, or someone's own.
public enum SchemaFolder {
    /// Reads `project-package-schema.json` and `project-schema.json` from the folder or its `schema` folder.
    public static func load(_ folder: String) throws(StandardError) -> Standard {
        for place in [folder, folder + "/schema"] {
            guard let package = try? SmallFile.read(place + "/project-package-schema.json") else { continue }
            guard let project = try? SmallFile.read(place + "/project-schema.json") else { throw .missingFile(place + "/project-schema.json") }
            return try Standard(packageSchema: package, projectSchema: project, origin: folder)
        }
        throw .missingFile(folder + "/project-package-schema.json")
    }

    /// The files that would be read; none for the bundled schema.
    package static func files(_ folder: String?) -> [String] {
        guard let folder else { return [] }
        for place in [folder, folder + "/schema"] {
            let files = ["/project-package-schema.json", "/project-schema.json"].map { place + $0 }
            if (try? FileSource(path: files[0])) != nil { return files }
        }
        return []
    }
}
