import JSONSchema

/// What stands in the wrong shape: an object where the schema has a list of such objects, or a list where it has one object or one code. It is a
/// schema error, and the schema says nothing of what lies inside. Yet whoever wrote it meant those fields and codes: they are looked at as if
/// the shape were right. Coverage does not count them.
struct Misfits {
    let outline: Outline
    let index: OutlineIndex
    let plan: SurveyPlan

    /// Looks at all misfits of a piece.
    func look(_ codes: inout CodeValues, _ additional: inout AdditionalFields, _ wanted: inout PlaceRequests) {
        let nodes = plan.nodes
        for entry in index.misfits { value(Int(entry), nodes[Int(outline[Int(entry)].node)], &codes, &additional, &wanted) }
    }

    /// A value that is meant for a field.
    private func value(_ entry: Int, _ field: FieldNode, _ codes: inout CodeValues, _ additional: inout AdditionalFields, _ wanted: inout PlaceRequests) {
        switch outline[entry].kind {
        case .object: object(entry, field.items ?? field, &codes, &additional, &wanted)
        case .array:
            let items = field.items ?? field
            forEachChild(of: entry) { item in
                switch outline[item].kind {
                case .object: object(item, items, &codes, &additional, &wanted)
                // Lists in lists are no codes, and nothing is meant by them.
                case .array: break
                default: code(item, items, &codes, &wanted)
                }
            }
        default: code(entry, field, &codes, &wanted)
        }
    }

    private func object(_ entry: Int, _ node: FieldNode, _ codes: inout CodeValues, _ additional: inout AdditionalFields, _ wanted: inout PlaceRequests) {
        guard !node.members.isEmpty else { return }
        forEachChild(of: entry) { child in
            let key = outline[child]
            // Those that the schema knows have been looked at where they stand.
            guard key.isKey else { return }
            if let member = node.member(key.text) {
                value(child + 1, member, &codes, &additional, &wanted)
            } else if key.nodeOfObject != node.number {
                additional.count(key.fingerprint, in: node.number, name: { key.text }, offset: key.offset, &wanted)
            }
        }
    }

    private func code(_ entry: Int, _ node: FieldNode, _ codes: inout CodeValues, _ wanted: inout PlaceRequests) {
        let value = outline[entry]
        guard value.kind != .null, !index.isBlank(entry), !plan.outline.isListed(value, at: node.number) else { return }
        codes.count(value, at: node.number, &wanted)
    }

    /// Calls `body` with the number of each key or value that lies in an object or array directly.
    private func forEachChild(of entry: Int, _ body: (Int) -> Void) {
        var child = entry + 1
        let end = child + outline[entry].extent
        while child < end {
            let next = child + 1 + outline[child].extent
            body(child)
            child = next
        }
    }
}
