import JSONSchema

/// A rule in words: a sentence, and the points that follow where it has several.
public struct RuleStatement: Sendable, Equatable {
    public var text: String
    public var parts: [RuleStatement]

    /// The same as the beginning of a sentence.
    public var sentence: RuleStatement {
        RuleStatement(text: text.prefix(1).uppercased() + text.dropFirst(), parts: parts)
    }

    /// In one line: the points numbered in parentheses, within points lettered.
    public var line: String {
        line(depth: 0)
    }

    private func line(depth: Int) -> String {
        guard !parts.isEmpty else { return text }
        let points = parts.enumerated().map { "(\(RuleStatement.mark($0, depth: depth))) \($1.line(depth: depth + 1))" }
        return text + " " + points.joined(separator: "; ")
    }

    private static func mark(_ position: Int, depth: Int) -> String {
        guard !depth.isMultiple(of: 2), position < 26 else { return String(position + 1) }
        return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(position)))
    }
}

/// Tells the rules of a profile in sentences for those who build hospitals, not for those who write JSON: titles of fields and codes come first, their
/// names in parentheses.
public struct RuleWords: Sendable {
    private let language: Language
    private let fields: KnownFields

    public init(language: Language, standard: Standard) {
        self.language = language
        fields = KnownFields(standard)
    }

    init(_ explainer: Explainer) {
        language = explainer.language
        fields = explainer.fields
    }

    /// A rule whose paths begin at a scope, as it would go on behind a colon.
    public func statement(_ rule: DisclosureRule, scope: Profile.Scope) -> RuleStatement {
        statement(rule, RuleWords.base(scope))
    }

    static func base(_ scope: Profile.Scope) -> [String] {
        scope == .project ? ["projects"] : ["projects", "contractingProcesses"]
    }

    // MARK: Rules

    private func statement(_ rule: DisclosureRule, _ base: [String]) -> RuleStatement {
        switch rule {
        case .present(let path): return sentence(say(.present, ["field": name(path, base)]))
        case .equals(let path, let values): return sentence(say(.equals, ["field": name(path, base), "values": list(values, path, base)]))
        case .differs(let a, let b): return sentence(say(.differs, ["first": name(a, base), "second": name(b, base)]))
        case .all(let rules), .any(let rules):
            if rules.count == 1 { return statement(rules[0], base) }
            let isAll = if case .all = rule { true } else { false }
            if let paths = RuleWords.presentPaths(rules) {
                return sentence(say(isAll ? .presentAll : .presentAny, ["fields": joined(names(paths, base), say(isAll ? .and : .or))]))
            }
            return RuleStatement(text: say(isAll ? .all : .any), parts: rules.map { statement($0, base) })
        case .item(let path, let conditions, let has):
            var item = item(path, conditions, has, base)
            item.text = say(.thereIs, ["item": item.text])
            return item
        }
    }

    private func sentence(_ text: String) -> RuleStatement { RuleStatement(text: text, parts: []) }

    /// The paths of rules that all ask for a value.
    private static func presentPaths(_ rules: [DisclosureRule]) -> [RulePath]? {
        let paths = rules.compactMap { rule in if case .present(let path) = rule { path } else { nil } }
        return paths.count == rules.count ? paths : nil
    }

    // MARK: Items

    /// «un documento (documents) de tipo … y con valor en …»
    private func item(_ path: RulePath, _ conditions: [RuleCondition], _ has: DisclosureRule?, _ base: [String]) -> RuleStatement {
        let own = full(path, base)
        var noun = RuleWord.nouns[path.names.last ?? ""]?[language] ?? say(.item, ["title": fields.text(own)?.title[language] ?? path.names.last ?? ""])
        if path.isFromProject { noun = say(.ofProject, ["item": noun]) }
        var text = "\(noun) (\(path.names.joined(separator: "/")))"
        if !conditions.isEmpty { text += " " + joined(conditions.map { words($0, own, base) }, say(.and)) }
        guard let has else { return sentence(text) }
        // «de tipo … con valor en …», but «con el rol … y con valor en …»
        let having = conditions.last.map { RuleWords.tellsType($0) } ?? true ? RuleWord.having : .alsoHaving
        switch has {
        case .present(let path): return sentence(text + " " + say(having, ["fields": name(path, own)]))
        case .item(let inner, let tests, let rest):
            var item = item(inner, tests, rest, own)
            item.text = text + " " + say(.havingItem, ["item": item.text])
            return item
        case .all(let rules), .any(let rules):
            let isAll = if case .all = has { true } else { false }
            if let paths = RuleWords.presentPaths(rules) {
                return sentence(text + " " + say(having, ["fields": joined(names(paths, own), say(isAll ? .and : .or))]))
            }
            return RuleStatement(text: text + " " + say(isAll ? .havingAll : .havingAny), parts: rules.map { statement($0, own) })
        case .equals, .differs: return RuleStatement(text: text + " " + say(.havingAll), parts: [statement(has, own)])
        }
    }

