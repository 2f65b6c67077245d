import JSONSchema
public import OC4IDS

/// A report to be read: on a terminal, in a log, in an e-mail.
///
/// Per input a header, the verdict, the findings group by group (`TextReport+Findings.swift`, `TextReport+Extras.swift`), how far fields are
/// filled in (`TextReport+Coverage.swift`); for several inputs a table at the end (`TextReport+Closing.swift`).
public struct TextReport: Sendable {
    let explainer: Explainer
    let style: TextStyle
    let verbosity: Verbosity

    /// Places that `usual` shows in a group.
    static let usualPlaces = 3
    /// Longest name of a file or publisher, in columns; longer ones come from data that is not what it seems.
    static let longestName = 200

    public init(explainer: Explainer, style: TextStyle = .plain, verbosity: Verbosity = .usual) {
        self.explainer = explainer
        self.style = style
        self.verbosity = verbosity
    }

    var language: Language { explainer.language }

    /// What is said about one input: lines, each with its end, and an empty one at the end unless quiet.
    public func text(for outcome: Outcome) -> String {
        let lines = verbosity == .quiet ? quietLines(outcome) : usualLines(outcome) + [""]
        return lines.map { $0 + "\n" }.joined()
    }

    private func quietLines(_ outcome: Outcome) -> [String] {
        switch outcome {
        case .review(let review):
            let verdict = Verdict(review, explainer)
            let checked = review.isChecked ? ["\(sign(verdict)) \(name(review.input.name)): \(words(verdict))"] : ["\(name(review.input.name)):"]
            let scored = review.disclosure.map { lines($0, review.input.kind, review.input.name) } ?? []
            return [(checked + scored + [leftOut(review)].compactMap(\.self)).joined(separator: review.isChecked ? " · " : " ")]
        case .failure(let failure):
            return ["\(failureSign) \(name(failure.name)): \(say(.unreadable)). \(explainer.message(failure))"]
        }
    }

    private func usualLines(_ outcome: Outcome) -> [String] {
        switch outcome {
        case .review(let review):
            let scored = review.disclosure.map { lines($0, review.input.kind, review.input.name) } ?? []
            guard review.isChecked else { return header(review) + unreadLines(review) + scored }
            let verdict = Verdict(review, explainer)
            let verdictLine = "\(sign(verdict)) \(style.text(words(verdict), .bold))"
            return header(review) + ["", verdictLine] + findings(review) + scored + publication(review) + coverage(review)
        case .failure(let failure):
            return [style.text(name(failure.name), .bold)] + [""] + failureLines(failure)
        }
    }

    // MARK: Header

    private func header(_ review: Review) -> [String] {
        let input = review.input
        var facts = [say(ReportWords.kind(input.kind)), "\(review.standard.name) \(review.standard.version)", Figures.bytes(input.bytes, language)]
        if input.kind != .project { facts.append(ReportWord.projects.counted(review.summary.projects, language)) }
        if review.summary.contractingProcesses > 0 {
            facts.append(ReportWord.contractingProcesses.counted(review.summary.contractingProcesses, language))
        }
        if review.standard.schema != "bundled" { facts.append(say(.schemaFrom, ["folder": name(review.standard.schema)])) }

        var origin: [String] = []
        if let publisher = review.summary.publisher, !publisher.isEmpty { origin.append(say(.publisher, ["name": name(publisher)])) }
        if let date = review.summary.publishedDate, !date.isEmpty { origin.append(say(.published, ["day": day(date)])) }
        if let date = review.summary.lastUpdated { origin.append(say(.updated, ["day": day(date)])) }
        let paragraphs = [facts, origin, [leftOut(review)].compactMap(\.self)].flatMap { TextLayout.flowed($0, separator: " · ") }
        return [style.text(name(input.name), .bold)] + paragraphs
    }

    /// That the report does not speak of all projects; nil where it does by itself.
    private func leftOut(_ review: Review) -> String? {
        review.summary.leftOut.map { ReportWord.leftOut.counted($0, language) }
    }

    // MARK: Verdict

    func sign(_ verdict: Verdict) -> String {
        verdict.isFit ? style.text("✔", .green) : style.text("✘", .red)
    }

    var failureSign: String { style.text("✘", .red) }

    private func words(_ verdict: Verdict) -> String {
        var parts: [String] = []
        if verdict.errors > 0 {
            parts.append(say(.errorsOfKinds, ["errors": ReportWord.errors.counted(verdict.errors, language),
                                              "kinds": ReportWord.kinds.counted(verdict.kinds, language)]))
        }
        if verdict.badLines > 0 { parts.append(ReportWord.badLines.counted(verdict.badLines, language)) }
        if verdict.badLines > 0, verdict.errors == 0 { parts.append(say(.otherwiseFine)) }
        if verdict.isFit { parts.append(verdict.projects == 0 ? say(.fitsButEmpty) : say(.fits, ["version": verdict.version])) }
        if verdict.warnings > 0 { parts.append(ReportWord.warnings.counted(verdict.warnings, language)) }
        if verdict.infos > 0 { parts.append(ReportWord.infos.counted(verdict.infos, language)) }
        return parts.joined(separator: " · ")
    }

    // MARK: Words

    func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }

    /// A name from outside, harmless and not endless.
    func name(_ text: String) -> String {
        text == "-" ? say(.standardInput) : TextLayout.cut(VisibleText.escaped(text), to: TextReport.longestName)
    }

    private func day(_ text: String) -> String {
        TextLayout.cut(Figures.day(text, language), to: TextReport.longestName)
    }
}

/// What a review comes down to.
struct Verdict {
    var errors: Int
    var kinds: Int
    var warnings: Int
    var infos: Int
    var badLines: Int
    var projects: Int
    var version: String

    init(_ review: Review, _ explainer: Explainer) {
        errors = review.summary.errors
        kinds = Finding.all(in: review, explainer).count + review.checks.filter { $0.check.severity == .error }.count
        warnings = review.summary.warnings
        infos = review.summary.infos
        badLines = review.badLineCount
        projects = review.summary.projects
        version = review.standard.version
    }

    /// Nothing stands against publishing it.
    var isFit: Bool { errors == 0 && badLines == 0 }
}

/// Words for the model's values.
enum ReportWords {
    static func kind(_ kind: InputKind) -> ReportWord {
        switch kind {
        case .package: .kindPackage
        case .project: .kindProject
        case .projects: .kindProjects
        case .ndjson: .kindNDJSON
        }
    }

    static func shortKind(_ kind: InputKind) -> ReportWord {
        switch kind {
        case .package: .kindPackageShort
        case .project: .kindProjectShort
        case .projects: .kindProjectsShort
        case .ndjson: .kindNDJSONShort
        }
    }
}
