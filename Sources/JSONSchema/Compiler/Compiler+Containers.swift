/// Keywords about objects and arrays (draft-04 validation, sections 5.3 and 5.4).
extension Compiler {
    mutating func compileObjectKeywords(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        if let least = try count("minProperties", draft) {
            draft.node.minProperties = UInt32(clamping: least)
            draft.addSite(.minProperties, .limit(least))
        }
        if let most = try count("maxProperties", draft) {
            draft.node.maxProperties = UInt32(clamping: most)
            draft.addSite(.maxProperties, .limit(most))
        }
        try compileMembers(&draft, context)
        try compilePatternProperties(&draft, context)
        if let additional = draft.schema["additionalProperties"] {
            draft.node.additional = try additionalSchema(additional, "additionalProperties", &draft, context)
        }
    }

    /// `properties`, and the names that only `required` and `dependencies` know.
    private mutating func compileMembers(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        let properties = try schemaMap("properties", draft)
        let required = try names(draft.schema["required"], "required", draft.place.appending("required"))
        // By digest: two Swift strings are equal already when they look alike.
        var ordinals: [Digest: Int] = [:]
        var all: [String] = []
        func add(_ name: String) {
            let key = Digest(of: name)
            guard ordinals[key] == nil else { return }
            ordinals[key] = all.count
            all.append(name)
        }
        for member in properties { add(member.name) }
        let declaredCount = all.count
        required.forEach(add)
        let dependencies = try schemaMap("dependencies", draft)
        for member in dependencies {
            add(member.name)
            guard member.value.array != nil else { continue }
            try names(member.value, "dependencies", draft.place.appending("dependencies").appending(member.name)).forEach(add)
        }
        guard !all.isEmpty else { return }
        guard all.count <= Compiler.mostNames else { throw error(.tooLarge, draft.place) }
        let hasBits = all.count <= 64
        if !hasBits { draft.node.flags.insert(.members) }

        var entries: [Entry] = []
        for (ordinal, name) in all.enumerated() {
            var node = Node.anything
            if ordinal < declaredCount {
                node = try child(draft.place.appending("properties").appending(name), context.field + [name])
                parts.origins[Int(draft.index)].members.append((name, node))
            }
            entries.append(Entry(name: name, child: node, ordinal: hasBits ? ordinal : ordinal + 64, isUndeclared: ordinal >= declaredCount))
        }
        place(entries, all, &draft)

        for name in required {
            let ordinal = ordinals[Digest(of: name)] ?? 0
            if hasBits {
                draft.node.required |= 1 << UInt64(ordinal)
            } else {
                draft.withExtra { $0.required.append((entries[ordinal].key, ordinal)) }
            }
            draft.addSite(.required, ordinal: ordinal, property: name)
        }
        try compileDependencies(dependencies, &draft, context)
    }

    private mutating func place(_ entries: [Entry], _ names: [String], _ draft: inout NodeDraft) {
        draft.node.entries = UInt32(parts.entries.count)
        parts.entries += entries
        parts.names += names
        let size = Compiler.tableSize(entries.count)
        var table = [UInt16](repeating: 0, count: size)
        for (position, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.key.low) & (size - 1)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = UInt16(clamping: position + 1)
        }
        draft.node.slots = UInt32(parts.slots.count)
        draft.node.slotMask = UInt32(size - 1)
        parts.slots += table
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

    mutating func compileArrayKeywords(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
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
                throw error(.wrongKeyword("uniqueItems", expected: "true or false"), draft.place.appending("uniqueItems"))
            }
            if isUnique {
                draft.node.flags.insert(.unique)
                draft.addSite(.uniqueItems)
            }
        }
        try compileItems(&draft, context)
    }

    private mutating func compileItems(_ draft: inout NodeDraft, _ context: Context) throws(SchemaError) {
        let items = draft.schema["items"]
        guard let list = items?.array else {
            if items != nil {
                draft.node.items = try child(draft.place.appending("items"), context.field)
                parts.origins[Int(draft.index)].items = draft.node.items
            }
            if let additional = draft.schema["additionalItems"] {
                // Without a list in `items` it has no effect (section 5.3.1), but it has to be right.
                _ = try additionalSchema(additional, "additionalItems", &draft, context)
            }
            return
        }
        let place = draft.place.appending("items")
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
        default: throw error(.wrongKeyword(name, expected: "true, false or a schema"), draft.place.appending(name))
        }
    }

    // MARK: The shapes of keywords' values

    private func schemaMap(_ name: String, _ draft: NodeDraft) throws(SchemaError) -> [JSONValue.Member] {
        guard let value = draft.schema[name] else { return [] }
        guard let members = value.members else { throw error(.wrongKeyword(name, expected: "object of schemas"), draft.place.appending(name)) }
        return members
    }

    private func names(_ value: JSONValue?, _ keyword: String, _ place: @autoclosure () -> SchemaDocuments.Place) throws(SchemaError) -> [String] {
        guard let value else { return [] }
        guard let list = value.array, !list.isEmpty else { throw error(.wrongKeyword(keyword, expected: "array with at least one name"), place()) }
        var names: [String] = []
        var met: Set<Digest> = []
        for item in list {
            guard let name = item.string else { throw error(.wrongKeyword(keyword, expected: "array with at least one name"), place()) }
            guard met.insert(Digest(of: name)).inserted else { throw error(.wrongKeyword(keyword, expected: "array of different names"), place()) }
            names.append(name)
        }
        return names
    }
}
