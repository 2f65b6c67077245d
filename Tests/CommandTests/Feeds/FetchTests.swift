import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// `oc4ids fetch`: from addresses and descriptions to copies in the store, checked.
@Suite struct FetchTests {
    private let folder: Folder
    private var store: [String] { ["--store", folder.url("store").path] }

    init() throws {
        folder = try Folder([:])
    }

    private func package(_ ids: [String], publisher: String = "P", next: String? = nil) -> String {
        let projects = ids.map { #"{"id": "oc4ids-bu3kcz-\#($0)", "title": "T"}"# }.joined(separator: ", ")
        let links = next.map { #", "links": {"next": "\#($0)"}"# } ?? ""
        return """
        {"uri": "https://example.org/\(publisher)", "publishedDate": "2026-01-01T00:00:00Z", "version": "0.9", "publisher": {"name": "\(publisher)"}, \
        "license": "https://example.org/\(publisher)/licence"\(links), "projects": [\(projects)]}
        """
    }

    private func fetch(_ arguments: String...) throws -> Program.Result {
        try Program().run(["fetch", "--retries", "0", "--fail-on", "never"] + store + arguments, in: folder.url)
    }

    /// One object a feed.
    private func rows(_ result: Program.Result) throws -> [String: [String: Any]] {
        let objects = try result.output.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        return Dictionary(uniqueKeysWithValues: objects.map { ((($0["feed"] as? [String: Any])?["id"] as? String ?? ""), $0) })
    }

    private func describe(_ yaml: String) throws {
        try folder.write("feeds:\n" + yaml, to: "feeds.yaml")
    }

    /// The current copy of a feed.
    private func copy(_ id: String) throws -> String {
        let path = try Program().run(["store", "show", id, "--path"] + store).output.trimmingCharacters(in: .newlines)
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    // MARK: One feed

    @Test func whatComesIsKeptCheckedAndNotSentAgain() throws {
        let body = package(["1", "2"])
        let server = try ScriptedServer { request in
            request.headers["if-none-match"] == "\"v1\"" ? .complete(status: "304 Not Modified", headers: ["ETag: \"v1\""], body: []) : .json(body, ["ETag: \"v1\""])
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/a.json"))'}\n")
        let first = try fetch("--feeds", "feeds.yaml")
        #expect(first.status == 0)
        #expect(first.output.contains("a: new · 2 projects"))
        let second = try fetch("--feeds", "feeds.yaml")
        #expect(second.output.contains("a: unchanged · 2 projects"))
        #expect(try copy("a") == body)
        #expect(server.requests.last?.headers["user-agent"]?.hasPrefix("oc4ids/") == true)
    }

    @Test(arguments: [
        ("/html", "This is a web page (HTML)"), ("/half", "The end of the file is missing"), ("/cut", "cut short"), ("/404", "nothing is there (404)"), ("/500", "(500)"),
    ])
    func aFeedThatFailsKeepsItsCopyAndSaysWhy(_ path: String, _ reason: String) throws {
        let body = package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { request in
            let first = asked.withLock { $0 += 1; return $0 == 1 }
            if first { return .json(body) }
            switch request.path {
            case "/html": return .complete(status: "200 OK", headers: ["Content-Type: application/json"], body: Array("<!DOCTYPE html><html>".utf8))
            case "/half": return .ended(body: Array(body.utf8), sent: 150)
            case "/cut": return .cutShort(headers: [], body: Array(body.utf8), sent: 150)
            case "/404": return .status("404 Not Found")
            default: return .status("500 Internal Server Error")
            }
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address(path))'}\n")
        #expect(try fetch("--feeds", "feeds.yaml").status == 0)
        let failed = try fetch("--feeds", "feeds.yaml")
        #expect(failed.status == 2)
        #expect(failed.output.contains(reason), "\(failed.output)")
        #expect(failed.output.contains("the copy from less than an hour ago is used"))
        #expect(try copy("a") == body)
    }

    /// What a server may send whose body ends early without anything but the body telling: no length announced, or a packed body without its end.
    @Test(arguments: ["plain", "packed", "packed lines"])
    func aBodyWhoseEndIsMissingIsAskedForAgain(_ kind: String) throws {
        let body = kind == "packed lines" ? ["1", "2", "3"].map { package([$0], publisher: "Line \($0)") }.joined(separator: "\n") : package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in
            guard asked.withLock({ $0 += 1; return $0 }) == 1 else { return .json(body) }
            guard kind != "plain" else { return .ended(body: Array(body.utf8), sent: 150) }
            return .complete(status: "200 OK", headers: ["Content-Encoding: gzip"], body: Array(Gzip.packed(body).dropLast(60)))
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try fetch("--feeds", "feeds.yaml", "--retries", "1").status == 0)
        #expect(try copy("a") == body)
        #expect(server.requestCount == 2)
    }

    /// How often it is asked for, with two retries.
    @Test(arguments: [("", "/ended", 3), (", method: POST", "/ended", 1), (", method: POST, idempotent: true", "/ended", 3), ("", "/announced", 1)])
    func aBodyThatNeverHasItsEndIsAskedForAsOftenAsCanHelp(_ how: String, _ path: String, _ requests: Int) throws {
        let body = package(["1"])
        // Half of the data, sent as all of it: that is what the publisher has.
        let server = try ScriptedServer { $0.path == "/announced" ? .json(String(body.prefix(150))) : .ended(body: Array(body.utf8), sent: 150) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address(path))'\(how)}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--retries", "2")
        #expect(result.status == 2)
        #expect(result.output.contains("The end of the file is missing"), "\(result.output)")
        #expect(server.requestCount == requests)
    }

    @Test func aFallOfMoreThanHalfIsWarnedOf() throws {
        let bodies = [package(["1", "2", "3", "4", "5"]), package(["1", "2"])]
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in .json(bodies[min(asked.withLock { $0 += 1; return $0 }, 2) - 1]) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))'}\n")
        _ = try fetch("--feeds", "feeds.yaml")
        let fallen = try fetch("--feeds", "feeds.yaml")
        #expect(fallen.output.contains("only 2 projects; the copy before had 5"))
        #expect(try copy("a") == bodies[1])
    }

