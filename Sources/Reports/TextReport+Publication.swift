import JSONSchema
import OC4IDS

/// What an input is worth as a publication: a line a criterion; `verbose` says what each asks, and what a person has to look at.
extension TextReport {
    private static let margin = 2

    func publication(_ review: Review) -> [String] {
        // Of nothing there is nothing to say.
        guard let publication = review.publication, publication.metrics.projects > 0 else { return [] }
        let judged = publication.criteria.filter { $0.outcome == .met || $0.outcome == .notMet }
        let manual = publication.criteria.count { $0.outcome == .manual }
        var head = [say(.publication, ["met": Figures.count(judged.count { $0.outcome == .met }, language), "judged": Figures.count(judged.count, language)])]
        if manual > 0 { head.append(ReportWord.publicationManual.counted(manual, language)) }
        let title = ["", style.text(head.joined(separator: " · "), .bold), ""]
        guard verbosity == .verbose else { return title + table(publication.criteria) + figures(publication.metrics) + ["", style.text(say(.morePublication), .dim)] }
        return title + publication.criteria.flatMap(explained) + ["", style.text(say(.metrics), .bold), ""] + allFigures(publication.metrics)
    }

    // MARK: Criteria

    private func table(_ criteria: [CriterionResult]) -> [String] {
        // What a person has to look at stands together, at the end.
        let ordered = criteria.filter { $0.outcome != .manual } + criteria.filter { $0.outcome == .manual }
        let widest = ordered.map { columns(sign($0.outcome)) }.max() ?? 0
        let widestTitle = ordered.map { $0.criterion.definition.title[language].unicodeScalars.count }.max() ?? 0
        let room = TextLayout.width - TextReport.margin - widest - widestTitle - 4
        return ordered.map { result in
            let title = result.criterion.definition.title[language]
            let sign = sign(result.outcome)
            let front = TextLayout.spaces(TextReport.margin) + sign + TextLayout.spaces(widest - columns(sign) + 2)
            let words = TextLayout.cut(brief(result), to: room)
            return words.isEmpty ? front + title : front + TextLayout.padded(title, to: widestTitle) + "  " + words
        }
    }

    private func sign(_ outcome: CriterionOutcome) -> String {
        switch outcome {
        case .met: style.text("✔", .green)
        case .notMet: style.text("✘", .red)
        case .notApplicable: "–"
        case .manual: style.text(say(.person), .yellow)
        }
    }

    private func word(_ outcome: CriterionOutcome) -> String {
        switch outcome {
        case .met: say(.outcomeMet)
        case .notMet: say(.outcomeNotMet)
        case .notApplicable: say(.outcomeNotApplicable)
        case .manual: say(.outcomeManual)
        }
    }

    /// Without what only colours it.
    private func columns(_ text: String) -> Int { style.plain(text).unicodeScalars.count }

