import JSONSchema
public import OC4IDS

/// What is said of several inputs at the end.
extension TextReport {
    /// What the closing table keeps of one input.
    public struct Row: Sendable {
        fileprivate var name: String
        fileprivate var kind: InputKind?
        fileprivate var projects = 0
        fileprivate var errors = 0
        fileprivate var state: State

        fileprivate enum State {
            case fits, hasErrors, failed
        }

        fileprivate var result: String
        /// What is disclosed; nil where nothing was scored.
        fileprivate var disclosure: Disclosure?
        fileprivate var isChecked = true
    }

    public func row(for outcome: Outcome) -> Row {
        switch outcome {
        case .review(let review):
            let verdict = Verdict(review, explainer)
            var results: [String] = []
            if verdict.kinds > 0 { results.append(ReportWord.resultKinds.counted(verdict.kinds, language)) }
            if verdict.badLines > 0 { results.append(ReportWord.resultBadLines.counted(verdict.badLines, language)) }
            if results.isEmpty { results.append(say(.resultFits)) }
            var scored = review.disclosure
            // Of single projects nothing is shown here.
            scored?.rows = nil
            return Row(name: name(review.input.name), kind: review.input.kind, projects: verdict.projects, errors: verdict.errors,
                       state: verdict.isFit ? .fits : .hasErrors, result: results.joined(separator: ", "), disclosure: scored, isChecked: review.isChecked)
        case .failure(let failure):
            return Row(name: name(failure.name), state: .failed, result: brief(failure))
        }
    }

    /// A failure in a table's cell.
    private func brief(_ failure: InputFailure) -> String {
        guard case .reading(let error) = failure.reason else { return explainer.message(failure) }
        switch error.code {
        case .empty, .utf16, .utf32, .html, .xml, .gzip, .zip, .pdf, .excel, .image, .archive, .csv, .tooManyNames, .truncated, .tooDeep, .pieceTooLarge, .tooManyValues, .tooMuchWork: return explainer.message(failure)
        case .invalidUTF8: return say(.notUTF8)
        default: return say(.wrongJSON, ["line": String(error.line), "column": String(error.column)])
        }
    }

    /// The table and a verdict on all; nothing for a single input.
    public func closing(_ rows: [Row]) -> String {
        guard rows.count > 1 else { return "" }
        let lines = (verbosity == .quiet ? [] : table(rows) + [""]) + [verdict(rows)]
        return lines.map { $0 + "\n" }.joined()
    }

    private func table(_ rows: [Row]) -> [String] {
        let isScored = rows.contains { $0.disclosure != nil }
        let isChecked = rows.allSatisfy(\.isChecked)
        var cells = [[say(.input), say(.content), say(.projectsColumn)] + (isChecked ? [say(.errorsColumn)] : []) + (isScored ? [say(.scoreDue), say(.scoreStrict)] : [])
            + [say(.result)]]
        for row in rows {
            let figures = ([row.projects] + (isChecked ? [row.errors] : [])).map { row.kind == nil ? "–" : Figures.count($0, language) }
            let scores = isScored ? [row.disclosure?.due.score, row.disclosure?.strict.score].map { $0.map { Figures.percent($0, language) } ?? "–" } : []
            let result = row.isChecked || row.state == .failed ? row.result : say(row.state == .fits ? .resultScored : .resultPartlyRead)
            cells.append([row.name, row.kind.map { say(ReportWords.shortKind($0)) } ?? "–"] + figures + scores + [result])
        }
        let lines = TextLayout.table(cells, right: Set(2 ..< cells[0].count - 1))
        return [style.text(say(.summary), .bold), "", "  " + style.text(lines[0], .dim)]
            + zip(rows, lines.dropFirst()).map { "\(sign($0.state)) \($1)" }
    }

    private func verdict(_ rows: [Row]) -> String {
        guard rows.allSatisfy(\.isChecked) else { return scoredVerdict(rows) }
        let fit = rows.count { $0.state == .fits }
        let wrong = rows.count { $0.state == .hasErrors }
        let failed = rows.count { $0.state == .failed }
        guard fit < rows.count else {
            return "\(sign(.fits)) " + style.text(say(.allFit, ["count": Figures.count(rows.count, language)]), .bold)
        }
        var parts = [say(.someFit, ["fit": Figures.count(fit, language), "all": Figures.count(rows.count, language)])]
        if wrong > 0 { parts.append(ReportWord.withErrors.counted(wrong, language)) }
        if failed > 0 { parts.append(ReportWord.notRead.counted(failed, language)) }
        return "\(sign(.failed)) " + style.text(parts.joined(separator: " · "), .bold)
    }

    /// Nothing is said of errors where none were looked for.
    private func scoredVerdict(_ rows: [Row]) -> String {
        let failed = rows.count { $0.state == .failed }
        let words = [say(.scoredInputs, ["count": Figures.count(rows.count - failed, language), "all": Figures.count(rows.count, language)])]
            + (failed > 0 ? [ReportWord.notRead.counted(failed, language)] : [])
        return "\(sign(failed == 0 ? .fits : .failed)) " + style.text(words.joined(separator: " · "), .bold)
    }

    private func sign(_ state: Row.State) -> String {
        state == .fits ? style.text("✔", .green) : style.text("✘", .red)
    }
}
