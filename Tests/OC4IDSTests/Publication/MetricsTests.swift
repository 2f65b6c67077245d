import JSONSchema
@testable import OC4IDS
import Testing

/// Figures of a publication: today is 2026-11-21.
@Suite struct MetricsTests {
    @Test func datesAreThoseOfProjectsThemselves() throws {
        let metrics = try publication("""
        [{"id": "oc4ids-bu3kcz-1", "updated": "2026-02-03T00:00:00-06:00", "period": {"startDate": "2020-05-01T00:00:00Z", "endDate": "2024-05-01T00:00:00Z"},
          "maintenancePeriod": {"startDate": "2010-01-01T00:00:00Z", "endDate": "2049-01-01T00:00:00Z"}},
         {"id": "oc4ids-bu3kcz-2", "updated": "2099-01-01T00:00:00Z", "preparationPeriod": {"startDate": "2019-05-01"},
          "period": {"startDate": "1900-01-01T00:00:00Z", "endDate": "9999-12-31T00:00:00Z"}, "completion": {"endDate": "2025-01-31T00:00:00-06:00"}},
         {"id": "oc4ids-bu3kcz-3", "updated": "2025-02-03T00:00:00-06:00", "implementationPeriod": {"startDate": "mañana", "endDate": null}}]
        """).metrics
        #expect(metrics.projects == 3)
        #expect(metrics.lastUpdated?.text == "2026-02-03")
        #expect(metrics.earliestStart?.text == "2019-05-01")
        #expect(metrics.latestEnd?.text == "2025-01-31")
        #expect(metrics.timeliness == nil)
    }

    @Test func whatIsNotThereIsNil() throws {
        let metrics = try publication("[]").metrics
        #expect(metrics.projects == 0 && metrics.lastUpdated == nil && metrics.earliestStart == nil && metrics.latestEnd == nil)
        #expect(metrics.schemaErrors.isEmpty && metrics.schemaErrorKinds == 0 && metrics.additionalFields == 0)
    }

    @Test func kindsOfErrorsAreCounted() throws {
        let metrics = try publication("""
        [{"id": "oc4ids-bu3kcz-1", "title": 1, "description": 2, "titel": "x", "snip": "x"},
         {"id": "oc4ids-bu3kcz-2", "title": 1, "title": 2, "status": "terminado", "purpose": ""}]
        """).metrics
        #expect(metrics.schemaErrorKinds == 4)
        #expect(metrics.schemaErrors == [.init(keyword: .type, count: 4), .init(keyword: .enum, count: 1), .init(keyword: .minLength, count: 1)])
        #expect(metrics.checkErrorKinds == 1)
        #expect(metrics.checkWarningKinds >= 1)
        #expect(metrics.additionalFields == 2 && metrics.additionalFieldsCovered == 1)
    }

    // MARK: Timeliness

