/// What a public works project must disclose, element by element, and how to tell from its data that it is disclosed. A data file:
/// `docs/disclosure.md` describes it, `Schemas/profiles/profile.schema.json` checks it.
public struct Profile: Sendable {
    public var id: String
    public var version: String
    public var title: Bilingual
    /// From the lowest upwards.
    public var levels: [Level]
    /// Texts that stand where nothing is known.
    public var placeholders: [String]
    public var elements: [Element]

    /// A name for scores from some share on.
    public struct Level: Sendable, Equatable {
        public var id: String
        public var title: Bilingual
        /// The lowest score that reaches it.
        public var from: Billionths

        /// Those of a profile that names none.
        static let standard = [
            Level(id: "low", title: Bilingual(en: "Low", es: "Bajo"), from: .zero),
            Level(id: "medium", title: Bilingual(en: "Medium", es: "Medio"), from: Billionths(count: 400_000_000)),
            Level(id: "high", title: Bilingual(en: "High", es: "Alto"), from: Billionths(count: 700_000_000)),
        ]
    }

    /// Something that must be disclosed of every project, or of each of its contracting processes.
    public struct Element: Sendable {
        /// Stable, in kebab-case.
        public var id: String
        public var title: Bilingual
        /// What to publish, for whoever has to do it.
        public var guidance: Bilingual
        /// Nil where an element is due at any time.
        public var stage: Stage?
        /// The part of the profile that an element without a stage belongs to.
        public var module: Bilingual?
        /// Its number in the published standard.
        public var reference: String?
        public var scope: Scope
        public var manner: Manner?
        public var rule: DisclosureRule
        /// In millionths.
        public var weight: Int
        /// For elements of contracting processes: from when on a process has to disclose it.
        public var dueFrom: ProcessClock
        /// What has to hold for the element to be due at all; nil where it always is.
        public var conditional: DisclosureRule?
        /// What a person has to look at, since data cannot tell.
        public var manual: Bilingual?
        /// Where and why it departs from the published mapping.
        public var note: Bilingual?
    }

    public enum Scope: String, Sendable, CaseIterable {
        case project, contractingProcess
    }

    /// Whether something is to be published, or given to those who ask.
    public enum Manner: String, Sendable, CaseIterable {
        case proactive, reactive
    }

    /// How far a contracting process has come.
    public enum ProcessClock: String, Sendable, CaseIterable {
        case preAward, award
    }

    /// The level that a score reaches; nil without levels, or without a score.
    public func level(of score: Billionths?) -> Level? {
        guard let score else { return nil }
        return levels.last { $0.from <= score }
    }
}

/// A stage of a project, as the CoST Infrastructure Data Standard orders what is to be disclosed.
public enum Stage: String, Sendable, CaseIterable {
    case identification, preparation, procurement, implementation, completion

    public var phase: Phase {
        switch self {
        case .identification, .preparation: .preInvestment
        case .procurement, .implementation: .execution
        case .completion: .liquidation
        }
    }
}

/// The phases that Guatemala's open government plan speaks of.
public enum Phase: String, Sendable, CaseIterable {
    case preInvestment = "pre-investment"
    case execution, liquidation
}

/// How to tell from the data that an element is disclosed: a share from 0 to 1.
public indirect enum DisclosureRule: Sendable, Equatable {
    /// 1 when some value at the path says something.
    case present(RulePath)
    /// 1 when some value at the path is one of these.
    case equals(RulePath, [RuleValue])
    /// 1 when both say something and are not the same.
    case differs(RulePath, RulePath)
    /// The mean of the parts' shares.
    case all([DisclosureRule])
    /// The best of the parts' shares.
    case any([DisclosureRule])
    /// The best share of `has` among the items that meet all conditions; 1 for such an item where `has` is nil.
    case item(in: RulePath, where: [RuleCondition], has: DisclosureRule?)
}

extension DisclosureRule {
    /// Whether a part of it compares two values: publishing more, such as a currency, may then lower its share.
    public var compares: Bool {
        switch self {
        case .present, .equals: false
        case .differs: true
        case .all(let parts), .any(let parts): parts.contains(where: \.compares)
        case .item(_, _, let has): has?.compares ?? false
        }
    }
}

/// A path of names through objects and arrays, from the scope of its rule or, with a leading slash, from the project.
public struct RulePath: Sendable, Hashable, CustomStringConvertible {
    public var isFromProject: Bool
    public var names: [String]

    public init(_ text: String) {
        isFromProject = text.hasPrefix("/")
        names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if isFromProject { names.removeFirst() }
    }

    public var description: String { (isFromProject ? "/" : "") + names.joined(separator: "/") }
}

/// A JSON value that data is compared with.
public struct RuleValue: Sendable, Equatable {
    /// As it would be written in JSON, without spaces.
    public var text: String
    /// What a text says; nil for other values.
    public var string: String?
    /// Equal for equal values.
    let fingerprint: UInt64
}

/// What the values at a path of an item have to be.
public struct RuleCondition: Sendable, Equatable {
    public enum Test: Sendable, Equatable {
        /// One of these values.
        case oneOf([RuleValue])
        /// One of these texts; blanks around it, case and accents do not matter.
        case text([String])
        /// A text that begins with one of these, likewise.
        case startsWith([String])
        /// A value that also stands at a path of the scope that the item is looked for in: a reference.
        case same(RulePath)
    }

    public var path: RulePath
    public var test: Test
}
