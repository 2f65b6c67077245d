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
    /// - Returns: what was seen; an observer that keeps something has it then.
    static func walk(_ source: any ByteSource, _ observer: PackageObserver) throws(WalkFailure) -> PackageObserver {
        guard let schema, let project = schema.root.member("projects")?.items, let id = project.member("id") else {
            // The schema above is a constant, and a test reads with it.
            throw .refused("schema")
        }
        let root = schema.root
        let rule = LayoutRule(streaming: "projects") { value in
            switch value.kind {
            case .array: .items(project)
            case .scalar: .whole(root)
            case .object: value.names.contains("projects") ? .members(root, streaming: "projects") : .whole(value.names.contains("id") ? project : root)
            }
        }
        var observer = observer
        observer.idNode = id.number
        let result = try schema.walk(source, observer: observer, rule: rule, limits: ReadingLimits(), examples: 1, jobs: 1)
        // A line that cannot be read is a finding in a file; in a download it is a sign that not all came.
        if let first = result.failures.first { throw .reading(first.error) }
        return result.observer
    }
}

/// Takes what the walk meets, in the order of the text.
struct PackageObserver: PieceObserver {
    private(set) var projects = 0
    fileprivate(set) var idNode: Int32 = -1
    /// Gets projects and the package's other members; nil where only counting is wanted.
    let sink: (any PackageSink)?
    /// The member of the package that is wanted as a tree.
    let wanted: String?
    private(set) var found: JSONValue?

    init(sink: (any PackageSink)? = nil, wanted: String? = nil) {
        self.sink = sink
        self.wanted = wanted
    }

    mutating func see(_ piece: borrowing Piece, _ requests: inout PlaceRequests) {
        let value = piece.outline[0]
        switch piece.role {
        case .member(let name):
            if name == wanted { found = piece.tree() }
            sink?.member(name, value.bytes)
        case .item: project(piece.outline, value)
        case .whole:
            guard value.kind == .object else { return }
            if let wanted, let member = piece.tree()[wanted] { found = member }
            if id(piece.outline, value) != nil { project(piece.outline, value) }
        }
    }

    private mutating func project(_ outline: Outline, _ value: OutlineValue) {
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

    mutating func see(_ container: WalkedContainer, _ requests: inout PlaceRequests) {}

    mutating func forget(value: Int) {}

    // With one thread there is one part.
    mutating func merge(_ later: PackageObserver, from start: PartStart) {
        projects += later.projects
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
