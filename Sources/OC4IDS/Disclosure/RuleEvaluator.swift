import JSONSchema

/// Evaluates the rules of a plan in one project.
struct RuleEvaluator {
    let plan: RulePlan
    let placeholders: FoldedTexts
    let project: ProjectData
    let paths: PathIndex
    /// By position in `RulePlan.leading`: the marks of all values there.
    private let marks: [UInt64]
    private let references = ReferredItems()

    init(_ plan: DisclosurePlan, _ project: ProjectData, _ paths: PathIndex) {
        self.plan = plan.rules
        placeholders = plan.placeholders
        self.project = project
        self.paths = paths
        marks = plan.rules.leading.map { path in
            var marks: UInt64 = 0
            for position in Int(paths.starts[Int(path)]) ..< Int(paths.starts[Int(path) + 1]) {
                marks |= RulePlan.mark(DataValue(outline: project.outline, number: Int(paths.values[position])).fingerprint)
            }
            return marks
        }
    }

    typealias Scope = Range<Int32>

    var whole: Scope { Int32(project.range.lowerBound) ..< Int32(project.range.upperBound) }

    // MARK: Values

    /// The values of a path within a scope: positions in `paths.values`.
    func values(_ path: Int32, in scope: Scope) -> Range<Int> {
        let (start, end) = (Int(paths.starts[Int(path)]), Int(paths.starts[Int(path) + 1]))
        // Most scopes hold all values of a path, or there are none.
        guard start < end, paths.values[start] < scope.lowerBound || paths.values[end - 1] >= scope.upperBound else { return start ..< end }
        return position(of: scope.lowerBound, start, end) ..< position(of: scope.upperBound, start, end)
    }

