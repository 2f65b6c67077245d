public import OC4IDS

/// Documents that are written from the same definitions as the reports: `docs/checks.md` and `docs/checks.es.md`.
///
/// A document is an array of sections, a section an array of entries. To document another kind of rule, make its section from its
/// definitions, as `checks` does, and add it to `sections`.
public struct RuleDocument: Sendable {
    /// Rules of one kind.
    struct Section {
        var title: String
        var introduction: [String]
        /// The headings of an entry's id and fact in the list at the beginning.
        var idTitle: String
        var factTitle: String
        var entries: [Entry]
    }

    /// One rule.
    struct Entry {
        var id: String
        var title: String
        /// What the list at the beginning says of it: a check's severity.
        var fact: String
        var paragraphs: [(heading: String, text: String)]
        var example: (heading: String, json: String)?
    }

    private let language: Language
    private let sections: [Section]

    public init(language: Language) {
        self.language = language
        sections = [RuleDocument.checks(language), RuleDocument.criteria(language), RuleDocument.metrics(language)]
    }

    /// The document's name in `docs/`.
    public var fileName: String { language == .en ? "checks.md" : "checks.\(language.rawValue).md" }

    // MARK: What is documented

    private static func checks(_ language: Language) -> Section {
        func say(_ word: ReportWord) -> String { word.text(language) }
        let entries = CheckListing.ordered.map { check in
            let definition = check.definition
            return Entry(id: check.rawValue, title: definition.title[language], fact: CheckListing.word(check.severity).form(1, language),
                         paragraphs: [(say(.whyItMatters), definition.rationale[language]), (say(.whatIsWrong), definition.message[language] + "."),
                                      (say(.whatToDo), definition.hint[language])],
                         example: (say(.badExample), definition.badExample))
        }
        return Section(title: say(.checksDocument), introduction: [say(.checksDocumentIntro), say(.checksDocumentSeverities)],
                       idTitle: say(.check), factTitle: say(.severity), entries: entries)
    }

    private static func criteria(_ language: Language) -> Section {
        func say(_ word: ReportWord) -> String { word.text(language) }
        let entries = Criterion.allCases.map { criterion in
            let definition = criterion.definition
            let lookAt = definition.lookAt.map { [(say(.whatToLookAt), $0[language])] } ?? []
            return Entry(id: criterion.rawValue, title: definition.title[language], fact: say(judge(of: criterion)),
                         paragraphs: [(say(.definition), definition.meaning[language]), (say(.threshold), definition.threshold[language]),
                                      (say(.sourceOfData), definition.source[language])] + lookAt)
        }
        return Section(title: say(.criteriaDocument), introduction: [say(.criteriaDocumentIntro), say(.criteriaDocumentSample)],
                       idTitle: say(.criterion), factTitle: say(.judgedBy), entries: entries)
    }

    private static func judge(of criterion: Criterion) -> ReportWord {
        guard criterion.definition.lookAt != nil else { return .byProgram }
        return criterion == .registeredPrefix ? .byBoth : .byPerson
    }

    private static func metrics(_ language: Language) -> Section {
        func say(_ word: ReportWord) -> String { word.text(language) }
        let entries = PublicationMetric.allCases.map { metric in
            let definition = metric.definition
            return Entry(id: metric.rawValue, title: definition.title[language], fact: say(form(of: metric)),
                         paragraphs: [(say(.definition), definition.meaning[language]), (say(.sourceOfData), definition.source[language])])
        }
        return Section(title: say(.metricsDocument), introduction: [say(.metricsDocumentIntro)], idTitle: say(.metric), factTitle: say(.metricForm), entries: entries)
    }

    private static func form(of metric: PublicationMetric) -> ReportWord {
        switch metric {
        case .lastUpdated, .earliestStart, .latestEnd: .formDay
        case .schemaErrors: .formCounts
        case .timeliness: .formPeriod
        default: .formNumber
        }
    }

    // MARK: Markdown

    /// The whole document.
    public var markdown: String {
        let written = "<!-- \(ReportWord.checksDocumentWritten.text(language)) -->"
        return ([written] + sections.enumerated().flatMap { position, section in lines(section, level: position == 0 ? 1 : 2) })
            .map { $0 + "\n" }.joined()
    }

    /// - Parameter level: of the section's heading; the first section's is the document's.
    private func lines(_ section: Section, level: Int) -> [String] {
        var lines = ["", RuleDocument.heading(section.title, level)] + section.introduction.flatMap { [""] + RuleDocument.wrapped($0) }
        lines += ["", "| \(section.idTitle) | \(section.factTitle) | \(ReportWord.titles.text(language)) |", "|---|---|---|"]
        lines += section.entries.map { "| [`\($0.id)`](#\($0.id.lowercased())) | \($0.fact) | \(Markdown.escaped($0.title)) |" }
        for entry in section.entries {
            lines += ["", RuleDocument.heading(entry.id, level + 1), "", "**\(Markdown.escaped(entry.title))** · \(entry.fact)"]
            for (heading, text) in entry.paragraphs { lines += [""] + RuleDocument.wrapped("*\(heading).* \(Markdown.escaped(text))") }
            if let (heading, json) = entry.example {
                lines += ["", "*\(heading):*", "", "```json"] + ExampleJSON.lines(json, width: TextLayout.width) + ["```"]
            }
        }
        return lines
    }

    private static func heading(_ text: String, _ level: Int) -> String {
        String(repeating: "#", count: level) + " " + text
    }

    /// Lines in which no code is broken.
    private static func wrapped(_ text: String) -> [String] {
        let joined = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { position, part in
            position % 2 == 0 ? String(part) : part.split(separator: " ").joined(separator: "\u{A0}")
        }.joined(separator: "`")
        return TextLayout.wrapped(joined, indent: 0).map { $0.split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: " ") }
    }
}

/// Text for Markdown documents.
enum Markdown {
    /// Text in which Markdown would see a mark of its own; code stays as it is.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for (position, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if position > 0 { escaped.append("`") }
            for character in part {
                if position % 2 == 0, "*_<>|[]".contains(character) { escaped.append("\\") }
                escaped.append(character)
            }
        }
        return escaped
    }
}
