@testable import Feeds
import Testing

/// `feeds.yaml`: what is right is read, what is wrong is named with its place.
@Suite struct FeedsFileTests {
    private func read(_ yaml: String) -> (entries: [FeedEntry], errors: [DescriptionError]) {
        FeedsFile.read(Array(yaml.utf8), name: "feeds.yaml")
    }

    private func feeds(_ yaml: String) -> (feeds: [Feed], errors: [DescriptionError]) {
        let (entries, errors) = read(yaml)
        let list = FeedList(described: entries)
        return (list.items.map(\.feed), errors + list.errors)
    }

    @Test func everyKeyIsRead() throws {
        let (feeds, errors) = feeds("""
        feeds:
          - id: gt_salud
            url: https://example.org/{year}/{month}.zip?d={today}
            publisher: Ministerio de Salud
            country: gt
            portal: https://example.org/
            portalTitle: Portal de obras
            licence: CC BY 4.0
            method: POST
            headers:
              X-Key: abc
            body:
              from: "2020-01-01"
              to: "{today}"
              kinds: [1, true, null, x]
            userAgent: Mozilla/5.0
            idempotent: true
            verifyTLS: false
            dates: newest
            since: 2021-03
            search: 12
            archive: zip
            combine: package
        """)
        #expect(errors == [])
        let feed = try #require(feeds.first)
        #expect(feed.id.text == "gt_salud")
        #expect(feed.address == "https://example.org/{year}/{month}.zip?d={today}")
        #expect(feed.about == Feed.About(publisher: "Ministerio de Salud", country: "GT", portal: "https://example.org/", portalTitle: "Portal de obras", licence: "CC BY 4.0"))
        #expect(feed.request == Feed.Request(method: .post, headers: [Feed.Header(name: "X-Key", value: "abc")],
                                             body: #"{"from":"2020-01-01","to":"{today}","kinds":[1,true,null,"x"]}"#, userAgent: "Mozilla/5.0", isIdempotent: true,
                                             verifiesTLS: false))
        #expect(feed.dates == DateRule(choice: .newest, since: CalendarMonth(year: 2021, month: 3), most: 12))
        #expect(feed.archive == .zip)
    }

    @Test(arguments: [
        ("{year}.zip", DateRule.Choice.each), ("{year}/{month}.json", .newest),
    ])
    func yearsAreAllPartsAndMonthsAreTheNewest(_ path: String, _ choice: DateRule.Choice) {
        let (feeds, errors) = feeds("feeds: [{id: a, url: 'http://127.0.0.1/\(path)'}]")
        #expect(errors == [])
        #expect(feeds.first?.dates == DateRule(choice: choice, since: DateRule.defaultSince, most: DateRule.defaultMost))
    }

    @Test(arguments: [
        ("{next: link}", Paging(way: .linkHeader, most: 1000)), ("{next: /links/next, most: 5}", Paging(way: .pointer("/links/next"), most: 5)),
        ("{parameter: page}", Paging(way: .number(parameter: "page", first: 1), most: 1000)), ("{parameter: p, first: 0}", Paging(way: .number(parameter: "p", first: 0), most: 1000)),
    ])
    func pagesAreReadInEachForm(_ yaml: String, _ paging: Paging) {
        let (feeds, errors) = feeds("feeds:\n  - id: a\n    url: http://127.0.0.1/\n    pages: \(yaml)")
        #expect(errors == [])
        #expect(feeds.first?.pages == paging)
    }

    @Test func aBodyAloneMeansPOST() {
        #expect(feeds("feeds: [{id: a, url: 'http://127.0.0.1/', body: x}]").feeds.first?.request.method == .post)
    }

    /// What is wrong, by line and column.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var yaml: String
        var line: Int?
        var column: Int?
        var reason: DescriptionError.Reason

        init(_ yaml: String, _ line: Int?, _ column: Int?, _ reason: DescriptionError.Reason) {
            (self.yaml, self.line, self.column, self.reason) = (yaml, line, column, reason)
        }

        var testDescription: String { yaml }
    }

    private static func entry(_ more: String) -> String { "feeds:\n  - id: a\n    url: http://127.0.0.1/\n    \(more)" }

    @Test(arguments: [
        Wrong("feed:\n  - id: a", 1, 1, .unknownKey("feed", known: ["feeds"])),
        Wrong("- id: a", 1, 1, .notFeeds),
        Wrong("", 1, nil, .notFeeds),
        Wrong("feeds: a", 1, 8, .wrongType(key: "feeds", expected: .list)),
        Wrong("feeds:\n  - a", 2, 5, .wrongType(key: "feeds", expected: .mapping)),
        Wrong("feeds:\n  - url: http://127.0.0.1/", 2, 5, .missingKey("id")),
        Wrong("feeds:\n  - id: a", 2, nil, .missingKey("url")),
        Wrong("feeds:\n  - id: ../a\n    url: http://127.0.0.1/", 2, 9, .invalidID("../a")),
        Wrong("feeds:\n  - id: A b\n    url: http://127.0.0.1/", 2, 9, .invalidID("A b")),
        Wrong("feeds:\n  - {id: a, url: 'http://127.0.0.1/'}\n  - {id: a, url: 'http://127.0.0.1/'}", 3, 5, .repeatedID("a", firstLine: 2)),
        Wrong("feeds:\n  - id: a\n    url: ftp://127.0.0.1/", 3, 10, .invalidAddress(key: "url", value: "ftp://127.0.0.1/")),
        Wrong("feeds:\n  - id: a\n    url: file:///etc/passwd", 3, 10, .invalidAddress(key: "url", value: "file:///etc/passwd")),
        Wrong("feeds:\n  - id: a\n    url: http://127.0.0.1/{yaer}", 3, 10, .unknownPlaceholder("yaer", known: ["year", "month", "today"])),
        Wrong(entry("verifyTLs: false"), 4, 5, .unknownKey("verifyTLs", known: FeedsFile.keys)),
        Wrong(entry("verifyTLS: no"), 4, 16, .wrongType(key: "verifyTLS", expected: .boolean)),
        Wrong(entry("method: PUT"), 4, 13, .unknownValue(key: "method", value: "PUT", known: ["GET", "POST"])),
        Wrong(entry("archive: rar"), 4, 14, .unknownValue(key: "archive", value: "rar", known: ["zip"])),
        Wrong(entry("combine: newest"), 4, 14, .unknownValue(key: "combine", value: "newest", known: ["package"])),
        Wrong(entry("country: GTM"), 4, 14, .invalidCountry("GTM")),
        Wrong(entry("since: May"), 4, 12, .invalidMonth(key: "since", value: "May")),
        Wrong(entry("search: 500"), 4, 13, .outOfRange(key: "search", least: 1, most: 120)),
        Wrong(entry("headers: {Host: a}"), 4, 15, .ownHeader("Host")),
        Wrong(entry("headers: {\"a b\": c}"), 4, 15, .invalidHeader("a…")),
        // What looks like a value may be a secret.
        Wrong(entry("headers: {\"Authorization: Bearer geheim\": \"\"}"), 4, 15, .invalidHeader("Authorization…")),
        Wrong(entry("headers: {A: \"x\\r\\nB: y\"}"), 4, 15, .invalidHeader("A")),
        Wrong(entry("headers: [a]"), 4, 14, .wrongType(key: "headers", expected: .mapping)),
        Wrong(entry("userAgent: \"a\\nb\""), 4, 16, .invalidHeader("userAgent")),
        Wrong(entry("pages: {next: 3}"), 4, 19, .invalidPointer("3")),
        Wrong(entry("pages: {nxt: link}"), 4, 13, .unknownKey("nxt", known: ["next", "parameter", "first", "most"])),
        Wrong(entry("pages: {next: link, parameter: page}"), 4, 12, .excludes(key: "next", other: "parameter")),
        Wrong(entry("pages: {next: link, first: 2}"), 4, 12, .needs(key: "first", other: "parameter")),
        Wrong(entry("pages: {next: link, most: 0}"), 4, 31, .outOfRange(key: "most", least: 1, most: 100_000)),
        Wrong(entry("dates: each"), 2, nil, .needs(key: "dates", other: "{year}")),
        Wrong(entry("since: 2021"), 2, nil, .needs(key: "since", other: "{year}")),
        Wrong(entry("method: GET\n    body: x"), 2, nil, .excludes(key: "body", other: "method: GET")),
        Wrong("feeds:\n  - id: a\n    url: http://127.0.0.1/{month}", 2, nil, .needs(key: "{month}", other: "{year}")),
        Wrong("feeds:\n  - id: a\n    url: http://127.0.0.1/{year}\n    pages: {next: link}", 2, nil, .excludes(key: "pages", other: "{year}")),
        Wrong("feeds:\n  - id: a\n    url: http://127.0.0.1/\n    archive: zip\n    pages: {next: link}", 2, nil, .excludes(key: "pages", other: "archive")),
        Wrong("feeds:\n  - id: a\n    url: http://127.0.0.1/{year}\n    search: 3", 2, nil, .excludes(key: "search", other: "dates: each")),
    ])
    func whatIsWrongIsNamedWithItsPlace(_ wrong: Wrong) {
        #expect(feeds(wrong.yaml).errors.contains(DescriptionError(file: "feeds.yaml", line: wrong.line, column: wrong.column, reason: wrong.reason)),
                "\(feeds(wrong.yaml).errors)")
    }

    @Test(arguments: ["feeds:\n  - id: a\n   url: x", "feeds: [", "feeds:\n  - id: a\n    id: b\n", "a: 1\n---\nb: 2"])
    func whatIsNoYAMLHasALine(_ yaml: String) throws {
        let error = try #require(read(yaml).errors.first)
        guard case .notYAML = error.reason else { return #expect(Bool(false), "\(error)") }
        #expect(error.line != nil)
    }

    @Test func allMistakesAreNamedAtOnce() {
        #expect(feeds("feeds:\n  - {id: A}\n  - {id: b, url: x}\n  - {id: c, url: 'http://127.0.0.1/', colour: red}").errors.count == 3)
    }

    @Test func aBodyOfAliasesThatStandForGigabytesIsRefused() {
        var yaml = "feeds:\n  - &a0 {id: a, url: 'http://127.0.0.1/', body: [x, x, x, x]}\n"
        for level in 1 ... 12 { yaml += "  - &a\(level) {id: a\(level), url: 'http://127.0.0.1/', body: [*a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1)]}\n" }
        #expect(read(yaml).errors.map(\.reason).contains(.tooLarge(limit: JSONFromYAML.mostBytes)))
    }

    @Test(arguments: ["feeds: [&a x, {*a : 1}]", "feeds:\n  - ? [a, b]\n    : 1\n", "feeds: [{{a: 1}: 2}]"])
    func keysAreScalars(_ yaml: String) {
        #expect(read(yaml).errors.map(\.reason) == [.wrongType(key: "?", expected: .text)])
    }

    @Test func aliasesOfAliasesAsAKeyTakeNoTime() {
        var yaml = "feeds:\n  - &a0 [x, x, x, x]\n"
        for level in 1 ... 40 { yaml += "  - &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
        #expect(read(yaml + "  - {*a40 : 1}\n").errors.count == 1)
    }

    @Test(arguments: ["http://ana:geheim@", "https://ana:geheim@example.org/a b", "ana:geheim@example.org"])
    func mistakenAddressesDoNotShowPasswords(_ address: String) {
        #expect(!"\(read("feeds: [{id: a, url: '\(address)'}]").errors)".contains("geheim"))
    }

    @Test func nestingHasABound() throws {
        guard case .notYAML? = read("feeds: " + String(repeating: "[", count: 100_000)).errors.first?.reason else { return #expect(Bool(false)) }
    }

    @Test func textIsUTF8() {
        #expect(FeedsFile.read([0xFF, 0xFE, 0x41], name: "f").errors == [DescriptionError(file: "f", reason: .notUTF8)])
    }
}
