import JSONSchema

/// A feed as data: where it is, and how it is asked for. Nothing in the program knows a publisher by name.
package struct Feed: Sendable, Equatable {
    package var id: FeedID
    /// http or https; may hold `{year}` and `{month}`.
    package var address: String
    package var about = About()
    package var request = Request()
    /// How the placeholders of address and body are filled in; nil where there are none but `{today}`.
    package var dates: DateRule?
    /// What the server sends is an archive. Without it, whatever comes is told by its first bytes.
    package var archive: Archive?
    package var pages: Paging?
    /// Given by its address only: the id is made from that, and says less than it.
    package var isUnnamed = false

    /// How it is named to people.
    package var name: String { isUnnamed ? AddressText.shown(address) : id.text }

    package init(id: FeedID, address: String) {
        self.id = id
        self.address = address
    }

    /// For people; none of it changes how the feed is fetched.
    package struct About: Sendable, Equatable {
        package var publisher: String?
        /// ISO 3166-1 alpha-2, in capitals.
        package var country: String?
        /// The address of the portal that the feed belongs to.
        package var portal: String?
        package var portalTitle: String?
        package var licence: String?
    }

    package struct Request: Sendable, Equatable {
        package var method = Method.get
        package var headers: [Header] = []
        /// May hold `{today}`, `{year}` and `{month}`.
        package var body: String?
        package var userAgent: String?
        /// Asking twice does no harm: a POST may be repeated when it failed. A GET always may.
        package var isIdempotent = false
        /// False only for a server whose certificate is broken; said every time.
        package var verifiesTLS = true
    }

    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package enum Method: String, Sendable, CaseIterable {
        case get = "GET", post = "POST"
    }

    package enum Archive: String, Sendable, CaseIterable {
        case zip
    }

    /// It comes in several parts, which are put together into one package.
    package var hasParts: Bool { dates?.choice == .each || pages != nil }
}

/// The years or months that a feed's address stands for.
package struct DateRule: Sendable, Equatable {
    package enum Choice: String, Sendable, CaseIterable {
        /// A part for each, from `since` to today.
        case each
        /// The newest that is there, searched backwards from today.
        case newest
    }

    package var choice: Choice
    package var since: CalendarMonth
    /// Addresses tried at most when searching backwards.
    package var most: Int

    package static let defaultSince = CalendarMonth(year: 2020, month: 1)
    package static let defaultMost = 24
    /// Ten years of months.
    package static let greatestMost = 120
}

/// A month of a year, for addresses that change with it.
package struct CalendarMonth: Sendable, Hashable, Comparable {
    package var year: Int
    /// From 1.
    package var month: Int

    package init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// From `2020` (its January) or `2020-05`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year >= 1900, parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(year: year, month: 1)
            return
        }
        guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1 ... 12).contains(month) else { return nil }
        self.init(year: year, month: month)
    }

    package var previous: CalendarMonth { month > 1 ? CalendarMonth(year: year, month: month - 1) : CalendarMonth(year: year - 1, month: 12) }
    package var next: CalendarMonth { month < 12 ? CalendarMonth(year: year, month: month + 1) : CalendarMonth(year: year + 1, month: 1) }

    package static func < (a: CalendarMonth, b: CalendarMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }
}

/// How an API that answers page by page says where the next one is.
package struct Paging: Sendable, Equatable {
    package enum Way: Sendable, Equatable {
        /// An address in the answer, at a JSON pointer (RFC 6901).
        case pointer(String)
        /// A `Link` header with `rel="next"` (RFC 8288).
        case linkHeader
        /// A number in the address; the last page is the first one without projects.
        case number(parameter: String, first: Int)
    }

    package var way: Way

    /// The package's member in which the next page is named: it means nothing in a package of all pages, and may repeat a key that was asked with.
    var linkMember: String? {
        if case .pointer(let text) = way { JSONPointer(text)?.tokens.first } else { nil }
    }

    /// Pages asked for at most. An API that would give more is not complete, and said so.
    package var most: Int

    package static let defaultMost = 1000
    package static let greatestMost = 100_000
}
