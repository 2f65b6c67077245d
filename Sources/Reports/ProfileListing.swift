import JSONSchema
public import OC4IDS

/// Profiles as text, for `oc4ids profile`: what they ask for, and whether one that someone wrote is sound.
public struct ProfileListing: Sendable {
    private let explainer: Explainer
    private let style: TextStyle
    private let rules: RuleWords

    public init(explainer: Explainer, standard: Standard, style: TextStyle = .plain) {
        self.explainer = explainer
        self.style = style
        rules = RuleWords(language: explainer.language, standard: standard)
    }

    private var language: Language { explainer.language }

    // MARK: All profiles

    /// A line a profile: id, number of elements, version, title.
    public func list(_ profiles: [Profile]) -> String {
        let rows = profiles.map { [$0.id, Figures.count($0.elements.count, language), $0.version, $0.title[language]] }
        let head = [say(.profile), say(.elementsColumn), say(.version), say(.titles)]
        let lines = TextLayout.table([head] + rows, right: [1])
        return text([style.text(lines[0], .bold)] + lines.dropFirst() + ["", say(.seeProfile, ["id": Profile.standardID])])
    }

    // MARK: One profile

    /// Its elements by stage or module, a line each.
    ///
    /// - Parameter name: as the user named it: the file of a profile of one's own.
    public func show(_ profile: Profile, name: String? = nil) -> String {
        let words = words(profile)
        var lines = [style.text(words.text(profile.title), .bold)]
        let facts = [VisibleText.escaped(profile.id), say(.profileVersion, ["version": VisibleText.escaped(profile.version)]),
                     ReportWord.profileElements.counted(profile.elements.count, language)]
        let levels = profile.levels.map { say(.levelFrom, ["title": words.text($0.title), "percent": Figures.percent($0.from, language)]) }
        lines += [facts.joined(separator: " · "), say(.levels, ["levels": levels.joined(separator: ", ")])]
        let widest = profile.elements.map(\.id.unicodeScalars.count).max() ?? 0
        for part in ScoreWords.parts(profile, language) {
            lines += ["", style.text("\(part.title) (\(Figures.count(part.elements.count, language)))", .bold)]
            for element in part.elements.map({ profile.elements[$0] }) {
                lines.append("  " + TextLayout.padded(VisibleText.escaped(element.id), to: widest) + "  " + words.text(element.title))
            }
        }
        return text(lines + ["", say(.seeElement, ["id": VisibleText.escaped(name ?? profile.id), "element": VisibleText.escaped(profile.elements.first?.id ?? "")])])
    }

    /// All that is known of one element; nil when the profile has none of that id.
    public func show(_ id: String, in profile: Profile) -> String? {
        guard let element = profile.elements.first(where: { $0.id == id }) ?? profile.elements.first(where: { $0.id == id.lowercased() }) else { return nil }
        let words = words(profile)
        var lines = [style.text(words.text(element.title), .bold)] + TextLayout.flowed([VisibleText.escaped(element.id)] + ElementFacts.facts(element, language), separator: " · ")
        lines += section(.whatToPublish, TextLayout.wrapped(words.text(element.guidance), indent: 2))
        lines += section(.ruleTitle, RuleLayout.lines(rules.statement(element.rule, scope: element.scope), heading: "", indent: 2))
        if let condition = element.conditional {
            lines += section(.conditionTitle, RuleLayout.lines(rules.statement(condition, scope: element.scope), heading: "", indent: 2))
        }
        if let manual = element.manual { lines += section(.whatToLookAt, TextLayout.wrapped(words.text(manual), indent: 2)) }
        if let note = element.note { lines += section(.noteTitle, TextLayout.wrapped(words.text(note), indent: 2)) }
        let references = RuleReferences(element.rule, scope: element.scope)
        lines += section(.fieldsTitle, references.fields.map { "  " + VisibleText.escaped($0) })
        if !references.codes.isEmpty { lines += section(.codes, TextLayout.wrapped(references.codes.map(VisibleText.escaped).joined(separator: ", "), indent: 2)) }
        return text(lines)
    }

    /// Up to three elements that someone may have meant: by an id like theirs, else by a word of their titles.
    public func suggestions(_ id: String, in profile: Profile) -> [String] {
        let close = Suggestion.closest(to: id, among: profile.elements.map(\.id), most: 3)
        let wanted = Suggestion.folded(id)
        guard close.isEmpty, wanted.utf8.count > 3 else { return close }
        return profile.elements.filter { element in [element.id, element.title.es, element.title.en].contains { Suggestion.folded($0).contains(wanted) } }.prefix(3).map(\.id)
    }

