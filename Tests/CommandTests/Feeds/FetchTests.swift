import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// `oc4ids fetch`: from addresses and descriptions to copies in the store, checked.
@Suite struct FetchTests {
    private let feeds: FetchFolder

    init() throws {
        feeds = try FetchFolder()
    }

    // MARK: One feed

    @Test func whatComesIsKeptCheckedAndNotSentAgain() throws {
        let body = FetchFolder.package(["1", "2"])
        let server = try ScriptedServer { request in
            request.headers["if-none-match"] == "\"v1\"" ? .complete(status: "304 Not Modified", headers: ["ETag: \"v1\""], body: []) : .json(body, ["ETag: \"v1\""])
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/a.json"))'}\n")
        let first = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(first.status == 0)
        #expect(first.output.contains("a: new · 2 projects"))
        let second = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(second.output.contains("a: unchanged · 2 projects"))
        #expect(try feeds.copy("a") == body)
        #expect(server.requests.last?.headers["user-agent"]?.hasPrefix("oc4ids/") == true)
    }

    @Test(arguments: [
        ("/html", "This is a web page (HTML)"), ("/half", "The end of the file is missing"), ("/cut", "cut short"), ("/404", "nothing is there (404)"), ("/500", "(500)"),
    ])
    func aFeedThatFailsKeepsItsCopyAndSaysWhy(_ path: String, _ reason: String) throws {
        let body = FetchFolder.package(["1"])
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
        try feeds.describe("  - {id: a, url: '\(server.address(path))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").status == 0)
        let failed = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(failed.status == 2)
        #expect(failed.output.contains(reason), "\(failed.output)")
        #expect(failed.output.contains("the copy from less than an hour ago is used"))
        #expect(try feeds.copy("a") == body)
    }

    /// What a server may send whose body ends early without anything but the body telling: no length announced, or a packed body without its end.
    @Test(arguments: ["plain", "packed", "packed lines", "whole lines"])
    func aBodyWhoseEndIsMissingIsAskedForAgain(_ kind: String) throws {
        let body = kind.hasSuffix("lines") ? ["1", "2", "3"].map { FetchFolder.package([$0], publisher: "Line \($0)") }.joined(separator: "\n") : FetchFolder.package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in
            guard asked.withLock({ $0 += 1; return $0 }) == 1 else { return .json(body) }
            guard kind != "plain" else { return .ended(body: Array(body.utf8), sent: 150) }
            // Of lines, the last whole ones may be missing: what came is then sound in itself.
            let missing = kind == "whole lines" ? 8 : 60
            return .complete(status: "200 OK", headers: ["Content-Encoding: gzip"], body: Array(Gzip.packed(body).dropLast(missing)))
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--retries", "1").status == 0)
        #expect(try feeds.copy("a") == body)
        #expect(server.requestCount == 2)
    }

    /// All its files are there, but no other program could open it.
    @Test func anArchiveWithoutItsEndIsNoCopy() throws {
        let whole = Array(try Data(contentsOf: SampleFeedsTests.samples.appendingPathComponent("datos/anios/2024.zip")))
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in
            let isFirst = asked.withLock { $0 += 1; return $0 == 1 }
            return .complete(status: "200 OK", headers: ["Content-Type: application/zip"], body: isFirst ? whole : whole.dropLast(30))
        }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml").status != 2)
        let failed = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(failed.status == 2 && failed.output.contains("the copy from less than an hour ago is used"), "\(failed.output)")
    }

    @Test func anEmptyBodyIsAskedForAgain() throws {
        let body = FetchFolder.package(["1"])
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in asked.withLock { $0 += 1; return $0 } == 1 ? .ended(body: [], sent: 0) : .json(body) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--retries", "1").status == 0)
    }

    /// How often it is asked for, with two retries.
    @Test(arguments: [("", "/ended", 3), (", method: POST", "/ended", 1), (", method: POST, idempotent: true", "/ended", 3), ("", "/announced", 1)])
    func aBodyThatNeverHasItsEndIsAskedForAsOftenAsCanHelp(_ how: String, _ path: String, _ requests: Int) throws {
        let body = FetchFolder.package(["1"])
        // Half of the data, sent as all of it: that is what the publisher has.
        let server = try ScriptedServer { $0.path == "/announced" ? .json(String(body.prefix(150))) : .ended(body: Array(body.utf8), sent: 150) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address(path))'\(how)}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--retries", "2")
        #expect(result.status == 2)
        #expect(result.output.contains("The end of the file is missing"), "\(result.output)")
        #expect(server.requestCount == requests)
    }

    private static let fewerProjects = FetchFolder.package(["1", "2"])

    /// Gives five projects to who asks first, and two from then on.
    private func fallingServer() throws -> ScriptedServer {
        let asked = Mutex(0)
        return try ScriptedServer { _ in .json(asked.withLock { $0 += 1; return $0 } == 1 ? FetchFolder.package(["1", "2", "3", "4", "5"]) : Self.fewerProjects) }
    }

    @Test func aFallOfMoreThanHalfIsWarnedOf() throws {
        let server = try fallingServer()
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))'}\n")
        _ = try feeds.fetch("--feeds", "feeds.yaml")
        let fallen = try feeds.fetch("--feeds", "feeds.yaml")
        #expect(fallen.output.contains("only 2 projects; the copy before had 5"))
        #expect(try feeds.copy("a") == Self.fewerProjects)
    }

    @Test func whatMayBeWrongIsSaidAlsoWhereLittleIs() throws {
        let server = try fallingServer()
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/"))', verifyTLS: false}\n")
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "-q", "--lang", "en").error == "a: the server’s TLS certificate was not verified (verifyTLS: false)\n")
        let fallen = try feeds.fetch("--feeds", "feeds.yaml", "-q", "--lang", "es")
        #expect(fallen.error == "a: no se verificó el certificado TLS del servidor (verifyTLS: false)\na: solo 2 proyectos; la copia anterior tenía 5\n")
        #expect(!fallen.output.contains("solo 2 proyectos"))
    }

    @Test func theDescriptionSaysHowIsAsked() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { request in
            let isRight = request.method == "POST" && request.headers["x-key"] == "abc" && request.headers["user-agent"] == "Mozilla/5.0"
                && request.headers["content-type"] == "application/json" && request.body == #"{"from":"2020-01-01","to":"2026-11-21"}"#
            return isRight ? .json(body) : .status("400 Bad Request")
        }
        defer { server.stop() }
        try feeds.describe("""
          - id: a
            url: \(server.address("/"))
            method: POST
            headers: {X-Key: abc}
            userAgent: Mozilla/5.0
            body: {from: "2020-01-01", to: "{today}"}
        """)
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-11-21").status == 0)
    }

    @Test(arguments: [
        ("en", "3600", "(503); it asks not to be asked before 20"), ("es", "3600", "(503); pide que no se le consulte antes del "),
        ("en", "99999999999999999999", "(503); it asks to wait for more than a year"),
    ])
    func aServerThatAsksForAWaitIsTakenAtItsWord(_ language: String, _ seconds: String, _ words: String) throws {
        let server = try ScriptedServer { _ in .complete(status: "503 Service Unavailable", headers: ["Retry-After: \(seconds)"], body: []) }
        defer { server.stop() }
        let result = try feeds.fetch(server.address("/"), "--retries", "3", "--lang", language)
        #expect(result.status == 2)
        #expect(result.output.contains(words), "\(result.output)")
        #expect(server.requestCount == 1)
    }

    // MARK: Limits

    @Test func theGreatestSizeHoldsForAllPagesTogether() throws {
        let count = Mutex(0)
        let server = try ScriptedServer { _ in
            let number = count.withLock { $0 += 1; return $0 }
            return .json(FetchFolder.package(["\(number)"], next: "?page=\(number + 1)"))
        }
        defer { server.stop() }
        try feeds.describe("  - id: a\n    url: \(server.address("/list"))\n    pages: {next: /links/next}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--max-size", "2kB", "--format", "json")
        #expect(result.status == 2)
        #expect((try feeds.rows(result)["a"]?["failure"] as? [String: String])?["code"] == "tooLarge")
        #expect(server.requestCount < 10)
    }

    @Test func theGreatestSizeHoldsForAllYearsTogether() throws {
        let server = try ScriptedServer { .json(FetchFolder.package(["1"], publisher: $0.path + String(repeating: "a", count: 300))) }
        defer { server.stop() }
        try feeds.describe("  - {id: a, url: '\(server.address("/{year}.json"))', since: 2022}\n")
        let result = try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "3kB", "--format", "json")
        #expect(result.status == 2)
        #expect((try feeds.rows(result)["a"]?["failure"] as? [String: String])?["code"] == "tooLarge")
        #expect(server.requestCount == 3)
        #expect(try feeds.fetch("--feeds", "feeds.yaml", "--today", "2026-05-01", "--max-size", "30kB").status == 0)
    }

    @Test func theStoreIsCountedInWords() throws {
        let server = try ScriptedServer { _ in .json(FetchFolder.package(["1"])) }
        defer { server.stop() }
        _ = try feeds.fetch(server.address("/"))
        #expect(try Program().run(["store", "verify", "--lang", "en"] + feeds.store).output.contains("1 feed, 1 history entry, 1 copy, "))
    }

    @Test func theGreatestSizeHoldsForWhatAFileUnpacksTo() throws {
        let packed = Gzip.packed(FetchFolder.package(["1"], publisher: String(repeating: "a", count: 5_000)))
        let server = try ScriptedServer { _ in .complete(status: "200 OK", headers: [], body: packed) }
        defer { server.stop() }
        #expect(try feeds.fetch(server.address("/a.gz"), "--max-size", "3kB").status == 2)
        #expect(try feeds.fetch(server.address("/a.gz"), "--max-size", "30kB").status == 0)
        let validate = ["validate", "--fail-on", "never", server.address("/a.gz"), "--max-size"]
        #expect(try Program().run(validate + ["3kB"]).status == 2)
        #expect(try Program().run(validate + ["30kB"]).status == 0)
    }

    // MARK: Reports

    @Test func jsonAndCSVHaveALineAFeed() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { $0.path == "/a" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try feeds.describe("  - {id: b, url: '\(server.address("/b"))'}\n  - {id: a, url: '\(server.address("/a"))', publisher: P, country: gt}\n")
        let rows = try feeds.rows(try feeds.fetch("--feeds", "feeds.yaml", "--format", "json"))
        #expect(rows["a"]?["outcome"] as? String == "new")
        #expect((rows["a"]?["data"] as? [String: Any])?["projects"] as? Int == 1)
        #expect((rows["b"]?["failure"] as? [String: String])?["code"] == "status404")
        let csv = try feeds.fetch("--feeds", "feeds.yaml", "--format", "csv", "--output", "out.csv")
        #expect(csv.output == "")
        #expect(try feeds.folder.read("out.csv").split(separator: "\r\n").map { $0.prefix { $0 != "," } } == ["\u{FEFF}id", "b", "a"])
    }

    @Test func findingsDecideTheStatusWhereFailuresDoNot() throws {
        let server = try ScriptedServer { _ in .json(#"{"id": "oc4ids-bu3kcz-1", "title": 1}"#) }
        defer { server.stop() }
        let result = try Program().run(["fetch", server.address("/a")] + feeds.store)
        #expect(result.status == 1)
        #expect(result.output.contains("\(server.address("/a")): new · 1 project"))
    }

    // MARK: Addresses as inputs of other commands

    @Test func addressesAreInputsLikeFiles() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { $0.path == "/a" ? .json(body) : .status("404 Not Found") }
        defer { server.stop() }
        try feeds.folder.write(FetchFolder.package(["2"]), to: "b.json")
        let address = server.address("/a").replacingOccurrences(of: "//", with: "//ana:geheim@")
        let result = try Program().run(["validate", "--retries", "0", "--format", "json", "--fail-on", "never", address, "b.json", server.address("/c")], in: feeds.folder.url)
        #expect(result.status == 2)
        let reports = try result.reports
        #expect(reports.map(\.name) == [server.address("/a"), "b.json", server.address("/c")])
        #expect(reports.map(\.failure) == [nil, nil, "status404"])
    }

    @Test func addressesOfOtherSchemesAreNotTakenForFiles() throws {
        let result = try Program().run(["validate", "--format", "json", "ftp://ana:geheim@127.0.0.1/a.json"], in: feeds.folder.url)
        #expect(result.status == 2)
        #expect(try result.reports.map(\.failure) == ["unsupportedScheme"])
        #expect(!(result.output + result.error).contains("geheim"))
    }

    @Test func downloadsThatFailedLeaveNoFiles() throws {
        let body = Array(FetchFolder.package(["1"]).utf8)
        let server = try ScriptedServer { _ in .cutShort(headers: [], body: body, sent: 50) }
        defer { server.stop() }
        try FileManager.default.createDirectory(at: feeds.folder.url("tmp"), withIntermediateDirectories: true)
        let result = try Program().run(["validate", "--retries", "0", server.address("/a")], in: feeds.folder.url, environment: ["TMPDIR": feeds.folder.url("tmp").path])
        #expect(result.status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: feeds.folder.url("tmp").path) == [])
    }
}
