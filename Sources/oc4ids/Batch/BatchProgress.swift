import OC4IDS
import Reports
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Says on standard error how far a batch has come: on a terminal one line that changes, elsewhere a line for each input.
final class BatchProgress: Sendable {
    private struct State {
        var units = 0
        var reused = 0
        var running: [String] = []
        var shown: ContinuousClock.Instant?
    }

    private let total: Int
    private let language: Language
    private let isQuiet: Bool
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// More often nobody reads it.
    private static let pause = Duration.milliseconds(100)
    private static let width = 100

    init(total: Int, language: Language, isQuiet: Bool) {
        (self.total, self.language, self.isQuiet) = (total, language, isQuiet)
    }

    func begin(_ path: String) {
        state.withLock { $0.running.append(path) }
        show()
    }

    func end(_ path: String) {
        state.withLock { state in
            state.units += 1
            if let position = state.running.firstIndex(of: path) { state.running.remove(at: position) }
        }
        show()
    }

    func done(_ result: InputResult) {
        guard !isQuiet, !isTerminal else { return }
        Terminal.printError(line(result))
    }

    func reuse(_ results: [InputResult]) {
        state.withLock { $0.reused += results.count }
    }

    func finish() {
        guard !isQuiet else { return }
        if isTerminal { Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
        let reused = state.withLock { $0.reused }
        if reused > 0 { Terminal.printError(BatchWord.reused.counted(reused, language)) }
    }

    private func line(_ result: InputResult) -> String {
        let values = ["input": VisibleText.escaped(result.id), "due": SummaryText.score(result.due, nil, language), "message": result.failure?.message ?? ""]
        guard let review = result.review else { return BatchWord.doneUnreadable.text(language, values) }
        return review.errors == 0 ? BatchWord.doneValid.text(language, values) : BatchWord.doneErrors.counted(review.errors, language, values)
    }

    private func show() {
        guard !isQuiet, isTerminal else { return }
        let now = ContinuousClock.now
        let text: String? = state.withLock { state in
            guard state.shown.map({ now - $0 >= BatchProgress.pause }) ?? true else { return nil }
            state.shown = now
            return display(state, elapsed: now - start)
        }
        if let text { Terminal.write(Array("\r\(text)\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    private func display(_ state: State, elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(state.units) / seconds : 0
        var parts = [BatchWord.progress.text(language, ["done": Figures.count(state.units, language), "total": Figures.count(total, language), "rate": tenths(rate)])]
        if rate > 0, state.units < total {
            let left = Int((Double(total - state.units) / rate).rounded(.up))
            let time = left < 120 ? BatchWord.secondsShort.text(language, ["count": String(left)]) : BatchWord.minutesShort.text(language, ["count": String((left + 59) / 60)])
            parts.append(BatchWord.progressLeft.text(language, ["time": time]))
        }
        if !state.running.isEmpty {
            parts.append(BatchWord.progressRunning.text(language, ["inputs": state.running.map { VisibleText.escaped($0) }.joined(separator: ", ")]))
        }
        let text = parts.joined(separator: " · ")
        return text.unicodeScalars.count <= BatchProgress.width ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(BatchProgress.width - 1))) + "…"
    }

    private func tenths(_ rate: Double) -> String {
        let tenths = Int((rate * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
