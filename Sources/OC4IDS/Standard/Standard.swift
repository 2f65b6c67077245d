public import JSONSchema

/// The standard that data is checked against: its schema compiled, its fields and code lists.
public struct Standard: Sendable {
    /// The compiled project package schema.
    public let schema: CompiledSchema
    /// `0.9.5`, read from the schema's `id`.
    public let version: String
    /// `bundled`, or the folder it was read from.
    public let origin: String

    /// The node of the package, of its list of projects, and of one project.
    let package: FieldNode
    let projects: FieldNode
    let project: FieldNode
    /// The project schema's own fields: two of them make an object a project.
    package let projectFields: Set<String>
    /// All fields of the schema.
    let fields: SchemaFields
    /// Its tree of fields, as coverage is told by.
    let coverage: CoveragePlan

    static let packageFile = "project-package-schema.json"
    static let projectFile = "project-schema.json"

    /// The version inside the program.
    public static func bundled() throws(StandardError) -> Standard {
        let folder = "oc4ids-0.9.5/"
        guard let package = BundledFiles.text(folder + packageFile), let project = BundledFiles.text(folder + projectFile) else {
            throw .missingFile(folder)
        }
        return try Standard(packageSchema: package, projectSchema: project, origin: "bundled")
    }

    /// A version given as files.
    ///
    /// - Parameters:
    ///   - packageSchema: the bytes of `project-package-schema.json`.
    ///   - projectSchema: the bytes of `project-schema.json`, which the former refers to by the latter's `id`.
    ///   - origin: how reports name it.
    public init(packageSchema: [UInt8], projectSchema: [UInt8], origin: String) throws(StandardError) {
        try self.init(packageSchema: PaddedBytes(packageSchema), projectSchema: PaddedBytes(projectSchema), origin: origin)
    }

    private init(packageSchema: PaddedBytes, projectSchema: PaddedBytes, origin: String) throws(StandardError) {
        let compiled: CompiledSchema
        do {
            compiled = try CompiledSchema(packageSchema, uri: Standard.packageFile,
                                          documents: [(uri: Standard.projectFile, text: projectSchema)],
                                          annotations: ["codelist", "openCodelist"])
        } catch {
            throw .schema(error)
        }
        guard let projects = compiled.root.member("projects"), let project = projects.items else { throw .noProjects }
        guard !project.members.isEmpty else { throw .noFields }
        schema = compiled
        self.origin = origin
        package = compiled.root
        self.projects = projects
        self.project = project
        projectFields = Set(project.members.map(\.name))
        fields = SchemaFields(compiled)
        coverage = CoveragePlan(of: package)
        version = Standard.version(in: project.location.document) ?? Standard.version(in: compiled.root.location.document) ?? "?"
    }

    /// Reads what nearly every review asks for in the end, ahead of it: the codes of lists, words that say nothing, what fields are called, and where countries lie.
    package static func readAhead() {
        _ = Codelist.fingerprints
        _ = PlaceholderWords.standard
        _ = FieldTexts.bundled
        Countries.shared.readAhead()
    }

    /// `…/schema/0__9__5/project-schema.json` names version 0.9.5.
    private static func version(in uri: String) -> String? {
        for part in uri.split(separator: "/") {
            let numbers = part.split(separator: "_")
            if numbers.count >= 2, part.contains("__"), numbers.allSatisfy({ Int($0) != nil }) { return numbers.joined(separator: ".") }
        }
        return nil
    }
}

/// Why a standard cannot be used.
public enum StandardError: Error, Sendable, Equatable {
    /// A schema file is wrong, with its place.
    case schema(SchemaError)
    /// The package schema does not lead to projects.
    case noProjects
    /// The schema of a project has no `properties`.
    case noFields
    case missingFile(String)
}
