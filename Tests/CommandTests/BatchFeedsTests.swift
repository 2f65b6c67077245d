import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// Feeds and addresses as inputs of `oc4ids batch`.
@Suite struct BatchFeedsTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(project("a", "health"), to: "d/a.json")
    }

    private func project(_ id: String, _ sector: String = "transport.road") -> String {
        #"{"id": "oc4ids-bu3kcz-\#(id)", "title": "Puente \#(id)", "sector": ["\#(sector)"], "status": "completion"}"#
    }

    private func package(_ ids: String...) -> String { package(ids.map { project($0) }) }

    private func package(_ projects: [String]) -> String {
        #"{"uri": "https://example.org/p", "publishedDate": "2026-01-01T00:00:00Z", "version": "0.9", "publisher": {"name": "P"}, "projects": [\#(projects.joined(separator: ","))]}"#
    }

    private func batch(_ arguments: String..., run name: String = "run", today: String = "2026-11-21") throws -> Program.Result {
        try Program().run(command(name, arguments, today: today), in: folder.url)
    }

    private func command(_ name: String, _ arguments: [String], today: String = "2026-11-21") -> [String] {
        ["batch", "--lang", "en", "--today", today, "--retries", "0", "--fail-on", "never", "--store", "store-\(name)", "--history", "\(name).sqlite", "--output", name] + arguments
    }

    private func describe(_ server: ScriptedServer, _ ids: String...) throws {
        try folder.write("feeds:\n" + ids.map { "  - {id: \($0), url: '\(server.address("/\($0)"))', publisher: Ministerio \($0)}\n" }.joined(), to: "feeds.yaml")
    }

    /// Rows of the summary, by id.
    private func rows(_ name: String = "run") throws -> [String: [String: Any]] {
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(try folder.read("\(name)/summary.json").utf8)) as? [String: Any])
        let inputs = try #require(summary["inputs"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: inputs.map { ($0["id"] as? String ?? "", $0) })
    }

    // MARK: Rows

    @Test func feedsAddressesAndFilesAreRowsOfOneBatch() throws {
        let (one, two) = (package("1", "2"), package("2"))
        let server = try ScriptedServer { $0.path == "/one" ? .json(one) : .json(two) }
        defer { server.stop() }
        try describe(server, "one")
        let result = try batch("d", server.address("/two.json?api_key=geheim"), "--feeds", "feeds.yaml")
        #expect(result.status == 0)
        let rows = try rows()
        let address = try #require(rows.keys.first { $0.hasPrefix("127-0-0-1-") })
        #expect(Set(rows.keys) == ["d/a.json", "one", address])
        #expect(rows["one"]?["projects"] as? Int == 2 && rows["one"]?["publisher"] as? String == "Ministerio one")
        #expect((rows[address]?["name"] as? String)?.hasPrefix(server.address("/two.json")) == true)
        // The second one has a project that stands in the other feed too: named in the order of the inputs, whichever came first.
        #expect(try folder.read("run/summary-shared-ids.csv").contains("one,/projects/1/id"))
        // They are in the store, as `fetch` would have left them.
        #expect(try Program().run(["store", "show", "one", "--path", "--store", "store-run"], in: folder.url).status == 0)
        for (path, content) in try folder.files(below: "run") { #expect(!String(decoding: content, as: UTF8.self).contains("geheim"), "\(path)") }
        #expect(!result.error.contains("geheim") && !result.output.contains("geheim"))
        #expect(!(try Data(contentsOf: folder.url("run.sqlite")).contains(Data("geheim".utf8))))
    }

    @Test func aFeedThatNeverCameIsARowWithItsReason() throws {
        let server = try ScriptedServer { _ in .status("404 Not Found") }
        defer { server.stop() }
        try describe(server, "gone")
        let result = try batch("d", "--feeds", "feeds.yaml")
        #expect(result.status == 2)
        let failure = try #require(try rows()["gone"]?["failure"] as? [String: Any])
        #expect(failure["code"] as? String == "status404" && (failure["message"] as? String)?.contains("404") == true)
        #expect(try rows()["d/a.json"]?["valid"] as? Bool == true)
        #expect(result.error.contains("gone: not read. "))
    }

    /// The last good copy is reviewed, and its age said.
    @Test func aFeedThatFailsNowIsReviewedFromItsCopy() throws {
        let body = package("1")
        let isDown = Mutex(false)
        let server = try ScriptedServer { _ in isDown.withLock { $0 } ? .status("503 Service Unavailable") : .json(body) }
        defer { server.stop() }
        try describe(server, "one")
        #expect(try batch("--feeds", "feeds.yaml").status == 0)
        #expect(try rows()["one"]?["keptCopy"] == nil)
        isDown.withLock { $0 = true }
        let days = 3
        let later = Date(timeIntervalSinceNow: Double(days) * 86_400).formatted(.iso8601).prefix(10)
        let result = try batch("--feeds", "feeds.yaml", today: String(later))
        #expect(result.status == 2)
        let row = try #require(try rows()["one"])
        let kept = try #require(row["keptCopy"] as? [String: Any])
        #expect(row["projects"] as? Int == 1 && kept["days"] as? Int == days && (kept["failure"] as? [String: Any])?["code"] as? String == "status503")
        #expect(result.output.contains("3 days old") && result.output.contains("Not fetched: an older copy was reviewed\n  one: "))
        #expect(result.error.contains("one: valid, due score ") && result.error.contains("(3 days old), not fetched: "))
        let table = try folder.read("run/summary-inputs.csv").split(whereSeparator: \.isNewline).map(String.init)
        #expect(table[0].contains(",copyFrom,copyDays,fetchFailure,fetchMessage,") && table[1].contains("Z,3,status503,"))
    }

    @Test func whatIsSaidOfAFeedThatCameIsOnStandardError() throws {
        let bodies = [package("1", "2", "3"), package("1")]
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in .json(bodies[min(1, asked.withLock { $0 += 1; return $0 - 1 })]) }
        defer { server.stop() }
        try describe(server, "one")
        _ = try batch("--feeds", "feeds.yaml")
        #expect(try batch("--feeds", "feeds.yaml").error.contains("one: only 1 projects; the copy before had 3"))
    }

    @Test func whatMayBeWrongIsSaidAlsoToTheQuiet() throws {
        let bodies = [package("1", "2", "3"), package("1")]
        let asked = Mutex(0)
        let server = try ScriptedServer { _ in .json(bodies[min(1, asked.withLock { $0 += 1; return $0 - 1 })]) }
        defer { server.stop() }
        try folder.write("feeds:\n  - {id: one, url: '\(server.address("/"))', verifyTLS: false}\n", to: "feeds.yaml")
        let notVerified = "one: the server’s TLS certificate was not verified (verifyTLS: false)\n"
        #expect(try batch("--feeds", "feeds.yaml", "--quiet").error == notVerified)
        #expect(try batch("--feeds", "feeds.yaml", "--quiet").error == notVerified + "one: only 1 projects; the copy before had 3\n")
    }

    // MARK: Going on

    /// What the run has is not fetched again; what it lacks is.
    @Test func aRunThatGoesOnFetchesOnlyWhatItLacks() throws {
        let (one, two) = (package("1"), package("2"))
        let isHanging = Mutex(true)
        let server = try ScriptedServer { request in
            if request.path == "/one" { return .json(one, ["ETag: \"1\""]) }
            while isHanging.withLock({ $0 }) { usleep(10_000) }
            return .json(two)
        }
        defer { server.stop() }
        try describe(server, "one", "two")
        let errors = Pipe()
        let process = try Program().start(command("broken", ["d", "--feeds", "feeds.yaml"]), in: folder, error: errors.fileHandleForWriting)
        try errors.fileHandleForWriting.close()
        while folder.names(in: "broken/reports").filter({ $0.hasSuffix(".json") }).count < 2, process.isRunning { usleep(1000) }
        // The transfer that hangs is given up.
        process.interrupt()
        process.waitUntilExit()
        isHanging.withLock { $0 = false }
        #expect(process.terminationStatus == 130)
        #expect(String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).contains("Interrupted after 2 of 3 inputs."))
        let result = try batch("--resume", "d", "--feeds", "feeds.yaml", run: "broken")
        #expect(result.status == 0 && result.error.contains("2 inputs were done already"))
        #expect(server.requests.count { $0.path == "/one" } == 1)
        _ = try batch("d", "--feeds", "feeds.yaml", run: "whole")
        #expect(try folder.files(below: "broken") == folder.files(below: "whole"))
        // The run is over: the next one asks again, and reviews only what is new.
        let next = try batch("--resume", "d", "--feeds", "feeds.yaml", run: "broken")
        #expect(next.error.contains("3 inputs were done already"))
        #expect(server.requests.count { $0.path == "/one" } == 3)
    }

    /// kill -9 at any moment, also in the middle of transfers.
    @Test func killedWhileFetching() throws {
        let server = try ScriptedServer { request in
            usleep(2000)
            let id = String(request.path.dropFirst())
            return id.hasSuffix("7") ? .status("404 Not Found") : id.hasSuffix("8") ? .hangUp : .json(#"{"version": "0.9", "projects": [{"id": "oc4ids-bu3kcz-\#(id)", "title": "Puente"}]}"#)
        }
        defer { server.stop() }
        let ids = (0 ..< 40).map { "f\($0)" }
        // Nobody listens at the last one.
        let feeds = ids.map { "  - {id: \($0), url: '\(server.address("/\($0)"))'}\n" } + ["  - {id: nobody, url: 'http://127.0.0.1:9/'}\n"]
        try folder.write("feeds:\n" + feeds.joined(), to: "feeds.yaml")
        for number in 0 ..< 20 { try folder.write(project("x\(number)"), to: "d/\(number).json") }
        #expect(try batch("d", "--feeds", "feeds.yaml", run: "whole").status == 2)
        var killed = 0
        for moment in 1 ... 10 {
            let process = try Program().start(command("killed", ["d", "--feeds", "feeds.yaml", "--resume"]), in: folder)
            usleep(UInt32(moment * 6000))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(killed >= 5)
        #expect(try batch("d", "--feeds", "feeds.yaml", "--resume", run: "killed").status == 2)
        let (expected, found) = (try folder.files(below: "whole"), try folder.files(below: "killed"))
        #expect(Set(expected.keys) == Set(found.keys))
        for (path, content) in expected { #expect(found[path] == content, "\(path)") }
    }

    // MARK: Manifest

    @Test func aManifestNamesFeedsAndAddresses() throws {
        let (one, two) = (package("1"), package("2"))
        let server = try ScriptedServer { $0.path == "/one" ? .json(one) : .json(two) }
        defer { server.stop() }
        try describe(server, "one", "three")
        try folder.write("""
            inputs:
              - {id: obras, feed: one, ministry: Obras, frequency: P6M}
              - {id: caminos, input: '\(server.address("/two"))', ministry: Caminos, publisher: Vialidad}
              - {id: salud, input: d/a.json}
            """, to: "list.yaml")
        #expect(try batch("--feeds", "feeds.yaml", "--manifest", "list.yaml").status == 0)
        let rows = try rows()
        // A feed that the manifest names is one row, under its id there.
        #expect(Set(rows.keys) == ["obras", "caminos", "salud", "three"])
        #expect(rows["obras"]?["ministry"] as? String == "Obras" && rows["obras"]?["publisher"] as? String == "Ministerio one" && rows["obras"]?["timeliness"] != nil)
        #expect(rows["caminos"]?["publisher"] as? String == "Vialidad")
    }

    @Test func aRegistryAloneIsEnough() throws {
        let body = package("1")
        let server = try ScriptedServer { _ in .json(body) }
        defer { server.stop() }
        try folder.write("url: \(server.address("/r.json"))\ncountry: HN\n", to: "registry/honduras.yaml")
        #expect(try batch("--registry", "registry").status == 0)
        #expect(try rows().keys.map(\.self) == ["honduras"])
    }

    @Test(arguments: [
        ("inputs: [{id: x, feed: oen}]", "list.yaml:1: neither --feeds nor --registry has a feed oen. Did you mean one?"),
        ("inputs: [{id: x, feed: one, input: d}]", "list.yaml:1: this has both input and feed. Keep one of them."),
        ("inputs: [{id: x, input: 'ftp://example.org/a'}]", "list.yaml:1: ftp://example.org/a: "),
        ("inputs:\n  - {id: x, feed: one}\n  - {id: d/a.json, input: d/a.json}\n", "Two inputs have the id d/a.json, under which the history knows only one."),
    ]) func wrongManifests(_ manifest: String, _ message: String) throws {
        try folder.write("feeds: [{id: one, url: 'http://127.0.0.1:9/'}]", to: "feeds.yaml")
        try folder.write(manifest, to: "list.yaml")
        let result = try batch("d/a.json", "--feeds", "feeds.yaml", "--manifest", "list.yaml")
        #expect(result.status == 64 && result.error.contains(message), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.url("run.sqlite").path))
    }

    @Test(arguments: [["--store", ""], ["--per-host", "0"], ["--timeout", "0"], ["--retries", "-1"], ["--feeds", "missing.yaml"], ["--cacert", "missing.pem", "http://127.0.0.1:9/"]])
    func wrongUsage(_ arguments: [String]) throws {
        #expect(try Program().run(["batch", "d", "--history", "h.sqlite"] + arguments, in: folder.url).status == 64)
        #expect(!FileManager.default.fileExists(atPath: folder.url("store").path))
    }

    // MARK: Limits

    @Test func aFeedLargerThanAllowedIsNotTaken() throws {
        let body = package((0 ..< 100).map { project("\($0)") })
        let server = try ScriptedServer { _ in .json(body) }
        defer { server.stop() }
        try describe(server, "one")
        #expect(try batch("--feeds", "feeds.yaml", "--max-size", "1kB").status == 2)
        #expect((try rows()["one"]?["failure"] as? [String: Any])?["code"] as? String == "tooLarge")
    }

    @Test func anArchiveIsARowForEachFile() throws {
        let archive = Zip([Zip.Entry("x/1.json", project("1")), Zip.Entry("x/2.json", project("2"))]).bytes
        let server = try ScriptedServer { _ in .complete(status: "200 OK", headers: ["Content-Type: application/zip"], body: archive) }
        defer { server.stop() }
        try describe(server, "one")
        #expect(try batch("--feeds", "feeds.yaml").status == 0)
        #expect(try Set(rows().keys) == ["one:x/1.json", "one:x/2.json"])
        #expect(try batch("--feeds", "feeds.yaml", "--resume").error.contains("2 inputs were done already"))
    }

    // MARK: Sectors

    @Test func onlyProjectsOfTheSectorCount() throws {
        try folder.write("[\(project("1", "health")),\(project("2", "transport.road")),\(project("3", "energy"))]", to: "d/b.json")
        _ = try batch("d", "--sector", "transport")
        #expect(try rows()["d/b.json"]?["projects"] as? Int == 1 && rows()["d/a.json"]?["projects"] as? Int == 0)
        #expect(try rows()["d/b.json"]?["leftOut"] as? Int == 2 && rows()["d/b.json"]?["sectors"] as? [String] == ["transport"])
        #expect(try folder.read("run/summary.txt").contains("3 projects of other sectors, or of none, were left out"))
        // Other sectors are other work.
        #expect(try batch("d", "--sector", "transport", "--resume").error.contains("2 inputs were done already"))
        #expect(try !batch("d", "--sector", "health", "--resume").error.contains("done already"))
        // What was scored for other sectors is nothing to compare with; for the same ones it is.
        #expect(try rows()["d/b.json"]?["change"] == nil && !folder.read("run/summary.json").contains(#""change":"#))
        _ = try batch("d", "--sector", "health")
        #expect(try rows()["d/b.json"]?["change"] != nil)
        _ = try batch("d", "--sector", "health", "--resume")
        #expect(try rows()["d/b.json"]?["projects"] as? Int == 1 && rows()["d/a.json"]?["projects"] as? Int == 1)
    }

    /// One file of a government, a row for each ministry.
    @Test func aManifestPartsAFileBySector() throws {
        let both = project("4", #"health","energy"#)
        try folder.write("[\(project("1", "health")),\(project("2", "transport.road")),\(project("3", "energy")),\(both)]", to: "todo.json")
        try folder.write("""
            inputs:
              - {id: salud, input: todo.json, sector: health, ministry: MSPAS}
              - {id: obras, input: todo.json, sector: [transport, energy], ministry: MICIVI}
              - {id: otras, input: todo.json}
            """, to: "list.yaml")
        _ = try batch("--manifest", "list.yaml", "--sector", "education")
        let rows = try rows()
        #expect(rows.mapValues { $0["projects"] as? Int } == ["salud": 2, "obras": 3, "otras": 0])
        // A project of two sectors stands in two rows, but once in the file.
        #expect(try folder.read("run/summary.json").contains(#""sharedIds":{"count":0,"#))
        try folder.write("inputs: [{id: salud, input: todo.json, sector: helath}]", to: "list.yaml")
        #expect(try batch("--manifest", "list.yaml").error.contains("list.yaml:1: The code list projectSector has no helath."))
    }
}
