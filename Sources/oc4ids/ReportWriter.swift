import Inputs
import OC4IDS
import Reports
import Synchronization

/// Writes each input's report when its turn comes, and what is said of all of them at the end.
final class ReportWriter: Sendable {
    private struct State {
        var worst = ExitStatus.clean
        /// For the closing table of a text report.
        var rows: [TextReport.Row] = []
    }

    private enum Form {
        case text(TextReport, ReportOutput)
        case json(JSONReport, ReportOutput)
        case csv(CSVReport, CSVTables)
    }

    private let form: Form
    private let failOn: FailOn
    private let state = Mutex(State())

    /// - Parameter inputs: what will be read, none of which the report may replace.
    init(options: ReadingOptions, explainer: Explainer, inputs: [InputPaths.Found]) throws {
        failOn = options.failOn
        func output() throws -> ReportOutput {
            try ReportOutput(path: options.output, inputs: inputs, language: explainer.language)
        }
        switch options.format {
        case .text:
            let output = try output()
            let style = TextStyle(color: !options.noColor && Terminal.showsColor(output.descriptor))
            form = .text(TextReport(explainer: explainer, style: style, verbosity: options.verbosity), output)
        case .json:
            form = .json(JSONReport(explainer: explainer, toolVersion: Oc4ids.version), try output())
        case .csv:
            let tables = if let section = options.section {
                CSVTables(section.value, try output())
            } else {
                try CSVTables(folder: options.output ?? "", inputs: inputs, language: explainer.language)
            }
            let report = CSVReport(explainer: explainer)
            tables.write(report.head)
            form = .csv(report, tables)
        }
    }

    var status: ExitStatus { state.withLock { $0.worst } }

    func write(_ outcome: Outcome) {
        state.withLock { $0.worst = max($0.worst, ExitStatus(outcome, failOn: failOn)) }
        switch form {
        case .text(let report, let output):
            state.withLock { $0.rows.append(report.row(for: outcome)) }
            output.write(Array(report.text(for: outcome).utf8))
        case .json(let report, let output): output.write(report.bytes(for: outcome) + [0x0A])
        case .csv(let report, let tables): tables.write { report.rows($0, for: outcome) }
        }
    }

    func finish() throws {
        switch form {
        case .text(let report, let output):
            output.write(Array(report.closing(state.withLock { $0.rows }).utf8))
            try output.finish()
        case .json(_, let output): try output.finish()
        case .csv(_, let tables): try tables.finish()
        }
    }
}

/// The tables of a CSV report on their way to a folder, or one of them to a file or standard output.
struct CSVTables: Sendable {
    private let outputs: [(section: CSVSection, output: ReportOutput)]

    init(_ section: CSVSection, _ output: ReportOutput) {
        outputs = [(section, output)]
    }

    /// Files of a folder, made if it is not there. What else lies in it stays.
    init(folder: String, inputs: [InputPaths.Found], language: Language) throws {
        try ReportOutput.makeFolder(folder, language)
        let front = folder.hasSuffix("/") ? folder : folder + "/"
        var opened: [(CSVSection, ReportOutput)] = []
        do {
            for section in CSVSection.allCases {
                opened.append((section, try ReportOutput(path: front + section.fileName, inputs: inputs, language: language)))
            }
        } catch {
            for (_, output) in opened { output.discard() }
            throw error
        }
        outputs = opened
    }

    func write(_ bytes: (CSVSection) -> [UInt8]) {
        for (section, output) in outputs {
            let bytes = bytes(section)
            if !bytes.isEmpty { output.write(bytes) }
        }
    }

    /// All files get their names only when all are complete.
    func finish() throws {
        do {
            for (_, output) in outputs { try output.complete() }
            for (_, output) in outputs { try output.publish() }
        } catch {
            for (_, output) in outputs { output.discard() }
            throw error
        }
    }
}
