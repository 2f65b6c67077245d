import BigInt
import JSONSchema

/// One project's shares and scores. Its memory is used for one project after another.
struct ProjectScorer: Sendable {
    /// What has become of one element.
    struct Element: Sendable {
        var outcome = ElementOutcome.missing
        /// Over what counts; nil where nothing does.
        var due: Billionths?
        var strict = Billionths.zero
        /// What its publication would add to the project's due score.
        var gain = Billionths.zero
        /// Processes in which it is due, and in how many of these it is disclosed in full; 1 and 0 or 1 for elements of the project.
        var counted = 0
        var full = 0
    }

    private struct Shares: Sendable {
        /// Sums over processes, in units.
        var strict = 0
        var due = 0
        /// Processes that they are divided by.
        var processes = 1
        var isUnknown = false
    }

    private(set) var elements: [Element]
    private(set) var strict = Disclosure.Score.none
    private(set) var due = Disclosure.Score.none
    /// By position among all stages and, behind them, all phases.
    private(set) var parts: [(strict: Disclosure.Score, due: Disclosure.Score)]
    /// Its status is missing, or none that the standard knows.
    private(set) var isWithoutStatus = false
    private var shares: [Shares]
    private let plan: DisclosurePlan

    init(_ plan: DisclosurePlan) {
        self.plan = plan
        elements = Array(repeating: Element(), count: plan.elements.count)
        shares = Array(repeating: Shares(), count: plan.elements.count)
        parts = Array(repeating: (.none, .none), count: Stage.allCases.count + Phase.allCases.count)
    }

    mutating func score(_ project: RuleEvaluator) {
        let processes = project.values(plan.fields.processes, in: project.whole).map { project.value($0) }.filter(\.isObject)
        let status = reach(project)
        isWithoutStatus = status == nil
        let end = status?.end ?? Stage.allCases.count
        let whole = project.whole
        for (position, element) in plan.elements.enumerated() where !element.isOfProcess {
            let share = project.share(element.rule, in: whole)
            shares[position] = Shares(strict: share, due: share)
            elements[position].counted = 0
            guard Int(element.stage) < end else {
                elements[position].outcome = .notDue
                continue
            }
            let counts = element.conditional < 0 || share > 0 || project.share(element.conditional, in: whole) > 0
            settle(position, counted: counts ? 1 : 0, full: share == plan.rules.unit ? 1 : 0)
        }
        scoreProcesses(project, processes, end: end, hasReachedImplementation: status?.hasReachedImplementation ?? true)
        add(max(processes.count, 1))
    }

    /// Nil where the status is missing or unknown.
    private func reach(_ project: RuleEvaluator) -> StatusReach? {
        guard let position = project.values(plan.fields.status, in: project.whole).first else { return nil }
        return project.value(position).textFingerprint.flatMap { plan.statuses[$0] }
    }

    // MARK: Processes

    private mutating func scoreProcesses(_ project: RuleEvaluator, _ processes: [DataValue], end: Int, hasReachedImplementation: Bool) {
        for (position, element) in plan.elements.enumerated() where element.isOfProcess {
            shares[position] = Shares()
            (elements[position].counted, elements[position].full) = (0, 0)
            elements[position].outcome = .notDue
            let isReached = Int(element.stage) < end
            if processes.isEmpty, isReached, hasReachedImplementation { settle(position, counted: element.conditional < 0 ? 1 : 0, full: 0) }
        }
        guard !processes.isEmpty else { return }
        var due = [Int](repeating: 0, count: plan.elements.count)
        for process in processes {
            let scope = Int32(process.number) ..< Int32(process.number + 1 + process.extent)
            let clock = project.values(plan.fields.processStatus, in: scope).first.map { project.value($0).fingerprint }
            let isBeforeAward = clock == plan.preAward
            for (position, element) in plan.elements.enumerated() where element.isOfProcess {
                let share = project.share(element.rule, in: scope)
                shares[position].strict += share
                guard Int(element.stage) < end, !isBeforeAward || element.isDueBeforeAward else { continue }
                due[position] += 1
                guard element.conditional < 0 || share > 0 || project.share(element.conditional, in: scope) > 0 else { continue }
                shares[position].due += share
                elements[position].counted += 1
                if share == plan.rules.unit { elements[position].full += 1 }
            }
        }
        for (position, element) in plan.elements.enumerated() where element.isOfProcess && due[position] > 0 {
            settle(position, counted: elements[position].counted, full: elements[position].full)
        }
    }

    // MARK: Outcomes

