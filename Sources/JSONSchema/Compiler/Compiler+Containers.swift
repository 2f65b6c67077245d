/// Keywords about objects and arrays (draft-04 validation, sections 5.3 and 5.4).
extension Compiler {
    /// Counts, and the names of members.
    mutating func compileObjectKeywords(_ draft: inout NodeDraft) throws(SchemaError) {
        if let least = try count("minProperties", draft) {
            draft.node.minProperties = UInt32(clamping: least)
            draft.addSite(.minProperties, .limit(least))
        }
        if let most = try count("maxProperties", draft) {
            draft.node.maxProperties = UInt32(clamping: most)
            draft.addSite(.maxProperties, .limit(most))
        }
        try compileNames(&draft)
    }

    /// The names of `properties`, and those that only `required` and `dependencies` know.
    private mutating func compileNames(_ draft: inout NodeDraft) throws(SchemaError) {
        let properties = try schemaMap("properties", draft)
        let required = try names(draft.schema["required"], "required", draft.place.appending("required"))
        let dependencies = try schemaMap("dependencies", draft)
        guard !properties.isEmpty || !required.isEmpty || !dependencies.isEmpty else { return }
        // By digest: two Swift strings are equal already when they look alike.
        var ordinals: [Digest: Int] = [:]
        ordinals.reserveCapacity(properties.count)
        func ordinal(_ name: String) -> Int {
            let key = Digest(of: name)
            if let known = ordinals[key] { return known }
            ordinals[key] = draft.names.count
            draft.names.append(name)
            return draft.names.count - 1
        }
        let place = draft.place.appending("properties")
        for member in properties {
            let ordinal = ordinal(member.name)
            let child = place.appending(member.name, member.value)
            // Of a name that stands twice the last one counts.
            if ordinal == draft.declared.count { draft.declared.append(child) } else { draft.declared[ordinal] = child }
        }
        let requiredOrdinals = required.map(ordinal)
        for member in dependencies {
            _ = ordinal(member.name)
            guard member.value.array != nil else { continue }
            for name in try names(member.value, "dependencies", draft.place.appending("dependencies").appending(member.name)) { _ = ordinal(name) }
        }
        let count = draft.names.count
        guard count <= Compiler.mostNames else { throw error(.tooLarge, draft.place) }
        let hasBits = count <= 64
        if !hasBits { draft.node.flags.insert(.members) }
        draft.entries.reserveCapacity(count)
        for (ordinal, name) in draft.names.enumerated() {
            draft.entries.append(Entry(name: name, child: Node.anything, ordinal: hasBits ? ordinal : ordinal + 64, isUndeclared: ordinal >= draft.declared.count))
        }
        placeTable(&draft)

        for (name, ordinal) in zip(required, requiredOrdinals) {
            if hasBits {
                draft.node.required |= 1 << UInt64(ordinal)
            } else {
                let key = draft.entries[ordinal].key
                draft.withExtra { $0.required.append((key, ordinal)) }
            }
            draft.addSite(.required, ordinal: ordinal, property: name)
        }
    }

