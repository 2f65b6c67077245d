import JSONSchema

/// Puts rules into the flat form of `RulePlan`, and their paths into a tree.
struct RuleCompiler {
    private(set) var steps: [RulePlan.Step] = []
    private(set) var parts: [Int32] = []
    private(set) var fingerprints: [UInt64] = []
    private(set) var conditions: [RulePlan.Condition] = []
    private(set) var comparisons: [RulePlan.Side] = []
    private(set) var texts: [FoldedTexts] = []
    private(set) var leading: [Int32] = []

    /// Adds a rule.
    ///
    /// - Parameters:
    ///   - scope: the number of the path that its own paths go on from.
    /// - Returns: its step.
    mutating func add(_ rule: DisclosureRule, scope: Int, _ tree: inout PathTree) -> Int32 {
        var step: RulePlan.Step
        switch rule {
        case .present(let path):
            step = RulePlan.Step(kind: .present, path: add(path, scope, &tree))
        case .equals(let path, let values):
            step = RulePlan.Step(kind: .equals, path: add(path, scope, &tree))
            (step.first, step.count) = add(values)
        case .differs(let a, let b):
            let sides = [side(a, scope, &tree), side(b, scope, &tree)]
            step = RulePlan.Step(kind: .differs, first: Int32(comparisons.count), count: 2)
            comparisons += sides
        case .all(let rules), .any(let rules):
            let added = rules.map { add($0, scope: scope, &tree) }
            step = RulePlan.Step(kind: .any, first: Int32(parts.count), count: Int32(added.count))
            if case .all = rule { step.kind = .all }
            parts += added
        case .item(let list, let tests, let has):
            let path = add(list, scope, &tree)
            let added = tests.map { condition($0, item: Int(path.number), scope, &tree) }
            step = RulePlan.Step(kind: .item, path: path)
            if let has { step.has = add(has, scope: Int(path.number), &tree) }
            (step.first, step.count) = (Int32(conditions.count), Int32(added.count))
            conditions += added
            lead(&step, added.first)
            let references = added.indices.filter { added[$0].test == .same && !added[$0].path.isFromProject }
            if step.path.isFromProject, references.count == 1, added.count(where: { $0.test == .same }) == 1 { step.reference = step.first + Int32(references[0]) }
        }
        steps.append(step)
        return Int32(steps.count - 1)
    }

    /// Notes by which values the items can be found.
    private mutating func lead(_ step: inout RulePlan.Step, _ condition: RulePlan.Condition?) {
        guard let condition, condition.test == .oneOf, !condition.path.isFromProject else { return }
        if !leading.contains(condition.path.number) { leading.append(condition.path.number) }
        step.leading = Int32(leading.firstIndex(of: condition.path.number) ?? 0)
        for position in Int(condition.first) ..< Int(condition.first + condition.count) { step.marks |= RulePlan.mark(fingerprints[position]) }
    }

    private mutating func add(_ path: RulePath, _ scope: Int, _ tree: inout PathTree) -> RulePlan.Path {
        let number = tree.insert(path.names, below: path.isFromProject ? PathTree.root : scope)
        return RulePlan.Path(number: Int32(number), isFromProject: path.isFromProject)
    }

    private mutating func add(_ values: [RuleValue]) -> (first: Int32, count: Int32) {
        let first = fingerprints.count
        fingerprints += values.map(\.fingerprint)
        return (Int32(first), Int32(values.count))
    }

    private mutating func condition(_ condition: RuleCondition, item: Int, _ scope: Int, _ tree: inout PathTree) -> RulePlan.Condition {
        let path = add(condition.path, item, &tree)
        switch condition.test {
        case .oneOf(let values):
            let (first, count) = add(values)
            return RulePlan.Condition(test: .oneOf, path: path, first: first, count: count)
        case .text(let words): return RulePlan.Condition(test: .text, path: path, first: add(words))
        case .startsWith(let words): return RulePlan.Condition(test: .startsWith, path: path, first: add(words))
        case .same(let other): return RulePlan.Condition(test: .same, path: path, other: add(other, scope, &tree))
        }
    }

    private mutating func add(_ words: [String]) -> Int32 {
        texts.append(FoldedTexts(words))
        return Int32(texts.count - 1)
    }

    private mutating func side(_ path: RulePath, _ scope: Int, _ tree: inout PathTree) -> RulePlan.Side {
        var side = RulePlan.Side(path: add(path, scope, &tree))
        let number = Int(side.path.number)
        side.amount = Int32(tree.insert(["amount"], below: number))
        side.currency = Int32(tree.insert(["currency"], below: number))
        if path.names.last == "amount", path.names.count > 1 {
            let holder = add(RulePath(isFromProject: path.isFromProject, names: path.names.dropLast()), scope, &tree)
            side.holder = holder.number
            side.holderCurrency = Int32(tree.insert(["currency"], below: Int(holder.number)))
        }
        return side
    }
}
