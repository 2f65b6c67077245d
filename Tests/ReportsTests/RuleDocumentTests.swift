import Foundation
import OC4IDS
import Reports
import Testing

/// `docs/checks.md` and `docs/checks.es.md` say what the checks say of themselves.
@Suite struct RuleDocumentTests {
    /// With `OC4IDS_RECORD_DOCUMENTS=1` (scripts/checks-docs) the file is written anew, and the test fails all the same.
    @Test(arguments: Language.allCases)
    func theDocumentEqualsItsSource(_ language: Language) throws {
        let document = RuleDocument(language: language)
        let file = Package.folder.appendingPathComponent("docs/" + document.fileName)
        if ProcessInfo.processInfo.environment["OC4IDS_RECORD_DOCUMENTS"] == "1" {
            try Data(document.markdown.utf8).write(to: file)
            Issue.record("recorded \(document.fileName)")
        } else {
            let written = try? Data(contentsOf: file)
            #expect(written == Data(document.markdown.utf8), "docs/\(document.fileName) is out of date: scripts/checks-docs writes it")
        }
    }

    @Test(arguments: Check.allCases, Language.allCases)
    func everyCheckIsExplained(_ check: Check, _ language: Language) throws {
        let markdown = RuleDocument(language: language).markdown
        #expect(markdown.contains("\n## \(check.rawValue)\n"))
        let shown = try #require(CheckListing(language: language).show(check.rawValue))
        #expect(CheckListing(language: language).list().contains(" \(check.rawValue) "))
        let definition = check.definition
        for text in [definition.title, definition.rationale, definition.message, definition.hint] {
            #expect(!text[language].isEmpty)
            #expect(shown.replacing(/\s+/, with: " ").contains(text[language]), "\(text[language])")
        }
    }

    @Test(arguments: Language.allCases)
    func criteriaAndMetricsAreExplained(_ language: Language) {
        let markdown = RuleDocument(language: language).markdown
        let plain = markdown.replacing(/\s+/, with: " ")
        for criterion in Criterion.allCases {
            #expect(markdown.contains("\n### \(criterion.rawValue)\n"))
            let definition = criterion.definition
            for text in [definition.meaning, definition.threshold, definition.source, definition.lookAt].compactMap(\.self) { #expect(plain.contains(text[language].replacing("\u{A0}", with: " ")), "\(text[language])") }
        }
        for metric in PublicationMetric.allCases {
            #expect(markdown.contains("\n### \(metric.rawValue)\n"))
            for text in [metric.definition.meaning, metric.definition.source] { #expect(plain.contains(text[language]), "\(text[language])") }
        }
    }

    /// Sorted by what weighs most, as the list is read from above.
    @Test func theGravestStandFirst() {
        let list = CheckListing(language: .en).list()
        let signs = list.split(separator: "\n").compactMap { line in "✘!i".contains(line.prefix(1)) && line.dropFirst().hasPrefix("  ") ? line.first : nil }
        #expect(signs.count == Check.allCases.count)
        #expect(signs == signs.sorted { "✘!i".distance($0) < "✘!i".distance($1) })
    }

    @Test(arguments: [("mising-curency", "missing-currency"), ("moneda", "missing-currency"), ("duplicate", "duplicate-key"), ("xyzxyz", nil)])
    func suggestsChecks(_ id: String, _ expected: String?) {
        let listing = CheckListing(language: .es)
        #expect(listing.show(id) == nil)
        let suggestions = listing.suggestions(id)
        #expect(suggestions.count <= 3)
        if let expected { #expect(suggestions.contains(expected), "\(suggestions)") } else { #expect(suggestions.isEmpty) }
    }
}

private extension String {
    func distance(_ character: Character) -> Int {
        firstIndex(of: character).map { distance(from: startIndex, to: $0) } ?? count
    }
}
