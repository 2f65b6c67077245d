/// `allOf`, `anyOf`, `oneOf`, `not` (draft-04 validation, sections 5.5.3 to 5.5.6).
extension Compiler {
    mutating func compileCombinations(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        let allOf = try branches(.allOf, &draft, context)
        let anyOf = try branches(.anyOf, &draft, context)
        let oneOf = try branches(.oneOf, &draft, context)
        var not: Node.Index?
        if draft.schema["not"] != nil {
            not = try branch(draft.place.appending("not"), context)
            draft.addSite(.not)
        }
        guard !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty || not != nil else { return }
        draft.withExtra {
            $0.allOf = allOf
            $0.anyOf = anyOf
            $0.oneOf = oneOf
            $0.not = not
        }
        draft.node.flags.insert(.afterwards)
    }

    private mutating func branches(_ keyword: Keyword, _ draft: inout NodeDraft, _ context: Context) throws(SchemaError) -> [Node.Index] {
        guard let value = draft.schema[keyword.rawValue] else { return [] }
        let place = draft.place.appending(keyword.rawValue)
        guard let list = value.array, !list.isEmpty else { throw error(.wrongKeyword(keyword.rawValue, expected: .schemas), place) }
        draft.addSite(keyword)
        var nodes: [Node.Index] = []
        for position in list.indices { nodes.append(try branch(place.appending(String(position)), context)) }
        return nodes
    }

    /// A subschema for the same value.
    private mutating func branch(_ place: SchemaDocuments.Place, _ context: Context) throws(SchemaError) -> Node.Index {
        try compile(place, Context(field: context.field, site: place, sameValue: context.sameValue))
    }
}
