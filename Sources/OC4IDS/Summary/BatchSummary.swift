/// What many inputs come to together. Made of the results of each alone, so that it does not matter when and where these were reached.
public struct BatchSummary: Sendable {
    public var totals: Totals
    /// The league table: the highest due score first; then what has no score, then what could not be read.
    public var inputs: [Row]
    /// By all that projects are grouped by. A public authority is what the manifest says, where it says it.
    public var groupings: [Grouping]
    public var elements: [ElementRow]
    /// How often each kind of finding was met, in how many inputs; the most frequent first.
    public var findings: [FindingRow]
    /// Projects with an id that an input before theirs has already: found nowhere but here.
    public var sharedIDs: SharedIDs
    /// Parts of the batch that are not in it, as in `2/8`.
    public var missingShards: [String] = []

    public struct Totals: Sendable, Equatable {
        public var inputs = 0
        public var valid = 0
        public var unreadable = 0
        public var projects = 0
        public var errors = 0
        public var warnings = 0
        public var infos = 0
        /// Projects of other sectors; nil where all count everywhere.
        public var leftOut: Int?
        public var strict = Mean()
        public var due = Mean()
    }

    public struct Row: Sendable {
        /// Without its findings, elements and groups, which are added up with those of the others.
        public var result: InputResult
        /// Nil where the input was not in a former run, or was scored by another profile then.
        public var change: Change?
    }

    public struct GroupRow: Sendable {
        public var name: String?
        public var projects: Int
        /// Inputs that have projects of the group.
        public var inputs: Int
        public var strict: Mean
        public var due: Mean
        public var change: Change?
    }

    public struct Grouping: Sendable {
        public var by: String
        public var values: [GroupRow]
        /// Of some input not all groups could be kept: its projects outside those do not count here.
        public var isSample: Bool
    }

    public struct ElementRow: Sendable {
        public var profile: String
        public var id: String
        public var strict: Mean
        public var due: Mean
        /// Its due coverage in each input, in the order of `inputs`; nil where it is not due, or not in the input's profile.
        public var coverage: [Billionths?]
    }

    public struct FindingRow: Sendable {
        public var kind: InputResult.FindingCount.Kind
        public var id: String
        public var severity: String
        public var count: Int
        public var inputs: Int
    }

    public struct SharedIDs: Sendable {
        public var count = 0
        /// The first ones, in the order of the inputs, with the input that they stand in.
        public var places: [(input: String, place: FoundPlace)] = []
    }

    /// What has become of the scores since the last run, in 10⁻⁹.
    public struct Change: Sendable, Equatable {
        public var strict: Int?
        public var due: Int?
        /// Of inputs only.
        public var errors: Int?
    }
}

/// Figures of the last run to compare with.
public struct FormerScores: Sendable {
    public struct Figures: Sendable, Equatable {
        public var profile: String?
        public var strict: Billionths?
        public var due: Billionths?
        public var errors: Int?
        /// Sectors that alone counted, as `BatchSummary.key(of:)` writes them; nil for all.
        public var sectors: String?

        public init(profile: String?, strict: Billionths?, due: Billionths?, errors: Int? = nil, sectors: String? = nil) {
            (self.profile, self.strict, self.due, self.errors, self.sectors) = (profile, strict, due, errors, sectors)
        }
    }

    public struct GroupName: Sendable, Hashable {
        public var by: String
        public var name: String?

        public init(by: String, name: String?) {
            (self.by, self.name) = (by, name)
        }
    }

    /// By id.
    public var inputs: [String: Figures]
    public var groups: [GroupName: Figures]

    public init(inputs: [String: Figures] = [:], groups: [GroupName: Figures] = [:]) {
        (self.inputs, self.groups) = (inputs, groups)
    }
}
