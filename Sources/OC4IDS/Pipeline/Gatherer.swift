import JSONSchema

/// Gathers from the pieces of an input what its summary says.
struct Gatherer: PieceObserver {
    private(set) var summary = Review.Summary()
    private var newest: Instant?

    /// Members of a package that are larger than this are no names or dates.
    private static let mostMemberBytes = 1 << 16

    mutating func see(_ piece: borrowing Piece) {
        switch piece.role {
        case .item: summary.projects += 1
        case .member(let name): seeMember(name, piece)
        case .whole(let field):
            if field.isEmpty {
                // A package that had to be walked as a whole.
                summary.projects += piece.itemCount(of: "projects")
                for name in ["publisher", "license", "publishedDate"] where piece.byteCount <= Gatherer.mostMemberBytes {
                    if let member = piece.tree()[name] { take(name, member) }
                }
            } else {
                summary.projects += 1
            }
        }
        piece.forEachSighting { watch, value in
            if watch == 0 {
                see(updated: value)
            } else if value.isObject {
                summary.contractingProcesses += 1
            }
        }
    }

    private mutating func seeMember(_ name: String, _ piece: borrowing Piece) {
        guard ["publisher", "license", "publishedDate"].contains(name), piece.byteCount <= Gatherer.mostMemberBytes else { return }
        take(name, piece.tree())
    }

    private mutating func take(_ name: String, _ value: JSONValue) {
        switch name {
        case "publisher": summary.publisher = value["name"]?.string
        case "license": summary.license = value.string
        default: summary.publishedDate = value.string
        }
    }

    private mutating func see(updated value: WatchedValue) {
        guard let raw = value.rawText, let instant = Instant(raw) else { return }
        if let newest, newest >= instant { return }
        newest = instant
        summary.lastUpdated = value.text
    }

    mutating func merge(_ later: Gatherer) {
        summary.projects += later.summary.projects
        summary.contractingProcesses += later.summary.contractingProcesses
        if let instant = later.newest, newest.map({ $0 < instant }) ?? true {
            newest = instant
            summary.lastUpdated = later.summary.lastUpdated
        }
    }

    func fresh() -> Gatherer { Gatherer() }
}

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
        let days = Instant.days(year: number(0, 4), month: number(5, 2), day: number(8, 2))
        seconds = days * 86_400 + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2) - offset
        nanoseconds = fraction
    }

    static func < (a: Instant, b: Instant) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that leap days come last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
