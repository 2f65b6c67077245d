import JSONSchema
package import OC4IDS

/// One compact JSON object a line of newline-delimited JSON, as `docs/scale.md` describes it: figures for people and programs, and what
/// `oc4ids merge` puts together.
package struct LineReport: Sendable {
    /// The form of these lines.
    package static let form = 1

    private let explainer: Explainer
    private let settings: LineSettings
    /// Tells the input from others.
    private var stream: String?

    package init(explainer: Explainer, settings: LineSettings) {
        self.explainer = explainer
        self.settings = settings
    }

    /// The line with its end.
    package mutating func bytes(_ review: LineReview) -> [UInt8] {
        let stream = stream ?? review.fingerprint
        self.stream = stream
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("form", LineReport.form)
            writer.member("stream", stream)
            writer.member("line", review.line)
            write(settings, &writer)
            writer.member("kind", review.kind.rawValue)
            writer.member("bytes", review.bytes)
            writer.member("id", review.id)
            writer.member("projects", review.projects)
            writer.member("contractingProcesses", review.contractingProcesses)
            writer.member("errors", review.errors)
            writer.member("warnings", review.warnings)
            writer.member("infos", review.infos)
            writer.member("valid", review.isValid)
            if let scores = review.scores {
                writer.member("strict", scores.strict.score.score)
                writer.member("due", scores.due.score.score)
            }
            if let failure = review.failure { write(failure, &writer) }
            writer.key("findings")
            writer.array(review.findings) { writer, finding in
                writer.object {
                    $0.member("kind", finding.kind.rawValue)
                    $0.member("id", finding.id)
                    $0.member("severity", finding.severity)
                    $0.member("count", finding.count)
                }
            }
            writer.key("part")
            // Base64 needs no escapes.
            writer.literal("\"\(review.part)\"")
        }
        return writer.text + [0x0A]
    }

    private func write(_ settings: LineSettings, _ writer: inout JSONWriter) {
        writer.key("settings")
        writer.object {
            $0.member("digest", settings.digest)
            $0.member("shape", settings.shape)
            $0.member("profile", settings.profile)
            $0.member("today", settings.today.text)
            $0.member("frequency", settings.frequency?.text)
            $0.member("prefixes", settings.hasPrefixes)
            $0.member("maxExamples", settings.examples)
            $0.key("by")
            $0.array(settings.by) { $0.string($1) }
            $0.member("projects", settings.hasRows)
        }
    }

    private func write(_ failure: InputFailure, _ writer: inout JSONWriter) {
        writer.key("failure")
        writer.object {
            $0.member("code", Explainer.code(failure))
            $0.member("message", explainer.message(failure))
            $0.member("hint", explainer.hint(failure))
            if case .reading(let error) = failure.reason { $0.member("column", error.column) }
        }
    }
}