    private func section(_ word: ReportWord, _ lines: [String]) -> [String] { ["", style.text(say(word), .bold)] + lines }

    private func words(_ profile: Profile) -> ScoreWords { ScoreWords(profile: profile, language: language, style: style) }

    // MARK: A profile that someone wrote

    /// - Parameter path: as the user named the file.
    public func sound(_ profile: Profile, path: String) -> String {
        let words = words(profile)
        let parts = ScoreWords.parts(profile, language).map { "\($0.title) \(Figures.count($0.elements.count, language))" }
        let elements = ReportWord.profileElements.counted(profile.elements.count, language)
        return text([style.text("✔", .green) + " " + style.text(say(.profileFine, ["elements": elements]), .bold),
                     "  " + [words.text(profile.title), VisibleText.escaped(profile.id), say(.profileVersion, ["version": VisibleText.escaped(profile.version)])].joined(separator: " · ")]
            + TextLayout.wrapped(parts.joined(separator: ", "), indent: 2) + warnings(profile) + ["", say(.profileUse, ["path": VisibleText.escaped(path)])])
    }

    /// What is allowed, and yet may surprise.
    private func warnings(_ profile: Profile) -> [String] {
        profile.elements.filter(\.rule.compares).flatMap { element in
            ["", "  " + style.text("!", .yellow) + " " + say(.inElement, ["id": VisibleText.escaped(element.id)])] + TextLayout.wrapped(say(.profileCompares), indent: 4)
        }
    }

    /// Every mistake with its place, what is wrong, and what to do.
    public func problems(_ error: ProfileError, path: String) -> String {
        let problems = ProfileListing.telling(error.problems)
        var lines = [style.text("✘", .red) + " " + style.text("\(VisibleText.escaped(path)): \(ReportWord.profileProblems.counted(problems.count, language))", .bold)]
        for problem in problems {
            var place = [say(.place, ["line": Figures.count(problem.position.line, language), "column": String(problem.position.column)])]
            if let element = problem.element, !element.isEmpty { place.append(say(.inElement, ["id": VisibleText.escaped(element)])) }
            lines += ["", "  " + style.text(place.joined(separator: " · "), .dim)] + TextLayout.wrapped(explainer.message(problem), indent: 4)
            let hint = explainer.hint(problem)
            if !hint.isEmpty { lines += TextLayout.wrapped("→ " + hint, indent: 6, first: TextLayout.spaces(4)) }
        }
        return text(lines)
    }

    /// A misspelt key also keeps its object from fitting any form; that says nothing more.
    private static func telling(_ problems: [ProfileProblem]) -> [ProfileProblem] {
        func pointer(_ problem: ProfileProblem, _ keywords: Set<Keyword>) -> JSONPointer? {
            if case .shape(let violation) = problem.kind, keywords.contains(violation.keyword) { violation.pointer } else { nil }
        }
        let misspelt = problems.compactMap { pointer($0, [.additionalProperties]) }
        return problems.filter { problem in
            guard let own = pointer(problem, [.oneOf]) else { return true }
            return !misspelt.contains { $0.tokens.starts(with: own.tokens) }
        }
    }

    private func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }

    private func text(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}

/// What is said of an element beside its rule.
enum ElementFacts {
    static func facts(_ element: Profile.Element, _ language: Language) -> [String] {
        func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String { word.text(language, values) }
        var facts = [element.stage?.title[language] ?? element.module.map { VisibleText.escaped($0[language]) } ?? say(.withoutStage),
                     say(element.scope == .project ? .ofProjectScope : .ofProcessScope)]
        if let manner = element.manner { facts.append(say(manner == .proactive ? .proactive : .reactive)) }
        if element.scope == .contractingProcess, element.dueFrom == .preAward { facts.append(say(.beforeAward)) }
        if element.conditional != nil { facts.append(say(.conditionalMark)) }
        if element.manual != nil { facts.append(say(.manualMark)) }
        if element.weight != 1_000_000 { facts.append(say(.weightIs, ["weight": Billionths(count: element.weight * 1000).decimal])) }
        if let reference = element.reference { facts.append(say(.numbered, ["number": VisibleText.escaped(reference)])) }
        return facts
    }
}