    /// The first of some values at or behind a number of the outline.
    private func position(of entry: Int32, _ start: Int, _ end: Int) -> Int {
        var (low, high) = (start, end)
        if low < high, paths.values[low] >= entry { return low }
        while low < high {
            let middle = (low + high) / 2
            if paths.values[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func value(_ position: Int) -> DataValue { DataValue(outline: project.outline, number: Int(paths.values[position])) }

    /// The project's contracting processes.
    func processes(_ fields: DisclosurePlan.Fields) -> [DataValue] {
        var found: [DataValue] = []
        for position in values(fields.processes, in: whole) where value(position).isObject { found.append(value(position)) }
        return found
    }

    private func values(_ path: RulePlan.Path, _ scope: Scope) -> Range<Int> {
        values(path.number, in: path.isFromProject ? whole : scope)
    }

    // MARK: Presence

    /// Whether a value says something: no null, blank or placeholder, nor an object or array of only such. `false` and `0` do.
    func isPresent(_ value: DataValue) -> Bool {
        switch value.kind {
        case .null: return false
        case .boolean, .number: return true
        case .string: return saysSomething(value)
        case .object, .array:
            for number in value.number + 1 ..< value.number + 1 + value.extent {
                let inner = DataValue(outline: project.outline, number: number)
                // A key that the schema does not name is not a value; the value comes behind it.
                guard inner.node >= 0 else { continue }
                switch inner.kind {
                case .object, .array, .null: continue
                case .boolean, .number: return true
                case .string: if saysSomething(inner) { return true }
                }
            }
            return false
        }
    }

    @inline(__always)
    private func saysSomething(_ text: DataValue) -> Bool {
        guard let raw = text.rawText, !raw.isEmpty else { return false }
        // Beyond ASCII and with escapes it may be blank in ways that the index knows.
        if raw[0] <= 0x20 || raw[0] == TextBytes.backslash || raw[0] >= 0xC2, project.index.isBlank(text.number) { return false }
        if text.hasEscape { return text.withUTF8 { !placeholders.contains(raw: $0) } ?? true }
        return !placeholders.contains(raw: raw)
    }

    // MARK: Shares

    /// The share of a rule within a scope, in units of the plan.
    func share(_ number: Int32, in scope: Scope) -> Int {
        // Read where it is: most steps end after two or three of their fields, and this is called for each element of each process.
        let step = plan.steps + Int(number)
        switch step.pointee.kind {
        case .present: return values(step.pointee.path, scope).contains { isPresent(value($0)) } ? plan.unit : 0
        case .equals:
            return values(step.pointee.path, scope).contains { isOne(value($0).fingerprint, step.pointee.first, step.pointee.count) } ? plan.unit : 0
        case .differs: return differing(step.pointee, scope) == nil ? 0 : plan.unit
        case .all:
            let parts = parts(step)
            guard !parts.isEmpty else { return 0 }
            var sum = 0
            for part in parts { sum += share(plan.parts[part], in: scope) }
            return sum / parts.count
        case .any:
            var best = 0
            for part in parts(step) where best < plan.unit { best = max(best, share(plan.parts[part], in: scope)) }
            return best
        case .item:
            // Most documents that rules ask for are not there: that is told without looking at those that are.
            let leading = Int(step.pointee.leading)
            return leading >= 0 && marks[leading] & step.pointee.marks == 0 ? 0 : share(ofItems: step.pointee, in: scope)
        }
    }

    /// Positions in `RulePlan.parts`.
    private func parts(_ step: UnsafePointer<RulePlan.Step>) -> Range<Int> {
        Int(step.pointee.first) ..< Int(step.pointee.first + step.pointee.count)
    }

    private func share(ofItems step: RulePlan.Step, in scope: Scope) -> Int {
        let items = values(step.path, scope)
        guard !items.isEmpty else { return 0 }
        var best = 0
        if step.reference >= 0, items.count > ReferredItems.fewest {
            for item in referred(step, items, scope) where best < plan.unit { best = max(best, share(step, item: value(item), scope)) }
            return best
        }
        guard step.leading >= 0 else {
            for position in items where best < plan.unit { best = max(best, share(step, item: value(position), scope)) }
            return best
        }
        // Few items have what they are told by: only those are looked at.
        let leading = plan.conditions[Int(step.first)]
        var item = items.lowerBound
        let whole = paths.values[items.lowerBound] ..< value(items.upperBound - 1).scope.upperBound
        for position in values(leading.path.number, in: whole) where best < plan.unit {
            guard isOne(value(position).fingerprint, leading.first, leading.count) else { continue }
            while item + 1 < items.upperBound, paths.values[item + 1] <= paths.values[position] { item += 1 }
            best = max(best, share(step, item: value(item), scope))
        }
        return best
    }

    /// The items that a reference leads to: positions in `paths.values`, each once for each value that it is found by.
    private func referred(_ step: RulePlan.Step, _ items: Range<Int>, _ scope: Scope) -> [Int] {
        let condition = plan.conditions[Int(step.reference)]
        let index = references.index(of: step.reference) {
            var item = items.lowerBound
            return values(condition.path.number, in: whole).compactMap { position in
                while item + 1 < items.upperBound, paths.values[item + 1] <= paths.values[position] { item += 1 }
                return paths.values[item] <= paths.values[position] ? (value(position).fingerprint, item) : nil
            }
        }
        var found: [Int] = []
        for other in values(condition.other, scope) {
            found += references.items(index, value(other).fingerprint)
            // All of them refer to the same thing: more of the same say no more.
            if found.count > ReferredItems.most { break }
        }
        return found
    }

    /// The share of one item; 0 where a condition is not met.
    private func share(_ step: RulePlan.Step, item: DataValue, _ scope: Scope) -> Int {
        let own = item.scope
        for condition in Int(step.first) ..< Int(step.first + step.count) where !isMet(plan.conditions[condition], own, scope) { return 0 }
        if step.has >= 0 { return share(step.has, in: own) }
        return step.count > 0 || isPresent(item) ? plan.unit : 0
    }

    private func isOne(_ fingerprint: UInt64, _ first: Int32, _ count: Int32) -> Bool {
        for position in Int(first) ..< Int(first + count) where plan.fingerprints[position] == fingerprint { return true }
        return false
    }

    // MARK: Conditions

    private func isMet(_ condition: RulePlan.Condition, _ item: Scope, _ scope: Scope) -> Bool {
        let own = values(condition.path, item)
        switch condition.test {
        case .oneOf: return own.contains { isOne(value($0).fingerprint, condition.first, condition.count) }
        case .text:
            let texts = plan.texts[Int(condition.first)]
            return own.contains { value($0).withUTF8 { texts.contains(raw: $0) } ?? false }
        case .startsWith:
            let texts = plan.texts[Int(condition.first)]
            return own.contains { value($0).withUTF8 { texts.begins(raw: $0) } ?? false }
        case .same:
            let others = values(condition.other, scope)
            return own.contains { position in
                let own = value(position)
                // What says nothing refers to nothing.
                return others.contains { value($0).fingerprint == own.fingerprint } && isPresent(own)
            }
        }
    }

    // MARK: Differences

    /// One value belongs on each side of a comparison. Where a list stands there, so many of each are compared: all with all of long lists would take hours.
    private static let mostCompared = 16

    /// The first two values that differ.
    private func differing(_ step: RulePlan.Step, _ scope: Scope) -> (DataValue, DataValue)? {
        let (a, b) = (plan.comparisons[Int(step.first)], plan.comparisons[Int(step.first) + 1])
        let others = values(b.path, scope).prefix(RuleEvaluator.mostCompared)
        guard !others.isEmpty else { return nil }
        for one in values(a.path, scope).prefix(RuleEvaluator.mostCompared) {
            for other in others where differ(value(one), a, value(other), b, scope) { return (value(one), value(other)) }
        }
        return nil
    }

    private func differ(_ a: DataValue, _ sideA: RulePlan.Side, _ b: DataValue, _ sideB: RulePlan.Side, _ scope: Scope) -> Bool {
        guard isPresent(a), isPresent(b) else { return false }
        if let dayA = WrittenDate(a)?.day, let dayB = WrittenDate(b)?.day { return dayA != dayB }
        switch (money(a, sideA), money(b, sideB)) {
        case (let moneyA?, let moneyB?): return moneyA.currency == moneyB.currency && moneyA.amount != moneyB.amount
        case (nil, nil): return a.fingerprint != b.fingerprint && !isWithoutAmount(a, sideA) && !isWithoutAmount(b, sideB)
        // An amount cannot be compared with what is none.
        default: return false
        }
    }

    /// Of an amount that is missing, or is no number, nothing can be said.
    private func isWithoutAmount(_ value: DataValue, _ side: RulePlan.Side) -> Bool {
        value.isObject && !(values(side.currency, in: value.scope).isEmpty && values(side.amount, in: value.scope).isEmpty)
    }

    /// Fingerprints of an amount and of its currency; nil for what is neither an amount nor an object with one.
    private func money(_ value: DataValue, _ side: RulePlan.Side) -> (amount: UInt64, currency: UInt64?)? {
        guard value.isObject else {
            guard side.holder >= 0, value.isNumber else { return nil }
            let holders = values(side.holder, in: whole)
            guard let holder = holders.last(where: { self.value($0).scope.contains(Int32(value.number)) }) else { return nil }
            return (value.fingerprint, fingerprint(side.holderCurrency, in: self.value(holder).scope))
        }
        for position in values(side.amount, in: value.scope) where self.value(position).isNumber {
            return (self.value(position).fingerprint, fingerprint(side.currency, in: value.scope))
        }
        return nil
    }

    private func fingerprint(_ path: Int32, in scope: Scope) -> UInt64? {
        for position in values(path, in: scope) where isPresent(value(position)) { return value(position).fingerprint }
        return nil
    }

    // MARK: Evidence

    /// Adds the numbers of the values that satisfy a rule; of an item the item's own.
    func evidence(_ number: Int32, in scope: Scope, _ found: inout [Int]) {
        let step = plan.steps[Int(number)]
        switch step.kind {
        case .present: found += values(step.path, scope).lazy.map { value($0) }.filter(isPresent).map(\.number)
        case .equals:
            found += values(step.path, scope).lazy.map { value($0) }.filter { isOne($0.fingerprint, step.first, step.count) }.map(\.number)
        case .differs:
            if let (a, b) = differing(step, scope) { found += [a.number, b.number] }
        case .all:
            for part in Int(step.first) ..< Int(step.first + step.count) { evidence(plan.parts[part], in: scope, &found) }
        case .any:
            let best = share(number, in: scope)
            guard best > 0 else { return }
            for part in Int(step.first) ..< Int(step.first + step.count) where share(plan.parts[part], in: scope) == best {
                evidence(plan.parts[part], in: scope, &found)
            }
        case .item:
            let best = share(number, in: scope)
            guard best > 0 else { return }
            let items = values(step.path, scope)
            let candidates = step.reference >= 0 && items.count > ReferredItems.fewest ? Set(referred(step, items, scope)).sorted() : Array(items)
            for position in candidates where share(step, item: value(position), scope) == best { found.append(value(position).number) }
        }
    }
}

/// Items of long lists by what references lead to them, made ready when the first reference of a kind is followed in a project: looking through all
/// parties for each of thousands of processes would take minutes.
final class ReferredItems {
    /// Shorter lists are looked through.
    static let fewest = 16
    /// So many items with the same id are looked at for one reference.
    static let most = 100

    private var indices: [Int32: [(fingerprint: UInt64, item: Int)]] = [:]

    func index(of condition: Int32, _ make: () -> [(fingerprint: UInt64, item: Int)]) -> [(fingerprint: UInt64, item: Int)] {
        if let known = indices[condition] { return known }
        let sorted = make().sorted { ($0.fingerprint, $0.item) < ($1.fingerprint, $1.item) }
        indices[condition] = sorted
        return sorted
    }

    /// The items with a value, in the order of the text; no more than `most`.
    func items(_ index: [(fingerprint: UInt64, item: Int)], _ fingerprint: UInt64) -> [Int] {
        var (low, high) = (0, index.count)
        while low < high {
            let middle = (low + high) / 2
            if index[middle].fingerprint < fingerprint { low = middle + 1 } else { high = middle }
        }
        return index[low...].prefix(ReferredItems.most).prefix { $0.fingerprint == fingerprint }.map(\.item)
    }
}

extension DataValue {
    /// Numbers of the outline's values from this one to the end of what it holds.
    var scope: RuleEvaluator.Scope { Int32(number) ..< Int32(number + 1 + extent) }
}
