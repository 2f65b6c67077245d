import Foundation
import GRDB

/// What came out of all runs, in one SQLite file that anyone may query: `docs/history.md` describes its tables.
///
/// The file survives a program that is killed at any moment. After a power failure at most the last transactions are missing (WAL with
/// synchronous NORMAL), which a resumed run does again.
package final class History: Sendable {
    let queue: DatabaseQueue
    let path: String
    /// The copy that was made of an older file before it was brought up to date.
    package let backup: String?

    /// Opens the file, or makes it with the folders it lies in.
    package init(path: String) throws(HistoryError) {
        do {
            if let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try History.look(at: path)
            var configuration = Configuration()
            // Shards of one machine may share a history.
            configuration.busyMode = .timeout(30)
            configuration.journalMode = .wal
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
            self.path = path
            queue = try DatabaseQueue(path: path, configuration: configuration)
            guard try queue.read(History.isOurs) else { throw HistoryError.notHistory }
            backup = try History.migrate(queue, path)
        } catch let error as HistoryError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw HistoryError.notHistory
        } catch {
            throw HistoryError.unusable(reason: History.reason(error))
        }
    }

    static func reason(_ error: any Error) -> String {
        (error as? DatabaseError).map { $0.message ?? $0.resultCode.description } ?? error.localizedDescription
    }

    /// Runs a piece of work on the file; its errors become the history's own.
    func work<Value>(_ body: (DatabaseQueue) throws -> Value) throws(HistoryError) -> Value {
        do {
            return try body(queue)
        } catch {
            throw HistoryError.unusable(reason: History.reason(error))
        }
    }
}

/// Why the history cannot be used.
package enum HistoryError: Error, Equatable {
    /// A newer version of the program has changed the tables.
    case newer
    /// It is no SQLite file, or that of another program.
    case notHistory
    /// An older file is copied before it is brought up to date.
    case copyUnwritable(path: String, reason: String)
    case unusable(reason: String)
}
