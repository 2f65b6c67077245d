/// Numbers and dates as people read them. Guatemala writes 1,234.5 as English does; dates it writes 21/11/2026.
public enum Figures {
    /// 1234567 -> 1,234,567
    public static func count(_ value: Int, _ language: Language) -> String {
        let digits = String(value.magnitude)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }

    /// Bytes in the largest unit that leaves a number from 1 on: 84.2 MB. Units of 1,000, as file managers count.
    public static func bytes(_ value: Int, _ language: Language) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var unit = 0
        var amount = Double(value)
        while amount >= 999.5, unit < units.count - 1 {
            amount /= 1000
            unit += 1
        }
        guard unit > 0 else { return bytesExactly(value, language) }
        let tenths = Int((amount * 10).rounded())
        return amount >= 100 || tenths % 10 == 0 ? "\(Int(amount.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    /// 1,234 bytes
    public static func bytesExactly(_ value: Int, _ language: Language) -> String {
        "\(count(value, language)) \(value == 1 ? "byte" : "bytes")"
    }

    /// A share in percent with one decimal: 41.3 %. None and all are shown only where it is none or all.
    public static func percent(_ share: Billionths, _ language: Language) -> String {
        let tenths = share > .zero && share < .one ? min(max(rounded(share), 1), 999) : rounded(share)
        return "\(tenths / 10).\(tenths % 10)" + (language == .es ? " %" : "%")
    }

    /// A share in percentage points with one decimal; «< 0.1» for less.
    public static func points(_ share: Billionths) -> String {
        let tenths = rounded(share)
        return tenths == 0 && share > .zero ? "< 0.1" : "\(count(tenths / 10, .en)).\(tenths % 10)"
    }

    /// Tenths of a percent.
    private static func rounded(_ share: Billionths) -> Int { (share.count + 500_000) / 1_000_000 }

    /// The day of a date-time: 2026-11-21 in English, 21/11/2026 in Spanish. Anything else stays as it is.
    public static func day(_ dateTime: String, _ language: Language) -> String {
        let day = dateTime.prefix(10)
        let parts = day.split(separator: "-")
        guard parts.count == 3, day.utf8.count == 10, parts.allSatisfy({ Int($0) != nil }) else { return VisibleText.escaped(dateTime) }
        return language == .es ? "\(parts[2])/\(parts[1])/\(parts[0])" : String(day)
    }
}
