extension Format {
    /// `date-time` of RFC 3339, section 5.6, with the restrictions of section 5.7: the day exists in its month, and
    /// second 60 occurs only as 23:59:60 UTC. `T` and `Z` may be lower case (note in section 5.6). Which minutes in
    /// history had a leap second is not looked up: the list grows, and a validator must not age.
    ///
    /// The fixed part is read as two words of eight bytes and checked without a branch per character.
    static func isDateTime(_ text: UnsafeRawBufferPointer) -> Bool {
        if isUsualDateTime(text) { return true }
        guard text.count >= shortestDateTime else { return false }
        let date = Fields(text, at: 0, shape: .date)
        let time = Fields(text, at: 8, shape: .time)
        guard date.wellFormed, time.wellFormed, text[16] == UInt8(ascii: ":"),
            let second = twoDigits(text, at: 17)
        else { return false }

        let month = date.pair(at: 5)
        let day = time.pair(at: 0)
        let hour = time.pair(at: 3)
        let minute = time.pair(at: 6)
        guard month >= 1, month <= 12, day >= 1, hour <= 23, minute <= 59, second <= 60,
            day <= 28 || day <= lastDay(ofMonth: month, century: date.pair(at: 0), yearOfCentury: date.pair(at: 2))
        else { return false }

        var index = 19
        if text[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            while index < text.count, ByteSet.digits.contains(text[index]) { index += 1 }
            guard index > start, index < text.count else { return false }
        }
        guard let offset = offsetInMinutes(text, at: index) else { return false }
        // 1,439 is 23:59 as minutes of the UTC day; the two days added keep the difference positive.
        return second < 60 || (hour * 60 + minute + 2 * 1440 - offset) % 1440 == 1439
    }

    /// `2024-03-01T00:00:00Z` or `2024-03-01T00:00:00-06:00`, as nearly all are: three words of eight bytes, of which the last two overlap or leave out the colon. False
    /// says nothing: a leap second, the last days of a month, and offsets of twenty hours and more are looked at more closely.
    @inline(__always)
    private static func isUsualDateTime(_ text: UnsafeRawBufferPointer) -> Bool {
        let end: Fields
        switch text.count {
        case 20: end = Fields(text, at: 12, shape: .endInUTC)
        case 25:
            end = Fields(text, at: 17, shape: .endWithOffset)
            guard text[16] == UInt8(ascii: ":"), end.isSign(at: 2) else { return false }
        default: return false
        }
        let date = Fields(text, at: 0, shape: .usualDate)
        let time = Fields(text, at: 8, shape: .usualTime)
        guard date.wellFormed, time.wellFormed, end.wellFormed else { return false }
        return (1 ... 12).contains(date.pair(at: 5)) && (1 ... 28).contains(time.pair(at: 0)) && time.pair(at: 3) <= 23
    }

    /// The length of `2024-03-01T00:00:00Z`.
    private static let shortestDateTime = 20

    /// The value of the offset that fills the rest of the text from `index`: `Z`, or a sign and `HH:MM` up to 23:59.
    @inline(__always)
    private static func offsetInMinutes(_ text: UnsafeRawBufferPointer, at index: Int) -> Int? {
        let first = text[index]
        if first | 0x20 == UInt8(ascii: "z") { return index + 1 == text.count ? 0 : nil }
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), text.count == index + 6,
            let hours = twoDigits(text, at: index + 1), hours <= 23,
            text[index + 3] == UInt8(ascii: ":"),
            let minutes = twoDigits(text, at: index + 4), minutes <= 59
        else { return nil }
        let offset = hours * 60 + minutes
        return first == UInt8(ascii: "-") ? -offset : offset
    }

    @inline(__always)
    private static func twoDigits(_ text: UnsafeRawBufferPointer, at index: Int) -> Int? {
        let tens = Int(text[index]) - 0x30
        let units = Int(text[index + 1]) - 0x30
        guard 0...9 ~= tens, 0...9 ~= units else { return nil }
        return tens * 10 + units
    }

    /// RFC 3339, section 5.7, with the leap years of appendix C. Centuries are leap years when four divides them.
    private static func lastDay(ofMonth month: Int, century: Int, yearOfCentury: Int) -> Int {
        switch month {
        case 2: (yearOfCentury == 0 ? century : yearOfCentury) % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Eight bytes of a date-time, all of whose places are digits or fixed separators.
private struct Fields {
    /// What the eight bytes look like. Bytes are in little-endian order: the first character is the lowest byte.
    struct Shape {
        /// The characters, `0` for a digit. Exclusive-or with them leaves digits 0 to 9 and separators 0.
        let characters: UInt64
        /// What, added to such a byte, reaches the high bit exactly if the byte is out of range.
        let bias: UInt64
        /// The bit by which lower case differs, where lower case is allowed.
        let caseBits: UInt64

        /// `0000-00-`
        static let date = Shape(characters: 0x2D30_302D_3030_3030, bias: 0x7F76_767F_7676_7676, caseBits: 0)
        /// `00t00:00`
        static let time = Shape(
            characters: 0x3030_3A30_3074_3030, bias: 0x7676_7F76_767F_7676, caseBits: 0x0000_0000_0020_0000)

        // The same with tens that are not past what there is: months to 19, days to 39, hours to 29, minutes and seconds to 59.
        static let usualDate = Shape(characters: date.characters, bias: 0x7F76_7E7F_7676_7676, caseBits: 0)
        static let usualTime = Shape(characters: time.characters, bias: 0x767A_7F76_7D7F_767C, caseBits: time.caseBits)
        /// `0:00:00z`
        static let endInUTC = Shape(
            characters: 0x7A30_303A_3030_3A30, bias: 0x7F76_7A7F_7676_7F76, caseBits: 0x2000_0000_0000_0000)
        /// `00-00:00`, the sign one of the bytes from `+` on; an offset below 20 hours.
        static let endWithOffset = Shape(characters: 0x3030_3A30_302B_3030, bias: 0x767A_7F76_7E79_767A, caseBits: 0)
    }

    /// Each byte the value of its digit, or how it differs from a separator.
    private let values: UInt64
    let wellFormed: Bool

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, at offset: Int, shape: Shape) {
        let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        values = (bytes | shape.caseBits) ^ shape.characters
        // A byte whose own high bit is set may carry into the next one; it is rejected by that bit already.
        wellFormed = ((values &+ shape.bias) | values) & 0x8080_8080_8080_8080 == 0
    }

    /// Whether a byte that was compared with `+` is one of the two signs.
    @inline(__always)
    func isSign(at index: UInt64) -> Bool {
        let sign = UInt8(truncatingIfNeeded: values &>> (index &* 8)) ^ UInt8(ascii: "+")
        return sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    }

    /// The number the digits at `index` and `index + 1` make.
    @inline(__always)
    func pair(at index: UInt64) -> Int {
        let digits = values &>> (index &* 8)
        return Int(truncatingIfNeeded: (digits & 0xFF) &* 10 &+ ((digits &>> 8) & 0xFF))
    }
}
