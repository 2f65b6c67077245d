import Foundation
import GRDB
package import OC4IDS

/// Runs while they go on: begun, continued, filled with results, finished.
extension History {
    /// What is stored of something that the user named: its results, and what they depend on.
    package struct Stored: Sendable {
        /// Where it lies; nil for what is not stored yet.
        fileprivate var place: (run: Int64, unit: Int)?
        package var path: String
        /// Of the bytes read, the program, the schema, the profile and the options.
        package var fingerprint: String
        package var results: PackedResults

        package init(path: String, fingerprint: String, results: some Sequence<InputResult>) {
            (self.path, self.fingerprint, self.results) = (path, fingerprint, PackedResults(results))
        }
    }

    package func begin(batch: String, program: String, standard: String, today: String) throws(HistoryError) -> Int64 {
        try work { queue in
            try queue.write { db in
                try db.execute(sql: "INSERT INTO runs (batch, started, program, standard, today) VALUES (?, ?, ?, ?, ?)",
                               arguments: [batch, History.now, program, standard, today])
                return db.lastInsertedRowID
            }
        }
    }

    /// The newest run of the same batch, finished or not.
    package func latest(batch: String) throws(HistoryError) -> PastRun? {
        try work { try $0.read { db in try Row.fetchOne(db, sql: "SELECT * FROM runs WHERE batch = ? ORDER BY id DESC LIMIT 1", arguments: [batch]).map(PastRun.init) } }
    }

    /// Puts aside what a run that was broken off has stored, until it ends: its inputs may stand elsewhere by now, as when a file has come in front of
    /// them, and what is recorded in the place of one must not take the place of another. What is told of its inputs is recorded anew.
    package func setAside(run: Int64) throws(HistoryError) {
        try work { queue in
            try queue.write { db in
                try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                // What has been recorded since it was put aside once before.
                try db.execute(sql: """
                    DELETE FROM results WHERE run = ?1 AND unit < 0 AND fingerprint IN (SELECT fingerprint FROM results WHERE run = ?1 AND unit >= 0)
                    """, arguments: [run])
                let least = try Int.fetchOne(db, sql: "SELECT min(unit) FROM results WHERE run = ?", arguments: [run]) ?? 0
                for table in ["results", "result_ids"] {
                    try db.execute(sql: "UPDATE \(table) SET unit = ? - unit WHERE run = ? AND unit >= 0", arguments: [min(0, least) - 1, run])
                }
                try db.execute(sql: "DELETE FROM summaries WHERE run = ?", arguments: [run])
            }
        }
    }

    /// Everything that is stored of a run, but for the ids of projects (`withIDs`).
    package func stored(run: Int64) throws(HistoryError) -> [Stored] {
        try work { queue in
            try queue.read { db in
                var stored: [Stored] = []
                var sums = ResultSums()
                let rows = try Row.fetchCursor(db, sql: "SELECT path, fingerprint, record, unit FROM results WHERE run = ?", arguments: [run])
                while let row = try rows.next() {
                    let record = try row.decode(Data.self, atIndex: 2)
                    // What cannot be read is reviewed again.
                    guard let results = PackedResults(record), results.allSatisfy({ sums.take($0) }) else { continue }
                    try stored.append(Stored(path: row.decode(atIndex: 0), fingerprint: row.decode(atIndex: 1), results: results))
                    stored[stored.count - 1].place = try (run, row.decode(atIndex: 3))
                }
                return stored
            }
        }
    }

    /// The same with the ids of its projects; nil where they cannot be read.
    package func withIDs(_ stored: Stored) throws(HistoryError) -> Stored? {
        guard let place = stored.place else { return stored }
        return try work { queue in
            try queue.read { db in
                var results = PackedResults()
                for (number, var result) in stored.results.enumerated() {
                    let pieces = try Row.fetchCursor(db, sql: "SELECT ids FROM result_ids WHERE run = ? AND unit = ? AND number = ? ORDER BY piece",
                                                     arguments: [place.run, place.unit, number])
                    while let piece = try pieces.next() {
                        guard result.review?.ids.append(packed: try piece.decode(Data.self, atIndex: 0)) == true else { return nil }
                    }
                    results.append(result)
                }
                return Stored(path: stored.path, fingerprint: stored.fingerprint, results: results)
            }
        }
    }

