import JSONSchema
public import OC4IDS

/// The checks as text, for `oc4ids checks`.
public struct CheckListing: Sendable {
    private let language: Language
    private let style: TextStyle

    public init(language: Language, style: TextStyle = .plain) {
        self.language = language
        self.style = style
    }

    /// A line a check: id, severity, title. The gravest first.
    public func list() -> String {
        let checks = CheckListing.ordered
        let rows = checks.map { [sign($0.severity), $0.rawValue, severity($0.severity), $0.definition.title[language]] }
        let lines = TextLayout.table([[" ", say(.check), say(.severity), say(.titles)]] + rows)
        let coloured = zip(checks, lines.dropFirst()).map { check, line in coloredSign(check.severity) + line.dropFirst() }
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = checks.count { $0.severity == severity }
            return count == 0 ? nil : "\(Figures.count(count, language)) \(word(severity).form(count, language))"
        }
        let end = ["", "\(ReportWord.checkCount.counted(checks.count, language)): \(counts.joined(separator: ", "))",
                   say(.seeCheck, ["id": checks.first?.rawValue ?? ""])]
        return text([style.text(lines[0], .bold)] + coloured + end)
    }

    /// All that is known of a check. Nil when there is none of that id.
    public func show(_ id: String) -> String? {
        guard let check = CheckListing.check(id) else { return nil }
        let definition = check.definition
        var lines = ["\(coloredSign(check.severity)) \(style.text(definition.title[language], .bold))", "  \(check.rawValue) · \(severity(check.severity))"]
        let paragraphs = [(ReportWord.whyItMatters, definition.rationale[language]), (.whatIsWrong, definition.message[language] + "."),
                          (.whatToDo, definition.hint[language])]
        for (word, text) in paragraphs {
            lines += ["", style.text(say(word), .bold)] + TextLayout.wrapped(text, indent: 2)
        }
        lines += ["", style.text(say(.badExample), .bold)] + ExampleJSON.lines(definition.badExample, width: TextLayout.width - 2).map { "  " + $0 }
        return text(lines)
    }

    /// Up to three checks that someone may have meant: by an id like theirs, else by a word of their ids or titles.
    public func suggestions(_ id: String) -> [String] {
        let close = Suggestion.closest(to: id, among: Check.allCases.map(\.rawValue), most: 3)
        let wanted = Suggestion.folded(id)
        guard close.isEmpty, wanted.utf8.count > 3 else { return close }
        let holding = Check.allCases.filter { check in
            let title = check.definition.title
            return [check.rawValue, title.es, title.en].contains { Suggestion.folded($0).contains(wanted) }
        }
        return holding.prefix(3).map(\.rawValue)
    }

    /// The gravest first, then by id.
    static var ordered: [Check] {
        Severity.allCases.reversed().flatMap { severity in Check.allCases.sorted().filter { $0.severity == severity } }
    }

    private static func check(_ id: String) -> Check? {
        Check(rawValue: id) ?? Check.allCases.first { $0.rawValue == id.lowercased() }
    }

    // MARK: Words

    static func word(_ severity: Severity) -> ReportWord {
        switch severity {
        case .error: .severityError
        case .warning: .severityWarning
        case .info: .severityInfo
        }
    }

    private func word(_ severity: Severity) -> ReportWord { CheckListing.word(severity) }

    private func severity(_ severity: Severity) -> String { word(severity).form(1, language) }

    private func sign(_ severity: Severity) -> String {
        switch severity {
        case .error: "✘"
        case .warning: "!"
        case .info: "i"
        }
    }

    private func coloredSign(_ severity: Severity) -> String {
        switch severity {
        case .error: style.text(sign(severity), .red)
        case .warning: style.text(sign(severity), .yellow)
        case .info: sign(severity)
        }
    }

    private func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }

    private func text(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}

/// An example in JSON, laid out to be read: what fits stands in one line.
enum ExampleJSON {
    static func lines(_ text: String, width: Int) -> [String] {
        // What is no JSON is an example too: of that.
        guard let value = try? JSONValue(text.utf8) else { return text.split(separator: "\n").map(String.init) }
        return lines(value, width: width)
    }

    private static func lines(_ value: JSONValue, width: Int) -> [String] {
        let short = inline(value)
        guard short.unicodeScalars.count > width else { return [short] }
        switch value.content {
        case .object(let members):
            return ["{"] + items(members.map { member in
                var lines = lines(member.value, width: width - 2)
                lines[0] = "\(quoted(member.name)): \(lines[0])"
                return lines
            }) + ["}"]
        case .array(let values): return ["["] + items(values.map { lines($0, width: width - 2) }) + ["]"]
        default: return [short]
        }
    }

    private static func items(_ items: [[String]]) -> [String] {
        items.enumerated().flatMap { position, lines in
            lines.enumerated().map { "  \($1)" + ($0 == lines.count - 1 && position < items.count - 1 ? "," : "") }
        }
    }

    private static func inline(_ value: JSONValue) -> String {
        switch value.content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): quoted(text)
        case .array(let values): "[" + values.map(inline).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\(quoted($0.name)): \(inline($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return String(decoding: writer.text, as: UTF8.self)
    }
}
