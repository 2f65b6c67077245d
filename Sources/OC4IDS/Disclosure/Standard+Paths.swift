import JSONSchema

extension Standard {
    /// Whether a path of names leads to a field of the project.
    public enum KnownField: Sendable {
        case known
        case unknown(suggestion: String?)
    }

    /// - Parameter path: as in `budget/amount`.
    public func knowsField(_ path: String) -> KnownField {
        switch resolve(RulePath(path), from: project) {
        // Projects are grouped by what can be named: an object cannot.
        case .field(let node?) where !node.members.isEmpty: .unknown(suggestion: node.members.first { $0.node.members.isEmpty }.map { path + "/" + $0.name })
        case .field: .known
        case .unknown(let suggestion): .unknown(suggestion: suggestion)
        }
    }

    enum ResolvedPath {
        /// Nil for what lies in an object that may have members of any name.
        case field(FieldNode?)
        case unknown(suggestion: String?)
    }

    /// The schema of one contracting process.
    var contractingProcess: FieldNode? { project.member("contractingProcesses")?.items }

    /// The field at a path of names.
    ///
    /// - Parameter base: the object that a path without a leading slash starts at.
    func resolve(_ path: RulePath, from base: FieldNode) -> ResolvedPath {
        var node = path.isFromProject ? project : base
        var (known, guessed) = (path.names, false)
        for (position, name) in path.names.enumerated() {
            var holder = node
            while let items = holder.items { holder = items }
            if holder.members.isEmpty, holder.types.contains("object") { return guessed ? .unknown(suggestion: RulePath(isFromProject: path.isFromProject, names: known).description) : .field(nil) }
            if let next = holder.member(name) {
                node = next
            } else if let near = Suggestion.closest(to: name, among: holder.members.map(\.name)), let next = holder.member(near) {
                (node, known[position], guessed) = (next, near, true)
            } else {
                return .unknown(suggestion: nil)
            }
        }
        guard !guessed, !path.names.isEmpty else {
            return .unknown(suggestion: guessed ? RulePath(isFromProject: path.isFromProject, names: known).description : nil)
        }
        while let items = node.items { node = items }
        return .field(node)
    }
}