    /// Keeps what units came to, in place of what is there of them; all of it or, should the program end here, nothing.
    package func record(run: Int64, _ units: [(unit: Int, stored: Stored)]) throws(HistoryError) {
        try work { queue in
            try queue.write { db in
                for (unit, stored) in units { try History.record(run: run, unit: unit, stored, db) }
            }
        }
    }

    /// Ends a run. What was stored for going on with earlier runs of the same batch is no longer needed.
    package func finish(run: Int64, _ summary: BatchSummary) throws(HistoryError) {
        try work { queue in
            try queue.write { db in
                let totals = summary.totals
                try db.execute(
                    sql: "UPDATE runs SET finished = ?, inputs = ?, valid = ?, unreadable = ?, projects = ?, errors = ?, strict = ?, due = ? WHERE id = ?",
                    arguments: [History.now, totals.inputs, totals.valid, totals.unreadable, totals.projects, totals.errors, totals.strict.share, totals.due.share, run])
                let profile = summary.profiles.count == 1 ? summary.profiles.first : nil
                try db.execute(sql: "DELETE FROM group_scores WHERE run = ?", arguments: [run])
                let insert = try db.cachedStatement(sql: "INSERT INTO group_scores (run, field, name, projects, inputs, profile, strict, due, sectors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                let sectors = summary.sectors
                for grouping in summary.groupings {
                    for group in grouping.values {
                        try insert.execute(arguments: [run, grouping.by, group.name, group.projects, group.inputs, profile, group.strict.share, group.due.share, sectors])
                    }
                }
                try db.execute(sql: "DELETE FROM results WHERE run = ? AND unit < 0", arguments: [run])
                try db.execute(sql: "DELETE FROM results WHERE run <> ?1 AND run IN (SELECT id FROM runs WHERE batch = (SELECT batch FROM runs WHERE id = ?1))",
                               arguments: [run])
            }
        }
    }

    /// Scores to compare with: of each input those of the last finished run in which it could be read, of groups those of the last finished run.
    package func former(inputs: some Sequence<String>) throws(HistoryError) -> FormerScores {
        try work { queue in
            try queue.read { db in
                var former = FormerScores()
                let statement = try db.cachedStatement(sql: """
                    SELECT profile, summaries.strict, summaries.due, summaries.errors, summaries.sectors FROM summaries
                    JOIN inputs ON inputs.id = input JOIN runs ON runs.id = run
                    WHERE inputs.key = ? AND finished IS NOT NULL AND result <> 'unreadable' ORDER BY run DESC LIMIT 1
                    """)
                for input in inputs {
                    guard let row = try Row.fetchOne(statement, arguments: [input]) else { continue }
                    former.inputs[input] = .init(profile: row[0], strict: Billionths(share: row[1]), due: Billionths(share: row[2]), errors: row[3], sectors: row[4])
                }
                let groups = try Row.fetchCursor(db, sql: """
                    SELECT field, name, profile, strict, due, sectors FROM group_scores WHERE run = (SELECT max(id) FROM runs WHERE finished IS NOT NULL)
                    """)
                while let row = try groups.next() {
                    former.groups[.init(by: row[0], name: row[1])] = .init(profile: row[2], strict: Billionths(share: row[3]), due: Billionths(share: row[4]), sectors: row[5])
                }
                return former
            }
        }
    }

    // MARK: Rows

    private static func record(run: Int64, unit: Int, _ stored: Stored, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM summaries WHERE run = ? AND unit = ?").execute(arguments: [run, unit])
        for result in stored.results { try insert(result, run, db) }
        // What has no fingerprint cannot be told to be the same again.
        guard !stored.fingerprint.isEmpty else { return }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO results (run, unit, path, fingerprint, record) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [run, unit, stored.path, stored.fingerprint, Data(stored.results.record)])
        for (number, result) in stored.results.enumerated() { try insertIDs(result, run, unit, number, db) }
    }

