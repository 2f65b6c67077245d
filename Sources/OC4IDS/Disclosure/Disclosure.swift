/// How much of what a profile asks for is disclosed: of all projects of an input.
public struct Disclosure: Sendable {
    public var profile: Profile
    /// Projects that were scored.
    public var projects: Int
    /// Every element counts.
    public var strict: Score
    /// What the projects have reached counts.
    public var due: Score
    public var stages: [Part<Stage>]
    public var phases: [Part<Phase>]
    /// In the order of the profile.
    public var elements: [ElementCoverage]
    public var groups: [Grouping]
    /// The most useful first.
    public var recommendations: [Recommendation]
    public var toConfirm: [Confirmation]
    /// Projects without a status that the standard knows: all elements are due.
    public var withoutStatus: Int
    /// The projects with the lowest due score, lowest first; only a few.
    public var lowest: [ProjectStanding]
    /// Each project by itself, in the order of the input; nil where no one asked for it.
    package var rows: ProjectRows?
    /// The projects that were to be explained.
    package var explained: [ProjectDisclosure]

    /// Of so much, so much, and what that comes down to.
    public struct Score: Sendable, Hashable {
        /// The first over the second, rounded once; nil where nothing counts.
        public var score: Billionths?
        public var numerator: Billionths
        public var denominator: Billionths
    }

    public struct Part<Name: Sendable>: Sendable {
        public var id: Name
        public var strict: Score
        public var due: Score
    }

    public struct ElementCoverage: Sendable {
        /// Its position in the profile.
        public var element: Int
        /// The mean share of the projects where it is due.
        public var due: Score
        /// The mean share of all projects.
        public var strict: Score
        public var disclosed = 0
        public var partial = 0
        public var missing = 0
        public var notDue = 0
        public var unknown = 0
    }

    /// The same figures by the values of a field.
    public struct Grouping: Sendable {
        public var by: GroupField
        /// The largest first; the projects without a value last.
        public var values: [Group]
        /// Not all groups could be kept; those that were have all of their projects.
        public var isSample: Bool
    }

    public struct Group: Sendable {
        /// As most often written; nil for the projects without a value.
        public var name: String?
        public var projects: Int
        public var strict: Score
        public var due: Score
    }

    public struct Recommendation: Sendable {
        public var element: Int
        /// What publishing it everywhere due would add to the due score.
        public var gain: Billionths
        /// Projects that would have to.
        public var projects: Int
        /// Different public authorities of these.
        public var authorities: Int
        /// They are too many to be kept: there are at least so many.
        public var isAuthoritiesSample: Bool
    }

    /// Something that data cannot tell.
    public struct Confirmation: Sendable {
        public enum Reason: String, Sendable {
            /// The element is one for a person to look at.
            case manual
            /// It may be that there is nothing to disclose.
            case unknown
        }

        public var element: Int
        public var reason: Reason
        public var projects: Int
    }
}

/// A field that projects are grouped by.
public enum GroupField: Sendable, Hashable {
    case publicAuthority, procuringEntity, sector, status, projectType, region
    /// One that the user names.
    case path(String)

    public static let standard: [GroupField] = [.publicAuthority, .procuringEntity, .sector, .status, .projectType, .region]

    /// By its name, or as a field of the schema; nil where that has none.
    package init?(_ name: String, in standard: Standard) {
        if let known = GroupField.standard.first(where: { $0.name == name }) {
            self = known
        } else {
            guard case .known = standard.knowsField(name) else { return nil }
            self = .path(name)
        }
    }

    public var name: String {
        switch self {
        case .publicAuthority: "publicAuthority"
        case .procuringEntity: "procuringEntity"
        case .sector: "sector"
        case .status: "status"
        case .projectType: "projectType"
        case .region: "region"
        case .path(let path): path
        }
    }
}

/// What has become of an element in a project.
public enum ElementOutcome: UInt8, Sendable, CaseIterable {
    case disclosed, partial, missing, notDue, unknown

    public var name: String {
        switch self {
        case .disclosed: "disclosed"
        case .partial: "partial"
        case .missing: "missing"
        case .notDue: "notDue"
        case .unknown: "unknown"
        }
    }
}

/// A project's scores.
public struct ProjectStanding: Sendable {
    package var place: ProjectPlace
    public var id: String?
    public var title: String?
    public var strict: Disclosure.Score
    public var due: Disclosure.Score
}