    @Test func theDescriptionSaysHowIsAsked() throws {
        let body = package(["1"])
        let server = try ScriptedServer { request in
            let isRight = request.method == "POST" && request.headers["x-key"] == "abc" && request.headers["user-agent"] == "Mozilla/5.0"
                && request.headers["content-type"] == "application/json" && request.body == #"{"from":"2020-01-01","to":"2026-11-21"}"#
            return isRight ? .json(body) : .status("400 Bad Request")
        }
        defer { server.stop() }
        try describe("""
          - id: a
            url: \(server.address("/"))
            method: POST
            headers: {X-Key: abc}
            userAgent: Mozilla/5.0
            body: {from: "2020-01-01", to: "{today}"}
        """)
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-11-21").status == 0)
    }

    @Test func secretsAreNeitherShownNorStored() throws {
        let body = package(["1"])
        let server = try ScriptedServer { $0.headers["authorization"] == nil ? .status("401 Unauthorized") : .json(body) }
        defer { server.stop() }
        let address = server.address("/a?api_key=geheim").replacingOccurrences(of: "http://", with: "http://ana:geheim@")
        try describe("  - {id: a, url: '\(address)', headers: {X-Key: geheim}}\n")
        for format in ["text", "json", "csv"] {
            let result = try fetch("--feeds", "feeds.yaml", "--format", format)
            #expect(result.status == 0)
            #expect(!result.output.contains("geheim") && !result.error.contains("geheim"))
        }
        #expect(!(try Program().run(["store", "show", "a"] + store).output.contains("geheim")))
        for case let name as String in FileManager.default.enumerator(atPath: folder.url("store").path) ?? .init() {
            let content = (try? Data(contentsOf: folder.url("store").appendingPathComponent(name))) ?? Data()
            #expect(!String(decoding: content, as: UTF8.self).contains("geheim"), "\(name)")
        }
    }

