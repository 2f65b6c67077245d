import Yams

/// Reads one entry of `feeds.yaml`, noting everything that is wrong with it.
struct FeedEntryReader {
    let file: String
    private(set) var errors: [DescriptionError] = []

    init(file: String) {
        self.file = file
    }

    mutating func add(_ reason: DescriptionError.Reason, at node: Node) {
        errors.append(DescriptionError(file: file, line: node.mark?.line, column: node.mark?.column, reason: reason))
    }

    /// What was meant for a name, up to where a value may begin: that may be a key or a password.
    private static func name(_ text: String) -> String {
        let name = text.prefix { !":=".contains($0) && !$0.isWhitespace }
        return name.count == text.count ? text : name + "…"
    }

    mutating func unknown(_ key: Node, known: [String]) {
        add(.unknownKey(key.string.map(FeedEntryReader.name) ?? "?", known: known), at: key)
    }

    /// nil when it has no id that can be used; what is wrong otherwise is noted and left out.
    mutating func entry(_ node: Node) -> FeedEntry? {
        guard let mapping = node.mapping else {
            add(.wrongType(key: "feeds", expected: .mapping), at: node)
            return nil
        }
        for (key, _) in mapping where !FeedsFile.keys.contains(key.string ?? "") { unknown(key, known: FeedsFile.keys) }
        guard let idNode = mapping["id"] else {
            add(.missingKey("id"), at: node)
            return nil
        }
        guard let text = text("id", mapping) else { return nil }
        guard let id = FeedID(text) else {
            add(.invalidID(text), at: idNode)
            return nil
        }
        var entry = FeedEntry(id: id, file: file, line: node.mark?.line ?? 1)
        entry.fields.address = address("url", mapping, isPattern: true)
        entry.fields.publisher = self.text("publisher", mapping)
        entry.fields.country = country(mapping)
        entry.fields.portal = address("portal", mapping, isPattern: false)
        entry.fields.portalTitle = self.text("portalTitle", mapping)
        entry.fields.licence = self.text("licence", mapping)
        entry.fields.method = choice("method", mapping)
        entry.fields.headers = headers(mapping)
        entry.fields.body = body(mapping)
        entry.fields.userAgent = headerText("userAgent", mapping)
        entry.fields.isIdempotent = boolean("idempotent", mapping)
        entry.fields.verifiesTLS = boolean("verifyTLS", mapping)
        entry.fields.dates = choice("dates", mapping)
        entry.fields.since = month(mapping)
        entry.fields.search = number("search", mapping, 1 ... DateRule.greatestMost)
        entry.fields.archive = choice("archive", mapping)
        entry.fields.pages = paging(mapping)
        // There is one way so far to put parts together; it may be said.
        let _: Combination? = choice("combine", mapping)
        return entry
    }

    private enum Combination: String, CaseIterable {
        case package
    }

    // MARK: Values

    /// Text that is not empty; numbers and the like count as what they are written as.
    private mutating func text(_ key: String, _ mapping: Node.Mapping) -> String? {
        guard let node = mapping[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            add(.wrongType(key: key, expected: .text), at: node)
            return nil
        }
        return text
    }

