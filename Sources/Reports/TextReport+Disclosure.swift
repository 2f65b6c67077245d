import JSONSchema
public import OC4IDS

/// How much is disclosed: the two scores, by stage and group, what to publish first, what a person has to confirm, and where it is worst.
///
/// `quiet` says the scores in one line, `verbose` shows every element and every group.
extension TextReport {
    private static let margin = 2
    private static let bar = 10
    private static let widestName = 42
    private static let usualGroups = 8
    private static let usualRecommendations = 5
    private static let verboseRecommendations = 20
    private static let usualElements = 10
    private static let usualConfirmations = 5
    private static let usualProjects = 5

    /// The section of one input, lines each with its end.
    ///
    /// - Parameter input: as the user named it, for a command to go on with.
    public func disclosure(_ disclosure: Disclosure, kind: InputKind, input: String? = nil) -> String {
        lines(disclosure, kind, input).map { $0 + "\n" }.joined()
    }

    func lines(_ disclosure: Disclosure, _ kind: InputKind, _ input: String?) -> [String] {
        let words = ScoreWords(profile: disclosure.profile, language: language, style: style)
        guard disclosure.projects > 0 else { return verbosity == .quiet ? [] : ["", say(.nothingScored)] }
        if verbosity == .quiet {
            return [say(.disclosureBrief, ["due": words.brief(disclosure.due), "strict": words.brief(disclosure.strict)])]
        }
        var lines = scores(disclosure, words) + stages(disclosure, words)
        if disclosure.projects > 1 { for grouping in disclosure.groups { lines += groups(grouping, words) } }
        lines += recommendations(disclosure, words) + elements(disclosure, words) + confirmations(disclosure, words)
        if disclosure.projects > 1 { lines += lowest(disclosure, kind, input, words) }
        return lines
    }

    private func heading(_ text: String) -> [String] { ["", style.text(text, .bold)] }

    // MARK: Scores

    private func scores(_ disclosure: Disclosure, _ words: ScoreWords) -> [String] {
        let profile = disclosure.profile
        let meanings = [say(.dueMeaning), ReportWord.strictMeaning.counted(profile.elements.count, language)]
        let rows = zip([(ReportWord.scoreDue, disclosure.due), (.scoreStrict, disclosure.strict)], meanings).map { score, meaning in
            [say(score.0), words.bar(score.1.score, TextReport.bar), style.text(words.percent(score.1.score), .bold), words.level(score.1.score), meaning]
        }
        let name = "\(VisibleText.escaped(profile.id)) \(VisibleText.escaped(profile.version))"
        let mean = ReportWord.meanOfProjects.counted(disclosure.projects, language, ["profile": name])
        var lines = heading(say(.disclosure, ["title": words.text(profile.title)])) + [""] + table(rows, right: [2]) + dimmed(mean)
        if disclosure.withoutStatus > 0 {
            let warning = TextLayout.wrapped(ReportWord.withoutStatus.counted(disclosure.withoutStatus, language), indent: 2, first: "! ")
            lines += [""] + warning.enumerated().map { $0 == 0 ? style.text("!", .yellow) + $1.dropFirst() : $1 }
        }
        return lines
    }

    private func dimmed(_ text: String) -> [String] {
        TextLayout.wrapped(text, indent: TextReport.margin).map { style.text($0, .dim) }
    }

    private func table(_ rows: [[String]], right: Set<Int>) -> [String] {
        TextLayout.table(rows, right: right, indent: TextLayout.spaces(TextReport.margin), style: style)
    }

    /// Phases with the stages inside them; nothing where no element has a stage.
    private func stages(_ disclosure: Disclosure, _ words: ScoreWords) -> [String] {
        guard disclosure.profile.elements.contains(where: { $0.stage != nil }) else { return [] }
        var rows: [[String]] = []
        for phase in disclosure.phases {
            rows.append(row(phase.id.title[language], nil, phase.due, phase.strict, words))
            let own = disclosure.stages.filter { $0.id.phase == phase.id }
            if own.count > 1 { rows += own.map { row("  " + $0.id.title[language], nil, $0.due, $0.strict, words) } }
        }
        return heading(say(.byStage)) + scoreTable(rows, projects: false)
    }

    private func row(_ name: String, _ projects: Int?, _ due: Disclosure.Score, _ strict: Disclosure.Score, _ words: ScoreWords) -> [String] {
        [TextLayout.cut(name, to: TextReport.widestName)] + (projects.map { [Figures.count($0, language)] } ?? [])
            + [words.bar(due.score, TextReport.bar), words.percent(due.score), words.level(due.score), words.percent(strict.score), words.level(strict.score)]
    }

