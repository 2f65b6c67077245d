import GRDB

/// The tables, version by version. A version that was released is never changed: what is new comes as another one.
extension History {
    static let migrations: [(name: String, migrate: @Sendable (Database) throws -> Void)] = [
        ("1 runs", makeRuns),
        ("2 results", makeResults),
        ("3 copies and sectors", addCopiesAndSectors),
        ("4 ids of results", makeResultIDs),
    ]

    static func migrator(upTo count: Int = migrations.count) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations.prefix(count) { migrator.registerMigration(migration.name, migrate: migration.migrate) }
        return migrator
    }

    /// Brings the tables up to date.
    ///
    /// - Returns: the path of the copy that was made before; nil where there was nothing to lose.
    static func migrate(_ queue: DatabaseQueue, _ path: String) throws -> String? {
        let migrator = migrator()
        let (applied, isNewer) = try queue.read { (try migrator.appliedIdentifiers($0).count, try migrator.hasBeenSuperseded($0)) }
        guard !isNewer else { throw HistoryError.newer }
        guard applied < migrations.count else { return nil }
        let backup = try applied > 0 ? copy(queue, path, version: applied) : nil
        try migrator.migrate(queue)
        return backup
    }

    @Sendable private static func makeRuns(_ db: Database) throws {
        try db.execute(sql: """
            CREATE TABLE runs (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                batch TEXT NOT NULL,
                started TEXT NOT NULL,
                finished TEXT,
                program TEXT NOT NULL,
                standard TEXT NOT NULL,
                today TEXT NOT NULL,
                inputs INTEGER, valid INTEGER, unreadable INTEGER, projects INTEGER, errors INTEGER,
                strict REAL, due REAL
            );
            CREATE TABLE inputs (
                id INTEGER PRIMARY KEY,
                key TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                publisher TEXT,
                ministry TEXT
            );
            CREATE TABLE summaries (
                id INTEGER PRIMARY KEY,
                run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
                input INTEGER NOT NULL REFERENCES inputs,
                unit INTEGER NOT NULL,
                result TEXT NOT NULL CHECK (result IN ('valid', 'invalid', 'unreadable')),
                reason TEXT,
                bytes INTEGER, sha256 TEXT, kind TEXT,
                projects INTEGER, contracting_processes INTEGER,
                errors INTEGER, warnings INTEGER, infos INTEGER,
                profile TEXT, strict REAL, due REAL,
                newest TEXT, timely INTEGER,
                UNIQUE (input, run)
            );
            CREATE INDEX summaries_by_run ON summaries (run, unit);
            CREATE TABLE element_coverage (
                summary INTEGER NOT NULL REFERENCES summaries ON DELETE CASCADE,
                element TEXT NOT NULL,
                coverage REAL, strict_coverage REAL,
                disclosed INTEGER NOT NULL, partial INTEGER NOT NULL, missing INTEGER NOT NULL,
                not_due INTEGER NOT NULL, unknown INTEGER NOT NULL,
                PRIMARY KEY (summary, element)
            ) WITHOUT ROWID;
            CREATE TABLE finding_counts (
                summary INTEGER NOT NULL REFERENCES summaries ON DELETE CASCADE,
                kind TEXT NOT NULL, finding TEXT NOT NULL, severity TEXT NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (summary, kind, finding)
            ) WITHOUT ROWID;
            CREATE TABLE group_scores (
                run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
                field TEXT NOT NULL, name TEXT,
                projects INTEGER NOT NULL, inputs INTEGER NOT NULL,
                profile TEXT, strict REAL, due REAL
            );
            CREATE INDEX group_scores_by_run ON group_scores (run);
            """)
    }

    /// What a broken-off run has done already, so that it can go on.
    @Sendable private static func makeResults(_ db: Database) throws {
        try db.execute(sql: """
            CREATE TABLE results (
                run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
                unit INTEGER NOT NULL,
                path TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                record BLOB NOT NULL,
                PRIMARY KEY (run, unit)
            );
            """)
    }

    /// Of feeds that could not be fetched, how old is what was reviewed in their place; and which sectors alone counted.
    @Sendable private static func addCopiesAndSectors(_ db: Database) throws {
        try db.execute(sql: """
            ALTER TABLE summaries ADD COLUMN copy_from TEXT;
            ALTER TABLE summaries ADD COLUMN sectors TEXT;
            ALTER TABLE summaries ADD COLUMN left_out INTEGER;
            ALTER TABLE group_scores ADD COLUMN sectors TEXT;
            """)
    }

    /// The ids of projects beside the results that they belong to, in pieces: all of them at once would take several times their memory. What is
    /// there in the former way is reviewed again.
    @Sendable private static func makeResultIDs(_ db: Database) throws {
        try db.execute(sql: """
            DELETE FROM results;
            CREATE TABLE result_ids (
                run INTEGER NOT NULL,
                unit INTEGER NOT NULL,
                number INTEGER NOT NULL,
                piece INTEGER NOT NULL,
                ids BLOB NOT NULL,
                PRIMARY KEY (run, unit, number, piece),
                FOREIGN KEY (run, unit) REFERENCES results ON DELETE CASCADE
            );
            """)
    }
}
