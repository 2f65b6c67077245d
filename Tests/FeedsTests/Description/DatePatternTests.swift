@testable import Feeds
import Testing

/// Addresses that change with the date.
@Suite struct DatePatternTests {
    private let today = FeedDay(year: 2026, month: 2, day: 3)

    private func months(_ address: String, _ rule: DateRule) -> [String] {
        var feed = Feed(id: FeedID(address: address, digest: "0"), address: address)
        feed.dates = rule
        return feed.months(today: today).map { DatePattern.filled(address, month: $0, today: today) }
    }

    @Test func aPartAYearFromTheFirstToNow() {
        #expect(months("{year}", DateRule(choice: .each, since: CalendarMonth(year: 2023, month: 1), most: 1)) == ["2026", "2025", "2024", "2023"])
    }

    @Test func theNewestMonthIsSearchedBackwardsAsFarAsTheBound() {
        let rule = DateRule(choice: .newest, since: DateRule.defaultSince, most: 4)
        #expect(months("{year}/{month}", rule) == ["2026/02", "2026/01", "2025/12", "2025/11"])
    }

    @Test func theSearchEndsAtTheFirstMonthToo() {
        let rule = DateRule(choice: .newest, since: CalendarMonth(year: 2025, month: 12), most: 100)
        #expect(months("{year}-{month}", rule) == ["2026-02", "2026-01", "2025-12"])
    }

    @Test func aBodyOfDatesKeepsItsOtherBraces() {
        #expect(DatePattern.filled(#"{"from": "2020-01-01", "to": "{today}"}"#, month: nil, today: today) == #"{"from": "2020-01-01", "to": "2026-02-03"}"#)
    }

    @Test(arguments: [("2020", CalendarMonth(year: 2020, month: 1)), ("2020-05", CalendarMonth(year: 2020, month: 5))])
    func monthsAreReadAsTheyAreWritten(_ text: String, _ month: CalendarMonth) {
        #expect(CalendarMonth(text) == month)
    }

    @Test(arguments: ["", "20", "2020-13", "2020-0", "2020-5", "2020-05-01", "1899", "abcd"])
    func nothingElseIsAMonth(_ text: String) {
        #expect(CalendarMonth(text) == nil)
    }
}
