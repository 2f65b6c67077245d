import JSONSchema
public import OC4IDS

/// The summary of many inputs as one JSON object, as `Schemas/report/summary.schema.json` describes it.
public struct SummaryJSON {
    private let toolVersion: String

    public init(toolVersion: String) {
        self.toolVersion = toolVersion
    }

    /// With a line end.
    public func bytes(_ summary: BatchSummary) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.tool(version: toolVersion)
            write(summary.totals, &writer)
            writer.key("inputs")
            writer.array(summary.inputs) { write($1, &$0) }
            writer.key("groups")
            writer.array(summary.groupings) { writer, grouping in
                writer.object {
                    $0.member("by", grouping.by)
                    $0.key("values")
                    $0.array(grouping.values) { write($1, &$0) }
                    if grouping.isSample { $0.member("sample", true) }
                }
            }
            writer.key("elements")
            writer.array(summary.elements) { write($1, summary, &$0) }
            writer.key("findings")
            writer.array(summary.findings) { writer, finding in
                writer.object {
                    $0.member("kind", finding.kind.rawValue)
                    $0.member("id", finding.id)
                    $0.member("severity", finding.severity)
                    $0.member("count", finding.count)
                    $0.member("inputs", finding.inputs)
                }
            }
            write(summary.sharedIDs, &writer)
            guard !summary.missingShards.isEmpty else { return }
            writer.key("missingShards")
            writer.array(summary.missingShards) { $0.string($1) }
        }
        return writer.text + [0x0A]
    }

    private func write(_ totals: BatchSummary.Totals, _ writer: inout JSONWriter) {
        writer.key("totals")
        writer.object {
            $0.member("inputs", totals.inputs)
            $0.member("valid", totals.valid)
            $0.member("unreadable", totals.unreadable)
            $0.member("projects", totals.projects)
            $0.member("errors", totals.errors)
            $0.member("warnings", totals.warnings)
            $0.member("infos", totals.infos)
            $0.member("leftOut", totals.leftOut)
            $0.member("strict", totals.strict)
            $0.member("due", totals.due)
        }
    }

    private func write(_ row: BatchSummary.Row, _ writer: inout JSONWriter) {
        let result = row.result
        writer.object { writer in
            writer.member("id", result.id)
            writer.member("name", result.name)
            writer.member("publisher", result.publisher)
            writer.member("ministry", result.attributes.ministry)
            writer.member("bytes", result.bytes)
            writer.member("sha256", result.sha256)
            write(result.failure, &writer)
            if let sectors = result.sectors {
                writer.key("sectors")
                writer.array(sectors) { $0.string($1) }
            }
            if let kept = result.keptCopy {
                writer.key("keptCopy")
                writer.object {
                    $0.member("from", kept.from)
                    $0.member("days", kept.days)
                    write(kept.failure, &$0)
                }
            }
            if let review = result.review { write(review, &writer) }
            write(row.change, &writer)
        }
    }

    private func write(_ failure: InputResult.Failure?, _ writer: inout JSONWriter) {
        guard let failure else { return }
        writer.key("failure")
        writer.remark(code: failure.code, message: failure.message)
    }

    private func write(_ review: InputResult.Reviewed, _ writer: inout JSONWriter) {
        writer.member("kind", review.kind)
        writer.member("valid", review.valid)
        writer.member("projects", review.projects)
        writer.member("contractingProcesses", review.contractingProcesses)
        writer.member("errors", review.errors)
        writer.member("warnings", review.warnings)
        writer.member("infos", review.infos)
        writer.member("leftOut", review.leftOut)
        if review.badLines > 0 { writer.member("badLineCount", review.badLines) }
        writer.member("newest", review.newest)
        if let timeliness = review.timeliness {
            writer.key("timeliness")
            writer.object {
                $0.member("frequency", timeliness.frequency)
                $0.member("since", timeliness.since)
                $0.member("met", timeliness.isMet)
            }
        }
        guard let scores = review.disclosure else { return }
        writer.member("profile", scores.profile)
        writer.member("strict", scores.strict)
        writer.member("due", scores.due)
    }

    private func write(_ group: BatchSummary.GroupRow, _ writer: inout JSONWriter) {
        writer.object {
            $0.key("name")
            if let name = group.name { $0.string(name) } else { $0.literal("null") }
            $0.member("projects", group.projects)
            $0.member("inputs", group.inputs)
            $0.member("strict", group.strict)
            $0.member("due", group.due)
            write(group.change, &$0)
        }
    }

    /// Coverage by input: those where the element is due.
    private func write(_ element: BatchSummary.ElementRow, _ summary: BatchSummary, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("profile", element.profile)
            writer.member("id", element.id)
            writer.member("coverage", element.due)
            writer.member("strictCoverage", element.strict)
            writer.key("inputs")
            writer.array(zip(summary.inputs, element.coverage).filter { $0.1 != nil }) { writer, cell in
                writer.object {
                    $0.member("id", cell.0.result.id)
                    $0.key("coverage")
                    $0.literal(cell.1?.decimal ?? "null")
                }
            }
        }
    }

    private func write(_ change: BatchSummary.Change?, _ writer: inout JSONWriter) {
        guard let change else { return }
        writer.key("change")
        writer.object { writer in
            for (name, difference) in [("strict", change.strict), ("due", change.due)] {
                guard let difference else { continue }
                writer.key(name)
                writer.literal((difference < 0 ? "-" : "") + Billionths(count: abs(difference)).decimal)
            }
            writer.member("errors", change.errors)
        }
    }

    private func write(_ shared: BatchSummary.SharedIDs, _ writer: inout JSONWriter) {
        writer.key("sharedIds")
        writer.object { writer in
            writer.member("count", shared.count)
            writer.key("places")
            writer.array(shared.places) { writer, shared in
                writer.object {
                    $0.member("input", shared.input)
                    $0.member("path", shared.place.pointer.description)
                    $0.member("line", shared.place.position.line)
                    $0.member("column", shared.place.position.column)
                    $0.other(shared.place.other)
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ mean: Mean) {
        key(name)
        let score = mean.score
        object {
            $0.key("score")
            $0.literal(score.score?.decimal ?? "null")
            $0.key("numerator")
            $0.literal(score.numerator.decimal)
            $0.key("denominator")
            $0.literal(score.denominator.decimal)
        }
    }
}
