import Foundation
import OC4IDS
import Reports
import Testing

/// The tables of `docs/disclosure.md` and `docs/disclosure.es.md` say what the profiles say.
@Suite struct ProfileDocumentTests {
    private func document(_ language: Language) throws -> ProfileDocument {
        let profiles = try ["cost-ids", "cost-sustainability"].map { try #require(try Profile.bundled($0, standard)) }
        return try ProfileDocument(profiles: profiles, language: language, standard: standard)
    }

    /// With `OC4IDS_RECORD_DOCUMENTS=1` (scripts/checks-docs) the tables are written anew, and the test fails all the same.
    @Test(arguments: Language.allCases)
    func theTablesEqualTheProfiles(_ language: Language) throws {
        let document = try document(language)
        let file = Package.folder.appendingPathComponent("docs/" + document.fileName)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let written = try #require(document.written(into: text), "the marker is missing")
        if ProcessInfo.processInfo.environment["OC4IDS_RECORD_DOCUMENTS"] == "1" {
            try Data(written.utf8).write(to: file)
            Issue.record("recorded \(document.fileName)")
        } else {
            #expect(text == written, "docs/\(document.fileName) is out of date: scripts/checks-docs writes it")
        }
    }

    @Test(arguments: Language.allCases)
    func everyElementHasARowOfFiveCells(_ language: Language) throws {
        let text = try #require(try document(language).written(into: "Prose.\n<!-- elements -->\nold"))
        #expect(text.hasPrefix("Prose.\n<!-- elements -->\n") && !text.contains("\nold"))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| **") }
        #expect(rows.count == 66 + 78)
        for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
    }

    @Test func aDocumentWithoutTheMarkerIsNotTouched() throws {
        #expect(try document(.en).written(into: "Prose.") == nil)
    }
}
