import JSONSchema

/// The rules of a profile, compiled once: flat, and told by numbers of paths.
struct RulePlan: Sendable {
    /// Values at a path, looked for within an object.
    struct Path: Sendable, BitwiseCopyable {
        var number: Int32
        /// Within the project, whatever the scope.
        var isFromProject: Bool
    }

    /// One rule; its parts stand in `steps` too.
    struct Step: Sendable, BitwiseCopyable {
        enum Kind: UInt8, Sendable {
            case present, equals, differs, all, any, item
        }

        var kind: Kind
        var path = Path(number: 0, isFromProject: false)
        /// Of `parts`, `fingerprints`, `comparisons` or `conditions`.
        var first: Int32 = 0
        var count: Int32 = 0
        /// The step of an item's `has`, or -1.
        var has: Int32 = -1
    }

    struct Condition: Sendable, BitwiseCopyable {
        enum Test: UInt8, Sendable {
            case oneOf, text, startsWith, same
        }

        var test: Test
        var path: Path
        /// `same`: what it is compared with.
        var other = Path(number: 0, isFromProject: false)
        /// Of `fingerprints`, or a position in `texts`.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// One side of a comparison: values, and where their currency stands.
    struct Side: Sendable, BitwiseCopyable {
        var path: Path
        /// Below the values, where they are objects with an amount and a currency.
        var amount: Int32 = -1
        var currency: Int32 = -1
        /// The objects that hold them, where they are amounts themselves.
        var holder: Int32 = -1
    }

    private(set) var steps: [Step] = []
    private(set) var parts: [Int32] = []
    private(set) var fingerprints: [UInt64] = []
    private(set) var conditions: [Condition] = []
    private(set) var comparisons: [Side] = []
    private(set) var texts: [FoldedTexts] = []
    /// Shares are counted in this part of 1: every mean of means is a whole number of them.
    let unit: Int

    init(_ profile: Profile) {
        unit = RulePlan.unit(profile) ?? 1
    }

    // MARK: Units

    /// Finer shares than this could not be added up exactly.
    private static let finest = 1_000_000_000

    /// The least common denominator of all rules' shares; nil where it is too large to count in.
    static func unit(_ profile: Profile) -> Int? {
        var unit = 1
        for element in profile.elements {
            for rule in [element.rule, element.conditional].compactMap(\.self) {
                guard let own = denominator(rule), let common = leastCommonMultiple(unit, own) else { return nil }
                unit = common
            }
        }
        return unit
    }

    private static func denominator(_ rule: DisclosureRule) -> Int? {
        switch rule {
        case .present, .equals, .differs: return 1
        case .item(_, _, let has): return has.map(denominator) ?? 1
        case .any(let parts): return denominator(parts)
        case .all(let parts):
            guard let common = denominator(parts) else { return nil }
            let (product, overflow) = common.multipliedReportingOverflow(by: max(parts.count, 1))
            return overflow || product > finest ? nil : product
        }
    }

    private static func denominator(_ parts: [DisclosureRule]) -> Int? {
        var common = 1
        for part in parts {
            guard let own = denominator(part), let next = leastCommonMultiple(common, own) else { return nil }
            common = next
        }
        return common
    }

    /// Nil above `finest`.
    static func leastCommonMultiple(_ a: Int, _ b: Int) -> Int? {
        var (x, y) = (a, b)
        while y != 0 { (x, y) = (y, x % y) }
        let (product, overflow) = (a / x).multipliedReportingOverflow(by: b)
        return overflow || product > finest ? nil : product
    }

    // MARK: Compiling

    /// Adds a rule.
    ///
    /// - Parameters:
    ///   - scope: the number of the path that its own paths go on from.
    /// - Returns: its step.
    mutating func add(_ rule: DisclosureRule, scope: Int, _ tree: inout PathTree) -> Int32 {
        var step: Step
        switch rule {
        case .present(let path):
            step = Step(kind: .present, path: add(path, scope, &tree))
        case .equals(let path, let values):
            step = Step(kind: .equals, path: add(path, scope, &tree))
            (step.first, step.count) = add(values)
        case .differs(let a, let b):
            let sides = [side(a, scope, &tree), side(b, scope, &tree)]
            step = Step(kind: .differs, first: Int32(comparisons.count), count: 2)
            comparisons += sides
        case .all(let rules), .any(let rules):
            let added = rules.map { add($0, scope: scope, &tree) }
            step = Step(kind: .any, first: Int32(parts.count), count: Int32(added.count))
            if case .all = rule { step.kind = .all }
            parts += added
        case .item(let list, let tests, let has):
            let path = add(list, scope, &tree)
            let added = tests.map { condition($0, item: Int(path.number), scope, &tree) }
            step = Step(kind: .item, path: path)
            if let has { step.has = add(has, scope: Int(path.number), &tree) }
            (step.first, step.count) = (Int32(conditions.count), Int32(added.count))
            conditions += added
        }
        steps.append(step)
        return Int32(steps.count - 1)
    }

    private mutating func add(_ path: RulePath, _ scope: Int, _ tree: inout PathTree) -> Path {
        let number = tree.insert(path.names, below: path.isFromProject ? PathTree.root : scope)
        return Path(number: Int32(number), isFromProject: path.isFromProject)
    }

    private mutating func add(_ values: [RuleValue]) -> (first: Int32, count: Int32) {
        let first = fingerprints.count
        fingerprints += values.map(\.fingerprint)
        return (Int32(first), Int32(values.count))
    }

    private mutating func condition(_ condition: RuleCondition, item: Int, _ scope: Int, _ tree: inout PathTree) -> Condition {
        let path = add(condition.path, item, &tree)
        switch condition.test {
        case .oneOf(let values):
            let (first, count) = add(values)
            return Condition(test: .oneOf, path: path, first: first, count: count)
        case .text(let words): return Condition(test: .text, path: path, first: add(words))
        case .startsWith(let words): return Condition(test: .startsWith, path: path, first: add(words))
        case .same(let other): return Condition(test: .same, path: path, other: add(other, scope, &tree))
        }
    }

    private mutating func add(_ words: [String]) -> Int32 {
        texts.append(FoldedTexts(words))
        return Int32(texts.count - 1)
    }

    private mutating func side(_ path: RulePath, _ scope: Int, _ tree: inout PathTree) -> Side {
        var side = Side(path: add(path, scope, &tree))
        let number = Int(side.path.number)
        if path.names.last == "amount", path.names.count > 1 {
            let holder = add(RulePath(isFromProject: path.isFromProject, names: path.names.dropLast()), scope, &tree)
            side.holder = holder.number
            side.currency = Int32(tree.insert(["currency"], below: Int(holder.number)))
        } else {
            side.amount = Int32(tree.insert(["amount"], below: number))
            side.currency = Int32(tree.insert(["currency"], below: number))
        }
        return side
    }
}

extension RulePath {
    init(isFromProject: Bool, names: [String]) {
        self.isFromProject = isFromProject
        self.names = names
    }
}