    /// The table that finds a name's entry. It holds positions only, so it serves all nodes of the schema.
    private mutating func placeTable(_ draft: inout NodeDraft) {
        let size = Compiler.tableSize(draft.entries.count)
        var table = [UInt16](repeating: 0, count: size)
        for (position, entry) in draft.entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.key.low) & (size - 1)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = UInt16(clamping: position + 1)
        }
        draft.node.slots = UInt32(parts.slots.count)
        draft.node.slotMask = UInt32(size - 1)
        parts.slots += table
    }

    /// Makes the nodes of members.
    mutating func compileMembers(_ draft: inout NodeDraft, _ index: Node.Index, _ context: Context) throws(SchemaError) {
        if !draft.names.isEmpty {
            for (ordinal, place) in draft.declared.enumerated() {
                let name = draft.names[ordinal]
                let node = try child(place, context.field + [name])
                parts.origins[Int(index)].members.append((name, node))
                draft.entries[ordinal].child = node
            }
            draft.node.entries = UInt32(parts.entries.count)
            parts.entries += draft.entries
            parts.names += draft.names
            try compileDependencies(try schemaMap("dependencies", draft), &draft, context)
        }
        try compilePatternProperties(&draft, context)
        if let additional = draft.schema["additionalProperties"] {
            draft.node.additional = try additionalSchema(additional, "additionalProperties", &draft, context)
        }
    }

    private mutating func compileDependencies(_ dependencies: [JSONValue.Member], _ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        for member in dependencies {
            let place = draft.place.appending("dependencies").appending(member.name)
            var dependency = Program.Dependency(trigger: Digest(of: member.name), names: [], schema: nil)
            if member.value.array == nil {
                dependency.schema = try compile(place, Context(field: context.field, site: place, sameValue: context.sameValue))
            } else {
                for name in try names(member.value, "dependencies", place) {
                    // Two members may ask for the same one: each has a site of its own.
                    let ordinal = draft.sites.count
                    dependency.names.append((Digest(of: name), ordinal))
                    draft.addSite(.dependencies, .text(member.name), ordinal: ordinal, property: name)
                }
            }
            let compiled = dependency
            draft.withExtra { $0.dependencies.append(compiled) }
            draft.node.flags.insert(.afterwards)
        }
    }

    private mutating func compilePatternProperties(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        for member in try schemaMap("patternProperties", draft) {
            let place = draft.place.appending("patternProperties").appending(member.name)
            let pattern = try pattern(member.name, place)
            let node = try child(place, context.field)
            draft.withExtra { $0.patternProperties.append((pattern, node)) }
            draft.node.flags.insert(.members)
        }
    }

    /// Counts, whether items have to differ, and where their schema stands.
    mutating func compileArrayKeywords(_ draft: inout NodeDraft) throws(SchemaError) {
        if let least = try count("minItems", draft) {
            draft.node.minItems = UInt32(clamping: least)
            draft.addSite(.minItems, .limit(least))
        }
        if let most = try count("maxItems", draft) {
            draft.node.maxItems = UInt32(clamping: most)
            draft.addSite(.maxItems, .limit(most))
        }
        if let unique = draft.schema["uniqueItems"] {
            guard let isUnique = unique.boolean else {
                throw error(.wrongKeyword("uniqueItems", expected: .boolean), draft.place.appending("uniqueItems"))
            }
            if isUnique {
                draft.node.flags.insert(.unique)
                draft.addSite(.uniqueItems)
            }
        }
        if let items = draft.schema["items"], items.array == nil { draft.items = draft.place.appending("items", items) }
    }

    /// Makes the nodes of items.
    mutating func compileItems(_ draft: inout NodeDraft, _ index: Node.Index, _ context: Context) throws(SchemaError) {
        guard let list = draft.schema["items"]?.array else {
            if let items = draft.items {
                draft.node.items = try child(items, context.field)
                parts.origins[Int(index)].items = draft.node.items
            }
            if let additional = draft.schema["additionalItems"] {
                // Without a list in `items` it has no effect (section 5.3.1), but it has to be right.
                _ = try additionalSchema(additional, "additionalItems", &draft, context)
            }
            return
        }
        let place = draft.place.appending("items")
        guard !list.isEmpty else { throw error(.wrongKeyword("items", expected: .itemSchemas), place) }
        var tuple: [Node.Index] = []
        for position in list.indices { tuple.append(try child(place.appending(String(position)), context.field)) }
        var additionalItems = Node.anything
        if let additional = draft.schema["additionalItems"] {
            additionalItems = try additionalSchema(additional, "additionalItems", &draft, context)
        }
        draft.node.flags.insert(.tuple)
        draft.withExtra {
            $0.tuple = tuple
            $0.additionalItems = additionalItems
        }
    }

    /// `additionalProperties` or `additionalItems`: true, false or a schema.
    private mutating func additionalSchema(_ value: JSONValue, _ name: String, _ draft: inout NodeDraft, _ context: Context) throws(SchemaError) -> Node.Index {
        switch value.content {
        case .boolean(true): return Node.anything
        case .boolean(false):
            draft.addSite(name == "additionalItems" ? .additionalItems : .additionalProperties)
            return Node.nothing
        case .object: return try child(draft.place.appending(name), context.field)
        default: throw error(.wrongKeyword(name, expected: .booleanOrSchema), draft.place.appending(name))
        }
    }

    // MARK: The shapes of keywords' values

    private func schemaMap(_ name: String, _ draft: NodeDraft) throws(SchemaError) -> [JSONValue.Member] {
        guard let value = draft.schema[name] else { return [] }
        guard let members = value.members else { throw error(.wrongKeyword(name, expected: .schemaMap), draft.place.appending(name)) }
        return members
    }

    private func names(_ value: JSONValue?, _ keyword: String, _ place: @autoclosure () -> SchemaDocuments.Place) throws(SchemaError) -> [String] {
        guard let value else { return [] }
        guard let list = value.array, !list.isEmpty else { throw error(.wrongKeyword(keyword, expected: .names), place()) }
        var names: [String] = []
        var met: Set<Digest> = []
        for item in list {
            guard let name = item.string else { throw error(.wrongKeyword(keyword, expected: .names), place()) }
            guard met.insert(Digest(of: name)).inserted else { throw error(.wrongKeyword(keyword, expected: .differentNames), place()) }
            names.append(name)
        }
        return names
    }
}
