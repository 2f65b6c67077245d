import JSONSchema
import OC4IDS

/// Criteria and metrics of a publication: a row each; of a criterion that a person judges a row for each text of its sample.
extension CSVReport {
    func publication(_ publication: Publication) -> [[Cell]] {
        publication.criteria.flatMap(criterion) + metrics(publication.metrics)
    }

    private func criterion(_ result: CriterionResult) -> [[Cell]] {
        let (definition, judgement) = (result.criterion.definition, result.judgement)
        var counts: [Cell] = [.empty, .empty]
        if case .share(let share) = judgement.value { counts = [.number(share.count), .number(share.of)] }
        let isManual = result.outcome == .manual
        let sample: [String?] = isManual && !judgement.sample.isEmpty ? judgement.sample : [nil]
        return sample.map { text in
            [.text("criterion"), .text(result.criterion.rawValue), .text(definition.title[explainer.language]), .text(result.outcome.rawValue), cell(judgement.value),
             cell(judgement.threshold)] + counts + [Cell(isManual ? definition.lookAt?[explainer.language] : nil), Cell(text)]
        }
    }

    private func cell(_ figure: CriterionFigure?) -> Cell {
        switch figure {
        case nil: .empty
        case .share(let share): .literal(JSONWriter.share(share.count, of: share.of))
        case .percent(let percent): .literal(JSONWriter.share(percent, of: 100))
        case .count(let count): .number(count)
        case .day(let day): .text(day.text)
        }
    }

    private func metrics(_ metrics: PublicationMetrics) -> [[Cell]] {
        PublicationMetric.allCases.flatMap { metric -> [[Cell]] in
            switch metric {
            case .projects: [row(metric, .number(metrics.projects))]
            case .lastUpdated: [row(metric, Cell(metrics.lastUpdated?.text))]
            case .earliestStart: [row(metric, Cell(metrics.earliestStart?.text))]
            case .latestEnd: [row(metric, Cell(metrics.latestEnd?.text))]
            case .schemaErrorKinds: [row(metric, .number(metrics.schemaErrorKinds))]
            case .schemaErrors: metrics.schemaErrors.map { row(metric, .number($0.count), id: "\(metric.rawValue).\($0.keyword.rawValue)") }
            case .checkErrorKinds: [row(metric, .number(metrics.checkErrorKinds))]
            case .checkWarningKinds: [row(metric, .number(metrics.checkWarningKinds))]
            case .checkInfoKinds: [row(metric, .number(metrics.checkInfoKinds))]
            case .additionalFields: [row(metric, .number(metrics.additionalFields))]
            case .additionalFieldsCovered: [row(metric, .number(metrics.additionalFieldsCovered))]
            case .timeliness: metrics.timeliness.map { [timeliness($0)] } ?? []
            }
        }
    }

    private func row(_ metric: PublicationMetric, _ value: Cell, id: String? = nil, outcome: Cell = .empty, threshold: Cell = .empty,
                     counts: [Cell] = [.empty, .empty]) -> [Cell] {
        [.text("metric"), .text(id ?? metric.rawValue), .text(metric.definition.title[explainer.language]), outcome, value, threshold] + counts + [.empty, .empty]
    }

    private func timeliness(_ found: PublicationMetrics.Timeliness) -> [Cell] {
        let outcome: CriterionOutcome = found.isMet ? .met : .notMet
        return row(.timeliness, Cell(found.newest?.text), outcome: .text(outcome.rawValue), threshold: .text(found.since.text),
                   counts: [.number(found.projects.count), .number(found.projects.of)])
    }
}
