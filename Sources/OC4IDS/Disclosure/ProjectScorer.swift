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

    /// The scores within some of the elements.
    struct Part: Sendable {
        var strict: Disclosure.Score
        var due: Disclosure.Score
    }

    private struct Shares: Sendable {
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
    private var shares: [Shares]
    private let plan: DisclosurePlan

    init(_ plan: DisclosurePlan) {
        self.plan = plan
        elements = Array(repeating: Element(), count: plan.elements.count)
        shares = Array(repeating: Shares(), count: plan.elements.count)
        parts = Array(repeating: Part(strict: .none, due: .none), count: Stage.allCases.count + Phase.allCases.count)
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
            let counts = element.conditional < 0 || share > 0 || project.share(element.conditional, in: whole) == plan.rules.unit
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
                guard element.conditional < 0 || share > 0 || project.share(element.conditional, in: scope) == plan.rules.unit else { continue }
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
        for (position, element) in elements.enumerated() where element.counted > 1 {
            common = common.flatMap { RulePlan.leastCommonMultiple($0, shares[position].processes) }.flatMap { $0 < ProjectScorer.mostCommon ? $0 : nil }
        }
        if let common, processes < ProjectScorer.mostCommon, plan.sumsFit {
            add(processes, common: common)
        } else {
            add(processes, common: leastCommonMultiple())
        }
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
    private mutating func add<Number: BinaryInteger>(_ processes: Int, common: Number) {
        let unit = plan.rules.unit
        // Of each stage, and at the end of what has none.
        var sums = [Sums<Number>](repeating: Sums(), count: Stage.allCases.count + 1)
        for (position, element) in plan.elements.enumerated() {
            let share = shares[position]
            var scored = elements[position]
            var sum = sums[element.stage < 0 ? Stage.allCases.count : Int(element.stage)]
            let divisor = element.isOfProcess ? processes : 1
            scored.strict = Billionths(share.strict, over: unit * divisor)
            (scored.due, scored.gain) = (nil, .zero)
            if share.strict > 0 { sum.strict += Number(element.weight) * Number(share.strict) * Number(processes / divisor) }
            sum.strictWeights += element.weight
            if scored.counted > 0 {
                if share.due > 0 { sum.due += Number(element.weight) * Number(share.due) * (common / Number(share.processes)) }
                sum.dueWeights += element.weight
                scored.due = Billionths(share.due, over: unit * share.processes)
            }
            elements[position] = scored
            sums[element.stage < 0 ? Stage.allCases.count : Int(element.stage)] = sum
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
        var missing = (weight: 0, gain: Billionths.zero)
        for (position, element) in plan.elements.enumerated() {
            let outcome = elements[position].outcome
            guard outcome == .missing || outcome == .partial else { continue }
            let share = shares[position]
            // Most elements that lack something lack everything, and weigh the same.
            if share.due == 0 {
                if element.weight != missing.weight { missing = (element.weight, Billionths(element.weight, over: weights)) }
                elements[position].gain = missing.gain
                continue
            }
            let whole = plan.rules.unit * share.processes
            elements[position].gain = Billionths(Int128(whole - share.due) * Int128(element.weight), over: Int128(whole) * Int128(weights))
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
