import JSONSchema

/// Scores the projects of an input as they are walked and adds them up. What it keeps does not grow with the input, but for the rows that go to a store.
struct DisclosureSurvey: Sendable {
    /// What is added up of one element.
    private struct ElementSums: Sendable {
        var due = Mean()
        var strict = Mean()
        var gain = Billionths.zero
        var outcomes = OutcomeCounts()

        mutating func add(_ element: ProjectScorer.Element) {
            outcomes[element.outcome] += 1
            strict.add(element.strict)
            due.add(element.due)
            gain += element.gain
        }

        mutating func code(_ coder: inout PartCoder, most: Int) {
            due.code(&coder, most: most)
            strict.code(&coder, most: most)
            coder.sum(&gain, of: most)
            outcomes.code(&coder, most: most)
        }

        mutating func merge(_ other: ElementSums) {
            due.merge(other.due)
            strict.merge(other.strict)
            gain += other.gain
            outcomes.merge(other.outcomes)
        }
    }

    private let plan: DisclosurePlan
    private let indexer: PathIndexer
    private var scorer: ProjectScorer
    private(set) var projects = 0
    private var withoutStatus = 0
    private var strict = Mean()
    private var due = Mean()
    private var parts: [(strict: Mean, due: Mean)]
    private var elements: [ElementSums]
    private var groups: [GroupTallies]
    private(set) var lowest: [ProjectStanding] = []
    /// Only projects below this belong to the lowest: of the others there are enough before.
    private var lowestLimit: Billionths?
    private var rows: PendingRows
    private let keepsRows: Bool
    private var explained: [ProjectDisclosure] = []

    private static let mostLowest = 10
    /// Of an id that stands very often.
    private static let mostExplained = 20

    init(_ plan: DisclosurePlan) {
        self.init(plan, plan.makeRows?())
    }

    /// - Parameter store: nil for a part that will be merged.
    private init(_ plan: DisclosurePlan, _ store: (any RowStore)?) {
        self.plan = plan
        indexer = PathIndexer(plan.paths)
        scorer = ProjectScorer(plan)
        parts = Array(repeating: (Mean(), Mean()), count: Stage.allCases.count + Phase.allCases.count)
        elements = Array(repeating: ElementSums(), count: plan.elements.count)
        groups = plan.groups.map { GroupTallies(elements: plan.elements.count, isHierarchy: $0 == .sector) }
        rows = PendingRows(store)
        keepsRows = plan.makeRows != nil
    }

    // MARK: Seeing

    /// - Parameters:
    ///   - item: the project's position in its list; nil where it is a top-level value.
    mutating func look(_ project: ProjectData, item: Int?, isInPackage: Bool, _ piece: borrowing Piece) {
        let evaluator = RuleEvaluator(plan, project, indexer.index(project.outline, object: project.range.lowerBound))
        scorer.score(evaluator)
        projects += 1
        if scorer.isWithoutStatus { withoutStatus += 1 }
        strict.add(scorer.strict.score)
        due.add(scorer.due.score)
        for part in parts.indices {
            parts[part].strict.add(scorer.parts[part].strict.score)
            parts[part].due.add(scorer.parts[part].due.score)
        }
        let lacking = addElements()
        for (position, field) in plan.groups.enumerated() {
            let values = values(field, plan.fields.groups[position], evaluator)
            groups[position].count(evaluator, values, strict: scorer.strict.score, due: scorer.due.score, lacking: lacking)
        }
        note(evaluator, item, isInPackage, piece)
    }

    /// - Returns: a bit for each element that the project has still to publish.
    private mutating func addElements() -> [UInt64] {
        let scored = scorer.elements
        var lacking = [UInt64](repeating: 0, count: (scored.count + 63) / 64)
        var sums = elements.mutableSpan
        for position in scored.indices {
            sums[position].add(scored[position])
            let outcome = scored[position].outcome
            if outcome == .missing || outcome == .partial { lacking[position / 64] |= 1 << UInt64(position % 64) }
        }
        return lacking
    }

    /// Positions among the values of the project's paths.
    private func values(_ field: GroupField, _ path: Int32, _ project: RuleEvaluator) -> Range<Int> {
        guard field == .region else { return project.values(path, in: project.whole) }
        // Where a project lies is told by its first place.
        guard let first = project.values(plan.fields.locations, in: project.whole).first.map({ project.value($0) }) else { return 0 ..< 0 }
        return project.values(path, in: first.scope)
    }

    // MARK: Projects by themselves

