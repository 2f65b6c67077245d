public import OC4IDS

/// The index of a folder with reports of many inputs: which file is the report of which input.
public enum ReportIndex {
    /// - Parameter reports: of each its input, its form, and its path in the folder.
    public static func bytes(_ reports: some Sequence<(input: InputResult, form: String, path: String)>) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(["id", "name", "form", "report"].map(CSVWriter.Cell.text))
        return CSVWriter.byteOrderMark + writer.bytes + reports.flatMap { row($0.input, $0.form, $0.path) }
    }

    /// What the index says of one report, with its line end.
    public static func row(_ input: InputResult, _ form: String, _ path: String) -> [UInt8] {
        var writer = CSVWriter()
        writer.row([input.id, input.name, form, path].map(CSVWriter.Cell.text))
        return writer.bytes
    }

    /// The rows of an index, each with its line end. Of an id or a name that goes over several lines there is none.
    public static func rows(_ index: [UInt8]) -> Set<[UInt8]> {
        Set(index.split(separator: 0x0A).map { Array($0) + [0x0A] })
    }
}
