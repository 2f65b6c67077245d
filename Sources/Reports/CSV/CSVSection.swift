/// The tables of a CSV report. Their names and those of their columns are stable: add, don't rename.
///
/// Columns are called as in the JSON report. What each holds: `docs/csv.md`.
public enum CSVSection: String, Sendable, CaseIterable {
    case summary, errors
    case errorGroups = "error-groups"
    case codelists
    case additionalFields = "additional-fields"
    case checks, coverage, publication

    /// The table's file in the folder of a whole report.
    public var fileName: String { rawValue + ".csv" }

    public var columns: [String] {
        switch self {
        case .summary:
            ["input", "kind", "bytes", "standard", "schema", "projects", "contractingProcesses", "errors", "warnings", "infos", "valid",
             "publisher", "license", "publishedDate", "lastUpdated", "badLineCount",
             "failureCode", "failureMessage", "failureHint", "failureLine", "failureColumn"]
        case .errors: ["input", "keyword", "path", "field", "property", "message", "hint", "value", "line", "column", "schemaPath"]
        case .errorGroups: ["input", "keyword", "field", "title", "property", "message", "hint", "count"]
        case .codelists: ["input", "field", "title", "codelist", "open", "value", "count", "suggestion", "path", "line", "column"]
        case .additionalFields: ["input", "field", "count", "suggestion", "path", "value", "line", "column"]
        case .checks: ["input", "id", "severity", "title", "message", "hint", "count", "path", "value", "line", "column", "otherLine", "otherColumn", "otherInput", "otherPath"]
        case .coverage: ["input", "field", "title", "present", "of", "percent"]
        case .publication: ["input", "kind", "id", "title", "outcome", "value", "threshold", "count", "of", "hint", "sample"]
        }
    }
}