    private mutating func note(_ project: RuleEvaluator, _ item: Int?, _ isInPackage: Bool, _ piece: borrowing Piece) {
        let isExplained = isExplained(project, item, isInPackage, piece)
        let isAmongLowest = scorer.due.score.map { score in lowestLimit.map { score < $0 } ?? true } ?? false
        guard isExplained || isAmongLowest || keepsRows else { return }
        let place = ProjectPlace(value: piece.ordinal, item: item, isInPackage: isInPackage, position: piece.position(of: project.project.root.offset))
        let (id, title) = (text(plan.fields.id, project), text(plan.fields.title, project))
        if isAmongLowest {
            lowest.append(ProjectStanding(place: place, id: id, title: title, strict: scorer.strict, due: scorer.due))
            keepLowest()
        }
        guard isExplained || keepsRows else { return }
        var evidence = ProjectEvidence(plan, scorer, project, marksAhead: isExplained)
        var row = ProjectDisclosure(
            place: place, id: id, title: title, publicAuthority: text(plan.fields.publicAuthority, project),
            sectors: project.values(plan.fields.sector, in: project.whole).prefix(20).compactMap { text(project.value($0)) }, status: text(plan.fields.status, project),
            processes: project.processes(plan.fields).count, strict: scorer.strict, due: scorer.due, elements: evidence.elements())
        if keepsRows { rows.append(row) }
        if isExplained, explained.count < DisclosureSurvey.mostExplained {
            row.locate(project.project, piece)
            explained.append(row)
        }
    }

    /// Whether it is the project with the id, or at the pointer, that was asked for.
    private func isExplained(_ project: RuleEvaluator, _ item: Int?, _ isInPackage: Bool, _ piece: borrowing Piece) -> Bool {
        guard let wanted = plan.explained else { return false }
        if let id = first(plan.fields.id, project), id.isNumber || id.isText {
            let own = id.withUTF8 { String(decoding: TextBytes.trimmed($0), as: UTF8.self) } ?? String(decoding: id.bytes, as: UTF8.self)
            if own == wanted { return true }
        }
        guard wanted.hasPrefix("/") else { return false }
        let place = ProjectPlace(value: piece.ordinal, item: item, isInPackage: isInPackage, position: Position(line: 1, column: 1))
        return place.pointer(.package).description == wanted || place.pointer(.ndjson).description == wanted
    }

    private func first(_ path: Int32, _ project: RuleEvaluator) -> DataValue? {
        project.values(path, in: project.whole).first.map { project.value($0) }
    }

    private func text(_ path: Int32, _ project: RuleEvaluator) -> String? {
        first(path, project).flatMap(text)
    }

    /// A text, cut like all that reports show.
    private func text(_ value: DataValue) -> String? {
        value.isText ? value.excerpt?.content : nil
    }

    private func isLower(_ a: Billionths?, _ b: Billionths?) -> Bool {
        switch (a, b) {
        case (let a?, let b?): a < b
        case (_?, nil): true
        default: false
        }
    }

    /// Lowest first; of equal ones those that stand first in the input.
    private mutating func keepLowest() {
        let sorted = lowest.enumerated().sorted { a, b in
            a.element.due.score != b.element.due.score ? isLower(a.element.due.score, b.element.due.score) : a.offset < b.offset
        }
        lowest = sorted.prefix(DisclosureSurvey.mostLowest).map(\.element)
        if lowest.count == DisclosureSurvey.mostLowest, let last = lowest.last?.due.score { lowestLimit = last }
    }

    var means: (strict: Mean, due: Mean) { (strict, due) }

    // MARK: Merging

    mutating func merge(_ later: DisclosureSurvey, from start: PartStart) {
        projects += later.projects
        withoutStatus += later.withoutStatus
        strict.merge(later.strict)
        due.merge(later.due)
        for part in parts.indices {
            parts[part].strict.merge(later.parts[part].strict)
            parts[part].due.merge(later.parts[part].due)
        }
        for element in elements.indices { elements[element].merge(later.elements[element]) }
        for group in groups.indices { groups[group].merge(later.groups[group]) }
        lowest += later.lowest.map { standing in
            var standing = standing
            standing.place = standing.place.moved(from: start)
            return standing
        }
        keepLowest()
        explained = Array((explained + later.explained.map { $0.moved(from: start) }).prefix(DisclosureSurvey.mostExplained))
        rows.append(later.rows, from: start)
    }

    /// Of a part that will be merged.
    mutating func code(_ coder: inout PartCoder) {
        coder.count(&projects)
        coder.count(&withoutStatus, most: projects)
        strict.code(&coder, most: projects)
        due.code(&coder, most: projects)
        for part in parts.indices {
            parts[part].strict.code(&coder, most: projects)
            parts[part].due.code(&coder, most: projects)
        }
        for element in elements.indices { elements[element].code(&coder, most: projects) }
        for group in groups.indices { groups[group].code(&coder, most: projects) }
        coder.list(&lowest, new: .none) { $1.code(&$0) }
        rows.code(&coder, elements: plan.elements.count)
    }

