/// Text with placeholders for dates: `https://example.org/{year}/{month}.zip`, `{"to": "{today}"}`.
///
/// Only the names below are placeholders; other braces, as JSON has them, stay as they are.
package enum DatePattern {
    package enum Name: String, CaseIterable, Sendable {
        /// Four digits.
        case year
        /// Two digits.
        case month
        /// `2026-11-21`
        case today
    }

    /// The placeholders in a text.
    package static func names(in text: String) -> Set<Name> {
        Set(Name.allCases.filter { text.contains("{\($0.rawValue)}") })
    }

    /// What stands in braces in an address and is no placeholder: a slip of the pen, since no address has braces.
    package static func unknownName(in address: String) -> String? {
        var rest = address[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            let name = String(rest.prefix { $0 != "}" })
            if Name(rawValue: name) == nil { return name }
            rest = rest.dropFirst(name.count + 1)
        }
        return rest.contains("}") ? "" : nil
    }

    /// The text for a month, seen on a day.
    package static func filled(_ text: String, month: CalendarMonth?, today: FeedDay) -> String {
        let shown = month ?? today.month
        return text.replacing("{year}", with: digits(shown.year, 4)).replacing("{month}", with: digits(shown.month, 2)).replacing("{today}", with: today.text)
    }

    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}

/// The day on which feeds are fetched, given from outside so that nothing here looks at a clock.
package struct FeedDay: Sendable, Equatable {
    package var month: CalendarMonth
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.month = CalendarMonth(year: year, month: month)
        self.day = day
    }

    /// ISO 8601.
    package var text: String { "\(DatePattern.digits(month.year, 4))-\(DatePattern.digits(month.month, 2))-\(DatePattern.digits(day, 2))" }
}

extension Feed {
    /// The months to ask for, the newest first: one request each. A single nil where the address does not change with time.
    ///
    /// For an address with years only, the months are Januaries.
    package func months(today: FeedDay) -> [CalendarMonth?] {
        guard let dates else { return [nil] }
        let isYearly = !DatePattern.names(in: address + (request.body ?? "")).contains(.month)
        var months: [CalendarMonth] = []
        var month = isYearly ? CalendarMonth(year: today.month.year, month: 1) : today.month
        let last = isYearly ? CalendarMonth(year: dates.since.year, month: 1) : dates.since
        while month >= last, months.count < (dates.choice == .newest ? dates.most : Int.max) {
            months.append(month)
            month = isYearly ? CalendarMonth(year: month.year - 1, month: 1) : month.previous
        }
        return months
    }
}
