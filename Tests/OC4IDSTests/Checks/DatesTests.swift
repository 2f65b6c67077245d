import JSONSchema
@testable import OC4IDS
import Testing

/// What is found about dates, and what is not: today is 2026-11-21.
@Suite struct DatesTests {
    /// A project with these fields, as `field: value, …` without the outer braces.
    private func found(_ check: Check, _ fields: String) throws -> [String] {
        try review(#"{"id": "oc4ids-bu3kcz-1", \#(fields)}"#).checks.filter { $0.check == check }.flatMap(\.places).map(\.pointer.description)
    }

    private static func period(_ start: String, _ end: String, _ rest: String = "") -> String {
        #""period": {"startDate": "\#(start)", "endDate": "\#(end)"\#(rest)}"#
    }

    // MARK: Order

    static let order: [(reason: String, fields: String, places: [String])] = [
        ("end before start", period("2024-03-01T00:00:00-06:00", "2023-12-15T00:00:00-06:00"), ["/period/endDate"]),
        ("the same day", period("2024-03-01T15:00:00-06:00", "2024-03-01T00:00:00-06:00"), []),
        ("a day before, in one time zone", period("2024-03-02T00:00:00-06:00", "2024-03-01T00:00:00-06:00"), ["/period/endDate"]),
        ("a day before as written, later as a moment", period("2024-03-02T00:00:00+14:00", "2024-03-01T23:00:00-06:00"), []),
        ("no time, which is a schema error, but a day", period("2024-03-02", "2023-03-02"), ["/period/endDate"]),
        ("an escape in the date", period(#"2024\u002d03-02T00:00:00Z"#, "2023-03-02T00:00:00Z"), ["/period/endDate"]),
        ("no dates", period("marzo de 2024", "2023"), []),
        ("a day the calendar lacks", period("2024-03-02T00:00:00Z", "2023-02-31T00:00:00Z"), []),
        ("null", #""period": {"startDate": "2024-03-01T00:00:00Z", "endDate": null}"#, []),
        ("numbers", #""period": {"startDate": 2024, "endDate": 2023}"#, []),
        ("the latest end before the end", period("2024-01-01T00:00:00Z", "2024-12-31T00:00:00Z", #", "maxExtentDate": "2024-06-30T00:00:00Z""#),
         ["/period/maxExtentDate"]),
        ("the latest end before the start", #""period": {"startDate": "2024-07-01T00:00:00Z", "maxExtentDate": "2024-06-30T00:00:00Z"}"#,
         ["/period/maxExtentDate"]),
        ("the latest end after the end", period("2024-01-01T00:00:00Z", "2024-12-31T00:00:00Z", #", "maxExtentDate": "2025-06-30T00:00:00Z""#), []),
        ("a period deep inside", """
         "contractingProcesses": [{"id": "1", "summary": {"modifications": [{"id": "1", "newContractPeriod": {"startDate": "2024-03-01T00:00:00Z", \
         "endDate": "2023-03-01T00:00:00Z"}}]}}]
         """, ["/contractingProcesses/0/summary/modifications/0/newContractPeriod/endDate"]),
        ("approved before it was asked for", #""budget": {"requestDate": "2024-05-02T00:00:00Z", "approvalDate": "2024-04-02T00:00:00Z"}"#, ["/budget/approvalDate"]),
        ("approved the day before: a time zone", #""budget": {"requestDate": "2024-05-02T00:00:00Z", "approvalDate": "2024-05-01T18:00:00-06:00"}"#, []),
        ("looked at last before it was met", #""milestones": [{"id": "1", "dateMet": "2024-05-02T00:00:00Z", "dateModified": "2024-03-02T00:00:00Z"}]"#,
         ["/milestones/0/dateModified"]),
        ("met late", #""milestones": [{"id": "1", "dueDate": "2024-01-02T00:00:00Z", "dateMet": "2024-05-02T00:00:00Z"}]"#, []),
        ("finished before it was prepared", #""preparationPeriod": {"startDate": "2024-06-01T00:00:00Z"}, "completion": {"endDate": "2023-01-01T00:00:00Z"}"#,
         ["/completion/endDate"]),
        ("finished before the project began", #""period": {"startDate": "2024-05-02T00:00:00Z"}, "completion": {"endDate": "2023-05-02T00:00:00Z"}"#,
         ["/completion/endDate"]),
        ("finished before building began", """
         "period": {"startDate": "2020-01-01T00:00:00Z"}, "implementationPeriod": {"startDate": "2024-01-01T00:00:00Z"}, \
         "completion": {"endDate": "2023-05-02T00:00:00Z"}
         """, ["/completion/endDate"]),
        ("finished early", Self.period("2020-01-01T00:00:00Z", "2024-01-01T00:00:00Z") + #", "completion": {"endDate": "2023-05-02T00:00:00Z"}"#, []),
        ("building before preparing", """
         "preparationPeriod": {"startDate": "2024-05-02T00:00:00Z"}, "implementationPeriod": {"startDate": "2023-05-02T00:00:00Z"}
         """, ["/implementationPeriod/startDate"]),
        ("completion over before building begins", """
         "implementationPeriod": {"startDate": "2024-05-02T00:00:00Z"}, "completionPeriod": {"endDate": "2023-05-02T00:00:00Z"}
         """, ["/completionPeriod/endDate"]),
        ("stages that overlap", """
         "preparationPeriod": {"startDate": "2024-01-02T00:00:00Z", "endDate": "2024-12-31T00:00:00Z"}, \
         "implementationPeriod": {"startDate": "2024-05-02T00:00:00Z", "endDate": "2025-12-31T00:00:00Z"}
         """, []),
        ("a document finished before it was published", """
         "documents": [{"id": "1", "datePublished": "2024-05-02T00:00:00Z", "dateModified": "2024-04-02T00:00:00Z"}]
         """, []),
    ]

    @Test(arguments: order.indices) func datesOutOfOrder(_ row: Int) throws {
        let (reason, fields, places) = Self.order[row]
        #expect(try found(.datesOutOfOrder, fields) == places, "\(reason)")
    }

    /// A contract from 2024-01-10, a call published on 2024-03-01: wrong only where bidders had to be found by a public call.
    @Test(arguments: [(#""open""#, true), (#""selective""#, true), (#""limited""#, false), (#""direct""#, false), ("null", false)])
    func contractsBeforeTheirTender(_ method: String, _ isWrong: Bool) throws {
        let places = try found(.datesOutOfOrder, """
            "contractingProcesses": [{"id": "1", "summary": {"tender": {"datePublished": "2024-03-01T00:00:00Z", "procurementMethod": \(method)}, \
            "contractPeriod": {"startDate": "2024-01-10T00:00:00Z"}}}]
            """)
        #expect(places == (isWrong ? ["/contractingProcesses/0/summary/contractPeriod/startDate"] : []))
    }

    // MARK: Plausibility

    static let plausibility: [(reason: String, fields: String, places: [String])] = [
        ("where spreadsheets begin", #""updated": "1900-01-01T00:00:00-06:00""#, ["/updated"]),
        ("where computers' clocks begin", #""updated": "1970-01-01T00:00:00Z""#, ["/updated"]),
        ("the evening before in Guatemala", #""updated": "1969-12-31T18:00:00-06:00""#, ["/updated"]),
        ("the day after", #""updated": "1970-01-02T00:00:00Z""#, []),
        ("a year mistyped", #""updated": "0224-05-02T00:00:00Z""#, ["/updated"]),
        ("the last day", period("2024-01-01T00:00:00Z", "2050-12-31T00:00:00Z"), []),
        ("past the last day", period("2024-01-01T00:00:00Z", "2051-01-01T00:00:00Z"), ["/period/endDate"]),
        ("for ever", period("2024-01-01T00:00:00Z", "9999-12-31T00:00:00Z"), ["/period/endDate"]),
        ("a day the calendar lacks, a schema error", #""updated": "2051-02-31T00:00:00Z""#, []),
        ("no date", #""updated": "9999""#, []),
        ("a bridge's life", #""assetLifetime": {"startDate": "1955-01-01T00:00:00Z", "endDate": "2125-01-01T00:00:00Z"}"#, []),
        ("no bridge's life", #""assetLifetime": {"startDate": "1900-01-01T00:00:00Z", "endDate": "2999-12-31T00:00:00Z"}"#,
         ["/assetLifetime/endDate", "/assetLifetime/startDate"]),
        ("care for generations", #""maintenancePeriod": {"endDate": "2075-01-01T00:00:00Z"}, "decommissioningPeriod": {"startDate": "2099-01-01T00:00:00Z"}"#, []),
        ("a concession and its loan", """
         "contractingProcesses": [{"id": "1", "summary": {"contractPeriod": {"endDate": "2055-01-01T00:00:00Z"}, \
         "finance": [{"id": "1", "period": {"endDate": "2064-01-01T00:00:00Z"}}]}}]
         """, []),
        ("a concession from 1950", #""contractingProcesses": [{"id": "1", "summary": {"contractPeriod": {"startDate": "1950-01-01T00:00:00Z"}}}]"#,
         ["/contractingProcesses/0/summary/contractPeriod/startDate"]),
        ("a field that the standard lacks", #""fechaCreacion": "1900-01-01T00:00:00Z""#, []),
    ]

    @Test(arguments: plausibility.indices) func implausibleDates(_ row: Int) throws {
        let (reason, fields, places) = Self.plausibility[row]
        #expect(try found(.implausibleDates, fields).sorted() == places, "\(reason)")
    }

    // MARK: The future

    static let future: [(reason: String, fields: String, places: [String])] = [
        ("today", #""updated": "2026-11-21T23:59:59-06:00""#, []),
        ("tomorrow: a time zone", #""updated": "2026-11-22T00:00:00Z""#, []),
        ("the day after tomorrow", #""updated": "2026-11-23T00:00:00Z""#, ["/updated"]),
        ("a document to come", #""documents": [{"id": "1", "datePublished": "2027-01-01T00:00:00Z", "dateModified": "2027-02-01T00:00:00Z"}]"#,
         ["/documents/0/dateModified", "/documents/0/datePublished"]),
        ("a payment to come", #""transactions": [{"id": "1", "date": "2027-01-01T00:00:00Z"}]"#, ["/transactions/0/date"]),
        ("met before its time, due later", #""milestones": [{"id": "1", "dueDate": "2027-01-01T00:00:00Z", "dateMet": "2027-01-01T00:00:00Z"}]"#,
         ["/milestones/0/dateMet"]),
        ("finished in advance", #""completion": {"endDate": "2027-01-01T00:00:00Z"}"#, ["/completion/endDate"]),
        ("approved in advance", #""budget": {"approvalDate": "2027-01-01T00:00:00Z"}"#, ["/budget/approvalDate"]),
        ("plans", period("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"), []),
        ("a meeting arranged", #""social": {"consultationMeetings": [{"id": "1", "date": "2027-01-01T00:00:00Z"}]}"#, []),
    ]

    @Test(arguments: future.indices) func datesInFuture(_ row: Int) throws {
        let (reason, fields, places) = Self.future[row]
        #expect(try found(.datesInFuture, fields).sorted() == places, "\(reason)")
    }

    /// The package's own date, wherever it stands and however the package is read.
    @Test(arguments: [
        (#"{"publishedDate": "2027-01-01T00:00:00Z", "projects": []}"#, ["/publishedDate"]),
        (#"{"projects": [{"id": "a"}], "publishedDate": "2027-01-01T00:00:00Z"}"#, ["/publishedDate"]),
        (#"{"publishedDate": "2026-11-22T00:00:00Z", "projects": []}"#, []),
        (#"{"projects": [{"id": "a", "publishedDate": "2027-01-01T00:00:00Z"}]}"#, []),
        (#"{"id": "a"}"# + "\n" + #"{"publishedDate": "2027-01-01T00:00:00Z", "projects": []}"#, ["/1/publishedDate"]),
    ])
    func packagesPublishedInFuture(_ text: String, _ places: [String]) throws {
        #expect(try review(text).checks.filter { $0.check == .datesInFuture }.flatMap(\.places).map(\.pointer.description) == places)
    }

    // MARK: Duration

    static let durations: [(reason: String, rest: String, isWrong: Bool)] = [
        ("the first day not counted", #", "durationInDays": 365"#, false),
        ("the first day counted", #", "durationInDays": 366"#, false),
        ("a time zone less", #", "durationInDays": 364"#, false),
        ("a time zone more", #", "durationInDays": 367"#, false),
        ("months of thirty days", #", "durationInDays": 360"#, false),
        ("nine days less", #", "durationInDays": 356"#, true),
        ("working days", #", "durationInDays": 261"#, true),
        ("three days more", #", "durationInDays": 368"#, true),
        ("months", #", "durationInDays": 12"#, true),
        ("more digits than days", #", "durationInDays": 999999999999999999"#, true),
        ("part of a day, a schema error", #", "durationInDays": 412.5"#, false),
        ("text, a schema error", #", "durationInDays": "12""#, false),
        ("null", #", "durationInDays": null"#, false),
        ("up to the latest end", #", "durationInDays": 731, "maxExtentDate": "2025-12-31T00:00:00-06:00""#, false),
        ("neither end", #", "durationInDays": 600, "maxExtentDate": "2025-12-31T00:00:00-06:00""#, true),
    ]

    @Test(arguments: durations.indices) func durationsOfAYear(_ row: Int) throws {
        let (reason, rest, isWrong) = Self.durations[row]
        let places = try found(.durationMismatch, Self.period("2024-01-01T00:00:00-06:00", "2024-12-31T00:00:00-06:00", rest))
        #expect(places == (isWrong ? ["/period/durationInDays"] : []), "\(reason)")
    }

    /// From the first of a month, so many months of so many days altogether, given as months of thirty days: also in the year's longest.
    @Test(arguments: [("2024-07-01", "2024-08-01", 30), ("2024-07-01", "2024-09-01", 60), ("2024-07-01", "2025-01-01", 180), ("2024-07-01", "2025-02-01", 210),
                      ("2024-02-01", "2024-03-01", 30), ("2023-02-01", "2023-03-01", 30), ("2004-01-01", "2024-01-01", 7200), ("2018-07-01", "2040-07-01", 8027)])
    func monthsOfThirtyDays(_ start: String, _ end: String, _ days: Int) throws {
        let period = Self.period(start + "T00:00:00Z", end + "T00:00:00Z", #", "durationInDays": \#(days)"#)
        #expect(try found(.durationMismatch, period) == [])
    }

    @Test func durationsNeedTwoDatesInOrder() throws {
        #expect(try found(.durationMismatch, #""period": {"startDate": "2024-01-01T00:00:00Z", "durationInDays": 12}"#) == [])
        #expect(try found(.durationMismatch, #""period": {"endDate": "2024-01-01T00:00:00Z", "durationInDays": 12}"#) == [])
        #expect(try found(.durationMismatch, Self.period("2024-01-01T00:00:00Z", "2023-01-01T00:00:00Z", #", "durationInDays": 12"#)) == [])
    }
}
