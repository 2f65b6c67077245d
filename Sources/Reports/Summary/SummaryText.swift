import JSONSchema
public import OC4IDS

/// The summary of many inputs for people: the league table, then the same by groups, elements and findings.
public struct SummaryText {
    private let language: Language
    private let style: TextStyle
    /// Titles of elements, by profile and id.
    private let titles: [String: [String: Bilingual]]

    /// Rows of all tables but the first; the others are in JSON and CSV.
    private static let mostRows = 10

    /// - Parameter profiles: those whose elements are called by their titles.
    public init(language: Language, style: TextStyle, profiles: [Profile]) {
        self.language = language
        self.style = style
        titles = Dictionary(profiles.map { profile in
            ("\(profile.id) \(profile.version)", Dictionary(profile.elements.map { ($0.id, $0.title) }) { first, _ in first })
        }) { first, _ in first }
    }

    public func text(_ summary: BatchSummary) -> String {
        var lines = head(summary)
        lines += section(BatchWord.league.text(language), league(summary), right: [2, 3, 4, 5], most: .max)
        lines += keptCopies(summary)
        for grouping in summary.groupings where grouping.values.contains(where: { $0.name != nil }) {
            let title = grouping.by == GroupField.publicAuthority.name ? BatchWord.ministries.text(language)
                : BatchWord.byField.text(language, ["field": BatchWord.field(grouping.by)?.text(language) ?? VisibleText.escaped(grouping.by)])
            lines += section(title, groups(grouping), right: [1, 2, 3, 4])
            if grouping.isSample { lines += TextLayout.wrapped(BatchWord.groupSample.text(language), indent: 2) }
        }
        lines += section(BatchWord.elements.text(language), elements(summary), right: [1, 2])
        lines += section(BatchWord.findings.text(language), findings(summary), right: [2, 3])
        lines += sharedIDs(summary.sharedIDs)
        return lines.joined(separator: "\n") + "\n"
    }

    private func head(_ summary: BatchSummary) -> [String] {
        let totals = summary.totals
        var counts = [BatchWord.validOf.counted(totals.valid, language)]
        if totals.unreadable > 0 { counts.append(BatchWord.unreadableInputs.counted(totals.unreadable, language)) }
        counts += [BatchWord.allProjects.counted(totals.projects, language), ReportWord.errors.counted(totals.errors, language)]
        let leftOut = totals.leftOut.map { [ReportWord.leftOut.counted($0, language)] } ?? []
        return [
            style.text(BatchWord.summaryOf.counted(totals.inputs, language), .bold) + ": " + counts.joined(separator: ", "),
            BatchWord.allScores.text(language, ["strict": score(totals.strict.score.score), "due": score(totals.due.score.score)]),
        ] + leftOut
    }

    private func section(_ title: String, _ rows: [[String]], right: Set<Int>, most: Int = mostRows) -> [String] {
        guard rows.count > 1 else { return [] }
        var lines = TextLayout.table(Array(rows.prefix(most == .max ? rows.count : most + 1)), right: right, indent: "  ")
        lines[0] = style.text(lines[0], .dim)
        if rows.count - 1 > most { lines.append("  " + BatchWord.moreRows.text(language, ["count": Figures.count(rows.count - 1 - most, language)])) }
        return ["", style.text(title, .bold)] + lines.map { TextLayout.withoutBlankEnd($0) }
    }

    private func heads(_ words: BatchWord...) -> [String] { words.map { $0.text(language) } }

    private func league(_ summary: BatchSummary) -> [[String]] {
        let hasTimes = summary.inputs.contains { $0.result.review?.timeliness != nil }
        let hasCopies = summary.inputs.contains { $0.result.keptCopy != nil }
        let head = heads(.input, .result, .projects, .errors, .strict, .due, .newest) + (hasTimes ? heads(.timely) : []) + (hasCopies ? heads(.copy) : [])
        return [head] + summary.inputs.map { row in
            let id = TextLayout.cutInside(VisibleText.escaped(row.result.id), to: 40)
            guard let review = row.result.review else {
                let blanks = Array(repeating: "", count: head.count - 3)
                return [id, BatchWord.unreadable.text(language)] + blanks + [VisibleText.escaped(row.result.failure?.message ?? "")]
            }
            let verdict = (review.valid ? BatchWord.valid : .invalid).text(language)
            let errors = Figures.count(review.errors, language) + (row.change?.errors.flatMap { $0 == 0 ? nil : " (\($0 > 0 ? "+" : "−")\(Figures.count(abs($0), language)))" } ?? "")
            return [id, verdict, Figures.count(review.projects, language), errors, score(row.result.strict, row.change?.strict), score(row.result.due, row.change?.due),
                    review.newest.map { Figures.day($0, language) } ?? ""] + (hasTimes ? [timely(review)] : [])
                + (hasCopies ? [row.result.keptCopy.map { SummaryText.age($0, language) } ?? ""] : [])
        }
    }

