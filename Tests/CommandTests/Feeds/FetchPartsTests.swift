import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// Feeds of several parts: years, months and pages, put together into one package.
@Suite struct FetchPartsTests {
    private let feeds: FetchFolder

    init() throws {
        feeds = try FetchFolder()
    }

    @Test func aPartAYearBecomesOnePackage() throws {
        let (old, new) = (FetchFolder.package(["1", "2"], publisher: "Old"), FetchFolder.package(["2", "3"], publisher: "New"))
        let server = try ScriptedServer { request in
            switch request.path {
            case "/2024.json": .json(old, ["ETag: \"1\""])
            case "/2026.json": .json(new)
            default: .status("404 Not Found")
            }
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2024}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        #expect(result.output.contains("4 projects"))
        #expect(result.output.contains("1 project stands in several parts, as oc4ids-bu3kcz-2"))
        #expect(result.output.contains("nothing is there for 1 year or month"))
        let joined = try #require(try JSONSerialization.jsonObject(with: Data(try feeds.copy("a").utf8)) as? [String: Any])
        #expect((joined["publisher"] as? [String: String])?["name"] == "New")
        #expect(joined["license"] as? String == "https://example.org/New/licence")
        #expect((joined["projects"] as? [[String: String]])?.compactMap { $0["id"]?.last } == ["1", "2", "2", "3"])
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("a: unchanged"))
    }

    @Test func aYearThatWasThereAndIsGoneIsNoSmallerFeed() throws {
        let body = FetchFolder.package(["1"])
        let gone = Mutex(false)
        let server = try ScriptedServer { request in gone.withLock { $0 } && request.path == "/2025.json" ? .status("404 Not Found") : .json(body) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2025}\n")
        _ = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        gone.withLock { $0 = true }
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        #expect(result.status == 2)
        #expect(result.output.contains("/2025.json was there before and is not any more"))
    }

    /// `Link` may stand in several lines (RFC 9110, 5.3), and the first is often about something else.
    @Test(arguments: [true, false]) func theNextPageMayStandInAnyLinkHeader(_ isFirst: Bool) throws {
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 1
            let (other, next) = ("Link: <https://example.org/api/>; rel=\"https://api.example.org/\"", "Link: </list?p=\(number + 1)>; rel=\"next\"")
            return .json(FetchFolder.package(["\(number)"]), number == 3 ? [other] : isFirst ? [next, other] : [other, next])
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/list"))', pages: {next: link}}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").output.contains("a: new · 3 projects"))
    }

    /// RFC 3986, 5.1.3. And what names the next page is no part of all pages together: some servers repeat the key there.
    @Test func theNextPageCountsFromWhereARedirectLed() throws {
        let server = try ScriptedServer { request in
            switch request.path {
            case "/start": .complete(status: "302 Found", headers: ["Location: /sub/list"], body: [])
            case "/sub/list": .json(FetchFolder.package(["1"], next: "list?p=2&api_key=geheim"))
            case "/sub/list?p=2&api_key=geheim": .json(FetchFolder.package(["2"]))
            default: .json(FetchFolder.package(["another"]))
            }
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/start"))', pages: {next: /links/next}}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").output.contains("a: new · 2 projects"))
        let copy = try feeds.copy("a")
        #expect(!copy.contains("another") && !copy.contains("geheim") && copy.contains("publisher"))
    }

    @Test func datesThatBeginInTheFutureAreSaid() throws {
        try feeds.describe("  - {id: a, url: 'http://127.0.0.1:9/{year}.json', since: 2040}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("its dates begin in the future"))
    }

    /// The page behind the last one shows that it was: it does not count.
    @Test(arguments: [(3, "a: new · 3 projects"), (2, "there are more than 2 pages")]) func asManyPagesAsThereMayBe(_ most: Int, _ words: String) throws {
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 1
            return .json(FetchFolder.package(number > 3 ? [] : ["\(number)"]))
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/list"))', pages: {parameter: page, most: \(most)}}\n")
        let output = try feeds.fetch("--feeds", "feeds.yaml").output
        #expect(output.contains(words), "\(output)")
    }

    /// Pages and years whose addresses are shown alike, since the parameter that differs may be a secret.
    @Test(arguments: ["url: '{address}/list', pages: {next: /links/next}", "url: '{address}/list?code={year}', since: 2024", "url: '{address}/list', pages: {parameter: otp}"])
    func partsThatLookAlikeStayApart(_ entry: String) throws {
        let date = "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT"
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 1
            if request.headers["if-modified-since"] != nil { return .status("304 Not Modified") }
            guard number <= 3 || number > 2_000 else { return .status("404 Not Found") }
            return .json(FetchFolder.package(["\(number)"], next: number < 3 ? "?pageToken=\(number + 1)" : nil), [date])
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, \(entry.replacingOccurrences(of: "{address}", with: server.address("")))}\n")
        _ = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        let first = try feeds.copy("a")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("a: unchanged · 3 projects"))
        #expect(try feeds.copy("a") == first)
        #expect(server.requests.contains { $0.headers["if-modified-since"] != nil }, "what has not changed costs nothing")
        // Entries of old have no marks: nothing is taken from them where addresses look alike.
        for (name, text) in try feeds.stored(below: "feeds") {
            try feeds.folder.write(text.replacing(/"mark":"[0-9a-f]*",/, with: ""), to: "store/feeds/\(name)")
        }
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("a: unchanged · 3 projects"))
        #expect(try feeds.copy("a") == first)
    }

    /// 400 kB each, packed to less than a hundredth.
    @Test func whatPartsUnpackToIsLimitedAllTogether() throws {
        let isNew = Mutex(false)
        let server = try ScriptedServer { request in
            let isChanged = isNew.withLock { $0 } && request.path == "/2026"
            if request.headers["if-none-match"] != nil, !isChanged { return .status("304 Not Modified") }
            let blanks = String(repeating: " ", count: 400_000)
            let body = Gzip.packed(FetchFolder.package([String(request.path.dropFirst())], publisher: isChanged ? "New" : "Old") + blanks)
            return .complete(status: "200 OK", headers: ["ETag: \"\(request.path)\(isChanged)\""], body: body)
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}"))', since: 2024}\n")
        let refused = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "1MB")
        #expect(refused.status == 2)
        #expect(refused.output.contains("it unpacks to more than 1 MB; --max-size allows more"), "\(refused.output)")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "2MB").output.contains("a: new · 3 projects"))
        // Nobody reads parts that have not changed, but they are part of the package.
        isNew.withLock { $0 = true }
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "1MB").output.contains("it unpacks to more than 1 MB"))
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "2MB").output.contains("a: new · 3 projects"))
    }

    @Test func theKeyOfMarksIsForItsOwner() throws {
        let server = try ScriptedServer { _ in .json(FetchFolder.package(["1"])) }
        defer { server.stop() }
        _ = try feeds.fetch(server.address("/?token=1234"))
        let key = try FileManager.default.attributesOfItem(atPath: feeds.folder.url("store/key").path)
        #expect(key[.posixPermissions] as? Int == 0o600 && key[.size] as? Int == 32)
        // A run that finds the key damaged fetches everything anew, and goes on.
        try feeds.folder.write("", to: "store/key")
        #expect(try feeds.fetch(server.address("/?token=1234")).status == 0)
    }

    @Test func theNewestMonthIsSearchedBackwards() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { $0.path == "/2025/12.json" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}/{month}.json"))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-02-10").status == 0)
        #expect(server.requests.map(\.path) == ["/2026/02.json", "/2026/01.json", "/2025/12.json"])
    }

    @Test func theSearchHasABound() throws {
        let server = try ScriptedServer { _ in .status("404 Not Found") }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}/{month}.json"))', search: 3}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-02-10")
        #expect(result.output.contains("nothing is at any of the 3 addresses tried"))
        #expect(server.requestCount == 3)
    }

    /// Pages: by a pointer, a header, a number.
    @Test(arguments: ["{next: /links/next}", "{next: link}", "{parameter: page}"])
    func pagesAreAskedForToTheLast(_ paging: String) throws {
        let pages = (1 ... 4).map { $0 < 4 ? FetchFolder.package(["\($0)"], publisher: "Page \($0)", next: $0 < 3 ? "?page=\($0 + 1)" : nil) : FetchFolder.package([]) }
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 1
            return .json(pages[number - 1], number < 3 ? ["Link: <?page=\(number + 1)>; rel=\"next\""] : [])
        }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: \(paging)\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 3 projects"), "\(result.output)")
        #expect(try feeds.copy("a").contains("Page 1"))
        #expect(server.requestCount == (paging.contains("parameter") ? 4 : 3))
    }

    @Test(arguments: [("{next: /links/next, most: 2}", "more than 2 pages"), ("{parameter: page, most: 5}", "more than 5 pages")])
    func pagesWithoutEndAreAFailure(_ paging: String, _ reason: String) throws {
        let count = Mutex(0)
        let server = try ScriptedServer { _ in
            let number = count.withLock { $0 += 1; return $0 }
            return .json(FetchFolder.package(["\(number)"], next: "?page=\(number + 1)"))
        }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: \(paging)\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(result.status == 2)
        #expect(result.output.contains(reason), "\(result.output)")
    }

    @Test func pagesThatLeadBackAreAFailure() throws {
        let server = try ScriptedServer { _ in .json(FetchFolder.package(["1"], next: "/list")) }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {next: /links/next}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").output.contains("leads back to itself"))
        #expect(server.requestCount == 1)
    }

    /// What servers answer for numbers behind the last page: nothing, or that page again.
    @Test(arguments: ["404 Not Found", "410 Gone", "the last again"])
    func whatIsBehindTheLastPageEndsThem(_ answer: String) throws {
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 0
            if number > 3, answer != "the last again" { return .status(answer) }
            return .json(FetchFolder.package(["\(min(number, 3))"], publisher: "Page \(number > 3 ? 3 : number)"))
        }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 3 projects"), "\(result.output)")
        #expect(!result.output.contains("several parts"))
        #expect(server.requestCount == 4)
        #expect(try feeds.fetch("--feeds", "feeds.yaml").output.contains("a: unchanged · 3 projects"))
    }

    @Test func withoutAFirstPageThereIsNoFeed() throws {
        let server = try ScriptedServer { _ in .status("404 Not Found") }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(result.status == 2)
        #expect(result.output.contains("nothing is there (404)"))
    }

    /// Any other error may hide further pages.
    @Test func aPageThatFailsIsNotTheEnd() throws {
        let server = try ScriptedServer { $0.path.hasSuffix("=2") ? .status("500 Internal Server Error") : .json(FetchFolder.package(["1"])) }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").status == 2)
    }

    @Test func aServerThatDoesNotKnowTheParameterIsWarnedOf() throws {
        let server = try ScriptedServer { _ in .json(FetchFolder.package(["1"])) }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: pagina}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 1 project"))
        #expect(result.output.contains("“parameter” in the description is not pagina at this server"), "\(result.output)")
        #expect(server.requestCount == 2)
    }
}
