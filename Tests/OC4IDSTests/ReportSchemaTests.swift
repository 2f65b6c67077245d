import Foundation
import Inputs
import JSONSchema
@testable import OC4IDS
import Reports
import Testing

/// `Schemas/report/review.schema.json` describes every JSON report, and nothing but.
@Suite struct ReportSchemaTests {
    static let schema = Result { try CompiledSchema(BundledFiles.bytes("report/review.schema.json") ?? []) }

    /// Something read, and the reports on it in both languages.
    private func expectFit(_ outcome: Outcome, _ standard: Standard, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for language in Language.allCases {
            let report = try JSONReport(explainer: Explainer(language: language, standard: standard), toolVersion: "1.0.0").bytes(for: outcome)
            let violations = try Self.schema.get().validate(report)
            #expect(violations == [], "\(String(decoding: report.prefix(2000), as: UTF8.self))", sourceLocation: sourceLocation)
            #expect(!report.contains(0x0A), "a report is one line", sourceLocation: sourceLocation)
        }
    }

    private func expectFit(_ bytes: some Sequence<UInt8>, examples: Int = 0, limits: ReadingLimits = ReadingLimits(),
                           sourceLocation: SourceLocation = #_sourceLocation) throws {
        let standard = try Standard.bundled()
        var disclosure = DisclosureSettings(profile: try .core(standard))
        disclosure.rows = { TemporaryRows() }
        for (checks, scored) in [(true, nil), (true, disclosure), (false, disclosure)] {
            let reviewer = Reviewer(standard: standard, settings: .fixed, limits: limits, examples: examples, checks: checks, disclosure: scored)
            try expectFit(reviewer.outcome(of: bytes), standard, sourceLocation: sourceLocation)
        }
    }

    // MARK: Reviews and failures

    static let samples = PackageFolder.files(below: "samples") { $0.hasSuffix(".json") || $0.hasSuffix(".ndjson") }

    @Test(arguments: samples)
    func everySample(_ path: String) throws {
        try expectFit(try PackageFolder.bytes("samples/" + path))
    }

