import JSONSchema
@testable import OC4IDS
import Testing

/// What someone probably meant: only where it can be told.
@Suite struct SuggestionTests {
    private func code(_ text: String, _ codelist: String) throws -> String? {
        let list = try #require(Codelist.bundled(codelist))
        return Suggestion.code(for: text, among: list.codes.map(\.code), codelist: codelist)
    }

    // MARK: Codes

    @Test(arguments: [
        ("Implementation", "projectStatus", "implementation"), ("IMPLEMENTATION", "projectStatus", "implementation"),
        (" implementation ", "projectStatus", "implementation"), ("implementación", "projectStatus", "implementation"),
        ("gtq", "currency", "GTQ"), ("Q", "currency", "GTQ"), ("quetzales", "currency", "GTQ"), ("Dólares", "currency", "USD"), ("euros", "currency", "EUR"),
        ("Public Authority", "partyRole", "publicAuthority"), ("public_authority", "partyRole", "publicAuthority"),
    ])
    func codesWrittenInAnotherWay(_ text: String, _ codelist: String, _ meant: String) throws {
        #expect(try code(text, codelist) == meant)
    }

    @Test(arguments: ["projectStatus", "projectType", "partyRole", "documentType", "milestoneStatus", "country"])
    func titlesInBothLanguagesStandForTheirCode(_ codelist: String) throws {
        let list = try #require(Codelist.bundled(codelist))
        // Two codes may share a title: then the first is meant.
        for language in Language.allCases {
            for item in list.codes {
                let first = list.codes.first { Suggestion.folded($0.title[language]) == Suggestion.folded(item.title[language]) }
                #expect(try code(item.title[language].uppercased(), codelist) == first?.code, "\(item.title[language])")
            }
        }
    }

    @Test(arguments: [
        ("implementaton", "projectStatus", "implementation"), ("complition", "projectStatus", "completion"), ("compeltion", "projectStatus", "completion"),
        ("construcion", "projectType", "construction"),
    ])
    func codesAFewLettersAway(_ text: String, _ codelist: String, _ meant: String) throws {
        #expect(try code(text, codelist) == meant)
    }

    @Test(arguments: [
        ("", "projectStatus"), ("N/A", "projectStatus"), ("n.d.", "currency"), ("XYZ", "currency"), ("pendiente", "projectStatus"), ("—", "projectStatus"),
        ("hospital", "projectStatus"), ("QQ", "currency"), ("null", "projectType"),
    ])
    func noCodeIsSuggestedForWhatResemblesNone(_ text: String, _ codelist: String) throws {
        #expect(try code(text, codelist) == nil)
    }

    @Test func onlyAllowedCodesAreSuggested() {
        #expect(Suggestion.code(for: "quetzales", among: ["USD"], codelist: "currency") == nil)
        #expect(Suggestion.code(for: "Finalización", among: ["preparation"], codelist: "projectStatus") == nil)
    }

    @Test func theClosestNameWins() {
        #expect(Suggestion.closest(to: "tittle", among: ["subtitle", "title", "tile"]) == "title")
        #expect(Suggestion.closest(to: "ab", among: ["abcd"]) == nil)
        #expect(Suggestion.closest(to: "ida", among: ["id"]) == "id")
        #expect(Suggestion.closest(to: "x", among: []) == nil)
    }

    // MARK: Dates

    @Test(arguments: [
        ("2024-03-01", "2024-03-01T00:00:00-06:00"), ("2024-03-01 08:30:00", "2024-03-01T08:30:00-06:00"), ("2024-03-01T08:30:00", "2024-03-01T08:30:00-06:00"),
        ("2024-03-01 08:30", "2024-03-01T08:30:00-06:00"), ("21/11/2026", "2026-11-21T00:00:00-06:00"), ("1/3/2024", "2024-03-01T00:00:00-06:00"),
        ("01-03-2024", "2024-03-01T00:00:00-06:00"), ("1.3.2024", "2024-03-01T00:00:00-06:00"), ("29/02/2024", "2024-02-29T00:00:00-06:00"),
    ])
    func datesAreCompletedInGuatemalasTime(_ text: String, _ whole: String) {
        #expect(Suggestion.dateTime(text) == whole)
    }

    @Test(arguments: [
        "", "N/A", "2024", "2024-02-30", "2024-13-01", "29/02/2023", "11/21/2026", "2024-03", "marzo 2024", "2024-03-01T25:00:00", "2024/03/01", "1/3/24", "+1/3/2024",
        "ñ024-03-01", "2024-03-01T08:30:00ñ",
    ])
    func noDateIsMadeUp(_ text: String) {
        #expect(Suggestion.dateTime(text) == nil)
    }

    @Test(arguments: ["2024-03-01", "2024-03-01 08:30", "1/3/2024"])
    func whatIsSuggestedIsADateTime(_ text: String) throws {
        let suggestion = try #require(Suggestion.dateTime(text))
        #expect(try CompiledSchema(#"{"format": "date-time"}"#.utf8).validate("\"\(suggestion)\"".utf8) == [])
    }

    // MARK: Addresses

    @Test(arguments: [
        ("www.example.org", "https://www.example.org"), ("example.org/a/b.pdf", "https://example.org/a/b.pdf"),
        ("https://example.org/a b.pdf", "https://example.org/a%20b.pdf"), ("http://example.org/ ", "http://example.org/%20"),
        ("www.example.org/a b", "https://www.example.org/a%20b"), ("guatecompras.gt/contrato.pdf", "https://guatecompras.gt/contrato.pdf"),
    ])
    func addressesAreCompleted(_ text: String, _ whole: String) {
        #expect(Suggestion.uri(text) == whole)
    }

