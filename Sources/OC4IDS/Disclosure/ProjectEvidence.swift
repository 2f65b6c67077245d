import JSONSchema

/// Why a project's elements have the outcomes that they have: pointers to what can be looked up, never more than a few for each.
struct ProjectEvidence {
    private let plan: DisclosurePlan
    private let scorer: ProjectScorer
    private let project: RuleEvaluator
    private let processes: [DataValue]
    private let marksAhead: Bool
    /// Of values: many elements ask for the same.
    private var pointers: [Int: String] = [:]

    /// So many values are found at most before the first few of them are taken.
    private static let enough = 10 * ProjectDisclosure.mostEvidence

    /// - Parameters:
    ///   - scorer: that scored the project last.
    ///   - marksAhead: whether to tell what is found in processes in which it is not due yet from the rest: that takes looking at all of them.
    init(_ plan: DisclosurePlan, _ scorer: ProjectScorer, _ project: RuleEvaluator, marksAhead: Bool) {
        (self.plan, self.scorer, self.project, self.marksAhead) = (plan, scorer, project, marksAhead)
        processes = project.processes(plan.fields)
    }

    /// All elements of the profile.
    mutating func elements() -> [ProjectDisclosure.Element] {
        plan.elements.indices.map { position in
            let scored = scorer.elements[position]
            return ProjectDisclosure.Element(outcome: scored.outcome, share: scored.due, strictShare: scored.strict, counted: scored.counted, full: scored.full,
                                             evidence: evidence(position), lacking: lacking(position), grounds: grounds(position))
        }
    }

    private mutating func evidence(_ position: Int) -> [ProjectDisclosure.Evidence] {
        let element = plan.elements[position]
        var found: [Int] = []
        // By the processes in which it is due, and by those that are too early.
        var (timely, ahead): (Set<Int>, Set<Int>) = ([], [])
        guard scorer.elements[position].strict > .zero else { return [] }
        if element.isOfProcess {
            for process in processes {
                let before = found.count
                project.evidence(element.rule, in: process.scope, &found)
                guard marksAhead else {
                    if found.count > ProjectEvidence.enough { break }
                    continue
                }
                if scorer.isAhead(position, project, process.scope) { ahead.formUnion(found[before...]) } else { timely.formUnion(found[before...]) }
            }
        } else {
            project.evidence(element.rule, in: project.whole, &found)
        }
        return first(found) { ahead.contains($0) && !timely.contains($0) }
    }

    private mutating func lacking(_ position: Int) -> [ProjectDisclosure.LackingProcess] {
        let (element, scored, unit) = (plan.elements[position], scorer.elements[position], plan.rules.unit)
        var lacking: [ProjectDisclosure.LackingProcess] = []
        guard element.isOfProcess, scored.full < scored.counted else { return [] }
        for process in processes where lacking.count < ProjectDisclosure.mostEvidence {
            guard let share = scorer.countedShare(position, project, process.scope), share < unit else { continue }
            lacking.append(ProjectDisclosure.LackingProcess(pointer: pointer(process.number), share: Billionths(share, over: unit)))
        }
        return lacking
    }

    private mutating func grounds(_ position: Int) -> [ProjectDisclosure.Evidence] {
        let element = plan.elements[position]
        guard element.conditional >= 0, scorer.elements[position].counted > 0 else { return [] }
        var found: [Int] = []
        for scope in element.isOfProcess ? processes.map(\.scope) : [project.whole] where found.count <= ProjectEvidence.enough {
            if element.isOfProcess, scorer.isAhead(position, project, scope) { continue }
            if project.share(element.conditional, in: scope) == plan.rules.unit { project.evidence(element.conditional, in: scope, &found) }
        }
        return first(found) { _ in false }
    }

    /// The first few values, in the order of the text, each once.
    private mutating func first(_ found: [Int], isAhead: (Int) -> Bool) -> [ProjectDisclosure.Evidence] {
        var evidence: [ProjectDisclosure.Evidence] = []
        var last = -1
        for number in found.sorted() where number != last && evidence.count < ProjectDisclosure.mostEvidence {
            last = number
            evidence.append(ProjectDisclosure.Evidence(pointer: pointer(number), isAhead: isAhead(number)))
        }
        return evidence
    }

    private mutating func pointer(_ number: Int) -> String {
        if let known = pointers[number] { return known }
        let pointer = project.project.pointer(of: number).description
        pointers[number] = pointer
        return pointer
    }
}

extension ProjectDisclosure {
    /// Adds lines and values to the evidence.
    mutating func locate(_ project: ProjectData, _ piece: borrowing Piece) {
        func value(_ pointer: String) -> DataValue? { JSONPointer(pointer).flatMap { project.value(at: $0) } }
        for element in elements.indices {
            for position in elements[element].evidence.indices {
                guard let value = value(elements[element].evidence[position].pointer) else { continue }
                elements[element].evidence[position].position = piece.position(of: value.offset)
                elements[element].evidence[position].value = value.excerpt
            }
            for position in elements[element].grounds.indices {
                guard let value = value(elements[element].grounds[position].pointer) else { continue }
                elements[element].grounds[position].position = piece.position(of: value.offset)
                elements[element].grounds[position].value = value.excerpt
            }
            for position in elements[element].lacking.indices {
                let pointer = elements[element].lacking[position].pointer
                elements[element].lacking[position].position = value(pointer).map { piece.position(of: $0.offset) }
                elements[element].lacking[position].id = value(pointer + "/id")?.excerpt?.content
            }
        }
    }

    /// The same when the part of the document that it was met in begins at `start`.
    func moved(from start: PartStart) -> ProjectDisclosure {
        var moved = self
        moved.place = place.moved(from: start)
        for element in moved.elements.indices {
            for position in moved.elements[element].evidence.indices {
                moved.elements[element].evidence[position].position = moved.elements[element].evidence[position].position?.moved(from: start.position)
            }
            for position in moved.elements[element].grounds.indices {
                moved.elements[element].grounds[position].position = moved.elements[element].grounds[position].position?.moved(from: start.position)
            }
            for position in moved.elements[element].lacking.indices {
                moved.elements[element].lacking[position].position = moved.elements[element].lacking[position].position?.moved(from: start.position)
            }
        }
        return moved
    }
}
