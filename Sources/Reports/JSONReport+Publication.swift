import JSONSchema
import OC4IDS

/// Criteria and metrics of a publication.
extension JSONReport {
    func write(_ publication: Publication, _ writer: inout JSONWriter) {
        writer.key("publication")
        writer.object {
            $0.key("criteria")
            $0.array(publication.criteria) { writer, result in write(result, &writer) }
            $0.key("metrics")
            write(publication.metrics, &$0)
        }
    }

    private func write(_ result: CriterionResult, _ writer: inout JSONWriter) {
        let (definition, judgement) = (result.criterion.definition, result.judgement)
        writer.object {
            $0.member("id", result.criterion.rawValue)
            $0.member("title", definition.title[language])
            $0.member("outcome", result.outcome.rawValue)
            write("value", judgement.value, &$0)
            write("threshold", judgement.threshold, &$0)
            if case .share(let share) = judgement.value {
                $0.member("count", share.count)
                $0.member("of", share.of)
            }
            guard result.outcome == .manual else { return }
            $0.member("hint", definition.lookAt?[language])
            $0.key("sample")
            $0.array(judgement.sample) { $0.string($1) }
        }
    }

    private func write(_ name: String, _ figure: CriterionFigure?, _ writer: inout JSONWriter) {
        switch figure {
        case nil: break
        case .share(let share): writer.member(name, share: share.count, of: share.of)
        case .percent(let percent): writer.member(name, share: percent, of: 100)
        case .count(let count): writer.member(name, count)
        case .day(let day): writer.member(name, day.text)
        }
    }

    private func write(_ metrics: PublicationMetrics, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("projects", metrics.projects)
            $0.member("lastUpdated", metrics.lastUpdated?.text)
            $0.member("earliestStart", metrics.earliestStart?.text)
            $0.member("latestEnd", metrics.latestEnd?.text)
            $0.member("schemaErrorKinds", metrics.schemaErrorKinds)
            $0.key("schemaErrors")
            $0.array(metrics.schemaErrors) { writer, found in
                writer.object {
                    $0.member("keyword", found.keyword.rawValue)
                    $0.member("count", found.count)
                }
            }
            $0.member("checkErrorKinds", metrics.checkErrorKinds)
            $0.member("checkWarningKinds", metrics.checkWarningKinds)
            $0.member("checkInfoKinds", metrics.checkInfoKinds)
            $0.member("additionalFields", metrics.additionalFields)
            $0.member("additionalFieldsCovered", metrics.additionalFieldsCovered)
            guard let timeliness = metrics.timeliness else { return }
            $0.key("timeliness")
            $0.object {
                $0.member("frequency", timeliness.frequency.text)
                $0.member("since", timeliness.since.text)
                $0.member("newest", timeliness.newest?.text)
                $0.member("met", timeliness.isMet)
                $0.member("projectsUpdated", timeliness.projects.count)
                $0.member("projects", timeliness.projects.of)
                if timeliness.projects.of > 0 { $0.member("share", share: timeliness.projects.count, of: timeliness.projects.of) }
            }
        }
    }
}
