import JSONSchema

/// What a review scores besides what it checks.
public struct DisclosureSettings: Sendable {
    public var profile: Profile
    /// Fields that projects are grouped by, besides the standard ones.
    public var groups: [GroupField]
    /// Id of the projects that are to be explained.
    public var explained: String?
    /// Makes what the results of an input's projects are kept in, each by itself; nil where no one wants them.
    package var rows: (@Sendable () -> any RowStore)?

    package init(profile: Profile, groups: [GroupField] = [], explained: String? = nil, rows: (@Sendable () -> any RowStore)? = nil) {
        self.profile = profile
        self.groups = groups
        self.explained = explained
        self.rows = rows
    }
}

/// A profile made ready for scoring projects.
final class DisclosurePlan: Sendable {
    struct Element: Sendable, BitwiseCopyable {
        var rule: Int32
        /// Or -1.
        var conditional: Int32
        /// Position among all stages, or -1.
        var stage: Int8
        var isOfProcess: Bool
        var isDueBeforeAward: Bool
        /// In the plan's unit of weights.
        var weight: Int
    }

    /// The largest part of 1 that all weights are whole numbers of.
    struct WeightUnit: Sendable {
        var millionths: Int

        func billionths(_ weights: Int) -> Billionths { Billionths(count: weights * millionths * 1000) }

        /// A sum of weighted shares.
        func billionths<Number: BinaryInteger>(_ sum: Number, unit: Number) -> Billionths {
            if let sum = sum as? Int, let unit = unit as? Int { return Billionths(Int128(sum) * Int128(millionths), over: Int128(unit) * 1_000_000) }
            return Billionths(sum * Number(millionths), over: unit * 1_000_000)
        }
    }

    /// Where the values stand that a project is told and grouped by.
    struct Fields: Sendable {
        var id, title, status, processes, processStatus, publicAuthority, sector, locations: Int32
        /// By position in `groups`.
        var groups: [Int32]
    }

    let profile: Profile
    let elements: [Element]
    let rules: RulePlan
    let paths: PathPlan
    let placeholders: FoldedTexts
    let fields: Fields
    let groups: [GroupField]
    /// Places of the standard's codes: of project statuses the stage that is reached.
    let statuses: [UInt64: StatusReach]
    let preAward: UInt64
    /// Id of a project, without blanks around it, or its pointer.
    let explained: String?
    let weightUnit: WeightUnit
    /// Whether weighted shares can be added up in machine words.
    let sumsFit: Bool
    /// By position among all phases: positions among all stages.
    let stagesOfPhases: [[Int]]
    let makeRows: (@Sendable () -> any RowStore)?

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }

    init(_ settings: DisclosureSettings, _ standard: Standard) {
        profile = settings.profile
        var tree = PathTree()
        var compiler = RuleCompiler()
        let processes = tree.insert(["contractingProcesses"])
        let weightUnit = WeightUnit(millionths: profile.elements.reduce(0) { DisclosurePlan.greatestCommonDivisor($0, $1.weight) })
        elements = profile.elements.map { element in
            let scope = element.scope == .project ? PathTree.root : processes
            return Element(rule: compiler.add(element.rule, scope: scope, &tree),
                           conditional: element.conditional.map { compiler.add($0, scope: scope, &tree) } ?? -1,
                           stage: element.stage.flatMap { Stage.allCases.firstIndex(of: $0) }.map(Int8.init) ?? -1, isOfProcess: element.scope == .contractingProcess,
                           isDueBeforeAward: element.dueFrom == .preAward, weight: element.weight / max(weightUnit.millionths, 1))
        }
        self.weightUnit = weightUnit
        stagesOfPhases = Phase.allCases.map { phase in Stage.allCases.indices.filter { Stage.allCases[$0].phase == phase } }
        rules = RulePlan(compiler, profile)
        let weights = elements.reduce(0) { $0 + $1.weight }
        // A sum is at most weights × unit × the number of processes, or what is common to those: of the latter two `ProjectScorer.mostCommon` is the most.
        sumsFit = weights < 1 << 22 && rules.unit < 1 << 22 && weights * rules.unit < 1 << 22
        var groups = GroupField.standard
        for group in settings.groups where !groups.contains(group) { groups.append(group) }
        self.groups = groups
        func path(_ text: String) -> Int32 { Int32(tree.insert(RulePath(text).names)) }
        fields = Fields(
            id: path("id"), title: path("title"), status: path("status"), processes: Int32(processes), processStatus: path("contractingProcesses/summary/status"),
            publicAuthority: path("publicAuthority/name"), sector: path("sector"), locations: path("locations"), groups: groups.map { path($0.path) })
        paths = PathPlan(tree, standard.schema)
        placeholders = FoldedTexts(profile.placeholders)
        statuses = Dictionary(uniqueKeysWithValues: StatusReach.codes.map { (Digest(of: $0).low, $1) })
        preAward = Digest(of: "pre-award").low
        explained = settings.explained.map(TextBytes.trimmed)
        makeRows = settings.rows
    }

    /// Whether a contracting process's own clock says that it has not come to an award.
    func isBeforeAward(_ project: RuleEvaluator, _ process: RuleEvaluator.Scope) -> Bool {
        project.values(fields.processStatus, in: process).first.map { project.value($0).fingerprint } == preAward
    }
}

/// How far the status of a project says that it has come.
enum StatusReach: Sendable {
    /// The stages up to and with this one.
    case stage(Stage)
    /// What was to be known before it was given up.
    case cancelled

    /// By code of the list `projectStatus`.
    static let codes: [(String, StatusReach)] = [
        ("identification", .stage(.identification)), ("preparation", .stage(.preparation)), ("implementation", .stage(.implementation)),
        ("completion", .stage(.completion)), ("maintenance", .stage(.completion)), ("decommissioning", .stage(.completion)),
        ("decommissioned", .stage(.completion)), ("cancelled", .cancelled),
    ]

    /// Positions among all stages below which elements are due.
    var end: Int {
        switch self {
        case .stage(let stage): (Stage.allCases.firstIndex(of: stage) ?? 0) + 1
        case .cancelled: 2
        }
    }

    /// Whether there should be contracting processes.
    var hasReachedImplementation: Bool { end > 3 }
}

extension GroupField {
    /// From the project downwards.
    var path: String {
        switch self {
        case .publicAuthority: "publicAuthority/name"
        case .procuringEntity: "contractingProcesses/summary/tender/procuringEntity/name"
        case .sector: "sector"
        case .status: "status"
        case .projectType: "type"
        case .region: "locations/address/region"
        case .path(let path): path
        }
    }
}
