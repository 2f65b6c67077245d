import Batch
import Feeds
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
        /// Inputs that former work has done, and their units.
        var reused = (inputs: 0, units: 0)
        var running: [BatchUnit] = []
        var downloads: [TransferProgress.Item] = []
        /// What units still to be done weigh, and what those done here did.
        var left: Int
        var done = 0
        /// When the last of these was done.
        var last = Duration.zero
        var isDrawn = false
        var isOver = false
    }

    private let total: Int
    private let language: Language
    private let isQuiet: Bool
    private let isTerminal = Terminal.showsProgress
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    /// Microseconds between two looks: more often nobody reads it.
    private static let pause: UInt32 = 100_000
    /// Several names have to stand in one line.
    private static let longestName = 30
    /// What opening, scoring and writing down take of any unit, in bytes that could be read in that time.
    private static let leastWeight = 200_000

    init(_ units: [BatchUnit], language: Language, isQuiet: Bool) {
        (total, self.language, self.isQuiet) = (units.count, language, isQuiet)
        state = Mutex(State(left: units.reduce(0) { $0 + BatchProgress.weight($1) }))
    }

    private static func weight(_ unit: BatchUnit) -> Int { max(leastWeight, BatchSchedule.bytes(unit)) }

    // MARK: What happens

    func begin(_ unit: BatchUnit) {
        state.withLock { $0.running.append(unit) }
    }

    /// - Parameter reused: inputs, where former work had done them all.
    func end(_ unit: BatchUnit, reused: Int?) {
        let now = ContinuousClock.now - start
        state.withLock { state in
            state.units += 1
            if let position = state.running.firstIndex(where: { $0.position == unit.position }) { state.running.remove(at: position) }
            state.left -= BatchProgress.weight(unit)
            if let reused {
                state.reused.inputs += reused
                state.reused.units += 1
            } else {
                state.done += BatchProgress.weight(unit)
                state.last = now
            }
        }
    }

    /// Downloads that are under way.
    func show(_ downloads: [TransferProgress.Item]) {
        state.withLock { $0.downloads = downloads }
    }

    func done(_ result: InputResult) {
        if !isTerminal { say(line(result)) }
    }

    /// A line that stays.
    ///
    /// - Parameter isLoud: it is said in any case.
    func say(_ text: String, isLoud: Bool = false) {
        guard !isQuiet || isLoud else { return }
        state.withLock { state in
            erase(&state)
            Terminal.printError(text)
        }
    }

    // MARK: The display

    /// Draws until the work is over, where there is something to draw on. Needs a thread of its own.
    func run() {
        guard !isQuiet, isTerminal else { return }
        while !state.withLock({ $0.isOver }) {
            draw()
            usleep(BatchProgress.pause)
        }
    }

    /// The work is over.
    func finish() {
        state.withLock { state in
            erase(&state)
            state.isOver = true
        }
        let reused = state.withLock { $0.reused.inputs }
        if reused > 0 { say(BatchWord.reused.counted(reused, language)) }
    }

    private func draw() {
        let elapsed = ContinuousClock.now - start
        state.withLock { state in
            guard !state.isOver else { return }
            Terminal.write(Array("\r\(display(state, elapsed))\u{1B}[K".utf8), to: STDERR_FILENO)
            state.isDrawn = true
        }
    }

    /// Goes back to where the line began, and clears it (ECMA-48: EL).
    private func erase(_ state: inout State) {
        guard state.isDrawn else { return }
        Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
        state.isDrawn = false
    }

    private func display(_ state: State, _ elapsed: Duration) -> String {
        let new = state.units - state.reused.units
        let rate = new > 0 ? Double(new) / elapsed.seconds : 0
        var parts = [BatchWord.progress.text(language, ["done": Figures.count(state.units, language), "total": Figures.count(total, language), "rate": tenths(rate)])]
        if state.done > 0, state.units < total {
            // The rate is known as of the last unit that was done; since then time has passed, and work was done too.
            let seconds = Double(max(0, state.left)) * (state.last.seconds / Double(state.done)) - (elapsed - state.last).seconds
            let left = max(1, Int(seconds.rounded(.up)))
            let time = left < 120 ? BatchWord.secondsShort.text(language, ["count": String(left)]) : BatchWord.minutesShort.text(language, ["count": String((left + 59) / 60)])
            parts.append(BatchWord.progressLeft.text(language, ["time": time]))
        }
        let running = state.running.map { TextLayout.cutInside(VisibleText.escaped($0.path), to: BatchProgress.longestName) } + state.downloads.map { item in
            BatchWord.progressDownload.text(language, ["input": TextLayout.cutInside(VisibleText.escaped(item.feed), to: BatchProgress.longestName),
                                                       "bytes": Figures.bytes(item.bytes, language)])
        }
        if !running.isEmpty { parts.append(BatchWord.progressRunning.text(language, ["inputs": running.joined(separator: ", ")])) }
        return Terminal.fitting(parts.joined(separator: " · "))
    }

    private func line(_ result: InputResult) -> String {
        let values = ["input": VisibleText.escaped(result.id), "due": SummaryText.score(result.due, nil, language), "message": result.failure?.message ?? ""]
        guard let review = result.review else { return BatchWord.doneUnreadable.text(language, values) }
        let text = review.errors == 0 ? BatchWord.doneValid.text(language, values) : BatchWord.doneErrors.counted(review.errors, language, values)
        guard let kept = result.keptCopy else { return text }
        return text + "; " + SummaryText.kept(kept, language)
    }

    private func tenths(_ rate: Double) -> String {
        let tenths = Int((rate * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
