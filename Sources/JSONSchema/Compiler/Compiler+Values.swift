/// Keywords about single values: `type`, `enum`, numbers, text (draft-04 validation, sections 5.1, 5.2, 5.5.1, 5.5.2, 7).
extension Compiler {
    mutating func compileValueKeywords(_ draft: inout NodeDraft) throws(SchemaError) {
        for name in ["id", "$schema", "title", "description"] {
            guard let value = draft.schema[name], value.string == nil else { continue }
            throw error(.wrongKeyword(name, expected: .text), draft.place.appending(name))
        }
        try compileType(&draft)
        try compileEnum(&draft)
        try compileNumbers(&draft)
        try compileText(&draft)
    }

    private func compileType(_ draft: inout NodeDraft) throws(SchemaError) {
        guard let type = draft.schema["type"] else { return }
        let names = type.string.map { [$0] } ?? type.array?.compactMap(\.string) ?? []
        guard !names.isEmpty, type.string != nil || names.count == type.array?.count else {
            throw error(.wrongKeyword("type", expected: .types), draft.place.appending("type"))
        }
        guard Set(names).count == names.count else {
            throw error(.wrongKeyword("type", expected: .differentNames), draft.place.appending("type"))
        }
        var types = JSONTypes()
        for name in names {
            guard let one = JSONTypes(name: name) else { throw error(.wrongKeyword("type", expected: .type), draft.place.appending("type")) }
            types.formUnion(one)
        }
        draft.node.types = types.rawValue
        draft.addSite(.type, .types(types.names))
    }

    private mutating func compileEnum(_ draft: inout NodeDraft) throws(SchemaError) {
        guard let keyword = draft.schema["enum"] else { return }
        guard let listed = keyword.array, !listed.isEmpty else {
            throw error(.wrongKeyword("enum", expected: .values), draft.place.appending("enum"))
        }
        let table: EnumTable
        if let made = enumTables[draft.place] {
            table = made
        } else {
            table = try makeTable(listed, draft.place)
            enumTables[draft.place] = table
        }
        draft.node.values = table.start
        draft.node.valueMask = table.mask
        draft.node.flags.insert(.afterwards)
        draft.addSite(.enum, table.expectation)
    }

    private mutating func makeTable(_ listed: [JSONValue], _ place: SchemaDocuments.Place) throws(SchemaError) -> EnumTable {
        let digests = Set(listed.map { documents.digest(of: $0, in: place) })
        guard digests.count == listed.count else {
            throw error(.wrongKeyword("enum", expected: .differentValues), place.appending("enum"))
        }
        let size = Compiler.tableSize(digests.count)
        var table = [Digest](repeating: Digest(low: 0, high: 0), count: size)
        for digest in digests {
            var slot = Int(truncatingIfNeeded: digest.low) & (size - 1)
            while table[slot] != Digest(low: 0, high: 0) { slot = (slot + 1) & (size - 1) }
            table[slot] = digest
        }
        let start = UInt32(parts.values.count)
        parts.values += table
        return EnumTable(start: start, mask: UInt32(size - 1), expectation: .values(listed.map(\.text)))
    }

    /// An `enum`'s values in `ProgramParts.values`.
    struct EnumTable {
        var start: UInt32
        var mask: UInt32
        var expectation: Expectation
    }

    /// A power of two that leaves an open-addressing table at most a quarter full.
    static func tableSize(_ count: Int) -> Int {
        var size = 4
        while size < count * 4 { size *= 2 }
        return size
    }

