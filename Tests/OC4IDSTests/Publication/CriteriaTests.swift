import JSONSchema
@testable import OC4IDS
import Testing

/// How each criterion turns out, by what the data says: today is 2026-11-21.
@Suite struct CriteriaTests {
    private func judgement(_ criterion: Criterion, _ text: String, prefixes: Set<String>? = nil) throws -> Judgement {
        try publication(text, prefixes: prefixes).judgement(criterion)
    }

    /// Projects that are alike but for their ids, each with these members.
    private static func projects(_ members: [String]) -> String {
        "[" + members.enumerated().map { #"{"id": "oc4ids-bu3kcz-\#($0)"\#($1.isEmpty ? "" : ", ")\#($1)}"# }.joined(separator: ",\n") + "]"
    }

    struct Example: Sendable, CustomTestStringConvertible {
        var criterion: Criterion
        var reason: String
        var text: String
        var outcome: CriterionOutcome
        var value: CriterionFigure?

        init(_ criterion: Criterion, _ reason: String, _ text: String, _ outcome: CriterionOutcome, _ value: CriterionFigure? = nil) {
            (self.criterion, self.reason, self.text, self.outcome, self.value) = (criterion, reason, text, outcome, value)
        }

        var testDescription: String { "\(criterion.rawValue): \(reason)" }
    }

    private static func share(_ count: Int, _ of: Int) -> CriterionFigure { .share(Share(count: count, of: of)) }
    private static func day(_ text: String) -> CriterionFigure? { CivilDay(text).map(CriterionFigure.day) }
    private static func budget(_ amount: String, _ currency: String = "GTQ") -> String { #""budget": {"amount": {"amount": \#(amount), "currency": "\#(currency)"}}"# }
    private static func contract(_ amount: String) -> String {
        #""contractingProcesses": [{"id": "1", "summary": {"contractValue": {"amount": \#(amount), "currency": "GTQ"}}}]"#
    }
    private static func location(_ coordinates: String) -> String {
        #""locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": \#(coordinates)}, "address": {"countryName": "Guatemala"}}]"#
    }
    private static func updated(_ date: String) -> String { #""updated": "\#(date)""# }

    /// Names that look like ones of the schema.
    private static let mistyped = ["titel", "descripcion", "sectr", "statuss", "puropse", "documentss", "locatoins", "budgett", "partiess", "languaje", "updatedd"]

    // MARK: The publication

    static let whole: [Example] = [
        Example(.registeredPrefix, "no project", "[]", .notApplicable),
        Example(.registeredPrefix, "the form alone is for a person", projects(["", ""]), .manual, share(2, 2)),
        Example(.registeredPrefix, "an id without a prefix", #"[{"id": "oc4ids-bu3kcz-1"}, {"id": "SNIP-1"}]"#, .notMet, share(1, 2)),
        Example(.registeredPrefix, "no id", #"[{"id": "oc4ids-bu3kcz-1"}, {"title": "x"}]"#, .notMet, share(1, 2)),
        Example(.registeredPrefix, "an escape in the id", #"[{"id": "oc4ids\u002dbu3kcz-1"}]"#, .manual, share(1, 1)),
        Example(.appropriate, "no project", "[]", .notApplicable),
        Example(.appropriate, "no additional field", projects([""]), .met, .count(0)),
        Example(.appropriate, "fields that the schema does not cover", projects([#""snip": 1, "fuente_municipal": 2"#]), .met, .count(0)),
        Example(.appropriate, "two names for one field", projects([#""titel": "x""#, #""tittle": "y""#]), .met, .count(1)),
        Example(.appropriate, "ten", projects([mistyped.prefix(10).map { "\"\($0)\": 1" }.joined(separator: ",")]), .met, .count(10)),
        Example(.appropriate, "eleven", projects([mistyped.map { "\"\($0)\": 1" }.joined(separator: ",")]), .notMet, .count(11)),
        Example(.active, "no project", "[]", .notApplicable),
        Example(.active, "no date", projects([""]), .notMet),
        Example(.active, "today", projects([updated("2026-11-21T00:00:00-06:00")]), .met, day("2026-11-21")),
        Example(.active, "twelve months ago", projects([updated("2025-11-21T00:00:00-06:00"), updated("2020-01-01T00:00:00Z")]), .met, day("2025-11-21")),
        Example(.active, "a day more", projects([updated("2025-11-20T23:59:59-06:00")]), .notMet, day("2025-11-20")),
        Example(.active, "tomorrow, for time zones", projects([updated("2026-11-22T00:00:00+14:00")]), .met, day("2026-11-22")),
        Example(.active, "a day to come proves nothing", projects([updated("2099-01-01T00:00:00Z")]), .notMet),
        Example(.active, "a day without a time", projects([updated("2026-06-01")]), .met, day("2026-06-01")),
        Example(.valid, "no error", projects([""]), .met, .count(0)),
        Example(.valid, "two errors", projects([#""title": 1, "description": 2"#]), .notMet, .count(2)),
        Example(.valid, "a duplicate key is no schema error", projects([#""title": "a", "title": "b""#]), .met, .count(0)),
        Example(.valid, "a line that could not be read", "{\"id\": \"oc4ids-bu3kcz-1\"}\n{\"id\": }\n", .notMet, .count(1)),
        Example(.conformant, "no error", projects([""]), .met, .count(0)),
        Example(.conformant, "a warning does not matter", projects([#""purpose": "pendiente""#]), .met, .count(0)),
        Example(.conformant, "a check of severity error", projects([#""title": "a", "title": "b""#]), .notMet, .count(1)),
        Example(.conformant, "not valid", projects([#""title": 1"#]), .notMet, .count(1)),
    ]

    // MARK: The contents

    static let contents: [Example] = [
        Example(.sectorsStandardised, "no sector", projects(["", #""sector": []"#, #""sector": [null, ""]"#]), .notApplicable),
        Example(.sectorsStandardised, "standard ones", projects([#""sector": ["health"]"#, #""sector": ["education", "Escuelas"]"#, ""]), .met, share(2, 2)),
        Example(.sectorsStandardised, "others only", projects([#""sector": ["health"]"#, #""sector": ["Salud"]"#]), .notMet, share(1, 2)),
        Example(.sectorsStandardised, "19 of 20", projects((0 ..< 20).map { $0 == 7 ? #""sector": ["Salud"]"# : #""sector": ["health"]"# }), .met, share(19, 20)),
        Example(.sectorsStandardised, "18 of 19", projects((0 ..< 19).map { $0 == 7 ? #""sector": ["Salud"]"# : #""sector": ["health"]"# }), .notMet, share(18, 19)),
        Example(.budgetsRealistic, "no budget", projects(["", #""budget": {"description": "x"}"#, #""budget": {"amount": {"amount": null}}"#]), .notApplicable),
        Example(.budgetsRealistic, "from 1,000", projects([budget("1000"), budget("1e11")]), .met, share(2, 2)),
        Example(.budgetsRealistic, "less", projects([budget("999.99")]), .notMet, share(0, 1)),
        Example(.budgetsRealistic, "zero", projects([budget("0")]), .notMet, share(0, 1)),
        Example(.budgetsRealistic, "negative", projects([budget("-125000")]), .notMet, share(0, 1)),
        Example(.budgetsRealistic, "too many zeros", projects([budget("100000000001")]), .notMet, share(0, 1)),
        Example(.budgetsRealistic, "pesos of which it takes thousands", projects([budget("2000000", "COP"), budget("999999", "COP")]), .notMet, share(1, 2)),
        Example(.budgetsRealistic, "no number", projects([budget(#""Q 1,000,000""#)]), .notMet, share(0, 1)),
        Example(.contractValuesRealistic, "no contract", projects(["", #""contractingProcesses": [{"id": "1", "summary": {}}]"#]), .notApplicable),
        Example(.contractValuesRealistic, "from 100", projects([contract("100")]), .met, share(1, 1)),
        Example(.contractValuesRealistic, "less", projects([contract("99"), contract("1250000")]), .notMet, share(1, 2)),
        Example(.datesRealistic, "no date", projects([""]), .notApplicable),
        Example(.datesRealistic, "sound", projects([updated("2026-01-01T00:00:00Z")]), .met, share(1, 1)),
        Example(.datesRealistic, "1900, and in the future", projects([updated("1900-01-01T00:00:00Z"), updated("2027-01-01T00:00:00Z"), updated("2026-01-01T00:00:00Z")]),
                .notMet, share(1, 3)),
        Example(.datesRealistic, "out of order", projects([#""period": {"startDate": "2024-03-01T00:00:00Z", "endDate": "2023-03-01T00:00:00Z"}"#]), .notMet, share(1, 2)),
        Example(.datesRealistic, "one date with two faults is one", projects([updated("2199-01-01T00:00:00Z")]), .notMet, share(0, 1)),
        Example(.rolesSet, "no party", projects([""]), .notApplicable),
        Example(.rolesSet, "set", projects([#""parties": [{"id": "a", "name": "A", "roles": ["buyer"]}]"#]), .met, share(1, 1)),
        Example(.rolesSet, "empty or missing", projects([#""parties": [{"id": "a", "roles": []}, {"id": "b"}, {"id": "c", "roles": ["buyer"]}]"#]), .notMet, share(1, 3)),
        Example(.coordinatesValid, "no coordinates", projects(["", #""locations": [{"id": "1"}]"#]), .notApplicable),
        Example(.coordinatesValid, "in Guatemala", projects([location("[-90.51, 14.63]")]), .met, share(1, 1)),
        Example(.coordinatesValid, "exchanged, elsewhere, nowhere", projects(["[14.63, -90.51]", "[90.51, 14.63]", "[0, 0]", "[-90.51, 14.63]"].map(location)),
                .notMet, share(1, 4)),
        Example(.coordinatesValid, "text", projects([location(#""14.63 N, 90.51 O""#)]), .notMet, share(0, 1)),
    ]

    // MARK: What a person has to look at

    static let manual: [Example] = [
        Example(.discoverable, "whatever the data says", projects([""]), .manual),
        Example(.documented, "whatever the data says", projects([""]), .manual),
        Example(.openLicense, "whatever the data says", projects([""]), .manual),
        Example(.retrievable, "whatever the data says", projects([""]), .manual),
        Example(.titlesRealistic, "no title", projects(["", #""title": """#]), .notApplicable),
        Example(.titlesRealistic, "a title", projects([#""title": "Puesto de salud""#]), .manual),
        Example(.descriptionsRealistic, "no description", projects([""]), .notApplicable),
        Example(.descriptionsRealistic, "a description", projects([#""description": "Seis camas""#]), .manual),
        Example(.organizationsRealistic, "no name", projects([#""parties": [{"id": "a"}]"#]), .notApplicable),
        Example(.organizationsRealistic, "a name", projects([#""parties": [{"id": "a", "name": "A"}]"#]), .manual),
        Example(.documentsOpen, "no address", projects([#""documents": [{"id": "1"}]"#]), .notApplicable),
        Example(.documentsOpen, "an address", projects([#""documents": [{"id": "1", "url": "https://example.org/1.pdf"}]"#]), .manual),
    ]

    @Test(arguments: whole + contents + manual) func outcome(_ example: Example) throws {
        let found = try judgement(example.criterion, example.text)
        #expect(found.outcome == example.outcome)
        #expect(found.value == example.value)
    }

    @Test func everyCriterionHasExamplesOfItsOutcomes() {
        let examples = Dictionary(grouping: Self.whole + Self.contents + Self.manual, by: \.criterion).mapValues { Set($0.map(\.outcome)) }
        for criterion in Criterion.allCases {
            let expected: Set<CriterionOutcome> = switch criterion {
            case .registeredPrefix: [.notMet, .notApplicable, .manual]
            case .valid, .conformant: [.met, .notMet]
            case .discoverable, .documented, .openLicense, .retrievable: [.manual]
            case .titlesRealistic, .descriptionsRealistic, .organizationsRealistic, .documentsOpen: [.manual, .notApplicable]
            default: [.met, .notMet, .notApplicable]
            }
            #expect(examples[criterion] == expected, "\(criterion)")
        }
    }

    @Test(arguments: [(["oc4ids-bu3kcz"], CriterionOutcome.met, 2), (["oc4ids-abcdef"], .notMet, 0), ([], .notMet, 0)])
    func aListOfPrefixesDecides(_ prefixes: [String], _ outcome: CriterionOutcome, _ count: Int) throws {
        let found = try judgement(.registeredPrefix, Self.projects(["", ""]), prefixes: Set(prefixes))
        #expect(found.outcome == outcome)
        #expect(found.value == Self.share(count, 2))
        #expect(found.sample == ["oc4ids-bu3kcz"])
    }

    @Test(arguments: [true, false]) func linksOfThePackageAreShownWhereverTheyStand(first: Bool) throws {
        let links = """
        "uri": "https://example.org/datos.json", "publicationPolicy": "https://example.org/politica", "license": "https://example.org/licencia", \
        "publisher": {"name": "Ministerio", "uri": "https://example.org"}
        """
        let projects = #""projects": [{"id": "oc4ids-bu3kcz-1"}]"#
        let found = try publication("{" + (first ? links + ", " + projects : projects + ", " + links) + "}")
        #expect(found.judgement(.documented).sample == ["https://example.org/politica"])
        #expect(found.judgement(.openLicense).sample == ["https://example.org/licencia"])
        #expect(found.judgement(.retrievable).sample == ["https://example.org/datos.json"])
        #expect(found.judgement(.discoverable).sample == ["Ministerio", "https://example.org"])
    }

    /// Not those that come first, each once, and the same in any order.
    @Test func samplesDoNotDependOnTheOrder() throws {
        let titles = (0 ..< 200).map { #""title": "Puesto de salud \#($0 % 100)""# }
        let forward = try judgement(.titlesRealistic, Self.projects(titles)).sample
        let backward = try judgement(.titlesRealistic, Self.projects(titles.reversed())).sample
        #expect(forward.count == 5 && Set(forward).count == 5)
        #expect(forward == backward)
        #expect(forward != (0 ..< 5).map { "Puesto de salud \($0)" })
    }

    @Test func longTextsAreCut() throws {
        let long = String(repeating: "ñ", count: 5_000)
        let found = try publication(#"{"license": "\#(long)", "projects": [{"id": "oc4ids-bu3kcz-1", "title": "\#(long)"}]}"#)
        #expect(found.judgement(.openLicense).sample.map(\.unicodeScalars.count) == [201])
        #expect(found.judgement(.titlesRealistic).sample.map(\.unicodeScalars.count) == [201])
    }

    // MARK: Definitions

    @Test(arguments: Criterion.allCases) func textsAreThereInBothLanguages(_ criterion: Criterion) {
        let definition = criterion.definition
        let sentences = [definition.meaning, definition.threshold, definition.lookAt].compactMap(\.self)
        #expect(definition.title.en != definition.title.es)
        for texts in [definition.title, definition.source] + sentences {
            for text in [texts.en, texts.es] { #expect(!text.isEmpty && !text.contains("  ") && text.first != " " && text.last != " ") }
            #expect(!texts.es.contains("“") && !texts.en.contains("«"))
            #expect(texts.es.contains("?") == texts.es.contains("¿"))
        }
        for texts in sentences { #expect([texts.en, texts.es].allSatisfy { $0.last.map { ".?".contains($0) } ?? false }) }
        #expect(criterion.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test(arguments: PublicationMetric.allCases) func metricsHaveTextsInBothLanguages(_ metric: PublicationMetric) {
        let definition = metric.definition
        for texts in [definition.title, definition.meaning, definition.source] { #expect(!texts.en.isEmpty && !texts.es.isEmpty && texts.en != texts.es) }
    }
}

/// What a text is worth as a publication.
func publication(_ text: String, prefixes: Set<String>? = nil, frequency: String? = nil, jobs: Int = 1) throws -> Publication {
    let settings = CheckSettings(today: CheckSettings.fixed.today, prefixes: prefixes, frequency: frequency.flatMap { Frequency($0) })
    let review = try Reviewer(standard: .bundled(), settings: settings, jobs: jobs).review(of: text)
    return try #require(review.publication)
}

extension Publication {
    func judgement(_ criterion: Criterion) -> Judgement {
        criteria.first { $0.criterion == criterion }?.judgement ?? .notApplicable
    }
}
