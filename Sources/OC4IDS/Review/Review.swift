public import JSONSchema

/// What is known of one input after reading it once.
///
/// Facts only: sentences are made from them by `Messages`, in the reader's language, when a report is written.
public struct Review: Sendable {
    public var input: Input
    public var standard: Standard
    public var summary: Summary
    /// Whether data was checked. Where only disclosure was asked for, there are no findings, no coverage and no criteria.
    public var isChecked = false
    /// Groups of schema errors, as they are first met in the input.
    public var errorGroups: [ErrorGroup] = []
    /// Codes that are not in their lists, in the order of the fields in the schema.
    public var codelists: [CodelistFinding] = []
    /// Fields that the schema does not have, the most frequent first.
    public var additionalFields: [AdditionalField] = []
    /// There were more different codes outside their lists, or additional fields, than can be kept: those listed are a sample.
    public var samples = Samples()
    /// Results of checks that found something, or looked at a sample only, in the order of their ids.
    public var checks: [CheckResult] = []
    /// How often each field is filled in, in the order of the schema.
    public var coverage: [FieldCoverage] = []
    /// How much of what a profile asks for is disclosed; nil where no one asked.
    public var disclosure: Disclosure?
    /// Criteria and metrics of the whole; nil only until all else is known.
    public internal(set) var publication: Publication?
    /// Lines of newline-delimited JSON that could not be read; all others were.
    public var badLines: [BadLine]
    /// All of them, also those not in `badLines`.
    public var badLineCount: Int

    public struct Samples: Sendable, Equatable {
        public var codes = false
        public var additionalFields = false

        public var isEmpty: Bool { !codes && !additionalFields }
    }

    public struct Input: Sendable, Equatable {
        /// As the user named it.
        public var name: String
        public var bytes: Int
        /// In lower-case hexadecimal; nil where no one asked for it.
        public var sha256: String?
        public var kind: InputKind
    }

    public struct Standard: Sendable, Equatable {
        public var name = "OC4IDS"
        public var version: String
        /// `bundled`, or the folder the schema was read from.
        public var schema: String
    }

    public struct Summary: Sendable, Equatable {
        public var projects = 0
        public var contractingProcesses = 0
        public var errors = 0
        public var warnings = 0
        public var infos = 0
        /// There is no schema error.
        public var valid = true
        public var publisher: String?
        public var license: String?
        public var publishedDate: String?
        /// The newest `updated` of all projects.
        public var lastUpdated: String?
        /// Projects of other sectors than those asked for, or of none: nothing else in the review speaks of them. Nil where no sector was asked for.
        public var leftOut: Int?

        mutating func count(_ result: CheckResult) {
            switch result.check.severity {
            case .error: errors += result.count
            case .warning: warnings += result.count
            case .info: infos += result.count
            }
        }
    }

    public struct BadLine: Sendable {
        /// Which of the lines that are not blank, from 0.
        public var number: Int
        public var error: ReadingError
    }
}

/// What an input turned out to be.
public enum InputKind: String, Sendable, CaseIterable {
    /// An object with `projects`.
    case package
    /// One project.
    case project
    /// An array of projects.
    case projects
    /// A project a line.
    case ndjson
}

/// Schema errors of one kind at one field: what differs between them is only the place.
public struct ErrorGroup: Sendable {
    public var keyword: Keyword
    /// Names from the root, without array positions; begins with `projects` for what lies in a project.
    public var field: [String]
    /// What is missing (`required`, `dependencies`).
    public var property: String?
    public var expectation: Expectation
    /// The code list that the field's values come from.
    public var codelist: String?
    /// The keyword in the schema, `$ref` followed.
    public var schemaPath: String
    /// All of them, also those not listed in `places`.
    public var count: Int
    /// The first ones, in document order.
    public var places: [FoundPlace]
}

/// One place that something was found at.
public struct FoundPlace: Sendable, Equatable {
    /// RFC 6901, from the document's root.
    public var pointer: JSONPointer
    /// Bytes before it; 0 where only line and column have been kept.
    public var offset: Int
    public var position: Position
    /// Scalars only.
    public var value: Excerpt?
    /// The name of the value's type.
    public var type: String?
    /// The other place of a pair: of a key that stands twice, the first.
    public var other: Other?
    /// Positions of two equal items.
    public var twins: [Int]
    /// The member that should not be there (`additionalProperties`).
    public var property: String?

    /// The other place of a pair.
    public struct Other: Sendable, Equatable {
        /// The name of the input that it stands in; nil where both stand in the same one.
        public var input: String?
        /// From the root of its document; nil where only its position is known.
        public var pointer: JSONPointer?
        public var position: Position
    }

    /// Whether the first of some places stands before the first of others: an order for findings that nothing else tells apart.
    static func precede(_ places: [FoundPlace], _ others: [FoundPlace]) -> Bool {
        (places.first?.offset ?? .max) < (others.first?.offset ?? .max)
    }
}

/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    public static func < (a: Severity, b: Severity) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What one check found.
public struct CheckResult: Sendable {
    public var check: Check
    public var count: Int
    public var places: [FoundPlace]
    /// There was too much to compare all of it: what is counted was found in a sample.
    public var isSample = false
}

/// What became of an input.
public enum Outcome: Sendable {
    case review(Review)
    /// It could not be read; what is known of it is in the failure.
    case failure(InputFailure)
}

/// Why an input has no review.
public struct InputFailure: Error, Sendable {
    public enum Reason: Sendable {
        /// It is no JSON.
        case reading(ReadingError)
        /// A folder without any file that is read.
        case emptyFolder
        /// It could not be opened, or not read to its end: the system's error number and words.
        case source(number: Int32, reason: String)
        /// What has to wait for the report could not be kept in a temporary file.
        case temporaryFile(RowStoreError)
        /// What it is packed in could not be unpacked.
        case archive(ArchiveProblem)
        /// An address that brought nothing: a stable code, and why, as a sentence.
        case notFetched(code: String, reason: String)

        package init(_ failure: WalkFailure) {
            switch failure {
            case .reading(let error): self = .reading(error)
            case .source(let error): self = .source(number: error.number, reason: error.reason)
            case .refused(let key): self = .ocds(key: key)
            }
        }

        /// JSON, but of the Open Contracting Data Standard: `releases` or `records`.
        case ocds(key: String)
    }

    public var name: String
    public var bytes: Int?
    public var reason: Reason

    public init(name: String, bytes: Int? = nil, reason: Reason) {
        self.name = name
        self.bytes = bytes
        self.reason = reason
    }
}