    @Test(.enabled(if: SuiteFolder.cases != nil, "OC4IDS_CASES names no folder"), arguments: OC4IDSCases.cases)
    func everyCase(_ example: OC4IDSCase) throws {
        try expectFit(try #require(SuiteFolder.cases).bytes(example.file))
    }

    static let kinds: [String] = [
        package(#"[{"id": "a"}]"#), #"{"id": "a"}"#, #"[{"id": "a"}, {}]"#, "[]", "{}", #"{"id": "a"}"# + "\n" + #"{"id": ""}"#,
        "[1]\n[]", "1", "null", "true", #""x""#, "1e400", "1\n2",
    ]

    @Test(arguments: kinds)
    func everyKindOfInput(_ text: String) throws {
        try expectFit(text.utf8)
    }

    /// Inputs that are no JSON, one for each way in which they are not.
    static let unreadable: [[UInt8]] = [
        [], Array(" \n".utf8), [0xFF, 0xFE, 0x7B, 0], [0xFF, 0xFE, 0, 0], Array("<!DOCTYPE html>".utf8), Array("<?xml version='1.0'?>".utf8),
        [0x1F, 0x8B, 8, 0], Array("PK\u{3}\u{4}".utf8), Array("%PDF-1.7".utf8), Array(#"{"projects": ["#.utf8), Array("\"".utf8) + [0xF1] + Array("\"".utf8),
        Array("\"".utf8) + [0x81] + Array("\"".utf8), Array("\"\t\"".utf8), Array(#""\x""#.utf8), Array("[01]".utf8), Array("[x]".utf8), Array("{x}".utf8),
        Array(#"{"a" 1}"#.utf8), Array(#"{"a": 1 "b": 2}"#.utf8), Array("[1 2]".utf8), Array("[1,]".utf8), Array("{} x".utf8),
        Array(#"{"releases": []}"#.utf8), Array(#"{"records": []}"#.utf8), [0x7B, 0x01], [0x7F],
    ]

    @Test(arguments: unreadable)
    func everyKindOfUnreadableInput(_ bytes: [UInt8]) throws {
        #expect(try failure(bytes) != nil)
        try expectFit(bytes)
    }

    @Test func badLinesAmongGoodOnes() throws {
        let text = #"{"id": "a"}"# + "\n[1,]\n" + #"{"id": }"# + "\n" + #"{"id": "b"}"#
        #expect(try review(text).badLines.count == 2)
        for examples in [0, 1] { try expectFit(text.utf8, examples: examples) }
    }

    @Test func limitsThatWereReached() throws {
        let deep = String(repeating: "[", count: 10) + String(repeating: "]", count: 10)
        try expectFit(deep.utf8, limits: ReadingLimits(depth: 5))
        try expectFit(#"{"id": "\#(String(repeating: "x", count: 5_000_000))"}"#.utf8, limits: ReadingLimits(pieceBytes: 1 << 10))
    }

    @Test(arguments: [Int32(1), 2, 5, 13, 20, 21, 40])
    func inputsThatCannotBeOpened(_ number: Int32) throws {
        try expectFit(.failure(InputFailure(name: "datos.json", reason: .source(number: number, reason: "…"))), .bundled())
    }

    @Test func foldersWithoutData() throws {
        try expectFit(.failure(InputFailure(name: "datos", reason: .emptyFolder)), .bundled())
    }

    @Test(arguments: [ArchiveProblem.noData, .truncated, .damaged, .extraContent, .encrypted, .unknownMethod, .nested, .tooLarge(limit: 1), .suspicious(ratio: 2)])
    func archivesThatCannotBeUnpacked(_ problem: ArchiveProblem) throws {
        try expectFit(.failure(InputFailure(name: "datos.zip:2023/a.json", reason: .archive(problem))), .bundled())
    }

    @Test func keysThatStandTwice() throws {
        try expectFit(package(#"[{"id": "a", "id": "b", "title": 1, "title": {}}]"#).utf8)
    }

    @Test(arguments: [0, 1, 20])
    func anyNumberOfExamples(_ examples: Int) throws {
        try expectFit(try PackageFolder.bytes("samples/educacion/paquete.json"), examples: examples)
    }

    @Test(arguments: ["P6M", "P100Y", nil], [nil, ["oc4ids-bu3kcz"]] as [Set<String>?])
    func publications(_ frequency: String?, _ prefixes: Set<String>?) throws {
        let settings = CheckSettings(today: CheckSettings.fixed.today, prefixes: prefixes, frequency: frequency.flatMap { Frequency($0) })
        let reviewer = Reviewer(standard: try .bundled(), settings: settings)
        for text in [RichProject.text, "[]", #"{"id": "x", "updated": "2026-01-01T00:00:00Z"}"#] { try expectFit(reviewer.outcome(of: text.utf8), reviewer.standard) }
    }

    @Test(arguments: [true, false]) func projectsOfSomeSectors(_ checks: Bool) throws {
        let standard = try Standard.bundled()
        let reviewer = Reviewer(standard: standard, settings: .fixed, checks: checks, disclosure: DisclosureSettings(profile: try .core(standard)),
                                sectors: try SectorSelection(["health"], standard))
        for text in [#"[{"sector": ["health"]}, {}]"#, "{\"id\": 1}", "[]"] { try expectFit(reviewer.outcome(of: text.utf8), standard) }
    }

    @Test func strangeText() throws {
        let strange = #""\u0000\u001f\u007f \" \\ \ud83c\udfe5 \u2028 \ud800 \u202e""#
        try expectFit(package(#"[{"id": 1, "title": [], "status": \#(strange), \#(strange): 1, \#(strange): 1}]"#).utf8)
    }

    @Test func longValuesAreCut() throws {
        let text = String(repeating: "ñ", count: 500)
        let number = String(repeating: "9", count: 500)
        let found = try review(package(#"[{"id": \#(number), "status": "\#(text)"}]"#))
        try expectFit(.review(found), .bundled())
        #expect(found.errorGroups.flatMap(\.places).compactMap(\.value).map { value in
            switch value { case .text(let text), .literal(let text): text.unicodeScalars.count }
        } == [201, 201])
    }

    // MARK: Every keyword

    /// A schema for each keyword whose one field, `x`, has a value that does not fit.
    static let keywords: [(keyword: Keyword, schema: String, value: String)] = [
        (.type, #"{"type": "string"}"#, "1"), (.enum, #"{"enum": ["a"]}"#, "1"), (.allOf, #"{"allOf": [{"type": "string"}]}"#, "1"),
        (.anyOf, #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "1"), (.oneOf, #"{"oneOf": [{}, {}]}"#, "1"), (.not, #"{"not": {}}"#, "1"),
        (.multipleOf, #"{"multipleOf": 0.5}"#, "1.25"), (.maximum, #"{"maximum": 1}"#, "2"), (.minimum, #"{"minimum": 1}"#, "0"),
        (.maxLength, #"{"maxLength": 1}"#, #""ab""#), (.minLength, #"{"minLength": 2}"#, #""a""#), (.pattern, #"{"pattern": "^b"}"#, #""a""#),
        (.format, #"{"format": "ipv4"}"#, #""a""#), (.additionalItems, #"{"items": [{}], "additionalItems": false}"#, "[1, 2]"), (.maxItems, #"{"maxItems": 1}"#, "[1, 2]"),
        (.minItems, #"{"minItems": 2}"#, "[1]"), (.uniqueItems, #"{"uniqueItems": true}"#, "[1, 1.0]"), (.maxProperties, #"{"maxProperties": 1}"#, #"{"a": 1, "b": 1}"#),
        (.minProperties, #"{"minProperties": 2}"#, #"{"a": 1}"#), (.required, #"{"required": ["a"]}"#, "{}"),
        (.additionalProperties, #"{"additionalProperties": false}"#, #"{"a/b": 1}"#), (.dependencies, #"{"dependencies": {"a": ["b"]}}"#, #"{"a": 1}"#),
    ]

    @Test func everyKeywordHasAnExample() {
        #expect(Set(Self.keywords.map(\.keyword)).union([.allOf]) == Set(Keyword.allCases))
    }

    @Test(arguments: keywords.indices)
    func errorsOfEveryKeyword(_ position: Int) throws {
        let (keyword, text, value) = Self.keywords[position]
        let packageSchema = #"{"properties": {"projects": {"items": {"$ref": "project-schema.json"}}}}"#
        let projectSchema = #"{"properties": {"id": {}, "x": \#(text)}}"#
        let standard = try Standard(packageSchema: Array(packageSchema.utf8), projectSchema: Array(projectSchema.utf8), origin: "schemas")
        let outcome = Reviewer(standard: standard, settings: .fixed).outcome(of: #"{"id": "a", "x": \#(value)}"#.utf8)
        guard case .review(let review) = outcome else {
            Issue.record("no review")
            return
        }
        // What lies in an allOf is reported itself.
        #expect(review.errorGroups.map(\.keyword) == [keyword == .allOf ? .type : keyword])
        try expectFit(outcome, standard)
    }

    // MARK: The schema's own words

    private func values(_ pointer: String) throws -> [String] {
        let schema = try JSONValue(try #require(BundledFiles.bytes("report/review.schema.json")))
        let place = try #require(JSONPointer(pointer))
        return try #require(schema[pointer: place]?.array).compactMap(\.string)
    }

    @Test func enumsAreThoseOfTheProgram() throws {
        #expect(try values("/definitions/keyword/enum") == Keyword.allCases.map(\.rawValue))
        #expect(try values("/definitions/readingCode/enum") == ReadingError.Code.allCases.map(\.rawValue))
        #expect(try values("/definitions/readInput/properties/kind/enum") == InputKind.allCases.map(\.rawValue))
        #expect(try values("/definitions/check/properties/id/enum") == Check.allCases.map(\.rawValue))
        #expect(try values("/definitions/criterion/properties/id/enum") == Criterion.allCases.map(\.rawValue))
        #expect(try values("/definitions/criterion/properties/outcome/enum") == CriterionOutcome.allCases.map(\.rawValue))
        #expect(try values("/definitions/check/properties/severity/enum").sorted() == Severity.allCases.map(\.rawValue).sorted())
    }

    @Test func everyObjectIsClosed() throws {
        var waiting = [(JSONPointer(), try JSONValue(try #require(BundledFiles.bytes("report/review.schema.json"))))]
        while let (pointer, value) = waiting.popLast() {
            if value["type"]?.string == "object" {
                #expect(value["additionalProperties"]?.boolean == false, "\(pointer)")
                #expect(value["required"] != nil, "\(pointer)")
            }
            waiting += (value.members ?? []).map { (pointer.appending($0.name), $0.value) }
        }
    }

    @Test(arguments: [
        #"{"tool": {"name": "oc4ids", "version": "1"}}"#,
        #"{"tool": {"name": "oc4ids", "version": "1"}, "input": {"name": "x"}, "failure": {"code": "new", "message": "m", "hint": "h"}}"#,
        #"{"tool": {"name": "oc4ids", "version": "1"}, "input": {"name": "x"}, "failure": {"code": "empty", "message": "m", "hint": "h", "line": 1}}"#,
        #"{"tool": {"name": "oc4ids", "version": "1"}, "input": {"name": "x"}, "failure": {"code": "empty", "message": "m", "hint": "h"}, "time": 3}"#,
    ])
    func whatIsNoReportDoesNotFit(_ text: String) throws {
        #expect(try !Self.schema.get().validate(text.utf8).isEmpty)
    }
}