    /// An element that is due: in so many processes, or in none, where it cannot be told whether there is anything to disclose.
    private mutating func settle(_ position: Int, counted: Int, full: Int) {
        elements[position].counted = counted
        elements[position].full = full
        guard counted > 0 else {
            elements[position].outcome = .unknown
            return
        }
        shares[position].processes = counted
        switch shares[position].due {
        case 0: elements[position].outcome = .missing
        case plan.rules.unit * counted: elements[position].outcome = .disclosed
        default: elements[position].outcome = .partial
        }
    }

    // MARK: Sums

    /// Sums of weighted shares and of weights, each of its stage, the last one without a stage.
    private struct Sums<Number: BinaryInteger> {
        var strict = [Number](repeating: 0, count: Stage.allCases.count + 1)
        var due = [Number](repeating: 0, count: Stage.allCases.count + 1)
        var strictWeights = [Int](repeating: 0, count: Stage.allCases.count + 1)
        var dueWeights = [Int](repeating: 0, count: Stage.allCases.count + 1)
    }

    /// - Parameter processes: of the project, at least 1.
    private mutating func add(_ processes: Int) {
        var common = 1
        for (position, element) in elements.enumerated() where element.counted > 1 {
            guard let next = RulePlan.leastCommonMultiple(common, shares[position].processes) else {
                add(processes, common: leastCommonMultiple(), BigInt.self)
                return
            }
            common = next
        }
        add(processes, common: Int128(common), Int128.self)
    }

    private func leastCommonMultiple() -> BigInt {
        var common: BigInt = 1
        for (position, element) in elements.enumerated() where element.counted > 1 {
            let next = BigInt(shares[position].processes)
            common = common / common.greatestCommonDivisor(with: next) * next
        }
        return common
    }

    /// - Parameter common: a multiple of the numbers of processes that due shares are divided by.
    private mutating func add<Number: BinaryInteger>(_ processes: Int, common: Number, _: Number.Type) {
        let unit = Number(plan.rules.unit)
        var sums = Sums<Number>()
        for (position, element) in plan.elements.enumerated() {
            let share = shares[position]
            let stage = element.stage < 0 ? Stage.allCases.count : Int(element.stage)
            let weight = Number(element.weight)
            let divisor = element.isOfProcess ? processes : 1
            sums.strict[stage] += weight * Number(share.strict) * Number(processes / divisor)
            sums.strictWeights[stage] += element.weight
            elements[position].strict = Billionths(Number(share.strict), over: unit * Number(divisor))
            elements[position].due = nil
            elements[position].gain = .zero
            guard elements[position].counted > 0 else { continue }
            let factor = common / Number(share.processes)
            sums.due[stage] += weight * Number(share.due) * factor
            sums.dueWeights[stage] += element.weight
            elements[position].due = Billionths(Number(share.due), over: unit * Number(share.processes))
        }
        let strictUnit = unit * Number(processes)
        let dueUnit = unit * common
        func score(_ stages: some Sequence<Int>) -> (strict: Disclosure.Score, due: Disclosure.Score) {
            var (strict, due): (Number, Number) = (0, 0)
            var (strictWeights, dueWeights) = (0, 0)
            for stage in stages {
                strict += sums.strict[stage]
                due += sums.due[stage]
                strictWeights += sums.strictWeights[stage]
                dueWeights += sums.dueWeights[stage]
            }
            return (.init(strict, unit: strictUnit, weights: strictWeights), .init(due, unit: dueUnit, weights: dueWeights))
        }
        (strict, due) = score(0 ... Stage.allCases.count)
        for (position, _) in Stage.allCases.enumerated() { parts[position] = score(CollectionOfOne(position)) }
        for (position, phase) in Phase.allCases.enumerated() {
            parts[Stage.allCases.count + position] = score(Stage.allCases.indices.filter { Stage.allCases[$0].phase == phase })
        }
        let weights = sums.dueWeights.reduce(0, +)
        for (position, element) in plan.elements.enumerated() where elements[position].outcome == .missing || elements[position].outcome == .partial {
            let share = shares[position]
            let lacking = Number(plan.rules.unit * share.processes - share.due) * Number(element.weight)
            elements[position].gain = Billionths(lacking, over: unit * Number(share.processes) * Number(weights))
        }
    }
}

extension Disclosure.Score {
    static let none = Disclosure.Score(score: nil, numerator: .zero, denominator: .zero)

    /// A project's: a sum of weighted shares over a sum of weights, exact until it is rounded here.
    ///
    /// - Parameters:
    ///   - unit: so many of `sum` make a millionth of weight.
    ///   - weights: in millionths.
    fileprivate init<Number: BinaryInteger>(_ sum: Number, unit: Number, weights: Int) {
        self.init(score: weights == 0 ? nil : Billionths(sum, over: unit * Number(weights)), numerator: Billionths(sum, over: unit * 1_000_000),
                  denominator: Billionths(count: weights * 1000))
    }
}
