/// What one entry of a description says of a feed: perhaps not all, since two descriptions may complete each other.
package struct FeedEntry: Sendable, Equatable {
    package var id: FeedID
    /// Where it stands.
    package var file: String
    package var line: Int
    package var fields = Fields()

    /// nil: not said.
    package struct Fields: Sendable, Equatable {
        var address: String?
        var publisher: String?
        var country: String?
        var portal: String?
        var portalTitle: String?
        var licence: String?
        var method: Feed.Method?
        var headers: [Feed.Header]?
        var body: String?
        var userAgent: String?
        var isIdempotent: Bool?
        var verifiesTLS: Bool?
        var dates: DateRule.Choice?
        var since: CalendarMonth?
        var search: Int?
        var archive: Feed.Archive?
        var pages: Paging?

        /// What this says, and where it says nothing, what the other one does.
        func completed(by other: Fields) -> Fields {
            var all = self
            func fill<Value>(_ path: WritableKeyPath<Fields, Value?>) {
                if all[keyPath: path] == nil { all[keyPath: path] = other[keyPath: path] }
            }
            fill(\.address); fill(\.publisher); fill(\.country); fill(\.portal); fill(\.portalTitle); fill(\.licence)
            fill(\.method); fill(\.headers); fill(\.body); fill(\.userAgent); fill(\.isIdempotent); fill(\.verifiesTLS)
            fill(\.dates); fill(\.since); fill(\.search); fill(\.archive); fill(\.pages)
            return all
        }
    }

    /// The feed that the entry describes.
    package func feed() throws(DescriptionError) -> Feed {
        guard let address = fields.address else { throw error(.missingKey("url")) }
        var feed = Feed(id: id, address: address)
        feed.about = Feed.About(publisher: fields.publisher, country: fields.country, portal: fields.portal, portalTitle: fields.portalTitle, licence: fields.licence)
        // A body is what POST is for.
        let method = fields.method ?? (fields.body == nil ? .get : .post)
        if method == .get, fields.body != nil { throw error(.excludes(key: "body", other: "method: GET")) }
        feed.request = Feed.Request(method: method, headers: fields.headers ?? [], body: fields.body, userAgent: fields.userAgent,
                                    isIdempotent: fields.isIdempotent ?? false, verifiesTLS: fields.verifiesTLS ?? true)
        feed.archive = fields.archive
        feed.pages = fields.pages
        feed.dates = try dates(address + (fields.body ?? ""))
        if feed.pages != nil, feed.dates != nil { throw error(.excludes(key: "pages", other: "{year}")) }
        if feed.pages != nil, feed.archive != nil { throw error(.excludes(key: "pages", other: "archive")) }
        return feed
    }

    private func dates(_ pattern: String) throws(DescriptionError) -> DateRule? {
        let names = DatePattern.names(in: pattern)
        if names.contains(.month), !names.contains(.year) { throw error(.needs(key: "{month}", other: "{year}")) }
        guard names.contains(.year) else {
            if fields.dates != nil { throw error(.needs(key: "dates", other: "{year}")) }
            if fields.since != nil { throw error(.needs(key: "since", other: "{year}")) }
            if fields.search != nil { throw error(.needs(key: "search", other: "{year}")) }
            return nil
        }
        // A file a year is a part of the whole; one a month is as a rule the whole, as it was then.
        let choice = fields.dates ?? (names.contains(.month) ? .newest : .each)
        if choice == .each, fields.search != nil { throw error(.excludes(key: "search", other: "dates: each")) }
        return DateRule(choice: choice, since: fields.since ?? DateRule.defaultSince, most: fields.search ?? DateRule.defaultMost)
    }

    func error(_ reason: DescriptionError.Reason) -> DescriptionError {
        DescriptionError(file: file, line: line, reason: reason)
    }
}