    @Test(arguments: [
        ("P6M", "2026-05-21", "2026-05-21", nil, true, 1), ("P6M", "2026-05-20", "2026-05-20", nil, false, 0), ("P1Y", "2026-05-20", "2026-05-20", nil, true, 1),
        ("P2W", "2026-11-07", "2026-11-07", nil, true, 1), ("P2W", "2026-11-06", "2026-11-06", nil, false, 0),
        ("P6M", "2020-01-01", "2026-10-01", "2026-10-01T00:00:00Z", true, 0), ("P6M", "2099-01-01", nil, "2099-01-01T00:00:00Z", false, 0),
    ] as [(String, String, String?, String?, Bool, Int)])
    func newestDataIsComparedWithThePeriod(_ frequency: String, _ updated: String, _ newest: String?, _ published: String?, _ isMet: Bool, _ count: Int) throws {
        let head = published.map { #""publishedDate": "\#($0)", "# } ?? ""
        let text = #"{\#(head)"projects": [{"id": "oc4ids-bu3kcz-1", "updated": "\#(updated)T00:00:00Z"}, {"id": "oc4ids-bu3kcz-2"}]}"#
        let timeliness = try #require(try publication(text, frequency: frequency).metrics.timeliness)
        #expect(timeliness.frequency.text == frequency)
        #expect(timeliness.newest?.text == newest)
        #expect(timeliness.isMet == isMet)
        #expect(timeliness.projects == Share(count: count, of: 2))
    }

    @Test(arguments: [
        ("P6M", "2026-05-21"), ("P1Y", "2025-11-21"), ("P1M", "2026-10-21"), ("P2W", "2026-11-07"), ("P1Y6M", "2025-05-21"), ("P10D", "2026-11-11"), ("P1M1W", "2026-10-14"),
        ("P011M", "2025-12-21"), ("P12M", "2025-11-21"),
    ])
    func durationsAreRead(_ text: String, _ start: String) throws {
        let frequency = try #require(Frequency(text))
        #expect(frequency.start(before: CheckSettings.fixed.today).text == start)
    }

    @Test(arguments: ["", "P", "6M", "P6", "PM", "P0M", "P-6M", "P6M ", "p6m", "P1.5Y", "PT6H", "P6MT1H", "P6M1Y", "P1M1M", "P1000Y", "six months"])
    func whatIsNoDurationIsRefused(_ text: String) {
        #expect(Frequency(text) == nil)
    }

    @Test(arguments: [
        ("2026-08-31", 6, "2026-02-28"), ("2024-08-31", 6, "2024-02-29"), ("2024-02-29", 12, "2023-02-28"), ("2026-01-15", 1, "2025-12-15"),
        ("2026-03-31", 1, "2026-02-28"), ("2026-12-31", 1, "2026-11-30"), ("2026-11-21", 0, "2026-11-21"), ("2026-01-05", 25, "2023-12-05"),
    ])
    func earlierMonthsKeepTheDayOrTakeTheirLast(_ day: String, _ months: Int, _ expected: String) throws {
        #expect(try #require(CivilDay(day)).monthsEarlier(months).text == expected)
    }

    // MARK: Prefixes

    @Test(arguments: [
        ("oc4ids-bu3kcz\noc4ids-abc123\n", ["oc4ids-abc123", "oc4ids-bu3kcz"]), ("oc4ids-bu3kcz", ["oc4ids-bu3kcz"]), ("\u{FEFF}oc4ids-bu3kcz\r\n", ["oc4ids-bu3kcz"]),
        ("Ministerio,prefijo\r\n\"Salud, MSPAS\",\"oc4ids-bu3kcz\"\r\n", ["oc4ids-bu3kcz"]), ("a;OC4IDS-BU3KCZ;b", ["oc4ids-bu3kcz"]),
        ("oc4ids-bu3kcz-0001", ["oc4ids-bu3kcz"]), ("oc4ids-bu3kc\noc4ids-bu3kczz\nxoc4ids-bu3kcz\nocds-213czf", []), ("", []), ("ñoc4ids-bu3kcz", []),
    ])
    func prefixesAreReadFromAnyTable(_ text: String, _ expected: [String]) {
        let isMarked = text.hasPrefix("\u{FEFF}")
        #expect(ProjectPrefix.all(in: isMarked ? Array(text.utf8.dropFirst(3)) : Array(text.utf8)).sorted() == expected)
        #expect(ProjectPrefix.all(in: Array(text.utf8)).sorted() == expected)
    }

    // MARK: Threads

    @Test func theNumberOfThreadsChangesNothing() throws {
        let projects = (0 ..< 40_000).map { number in
            """
            {"id": "oc4ids-\(number % 3 == 0 ? "bu3kcz" : "abcdef")-\(number)", "title": "Obra \(number % 977)", "updated": "20\(10 + number % 17)-0\(1 + number % 9)-15T00:00:00Z", \
            "sector": ["\(number % 5 == 0 ? "Salud" : "health")"], "budget": {"amount": {"amount": \(number % 2_000 * 10), "currency": "GTQ"}}, \
            "period": {"startDate": "\(1990 + number % 30)-01-01T00:00:00Z", "endDate": "\(2020 + number % 25)-01-01T00:00:00Z"}}
            """
        }
        let text = package("[" + projects.joined(separator: ",\n") + "]").dropLast() + #", "license": "https://example.org/licencia"}"#
        let found = try (1 ... 3).map { try publication(String(text), prefixes: ["oc4ids-bu3kcz"], frequency: "P6M", jobs: $0) }
        #expect(found[0].judgement(.registeredPrefix).value == .share(Share(count: 13_334, of: 40_000)))
        #expect(found[0].judgement(.openLicense).sample == ["https://example.org/licencia"])
        for other in found.dropFirst() {
            #expect(other.metrics == found[0].metrics)
            #expect(other.criteria.map(\.judgement) == found[0].criteria.map(\.judgement))
        }
    }
}
