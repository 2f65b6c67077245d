import JSONSchema

/// How often a field is filled in.
public struct FieldCoverage: Sendable, Equatable {
    /// Names from the root, without array positions; begins with `projects` for what lies in a project.
    public var field: [String]
    /// Objects in which the field has a value other than null, `""`, `[]` or `{}`.
    public var present: Int
    /// Objects that could carry the field, empty ones included.
    public var of: Int
}

/// The schema's tree of fields, to be read off the counts that the walk has made by node. Made once: the fields' names are the same for every input.
struct CoveragePlan: Sendable {
    private struct Field: Sendable {
        var names: [String]
        var node: Int
        /// Of the object that could carry it.
        var object: Int
    }

    private var fields: [Field] = []

    /// - Parameter root: the field that all others lie in.
    init(of root: FieldNode) {
        var met: Set<Int32> = []
        visit(root, &met)
    }

    private mutating func visit(_ object: FieldNode, _ met: inout Set<Int32>) {
        let members = object.members
        // Recursive schemas come back to a node, and so do those that are too large to have one for each path.
        guard !members.isEmpty, met.insert(object.number).inserted else { return }
        let holder = object.field
        for member in members {
            // Nearly every node is called so itself, and its names need not be put together.
            let own = member.node.field
            let names = own.last == member.name && own.count == holder.count + 1 && own.starts(with: holder) ? own : holder + [member.name]
            fields.append(Field(names: names, node: Int(member.node.number), object: Int(object.number)))
            visit(member.node.items ?? member.node, &met)
        }
    }

    func coverage(_ counts: PresenceCounts) -> [FieldCoverage] {
        fields.map { FieldCoverage(field: $0.names, present: counts.present[$0.node], of: counts.objects[$0.object]) }
    }
}
