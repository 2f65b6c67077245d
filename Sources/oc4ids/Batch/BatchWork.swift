import ArgumentParser
import Batch
import Inputs
import JSONSchema
import OC4IDS
import Synchronization

/// What is done with each unit: taken from what is there already, or read, reported on and written down. Units may be worked on side by side.
final class BatchWork: Sendable {
    private struct State {
        /// What all units before `next` came to.
        var maker: SummaryMaker
        var next = 0
        /// Of units behind it, by where they stand among all.
        var waiting: [Int: PackedResults] = [:]
        /// Where they are written down beside the reports.
        var results: PackedResults?
        var failure: ExitCode?
    }

    private let run: Int64
    private let history: HistoryOption.Opened
    private let plan: ReviewPlan
    private let folder: BatchFolder?
    private let explainer: Explainer
    private let progress: BatchProgress
    private let done: [String: History.Stored]
    /// The largest project that there is memory for; nil where memory does not bound it.
    private let pieceBytes: Int?
    /// Where each unit stands among those of this run, by its position.
    private let places: [Int: Int]
    private let state: Mutex<State>
    private let records = Mutex(Records())

    /// What is still to be written down, and how many threads do so.
    private struct Records {
        var waiting: [(unit: Int, stored: History.Stored)] = []
        var writers = 0
    }

    /// From so many on, who brings another one does not leave it to others.
    private static let mostWaiting = 32

