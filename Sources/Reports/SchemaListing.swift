import JSONSchema
public import OC4IDS

/// What the standard asks for, as text: for `oc4ids schema`. Titles and descriptions stand in both languages, the reader's first.
///
/// Code lists are shown by `SchemaListing+Codelists.swift`.
public struct SchemaListing: Sendable {
    let tree: FieldTree
    let texts: FieldTexts
    let language: Language
    let style: TextStyle

    /// Codes that `show` lists.
    private static let firstCodes = 6

    public init(standard: Standard, language: Language, texts: FieldTexts = .bundled, style: TextStyle = .plain) {
        tree = FieldTree(standard)
        self.texts = texts
        self.language = language
        self.style = style
    }

    /// The reader's language first.
    var languages: [Language] { language == .es ? [.es, .en] : [.en, .es] }

    // MARK: All fields

    /// A line a field: path, type, titles; of one field and those inside it when `path` names one. Nil when there is no such field.
    public func list(_ path: String? = nil) -> String? {
        var fields = tree.fields
        if let path {
            guard let field = tree[path] else { return nil }
            fields = tree.fields(in: field)
        }
        let rows = fields.map { [($0.isRequired ? "* " : "  ") + $0.shown, type($0), titles($0.node)] }
        let lines = TextLayout.table([["  " + say(.path), say(.type), say(.titles)]] + rows)
        let end = ["", ReportWord.fieldCount.counted(fields.count, language) + " · " + say(.requiredMark),
                   say(.seeField, ["path": fields.first { $0.path.count > 2 }?.shown ?? fields.first?.shown ?? ""])]
        return text([style.text(lines[0], .bold)] + lines.dropFirst() + end)
    }

    // MARK: One field

    /// All that is known of a field. Nil when there is none of that name.
    public func show(_ path: String) -> String? {
        guard let field = tree[path] else { return nil }
        var lines = [style.text(field.shown, .bold), ""] + meaning(texts.text(for: field.node).map { ($0.title, $0.description) }) + [""]
        var facts: [(ReportWord, String)] = [(.type, type(field)), (.required, say(field.isRequired ? .yes : .notDemanded))]
        if let format = field.node.format ?? field.items?.format { facts.append((.format, words(format: format))) }
        let limits = self.limits(field)
        if !limits.isEmpty { facts.append((.limits, limits.joined(separator: "; "))) }
        let codes = self.codes(field)
        if let codes { facts.append((.codelist, codes.head)) }
        let widest = facts.map { say($0.0).unicodeScalars.count }.max() ?? 0
        for (word, fact) in facts {
            lines += TextLayout.wrapped(fact, indent: widest + 2, first: TextLayout.padded(say(word), to: widest) + "  ")
        }
        if let codes { lines += codes.lines.map { TextLayout.spaces(widest + 2) + $0 } }
        if !field.members.isEmpty {
            let required = field.requiredNames
            let rows = field.members.map { name, node in
                [(required.contains(name) ? "* " : "  ") + name, type(FieldTree.Field(node: node, isRequired: false)), titles(node)]
            }
            lines += ["", style.text(say(.members), .bold)] + TextLayout.table(rows, indent: "  ")
        }
        var ends: [String] = []
        if !field.requiredNames.isEmpty { ends.append(say(.requiredMark)) }
        if let list = codes?.list { ends.append(say(.seeCodelist, ["name": list])) }
        if let member = field.members.first { ends.append(say(.seeField, ["path": FieldIndex.shown(member.node.field)])) }
        return text(lines + (ends.isEmpty ? [] : [""] + ends))
    }

    /// Up to three fields that someone may have meant: by a name like theirs, else by a word of their titles.
    public func suggestions(field path: String) -> [String] {
        let names = tree.suggestions(for: path)
        guard names.isEmpty else { return names }
        let wanted = Suggestion.folded(path)
        guard wanted.utf8.count > 3 else { return [] }
        let titled = tree.fields.filter { field in
            guard let title = texts.text(for: field.node)?.title else { return false }
            return Suggestion.folded(title.es).contains(wanted) || Suggestion.folded(title.en).contains(wanted)
        }
        return titled.sorted { ($0.path.count, $0.shown) < ($1.path.count, $1.shown) }.prefix(3).map(\.shown)
    }

    // MARK: Words

    /// Both titles and descriptions, each language with its name before it.
    func meaning(_ text: (title: Bilingual, description: Bilingual?)?) -> [String] {
        guard let text else { return [] }
        return languages.flatMap { language in
            [style.text(language.rawValue, .dim) + "  " + style.text(text.title[language], .bold)]
                + (text.description.map { TextLayout.wrapped($0[language], indent: 4) } ?? [])
        }
    }

    func titles(_ node: FieldNode) -> String {
        texts.text(for: node).map { both($0.title) } ?? ""
    }