    /// Feeds of which an older copy was reviewed, and why.
    private func keptCopies(_ summary: BatchSummary) -> [String] {
        let kept = summary.inputs.compactMap { row in row.result.keptCopy.map { (row.result.id, $0) } }
        guard !kept.isEmpty else { return [] }
        return ["", style.text(BatchWord.notFetched.text(language), .bold)] + kept.map { id, copy in "  \(VisibleText.escaped(id)): \(VisibleText.escaped(copy.failure.message))" }
    }

    private static func age(_ copy: InputResult.KeptCopy, _ language: Language) -> String {
        copy.days == 0 ? BatchWord.copyToday.text(language) : BatchWord.copyDays.counted(copy.days, language)
    }

    /// Why a copy was reviewed, and how old it is.
    package static func kept(_ copy: InputResult.KeptCopy, _ language: Language) -> String {
        BatchWord.keptCopy.text(language, ["message": copy.failure.message, "day": Figures.day(copy.from, language), "age": age(copy, language)])
    }

    private func timely(_ review: InputResult.Reviewed) -> String {
        review.timeliness.map { ($0.isMet ? BatchWord.yes : .no).text(language) } ?? ""
    }

    private func groups(_ grouping: BatchSummary.Grouping) -> [[String]] {
        [heads(.name, .projects, .inputs, .strict, .due)] + grouping.values.map { group in
            [group.name.map { TextLayout.cut(VisibleText.escaped($0), to: 50) } ?? BatchWord.withoutValue.text(language), Figures.count(group.projects, language),
             Figures.count(group.inputs, language), score(group.strict.score.score, group.change?.strict), score(group.due.score.score, group.change?.due)]
        }
    }

    /// The least disclosed first.
    private func elements(_ summary: BatchSummary) -> [[String]] {
        let scored = summary.elements.enumerated().filter { $0.element.due.count > 0 }.sorted { a, b in
            let (first, second) = (a.element.due.score.score ?? .zero, b.element.due.score.score ?? .zero)
            return first != second ? first < second : a.offset < b.offset
        }
        return [heads(.element, .due, .strict)] + scored.map { _, element in
            let title = titles[element.profile]?[element.id]?[language] ?? VisibleText.escaped(element.id)
            return [TextLayout.cut(title, to: 60), score(element.due.score.score), score(element.strict.score.score)]
        }
    }

    private func findings(_ summary: BatchSummary) -> [[String]] {
        [heads(.finding, .severity, .count, .inputs)] + summary.findings.map { finding in
            let severity = Severity(rawValue: finding.severity).map { severityWord($0).form(1, language) } ?? ""
            return [TextLayout.cutInside(VisibleText.escaped(finding.id), to: 60), severity, Figures.count(finding.count, language), Figures.count(finding.inputs, language)]
        }
    }

    private func severityWord(_ severity: Severity) -> ReportWord {
        switch severity {
        case .error: .severityError
        case .warning: .severityWarning
        case .info: .severityInfo
        }
    }

    private func sharedIDs(_ shared: BatchSummary.SharedIDs) -> [String] {
        guard shared.count > 0 else { return [] }
        var lines = ["", style.text(BatchWord.sharedIDs.counted(shared.count, language), .bold)]
        for (input, place) in shared.places.prefix(SummaryText.mostRows) {
            lines.append("  " + BatchWord.sharedPlace.text(language, [
                "input": VisibleText.escaped(input), "line": String(place.position.line), "other": VisibleText.escaped(place.other?.input ?? ""),
                "otherLine": String(place.other?.position.line ?? 0),
            ]))
        }
        if shared.count > SummaryText.mostRows {
            lines.append("  " + BatchWord.moreRows.text(language, ["count": Figures.count(shared.count - SummaryText.mostRows, language)]))
        }
        return lines
    }

    /// In percent with one decimal, with its change in points behind it.
    private func score(_ share: Billionths?, _ change: Int? = nil) -> String {
        SummaryText.score(share, change, language)
    }

    package static func score(_ share: Billionths?, _ change: Int? = nil, _ language: Language) -> String {
        guard let share else { return BatchWord.noScore.text(language) }
        let text = BatchWord.percentScore.text(language, ["value": tenths(share.count)])
        guard let change, abs(change) >= 500_000 else { return text }
        return "\(text) (\(change > 0 ? "+" : "−")\(tenths(abs(change))))"
    }

    /// 456789012 of 10⁻⁹ -> 45.7
    private static func tenths(_ count: Int) -> String {
        let rounded = (count + 500_000) / 1_000_000
        return "\(rounded / 10).\(rounded % 10)"
    }
}