    private mutating func boolean(_ key: String, _ mapping: Node.Mapping) -> Bool? {
        guard let node = mapping[key] else { return nil }
        // Only these two: of the words that YAML 1.1 also takes, `no` and `on` surprise.
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            add(.wrongType(key: key, expected: .boolean), at: node)
            return nil
        }
    }

    private mutating func number(_ key: String, _ mapping: Node.Mapping, _ range: ClosedRange<Int>) -> Int? {
        guard let node = mapping[key] else { return nil }
        guard let value = node.scalar.flatMap({ Int($0.string) }) else {
            add(.wrongType(key: key, expected: .number), at: node)
            return nil
        }
        guard range.contains(value) else {
            add(.outOfRange(key: key, least: range.lowerBound, most: range.upperBound), at: node)
            return nil
        }
        return value
    }

    private mutating func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _ mapping: Node.Mapping) -> Value? where Value.RawValue == String {
        guard let node = mapping[key], let text = text(key, mapping) else { return nil }
        if let value = Value(rawValue: text) { return value }
        add(.unknownValue(key: key, value: text, known: Value.allCases.map(\.rawValue)), at: node)
        return nil
    }

    private mutating func address(_ key: String, _ mapping: Node.Mapping, isPattern: Bool) -> String? {
        guard let node = mapping[key], let text = text(key, mapping) else { return nil }
        guard AddressText.isAddress(text) else {
            add(.invalidAddress(key: key, value: AddressText.shown(text)), at: node)
            return nil
        }
        if isPattern, let name = DatePattern.unknownName(in: text) {
            add(.unknownPlaceholder(name, known: DatePattern.Name.allCases.map(\.rawValue)), at: node)
            return nil
        }
        return text
    }

    private mutating func country(_ mapping: Node.Mapping) -> String? {
        guard let node = mapping["country"], let text = text("country", mapping) else { return nil }
        guard let code = CountryCode.read(text) else {
            add(.invalidCountry(text), at: node)
            return nil
        }
        return code
    }

    private mutating func month(_ mapping: Node.Mapping) -> CalendarMonth? {
        guard let node = mapping["since"], let text = text("since", mapping) else { return nil }
        guard let month = CalendarMonth(text) else {
            add(.invalidMonth(key: "since", value: text), at: node)
            return nil
        }
        return month
    }

    // MARK: Requests

    private mutating func headers(_ mapping: Node.Mapping) -> [Feed.Header]? {
        guard let node = mapping["headers"] else { return nil }
        guard let pairs = node.mapping else {
            add(.wrongType(key: "headers", expected: .mapping), at: node)
            return nil
        }
        var headers: [Feed.Header] = []
        for (key, value) in pairs {
            let name = key.string ?? ""
            guard HeaderText.isName(name), let text = value.scalar?.string, HeaderText.isValue(text) else {
                add(.invalidHeader(FeedEntryReader.name(name)), at: key)
                continue
            }
            guard !HeaderText.own.contains(name.lowercased()) else {
                add(.ownHeader(name), at: key)
                continue
            }
            headers.append(Feed.Header(name: name, value: text))
        }
        return headers
    }

    private mutating func headerText(_ key: String, _ mapping: Node.Mapping) -> String? {
        guard let node = mapping[key], let text = text(key, mapping) else { return nil }
        guard HeaderText.isValue(text) else {
            add(.invalidHeader(key), at: node)
            return nil
        }
        return text
    }

    /// Text as it is; a mapping or list as the JSON that it stands for.
    private mutating func body(_ mapping: Node.Mapping) -> String? {
        guard let node = mapping["body"] else { return nil }
        guard node.scalar == nil else { return text("body", mapping) }
        let json = JSONFromYAML.text(node)
        if json == nil { add(.tooLarge(limit: JSONFromYAML.mostBytes), at: node) }
        return json
    }

    // MARK: Pages

    private mutating func paging(_ mapping: Node.Mapping) -> Paging? {
        guard let node = mapping["pages"] else { return nil }
        guard let pages = node.mapping else {
            add(.wrongType(key: "pages", expected: .mapping), at: node)
            return nil
        }
        let known = ["next", "parameter", "first", "most"]
        for (key, _) in pages where !known.contains(key.string ?? "") { unknown(key, known: known) }
        let most = number("most", pages, 1 ... Paging.greatestMost) ?? Paging.defaultMost
        let first = number("first", pages, 0 ... 1_000_000)
        switch (pages["next"], pages["parameter"]) {
        case (let next?, nil):
            if first != nil { add(.needs(key: "first", other: "parameter"), at: node) }
            guard let text = text("next", pages) else { return nil }
            if text == "link" { return Paging(way: .linkHeader, most: most) }
            guard text.hasPrefix("/") else {
                add(.invalidPointer(text), at: next)
                return nil
            }
            return Paging(way: .pointer(text), most: most)
        case (nil, let parameter?):
            guard let name = text("parameter", pages) else { return nil }
            guard AddressText.isParameter(name) else {
                add(.unknownValue(key: "parameter", value: name, known: ["page"]), at: parameter)
                return nil
            }
            return Paging(way: .number(parameter: name, first: first ?? 1), most: most)
        case (.some, .some):
            add(.excludes(key: "next", other: "parameter"), at: node)
            return nil
        case (nil, nil):
            add(.missingKey("next"), at: node)
            return nil
        }
    }
}
