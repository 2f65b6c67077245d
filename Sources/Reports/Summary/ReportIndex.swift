public import OC4IDS

/// The index of a folder with reports of many inputs: which file is the report of which input.
public enum ReportIndex {
    /// - Parameter reports: of each its input, its form, and its path in the folder.
    public static func bytes(_ reports: [(input: InputResult, form: String, path: String)]) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(["id", "name", "form", "report"].map(CSVWriter.Cell.text))
        for report in reports { writer.row([report.input.id, report.input.name, report.form, report.path].map(CSVWriter.Cell.text)) }
        return CSVWriter.byteOrderMark + writer.bytes
    }
}
