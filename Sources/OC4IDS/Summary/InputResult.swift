/// What is kept of one input when its review is over: everything that the summary of many inputs needs, so that results which were
/// reached at another time, or on another machine, add up to the same summary to the byte.
///
/// Sums of scores are whole numbers of 10⁻⁹, and project ids are kept as digests.
public struct InputResult: Sendable, Equatable {
    /// What tells the input apart in the history: as the manifest says, or its name.
    public var id: String
    /// As reports name it.
    public var name: String
    public var order: Order
    /// What the manifest says about the input.
    public var attributes: Attributes
    /// Of what was read, as far as known.
    public var bytes: Int?
    public var sha256: String?
    /// Nil where it could not be read.
    public var review: Reviewed?
    public var failure: Failure?
    /// Codes of the sectors that alone count, in order; nil for all. Only results for the same ones are compared.
    public var sectors: [String]?
    /// Of a feed that could not be fetched: the copy that was reviewed in its place.
    public var keptCopy: KeptCopy?

    /// Its place in the summary: that of what the user named among all that was named, then that inside an archive.
    public struct Order: Sendable, Hashable, Comparable {
        public var unit: Int
        public var number: Int

        public init(unit: Int, number: Int) {
            self.unit = unit
            self.number = number
        }

        public static func < (a: Order, b: Order) -> Bool { (a.unit, a.number) < (b.unit, b.number) }
    }

    /// What is known of an input without reading it.
    public struct Attributes: Sendable, Equatable {
        public var publisher: String?
        public var ministry: String?

        public init(publisher: String? = nil, ministry: String? = nil) {
            self.publisher = publisher
            self.ministry = ministry
        }
    }

    /// Why it could not be read, in the language that was asked for.
    public struct Failure: Sendable, Equatable {
        public var code: String
        public var message: String

        package init(code: String, message: String) {
            (self.code, self.message) = (code, message)
        }
    }

    /// A copy that came on another day.
    public struct KeptCopy: Sendable, Equatable {
        /// When it was last found to be the newest, in UTC (RFC 3339).
        public var from: String
        /// Days since then, on the day that counts as today.
        public var days: Int
        /// Why nothing newer came.
        public var failure: Failure

        /// - Parameter today: the day that counts as today.
        package init(from: String, today: CivilDay, _ failure: Failure) {
            self.from = from
            days = CivilDay(String(from.prefix(10))).map { max(0, today.number - $0.number) } ?? 0
            self.failure = failure
        }
    }

    /// What the review came to.
    public struct Reviewed: Sendable, Equatable {
        public var kind: String
        public var projects: Int
        public var contractingProcesses: Int
        public var errors: Int
        public var warnings: Int
        public var infos: Int
        public var badLines: Int
        /// Projects of other sectors; nil where all count.
        public var leftOut: Int?
        /// There is no schema error.
        public var valid: Bool
        public var publisher: String?
        /// The newest day on which something was updated or published.
        public var newest: String?
        /// Nil where no frequency is expected.
        public var timeliness: Timeliness?
        public var findings: [FindingCount]
        /// Nil where nothing was scored.
        public var disclosure: Scores?
        /// Digests of the ids of its projects, and where they stand. They grow with the input, so whoever keeps results keeps them beside the others, packed.
        package var ids = ProjectIDs()
    }

    /// Whether data came as often as it is expected to.
    public struct Timeliness: Sendable, Equatable {
        public var frequency: String
        public var since: String
        public var isMet: Bool
    }

    /// How often one kind of finding was met.
    public struct FindingCount: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            case schema, check, additionalField, code
        }

        public var kind: Kind
        /// The check, the field, or keyword and field.
        public var id: String
        public var severity: String
        public var count: Int
    }
}

/// Scores of all projects of an input, still to be added up with those of others.
extension InputResult {
    public struct Scores: Sendable, Equatable {
        /// Id and version: only scores by the same profile are compared.
        public var profile: String
        public var strict: Mean
        public var due: Mean
        /// In the order of the profile.
        public var elements: [Element]
        public var groups: [Grouping]
    }

    public struct Element: Sendable, Equatable {
        public var id: String
        public var strict: Mean
        public var due: Mean
        public var disclosed: Int
        public var partial: Int
        public var missing: Int
        public var notDue: Int
        public var unknown: Int
    }

    public struct Grouping: Sendable, Equatable {
        public var by: String
        public var values: [Group]
        /// Not all groups of the input could be kept; nil where all are there.
        public var isSample: Bool?
    }

    public struct Group: Sendable, Equatable {
        /// Nil for the projects without a value.
        public var name: String?
        public var projects: Int
        public var strict: Mean
        public var due: Mean
    }
}
