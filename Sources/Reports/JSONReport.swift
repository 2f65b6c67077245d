public import OC4IDS
import JSONSchema

/// One compact JSON object an input, as `Schemas/report/review.schema.json` describes it.
public struct JSONReport: Sendable {
    private let explainer: Explainer
    private let toolVersion: String

    public init(explainer: Explainer, toolVersion: String) {
        self.explainer = explainer
        self.toolVersion = toolVersion
    }

    var language: Language { explainer.language }

    /// Hands the object's bytes on part by part, without a line end.
    ///
    /// - Throws: when the results of single projects, which wait in a file, cannot be read again.
    package func write(_ outcome: Outcome, to sink: ([UInt8]) -> Void) throws(RowStoreError) {
        try withoutActuallyEscaping(sink) { (sink) throws(RowStoreError) in
            var writer = JSONWriter(sink: sink)
            writer.open(.object)
            writer.tool(version: toolVersion)
            switch outcome {
            case .review(let review): try write(review, &writer)
            case .failure(let failure): write(failure, &writer)
            }
            writer.close(.object)
            writer.flush(all: true)
        }
    }

    private func write(_ review: Review, _ writer: inout JSONWriter) throws(RowStoreError) {
        writer.key("input")
        writer.object {
            $0.member("name", review.input.name)
            $0.member("bytes", review.input.bytes)
            $0.member("sha256", review.input.sha256)
            $0.member("kind", review.input.kind.rawValue)
        }
        writer.key("standard")
        writer.object {
            $0.member("name", review.standard.name)
            $0.member("version", review.standard.version)
            $0.member("schema", review.standard.schema)
        }
        write(review.summary, checked: review.isChecked, &writer)
        if review.isChecked { writeFindings(review, &writer) }
        if let disclosure = review.disclosure { try write(disclosure, review.input.kind, &writer) }
        guard review.badLineCount > 0 else { return }
        writer.member("badLineCount", review.badLineCount)
        writer.key("badLines")
        writer.array(review.badLines) { writer, line in
            writer.object {
                $0.member("number", line.number)
                write(line.error, &$0)
            }
        }
    }

    private func writeFindings(_ review: Review, _ writer: inout JSONWriter) {
        writer.key("errors")
        writer.array(review.errorGroups.flatMap { group in group.places.map { (group, $0) } }) { writer, error in
            write(error.0, error.1, &writer)
        }
        writer.key("errorGroups")
        writer.array(review.errorGroups) { writer, group in
            writer.object {
                $0.member("keyword", group.keyword.rawValue)
                $0.member("field", JSONReport.path(group.field))
                $0.member("property", group.property)
                $0.member("message", explainer.message(group))
                $0.member("hint", explainer.hint(group))
                $0.member("count", group.count)
            }
        }
        writer.key("codelists")
        writer.array(review.codelists) { writer, finding in write(finding, &writer) }
        writer.key("additionalFields")
        writer.array(review.additionalFields) { writer, field in write(field, &writer) }
        if !review.samples.isEmpty {
            writer.key("samples")
            writer.array([("codelists", review.samples.codes), ("additionalFields", review.samples.additionalFields)].filter(\.1)) { $0.string($1.0) }
        }
        writer.key("checks")
        writer.array(review.checks) { writer, result in write(result, &writer) }
        writer.key("coverage")
        writer.array(review.coverage) { writer, field in
            writer.object {
                $0.member("path", "/" + JSONReport.path(field.field))
                $0.member("present", field.present)
                $0.member("of", field.of)
            }
        }
        if let publication = review.publication { write(publication, &writer) }
    }

    private func write(_ summary: Review.Summary, checked: Bool, _ writer: inout JSONWriter) {
        writer.key("summary")
        writer.object {
            $0.member("projects", summary.projects)
            $0.member("contractingProcesses", summary.contractingProcesses)
            if checked {
                $0.member("errors", summary.errors)
                $0.member("warnings", summary.warnings)
                $0.member("infos", summary.infos)
                $0.member("valid", summary.valid)
            }
            $0.member("publisher", summary.publisher)
            $0.member("license", summary.license)
            $0.member("publishedDate", summary.publishedDate)
            $0.member("lastUpdated", summary.lastUpdated)
            $0.member("leftOut", summary.leftOut)
        }
    }

