import JSONSchema

/// A date as it is written: the day that whoever wrote it meant, in their own time zone.
///
/// Only the day is looked at, so that a date without a time, which is a schema error already, is compared like all others. Dates in the right
/// order are told by comparing ten bytes; days are worked out only where the order looks wrong.
struct WrittenDate {
    let value: DataValue
    /// The characters of `2024-03-` and of the day behind it, as numbers: in the order of the days.
    private let month: UInt64
    private let dayOfMonth: UInt16

    /// Nil for what does not begin with a day, or goes on otherwise than with a time.
    @inline(__always)
    init?(_ value: DataValue) {
        guard let raw = value.rawText else { return nil }
        guard let (month, day) = WrittenDate.characters(raw) ?? WrittenDate.escaped(value, raw) else { return nil }
        self.value = value
        self.month = month
        dayOfMonth = day
    }

    @inline(__always)
    private static func characters(_ text: UnsafeRawBufferPointer) -> (UInt64, UInt16)? {
        guard text.count >= 10, text.count == 10 || text[10] | 0x20 == 0x74 || text[10] == 0x20 else { return nil }
        let month = UInt64(bigEndian: text.loadUnaligned(as: UInt64.self))
        let day = UInt16(bigEndian: text.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
        // Digits and hyphens where they belong; of digits half a byte will do, the calendar refuses the rest.
        guard month & 0xF0F0_F0F0_FFF0_F0FF == 0x3030_3030_2D30_302D, day & 0xF0F0 == 0x3030 else { return nil }
        return (month, day)
    }

    @inline(never)
    private static func escaped(_ value: DataValue, _ raw: UnsafeRawBufferPointer) -> (UInt64, UInt16)? {
        guard raw.contains(UInt8(ascii: "\\")), let text = value.text else { return nil }
        return Array(text.utf8).withUnsafeBytes { characters($0) }
    }

    /// The years 2010 to 2039, which nearly all dates lie in.
    static let ordinaryYears = 2010 ..< 2040

    /// Whether a text begins as the dates of those years do: whatever follows, it is no date of another one.
    @inline(__always)
    static func isOrdinary(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count >= 10 && text[0] == 0x32 && text[1] == 0x30 && text[2] &- 0x31 < 3
    }

    /// Whether the day stands before that of another date, as far as the characters tell.
    @inline(__always)
    func isWrittenBefore(_ other: WrittenDate) -> Bool { (month, dayOfMonth) < (other.month, other.dayOfMonth) }

    /// For a first look: of a day that the calendar does not have it may be any number.
    @inline(__always)
    var year: Int {
        let digits = (month >> 32) & 0x0F0F_0F0F
        return Int((digits >> 24) * 1000 + (digits >> 16 & 0xFF) * 100 + (digits >> 8 & 0xFF) * 10 + digits & 0xFF)
    }

    /// Nil for a day that the calendar does not have.
    var day: CivilDay? {
        // Half a byte above nine is no digit.
        guard (month & 0x0F0F_0F0F_000F_0F00 &+ 0x0606_0606_0006_0600) & 0xF0F0_F0F0_00F0_F000 == 0,
              (dayOfMonth & 0x0F0F &+ 0x0606) & 0xF0F0 == 0 else { return nil }
        return CivilDay(year: year, month: Int(month >> 16 & 0x0F) * 10 + Int(month >> 8 & 0x0F),
                        day: Int(dayOfMonth >> 8 & 0x0F) * 10 + Int(dayOfMonth & 0x0F))
    }

    /// Whether this is later than `other`: on a later day as written, and, where both have a time and a time zone, also later as a moment.
    ///
    /// - Parameter days: so many days later is not later yet. Between dates that come from different systems 1, since one of them may give
    ///   midnight UTC and the other the evening before.
    @inline(__always)
    func isAfter(_ other: WrittenDate, byMoreThan days: Int = 0) -> Bool {
        (month, dayOfMonth) > (other.month, other.dayOfMonth) && isReallyAfter(other, byMoreThan: days)
    }

    @inline(never)
    private func isReallyAfter(_ other: WrittenDate, byMoreThan days: Int) -> Bool {
        guard let day, let otherDay = other.day, day.number - otherDay.number > days else { return false }
        // Neither times nor time zones make up for three days.
        if day.number - otherDay.number >= 3 { return true }
        if let raw = value.rawText, let otherRaw = other.value.rawText, let moment = Instant(raw), let otherMoment = Instant(otherRaw) {
            return moment > otherMoment
        }
        return true
    }

    /// Whether the day is later than `limit`.
    @inline(__always)
    func isAfter(_ limit: DayLimit) -> Bool {
        guard (month, dayOfMonth) > (limit.month, limit.dayOfMonth) else { return false }
        return day.map { $0 > limit.day } ?? false
    }

    /// A day to compare dates with, made ready once.
    struct DayLimit: Sendable {
        let day: CivilDay
        fileprivate let month: UInt64
        fileprivate let dayOfMonth: UInt16

        init(_ day: CivilDay) {
            self.day = day
            func digits(_ number: Int, _ count: Int) -> UInt64 {
                var (rest, value) = (number, UInt64(0))
                for place in 0 ..< count {
                    value |= UInt64(0x30 + rest % 10) << (8 * UInt64(place))
                    rest /= 10
                }
                return value
            }
            month = digits(day.year, 4) << 32 | 0x2D << 24 | digits(day.month, 2) << 8 | 0x2D
            dayOfMonth = UInt16(digits(day.day, 2))
        }
    }
}