    /// - Parameters:
    ///   - units: all that are to be reviewed.
    ///   - done: what former work has left behind.
    ///   - pieceBytes: the largest project that there is memory for; nil where memory does not bound it.
    ///   - examples: so many places of ids used twice are listed; 0 lists all.
    init(_ units: [BatchUnit], run: Int64, history: HistoryOption.Opened, plan: ReviewPlan, folder: BatchFolder?, explainer: Explainer, progress: BatchProgress,
         done: [History.Stored], pieceBytes: Int?, examples: Int) {
        places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.position, $0) })
        state = Mutex(State(maker: SummaryMaker(examples: examples), results: folder.map { _ in PackedResults() }))
        (self.run, self.history, self.plan, self.folder, self.explainer, self.progress) = (run, history, plan, folder, explainer, progress)
        self.pieceBytes = pieceBytes
        self.done = Dictionary(done.map { ($0.fingerprint, $0) }) { $1 }
    }

    /// Why the work cannot go on.
    var failure: ExitCode? { state.withLock { $0.failure } }
    /// What former work came to.
    var former: some Sequence<InputResult> { done.values.lazy.flatMap(\.results) }
    /// What all units came to that are done, where this is all of them, and how many they are.
    var made: (maker: SummaryMaker?, units: Int) {
        state.withLock { ($0.next == places.count ? $0.maker : nil, $0.next + $0.waiting.count) }
    }

    /// The results themselves, in the order of the inputs; none without a folder.
    var results: PackedResults { state.withLock { $0.results?.sorted } ?? PackedResults() }

    func review(_ unit: BatchUnit, _ means: BatchSchedule.Means) {
        progress.begin(unit)
        do {
            let known = try reusable(unit)
            let stored = try known ?? read(unit, means)
            progress.end(unit, reused: known?.results.count)
            try record(unit, stored)
            if let place = places[unit.position] { state.withLock { BatchWork.add(stored.results, at: place, &$0) } }
        } catch {
            state.withLock { $0.failure = $0.failure ?? (error as? ExitCode) ?? ExitCode(ExitStatus.unreadable.rawValue) }
            Interruption.request()
        }
    }

    /// Writes down what a unit came to, or leaves it to the thread that is writing: none waits for another.
    private func record(_ unit: BatchUnit, _ stored: History.Stored) throws {
        var mine = records.withLock { records in
            records.waiting.append((unit.position, stored))
            guard records.writers == 0 || records.waiting.count >= BatchWork.mostWaiting else { return [(unit: Int, stored: History.Stored)]() }
            records.writers += 1
            return BatchWork.takeAll(&records)
        }
        while !mine.isEmpty {
            do {
                try history.use { try $0.record(run: run, mine) }
            } catch {
                records.withLock { $0.writers -= 1 }
                throw error
            }
            mine = records.withLock { records in
                if records.waiting.isEmpty { records.writers -= 1 }
                return BatchWork.takeAll(&records)
            }
        }
    }

    private static func takeAll(_ records: inout Records) -> [(unit: Int, stored: History.Stored)] {
        defer { records.waiting = [] }
        return records.waiting
    }

    private static func add(_ results: PackedResults, at place: Int, _ state: inout State) {
        state.results?.append(results)
        state.waiting[place] = results
        while let next = state.waiting.removeValue(forKey: state.next) {
            for result in next { state.maker.take(result) }
            state.next += 1
        }
    }

    /// Former work has reviewed a feed's copy with this digest, and fetching it did not fail then.
    func isDone(_ unit: BatchUnit, digest: String) -> Bool {
        stored(unit, digest: digest)?.results.allSatisfy { $0.keptCopy == nil } ?? false
    }

    /// What former work came to, where nothing has changed since and its reports are still there.
    private func stored(_ unit: BatchUnit, digest: String) -> History.Stored? {
        let known = done[plan.fingerprint(unit, digest: digest)] ?? pieceBytes.flatMap { done[plan.fingerprint(unit, digest: digest, pieceBytes: $0)] }
        guard let stored = known, folder?.hasReports(stored.results) ?? true else { return nil }
        return stored
    }

    private func reusable(_ unit: BatchUnit) throws -> History.Stored? {
        guard !done.isEmpty, let digest = digest(unit), let known = stored(unit, digest: digest), let stored = try history.use({ try $0.withIDs(known) }) else { return nil }
        let results = stored.results.lazy.map { result in
            var result = result
            result.order.unit = unit.position
            result.keptCopy = unit.keptCopy
            return result
        }
        return History.Stored(path: stored.path, fingerprint: stored.fingerprint, results: results)
    }

    private func read(_ unit: BatchUnit, _ means: BatchSchedule.Means) throws -> History.Stored {
        var results: [InputResult] = []
        var failure: (any Error)?
        var ids: [String: Int] = [:]
        guard let reviewer = plan.reviewer(unit, means), let found = unit.found else { return History.Stored(path: unit.path, fingerprint: "", results: PackedResults()) }
        Reading.inputs(of: found, plan.opener(unit), reviewer, digesting: true) { input in
            // Findings across inputs stand in the summary alone.
            var dataset = Dataset(examples: reviewer.examples)
            let outcome = input.outcome(in: &dataset)
            var result = InputResult(id: nil, order: .init(unit: unit.position, number: results.count), attributes: unit.attributes, outcome, input, explainer)
            result.id = unit.id(of: result.name)
            result.sectors = plan.sectors(unit)
            result.keptCopy = unit.keptCopy
            // An archive may hold two files of one name.
            ids[result.id, default: 0] += 1
            if let count = ids[result.id], count > 1 { result.id += "#\(count)" }
            do { try folder?.write(outcome, id: result.id) } catch let error { failure = failure ?? error }
            progress.done(result)
            results.append(result)
        }
        if let failure { throw failure }
        return History.Stored(path: unit.path, fingerprint: plan.fingerprint(unit, digest: digest(unit, results) ?? "", pieceBytes: refusing(results)), results: results)
    }

    private static let codesOfMemory = [ReadingError.Code.pieceTooLarge, .tooManyValues].map(\.rawValue)

    /// What was refused for want of memory is read again when there is more. Of a bad line it is not kept why it is one.
    private func refusing(_ results: [InputResult]) -> Int? {
        results.contains { BatchWork.codesOfMemory.contains($0.failure?.code ?? "") || $0.review?.badLines ?? 0 > 0 } ? pieceBytes : nil
    }

    /// Of the file's bytes, which reviewing it may have found out already; nil for what cannot be read.
    private func digest(_ unit: BatchUnit, _ results: [InputResult] = []) -> String? {
        if case .copy(_, let digest, _) = unit.source { return digest }
        guard let path = unit.found?.file else { return nil }
        if !InputNames.isPacked(path), results.count == 1, let known = results[0].sha256, results[0].name == unit.path { return known }
        return try? Fingerprint.sha256(ofFile: path)
    }
}