    private func words(_ condition: RuleCondition, _ item: [String], _ scope: [String]) -> String {
        let field = name(condition.path, item)
        switch condition.test {
        case .oneOf(let values):
            let values = list(values, condition.path, item)
            if RuleWords.tellsType(condition) { return say(.ofType, ["values": values]) }
            if condition.path.names == ["roles"] { return say(.withRole, ["values": values]) }
            return say(.withValue, ["values": values, "field": field])
        case .text(let texts): return say(.withText, ["values": list(texts), "field": field])
        case .startsWith(let texts): return say(.beginning, ["values": list(texts), "field": field])
        case .same(let other): return say(.sameAs, ["field": field, "other": name(other, scope)])
        }
    }

    private static func tellsType(_ condition: RuleCondition) -> Bool {
        guard case .oneOf = condition.test, !condition.path.isFromProject else { return false }
        return [["documentType"], ["type"]].contains(condition.path.names)
    }

    // MARK: Fields

    /// Names from the package's root.
    private func full(_ path: RulePath, _ base: [String]) -> [String] {
        (path.isFromProject ? ["projects"] : base) + path.names
    }

    /// «Monto del presupuesto › Monto (budget/amount/amount)»
    private func name(_ path: RulePath, _ base: [String]) -> String {
        names([path], base)[0]
    }

    /// A field's holder is named only where it is another than the one before.
    private func names(_ paths: [RulePath], _ base: [String]) -> [String] {
        var last: [String] = []
        return paths.map { path in
            let own = full(path, base)
            let holder = path.names.count > 1 ? Array(own.dropLast()) : []
            let known = holder == last ? nil : fields.text(holder)?.title[language]
            last = holder
            let shown = path.names.joined(separator: "/")
            var titles = [known, fields.text(own)?.title[language]].compactMap(\.self)
            if path.isFromProject { titles = titles.enumerated().map { $0 == titles.count - 1 ? say(.ofProject, ["item": $1]) : $1 } }
            return titles.isEmpty ? shown : "\(titles.joined(separator: " › ")) (\(shown))"
        }
    }

    // MARK: Values

    /// Codes with their titles.
    private func list(_ values: [RuleValue], _ path: RulePath, _ base: [String]) -> String {
        let codes = fields.codelist(full(path, base)).flatMap(Codelist.bundled)?.codes
        return joined(values.map { value in
            guard let text = value.string else { return value.text == "true" ? say(.yes) : value.text == "false" ? say(.no) : value.text }
            guard let code = codes?.first(where: { $0.code == text }) else { return say(.quoted, ["text": VisibleText.escaped(text)]) }
            return say(.code, ["title": code.title[language], "code": text])
        }, say(.or))
    }

    private func list(_ texts: [String]) -> String {
        // However many: it is one of these that has to be written.
        joined(texts.map { say(.quoted, ["text": VisibleText.escaped($0)]) }, say(.or))
    }

    /// «a, b y c»; Spanish says «e» before the sound of an i, «u» before that of an o.
    private func joined(_ items: [String], _ conjunction: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        var word = conjunction
        let sound = Suggestion.folded(String(last.drop { !$0.isLetter }.prefix(8)))
        if language == .es, word == "y", sound.hasPrefix("i") || sound.hasPrefix("hi") && !sound.hasPrefix("hie") { word = "e" }
        if language == .es, word == "o", sound.hasPrefix("o") || sound.hasPrefix("ho") { word = "u" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    private func say(_ word: RuleWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }
}

/// The fields and codes that a rule speaks of, each once, in the order of the rule.
public struct RuleReferences: Sendable {
    /// From the project downwards, as in `contractingProcesses/summary/status`.
    public private(set) var fields: [String] = []
    public private(set) var codes: [String] = []

    public init(_ rule: DisclosureRule, scope: Profile.Scope) {
        add(rule, Array(RuleWords.base(scope).dropFirst()))
    }

    private mutating func add(_ rule: DisclosureRule, _ base: [String]) {
        switch rule {
        case .present(let path): add(path, base)
        case .equals(let path, let values):
            add(path, base)
            add(values)
        case .differs(let a, let b):
            add(a, base)
            add(b, base)
        case .all(let rules), .any(let rules): for rule in rules { add(rule, base) }
        case .item(let list, let conditions, let has):
            let own = (list.isFromProject ? [] : base) + list.names
            for condition in conditions {
                add(condition.path, own)
                switch condition.test {
                case .oneOf(let values): add(values)
                case .same(let other): add(other, base)
                case .text, .startsWith: break
                }
            }
            if let has { add(has, own) } else if conditions.isEmpty { add(list, base) }
        }
    }

    private mutating func add(_ path: RulePath, _ base: [String]) {
        let field = ((path.isFromProject ? [] : base) + path.names).joined(separator: "/")
        if !fields.contains(field) { fields.append(field) }
    }

    private mutating func add(_ values: [RuleValue]) {
        for value in values {
            let code = value.string ?? value.text
            if !codes.contains(code) { codes.append(code) }
        }
    }
}
