public import OC4IDS

/// The part of `docs/disclosure.md` and `docs/disclosure.es.md` that is written from the profiles: a table of the elements of each stage or module, with
/// the rule in words, fields, codes and what departs from the published mapping. The prose before it is written by people.
public struct ProfileDocument: Sendable {
    private let language: Language
    private let profiles: [Profile]
    private let rules: RuleWords

    /// Stands where the tables begin.
    public static let marker = "<!-- elements -->"

    public init(profiles: [Profile], language: Language, standard: Standard) {
        self.language = language
        self.profiles = profiles
        rules = RuleWords(language: language, standard: standard)
    }

    /// The document's name in `docs/`.
    public var fileName: String { language == .en ? "disclosure.md" : "disclosure.\(language.rawValue).md" }

    /// The document with its tables in place of those it had.
    ///
    /// - Returns: nil when the marker is not there.
    public func written(into document: String) -> String? {
        guard let marker = document.firstRange(of: ProfileDocument.marker) else { return nil }
        return document[..<marker.upperBound] + "\n" + tables
    }

    private var tables: String {
        let lines = ["", "<!-- \(say(.elementsWritten)) -->"] + profiles.enumerated().flatMap { position, profile in
            // The prose has the first one's heading.
            (position == 0 ? [] : ["", "## " + say(.elementsOf, ["id": profile.id])]) + tables(profile)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func tables(_ profile: Profile) -> [String] {
        ScoreWords.parts(profile, language).flatMap { part in
            ["", "### " + part.title, "", "| \(say(.element)) | \(say(.ruleTitle)) | \(say(.fieldsTitle)) | \(say(.codes)) | \(say(.noteTitle)) |", "|---|---|---|---|---|"]
                + part.elements.map { row(profile.elements[$0]) }
        }
    }

    private func row(_ element: Profile.Element) -> String {
        let references = RuleReferences(element.rule, scope: element.scope)
        // The heading above says the stage or module.
        let facts = ElementFacts.facts(element, language).dropFirst().joined(separator: " · ")
        var rule = points(rules.statement(element.rule, scope: element.scope).sentence)
        if let condition = element.conditional { rule += labelled(.conditionTitle, rules.statement(condition, scope: element.scope)) }
        var notes = element.manual.map { ["*\(say(.whatToLookAt)).* \(Markdown.escaped($0[language]))"] } ?? []
        if let note = element.note { notes.append(Markdown.escaped(note[language])) }
        let cells = ["**\(Markdown.escaped(element.title[language]))**<br>`\(element.id)`<br>\(facts)", rule.joined(separator: "<br>"),
                     references.fields.map { "`\($0)`" }.joined(separator: "<br>"), references.codes.map { "`\($0)`" }.joined(separator: "<br>"), notes.joined(separator: "<br>")]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private func labelled(_ word: ReportWord, _ statement: RuleStatement) -> [String] {
        var lines = points(statement)
        lines[0] = "*\(say(word)):* " + lines[0]
        return lines
    }

    /// The points below one another, indented by dashes: a table's cell holds no list.
    private func points(_ statement: RuleStatement, depth: Int = 0) -> [String] {
        let front = depth == 0 ? "" : String(repeating: "– ", count: depth)
        return [front + Markdown.escaped(statement.text)] + statement.parts.flatMap { points($0, depth: depth + 1) }
    }

    private func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }
}
