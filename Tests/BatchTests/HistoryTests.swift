@testable import Batch
import Foundation
import GRDB
import JSONSchema
@testable import OC4IDS
import Testing

/// The history's file: made, brought up to date, refused.
@Suite struct HistoryTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-history-\(UUID().uuidString)").path
    private var path: String { folder + "/a/b/history.sqlite" }

    private func result(_ id: String, unit: Int, due: Int, errors: Int = 0) -> InputResult {
        let score = Disclosure.Score(score: nil, numerator: Billionths(count: due), denominator: Billionths(count: 1_000_000_000))
        let element = InputResult.Element(id: "e", strict: Mean(score), due: Mean(score), disclosed: 0, partial: 1, missing: 0, notDue: 0, unknown: 0)
        let group = InputResult.Group(name: "MSPAS", projects: 1, strict: Mean(score), due: Mean(score))
        let scores = InputResult.Scores(profile: "p 1", strict: Mean(score), due: Mean(score), elements: [element],
                                        groups: [InputResult.Grouping(by: "publicAuthority", values: [group])])
        let finding = InputResult.FindingCount(kind: .check, id: "missing-currency", severity: "warning", count: 3)
        let review = InputResult.Reviewed(kind: "project", projects: 1, contractingProcesses: 0, errors: errors, warnings: 3, infos: 0, badLines: 0, valid: errors == 0,
                                          findings: [finding], disclosure: scores, ids: ProjectIDs())
        return InputResult(id: id, name: id, order: .init(unit: unit, number: 0), attributes: .init(), review: review)
    }

    /// Inputs may stand elsewhere when a run goes on: what was done of one is not taken for another's, however often it is broken off.
    @Test func whatWasDoneBeforeStaysWithItsInput() throws {
        let history = try History(path: folder + "/h.sqlite")
        let run = try history.begin(batch: "d", program: "1", standard: "0.9.5", today: "2026-11-21")
        func input(_ name: String, at unit: Int) -> History.Stored {
            var result = result(name, unit: unit, due: 1)
            var ids = ProjectIDs()
            ids.append(.init(digest: Digest(of: name), place: ProjectPlace(value: 0, item: nil, isInPackage: false, position: Position(line: 1, column: 1))))
            result.review?.ids = ids
            return History.Stored(path: name, fingerprint: "f" + name, results: [result])
        }
        func stored() throws -> [String: ProjectIDs] {
            let all = try history.stored(run: run).map { try #require(try history.withIDs($0)) }
            return Dictionary(all.map { ($0.path, Array($0.results)[0].review?.ids ?? ProjectIDs()) }) { $1 }
        }
        func ids(_ name: String) -> ProjectIDs? { Array(input(name, at: 0).results)[0].review?.ids }
        try history.record(run: run, [(0, input("b", at: 0)), (1, input("c", at: 1))])
        // Something comes in front, and the run is broken off again behind it; then a goes.
        for names in [["a"], ["b"]] {
            try history.setAside(run: run)
            for (unit, name) in names.enumerated() { try history.record(run: run, [(unit, input(name, at: unit))]) }
            let found = try stored()
            #expect(Set(found.keys) == ["a", "b", "c"])
            for name in found.keys { #expect(found[name] == ids(name), "\(name)") }
        }
        try history.finish(run: run, BatchSummary([]))
        #expect(Set(try stored().keys) == ["b"], "what was put aside is no longer needed")
    }

    @Test func aRunIsKept() throws {
        let history = try History(path: path)
        let first = try history.begin(batch: "d", program: "1", standard: "0.9.5", today: "2026-11-21")
        let results = [result("a", unit: 0, due: 400_000_000), result("b", unit: 1, due: 600_000_000, errors: 2)]
        for result in results {
            try history.record(run: first, [(result.order.unit, .init(path: result.id, fingerprint: "f" + result.id, results: [result]))])
        }
        // Unfinished: to be gone on with, and nothing to compare with.
        #expect(try history.latest(batch: "d")?.finished == nil)
        #expect(try history.stored(run: first).map { Array($0.results) } == results.map { [$0] })
        #expect(try history.former(inputs: ["a"]).inputs.isEmpty)

        try history.finish(run: first, BatchSummary(results))
        let former = try history.former(inputs: ["a", "b", "c"])
        #expect(former.inputs["b"] == .init(profile: "p 1", strict: Billionths(count: 600_000_000), due: Billionths(count: 600_000_000), errors: 2))
        #expect(former.inputs["c"] == nil)
        #expect(former.groups[.init(by: "publicAuthority", name: "MSPAS")]?.due == Billionths(count: 500_000_000))

        let later = BatchSummary([result("a", unit: 0, due: 450_000_001, errors: 1)], since: former)
        #expect(later.inputs[0].change == .init(strict: 50_000_001, due: 50_000_001, errors: 1))
    }

    /// Doing something again replaces what was there.
    @Test func recordingTwiceKeepsOne() throws {
        let history = try History(path: path)
        let run = try history.begin(batch: "d", program: "1", standard: "0.9.5", today: "2026-11-21")
        for due in [1, 2] { try history.record(run: run, [(0, .init(path: "a", fingerprint: "f", results: [result("a", unit: 0, due: due)]))]) }
        #expect(try history.standings(run: run).map(\.due) == [2e-9])
        let counts = try history.queue.read { db in
            try ["summaries", "element_coverage", "finding_counts", "results"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
        }
        #expect(counts == [1, 1, 1, 1])
    }

    /// Ids of projects lie beside the results, and come back whole.
    @Test func idsOfProjectsComeBack() throws {
        let history = try History(path: path)
        let run = try history.begin(batch: "d", program: "1", standard: "0.9.5", today: "2026-11-21")
        var results = [result("a", unit: 0, due: 1), result("b", unit: 0, due: 2)]
        results[1].order.number = 1
        for number in 0 ..< 5000 {
            let place = ProjectPlace(value: number, item: nil, isInPackage: false, position: Position(line: number + 1, column: 8))
            results[1].review?.ids.append(.init(digest: Digest(low: UInt64(number), high: 1), place: place))
        }
        // Done again: the ids are there once.
        for _ in 0 ..< 2 { try history.record(run: run, [(0, .init(path: "a", fingerprint: "f", results: results))]) }
        let stored = try #require(try history.stored(run: run).first)
        #expect(try history.withIDs(stored).map { Array($0.results) } == results)
        // What is no longer needed takes no room.
        let next = try history.begin(batch: "d", program: "1", standard: "0.9.5", today: "2026-11-21")
        try history.finish(run: next, BatchSummary([]))
        #expect(try history.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM result_ids") } == 0)
    }

    /// What is needed for going on is kept of the last run only.
    @Test func finishingForgetsFormerResults() throws {
        let history = try History(path: path)
        var runs: [Int64] = []
        for batch in ["d", "other", "d"] {
            let run = try history.begin(batch: batch, program: "1", standard: "0.9.5", today: "2026-11-21")
            try history.record(run: run, [(0, .init(path: "a", fingerprint: "f", results: [result("a", unit: 0, due: 1)]))])
            try history.finish(run: run, BatchSummary([result("a", unit: 0, due: 1)]))
            runs.append(run)
        }
        #expect(try runs.map { try history.stored(run: $0).count } == [0, 1, 1])
        #expect(try history.trend(input: "a").count == 3)
    }

    @Test func journalAndSynchronousAreAsPromised() throws {
        let history = try History(path: path)
        let modes = try history.queue.read { db in
            (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous"))
        }
        // 1 is NORMAL.
        #expect(modes == ("wal", 1))
    }

    @Test func anOlderFileIsCopiedAndBroughtUpToDate() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let old = folder + "/old.sqlite"
        do {
            let queue = try DatabaseQueue(path: old)
            try History.migrator(upTo: 1).migrate(queue)
            try queue.write { try $0.execute(sql: "INSERT INTO runs (batch, started, program, standard, today) VALUES ('d', 't', '0', 's', 'y')") }
        }
        let history = try History(path: old)
        let copy = try #require(history.backup)
        #expect(try history.runs().map(\.batch) == ["d"])
        let kept = try DatabaseQueue(path: copy).read { db in
            (try Int.fetchOne(db, sql: "SELECT count(*) FROM runs"), try db.tableExists("results"))
        }
        #expect(kept == (1, false))
        // Up to date now: no other copy is made.
        #expect(try History(path: old).backup == nil)
    }

    /// Nothing that is there is written over; and where there can be no copy, it is named, and the file is as it was.
    @Test func aCopyTakesANameOfItsOwn() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let old = folder + "/old.sqlite"
        try History.migrator(upTo: 1).migrate(DatabaseQueue(path: old))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: old + ".version-1"))
        #expect(try History(path: old).backup == old + ".version-1-2")
        #expect(try String(contentsOfFile: old + ".version-1", encoding: .utf8) == "mine")

        let name = folder + "/" + String(repeating: "x", count: 250)
        try History.migrator(upTo: 1).migrate(DatabaseQueue(path: folder + "/short"))
        try FileManager.default.moveItem(atPath: folder + "/short", toPath: name)
        let queue = try DatabaseQueue(path: name)
        // The name with its ending is too long for the file system.
        let error = try #require(throws: HistoryError.self) { try History.migrate(queue, name) }
        #expect(error == .copyUnwritable(path: name + ".version-1", reason: "File name too long"))
        #expect(try queue.read { try History.migrator().appliedIdentifiers($0) } == ["1 runs"])
    }

    @Test func aNewerFileIsRefusedAndLeftAlone() throws {
        _ = try History(path: path)
        try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9 future')") }
        func contents() throws -> [String] {
            try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL UNION ALL SELECT identifier FROM grdb_migrations") }
        }
        let before = try contents()
        #expect(throws: HistoryError.newer) { try History(path: path) }
        #expect(try contents() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b").allSatisfy { !$0.contains("version-") })
    }

    @Test func whatIsNoHistoryIsRefused() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let other = folder + "/text.sqlite"
        try Data("This is no database, but long enough to be looked at as one. ".utf8).write(to: URL(fileURLWithPath: other))
        #expect(throws: HistoryError.notHistory) { try History(path: other) }
        // What another program keeps is left alone.
        let foreign = folder + "/foreign.sqlite"
        try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        #expect(throws: HistoryError.notHistory) { try History(path: foreign) }
        #expect(try DatabaseQueue(path: foreign).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["bookmarks"])
        // One that holds nothing yet is as good as none.
        try Data().write(to: URL(fileURLWithPath: folder + "/empty.sqlite"))
        #expect(try History(path: folder + "/empty.sqlite").runs().isEmpty)
    }
}
