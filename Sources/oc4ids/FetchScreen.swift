import Feeds
import OC4IDS
import Reports
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What is seen of a fetch while it runs: the report's lines as they come, and below them on a terminal how far everything is.
final class FetchScreen: Sendable {
    private struct State {
        var rows: [FeedRow] = []
        var finished = 0
        /// Lines of progress that stand on the terminal.
        var drawn = 0
    }

    private let report: FeedReport
    private let format: ReportFormat
    private let isQuiet: Bool
    private let output: ReportOutput
    private let words: FeedWords
    private let showsProgress: Bool
    /// Feeds in all.
    private let count: Int
    private let state = Mutex(State())

    /// Transfers shown by name; the others are in the total.
    private static let mostItems = 8

    /// - Parameter count: feeds in all.
    init(_ options: FetchOptions, _ words: FeedWords, count: Int) throws {
        self.count = count
        output = try ReportOutput(path: options.output, language: words.language)
        report = FeedReport(language: words.language, style: TextStyle(color: !options.noColor && Terminal.showsColor(output.descriptor)))
        format = options.format
        isQuiet = options.quiet
        self.words = words
        showsProgress = !options.quiet && Terminal.showsProgress
        if format == .csv { output.write(report.csvHead) }
    }

    /// Feeds that are done.
    var finishedCount: Int { state.withLock { $0.finished } }

    /// A feed is done; its row may still wait for those before it.
    func finished() {
        state.withLock { $0.finished += 1 }
    }

    func write(_ row: FeedRow) {
        state.withLock { state in
            erase(&state)
            state.rows.append(row)
            switch format {
            case .json: output.write(report.json(row, toolVersion: Oc4ids.version))
            case .csv: output.write(report.csv(row))
            case .text: if !isQuiet || row.state == .failed { output.write(Array(report.text(row).utf8)) }
            }
        }
    }

    /// Says on standard error what has to be heard also where the report is short.
    func warn(_ fetched: FetchedFeed) {
        guard isQuiet else { return }
        for warning in fetched.warnings where warning.isLoud { state.withLock { _ in Terminal.printError(words.text(warning, of: fetched.feed)) } }
    }

    func finish() throws {
        state.withLock { state in
            erase(&state)
            if format == .text { output.write(Array(report.closing(state.rows, isShort: isQuiet).utf8)) }
        }
        try output.finish()
    }

    /// Leaves no report behind.
    func discard() {
        output.discard()
    }

    // MARK: Progress

    /// Told by the transfers, now and then.
    var progress: (@Sendable (TransferProgress) -> Void)? {
        guard showsProgress else { return nil }
        return { [weak self] progress in self?.draw(progress) }
    }

    private func draw(_ progress: TransferProgress) {
        let language = words.language
        state.withLock { state in
            erase(&state)
            var lines = progress.items.prefix(FetchScreen.mostItems).map { item in
                let expected = item.expected.map { " / " + Figures.bytes($0, language) } ?? ""
                return "  " + words.say(.progressItem, ["feed": item.feed, "bytes": Figures.bytes(item.bytes, language) + expected, "rate": Figures.bytes(item.rate, language)])
            }
            lines.append(words.say(.progress, ["done": Figures.count(state.finished, language), "all": Figures.count(count, language),
                                               "bytes": Figures.bytes(progress.bytes, language), "rate": Figures.bytes(progress.rate, language)]))
            Terminal.write(Array(lines.map { Terminal.fitting($0) + "\n" }.joined().utf8), to: STDERR_FILENO)
            state.drawn = lines.count
        }
    }

    /// Goes back to where progress began, and clears from there (ECMA-48: CUU, ED).
    private func erase(_ state: inout State) {
        guard state.drawn > 0 else { return }
        Terminal.write(Array("\u{1B}[\(state.drawn)A\u{1B}[J".utf8), to: STDERR_FILENO)
        state.drawn = 0
    }
}