    private func compileNumbers(_ draft: inout NodeDraft) throws(SchemaError) {
        for keyword in [Keyword.minimum, .maximum] {
            let exclusive = keyword == .minimum ? "exclusiveMinimum" : "exclusiveMaximum"
            if let value = draft.schema[exclusive], value.boolean == nil {
                throw error(.wrongKeyword(exclusive, expected: .boolean), draft.place.appending(exclusive))
            }
            guard let number = try number(keyword.rawValue, draft) else {
                guard draft.schema[exclusive] == nil else {
                    throw error(.wrongKeyword(exclusive, expected: .beside(keyword)), draft.place.appending(exclusive))
                }
                continue
            }
            let bound = Program.Bound(value: number.decimal, isExclusive: draft.schema[exclusive]?.boolean ?? false)
            draft.withExtra { if keyword == .minimum { $0.minimum = bound } else { $0.maximum = bound } }
            draft.node.flags.insert(.afterwards)
            draft.addSite(keyword, .number(number.text))
        }
        if let number = try number("multipleOf", draft) {
            guard number.decimal > Compiler.zero else {
                throw error(.wrongKeyword("multipleOf", expected: .positiveNumber), draft.place.appending("multipleOf"))
            }
            draft.withExtra { $0.multipleOf = number.decimal }
            draft.node.flags.insert(.afterwards)
            draft.addSite(.multipleOf, .number(number.text))
        }
    }

    private func number(_ name: String, _ draft: NodeDraft) throws(SchemaError) -> (decimal: JSONDecimal, text: String)? {
        guard let value = draft.schema[name] else { return nil }
        guard case .number(let text) = value.content else {
            throw error(.wrongKeyword(name, expected: .number), draft.place.appending(name))
        }
        return (Compiler.decimal(text), text)
    }

    private static let zero = decimal("0")

    private static func decimal(_ token: String) -> JSONDecimal {
        Array(token.utf8).withUnsafeBytes { JSONDecimal($0) }
    }

    private func compileText(_ draft: inout NodeDraft) throws(SchemaError) {
        if let least = try count("minLength", draft), least > 0 {
            if least == 1 {
                draft.node.shortest = 1
            } else {
                draft.withExtra { $0.minLength = least }
                draft.node.flags.insert(.text)
            }
            draft.addSite(.minLength, .limit(least))
        }
        if let most = try count("maxLength", draft) {
            draft.withExtra { $0.maxLength = most }
            draft.node.flags.insert(.text)
            draft.addSite(.maxLength, .limit(most))
        }
        if let pattern = draft.schema["pattern"] {
            let compiled = try self.pattern(pattern, "pattern", draft.place.appending("pattern"))
            draft.withExtra { $0.pattern = compiled }
            draft.node.flags.insert(.text)
            draft.addSite(.pattern, .text(pattern.string ?? ""))
        }
        if let format = draft.schema["format"] {
            guard let name = format.string else { throw error(.wrongKeyword("format", expected: .text), draft.place.appending("format")) }
            // Formats that draft-04 does not name accept everything (section 7.1).
            if let known = Format(name: name) {
                draft.node.format = known.rawValue
                draft.node.flags.insert(.text)
                draft.addSite(.format, .text(name))
            }
        }
    }

    /// A keyword that is a count: a whole number from 0 on.
    func count(_ name: String, _ draft: NodeDraft) throws(SchemaError) -> Int? {
        guard let value = draft.schema[name] else { return nil }
        if let count = value.integer, count >= 0 { return count }
        // Larger ones than fit are as good as the largest: nothing holds so many.
        if case .number(let text) = value.content, let number = Double(text), number >= 1e18, number == number.rounded() { return .max }
        throw error(.wrongKeyword(name, expected: .count), draft.place.appending(name))
    }

    func pattern(_ value: JSONValue, _ keyword: String, _ place: SchemaDocuments.Place) throws(SchemaError) -> Pattern {
        guard let text = value.string else { throw error(.wrongKeyword(keyword, expected: .pattern), place) }
        return try pattern(text, place)
    }

    func pattern(_ text: String, _ place: SchemaDocuments.Place) throws(SchemaError) -> Pattern {
        do {
            return try Pattern(text)
        } catch {
            let characters = String(decoding: text.utf8.prefix(error.offset), as: UTF8.self).unicodeScalars.count
            throw self.error(.invalidPattern(text, offset: characters), place)
        }
    }
}
