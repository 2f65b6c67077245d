/// The tables of a CSV report. Their names and those of their columns are stable: add, don't rename.
///
/// Columns are called as in the JSON report. What each holds: `docs/csv.md`.
public enum CSVSection: String, Sendable, CaseIterable {
    case summary, errors
    case errorGroups = "error-groups"
    case codelists
    case additionalFields = "additional-fields"
    case checks, coverage, publication
    case scores, groups, elements, recommendations
    case toConfirm = "to-confirm"
    case projects
    case projectElements = "project-elements"

    /// What a report is about: a table that is about something else is not written.
    public struct Contents: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        public static let findings = Contents(rawValue: 1)
        public static let disclosure = Contents(rawValue: 2)
    }

    public var contents: Contents {
        switch self {
        case .summary: [.findings, .disclosure]
        case .errors, .errorGroups, .codelists, .additionalFields, .checks, .coverage, .publication: .findings
        case .scores, .groups, .elements, .recommendations, .toConfirm, .projects, .projectElements: .disclosure
        }
    }

    /// The table's file in the folder of a whole report.
    public var fileName: String { rawValue + ".csv" }

    public var columns: [String] {
        switch self {
        case .summary:
            ["input", "kind", "bytes", "standard", "schema", "projects", "contractingProcesses", "errors", "warnings", "infos", "valid",
             "publisher", "license", "publishedDate", "lastUpdated", "badLineCount",
             "failureCode", "failureMessage", "failureHint", "failureLine", "failureColumn", "leftOut"]
        case .errors: ["input", "keyword", "path", "field", "property", "message", "hint", "value", "line", "column", "schemaPath"]
        case .errorGroups: ["input", "keyword", "field", "title", "property", "message", "hint", "count"]
        case .codelists: ["input", "field", "title", "codelist", "open", "value", "count", "suggestion", "path", "line", "column", "sample"]
        case .additionalFields: ["input", "field", "count", "suggestion", "path", "value", "line", "column", "sample"]
        case .checks: ["input", "id", "severity", "title", "message", "hint", "count", "path", "value", "line", "column", "otherLine", "otherColumn", "otherInput", "otherPath",
             "sample"]
        case .coverage: ["input", "field", "title", "present", "of", "percent"]
        case .publication: ["input", "kind", "id", "title", "outcome", "value", "threshold", "count", "of", "hint", "sample"]
        case .scores: ["input", "part", "id", "title", "strict", "strictLevel", "due", "dueLevel", "projects"]
        case .groups: ["input", "by", "name", "projects", "strict", "strictLevel", "due", "dueLevel", "sample"]
        case .elements:
            ["input", "id", "title", "stage", "module", "scope", "coverage", "strictCoverage", "disclosed", "partial", "missing", "notDue", "unknown"]
        case .recommendations: ["input", "element", "title", "gain", "projects", "authorities", "guidance", "authoritiesSample"]
        case .toConfirm: ["input", "element", "title", "reason", "projects", "lookAt"]
        case .projects: ["input", "id", "path", "line", "title", "publicAuthority", "sector", "status", "strict", "strictLevel", "due", "dueLevel"]
        case .projectElements: ["input", "project", "path", "element", "title", "outcome", "share", "strictShare", "evidence"]
        }
    }
}
