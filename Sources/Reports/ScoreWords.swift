import OC4IDS

/// Scores of a profile as people see them: bar, percentage and the name of the level. Where nothing counts there is no score, and no bar.
struct ScoreWords {
    let profile: Profile
    let language: Language
    let style: TextStyle

    /// «41.3 %», or «no aplica».
    func percent(_ share: Billionths?) -> String {
        share.map { Figures.percent($0, language) } ?? ReportWord.outcomeNotApplicable.text(language)
    }

    /// The level's name, coloured by its place among all levels.
    func level(_ score: Billionths?) -> String {
        guard let level = profile.level(of: score), let position = profile.levels.firstIndex(of: level) else { return "" }
        let title = VisibleText.escaped(level.title[language])
        guard profile.levels.count > 1 else { return title }
        return position == 0 ? style.text(title, .red) : position == profile.levels.count - 1 ? style.text(title, .green) : style.text(title, .yellow)
    }

    /// «41.3 % (Medio)»
    func brief(_ score: Disclosure.Score) -> String {
        let level = level(score.score)
        return percent(score.score) + (level.isEmpty ? "" : " (\(level))")
    }

    /// Full only where it is all, empty only where it is nothing or there is none.
    func bar(_ share: Billionths?, _ width: Int) -> String {
        guard let share else { return TextLayout.spaces(width) }
        guard share > .zero, share < .one else { return style.bar(share == .zero ? 0 : width, of: width) }
        return style.bar(min(max((share.count * width + 500_000_000) / 1_000_000_000, 1), width - 1), of: width)
    }

    func text(_ text: Bilingual) -> String { VisibleText.escaped(text[language]) }

    /// Elements in the order of the profile, brought together by stage, or by module where they have none.
    static func parts(_ profile: Profile, _ language: Language) -> [(title: String, elements: [Int])] {
        var parts: [(title: String, elements: [Int])] = []
        for stage in Stage.allCases {
            let elements = profile.elements.indices.filter { profile.elements[$0].stage == stage }
            if !elements.isEmpty { parts.append((stage.title[language], elements)) }
        }
        for position in profile.elements.indices where profile.elements[position].stage == nil {
            let title = profile.elements[position].module.map { VisibleText.escaped($0[language]) } ?? ReportWord.withoutStage.text(language)
            if let part = parts.firstIndex(where: { $0.title == title }) {
                parts[part].elements.append(position)
            } else {
                parts.append((title, [position]))
            }
        }
        return parts
    }
}

/// Signs and words for what has become of an element.
struct OutcomeWords {
    let language: Language
    let style: TextStyle

    func mark(_ outcome: ElementOutcome) -> String {
        switch outcome {
        case .disclosed: style.text("✔", .green)
        case .partial: style.text("◐", .yellow)
        case .missing: style.text("✘", .red)
        case .notDue: "–"
        case .unknown: style.text("?", .yellow)
        }
    }

    func word(_ outcome: ElementOutcome) -> ReportWord {
        switch outcome {
        case .disclosed: .outcomeDisclosed
        case .partial: .outcomePartial
        case .missing: .outcomeMissing
        case .notDue: .outcomeNotDue
        case .unknown: .outcomeUnknown
        }
    }

    /// What the signs mean.
    var legend: String {
        ElementOutcome.allCases.map { "\(mark($0)) \(word($0).text(language))" }.joined(separator: " · ")
    }
}
