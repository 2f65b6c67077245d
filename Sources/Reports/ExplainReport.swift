import JSONSchema
package import OC4IDS

/// One project, element by element: what has become of it, what is asked for, where in the file that was found, and what to publish next.
package struct ExplainReport: Sendable {
    private let explainer: Explainer
    private let style: TextStyle
    private let rules: RuleWords
    private static let mostRecommendations = 10

    package init(explainer: Explainer, standard: Standard, style: TextStyle = .plain) {
        self.explainer = explainer
        self.style = style
        rules = RuleWords(language: explainer.language, standard: standard)
    }

    private var language: Language { explainer.language }

    /// - Parameter projects: those with the id that was asked for; several where it stands more than once.
    package func text(_ projects: [ProjectDisclosure], profile: Profile, kind: InputKind) -> String {
        guard !projects.isEmpty else { return say(.explainNone) + "\n" }
        let words = ScoreWords(profile: profile, language: language, style: style)
        return projects.enumerated().map { position, project in
            let lines = header(project, profile, kind, words) + elements(project, profile, kind, words) + next(project, profile, words)
            return ((position == 0 ? [] : ["", ""]) + lines).map { $0 + "\n" }.joined()
        }.joined()
    }

    // MARK: The project

    private func header(_ project: ProjectDisclosure, _ profile: Profile, _ kind: InputKind, _ words: ScoreWords) -> [String] {
        let id = project.id.map { say(.explainProject, ["id": cut(VisibleText.escaped($0))]) } ?? say(.explainWithoutID)
        var facts = [id]
        if let status = project.status {
            facts.append(say(.statusIs, ["status": title(ofStatus: status)]))
        } else {
            facts.append(say(.statusMissing))
        }
        if let authority = project.publicAuthority { facts.append(say(.authorityIs, ["name": cut(VisibleText.escaped(authority))])) }
        facts.append(place(project.place.position, project.place.pointer(kind)))
        let heading = project.title.map { cut(VisibleText.escaped($0)) } ?? id
        let scores = zip([(ReportWord.scoreDue, project.due), (.scoreStrict, project.strict)],
                         [say(.dueMeaning), ReportWord.strictMeaning.counted(profile.elements.count, language)])
        let rows = scores.map { score, meaning in
            [say(score.0), words.bar(score.1.score, 10), style.text(words.percent(score.1.score), .bold), words.level(score.1.score), meaning]
        }
        return [style.text(heading, .bold)] + TextLayout.flowed(facts, separator: " · ") + [""] + TextLayout.table(rows, right: [2], indent: "  ", style: style)
    }

    private func title(ofStatus status: String) -> String {
        let code = Codelist.bundled("projectStatus")?.codes.first { $0.code == status }
        return code.map { "\($0.title[language]) (\(status))" } ?? cut(VisibleText.escaped(status))
    }

    /// The line, and the pointer unless it is the whole document's.
    private func place(_ position: Position, _ pointer: JSONPointer) -> String {
        let line = say(.place, ["line": String(position.line), "column": String(position.column)])
        return pointer.tokens.isEmpty ? line : line + "  " + VisibleText.escaped(pointer.description)
    }

    private func cut(_ text: String) -> String { TextLayout.cut(text, to: 160) }

    // MARK: Its elements

    private func elements(_ project: ProjectDisclosure, _ profile: Profile, _ kind: InputKind, _ words: ScoreWords) -> [String] {
        ScoreWords.parts(profile, language).flatMap { part in
            ["", style.text(part.title, .bold)] + part.elements.flatMap { position in
                position < project.elements.count ? [""] + lines(project.elements[position], profile.elements[position], project, kind, words) : []
            }
        }
    }

    private func lines(_ found: ProjectDisclosure.Element, _ element: Profile.Element, _ project: ProjectDisclosure, _ kind: InputKind, _ words: ScoreWords) -> [String] {
        let outcomes = OutcomeWords(language: language, style: style)
        var facts = [say(outcomes.word(found.outcome))]
        if found.outcome == .partial, let share = found.share { facts.append(say(.ofShare, ["percent": Figures.percent(share, language)])) }
        if element.scope == .contractingProcess, found.counted > 0 {
            let full = Figures.count(found.full, language)
            facts.append(project.processes > 0 ? ReportWord.inProcesses.counted(found.counted, language, ["full": full]) : say(.withoutProcesses))
        }
        if found.strictShare != found.share ?? .zero { facts.append(say(.strictShareIs, ["percent": Figures.percent(found.strictShare, language)])) }
        let title = TextLayout.cut(words.text(element.title), to: 80)
        let head = TextLayout.flowed([title] + facts, separator: " · ", width: TextLayout.width - 2)
        var lines = head.enumerated().map { position, line in
            position == 0 ? "\(outcomes.mark(found.outcome)) \(style.text(title, .bold))\(line.dropFirst(title.count))" : "  " + line
        }
        lines += RuleLayout.lines(rules.statement(element.rule, scope: element.scope), heading: say(.ruleAsks), indent: 2)
        if found.outcome == .unknown, let condition = element.conditional {
            lines += RuleLayout.lines(rules.statement(condition, scope: element.scope), heading: say(.ruleCondition), indent: 2)
        }
        lines += evidence(found.evidence, .evidence, project, kind, marksAhead: found.counted > 0) + grounds(found, element, project, kind)
        // Of a single process there is nothing to point out.
        if project.processes > 1 { lines += lacking(found, project, kind) }
        if let manual = element.manual, found.outcome != .notDue { lines += TextLayout.wrapped("? " + words.text(manual), indent: 4, first: "  ") }
        if found.outcome == .missing || found.outcome == .partial {
            lines += TextLayout.wrapped("→ " + words.text(element.guidance), indent: 4, first: "  ")
        }
        return lines
    }

    /// - Parameter marksAhead: whether to say of what is found in a process before its time that it does not count yet.
    private func evidence(_ found: [ProjectDisclosure.Evidence], _ heading: ReportWord, _ project: ProjectDisclosure, _ kind: InputKind,
                          marksAhead: Bool = false) -> [String] {
        listed(heading, found.map { evidence in
            var line = place(evidence.position, evidence.pointer, project, kind)
            if let value = evidence.value { line += "  " + shown(value) }
            return marksAhead && evidence.isAhead ? line + "  " + say(.aheadOfTime) : line
        })
    }

    /// What shows that a conditional element applies.
    private func grounds(_ found: ProjectDisclosure.Element, _ element: Profile.Element, _ project: ProjectDisclosure, _ kind: InputKind) -> [String] {
        guard element.conditional != nil, found.counted > 0 else { return [] }
        return found.grounds.isEmpty ? ["  " + say(.appliesSincePublished)] : evidence(found.grounds, .appliesBecause, project, kind)
    }

    /// The processes that keep a share from being 1.
    private func lacking(_ found: ProjectDisclosure.Element, _ project: ProjectDisclosure, _ kind: InputKind) -> [String] {
        var lines = found.lacking.map { process in
            var line = place(process.position, process.pointer, project, kind)
            if let id = process.id { line += "  " + cut(VisibleText.escaped(id)) }
            return process.share > .zero ? line + "  " + say(.ofShare, ["percent": Figures.percent(process.share, language)]) : line
        }
        let more = found.counted - found.full - lines.count
        if more > 0, !lines.isEmpty { lines.append(say(.more, ["count": Figures.count(more, language)])) }
        return listed(.lackingIn, lines)
    }

    /// - Parameter pointer: from the project downwards.
    private func place(_ position: Position?, _ pointer: String, _ project: ProjectDisclosure, _ kind: InputKind) -> String {
        let pointer = JSONPointer(project.place.pointer(kind).description + pointer) ?? JSONPointer()
        return position.map { place($0, pointer) } ?? VisibleText.escaped(pointer.description)
    }

    /// Lines below one another, behind a heading.
    private func listed(_ heading: ReportWord, _ lines: [String]) -> [String] {
        let front = "  " + say(heading) + " "
        return lines.enumerated().map { ($0 == 0 ? front : TextLayout.spaces(front.unicodeScalars.count)) + $1 }
    }

    private func shown(_ value: Excerpt) -> String {
        switch value {
        case .text: "\"" + Excerpts.short(value) + "\""
        case .literal: Excerpts.short(value)
        }
    }

    // MARK: What to publish

    /// By what each would add to the project's own due score: its weight times what is lacking, over all weights that count.
    private func next(_ project: ProjectDisclosure, _ profile: Profile, _ words: ScoreWords) -> [String] {
        let due = zip(profile.elements, project.elements).filter { $1.share != nil }
        let weights = due.reduce(0) { $0 + $1.0.weight }
        guard weights > 0 else { return [] }
        let lacking = due.compactMap { element, found -> (element: Profile.Element, gain: Int)? in
            guard let share = found.share, share < .one else { return nil }
            // Weights are millionths; a product with billionths fits into 128 bits.
            return (element, Int(Int128(element.weight) * Int128(Billionths.one.count - share.count) / Int128(weights)))
        }
        let head = ["", style.text(say(.publishFirst), .bold)]
        guard !lacking.isEmpty else { return head + ["  " + say(.nothingToPublish)] }
        let ranked = lacking.enumerated().sorted { $0.element.gain != $1.element.gain ? $0.element.gain > $1.element.gain : $0.offset < $1.offset }
        let report = TextReport(explainer: explainer, style: style)
        var lines = head + ["  " + style.text(say(.publishFirstOfProject), .dim), ""]
        for (position, entry) in ranked.prefix(ExplainReport.mostRecommendations).enumerated() {
            let gain = say(.points, ["points": Figures.points(Billionths(count: entry.element.gain))])
            lines += report.recommended(position + 1, entry.element.element, [gain], words)
        }
        let more = ranked.count - ExplainReport.mostRecommendations
        if more > 0 { lines.append(TextLayout.spaces(6) + style.text(say(.more, ["count": Figures.count(more, language)]), .dim)) }
        return lines
    }

    private func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
        word.text(language, values)
    }
}

/// A rule in words, laid out in lines: its points below one another.
enum RuleLayout {
    static func lines(_ statement: RuleStatement, heading: String, indent: Int) -> [String] {
        let statement = heading.isEmpty ? statement.sentence : statement
        let front = TextLayout.spaces(indent) + (heading.isEmpty ? "" : heading + " ")
        return TextLayout.wrapped(statement.text, indent: heading.isEmpty ? indent : indent + 2, first: front) + points(statement, indent: indent + 2)
    }

    private static func points(_ statement: RuleStatement, indent: Int) -> [String] {
        statement.parts.flatMap { part in
            TextLayout.wrapped(part.text, indent: indent + 2, first: TextLayout.spaces(indent) + "- ") + points(part, indent: indent + 2)
        }
    }
}
