import Batch
import Feeds
import Inputs
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The folder that a batch writes: reports of single inputs, an index of them, the summary, and what merging needs. Every file appears under its
/// name only when it is complete.
struct BatchFolder: Sendable {
    private let path: String
    private let forms: [ReportFormat]
    private let explainer: Explainer
    private let verbosity: Verbosity
    private let inputs: [InputPaths.Found]
    /// Two runs that write here at once would remove each other's files.
    private let lock: FileLock?

    /// What a CSV report of an input consists of.
    private static let sections = CSVSection.allCases

    /// Makes the folder unless it is there; files that a run which was killed has not finished are removed.
    ///
    /// - Parameter inputs: what no report may replace.
    init(_ path: String, _ forms: [ReportFormat], _ explainer: Explainer, _ verbosity: Verbosity, inputs: [InputPaths.Found]) throws {
        self.path = path.hasSuffix("/") ? path : path + "/"
        (self.forms, self.explainer, self.verbosity, self.inputs) = (forms, explainer, verbosity, inputs)
        try ReportOutput.makeFolder(path, explainer.language)
        do {
            guard let lock = try FileLock(tryingFolder: path, .exclusive) else {
                throw Exit.failed(UsageMessage.batchBusy.text(explainer.language, ["path": VisibleText.escaped(path)]))
            }
            self.lock = lock
        } catch is FileError {
            // This file system has no locks on folders: the run goes on without.
            lock = nil
        }
        try ReportOutput.makeFolder(self.path + "reports", explainer.language)
        ReportOutput.removeUnfinished(in: self.path)
    }

    // MARK: Reports of single inputs

    func write(_ outcome: Outcome, id: String) throws {
        for form in forms {
            do {
                try write(outcome, form, file(id, form))
            } catch let error as RowStoreError {
                throw Exit.failed(explainer.message(error))
            }
        }
    }

    private func write(_ outcome: Outcome, _ form: ReportFormat, _ file: String) throws {
        switch form {
        case .text:
            let output = try output(file)
            output.write(Array(TextReport(explainer: explainer, style: .plain, verbosity: verbosity).text(for: outcome).utf8))
            try output.finish()
        case .json:
            let output = try output(file)
            try JSONReport(explainer: explainer, toolVersion: Oc4ids.version).write(outcome) { output.write($0) }
            output.write([0x0A])
            try output.finish()
        case .csv:
            let tables = try CSVTables(BatchFolder.sections, folder: path + file, inputs: inputs, language: explainer.language)
            let report = CSVReport(explainer: explainer)
            tables.write(report.head)
            for (section, output) in tables.outputs { try report.write(section, for: outcome) { output.write($0) } }
            try tables.finish()
        }
    }

    /// All reports of these results are there.
    func hasReports(_ results: PackedResults) -> Bool {
        results.allSatisfy { result in
            forms.allSatisfy { form in
                let file = path + file(result.id, form)
                let files = form == .csv ? BatchFolder.sections.map { "\(file)/\($0.fileName)" } : [file]
                return files.allSatisfy { access($0, R_OK) == 0 }
            }
        }
    }

    /// Removes what a former run of the same batch has left of inputs that are no longer there, as far as the index here names it. A run that was
    /// broken off has written none yet.
    func removeReports(of former: some Sequence<InputResult>, but results: PackedResults, isContinued: Bool) throws {
        let kept = Set(results.inputIDs)
        let gone = former.filter { !kept.contains($0.id) }
        guard !gone.isEmpty else { return }
        let listed = ReportIndex.rows((try? SmallFile.read(path + "index.csv")) ?? [])
        for result in gone {
            for form in ReportFormat.allCases {
                let file = file(result.id, form)
                guard isContinued && forms.contains(form) || listed.contains(ReportIndex.row(result, form.rawValue, file)) else { continue }
                if form == .csv {
                    for section in BatchFolder.sections { unlink("\(path)\(file)/\(section.fileName)") }
                    rmdir(path + file)
                } else {
                    unlink(path + file)
                }
            }
        }
    }

    private func file(_ id: String, _ form: ReportFormat) -> String {
        let name = "reports/" + BatchFolder.fileName(id)
        switch form {
        case .text: return name + ".txt"
        case .json: return name + ".json"
        case .csv: return name
        }
    }

    /// An id as the name of a file. Where it has to be changed, its digest keeps it apart from others.
    static func fileName(_ id: String) -> String {
        let plain = id.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0" ... "9").contains(scalar) || scalar == "-" || scalar == "_" || scalar == ".") ? Character(scalar) : "_"
        }
        let name = String(plain.suffix(100))
        return name == id && !name.hasPrefix(".") ? name : "\(name.drop { $0 == "." })-\(Fingerprint.sha256(of: id).prefix(8))"
    }

    // MARK: All together

    /// Writes what is said of all inputs.
    ///
    /// - Parameters:
    ///   - results: in the order of the inputs.
    ///   - text: the summary for people.
    func write(_ summary: BatchSummary, _ results: PackedResults, settings: String, shard: Shard?, _ text: String) throws {
        try write("index.csv", ReportIndex.bytes(results.lazy.flatMap { result in forms.map { (result, $0.rawValue, file(result.id, $0)) } }))
        let lines = try output(ResultLines.fileName)
        ResultLines.write(results, count: results.count, settings: settings, shard: shard) { lines.write($0) }
        try lines.finish()
        try write(summary, text)
    }

    func write(_ summary: BatchSummary, _ text: String) throws {
        try write("summary.txt", Array(text.utf8))
        try write("summary.json", SummaryJSON(toolVersion: Oc4ids.version).bytes(summary))
        for table in SummaryTable.allCases { try write(table.fileName, table.bytes(summary)) }
    }

    private func write(_ file: String, _ bytes: [UInt8]) throws {
        let output = try output(file)
        output.write(bytes)
        try output.finish()
    }

    private func output(_ file: String) throws -> ReportOutput {
        try ReportOutput(path: path + file, inputs: inputs, language: explainer.language)
    }
}