    /// What stands beside a criterion's title.
    private func brief(_ result: CriterionResult) -> String {
        switch result.outcome {
        case .notApplicable: say(.nothingToJudge)
        case .manual: result.judgement.sample.first.map(TextReport.quoted) ?? ""
        case .met: value(result)
        case .notMet: [value(result), limit(result)].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    private func value(_ result: CriterionResult) -> String {
        guard let value = result.judgement.value else { return result.criterion == .active ? say(.noUpdate) : "" }
        guard case .count(let count) = value else { return words(value) }
        return (result.criterion == .appropriate ? ReportWord.fieldCount : .errors).counted(count, language)
    }

    private func limit(_ result: CriterionResult) -> String {
        switch result.judgement.threshold {
        case nil: ""
        case .day(let day): say(.wanted, ["limit": say(.sinceDay, ["day": Figures.day(day.text, language)])])
        // That no error is asked for goes without saying.
        case .count(0): ""
        case .count(let count): say(.wanted, ["limit": say(.atMost, ["limit": Figures.count(count, language)])])
        case .percent(let percent): say(.wanted, ["limit": percent == 100 ? words(.percent(100)) : say(.atLeast, ["limit": words(.percent(percent))])])
        case .share(let share): words(.share(share))
        }
    }

    private func words(_ figure: CriterionFigure) -> String {
        switch figure {
        case .share(let share): words(share)
        case .percent(let percent): say(.percent, ["count": String(percent)])
        case .count(let count): Figures.count(count, language)
        case .day(let day): Figures.day(day.text, language)
        }
    }

    private func words(_ share: Share) -> String {
        say(.presentOf, ["present": Figures.count(share.count, language), "of": Figures.count(share.of, language)])
    }

    /// A text of the data, harmless and short.
    private static func quoted(_ text: String) -> String {
        "\"" + Excerpts.short(.text(text)) + "\""
    }

    // MARK: Criteria in full

    private func explained(_ result: CriterionResult) -> [String] {
        let definition = result.criterion.definition
        let inner = TextReport.margin + 2
        var facts = [word(result.outcome)]
        if result.outcome == .met || result.outcome == .notMet { facts += [value(result), limit(result)].filter { !$0.isEmpty } }
        let sign = result.outcome == .manual ? style.text("?", .yellow) : sign(result.outcome)
        var lines = [TextLayout.spaces(TextReport.margin) + sign + " " + style.text(definition.title[language], .bold) + " · " + facts.joined(separator: " · ")]
        lines += TextLayout.wrapped(TextReport.plain(definition.meaning[language] + " " + definition.threshold[language]), indent: inner)
        guard result.outcome == .manual else { return lines }
        if let lookAt = definition.lookAt { lines += TextLayout.wrapped("→ " + lookAt[language], indent: inner + 2, first: TextLayout.spaces(inner)) }
        let sample = result.judgement.sample
        if sample.isEmpty { return lines + [TextLayout.spaces(inner + 2) + say(.namesNone)] }
        if result.criterion.isSampled { lines += TextLayout.wrapped(say(.sample), indent: inner + 2) }
        return lines + sample.map { TextLayout.spaces(inner + 2) + TextReport.quoted($0) }
    }

    /// Without the marks of code.
    private static func plain(_ text: String) -> String {
        String(text.filter { $0 != "`" })
    }

    // MARK: Figures

    /// The figures worth a line.
    private func figures(_ metrics: PublicationMetrics) -> [String] {
        let days = [(PublicationMetric.earliestStart, metrics.earliestStart), (.latestEnd, metrics.latestEnd)].compactMap { metric, day in
            day.map { "\(metric.definition.title[language]): \(Figures.day($0.text, language))" }
        }
        let lines = TextLayout.flowed(days + timeliness(metrics), separator: " · ")
        return lines.isEmpty ? [] : [""] + lines
    }

    private func timeliness(_ metrics: PublicationMetrics) -> [String] {
        guard let found = metrics.timeliness else { return [] }
        var values = ["frequency": found.frequency.text]
        if let newest = found.newest { values["day"] = Figures.day(newest.text, language) }
        let verdict = found.newest == nil ? say(.lateWithoutDate, values) : say(found.isMet ? .timely : .late, values)
        return ["\(sign(found.isMet ? .met : .notMet)) \(verdict)", say(.updatedInPeriod, ["share": words(found.projects), "day": Figures.day(found.since.text, language)])]
    }

    private func allFigures(_ metrics: PublicationMetrics) -> [String] {
        func day(_ day: CivilDay?) -> String { day.map { Figures.day($0.text, language) } ?? "–" }
        func count(_ count: Int) -> String { Figures.count(count, language) }
        let rows = PublicationMetric.allCases.compactMap { metric -> [String]? in
            let text: String? = switch metric {
            case .projects: count(metrics.projects)
            case .lastUpdated: day(metrics.lastUpdated)
            case .earliestStart: day(metrics.earliestStart)
            case .latestEnd: day(metrics.latestEnd)
            case .schemaErrorKinds: count(metrics.schemaErrorKinds)
            case .schemaErrors: metrics.schemaErrors.isEmpty ? nil : metrics.schemaErrors.map { "\($0.keyword.rawValue) \(count($0.count))" }.joined(separator: ", ")
            case .checkErrorKinds: count(metrics.checkErrorKinds)
            case .checkWarningKinds: count(metrics.checkWarningKinds)
            case .checkInfoKinds: count(metrics.checkInfoKinds)
            case .additionalFields: count(metrics.additionalFields)
            case .additionalFieldsCovered: count(metrics.additionalFieldsCovered)
            case .timeliness: metrics.timeliness == nil ? nil : timeliness(metrics).joined(separator: " · ")
            }
            return text.map { [metric.definition.title[language], $0] }
        }
        return TextLayout.table(rows, indent: TextLayout.spaces(TextReport.margin))
    }
}
