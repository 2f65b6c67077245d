import ArgumentParser
import OC4IDS

/// What the program says to whoever called it.
enum ExitStatus: Int32, Comparable {
    /// Nothing found at or above what `--fail-on` names.
    case clean = 0
    /// Findings.
    case findings = 1
    /// An input could not be read or parsed.
    case unreadable = 2
    /// Wrong usage (EX_USAGE of sysexits.h).
    case usage = 64

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

/// From which severity on findings make the program fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    func isReached(by summary: Review.Summary) -> Bool {
        switch self {
        case .error: summary.errors > 0
        case .warning: summary.errors + summary.warnings > 0
        case .info: summary.errors + summary.warnings + summary.infos > 0
        case .never: false
        }
    }
}
