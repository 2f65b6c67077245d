import Foundation
@testable import OC4IDS
@testable import Reports
import Testing

/// Reports as tables.
@Suite struct CSVReportTests {
    private static let reviewer = Result { try Reviewer.bundled() }
    private static let reports = Result {
        let standard = try reviewer.get().standard
        return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, CSVReport(explainer: Explainer(language: $0, standard: standard))) })
    }

    private func outcome(of bytes: some Sequence<UInt8>, name: String = "x.json") throws -> Outcome {
        try Self.reviewer.get().outcome(of: bytes, name: name)
    }

    private func text(_ section: CSVSection, _ outcomes: [Outcome], _ language: Language = .en) throws -> String {
        let report = try #require(try Self.reports.get()[language])
        return try String(decoding: report.head(section) + outcomes.flatMap { try report.rows(section, for: $0) }, as: UTF8.self)
    }

    /// Rows by column names.
    private func table(_ section: CSVSection, _ text: String, name: String = "x.json") throws -> [[String: String]] {
        let rows = try CSV.rows(self.text(section, [outcome(of: text.utf8, name: name)]))
        let columns = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }

    @Test(arguments: ReportSchemaTests.samples)
    func everyRowHasAsManyCellsAsTheTableHasColumns(_ path: String) throws {
        let outcome = try outcome(of: PackageFolder.bytes("samples/" + path), name: path)
        for section in CSVSection.allCases {
            let text = try text(section, [outcome])
            #expect(text.hasPrefix("\u{FEFF}input,"))
            #expect(text.hasSuffix("\r\n"))
            let rows = CSV.rows(text)
            #expect(rows.first == section.columns)
            #expect(rows.allSatisfy { $0.count == section.columns.count })
            #expect(rows.dropFirst().allSatisfy { $0.first == path })
        }
    }

    /// A table that is not whole says so, in each row: tables are cut and sorted.
    @Test(arguments: [(10, ""), (5_001, "true")]) func samplesSaySo(_ count: Int, _ mark: String) throws {
        let fields = (0 ..< count).map { "\"campo\($0)\": 1" }.joined(separator: ", ")
        let sectors = (0 ..< count).map { "\"sector \($0)\"" }.joined(separator: ", ")
        let text = #"{"id": "oc4ids-bu3kcz-a", \#(fields), "sector": [\#(sectors)]}"#
        for section in [CSVSection.additionalFields, .codelists] {
            let rows = try table(section, text)
            #expect(!rows.isEmpty && rows.allSatisfy { $0["sample"] == mark })
        }
        // Those that look at these fields and codes for mistyped ones have seen a sample too, whether it held any or not.
        let checks = try table(.checks, text)
        #expect(checks.filter { $0["id"]?.hasPrefix("mistyped-") ?? false }.map { $0["sample"] } == (mark.isEmpty ? [] : [mark, mark]))
        #expect(checks.allSatisfy { $0["sample"] == (($0["id"] ?? "").hasPrefix("mistyped-") ? mark : "") })
    }

    /// RFC 4180: no bare line feed ends a row, and none stands inside a cell.
    @Test func linesEndInCarriageReturnAndLineFeed() throws {
        let text = try text(.errors, [outcome(of: PackageFolder.bytes("samples/educacion/paquete.json"))])
        let bytes = Array(text.utf8)
        for (position, byte) in bytes.enumerated() where byte == 0x0A { #expect(bytes[position - 1] == 0x0D) }
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\\tx", "\\rx"])
    func formulasDoNotRun(_ value: String) throws {
        let rows = try table(.additionalFields, #"{"id": "oc4ids-bu3kcz-a", "campo": "\#(value)"}"#)
        #expect(rows.first?["value"] == "'" + value)
    }

    @Test func namesFromDataAreNoFormulasEither() throws {
        let rows = try table(.additionalFields, #"{"=1+1": 1, "projects": []}"#, name: "@x.json")
        #expect(rows.first?["field"] == "'=1+1")
        #expect(rows.first?["input"] == "'@x.json")
    }

    @Test func numbersStayNumbers() throws {
        let rows = try table(.additionalFields, #"{"id": "oc4ids-bu3kcz-a", "saldo": -1250.75, "x": true}"#)
        #expect(rows.map { $0["value"] } == ["-1250.75", "true"])
    }

    @Test func textWithCommasQuotesAndLineBreaksIsOneCell() throws {
        let rows = try table(.additionalFields, #"{"id": "oc4ids-bu3kcz-a", "nota": "uno, \"dos\"\ntres\u001b"}"#)
        #expect(rows.first?["value"] == #"uno, "dos"\ntres\u001B"#)
    }

    @Test func figuresAreTheReviews() throws {
        let review = try Self.reviewer.get().review(of: String(decoding: PackageFolder.bytes("samples/educacion/paquete.json"), as: UTF8.self))
        let whole = String(decoding: try PackageFolder.bytes("samples/educacion/paquete.json"), as: UTF8.self)
        let summary = try #require(try table(.summary, whole).first)
        #expect(summary["errors"] == String(review.summary.errors) && summary["warnings"] == String(review.summary.warnings))
        #expect(summary["valid"] == "false" && summary["failureCode"] == "")
        #expect(try table(.errors, whole).count == review.errorGroups.reduce(0) { $0 + $1.count })
        #expect(try table(.checks, whole).count == review.checks.reduce(0) { $0 + $1.count })
        #expect(try table(.errorGroups, whole).map { $0["count"] } == review.errorGroups.map { String($0.count) })
        #expect(try table(.codelists, whole).count == review.codelists.flatMap(\.values).reduce(0) { $0 + $1.count })
        #expect(try table(.coverage, whole).map { $0["present"] } == review.coverage.map { String($0.present) })
    }

    @Test func publicationHasARowForEachCriterionSampleAndMetric() throws {
        let text = #"{"publisher": {"name": "M"}, "license": "=1+1", "projects": [{"id": "oc4ids-bu3kcz-a", "title": 1}, {"id": "oc4ids-bu3kcz-b", "sector": ["x"], "titel": 1}]}"#
        let rows = try table(.publication, text)
        func row(_ id: String) -> [String: String]? { rows.first { $0["id"] == id } }
        #expect(Set(rows.filter { $0["kind"] == "criterion" }.compactMap { $0["id"] }) == Set(Criterion.allCases.map(\.rawValue)))
        #expect(row("sectors-standardised")?["outcome"] == "notMet" && row("sectors-standardised")?["value"] == "0" && row("sectors-standardised")?["threshold"] == "0.95")
        #expect(row("registered-prefix")?["count"] == "2" && row("registered-prefix")?["of"] == "2" && row("registered-prefix")?["sample"] == "oc4ids-bu3kcz")
        #expect(row("open-license")?["sample"] == "'=1+1" && row("open-license")?["hint"]?.isEmpty == false)
        #expect(row("valid")?["hint"] == "" && row("rolesSet") == nil && row("roles-set")?["outcome"] == "notApplicable")
        #expect(row("projects")?["kind"] == "metric" && row("projects")?["value"] == "2" && row("schemaErrors.type")?["value"] == "1")
        #expect(row("additionalFieldsCovered")?["value"] == "1" && row("timeliness") == nil)
    }

    @Test(arguments: [(0, 3, "0"), (1, 3, "0.3333"), (2, 3, "0.6666"), (3, 3, "1"), (1, 2, "0.5"), (19_999, 20_000, "0.9999"), (99_999, 100_000, "0.9999"), (95, 100, "0.95"), (1, 100_000, "0")])
    func sharesAreRoundedDown(_ count: Int, _ of: Int, _ text: String) throws {
        var writer = CSVWriter()
        writer.row([.literal(JSONWriter.share(count, of: of))])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text + "\r\n")
    }

    @Test func percentHasADecimalPoint() throws {
        let rows = try table(.coverage, #"[{"id": "oc4ids-bu3kcz-a", "title": "a"}, {"id": "oc4ids-bu3kcz-b"}, {"id": "oc4ids-bu3kcz-c"}]"#)
        #expect(rows.first { $0["field"] == "projects/title" }?["percent"] == "33.3")
        #expect(rows.first { $0["field"] == "projects/id" }?["percent"] == "100.0")
        #expect(rows.first { $0["field"] == "uri" }?["percent"] == "")
    }

    @Test func whatCannotBeReadIsInTheSummaryOnly() throws {
        let outcome = try outcome(of: #"{"id": "#.utf8, name: "cut.json")
        for section in CSVSection.allCases {
            #expect(try CSV.rows(text(section, [outcome])).count == (section == .summary ? 2 : 1))
        }
        let row = try #require(try table(.summary, #"{"id": "#, name: "cut.json").first)
        #expect(row["input"] == "cut.json" && row["failureCode"] == "truncated" && row["failureLine"] == "1" && row["valid"] == "")
        #expect(row["failureMessage"]?.isEmpty == false && row["failureHint"]?.isEmpty == false)
    }

    @Test func aLineThatCannotBeReadStandsAmongTheErrors() throws {
        let rows = try table(.errors, "{\"id\": \"oc4ids-bu3kcz-a\"}\n{\"id\": \"b\",}\n")
        #expect(rows.map { $0["keyword"] } == ["trailingComma"])
        #expect(rows.first?["line"] == "2")
    }

    /// The columns' names and all that a program goes by.
    @Test func onlySentencesChangeWithTheLanguage() throws {
        let outcome = try outcome(of: PackageFolder.bytes("samples/educacion/paquete.json"))
        let words = ["title", "message", "hint"]
        for section in CSVSection.allCases {
            let (en, es) = (try CSV.rows(text(section, [outcome], .en)), try CSV.rows(text(section, [outcome], .es)))
            #expect(en.count == es.count)
            let kept = section.columns.indices.filter { !words.contains(section.columns[$0]) }
            #expect(en.map { row in kept.map { row[$0] } } == es.map { row in kept.map { row[$0] } })
        }
    }

    @Test(arguments: ["csv.md", "csv.es.md"])
    func everyColumnIsDocumented(_ document: String) throws {
        let text = String(decoding: try PackageFolder.bytes("docs/" + document), as: UTF8.self)
        for section in CSVSection.allCases {
            let start = try #require(text.range(of: "## \(section.rawValue)\n"), "\(section)")
            let end = text[start.upperBound...].range(of: "\n## ")?.lowerBound ?? text.endIndex
            for column in section.columns.dropFirst() { #expect(text[start.upperBound ..< end].contains("`\(column)`"), "\(section) \(column)") }
        }
    }
}