    private func write(_ group: ErrorGroup, _ place: FoundPlace, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("keyword", group.keyword.rawValue)
            $0.member("path", place.pointer.description)
            $0.member("field", JSONReport.path(group.field))
            $0.member("property", group.property ?? place.property)
            $0.member("schemaPath", group.schemaPath)
            $0.member("message", explainer.message(group, place))
            $0.member("hint", explainer.hint(group, place))
            write(place.value, &$0)
            $0.member("line", place.position.line)
            $0.member("column", place.position.column)
        }
    }

    private func write(_ result: CheckResult, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("id", result.check.rawValue)
            $0.member("severity", result.check.severity.rawValue)
            $0.member("message", explainer.message(result))
            $0.member("hint", explainer.hint(result))
            $0.member("count", result.count)
            if result.isSample { $0.member("sample", true) }
            write(result.places, &$0)
        }
    }

    private func write(_ finding: CodelistFinding, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("field", JSONReport.path(finding.field))
            $0.member("codelist", finding.codelist)
            $0.member("open", finding.isOpen)
            $0.key("values")
            $0.array(finding.values) { writer, value in
                writer.object {
                    write(value.value, &$0)
                    $0.member("count", value.count)
                    $0.member("suggestion", explainer.suggestion(finding, value))
                    write(value.places, &$0)
                }
            }
        }
    }

    private func write(_ field: AdditionalField, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("path", "/" + JSONReport.path(field.field))
            $0.member("count", field.count)
            $0.key("examples")
            $0.array(field.examples) { writer, value in write(item: value, &writer) }
            $0.member("suggestion", explainer.suggestion(field))
            write(field.places, &$0)
        }
    }

    /// Pointers alone, for those who want no more, and places with all that is known of them.
    private func write(_ places: [FoundPlace], _ writer: inout JSONWriter) {
        writer.key("paths")
        writer.array(places) { $0.string($1.pointer.description) }
        writer.key("places")
        writer.array(places) { writer, place in
            writer.object {
                $0.member("path", place.pointer.description)
                $0.member("line", place.position.line)
                $0.member("column", place.position.column)
                write(place.value, &$0)
                $0.other(place.other)
            }
        }
    }

    private func write(_ value: Excerpt?, _ writer: inout JSONWriter) {
        guard let value else { return }
        writer.key("value")
        write(item: value, &writer)
    }

    private func write(item value: Excerpt, _ writer: inout JSONWriter) {
        switch value {
        case .text(let text): writer.string(text)
        // A number too long to be shown whole is no number any more.
        case .literal(let token): if token.hasSuffix("…") { writer.string(token) } else { writer.literal(token) }
        }
    }

    private func write(_ failure: InputFailure, _ writer: inout JSONWriter) {
        writer.key("input")
        writer.object {
            $0.member("name", failure.name)
            $0.member("bytes", failure.bytes)
        }
        writer.key("failure")
        writer.object {
            if case .reading(let error) = failure.reason {
                write(error, &$0)
            } else {
                $0.member("code", Explainer.code(failure))
                $0.member("message", explainer.message(failure))
                $0.member("hint", explainer.hint(failure))
            }
        }
    }

    private func write(_ error: ReadingError, _ writer: inout JSONWriter) {
        writer.member("code", error.code.rawValue)
        writer.member("message", explainer.message(error))
        writer.member("hint", explainer.hint(error))
        writer.member("offset", error.offset)
        writer.member("line", error.line)
        writer.member("column", error.column)
    }

    private static func path(_ field: [String]) -> String {
        field.map(JSONPointer.escaped).joined(separator: "/")
    }
}
