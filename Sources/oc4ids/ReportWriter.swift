import Inputs
import OC4IDS
import Reports
import Synchronization

/// Writes each input's report when its turn comes, and what is said of all of them at the end.
final class ReportWriter: Sendable {
    private struct State {
        var worst = ExitStatus.clean
        var failure: RowStoreError?
        /// The project that was to be explained was met.
        var hasExplained = false
        /// For the closing table of a text report.
        var rows: [TextReport.Row] = []
    }

    private enum Form {
        case text(TextReport, ReportOutput)
        case explanation(ExplainReport, TextReport, ReportOutput)
        case json(JSONReport, ReportOutput)
        case csv(CSVReport, CSVTables)
    }

    private let form: Form
    private let failOn: FailOn
    private let explainer: Explainer
    private let explained: String?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - inputs: what will be read, none of which the report may replace.
    ///   - contents: what the reports are about.
    ///   - explained: the id of the project that alone is to be explained.
    init(options: ReadingOptions, standard: Standard, inputs: [InputPaths.Found], contents: CSVSection.Contents, explained: String? = nil) throws {
        let explainer = Explainer(language: options.checking.language.value, standard: standard)
        self.explained = explained
        failOn = options.checking.failOn.value
        self.explainer = explainer
        func output() throws -> ReportOutput {
            try ReportOutput(path: options.output, inputs: inputs, language: explainer.language)
        }
        switch options.format {
        case .text:
            let output = try output()
            let style = TextStyle(color: !options.noColor && Terminal.showsColor(output.descriptor))
            let report = TextReport(explainer: explainer, style: style, verbosity: options.verbosity)
            form = explained == nil ? .text(report, output) : .explanation(ExplainReport(explainer: explainer, standard: standard, style: style), report, output)
        case .json:
            form = .json(JSONReport(explainer: explainer, toolVersion: Oc4ids.version), try output())
        case .csv:
            let sections = CSVSection.allCases.filter { !$0.contents.isDisjoint(with: contents) }
            if let section = options.section?.value, !sections.contains(section) {
                let names = sections.map(\.rawValue).joined(separator: ", ")
                throw Exit.usage(UsageMessage.noSuchSection.text(explainer.language, ["name": section.rawValue, "sections": names]))
            }
            let tables = if let section = options.section {
                CSVTables(section.value, try output())
            } else {
                try CSVTables(sections, folder: options.output ?? "", inputs: inputs, language: explainer.language)
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
        case .explanation(let report, let failures, let output):
            guard case .review(let review) = outcome, let disclosure = review.disclosure else {
                output.write(Array(failures.text(for: outcome).utf8))
                return
            }
            guard !disclosure.explained.isEmpty else { return }
            state.withLock { $0.hasExplained = true }
            output.write(Array(report.text(disclosure.explained, profile: disclosure.profile, kind: review.input.kind).utf8))
        case .json(let report, let output):
            keep { () throws(RowStoreError) in try report.write(outcome) { output.write($0) } }
            output.write([0x0A])
        case .csv(let report, let tables):
            for (section, output) in tables.outputs { keep { () throws(RowStoreError) in try report.write(section, for: outcome) { output.write($0) } } }
        }
    }

    /// What cannot be read again is lost to the report, which then is not complete.
    private func keep(_ write: () throws(RowStoreError) -> Void) {
        do {
            try write()
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    func finish() throws {
        if let failure = state.withLock({ $0.failure }) { throw Exit.failed(explainer.message(failure)) }
        switch form {
        case .text(let report, let output):
            output.write(Array(report.closing(state.withLock { $0.rows }).utf8))
            try output.finish()
        case .explanation(_, _, let output):
            try output.finish()
            if let explained, !state.withLock({ $0.hasExplained }), status != .unreadable {
                throw Exit.usage(UsageMessage.noSuchProject.text(explainer.language, ["name": VisibleText.escaped(explained)]))
            }
        case .json(_, let output): try output.finish()
        case .csv(_, let tables): try tables.finish()
        }
    }
}

/// The tables of a CSV report on their way to a folder, or one of them to a file or standard output.
struct CSVTables: Sendable {
    let outputs: [(section: CSVSection, output: ReportOutput)]

    init(_ section: CSVSection, _ output: ReportOutput) {
        outputs = [(section, output)]
    }

    /// Files of a folder, made if it is not there. What else lies in it stays.
    init(_ sections: [CSVSection], folder: String, inputs: [InputPaths.Found], language: Language) throws {
        try ReportOutput.makeFolder(folder, language)
        let front = folder.hasSuffix("/") ? folder : folder + "/"
        var opened: [(CSVSection, ReportOutput)] = []
        do {
            for section in sections {
                opened.append((section, try ReportOutput(path: front + section.fileName, inputs: inputs, language: language)))
            }
        } catch {
            for (_, output) in opened { output.discard() }
            throw error
        }
        outputs = opened
    }

    func write(_ bytes: (CSVSection) -> [UInt8]) {
        for (section, output) in outputs { output.write(bytes(section)) }
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
