import JSONSchema
public import OC4IDS

/// The tables of a summary of many inputs, as CSV. Names of tables and columns are stable: add, don't rename. What each holds: `docs/batch.md`.
public enum SummaryTable: String, Sendable, CaseIterable {
    case inputs, groups, elements, findings
    case sharedIDs = "shared-ids"

    /// The table's file.
    public var fileName: String { "summary-\(rawValue).csv" }

    /// The whole table.
    public func bytes(_ summary: BatchSummary) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows(summary) { writer.row(row) }
        return CSVWriter.byteOrderMark + writer.bytes
    }

    private typealias Cell = CSVWriter.Cell

    private func rows(_ summary: BatchSummary) -> [[Cell]] {
        switch self {
        case .inputs: SummaryTable.inputs(summary)
        case .groups: SummaryTable.groups(summary)
        case .elements: SummaryTable.elements(summary)
        case .findings: SummaryTable.findings(summary)
        case .sharedIDs: SummaryTable.sharedIDs(summary)
        }
    }

    private static func inputs(_ summary: BatchSummary) -> [[Cell]] {
        let head = ["id", "name", "publisher", "ministry", "result", "failureCode", "failureMessage", "projects", "errors", "warnings", "infos", "profile", "strict", "due",
                    "strictChange", "dueChange", "errorsChange", "newest", "frequency", "timely", "bytes", "sha256", "copyFrom", "copyDays", "fetchFailure", "fetchMessage", "sectors",
                    "leftOut"]
        return [head.map(Cell.text)] + summary.inputs.map { row in
            let (result, review) = (row.result, row.result.review)
            let verdict = review.map { $0.valid ? "valid" : "invalid" } ?? "unreadable"
            return [
                .text(result.id), .text(result.name), Cell(result.publisher), Cell(result.attributes.ministry), .text(verdict), Cell(result.failure?.code),
                Cell(result.failure?.message), Cell(review?.projects), Cell(review?.errors), Cell(review?.warnings), Cell(review?.infos),
                Cell(review?.disclosure?.profile), Cell(result.strict), Cell(result.due), Cell(change: row.change?.strict), Cell(change: row.change?.due),
                Cell(row.change?.errors), Cell(review?.newest), Cell(review?.timeliness?.frequency), review?.timeliness.map { .boolean($0.isMet) } ?? .empty,
                Cell(result.bytes), Cell(result.sha256), Cell(result.keptCopy?.from), Cell(result.keptCopy?.days), Cell(result.keptCopy?.failure.code),
                Cell(result.keptCopy?.failure.message), Cell(BatchSummary.key(of: result.sectors)), Cell(review?.leftOut),
            ]
        }
    }

    private static func groups(_ summary: BatchSummary) -> [[Cell]] {
        let head = ["by", "name", "projects", "inputs", "strict", "due", "strictChange", "dueChange", "sample"]
        return [head.map(Cell.text)] + summary.groupings.flatMap { grouping in
            grouping.values.map { group in
                [.text(grouping.by), Cell(group.name), .number(group.projects), .number(group.inputs), Cell(group.strict.score.score), Cell(group.due.score.score),
                 Cell(change: group.change?.strict), Cell(change: group.change?.due), grouping.isSample ? .literal("true") : .empty]
            }
        }
    }

    /// The matrix: a row for each element, a column for each input, in the order of the league table.
    private static func elements(_ summary: BatchSummary) -> [[Cell]] {
        let head = ["profile", "element", "coverage", "strictCoverage"] + summary.inputs.map(\.result.id)
        return [head.map(Cell.text)] + summary.elements.map { element in
            [.text(element.profile), .text(element.id), Cell(element.due.score.score), Cell(element.strict.score.score)] + element.coverage.map(Cell.init)
        }
    }

    private static func findings(_ summary: BatchSummary) -> [[Cell]] {
        [["kind", "id", "severity", "count", "inputs"].map(Cell.text)] + summary.findings.map {
            [.text($0.kind.rawValue), .text($0.id), .text($0.severity), .number($0.count), .number($0.inputs)]
        }
    }

    private static func sharedIDs(_ summary: BatchSummary) -> [[Cell]] {
        [["input", "path", "line", "column", "otherInput", "otherPath", "otherLine", "otherColumn"].map(Cell.text)] + summary.sharedIDs.places.map { shared in
            let (place, other) = (shared.place, shared.place.other)
            return [.text(shared.input), .text(place.pointer.description), .number(place.position.line), .number(place.position.column), Cell(other?.input),
                    Cell(other?.pointer?.description), Cell(other?.position.line), Cell(other?.position.column)]
        }
    }
}

extension CSVWriter.Cell {
    fileprivate init(change: Int?) {
        self = change.map { .literal(($0 < 0 ? "-" : "") + Billionths(count: abs($0)).decimal) } ?? .empty
    }
}
