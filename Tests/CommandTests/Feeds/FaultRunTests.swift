import Feeds
import FeedsTestServers
import Foundation
import Testing

/// The store survives everything: servers that do wrong at random, and the program killed (SIGKILL) in the middle of its work.
///
/// A moderate run is part of the tests; `scripts/fault-run` makes a long one.
@Suite struct FaultRunTests {
    private static let feedCount = 20

    /// Downloads and kills, from the environment as `1000x50`.
    private static let size: (downloads: Int, kills: Int) = {
        let parts = (ProcessInfo.processInfo.environment["OC4IDS_FAULT_RUN"] ?? "").split(separator: "x").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : (100, 5)
    }()

    private let folder: Folder
    private let feeds: ChangingFeeds
    private var store: String { folder.url("store").path }

    init() throws {
        folder = try Folder([:])
        feeds = try ChangingFeeds(Self.feedCount)
        var yaml = "feeds:\n"
        for feed in 0 ..< Self.feedCount { yaml += "  - id: feed-\(feed)\n    url: \(feeds.address(feed))\n" }
        try folder.write(yaml, to: "feeds.yaml")
    }

    /// What a look into the store after a run says.
    private struct Seen {
        /// The version of each feed's current copy; 0: none yet.
        var versions: [Int]
        var entries: [Int]
    }

    @Test func killedRunsLoseNothing() throws {
        var seen = Seen(versions: Array(repeating: 0, count: Self.feedCount), entries: Array(repeating: 0, count: Self.feedCount))
        var kills = 0
        var runs = 0
        while kills < Self.size.kills || feeds.requestCount < Self.size.downloads {
            if try run(killed: kills < Self.size.kills) { kills += 1 }
            runs += 1
            seen = try look(after: seen)
        }
        // Every feed now comes as it is.
        let (sound, faulty) = feeds.counts
        let requests = feeds.requestCount
        feeds.calmDown()
        #expect(try run(killed: false) == false)
        seen = try look(after: seen)
        #expect(seen.versions == (0 ..< Self.feedCount).map { feeds.newest($0) })
        let left = try FileManager.default.contentsOfDirectory(atPath: store + "/runs")
        #expect(left == ["lock"])
        print("fault run: \(requests) downloads (\(sound) sound, \(faulty) with a fault), \(runs) runs, \(kills) killed; \(seen.entries.reduce(0, +)) entries, none lost, no copy torn")
    }

    /// - Returns: whether the program was killed before it ended by itself.
    private func run(killed: Bool) throws -> Bool {
        let process = Process()
        process.executableURL = Program.built
        process.arguments = ["fetch", "--feeds", folder.url("feeds.yaml").path, "--store", store, "--retries", "1", "--per-host", "8", "--quiet", "--fail-on", "never"]
        process.environment = [:]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let before = feeds.requestCount
        try process.run()
        guard killed else {
            process.waitUntilExit()
            return false
        }
        // At some moment of some download: while it comes, is checked, synced, renamed, or recorded.
        let moment = before + Int.random(in: 0 ... Self.feedCount)
        while process.isRunning, feeds.requestCount < moment { usleep(500) }
        usleep(UInt32.random(in: 0 ... 30_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// The store opens, all of it is sound, and nothing that was there is gone.
    private func look(after before: Seen) throws -> Seen {
        guard let store = try Store(existing: store) else {
            #expect(before.entries.allSatisfy { $0 == 0 }, "the store is gone")
            return before
        }
        #expect(try store.verify().problems == [])
        var now = before
        for feed in 0 ..< Self.feedCount {
            let id = try #require(FeedID("feed-\(feed)"))
            now.entries[feed] = store.history(of: id).count
            #expect(now.entries[feed] >= before.entries[feed], "history of \(id)")
            guard let body = store.current(of: id)?.body else {
                #expect(before.versions[feed] == 0, "lost the copy of \(id)")
                continue
            }
            let copy = String(decoding: try Data(contentsOf: URL(fileURLWithPath: store.layout.body(body.sha256))), as: UTF8.self)
            let version = try #require(ChangingFeeds.version(of: copy, feed: feed), "torn copy of \(id)")
            #expect(version >= before.versions[feed], "an older copy of \(id)")
            now.versions[feed] = version
        }
        return now
    }
}
