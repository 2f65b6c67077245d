import Digests
@testable import Feeds
import Foundation
import Testing

/// What a store keeps, and what it never loses.
@Suite struct StoreTests {
    private let scratch: ScratchFolder
    private let store: Store
    private let feed: FeedID

    init() throws {
        scratch = try ScratchFolder()
        store = try Store(folder: scratch.path + "/store")
        feed = try #require(FeedID("a"))
    }

    /// Keeps a body and records it, as a fetch does.
    @discardableResult
    private func add(_ content: String, to id: FeedID? = nil, _ store: Store? = nil) throws -> StoreEntry.Body {
        let run = try (store ?? self.store).beginRun()
        let path = run.newPath()
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        let body = try body(of: path)
        try run.keep(path, as: body.sha256)
        try run.record(StoreEntry(when: "2026-11-21T00:00:00Z", outcome: .stored, body: body), for: id ?? feed)
        return body
    }

    private func body(of path: String) throws -> StoreEntry.Body {
        let file = try WholeFile.digest(path)
        return StoreEntry.Body(sha256: try #require(BodyDigest(file.sha256)), bytes: file.bytes, projects: 1)
    }

    private func fail(_ id: FeedID? = nil) throws {
        try store.beginRun().record(StoreEntry(when: "2026-11-22T00:00:00Z", outcome: .failed, reason: "html"), for: id ?? feed)
    }

    private func content(_ body: StoreEntry.Body) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: store.layout.body(body.sha256))), as: UTF8.self)
    }

    // MARK: Keeping

    @Test func theNewestCopyIsTheCurrentOne() throws {
        try add("one")
        let two = try add("two")
        #expect(store.current(of: feed)?.body == two)
        #expect(try content(two) == "two")
        #expect(store.history(of: feed).count == 2)
    }

    @Test func aCopyWhoseBytesChangedIsNotIntact() throws {
        let one = try add("one")
        let two = try add("two")
        try Data("2wo".utf8).write(to: URL(fileURLWithPath: store.layout.body(two.sha256)))
        #expect(store.holds(two), "its size is the same")
        #expect(!store.isIntact(two))
        #expect(store.intact(of: feed)?.body == one)
    }

    @Test func anEntryThatCouldNotBeReadBackIsNotWritten() throws {
        let one = try add("one")
        var entry = StoreEntry(when: "2026-11-22T00:00:00Z", outcome: .stored, body: one)
        entry.reason = String(repeating: "x", count: Store.longestEntry)
        #expect(throws: StoreError.self) { try store.beginRun().record(entry, for: feed) }
        #expect(store.history(of: feed).count == 1)
    }

    @Test func aFailureLeavesTheCopyBefore() throws {
        let one = try add("one")
        try fail()
        #expect(store.current(of: feed)?.body == one)
        #expect(store.history(of: feed).last?.outcome == .failed)
    }

    @Test func aFeedThatNeverCameHasNoCopy() throws {
        try fail()
        #expect(store.current(of: feed) == nil)
        #expect(try store.feeds() == [feed])
    }

    @Test func theSameBytesAreKeptOnce() throws {
        let other = try #require(FeedID("b"))
        #expect(try add("same") == add("same", to: other))
        #expect(scratch.files.filter { $0.contains("/bodies/") }.count == 1)
    }

    @Test func aCopyWhoseBodyIsNotThereGivesWayToTheOneBefore() throws {
        let one = try add("one")
        let two = try add("two")
        try FileManager.default.removeItem(atPath: store.layout.body(two.sha256))
        #expect(store.current(of: feed)?.body == one)
    }

    @Test func anEntryThatCannotBeReadIsPassedOver() throws {
        let one = try add("one")
        try add("two")
        try "{".write(toFile: store.layout.entry(feed, 2), atomically: false, encoding: .utf8)
        #expect(store.current(of: feed)?.body == one)
        #expect(try store.verify().problems.map(\.kind) == [.unreadableEntry])
    }

    @Test func theSameBytesOnceMoreMendADamagedBody() throws {
        let one = try add("one")
        try "ooe".write(toFile: store.layout.body(one.sha256), atomically: false, encoding: .utf8)
        #expect(try store.verify().problems.map(\.kind) == [.damagedBody])
        try add("one")
        #expect(try store.verify().problems == [])
    }

    // MARK: Runs

    @Test func runsThatRecordAtTheSameTimeLoseNothing() async throws {
        let store = store
        let feed = feed
        let digest = try #require(BodyDigest(String(repeating: "a", count: 64)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0 ..< 8 {
                group.addTask {
                    let run = try store.beginRun()
                    for step in 0 ..< 10 {
                        try run.record(StoreEntry(when: "\(number)-\(step)", outcome: .stored, body: .init(sha256: digest, bytes: 1, projects: nil)), for: feed)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(Set(store.history(of: feed).map(\.when)).count == 80)
    }

    @Test func whatAKilledRunLeftIsRemovedAndWhatALiveOneHasIsNot() throws {
        let live = try store.beginRun()
        let path = live.newPath()
        try Data("half".utf8).write(to: URL(fileURLWithPath: path))
        // A folder whose lock no one holds is what kill -9 leaves.
        try scratch.write("", to: "store/runs/1-dead/lock")
        try scratch.write("half a bo", to: "store/runs/1-dead/0")
        let next = try store.beginRun()
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/store/runs/1-dead"))
        #expect(FileManager.default.fileExists(atPath: path))
        withExtendedLifetime((live, next)) {}
    }

    @Test func aRunLeavesNothingBehind() throws {
        try add("one")
        #expect(scratch.files.filter { $0.contains("/runs/") } == ["store/runs/lock"])
    }

    // MARK: Opening

    @Test func aFolderWithOtherThingsIsNoStore() throws {
        let other = try ScratchFolder(["letter.txt": "Dear"])
        #expect(throws: StoreError.notStore(path: other.path)) { try Store(folder: other.path) }
        #expect(other.files == ["letter.txt"])
    }

    @Test func aStoreThatWasBeingMadeIsMadeToItsEnd() throws {
        let half = try ScratchFolder(["bodies/.keep": "", "runs/lock": ""])
        #expect(try Store(folder: half.path).feeds() == [])
        #expect(half.files.contains("store.json"))
    }

    @Test func aStoreOfANewerProgramIsLeftAlone() throws {
        let newer = try ScratchFolder(["store.json": #"{"format":2}"#])
        #expect(throws: StoreError.newerFormat(path: newer.path)) { try Store(folder: newer.path) }
    }

    @Test func lookingMakesNoStore() throws {
        #expect(try Store(existing: scratch.path + "/none") == nil)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/none"))
    }

    // MARK: Pruning

    @Test(arguments: [(0, ["3"]), (1, ["2", "3"]), (2, ["1", "2", "3"]), (9, ["0", "1", "2", "3"])])
    func theCurrentCopyAndSoManyBeforeItStay(_ keep: Int, _ left: [String]) throws {
        let bodies = try (0 ..< 4).map { try add(String($0)) }
        try fail()
        let pruned = try store.prune(keeping: keep)
        #expect(try bodies.filter { store.holds($0) }.map(content) == left)
        #expect(pruned.bodies == 4 - left.count)
        #expect(store.current(of: feed)?.body == bodies[3])
        #expect(store.history(of: feed).last?.outcome == .failed)
        #expect(try store.verify().problems == [])
    }

    @Test func theOnlyCopyStaysHoweverOldItIs() throws {
        let one = try add("one")
        for _ in 0 ..< 5 { try fail() }
        _ = try store.prune(keeping: 0)
        #expect(store.current(of: feed)?.body == one)
    }

    @Test func aDamagedCopyIsNoneThatCouldStayAlone() throws {
        let (good, damaged) = (try add("good"), try add("newer"))
        try Data("never".utf8).write(to: URL(fileURLWithPath: store.layout.body(damaged.sha256)))
        _ = try store.prune(keeping: 0)
        #expect(store.holds(good))
        #expect(store.intact(of: feed)?.body == good)
    }

    @Test func aBodyThatAnotherFeedNeedsStays() throws {
        let shared = try add("shared")
        try add("newer")
        let other = try #require(FeedID("b"))
        try add("shared", to: other)
        _ = try store.prune(keeping: 0)
        #expect(store.current(of: other)?.body == shared)
    }

    @Test func nothingIsPrunedWhileARunLives() throws {
        let live = try store.beginRun()
        #expect(throws: StoreError.inUse(path: store.layout.folder)) { try store.prune(keeping: 0) }
        withExtendedLifetime(live) {}
    }

    @Test func withAnEntryThatCannotBeReadNoBodyIsRemoved() throws {
        let one = try add("one")
        try add("two")
        try "{".write(toFile: store.layout.entry(feed, 1), atomically: false, encoding: .utf8)
        #expect(try store.prune(keeping: 0).unreadable == 1)
        #expect(store.holds(one))
    }

    @Test func whatNoEntryRefersToIsRemoved() throws {
        try add("one")
        let orphan = try add("orphan", to: FeedID("b"))
        try FileManager.default.removeItem(atPath: scratch.path + "/store/feeds/b")
        #expect(try store.prune(keeping: 0) == Store.Pruned(entries: 0, bodies: 1, bytes: 6, unreadable: 0))
        #expect(!store.holds(orphan))
    }
}
