import ArgumentParser
import Inputs
import JSONSchema
import OC4IDS
import Reports
import Synchronization

/// `oc4ids validate`: is the data what the standard's schema asks for?
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check structure against the schema. / Revisar la estructura con el esquema.",
        discussion: """
        Exit status: 0 nothing found, 1 findings, 2 an input could not be read, 64 wrong usage.
        Estado de salida: 0 sin hallazgos, 1 con hallazgos, 2 algo no se pudo leer, 64 uso incorrecto.
        """
    )

    @OptionGroup var options: ReadingOptions

    func run() throws {
        let language = options.language.value
        let standard = try options.schema.load(language)
        let explainer = Explainer(language: language, standard: standard)
        let paths = InputPaths.expand(options.inputs)
        let output = try ReportOutput(path: options.output, inputs: paths, language: language)
        let writer = ReportWriter(options: options, explainer: explainer, output: output)

        let jobs = options.jobs ?? Workers.processors
        let outside = min(jobs, paths.count)
        let reviewer = Reviewer(standard: standard, settings: options.settings, limits: options.limits, examples: options.examples, jobs: max(1, jobs / max(outside, 1)))
        let isJSON = options.format == .json
        let results = OrderedResults<Outcome>()
        let next = Atomic<Int>(0)
        Workers.run(outside) { _ in
            while true {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < paths.count else { return }
                results.put(Reading.outcome(of: paths[position], reviewer, digesting: isJSON), at: position) { writer.write($0) }
            }
        }
        try writer.finish()
        throw ExitCode(writer.status.rawValue)
    }
}

/// Hands results on in the order of their positions, each as soon as all before it are there.
final class OrderedResults<Result: Sendable>: Sendable {
    private let waiting = Mutex<(next: Int, results: [Int: Result])>((0, [:]))

    func put(_ result: Result, at position: Int, _ use: (Result) -> Void) {
        waiting.withLock { state in
            state.results[position] = result
            while let ready = state.results.removeValue(forKey: state.next) {
                use(ready)
                state.next += 1
            }
        }
    }
}

/// One input's way from its path to its outcome.
enum Reading {
    static func outcome(of found: InputPaths.Found, _ reviewer: Reviewer, digesting: Bool) -> Outcome {
        switch found {
        case .nothing(let folder): return .failure(InputFailure(name: folder, reason: .emptyFolder))
        case .failure(let path, let error): return .failure(failure(path, error))
        case .file(let path):
            do {
                let file = try FileSource(path: path)
                guard digesting else { return reviewer.review(file, name: path, bytes: file.byteCount) }
                let source = DigestingSource(file)
                return reviewer.review(source, name: path, bytes: file.byteCount) { source.sha256 }
            } catch {
                return .failure(failure(path, error))
            }
        }
    }

    private static func failure(_ path: String, _ error: SourceError) -> InputFailure {
        InputFailure(name: path, reason: .source(number: error.number, reason: error.reason))
    }
}