    func fresh() -> DisclosureSurvey {
        var fresh = DisclosureSurvey(plan, nil)
        fresh.groups = groups.map { $0.fresh() }
        fresh.lowestLimit = lowestLimit
        return fresh
    }

    /// - Parameter former: has been another part's until now.
    mutating func follow(_ former: DisclosureSurvey) {
        for group in groups.indices { groups[group].follow(former.groups[group]) }
    }

    // MARK: Result

    /// The input is at its end.
    mutating func disclosure() -> Disclosure {
        rows.flush()
        let stages = Stage.allCases.enumerated().map { Disclosure.Part(id: $1, strict: parts[$0].strict.score, due: parts[$0].due.score) }
        let phases = Phase.allCases.enumerated().map { position, phase in
            let part = parts[Stage.allCases.count + position]
            return Disclosure.Part(id: phase, strict: part.strict.score, due: part.due.score)
        }
        return Disclosure(
            profile: plan.profile, projects: projects, strict: strict.score, due: due.score, stages: stages, phases: phases, elements: coverage,
            groups: zip(plan.groups, groups).map(grouping), recommendations: recommendations, toConfirm: toConfirm, withoutStatus: withoutStatus, lowest: lowest,
            rows: rows.finished, explained: explained)
    }

    private var coverage: [Disclosure.ElementCoverage] {
        elements.enumerated().map { position, sums in
            let count = sums.outcomes
            return Disclosure.ElementCoverage(element: position, due: sums.due.score, strict: sums.strict.score, disclosed: count[.disclosed],
                                              partial: count[.partial], missing: count[.missing], notDue: count[.notDue], unknown: count[.unknown])
        }
    }

    private func grouping(_ field: GroupField, _ tallies: GroupTallies) -> Disclosure.Grouping {
        func group(_ tally: GroupTallies.Tally, _ name: String?) -> Disclosure.Group {
            Disclosure.Group(name: name, projects: tally.projects, strict: tally.strict.score, due: tally.due.score)
        }
        var values = tallies.groups().map { group($0.tally, $0.name) }
        if tallies.without.projects > 0 { values.append(group(tallies.without, nil)) }
        return Disclosure.Grouping(by: field, values: values, isSample: tallies.isSample)
    }

    private var recommendations: [Disclosure.Recommendation] {
        let tallies = plan.groups.firstIndex(of: .publicAuthority).map { groups[$0] }
        let (authorities, isSample) = (tallies?.kept ?? [], tallies?.isSample ?? false)
        return elements.indices.compactMap { position -> Disclosure.Recommendation? in
            let sums = elements[position]
            let lacking = sums.outcomes[.missing] + sums.outcomes[.partial]
            guard lacking > 0, due.count > 0 else { return nil }
            return Disclosure.Recommendation(
                element: position, gain: Billionths(sums.gain.count, over: due.count * Billionths.one.count), projects: lacking,
                authorities: authorities.count { $0.lacking[position / 64] >> UInt64(position % 64) & 1 != 0 }, isAuthoritiesSample: isSample)
        }.sorted { a, b in a.gain != b.gain ? a.gain > b.gain : a.element < b.element }
    }

    private var toConfirm: [Disclosure.Confirmation] {
        elements.indices.flatMap { position -> [Disclosure.Confirmation] in
            let outcomes = elements[position].outcomes
            var found: [Disclosure.Confirmation] = []
            let due = outcomes[.disclosed] + outcomes[.partial] + outcomes[.missing]
            if plan.profile.elements[position].manual != nil, due > 0 { found.append(.init(element: position, reason: .manual, projects: due)) }
            let unknown = outcomes[.unknown]
            if unknown > 0 { found.append(.init(element: position, reason: .unknown, projects: unknown)) }
            return found
        }
    }
}

extension ProjectStanding {
    fileprivate static let none = ProjectStanding(place: .none, strict: .none, due: .none)

    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.place(&place)
        coder.optional(&id)
        coder.optional(&title)
        coder.score(&strict)
        coder.score(&due)
    }
}

extension ProjectData {
    /// From the project downwards.
    func pointer(of number: Int) -> JSONPointer {
        outline.pointer(of: number, from: range.lowerBound)
    }

    func value(at pointer: JSONPointer) -> DataValue? {
        outline.entry(at: pointer, from: range.lowerBound).map { DataValue(outline: outline, number: $0) }
    }
}
