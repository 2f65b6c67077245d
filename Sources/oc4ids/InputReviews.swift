import ArgumentParser
import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports
import Synchronization

/// Reads all inputs of a call, several at a time, and writes what is to be said of them in their order.
struct InputReviews {
    private let options: ReadingOptions
    private let standard: Standard
    private let checks: Bool
    private let disclosure: DisclosureSettings?

    /// - Parameters:
    ///   - checks: false where only disclosure is asked for.
    ///   - disclosure: what is scored; nil where nothing is.
    init(_ options: ReadingOptions, standard: Standard, checks: Bool = true, disclosure: DisclosureSettings? = nil) {
        self.options = options
        self.standard = standard
        self.checks = checks
        self.disclosure = disclosure
    }

    /// Ends with the exit status that the inputs deserve.
    func run() throws {
        if options.output != nil { UnfinishedFiles.watch() }
        let settings = try options.checking.settings()
        let sectors = try options.checking.sectors(standard)
        let fetched = try FetchedInputs(options.inputs, options.transfers, FeedWords(explainer: Explainer(language: options.checking.language.value, standard: standard)))
        defer { withExtendedLifetime(fetched) {} }
        let paths = fetched.paths
        let contents: CSVSection.Contents = disclosure == nil ? .findings : checks ? [.findings, .disclosure] : .disclosure
        let writer = try ReportWriter(options: options, standard: standard, inputs: paths, contents: contents, explained: disclosure?.explained)

        let jobs = options.checking.threads
        let outside = min(jobs, paths.count)
        let reviewer = Reviewer(standard: standard, settings: settings, limits: options.checking.limits, examples: options.examples, jobs: max(1, jobs / max(outside, 1)),
                                checks: checks, disclosure: disclosure, sectors: sectors)
        let isDigesting = options.format == .json
        let opener = InputOpener(limits: options.checking.unpackingLimits)
        let downloads = InputOpener(limits: options.transfers.unpackingLimits(options.checking.unpackingLimits))
        let results = OrderedResults<ReadInput>()
        // Written to in the order of the inputs.
        let dataset = Mutex(Dataset(examples: options.examples))
        let write = { @Sendable (input: ReadInput) in writer.write(dataset.withLock { input.outcome(in: &$0) }) }
        let next = Atomic<Int>(0)
        Workers.run(outside) { _ in
            while true {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < paths.count else { return }
                let isDownload = if case .download = paths[position] { true } else { false }
                Reading.inputs(of: paths[position], isDownload ? downloads : opener, reviewer, digesting: isDigesting) { input in
                    results.put(input, at: position, write)
                }
                results.close(position, write)
            }
        }
        try writer.finish()
        throw ExitCode(writer.status.rawValue)
    }
}

/// Hands results on in the order of their positions, each as soon as all before it are there. A position may have several.
final class OrderedResults<Result: Sendable>: Sendable {
    private struct State {
        /// The position whose results are handed on as they come.
        var next = 0
        var waiting: [Int: [Result]] = [:]
        var closed: Set<Int> = []
    }

    private let state = Mutex(State())

    func put(_ result: Result, at position: Int, _ use: (Result) -> Void) {
        state.withLock { state in
            if position == state.next { use(result) } else { state.waiting[position, default: []].append(result) }
        }
    }

    /// There are no more results at a position.
    func close(_ position: Int, _ use: (Result) -> Void) {
        state.withLock { state in
            state.closed.insert(position)
            while state.closed.remove(state.next) != nil {
                state.next += 1
                for result in state.waiting.removeValue(forKey: state.next) ?? [] { use(result) }
            }
        }
    }
}

/// The way from what was found to what is in it.
enum Reading {
    static func inputs(of found: InputPaths.Found, _ opener: InputOpener, _ reviewer: Reviewer, digesting: Bool, _ use: (ReadInput) -> Void) {
        switch found {
        case .nothing(let folder): use(ReadInput(InputFailure(name: folder, reason: .emptyFolder)))
        case .failure(let path, let error): use(ReadInput(InputFailure(name: path, reason: .source(number: error.number, reason: error.reason))))
        case .unfetched(let failure): use(ReadInput(failure))
        case .download(let path, let name): opener.open(path, name: name, read: { read($0, reviewer, digesting: digesting) }, use: use)
        case .file(let path): opener.open(path, read: { read($0, reviewer, digesting: digesting) }, use: use)
        }
    }

    private static func read(_ opened: InputOpener.Opened, _ reviewer: Reviewer, digesting: Bool) -> ReadInput {
        switch opened {
        case .failure(let failure): return ReadInput(failure)
        case .input(let input):
            let found = digesting ? digested(input, reviewer) : reviewer.read(input.source, name: input.name, bytes: input.byteCount)
            guard let failure = found.failure, let problem = input.problem(behind: failure) else { return found }
            return ReadInput(InputFailure(name: input.name, reason: .archive(problem)))
        }
    }

    private static func digested(_ input: NamedInput, _ reviewer: Reviewer) -> ReadInput {
        let source = DigestingSource(input.source)
        return reviewer.read(source, name: input.name, bytes: input.byteCount) { source.sha256 }
    }
}
