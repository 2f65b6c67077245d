/// A rule about the data beyond its schema, as people read about it: in a report, with `oc4ids checks show`, in `docs/checks.md`.
public struct CheckDefinition: Sendable {
    public var severity: Severity
    /// A few words for lists: «Montos sin moneda».
    public var title: Bilingual
    /// Why it matters, in one to three sentences.
    public var rationale: Bilingual
    /// What is wrong, as the heading of all places found: one sentence without an end mark.
    public var message: Bilingual
    /// What to do about it: one or two sentences.
    public var hint: Bilingual
    /// A project, as JSON, in which the check finds something; a list of projects where it takes several.
    public var badExample: String
}

/// A check that looks at one project at a time and remembers nothing.
protocol Rule: Sendable {
    static var check: Check { get }
    static var definition: CheckDefinition { get }
    /// Says which fields it will ask for.
    init(_ fields: inout SurveyFields, _ settings: CheckSettings)
    func look(at project: ProjectData, _ findings: inout Findings)
}

/// What the user decides about checks.
public struct CheckSettings: Sendable {
    /// The day that counts as today: the only clock that a review sees.
    public var today: CivilDay
    /// Project id prefixes that are registered; nil where no list was given, and only the form is checked.
    public var prefixes: Set<String>?

    /// How often data is to be published; nil where no one said so.
    public var frequency: Frequency?

    public init(today: CivilDay, prefixes: Set<String>? = nil, frequency: Frequency? = nil) {
        self.today = today
        self.prefixes = prefixes
        self.frequency = frequency
    }
}