    @Test(arguments: [
        "", "N/A", "pendiente", "/docs/a.pdf", "contrato.pdf", "Contrato-01.PDF", "httpx", "info@example.org", "No. 5", "Pendiente. Ver oficio 12", "S.A.", "1.5", "C:\\docs\\a.pdf", "https://example.org",
        "mailto:info@example.org", "en Guatecompras.gt", "https://exämple.org/a b",
    ])
    func noAddressIsMadeUp(_ text: String) {
        #expect(Suggestion.uri(text) == nil)
    }

    // MARK: Yes and no

    @Test(arguments: [("true", "true"), ("Sí", "true"), ("si", "true"), ("1", "true"), ("No", "false"), ("FALSO", "false"), ("0", "false")])
    func truthInWords(_ text: String, _ meant: String) {
        #expect(Suggestion.boolean(text) == meant)
    }

    @Test(arguments: ["", "N/A", "quizás", "2"])
    func noTruthIsMadeUp(_ text: String) {
        #expect(Suggestion.boolean(text) == nil)
    }
}

/// Numbers that people wrote as text.
@Suite struct PlainNumberTests {
    @Test(arguments: [
        ("1250000.50", "1250000.50"), ("1,250,000.50", "1250000.50"), ("Q 1,250,000.00", "1250000.00"), ("Q1250", "1250"), ("Q. 1,250", "1250"), ("GTQ 5", "5"),
        ("US$ 10.5", "10.5"), ("$3", "3"), ("usd 7", "7"), ("1 250 000", "1250000"), ("1\u{A0}250\u{A0}000.5", "1250000.5"), (" 12 ", "12"), ("-5", "-5"), ("Q -5.25", "-5.25"),
        ("0", "0"), ("0.5", "0.5"), ("-0.5", "-0.5"), ("007", "7"), ("-007", "-7"), ("00.5", "0.5"), ("000", "0"), ("12345678901234567890", "12345678901234567890"),
    ])
    func numbersAreFoundInText(_ text: String, _ number: String) {
        #expect(PlainNumber.from(text) == number)
    }

    @Test(arguments: [
        "", " ", "Q", "N/A", "-", ".", ".5", "5.", "1,5", "1,50", "0,125", "1.250,50", "1.234,567", "1.250.000", "1,2345", "12345,678", "1,234,56", ",123", "1 2", "12 34",
        "5 millones", "1e6", "1-2", "--5", "5-", "٣", "1,250.000,5", "Q5Q", "1,,250", "0,000", "1, 250", "1,250 000",
    ])
    func whatIsNotSureIsNoNumber(_ text: String) {
        #expect(PlainNumber.from(text) == nil)
    }

    @Test(arguments: [("12", "12"), ("1,250.00", "1250"), ("1,250.50", nil), ("doce", nil), ("-3.0", "-3")] as [(String, String?)])
    func wholeNumbers(_ text: String, _ number: String?) {
        #expect(PlainNumber.whole(text) == number)
    }

    @Test(arguments: ["007", "-007", "Q 1,250,000.50", "000", "-00.5", "1 000"])
    func whatIsSuggestedIsANumber(_ text: String) throws {
        let number = try #require(PlainNumber.from(text))
        #expect(try CompiledSchema(#"{"type": "number"}"#.utf8).validate(number.utf8) == [])
    }
}

/// Moments from date-times.
@Suite struct InstantTests {
    private func instant(_ text: String) -> Instant? {
        Array(text.utf8).withUnsafeBytes { Instant($0) }
    }

    @Test(arguments: [
        ("2024-03-01T00:00:00Z", "2024-03-01T00:00:01Z"), ("2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z"), ("1999-12-31T23:59:59Z", "2000-01-01T00:00:00Z"),
        ("2024-03-01T00:00:00+06:00", "2024-03-01T00:00:00Z"), ("2024-03-01T00:00:00Z", "2024-03-01T00:00:00-06:00"), ("2024-03-01T00:00:00.1Z", "2024-03-01T00:00:00.15Z"),
        ("2024-03-01T00:00:00Z", "2024-03-01T00:00:00.000000001Z"), ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"), ("2023-02-28T00:00:00Z", "2023-03-01T00:00:00Z"),
    ])
    func earlierComesFirst(_ earlier: String, _ later: String) throws {
        let (a, b) = (try #require(instant(earlier)), try #require(instant(later)))
        #expect(a < b)
        #expect(!(b < a))
    }

    @Test(arguments: [
        ("2024-03-01T06:00:00Z", "2024-03-01T00:00:00-06:00"), ("2024-03-01t06:00:00z", "2024-03-01T06:00:00.000Z"), ("2024-02-29T20:30:00-03:30", "2024-03-01T00:00:00+00:00"),
    ])
    func theSameMomentInTwoZones(_ a: String, _ b: String) {
        #expect(instant(a) != nil)
        #expect(instant(a) == instant(b))
    }

    @Test func fractionsOfAnyLengthAreRead() {
        #expect(instant("2024-03-01T00:00:00.\(String(repeating: "9", count: 400))Z") != nil)
    }

    @Test(arguments: ["", "2024-03-01", "2024-02-30T00:00:00Z", "2024-03-01T00:00:00", "2024-03-01 00:00:00Z", "ayer"])
    func whatIsNoDateTimeIsNoMoment(_ text: String) {
        #expect(instant(text) == nil)
    }
}
