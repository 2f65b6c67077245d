import ArgumentParser
import Batch
import Inputs
import JSONSchema
import OC4IDS
import Reports
import Synchronization

/// `oc4ids review --stream`: reads a project a line from standard input and writes a result a line, for programs that hand out the lines of one input
/// to many workers.
struct StreamedReview {
    private let options: ReadingOptions
    private let scoring: ScoringOptions

    init(_ options: ReadingOptions, _ scoring: ScoringOptions) {
        (self.options, self.scoring) = (options, scoring)
    }

    /// What does not go with lines is refused.
    static func check(_ options: ReadingOptions) throws {
        let language = options.checking.language.value
        guard options.inputs.isEmpty || options.inputs == ["-"] else {
            throw ValidationError(UsageMessage.streamInput.text(language, ["path": VisibleText.ofUser(options.inputs[0])]))
        }
        let unfit = [("--format", options.chosenFormat.map { $0 != .json } ?? false), ("--output", options.output != nil), ("--section", options.section != nil),
                     ("--jobs", options.checking.jobs != nil), ("--fail-on", options.checking.failOn.failOn != nil), ("--quiet", options.quiet),
                     ("--verbose", options.verbose)]
        if let option = unfit.first(where: \.1)?.0 { throw ValidationError(UsageMessage.streamOption.text(language, ["option": option])) }
    }

    /// Ends when the input does. Findings are in the lines; the exit status says whether all of them were written.
    func run() throws {
        var checking = options.checking
        checking.today.today = checking.today.day
        let language = checking.language.value
        let standard = try checking.schema.load(language)
        let explainer = Explainer(language: language, standard: standard)
        let (checks, disclosure) = (try checking.settings(), try scoring.settings(standard, language, format: .json))
        let sectors = try options.checking.sectors(standard)
        let reviewer = Reviewer(standard: standard, settings: checks, limits: checking.limits, examples: checking.examples, disclosure: disclosure, sectors: sectors)
        let digest = try ReviewPlan(checking, scoring, options.transfers, standard, [], sectors: sectors, withRows: true).settings
        let settings = LineSettings(digest: digest, reviewer, checks, disclosure)
        let output = try ReportOutput(language: language)
        let failure = Mutex<SourceError?>(nil)
        // On a thread whose stack the deepest nesting fits.
        Workers.run(1) { _ in
            do throws(SourceError) {
                try StreamedReview.run(reviewer, try FileSource(path: "-"), LineReport(explainer: explainer, settings: settings), output)
            } catch {
                failure.withLock { $0 = error }
            }
        }
        try output.finish()
        if let error = failure.withLock({ $0 }) {
            throw Exit.failed(explainer.message(InputFailure(name: "-", reason: .source(number: error.number, reason: error.reason))))
        }
    }

    /// Results wait while more lines are at hand; before the program waits for more, all of them are written.
    private static func run(_ reviewer: Reviewer, _ source: any ByteSource, _ report: LineReport, _ output: ReportOutput) throws(SourceError) {
        let pending = PendingLines(output)
        var report = report
        var reviewer = LineReviewer(reviewer, source) { pending.write() }
        defer { pending.write() }
        while !output.hasFailed, let review = try reviewer.next() { pending.add(report.bytes(review)) }
    }
}

/// Lines on their way to an output.
private final class PendingLines {
    private let output: ReportOutput
    private var bytes: [UInt8] = []

    private static let most = 1 << 18

    init(_ output: ReportOutput) {
        self.output = output
    }

    func add(_ line: [UInt8]) {
        bytes += line
        if bytes.count >= PendingLines.most { write() }
    }

    func write() {
        guard !bytes.isEmpty else { return }
        output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