    private func scoreTable(_ rows: [[String]], projects: Bool) -> [String] {
        let head = (projects ? ["", say(.projectsColumn)] : [""]) + [say(.scoreDue), "", "", say(.scoreStrict), ""]
        let right: Set<Int> = projects ? [1, 3, 5] : [2, 4]
        return table([head.map { style.text($0, .dim) }] + rows, right: right).map(trimmed)
    }

    private func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line = line.dropLast() }
        return String(line)
    }

    // MARK: Groups

    private func groups(_ grouping: Disclosure.Grouping, _ words: ScoreWords) -> [String] {
        // A field that no project fills in splits nothing.
        guard grouping.values.contains(where: { $0.name != nil }) else { return [] }
        let shown = grouping.values.prefix(entries(grouping.values.count, usual: TextReport.usualGroups))
        let rows = shown.map { row($0.name.map { name(of: $0, grouping.by) } ?? say(.withoutValue), $0.projects, $0.due, $0.strict, words) }
        let sample = grouping.isSample ? [TextLayout.spaces(2) + say(.groupSample)] : []
        return heading(title(grouping.by)) + scoreTable(rows, projects: true) + moreEntriesLine(grouping.values.count - shown.count, indent: 2) + sample
    }

    private func title(_ field: GroupField) -> String {
        switch field {
        case .publicAuthority: say(.groupPublicAuthority)
        case .procuringEntity: say(.groupProcuringEntity)
        case .sector: say(.groupSector)
        case .status: say(.groupStatus)
        case .projectType: say(.groupType)
        case .region: say(.groupRegion)
        case .path(let path): say(.groupOther, ["field": VisibleText.escaped(path)])
        }
    }

    /// Codes with their titles.
    private func name(of value: String, _ field: GroupField) -> String {
        let list: String? = switch field {
        case .sector: "projectSector"
        case .status: "projectStatus"
        case .projectType: "projectType"
        default: nil
        }
        let shown = VisibleText.escaped(value)
        guard let code = list.flatMap(Codelist.bundled)?.codes.first(where: { $0.code == value }) else { return shown }
        return "\(code.title[language]) (\(shown))"
    }

    // MARK: What to publish

    private func recommendations(_ disclosure: Disclosure, _ words: ScoreWords) -> [String] {
        let head = heading(say(.publishFirst))
        guard !disclosure.recommendations.isEmpty else { return disclosure.due.score == .one ? head + ["  " + say(.nothingToPublish)] : [] }
        let most = verbosity == .verbose ? TextReport.verboseRecommendations : TextReport.usualRecommendations
        var lines = head + dimmed(say(.publishFirstMeaning)) + [""]
        for (position, entry) in disclosure.recommendations.prefix(most).enumerated() {
            let element = disclosure.profile.elements[entry.element]
            var facts = [say(.points, ["points": Figures.points(entry.gain)]), ReportWord.lackingProjects.counted(entry.projects, language)]
            if entry.authorities > 0 { facts.append((entry.isAuthoritiesSample ? ReportWord.institutionsAtLeast : .institutions).counted(entry.authorities, language)) }
            lines += recommended(position + 1, element, facts, words)
        }
        return lines
    }

    /// A numbered element, what stands beside it, and what to publish.
    func recommended(_ number: Int, _ element: Profile.Element, _ facts: [String], _ words: ScoreWords) -> [String] {
        let front = TextLayout.padded(left: "\(number). ", to: 6)
        return [front + style.text(TextLayout.cut(words.text(element.title), to: 80), .bold), TextLayout.spaces(6) + facts.joined(separator: " · ")]
            + TextLayout.wrapped("→ " + words.text(element.guidance), indent: 8, first: TextLayout.spaces(6))
    }

    // MARK: Elements

    private func elements(_ disclosure: Disclosure, _ words: ScoreWords) -> [String] {
        let parts = ScoreWords.parts(disclosure.profile, language)
        let isWhole = verbosity == .verbose || disclosure.elements.count <= TextReport.usualElements
        var chosen = Set(disclosure.elements.indices)
        if !isWhole {
            let counting = disclosure.elements.indices.filter { disclosure.elements[$0].due.score.map { $0 < .one } ?? false }
            let lowest = counting.sorted { a, b in
                let (first, second) = (disclosure.elements[a].due.score ?? .one, disclosure.elements[b].due.score ?? .one)
                return first != second ? first < second : a < b
            }
            chosen = Set(lowest.prefix(TextReport.usualElements))
        }
        guard !chosen.isEmpty else { return [] }
        let outcomes = OutcomeWords(language: language, style: style)
        // One table, so that all parts have the same columns; their titles stand between its rows.
        var rows = [["", style.text(say(.scoreDue), .dim), ""] + ElementOutcome.allCases.map(outcomes.mark)]
        var titles: [Int: String] = [:]
        for part in parts {
            let own = part.elements.filter(chosen.contains)
            if !own.isEmpty { titles[rows.count] = part.title }
            rows += own.map { row(disclosure.elements[$0], disclosure.profile.elements[$0], words) }
        }
        let table = table(rows, right: [2, 3, 4, 5, 6, 7]).map(trimmed)
        var lines = heading(say(isWhole ? .allElements : .lowestElements)) + ["  " + outcomes.legend, table[0]]
        for (position, line) in table.enumerated().dropFirst() {
            if let title = titles[position] { lines.append("  " + style.text(title, .bold)) }
            lines.append(line)
        }
        if !isWhole { lines += ["", style.text(say(.moreElements, ["count": Figures.count(disclosure.elements.count, language)]), .dim)] }
        return lines
    }

    private func row(_ coverage: Disclosure.ElementCoverage, _ element: Profile.Element, _ words: ScoreWords) -> [String] {
        let counts = [coverage.disclosed, coverage.partial, coverage.missing, coverage.notDue, coverage.unknown]
        return [TextLayout.cut("  " + words.text(element.title), to: TextReport.widestName), words.bar(coverage.due.score, TextReport.bar),
                coverage.due.score.map { Figures.percent($0, language) } ?? "–"] + counts.map { $0 == 0 ? "·" : Figures.count($0, language) }
    }

    // MARK: For people

    private func confirmations(_ disclosure: Disclosure, _ words: ScoreWords) -> [String] {
        let manual = disclosure.toConfirm.filter { $0.reason == .manual }
        let unknown = disclosure.toConfirm.filter { $0.reason == .unknown }
        guard !manual.isEmpty || !unknown.isEmpty else { return [] }
        var lines = heading(say(.toConfirm))
        if !manual.isEmpty {
            lines.append("  " + say(.manualIntro))
            let shown = manual.prefix(entries(manual.count, usual: TextReport.usualConfirmations))
            for entry in shown {
                let element = disclosure.profile.elements[entry.element]
                lines.append("  " + style.text("?", .yellow) + " " + confirmation(entry, element, words))
                if let lookAt = element.manual { lines += TextLayout.wrapped("→ " + words.text(lookAt), indent: 6, first: TextLayout.spaces(4)) }
            }
            lines += moreEntriesLine(manual.count - shown.count, indent: 4)
        }
        if !unknown.isEmpty {
            lines += TextLayout.wrapped(say(.unknownIntro), indent: 2)
            let shown = unknown.prefix(entries(unknown.count, usual: TextReport.usualConfirmations))
            lines += shown.map { "  " + style.text("?", .yellow) + " " + confirmation($0, disclosure.profile.elements[$0.element], words) }
            lines += moreEntriesLine(unknown.count - shown.count, indent: 4)
        }
        return lines
    }

    private func confirmation(_ entry: Disclosure.Confirmation, _ element: Profile.Element, _ words: ScoreWords) -> String {
        style.text(TextLayout.cut(words.text(element.title), to: 70), .bold) + " · " + ReportWord.projects.counted(entry.projects, language)
    }

    // MARK: Projects

    private func lowest(_ disclosure: Disclosure, _ kind: InputKind, _ input: String?, _ words: ScoreWords) -> [String] {
        let shown = disclosure.lowest.prefix(verbosity == .verbose ? disclosure.lowest.count : TextReport.usualProjects)
        guard !shown.isEmpty else { return [] }
        let rows = shown.map { project in
            [words.percent(project.due.score), words.level(project.due.score), words.percent(project.strict.score), words.level(project.strict.score),
             project.id.map { TextLayout.cut(VisibleText.escaped($0), to: 28) } ?? project.place.pointer(kind).description,
             TextLayout.cut(VisibleText.escaped(project.title ?? ""), to: 32)]
        }
        let head = [say(.scoreDue), "", say(.scoreStrict), "", "", ""].map { style.text($0, .dim) }
        var lines = heading(say(.lowestProjects)) + table([head] + rows, right: [0, 2]).map(trimmed)
        if let id = shown.lazy.compactMap(\.id).first(where: TextReport.isSafeArgument) {
            let input = input.flatMap { TextReport.isSafeArgument($0) ? $0 : nil } ?? "…"
            lines += ["", style.text(say(.lookAtOne, ["input": input, "id": id]), .dim)]
        }
        return lines
    }

    /// Whether a text of the data can stand in a command that people copy: a shell takes it as it is, and as no option.
    private static func isSafeArgument(_ text: String) -> Bool {
        !text.isEmpty && text.first != "-" && text.utf8.count <= 100
            && text.unicodeScalars.allSatisfy { ("a" ... "z").contains($0) || ("A" ... "Z").contains($0) || ("0" ... "9").contains($0) || "-_./:".unicodeScalars.contains($0) }
    }
}
