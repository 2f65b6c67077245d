import JSONSchema
public import OC4IDS

/// A review as tables, one a section; the rows of all inputs stand in the same tables, with the input's name first.
public struct CSVReport: Sendable {
    typealias Cell = CSVWriter.Cell

    let explainer: Explainer

    public init(explainer: Explainer) {
        self.explainer = explainer
    }

    /// A table's beginning: byte order mark and column names.
    public func head(_ section: CSVSection) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(section.columns.map(CSVWriter.Cell.text))
        return CSVWriter.byteOrderMark + writer.bytes
    }

    /// Hands on one input's rows of a table, part by part. An input that could not be read is in the summary only.
    ///
    /// - Throws: when the results of single projects, which wait in a file, cannot be read again.
    package func write(_ section: CSVSection, for outcome: Outcome, to sink: ([UInt8]) -> Void) throws(RowStoreError) {
        var writer = CSVWriter()
        switch outcome {
        case .failure(let failure):
            if section == .summary { writer.row(summary(failure)) }
        case .review(let review):
            let name = Cell.text(review.input.name)
            for row in rows(section, review) { writer.row([name] + row) }
            if section == .projects || section == .projectElements, let disclosure = review.disclosure {
                try disclosure.rows?.forEach { project in
                    let (kind, profile) = (review.input.kind, disclosure.profile)
                    let rows = section == .projects ? [self.project(project, kind, profile)] : elements(project, kind, profile)
                    for row in rows { writer.row([name] + row) }
                    sink(writer.take())
                }
            }
        }
        sink(writer.take())
    }

    private func rows(_ section: CSVSection, _ review: Review) -> [[Cell]] {
        switch section {
        case .summary: [summary(review)]
        case .errors: review.badLines.map(badLine) + review.errorGroups.flatMap { group in group.places.map { error(group, $0) } }
        case .errorGroups: review.errorGroups.map(errorGroup)
        case .codelists: review.codelists.flatMap { codes($0, isSample: review.samples.codes) }
        case .additionalFields: review.additionalFields.flatMap { additionalField($0, isSample: review.samples.additionalFields) }
        case .checks: review.checks.flatMap(check)
        case .coverage: review.coverage.map(coverage)
        case .publication: review.publication.map(publication) ?? []
        case .scores: review.disclosure.map(scores) ?? []
        case .groups: review.disclosure.map(groups) ?? []
        case .elements: review.disclosure.map(elements) ?? []
        case .recommendations: review.disclosure.map(recommendations) ?? []
        case .toConfirm: review.disclosure.map(toConfirm) ?? []
        case .projects, .projectElements: []
        }
    }

    // MARK: Summary

    private func summary(_ review: Review) -> [Cell] {
        let summary = review.summary
        let head: [Cell] = [.text(review.input.kind.rawValue), .number(review.input.bytes), .text(review.standard.name + " " + review.standard.version), .text(review.standard.schema)]
        let found = [summary.errors, summary.warnings, summary.infos].map { review.isChecked ? Cell.number($0) : .empty }
        let figures = [summary.projects, summary.contractingProcesses].map(Cell.number) + found
        let words = [summary.publisher, summary.license, summary.publishedDate, summary.lastUpdated].map { Cell($0) }
        return head + figures + [review.isChecked ? .boolean(summary.valid) : .empty] + words + [.number(review.badLineCount)] + Array(repeating: .empty, count: 5)
            + [Cell(summary.leftOut)]
    }

    private func summary(_ failure: InputFailure) -> [Cell] {
        var place: [Cell] = [.empty, .empty]
        if case .reading(let error) = failure.reason { place = [.number(error.line), .number(error.column)] }
        return [.text(failure.name), .empty, Cell(failure.bytes)] + Array(repeating: .empty, count: 13)
            + [.text(Explainer.code(failure)), .text(explainer.message(failure)), .text(explainer.hint(failure))] + place + [.empty]
    }

    // MARK: Errors

    private func error(_ group: ErrorGroup, _ place: FoundPlace) -> [Cell] {
        [.text(group.keyword.rawValue), .text(place.pointer.description), .text(field(group.field)), Cell(group.property ?? place.property),
         .text(explainer.message(group, place)), .text(explainer.hint(group, place)), Cell(place.value), .number(place.position.line),
         .number(place.position.column), .text(group.schemaPath)]
    }

    /// A line that could not be read stands among the errors, with the reason's code for the keyword.
    private func badLine(_ line: Review.BadLine) -> [Cell] {
        [.text(line.error.code.rawValue), .empty, .empty, .empty, .text(explainer.message(line.error)), .text(explainer.hint(line.error)), .empty,
         .number(line.error.line), .number(line.error.column), .empty]
    }

    private func errorGroup(_ group: ErrorGroup) -> [Cell] {
        [.text(group.keyword.rawValue), .text(field(group.field)), Cell(explainer.title(group.field)), Cell(group.property), .text(explainer.message(group)),
         .text(explainer.hint(group)), .number(group.count)]
    }

    // MARK: Beside the standard

    private func codes(_ finding: CodelistFinding, isSample: Bool) -> [[Cell]] {
        finding.values.flatMap { value in
            places(value.places).map { place in
                [.text(field(finding.field)), Cell(explainer.title(finding.field)), .text(finding.codelist), .boolean(finding.isOpen), Cell(value.value),
                 .number(value.count), Cell(explainer.suggestion(finding, value)), Cell(place?.pointer.description), Cell(place?.position.line),
                 Cell(place?.position.column), mark(isSample)]
            }
        }
    }

    private func additionalField(_ found: AdditionalField, isSample: Bool) -> [[Cell]] {
        places(found.places).map { place in
            [.text(field(found.field)), .number(found.count), Cell(explainer.suggestion(found)), Cell(place?.pointer.description), Cell(place?.value),
             Cell(place?.position.line), Cell(place?.position.column), mark(isSample)]
        }
    }

    // MARK: Checks and coverage

    private func check(_ result: CheckResult) -> [[Cell]] {
        places(result.places).map { place in
            [.text(result.check.rawValue), .text(result.check.severity.rawValue), .text(result.check.definition.title[explainer.language]),
             .text(explainer.message(result)), .text(explainer.hint(result)), .number(result.count), Cell(place?.pointer.description), Cell(place?.value),
             Cell(place?.position.line), Cell(place?.position.column), Cell(place?.other?.position.line), Cell(place?.other?.position.column),
             Cell(place?.other?.input), Cell(place?.other?.pointer?.description), mark(result.isSample)]
        }
    }

    private func coverage(_ found: FieldCoverage) -> [Cell] {
        [.text(field(found.field)), Cell(explainer.title(found.field)), .number(found.present), .number(found.of), .percent(present: found.present, of: found.of)]
    }

    // MARK: Parts

    /// Says of what is there that it is not all.
    func mark(_ isSample: Bool) -> Cell { isSample ? .literal("true") : .empty }

    /// A row each; one without a place where none is known, so that what was counted is never lost.
    private func places(_ places: [FoundPlace]) -> [FoundPlace?] {
        places.isEmpty ? [nil] : places
    }

    private func field(_ field: [String]) -> String {
        field.map(JSONPointer.escaped).joined(separator: "/")
    }
}
