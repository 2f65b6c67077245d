import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// What comes and is no data, and what the history makes of it.
@Suite struct FetchedDataTests {
    private let feeds: FetchFolder

    init() throws {
        feeds = try FetchFolder()
    }

    // MARK: What is no data

    @Test(arguments: [
        "null", "\"maintenance\"", "12", #"{"error": "try again"}"#, #"{"releases": []}"#, #"{"projects": null}"#, #"{"projects": {"id": "a"}}"#, "[1, 2]", "{}",
    ])
    func whatHoldsNoProjectsIsAFailureAndTheCopyStays(_ answer: String) throws {
        let body = FetchFolder.package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in .json(asked.withLock { $0 += 1; return $0 } == 1 ? body : answer) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").status == 0)
        let failed = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(failed.status == 2, "\(failed.output)")
        #expect(failed.output.contains("; the copy from less than an hour ago is used"))
        #expect(!failed.output.contains(".; "))
        #expect(try feeds.copy("a") == body)
    }

    @Test(arguments: [#"{"projects": []}"#, "[]"])
    func noProjectsYetAreDataToo(_ answer: String) throws {
        let server = try ScriptedServer { _ in .json(answer) }
        defer { server.stop() }
        #expect(try feeds.fetch(server.address("/")).output.contains("new · 0 projects"))
    }

    @Test(arguments: [
        #"{"id": "a", "title": "T"}\#n{"title": "U", "description": "D"}\#n{"title": "V"}"#, #"{"projects": [{"id": "a"}, {"id": "b"}]}\#n{"title": "V"}"#,
        #"[{"id": "a"}, {"title": "U"}, {"title": "V"}]"#, #"{"title": "U", "description": "D"}\#n{"projects": [{}, {}]}"#,
    ])
    func projectsWithoutAPackageAreCountedAndJoined(_ part: String) throws {
        let server = try ScriptedServer { _ in .json(part) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2025}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").output.contains("6 projects"))
        let joined = try #require(try JSONSerialization.jsonObject(with: Data(try feeds.copy("a").utf8)) as? [String: Any])
        #expect((joined["projects"] as? [Any])?.count == 6)
    }

    @Test func packagesOneALineLeaveEachNameOnce() throws {
        let server = try ScriptedServer { _ in .json(FetchFolder.package(["1"], publisher: "A") + "\n" + FetchFolder.package(["2"], publisher: "B")) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2026}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01").status == 0)
        #expect(try feeds.copy("a").components(separatedBy: "\"publisher\"").count == 2)
    }

    @Test(arguments: ["5", "{}", "true"])
    func aNextPageThatIsNoTextIsAFailure(_ next: String) throws {
        let server = try ScriptedServer { _ in .json(#"{"projects": [{"id": "a"}], "next": \#(next)}"#) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))', pages: {next: /next}}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--format", "json")
        #expect(result.status == 2)
        #expect((try feeds.rows(result)["a"]?["failure"] as? [String: String])?["code"] == "nextPageUnreadable")
    }

    // MARK: What the history keeps, and what spoils it

    @Test func aCopyWithOtherBytesIsFetchedAnew() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { request in
            request.headers["if-none-match"] != nil ? .complete(status: "304 Not Modified", headers: ["ETag: \"v1\""], body: []) : .json(body, ["ETag: \"v1\""])
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        _ = try feeds.fetch("--feeds", "feeds.yaml")
        let path = try Program().run(["store", "show", "a", "--path"] + feeds.store).output.trimmingCharacters(in: .newlines)
        try Data(body.replacingOccurrences(of: "\"T\"", with: "\"X\"").utf8).write(to: URL(fileURLWithPath: path))
        #expect(try feeds.fetch("--feeds", "feeds.yaml").status == 0)
        #expect(try feeds.copy("a") == body)
    }

    @Test(arguments: ["<?page=2&api_key=geheim>; rel=\"next\"", "<?page=2&x=" + String(repeating: "geheim", count: 1_000) + ">; rel=\"next\""])
    func aLinkThatIsNotKeptStillLeadsOn(_ link: String) throws {
        let (first, second) = (FetchFolder.package(["1"]), FetchFolder.package(["2"]))
        let server = try ScriptedServer { request in
            if request.headers["if-none-match"] != nil { return .complete(status: "304 Not Modified", headers: [], body: []) }
            return request.path.contains("page=2") ? .json(second, ["ETag: \"2\""]) : .json(first, ["ETag: \"1\"", "Link: \(link)"])
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))', pages: {next: link}}\n")
        for _ in 1 ... 2 { #expect(try feeds.fetch("--feeds", "feeds.yaml").output.contains("2 projects")) }
        for case let name as String in FileManager.default.enumerator(atPath: feeds.folder.url("store/feeds").path) ?? .init() where name.hasSuffix(".json") {
            #expect(!(try feeds.folder.read("store/feeds/\(name)").contains("\"Link\"")))
        }
    }
}
