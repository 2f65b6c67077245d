import JSONSchema

/// A moment, from a date-time as RFC 3339 (section 5.6) writes it: for comparing moments given in different time zones.
struct Instant: Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    private var seconds: Int
    private var nanoseconds: Int

    /// Nil for text that is no valid date-time.
    init?(_ text: UnsafeRawBufferPointer) {
        guard Format.dateTime.accepts(text) else { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            text[start ..< start + count].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        }
        var p = 19
        var fraction = 0
        if text[p] == 0x2E {
            p += 1
            var unit = 100_000_000
            while (0x30 ... 0x39).contains(text[p]) {
                fraction += Int(text[p] & 0x0F) * unit
                unit /= 10
                p += 1
            }
        }
        var offset = 0
        if text[p] == 0x2B || text[p] == 0x2D {
            offset = number(p + 1, 2) * 3600 + number(p + 4, 2) * 60
            if text[p] == 0x2D { offset = -offset }
        }
        guard let day = CivilDay(beginning: text) else { return nil }
        seconds = day.number * 86_400 + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2) - offset
        nanoseconds = fraction
    }

    static let epoch = Instant(seconds: 0, nanoseconds: 0)

    private init(seconds: Int, nanoseconds: Int) {
        (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
    }

    mutating func code(_ coder: inout PartCoder) {
        coder.signed(&seconds)
        coder.count(&nanoseconds)
    }

    /// Whether a moment on a day, in some time zone, may be later. A time zone is less than a day from UTC.
    func mayBeBefore(_ day: CivilDay) -> Bool { seconds < (day.number + 2) * 86_400 }

    static func < (a: Instant, b: Instant) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}