    /// «Monto / Amount», or one of them when they are the same.
    func both(_ text: Bilingual) -> String {
        text.es == text.en ? text.es : languages.map { text[$0] }.joined(separator: " / ")
    }

    private func type(_ field: FieldTree.Field) -> String {
        typeWords(field.node, 1, isCode: field.codelist != nil)
    }

    /// One value's type, or many's.
    private func typeWords(_ node: FieldNode, _ count: Int, isCode: Bool) -> String {
        let types = node.types.count > 1 ? node.types.filter { $0 != "null" } : node.types
        guard !types.isEmpty, types.count < 6 else { return ReportWord.anything.form(count, language) }
        let words = types.map { type -> String in
            switch type {
            case "string":
                if isCode { return ReportWord.code.form(count, language) }
                switch node.format {
                case "date-time": return ReportWord.dateTime.form(count, language)
                case "uri": return ReportWord.webAddress.form(count, language)
                case "email": return ReportWord.emailAddress.form(count, language)
                default: return ReportWord.text.form(count, language)
                }
            case "number": return ReportWord.number.form(count, language)
            case "integer": return ReportWord.wholeNumber.form(count, language)
            case "boolean": return ReportWord.boolean.form(count, language)
            case "object": return ReportWord.object.form(count, language)
            case "array":
                guard count == 1, let items = node.items else { return ReportWord.list.form(count, language) }
                return say(.listOf, ["items": typeWords(items, 2, isCode: isCode)])
            default: return ReportWord.null.form(count, language)
            }
        }
        return words.dropFirst().reduce(words[0]) { say(.or, ["first": $0, "second": $1]) }
    }

    private func words(format: String) -> String {
        switch format {
        case "date-time": say(.formatDateTime)
        case "uri": say(.formatURI)
        case "email": say(.formatEmail)
        default: format
        }
    }

    private func limits(_ field: FieldTree.Field) -> [String] {
        let own = field.node.constraints.compactMap(words)
        let items = field.items?.constraints.compactMap(words) ?? []
        return own + (items.isEmpty ? [] : [say(.eachItem, ["limits": items.joined(separator: ", ")])])
    }

    private func words(_ keyword: Keyword, _ expectation: Expectation) -> String? {
        let limit = switch expectation {
        case .limit(let count): Figures.count(count, language)
        case .number(let text), .text(let text): text
        default: ""
        }
        let word: ReportWord? = switch keyword {
        case .type, .enum, .format, .required, .dependencies: nil
        case .minLength: limit == "1" ? .limitNotEmptyText : .limitShortest
        case .maxLength: .limitLongest
        case .minItems: limit == "1" ? .limitNotEmptyList : .limitFewest
        case .maxItems: .limitMost
        case .uniqueItems: .limitUnique
        case .minProperties: limit == "1" ? .limitNotEmptyObject : .limitFewestMembers
        case .maxProperties: .limitMostMembers
        case .minimum: .limitLeast
        case .maximum: .limitGreatest
        case .multipleOf: .limitMultiple
        case .pattern: .limitPattern
        case .additionalProperties: .limitNoOtherMembers
        case .additionalItems: .limitNoOtherItems
        case .allOf, .anyOf, .oneOf, .not: .limitCombination
        }
        return word.map { say($0, ["limit": limit]) }
    }

    /// A field's codes: what is said of the list, its first codes, the list's name when there is more to see of it.
    private func codes(_ field: FieldTree.Field) -> (head: String, lines: [String], list: String?)? {
        let openness = say(field.isOpenCodelist ? .open : .closed)
        if let name = field.codelist, let list = Codelist.bundled(name) {
            let count = ReportWord.codeCount.counted(list.codes.count, language)
            let shown = list.codes.prefix(list.codes.count <= SchemaListing.firstCodes + 1 ? list.codes.count : SchemaListing.firstCodes)
            var lines = TextLayout.table(shown.map { [$0.code, both($0.title)] })
            if list.codes.count > shown.count { lines.append(say(.more, ["count": Figures.count(list.codes.count - shown.count, language)])) }
            return ("\(name) · \(count) · \(openness)", lines, name)
        }
        for case (.enum, .values(let values)) in field.node.constraints + (field.items?.constraints ?? []) {
            let shown = values.prefix(SchemaListing.firstCodes)
            let more = values.count > shown.count ? [say(.more, ["count": Figures.count(values.count - shown.count, language)])] : []
            return ((field.codelist.map { [$0] } ?? []).joined() + (field.codelist == nil ? "" : " · ") + say(.closed), Array(shown) + more, nil)
        }
        return field.codelist.map { ("\($0) · \(openness)", [], nil) }
    }

    func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }

    func text(_ lines: [String]) -> String {
        lines.map { line in
            var line = line[...]
            while line.last == " " { line = line.dropLast() }
            return line + "\n"
        }.joined()
    }
}
