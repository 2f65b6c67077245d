import GRDB
package import OC4IDS

/// Looking back.
extension History {
    /// The oldest first.
    package func runs() throws(HistoryError) -> [PastRun] {
        try work { try $0.read { db in try Row.fetchAll(db, sql: "SELECT * FROM runs ORDER BY id").map(PastRun.init) } }
    }

    /// All inputs of a run, those with the highest due score first.
    package func standings(run: Int64) throws(HistoryError) -> [PastResult] {
        try standings(where: "run = ?", [run], order: "summaries.due IS NULL, summaries.due DESC, unit, summaries.id")
    }

    /// An input in all finished runs, the oldest first.
    package func trend(input: String) throws(HistoryError) -> [PastResult] {
        try standings(where: "inputs.key = ? AND finished IS NOT NULL", [input], order: "run")
    }

    /// Every row of every input in every finished run: for spreadsheets.
    package func all() throws(HistoryError) -> [PastResult] {
        try standings(where: "finished IS NOT NULL", [], order: "run, unit, summaries.id")
    }

    /// Ids of all inputs, in byte order.
    package func inputs() throws(HistoryError) -> [String] {
        try work { try $0.read { db in try String.fetchAll(db, sql: "SELECT key FROM inputs ORDER BY key") } }
    }

    private func standings(where condition: String, _ arguments: StatementArguments, order: String) throws(HistoryError) -> [PastResult] {
        try work { queue in
            try queue.read { db in
                try Row.fetchAll(db, sql: """
                    SELECT run, started, inputs.key, result, summaries.projects, summaries.errors, profile, summaries.strict, summaries.due, newest FROM summaries
                    JOIN inputs ON inputs.id = input JOIN runs ON runs.id = run WHERE \(condition) ORDER BY \(order)
                    """, arguments: arguments).map { row in
                        PastResult(run: row[0], started: row[1], input: row[2], result: row[3], projects: row[4], errors: row[5], profile: row[6], strict: row[7], due: row[8],
                                 newest: row[9])
                    }
            }
        }
    }
}
