import Foundation
import GRDB
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What is looked at, and kept, before a file is written to.
extension History {
    /// Looks at a file without changing a byte of it: opening one for writing would, even one that is then refused.
    static func look(at path: String) throws {
        guard bytes(path) > 0 else { return }
        // What is not in the file yet lies beside it. Where nothing does, nothing is to be made there either (https://www.sqlite.org/uri.html).
        let mode = bytes(path + "-wal") > 0 ? "mode=ro" : "immutable=1"
        let name = URL(fileURLWithPath: path).path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(30)
        try DatabaseQueue(path: "file:\(name)?\(mode)", configuration: configuration).read { db in
            guard try isOurs(db) else { throw HistoryError.notHistory }
            guard try !migrator().hasBeenSuperseded(db) else { throw HistoryError.newer }
        }
    }

    /// Whether a file is a history, or empty and to become one.
    static func isOurs(_ db: Database) throws -> Bool {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 else {
            // A program that numbers its files before it fills them has other plans for this one.
            return try ["application_id", "user_version"].allSatisfy { try Int.fetchOne(db, sql: "PRAGMA \($0)") == 0 }
        }
        guard try db.tableExists("grdb_migrations") else { return false }
        let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
        // Nothing yet, where making the first tables was broken off.
        return try applied.isEmpty ? !db.tableExists("runs") : applied.contains(migrations[0].name)
    }

    /// Copies an older file, under a name that nothing has yet.
    ///
    /// - Returns: the copy's path.
    static func copy(_ queue: DatabaseQueue, _ path: String, version: Int) throws -> String {
        let first = "\(path).version-\(version)"
        var name = first
        var number = 1
        while true {
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                close(descriptor)
                break
            }
            guard errno == EEXIST, number < 1000 else { throw HistoryError.copyUnwritable(path: name, reason: String(cString: strerror(errno))) }
            number += 1
            name = "\(first)-\(number)"
        }
        do {
            try queue.backup(to: DatabaseQueue(path: name))
        } catch {
            unlink(name)
            throw HistoryError.copyUnwritable(path: name, reason: reason(error))
        }
        return name
    }

    private static func bytes(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