    @Test(arguments: [
        ("en", "3600", "(503); it asks not to be asked before 20"), ("es", "3600", "(503); pide que no se le consulte antes del "),
        ("en", "99999999999999999999", "(503); it asks to wait for more than a year"),
    ])
    func aServerThatAsksForAWaitIsTakenAtItsWord(_ language: String, _ seconds: String, _ words: String) throws {
        let server = try ScriptedServer { _ in .complete(status: "503 Service Unavailable", headers: ["Retry-After: \(seconds)"], body: []) }
        defer { server.stop() }
        let result = try fetch(server.address("/"), "--retries", "3", "--lang", language)
        #expect(result.status == 2)
        #expect(result.output.contains(words), "\(result.output)")
        #expect(server.requestCount == 1)
    }

    // MARK: Feeds of several parts

    @Test func aPartAYearBecomesOnePackage() throws {
        let (old, new) = (package(["1", "2"], publisher: "Old"), package(["2", "3"], publisher: "New"))
        let server = try ScriptedServer { request in
            switch request.path {
            case "/2024.json": .json(old, ["ETag: \"1\""])
            case "/2026.json": .json(new)
            default: .status("404 Not Found")
            }
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2024}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        #expect(result.output.contains("4 projects"))
        #expect(result.output.contains("1 project stands in several parts, as oc4ids-bu3kcz-2"))
        #expect(result.output.contains("nothing is there for 1 year or month"))
        let joined = try #require(try JSONSerialization.jsonObject(with: Data(try copy("a").utf8)) as? [String: Any])
        #expect((joined["publisher"] as? [String: String])?["name"] == "New")
        #expect(joined["license"] as? String == "https://example.org/New/licence")
        #expect((joined["projects"] as? [[String: String]])?.compactMap { $0["id"]?.last } == ["1", "2", "2", "3"])
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("a: unchanged"))
    }

    @Test func aYearThatWasThereAndIsGoneIsNoSmallerFeed() throws {
        let body = package(["1"])
        let gone = Mutex(false)
        let server = try ScriptedServer { request in gone.withLock { $0 } && request.path == "/2025.json" ? .status("404 Not Found") : .json(body) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2025}\n")
        _ = try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        gone.withLock { $0 = true }
        let result = try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01")
        #expect(result.status == 2)
        #expect(result.output.contains("/2025.json was there before and is not any more"))
    }

    @Test func theNewestMonthIsSearchedBackwards() throws {
        let body = package(["1"])
        let server = try ScriptedServer { $0.path == "/2025/12.json" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}/{month}.json"))'}\n")
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-02-10").status == 0)
        #expect(server.requests.map(\.path) == ["/2026/02.json", "/2026/01.json", "/2025/12.json"])
    }

    @Test func theSearchHasABound() throws {
        let server = try ScriptedServer { _ in .status("404 Not Found") }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}/{month}.json"))', search: 3}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--today", "2026-02-10")
        #expect(result.output.contains("nothing is at any of the 3 addresses tried"))
        #expect(server.requestCount == 3)
    }

    /// Pages: by a pointer, a header, a number.
    @Test(arguments: ["{next: /links/next}", "{next: link}", "{parameter: page}"])
    func pagesAreAskedForToTheLast(_ paging: String) throws {
        let pages = (1 ... 4).map { $0 < 4 ? package(["\($0)"], publisher: "Page \($0)", next: $0 < 3 ? "?page=\($0 + 1)" : nil) : package([]) }
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 1
            return .json(pages[number - 1], number < 3 ? ["Link: <?page=\(number + 1)>; rel=\"next\""] : [])
        }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: \(paging)\n")
        let result = try fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 3 projects"), "\(result.output)")
        #expect(try copy("a").contains("Page 1"))
        #expect(server.requestCount == (paging.contains("parameter") ? 4 : 3))
    }

    @Test(arguments: [("{next: /links/next, most: 2}", "more than 2 pages"), ("{parameter: page, most: 5}", "more than 5 pages")])
    func pagesWithoutEndAreAFailure(_ paging: String, _ reason: String) throws {
        let count = Mutex(0)
        let server = try ScriptedServer { _ in
            let number = count.withLock { $0 += 1; return $0 }
            return .json(package(["\(number)"], next: "?page=\(number + 1)"))
        }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: \(paging)\n")
        let result = try fetch("--feeds", "feeds.yaml")
        #expect(result.status == 2)
        #expect(result.output.contains(reason), "\(result.output)")
    }

    @Test func pagesThatLeadBackAreAFailure() throws {
        let server = try ScriptedServer { _ in .json(package(["1"], next: "/list")) }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {next: /links/next}\n")
        #expect(try fetch("--feeds", "feeds.yaml").output.contains("leads back to itself"))
        #expect(server.requestCount == 1)
    }

    /// What servers answer for numbers behind the last page: nothing, or that page again.
    @Test(arguments: ["404 Not Found", "410 Gone", "the last again"])
    func whatIsBehindTheLastPageEndsThem(_ answer: String) throws {
        let server = try ScriptedServer { request in
            let number = request.path.split(separator: "=").last.flatMap { Int($0) } ?? 0
            if number > 3, answer != "the last again" { return .status(answer) }
            return .json(package(["\(min(number, 3))"], publisher: "Page \(number > 3 ? 3 : number)"))
        }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        let result = try fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 3 projects"), "\(result.output)")
        #expect(!result.output.contains("several parts"))
        #expect(server.requestCount == 4)
        #expect(try fetch("--feeds", "feeds.yaml").output.contains("a: unchanged · 3 projects"))
    }

    @Test func withoutAFirstPageThereIsNoFeed() throws {
        let server = try ScriptedServer { _ in .status("404 Not Found") }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        let result = try fetch("--feeds", "feeds.yaml")
        #expect(result.status == 2)
        #expect(result.output.contains("nothing is there (404)"))
    }

    /// Any other error may hide further pages.
    @Test func aPageThatFailsIsNotTheEnd() throws {
        let server = try ScriptedServer { $0.path.hasSuffix("=2") ? .status("500 Internal Server Error") : .json(package(["1"])) }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: page}\n")
        #expect(try fetch("--feeds", "feeds.yaml").status == 2)
    }

    @Test func aServerThatDoesNotKnowTheParameterIsWarnedOf() throws {
        let server = try ScriptedServer { _ in .json(package(["1"])) }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {parameter: pagina}\n")
        let result = try fetch("--feeds", "feeds.yaml")
        #expect(result.status == 0)
        #expect(result.output.contains("a: new · 1 project"))
        #expect(result.output.contains("“parameter” in the description is not pagina at this server"), "\(result.output)")
        #expect(server.requestCount == 2)
    }

    // MARK: What is no data

    @Test(arguments: [
        "null", "\"maintenance\"", "12", #"{"error": "try again"}"#, #"{"releases": []}"#, #"{"projects": null}"#, #"{"projects": {"id": "a"}}"#, "[1, 2]", "{}",
    ])
    func whatHoldsNoProjectsIsAFailureAndTheCopyStays(_ answer: String) throws {
        let body = package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in .json(asked.withLock { $0 += 1; return $0 } == 1 ? body : answer) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try fetch("--feeds", "feeds.yaml").status == 0)
        let failed = try fetch("--feeds", "feeds.yaml")
        #expect(failed.status == 2, "\(failed.output)")
        #expect(failed.output.contains("; the copy from less than an hour ago is used"))
        #expect(!failed.output.contains(".; "))
        #expect(try copy("a") == body)
    }

    @Test(arguments: [#"{"projects": []}"#, "[]"])
    func noProjectsYetAreDataToo(_ answer: String) throws {
        let server = try ScriptedServer { _ in .json(answer) }
        defer { server.stop() }
        #expect(try fetch(server.address("/")).output.contains("new · 0 projects"))
    }

    @Test(arguments: [
        #"{"id": "a", "title": "T"}\#n{"title": "U", "description": "D"}\#n{"title": "V"}"#, #"{"projects": [{"id": "a"}, {"id": "b"}]}\#n{"title": "V"}"#,
        #"[{"id": "a"}, {"title": "U"}, {"title": "V"}]"#, #"{"title": "U", "description": "D"}\#n{"projects": [{}, {}]}"#,
    ])
    func projectsWithoutAPackageAreCountedAndJoined(_ part: String) throws {
        let server = try ScriptedServer { _ in .json(part) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2025}\n")
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("6 projects"))
        let joined = try #require(try JSONSerialization.jsonObject(with: Data(try copy("a").utf8)) as? [String: Any])
        #expect((joined["projects"] as? [Any])?.count == 6)
    }

    @Test func packagesOneALineLeaveEachNameOnce() throws {
        let server = try ScriptedServer { _ in .json(package(["1"], publisher: "A") + "\n" + package(["2"], publisher: "B")) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2026}\n")
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").status == 0)
        #expect(try copy("a").components(separatedBy: "\"publisher\"").count == 2)
    }

    @Test(arguments: ["5", "{}", "true"])
    func aNextPageThatIsNoTextIsAFailure(_ next: String) throws {
        let server = try ScriptedServer { _ in .json(#"{"projects": [{"id": "a"}], "next": \#(next)}"#) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))', pages: {next: /next}}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--format", "json")
        #expect(result.status == 2)
        #expect((try rows(result)["a"]?["failure"] as? [String: String])?["code"] == "nextPageUnreadable")
    }

    // MARK: What the history keeps, and what spoils it

    @Test func aCopyWithOtherBytesIsFetchedAnew() throws {
        let body = package(["1"])
        let server = try ScriptedServer { request in
            request.headers["if-none-match"] != nil ? .complete(status: "304 Not Modified", headers: ["ETag: \"v1\""], body: []) : .json(body, ["ETag: \"v1\""])
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))'}\n")
        _ = try fetch("--feeds", "feeds.yaml")
        let path = try Program().run(["store", "show", "a", "--path"] + store).output.trimmingCharacters(in: .newlines)
        try Data(body.replacingOccurrences(of: "\"T\"", with: "\"X\"").utf8).write(to: URL(fileURLWithPath: path))
        #expect(try fetch("--feeds", "feeds.yaml").status == 0)
        #expect(try copy("a") == body)
    }

    @Test(arguments: ["<?page=2&api_key=geheim>; rel=\"next\"", "<?page=2&x=" + String(repeating: "geheim", count: 1_000) + ">; rel=\"next\""])
    func aLinkThatIsNotKeptStillLeadsOn(_ link: String) throws {
        let (first, second) = (package(["1"]), package(["2"]))
        let server = try ScriptedServer { request in
            if request.headers["if-none-match"] != nil { return .complete(status: "304 Not Modified", headers: [], body: []) }
            return request.path.contains("page=2") ? .json(second, ["ETag: \"2\""]) : .json(first, ["ETag: \"1\"", "Link: \(link)"])
        }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/"))', pages: {next: link}}\n")
        for _ in 1 ... 2 { #expect(try fetch("--feeds", "feeds.yaml").output.contains("2 projects")) }
        for case let name as String in FileManager.default.enumerator(atPath: folder.url("store/feeds").path) ?? .init() where name.hasSuffix(".json") {
            #expect(!(try folder.read("store/feeds/\(name)").contains("\"Link\"")))
        }
    }

    // MARK: Limits

    @Test func theGreatestSizeHoldsForAllPagesTogether() throws {
        let count = Mutex(0)
        let server = try ScriptedServer { _ in
            let number = count.withLock { $0 += 1; return $0 }
            return .json(package(["\(number)"], next: "?page=\(number + 1)"))
        }
        defer { server.stop() }
        try describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {next: /links/next}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--max-size", "2kB", "--format", "json")
        #expect(result.status == 2)
        #expect((try rows(result)["a"]?["failure"] as? [String: String])?["code"] == "tooLarge")
        #expect(server.requestCount < 10)
    }

    @Test func theGreatestSizeHoldsForAllYearsTogether() throws {
        let server = try ScriptedServer { .json(package(["1"], publisher: $0.path + String(repeating: "a", count: 300))) }
        defer { server.stop() }
        try describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2022}\n")
        let result = try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "3kB", "--format", "json")
        #expect(result.status == 2)
        #expect((try rows(result)["a"]?["failure"] as? [String: String])?["code"] == "tooLarge")
        #expect(server.requestCount == 3)
        #expect(try fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "30kB").status == 0)
    }

    @Test func theStoreIsCountedInWords() throws {
        let server = try ScriptedServer { _ in .json(package(["1"])) }
        defer { server.stop() }
        _ = try fetch(server.address("/"))
        #expect(try Program().run(["store", "verify", "--lang", "en"] + store).output.contains("1 feed, 1 history entry, 1 copy, "))
    }

    @Test func theGreatestSizeHoldsForWhatAFileUnpacksTo() throws {
        let packed = Gzip.packed(package(["1"], publisher: String(repeating: "a", count: 5_000)))
        let server = try ScriptedServer { _ in .complete(status: "200 OK", headers: [], body: packed) }
        defer { server.stop() }
        #expect(try fetch(server.address("/a.gz"), "--max-size", "3kB").status == 2)
        #expect(try fetch(server.address("/a.gz"), "--max-size", "30kB").status == 0)
        let validate = ["validate", "--fail-on", "never", server.address("/a.gz"), "--max-size"]
        #expect(try Program().run(validate + ["3kB"]).status == 2)
        #expect(try Program().run(validate + ["30kB"]).status == 0)
    }

    // MARK: Reports

    @Test func jsonAndCSVHaveALineAFeed() throws {
        let body = package(["1"])
        let server = try ScriptedServer { $0.path == "/a" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try describe("  - {id: b, url: '\(server.address("/b"))'}\n  - {id: a, url: '\(server.address("/a"))', publisher: P, country: gt}\n")
        let rows = try rows(try fetch("--feeds", "feeds.yaml", "--format", "json"))
        #expect(rows["a"]?["outcome"] as? String == "new")
        #expect((rows["a"]?["data"] as? [String: Any])?["projects"] as? Int == 1)
        #expect((rows["b"]?["failure"] as? [String: String])?["code"] == "status404")
        let csv = try fetch("--feeds", "feeds.yaml", "--format", "csv", "--output", "out.csv")
        #expect(csv.output == "")
        #expect(try folder.read("out.csv").split(separator: "\r\n").map { $0.prefix { $0 != "," } } == ["\u{FEFF}id", "b", "a"])
    }

    @Test func findingsDecideTheStatusWhereFailuresDoNot() throws {
        let server = try ScriptedServer { _ in .json(#"{"id": "oc4ids-bu3kcz-1", "title": 1}"#) }
        defer { server.stop() }
        let result = try Program().run(["fetch", server.address("/a")] + store)
        #expect(result.status == 1)
        #expect(result.output.contains("\(server.address("/a")): new · 1 project"))
    }

    // MARK: Addresses as inputs of other commands

    @Test func addressesAreInputsLikeFiles() throws {
        let body = package(["1"])
        let server = try ScriptedServer { $0.path == "/a" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try folder.write(package(["2"]), to: "b.json")
        let address = server.address("/a").replacingOccurrences(of: "//", with: "//ana:geheim@")
        let result = try Program().run(["validate", "--retries", "0", "--format", "json", "--fail-on", "never", address, "b.json", server.address("/c")], in: folder.url)
        #expect(result.status == 2)
        let reports = try result.reports
        #expect(reports.map(\.name) == [server.address("/a"), "b.json", server.address("/c")])
        #expect(reports.map(\.failure) == [nil, nil, "status404"])
    }

    @Test func addressesOfOtherSchemesAreNotTakenForFiles() throws {
        let result = try Program().run(["validate", "--format", "json", "ftp://ana:geheim@127.0.0.1/a.json"], in: folder.url)
        #expect(result.status == 2)
        #expect(try result.reports.map(\.failure) == ["unsupportedScheme"])
        #expect(!(result.output + result.error).contains("geheim"))
    }

    @Test func downloadsThatFailedLeaveNoFiles() throws {
        let body = Array(package(["1"]).utf8)
        let server = try ScriptedServer { _ in .cutShort(headers: [], body: body, sent: 50) }
        defer { server.stop() }
        try FileManager.default.createDirectory(at: folder.url("tmp"), withIntermediateDirectories: true)
        let result = try Program().run(["validate", "--retries", "0", server.address("/a")], in: folder.url, environment: ["TMPDIR": folder.url("tmp").path])
        #expect(result.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tmp").path) == [])
    }
}
