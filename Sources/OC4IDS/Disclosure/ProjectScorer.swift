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
        fileprivate var shares = Shares()

        /// It is not looked at any further.
        fileprivate mutating func leave(_ outcome: ElementOutcome) {
            self.outcome = outcome
            (counted, full) = (0, 0)
        }

        /// It is due: in so many processes, or in none, where it cannot be told whether there is anything to disclose.
        fileprivate mutating func settle(counted: Int, full: Int, unit: Int) {
            (self.counted, self.full) = (counted, full)
            guard counted > 0 else {
                outcome = .unknown
                return
            }
            shares.processes = counted
            outcome = shares.due == 0 ? .missing : shares.due == unit * counted ? .disclosed : .partial
        }
    }

    /// The scores within some of the elements.
    struct Part: Sendable {
        var strict: Disclosure.Score
        var due: Disclosure.Score
    }

    fileprivate struct Shares: Sendable {
        /// Sums over processes, in units.
        var strict = 0
        var due = 0
        /// Processes that they are divided by.
        var processes = 1
    }

    private(set) var elements: [Element]
    private(set) var strict = Disclosure.Score.none
    private(set) var due = Disclosure.Score.none
    /// By position among all stages and, behind them, all phases.
    private(set) var parts: [Part]
    /// Its status is missing, or none that the standard knows.
    private(set) var isWithoutStatus = false
    private let plan: DisclosurePlan

    init(_ plan: DisclosurePlan) {
        self.plan = plan
        elements = Array(repeating: Element(), count: plan.elements.count)
        parts = Array(repeating: Part(strict: .none, due: .none), count: Stage.allCases.count + Phase.allCases.count)
    }

    mutating func score(_ project: RuleEvaluator) {
        let processes = project.processes(plan.fields)
        let status = reach(project)
        isWithoutStatus = status == nil
        let end = status?.end ?? Stage.allCases.count
        scoreWhole(project, end: end)
        scoreProcesses(project, processes, end: end, hasReachedImplementation: status?.hasReachedImplementation ?? true)
        add(max(processes.count, 1))
    }

    /// Nil where the status is missing or unknown.
    private func reach(_ project: RuleEvaluator) -> StatusReach? {
        guard let position = project.values(plan.fields.status, in: project.whole).first else { return nil }
        return project.value(position).textFingerprint.flatMap { plan.statuses[$0] }
    }

    // MARK: Elements

    private mutating func scoreWhole(_ project: RuleEvaluator, end: Int) {
        let (planned, unit, whole) = (plan.elements, plan.rules.unit, project.whole)
        var scored = elements.mutableSpan
        for position in planned.indices where !planned[position].isOfProcess {
            let element = planned[position]
            let share = project.share(element.rule, in: whole)
            scored[position].shares = Shares(strict: share, due: share)
            guard Int(element.stage) < end else {
                scored[position].leave(.notDue)
                continue
            }
            let counts = element.conditional < 0 || share > 0 || project.share(element.conditional, in: whole) == unit
            scored[position].settle(counted: counts ? 1 : 0, full: share == unit ? 1 : 0, unit: unit)
        }
    }

    private mutating func scoreProcesses(_ project: RuleEvaluator, _ processes: [DataValue], end: Int, hasReachedImplementation: Bool) {
        let (plan, planned, unit) = (plan, plan.elements, plan.rules.unit)
        var scored = elements.mutableSpan
        for position in planned.indices where planned[position].isOfProcess {
            let element = planned[position]
            scored[position].shares = Shares()
            scored[position].leave(.notDue)
            if processes.isEmpty, Int(element.stage) < end, hasReachedImplementation {
                scored[position].settle(counted: element.conditional < 0 ? 1 : 0, full: 0, unit: unit)
            }
        }
        for process in processes {
            let scope = process.scope
            let isBeforeAward = plan.isBeforeAward(project, scope)
            for position in planned.indices where planned[position].isOfProcess {
                let element = planned[position]
                let share = project.share(element.rule, in: scope)
                scored[position].shares.strict += share
                guard Int(element.stage) < end, !isBeforeAward || element.isDueBeforeAward else { continue }
                let counts = element.conditional < 0 || share > 0 || project.share(element.conditional, in: scope) == unit
                if counts { scored[position].shares.due += share }
                // What is said of it after the last process holds.
                scored[position].settle(counted: scored[position].counted + (counts ? 1 : 0),
                                        full: scored[position].full + (counts && share == unit ? 1 : 0), unit: unit)
            }
        }
    }

    // MARK: Reasons

    /// Whether a process of the project that was scored last is too early for an element.
    func isAhead(_ position: Int, _ project: RuleEvaluator, _ process: RuleEvaluator.Scope) -> Bool {
        !plan.elements[position].isDueBeforeAward && plan.isBeforeAward(project, process)
    }

    /// The share of an element in a process of the project that was scored last; nil where the due share does not rest on it.
    func countedShare(_ position: Int, _ project: RuleEvaluator, _ process: RuleEvaluator.Scope) -> Int? {
        let element = plan.elements[position]
        guard elements[position].counted > 0, !isAhead(position, project, process) else { return nil }
        let share = project.share(element.rule, in: process)
        return element.conditional < 0 || share > 0 || project.share(element.conditional, in: process) == plan.rules.unit ? share : nil
    }

    // MARK: Sums

    /// Sums of weighted shares and of weights, of one stage or of what has none.
    private struct Sums<Number: BinaryInteger> {
        var strict: Number = 0
        var due: Number = 0
        var strictWeights = 0
        var dueWeights = 0

        static func + (a: Sums, b: Sums) -> Sums {
            Sums(strict: a.strict + b.strict, due: a.due + b.due, strictWeights: a.strictWeights + b.strictWeights, dueWeights: a.dueWeights + b.dueWeights)
        }
    }

    /// Sums below this can be added up in a machine word, whatever the weights.
    private static let mostCommon = 1 << 20

    /// - Parameter processes: of the project, at least 1.
    private mutating func add(_ processes: Int) {
        var common: Int? = 1
        for element in elements where element.counted > 1 {
            common = common.flatMap { RulePlan.leastCommonMultiple($0, element.shares.processes) }.flatMap { $0 < ProjectScorer.mostCommon ? $0 : nil }
        }
        if let common, processes < ProjectScorer.mostCommon, plan.sumsFit {
            add(processes, common: common)
        } else {
            add(processes, common: leastCommonMultiple())
        }
    }

    private func leastCommonMultiple() -> BigInt {
        var common: BigInt = 1
        for element in elements where element.counted > 1 {
            let next = BigInt(element.shares.processes)
            common = common / common.greatestCommonDivisor(with: next) * next
        }
        return common
    }

    /// - Parameter common: a multiple of the numbers of processes that due shares are divided by.
    private mutating func add<Number: BinaryInteger>(_ processes: Int, common: Number) {
        let unit = plan.rules.unit
        // Of each stage, and at the end of what has none.
        var sums = [Sums<Number>](repeating: Sums(), count: Stage.allCases.count + 1)
        let planned = plan.elements
        var scored = elements.mutableSpan
        var ofStages = sums.mutableSpan
        for position in planned.indices {
            let (element, share) = (planned[position], scored[position].shares)
            let stage = element.stage < 0 ? Stage.allCases.count : Int(element.stage)
            let divisor = element.isOfProcess ? processes : 1
            scored[position].strict = Billionths(share.strict, over: unit * divisor)
            if share.strict > 0 { ofStages[stage].strict += Number(element.weight) * Number(share.strict) * Number(element.isOfProcess ? 1 : processes) }
            ofStages[stage].strictWeights += element.weight
            scored[position].gain = .zero
            guard scored[position].counted > 0 else {
                scored[position].due = nil
                continue
            }
            scored[position].due = Billionths(share.due, over: unit * share.processes)
            if share.due > 0 {
                // Divisions take longer than all else here, and most elements are divided by nothing.
                let times = share.processes == 1 ? common : common / Number(share.processes)
                ofStages[stage].due += Number(element.weight) * Number(share.due) * times
            }
            ofStages[stage].dueWeights += element.weight
        }
        let units = (strict: Number(unit) * Number(processes), due: Number(unit) * common)
        for stage in Stage.allCases.indices { parts[stage] = part(sums[stage], units) }
        for phase in Phase.allCases.indices {
            parts[Stage.allCases.count + phase] = part(plan.stagesOfPhases[phase].reduce(Sums()) { $0 + sums[$1] }, units)
        }
        let all = sums.reduce(Sums()) { $0 + $1 }
        let whole = part(all, units)
        (strict, due) = (whole.strict, whole.due)
        weighGains(all.dueWeights)
    }

    private func part<Number: BinaryInteger>(_ sums: Sums<Number>, _ units: (strict: Number, due: Number)) -> Part {
        Part(strict: .init(sums.strict, unit: units.strict, weights: sums.strictWeights, plan.weightUnit),
             due: .init(sums.due, unit: units.due, weights: sums.dueWeights, plan.weightUnit))
    }

    private mutating func weighGains(_ weights: Int) {
        let (planned, unit) = (plan.elements, plan.rules.unit)
        var scored = elements.mutableSpan
        var missing = (weight: 0, gain: Billionths.zero)
        for position in planned.indices where scored[position].outcome == .missing || scored[position].outcome == .partial {
            let (weight, share) = (planned[position].weight, scored[position].shares)
            // Most elements that lack something lack everything, and weigh the same.
            if share.due == 0 {
                if weight != missing.weight { missing = (weight, Billionths(weight, over: weights)) }
                scored[position].gain = missing.gain
            } else {
                let whole = unit * share.processes
                scored[position].gain = Billionths(ofProduct: (whole - share.due, weight), over: (whole, weights))
            }
        }
    }
}

extension Disclosure.Score {
    static let none = Disclosure.Score(score: nil, numerator: .zero, denominator: .zero)

    /// A project's: a sum of weighted shares over a sum of weights, exact until it is rounded here.
    ///
    /// - Parameters:
    ///   - unit: so many of `sum` make the share 1 of the weight 1.
    ///   - weightUnit: so many of `weights` make the weight that a profile calls 1.
    fileprivate init<Number: BinaryInteger>(_ sum: Number, unit: Number, weights: Int, _ weightUnit: DisclosurePlan.WeightUnit) {
        guard weights > 0 else {
            self = .none
            return
        }
        if sum == 0 {
            self.init(score: .zero, numerator: .zero, denominator: weightUnit.billionths(weights))
        } else {
            self.init(score: .rounded(sum, over: unit * Number(weights)),
                      numerator: weightUnit.billionths(sum, unit: unit), denominator: weightUnit.billionths(weights))
        }
    }
}
