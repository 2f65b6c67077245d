import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What is of interest in a project package here: whether it is complete, how many projects it holds, and, to put packages together, their
/// bytes. Nothing is judged.
struct PackageWalk: Sendable {
    /// Names only what the walk has to recognise; anything is allowed.
    private static let schema = try? CompiledSchema(#"{"properties": {"projects": {"items": {"properties": {"id": {}}}}}}"#.utf8)

    /// Reads a package, a list of projects, a project, or one a line, to the end.
    ///
    /// - Parameter projectFields: an object with two of them, or with an id, is a project. On a later line every object is one that is no package.
    /// - Returns: what was seen; an observer that keeps something has it then.
    static func walk(_ source: any ByteSource, _ observer: PackageObserver, projectFields: Set<String>) throws(WalkFailure) -> PackageObserver {
        guard let schema, let project = schema.root.member("projects")?.items, let id = project.member("id") else {
            // The schema above is a constant, and a test reads with it.
            throw .refused("schema")
        }
        let root = schema.root
        let rule = LayoutRule(streaming: "projects") { value in
            switch value.kind {
            case .array: .items(project)
            case .scalar: .whole(root)
            case .object: object(value, root, project, projectFields)
            }
        }
        var observer = observer
        observer.idNode = id.number
        let result = try schema.walk(source, observer: observer, rule: rule, limits: ReadingLimits(), examples: 1, jobs: 1)
        // A line that cannot be read is a finding in a file; in a download it is a sign that not all came.
        if let first = result.failures.first { throw .reading(first.error) }
        return result.observer
    }

    private static func object(_ value: TopLevelValue, _ root: FieldNode, _ project: FieldNode, _ projectFields: Set<String>) -> Layout {
        if value.names.contains("projects") { return .members(root, streaming: "projects") }
        if value.names.contains("id") || value.ordinal > 0 { return .whole(project) }
        // Packages of the Open Contracting Data Standard are refused by whoever checks, in the same word.
        if let key = value.names.first(where: { $0 == "releases" || $0 == "records" }) { return .refuse(key) }
        return .whole(projectFields.intersection(value.names).count >= 2 ? project : root)
    }
}

/// Takes what the walk meets, in the order of the text.
struct PackageObserver: PieceObserver {
    private(set) var projects = 0
    /// A project, or a list that may hold some, has been met.
    private var isMet = false
    /// What stands where projects belong is something else.
    private var isOther = false
    fileprivate(set) var idNode: Int32 = -1
    /// Gets projects and the package's other members; nil where only counting is wanted.
    let sink: (any PackageSink)?
    /// The member of the package that is wanted as a tree.
    let wanted: String?
    private(set) var found: JSONValue?

    /// What was read is a package, projects, or a project: no error in JSON, and no page of something else.
    var holdsProjects: Bool { projects > 0 || isMet && !isOther }

    init(sink: (any PackageSink)? = nil, wanted: String? = nil) {
        self.sink = sink
        self.wanted = wanted
    }

    mutating func see(_ piece: borrowing Piece, _ requests: inout PlaceRequests) {
        let value = piece.outline[0]
        switch piece.role {
        case .member(let name):
            if name == wanted { found = piece.tree() }
            if name == "projects" { isOther = true }
            sink?.member(name, value.bytes)
        case .item: project(piece.outline, value)
        case .whole(let field):
            guard value.kind == .object else { return }
            if let wanted, let member = piece.tree()[wanted] { found = member }
            // A top-level value that is no project has no field's name.
            if !field.isEmpty { project(piece.outline, value) }
        }
    }

    private mutating func project(_ outline: Outline, _ value: OutlineValue) {
        guard value.kind == .object else { return isOther = true }
        projects += 1
        sink?.project(value.bytes, id: id(outline, value))
    }

    /// The project's own id; nil where it has none.
    private func id(_ outline: Outline, _ project: OutlineValue) -> OutlineValue? {
        guard project.kind == .object else { return nil }
        var child = 1
        while child <= project.extent {
            let value = outline[child]
            if !value.isKey, value.node == idNode { return value }
            child += 1 + value.extent
        }
        return nil
    }

    mutating func see(_ container: WalkedContainer, _ requests: inout PlaceRequests) {
        if !container.isObject { isMet = true }
    }

    mutating func forget(value: Int) {}

    // With one thread there is one part.
    mutating func merge(_ later: PackageObserver, from start: PartStart) {
        projects += later.projects
        isMet = isMet || later.isMet
        isOther = isOther || later.isOther
        found = found ?? later.found
    }

    func fresh() -> PackageObserver {
        var fresh = PackageObserver(sink: sink, wanted: wanted)
        fresh.idNode = idNode
        return fresh
    }
}

/// Where the bytes of a package go, piece by piece.
protocol PackageSink: AnyObject, Sendable {
    func member(_ name: String, _ bytes: UnsafeRawBufferPointer)
    func project(_ bytes: UnsafeRawBufferPointer, id: OutlineValue?)
}