    private static func insertIDs(_ result: InputResult, _ run: Int64, _ unit: Int, _ number: Int, _ db: Database) throws {
        guard let ids = result.review?.ids, ids.packedCount > 0 else { return }
        let insert = try db.cachedStatement(sql: "INSERT INTO result_ids (run, unit, number, piece, ids) VALUES (?, ?, ?, ?, ?)")
        for piece in 0 ..< ids.packedCount { try insert.execute(arguments: [run, unit, number, piece, Data(ids.packed(piece))]) }
    }

    private static func insert(_ result: InputResult, _ run: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: """
            INSERT INTO inputs (key, name, publisher, ministry) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, publisher = coalesce(excluded.publisher, publisher), ministry = excluded.ministry
            """).execute(arguments: [result.id, result.name, result.publisher, result.attributes.ministry])
        let review = result.review
        let scores = review?.disclosure
        let verdict = review.map { $0.valid ? "valid" : "invalid" } ?? "unreadable"
        try db.cachedStatement(sql: """
            INSERT OR REPLACE INTO summaries (run, input, unit, result, reason, bytes, sha256, kind, projects, contracting_processes, errors, warnings, infos, profile,
            strict, due, newest, timely, copy_from, sectors, left_out) VALUES (?, (SELECT id FROM inputs WHERE key = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """).execute(arguments: [
                run, result.id, result.order.unit, verdict, (result.failure ?? result.keptCopy?.failure)?.message, result.bytes, result.sha256, review?.kind, review?.projects,
                review?.contractingProcesses, review?.errors, review?.warnings, review?.infos, scores?.profile, scores?.strict.share, scores?.due.share,
                review?.newest, review?.timeliness?.isMet, result.keptCopy?.from, BatchSummary.key(of: result.sectors), review?.leftOut,
            ])
        let summary = db.lastInsertedRowID
        guard let review else { return }
        let coverage = try db.cachedStatement(sql: "INSERT INTO element_coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for element in scores?.elements ?? [] {
            try coverage.execute(arguments: [
                summary, element.id, element.due.share, element.strict.share, element.disclosed, element.partial, element.missing, element.notDue, element.unknown,
            ])
        }
        let finding = try db.cachedStatement(sql: "INSERT OR REPLACE INTO finding_counts VALUES (?, ?, ?, ?, ?)")
        for found in review.findings { try finding.execute(arguments: [summary, found.kind.rawValue, found.id, found.severity, found.count]) }
    }

    /// The only clock of a history; reports never see it.
    private static var now: String { Date().formatted(.iso8601) }
}

extension Mean {
    /// From 0 to 1; nil where nothing counts.
    var share: Double? { score.score.map { Double($0.count) / 1e9 } }
}

extension Billionths {
    /// A share as the history keeps it. Doubles have more digits than it needs, so this is exact.
    init?(share: Double?) {
        guard let share else { return nil }
        self.init(count: Int((share * 1e9).rounded()))
    }
}

extension PastRun {
    init(_ row: Row) {
        let finished: String? = row["finished"]
        let totals = finished.map { _ in
            Totals(inputs: row["inputs"], valid: row["valid"], unreadable: row["unreadable"], projects: row["projects"], errors: row["errors"],
                   strict: row["strict"], due: row["due"])
        }
        self.init(id: row["id"], batch: row["batch"], started: row["started"], finished: finished, program: row["program"], standard: row["standard"],
                  today: row["today"], totals: totals)
    }
}
