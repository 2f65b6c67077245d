import ArgumentParser
import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the program says to whoever called it.
enum ExitStatus: Int32, Comparable {
    /// Nothing found at or above what `--fail-on` names.
    case clean = 0
    /// Findings.
    case findings = 1
    /// An input could not be read, parsed or fetched.
    case unreadable = 2
    /// Wrong usage (EX_USAGE of sysexits.h).
    case usage = 64
    /// Ctrl-C (128 and the signal's number, as shells have it).
    case interrupted = 130

    static func < (a: ExitStatus, b: ExitStatus) -> Bool {
        a.rawValue < b.rawValue
    }

    /// The status for one input.
    init(_ outcome: Outcome, failOn: FailOn) {
        switch outcome {
        case .failure: self = .unreadable
        case .review(let review):
            if review.badLineCount > 0 {
                self = .unreadable
            } else {
                self = failOn.isReached(by: review.summary) ? .findings : .clean
            }
        }
    }
}

extension ExitCode {
    /// Ends the program.
    func leave() -> Never { exit(rawValue) }
}

struct FailOnOption: ParsableArguments {
    @Option(help: "Fail from this severity on: error (default), warning, info or never. / Fallar desde esta gravedad: error (si no se indica), warning, info o never.")
    var failOn: FailOn?

    var value: FailOn { failOn ?? .error }
}

/// From which severity on findings make the program fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    func isReached(by summary: Review.Summary) -> Bool {
        isReached(errors: summary.errors, warnings: summary.warnings, infos: summary.infos)
    }

    func isReached(errors: Int, warnings: Int, infos: Int) -> Bool {
        switch self {
        case .error: errors > 0
        case .warning: errors + warnings > 0
        case .info: errors + warnings + infos > 0
        case .never: false
        }
    }
}
