/// How often data is to be published: a duration as ISO 8601 writes it, without a time of day, as in `P6M`, `P2W` or `P1Y`.
public struct Frequency: Sendable, Hashable {
    /// As the user wrote it.
    public let text: String
    private let months: Int
    private let days: Int

    /// Longer periods are slips: no plan asks for data once in a century.
    private static let mostDigits = 3

    /// Nil for what is no duration in years, months, weeks and days, or an empty one.
    public init?(_ text: String) {
        guard text.first == "P" else { return nil }
        var rest = text.utf8.dropFirst()
        var months = 0
        var days = 0
        for (unit, inMonths, inDays) in [(UInt8(ascii: "Y"), 12, 0), (UInt8(ascii: "M"), 1, 0), (UInt8(ascii: "W"), 0, 7), (UInt8(ascii: "D"), 0, 1)] {
            let digits = rest.prefix { (0x30 ... 0x39).contains($0) }
            guard !digits.isEmpty, rest.dropFirst(digits.count).first == unit else { continue }
            guard digits.count <= Frequency.mostDigits else { return nil }
            let number = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
            months += number * inMonths
            days += number * inDays
            rest = rest.dropFirst(digits.count + 1)
        }
        guard rest.isEmpty, months + days > 0 else { return nil }
        self.text = text
        self.months = months
        self.days = days
    }

    /// The first day of the period that ends with `today`.
    func start(before today: CivilDay) -> CivilDay {
        CivilDay(number: today.monthsEarlier(months).number - days)
    }
}

extension CivilDay {
    /// The same day of an earlier month; its last day where that month is shorter: six months before 31 August is 28 February.
    func monthsEarlier(_ count: Int) -> CivilDay {
        let month = year * 12 + self.month - 1 - count
        for day in stride(from: self.day, through: 28, by: -1) {
            if let found = CivilDay(year: month / 12, month: month % 12 + 1, day: day) { return found }
        }
        return CivilDay(year: month / 12, month: month % 12 + 1, day: min(day, 28)) ?? self
    }

    /// `2026-11-21`
    public var text: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }
}
