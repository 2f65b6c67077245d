import JSONSchema

/// The rules of a profile, compiled once: flat, and told by numbers of paths.
final class RulePlan: @unchecked Sendable {
    // Sendable although it holds pointers: nothing writes to the memory after `init`, and `deinit` runs when no one holds it.

    let steps: UnsafePointer<Step>
    let parts: UnsafePointer<Int32>
    let fingerprints: UnsafePointer<UInt64>
    let conditions: UnsafePointer<Condition>
    let comparisons: UnsafePointer<Side>
    let texts: [FoldedTexts]
    /// Paths of conditions that items are found by, such as the types of documents.
    let leading: [Int32]
    /// Shares are counted in this part of 1: every mean of means is a whole number of them.
    let unit: Int

    init(_ rules: RuleCompiler, _ profile: Profile) {
        steps = UnsafePointer(planned: rules.steps)
        parts = UnsafePointer(planned: rules.parts)
        fingerprints = UnsafePointer(planned: rules.fingerprints)
        conditions = UnsafePointer(planned: rules.conditions)
        comparisons = UnsafePointer(planned: rules.comparisons)
        texts = rules.texts
        leading = rules.leading
        unit = RulePlan.unit(profile) ?? 1
    }

    deinit {
        steps.deallocatePlan()
        parts.deallocatePlan()
        fingerprints.deallocatePlan()
        conditions.deallocatePlan()
        comparisons.deallocatePlan()
    }

    /// A bit for a value: what has none of the bits of some values is none of them.
    @inline(__always)
    static func mark(_ fingerprint: UInt64) -> UInt64 { 1 << (fingerprint & 63) }

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
        /// Where the first condition of an item is one of some values: the position of its path in `leading`, and the marks of those values; else -1.
        var leading: Int32 = -1
        var marks: UInt64 = 0
        /// Of an item of a list of the project that is found by one reference: the position of that condition; else -1.
        var reference: Int32 = -1
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
        /// The objects that hold them, and their currency, where they are amounts themselves; or -1.
        var holder: Int32 = -1
        var holderCurrency: Int32 = -1
    }

    // MARK: Units

    /// Finer shares than this could not be added up exactly.
    private static let finest = 1_000_000_000

    /// The least common denominator of all rules' shares; nil where it is too large to count in.
    static func unit(_ profile: Profile) -> Int? {
        firstTooFine(profile) == nil ? profile.elements.reduce(1) { common($0, $1) ?? $0 } : nil
    }

    /// The first element whose shares, together with those before it, are too fine; nil where there is none.
    static func firstTooFine(_ profile: Profile) -> Int? {
        var unit = 1
        for (position, element) in profile.elements.enumerated() {
            guard let next = common(unit, element) else { return position }
            unit = next
        }
        return nil
    }

    private static func common(_ unit: Int, _ element: Profile.Element) -> Int? {
        [element.rule, element.conditional].compactMap(\.self).reduce(unit) { unit, rule -> Int? in
            guard let unit, let own = denominator(rule) else { return nil }
            return leastCommonMultiple(unit, own)
        }
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
}

extension RulePath {
    init(isFromProject: Bool, names: [String]) {
        self.isFromProject = isFromProject
        self.names = names
    }
}
