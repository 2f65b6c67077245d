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

/// Reads the schema's tree of fields off the counts that the walk has made by node.
enum Coverage {
    static func make(_ counts: PresenceCounts, _ standard: Standard) -> [FieldCoverage] {
        var fields: [FieldCoverage] = []
        var open: Set<Int32> = []
        visit(standard.package, counts, &fields, &open)
        return fields
    }

    private static func visit(_ object: FieldNode, _ counts: PresenceCounts, _ fields: inout [FieldCoverage], _ open: inout Set<Int32>) {
        // Recursive schemas come back to a node that is open.
        guard open.insert(object.number).inserted else { return }
        for member in object.members {
            fields.append(FieldCoverage(field: object.field + [member.name], present: counts.present[Int(member.node.number)], of: counts.objects[Int(object.number)]))
            visit(member.node.items ?? member.node, counts, &fields, &open)
        }
        open.remove(object.number)
    }
}
