public import JSONSchema

/// Reviews inputs: the whole way from bytes to a `Review`, on one screen.
///
/// bytes -> `CompiledSchema.walk` (reading, schema, one pass) -> `Surveyor` (coverage, codes, checks, of each piece) -> `Review`,
/// to which `Dataset` adds what only all inputs together show
public struct Reviewer: Sendable {
    public let standard: Standard
    public var limits: ReadingLimits
    /// So many places are listed in each group; counts are always exact. 0 lists all.
    public var examples: Int
    /// Threads for one input.
    public var jobs: Int
    private let plan: SurveyPlan
    private let fields: KnownFields

    public init(standard: Standard, settings: CheckSettings, limits: ReadingLimits = ReadingLimits(), examples: Int = 20, jobs: Int = 1) {
        self.standard = standard
        self.limits = limits
        self.examples = examples
        self.jobs = jobs
        fields = KnownFields(standard)
        plan = SurveyPlan(standard, settings, examples: examples == 0 ? .max : examples)
    }

    /// Reads an input that stands alone and says what is known of it.
    package func review(_ source: any ByteSource, name: String, bytes: Int? = nil, sha256: () -> String? = { nil }) -> Outcome {
        var dataset = Dataset(examples: examples)
        return read(source, name: name, bytes: bytes, sha256: sha256).outcome(in: &dataset)
    }

    /// Reads an input to its end; inputs may be read at the same time. One input's failure is its own outcome.
    ///
    /// - Parameters:
    ///   - bytes: the input's size, where it is known before reading: named when reading fails.
    ///   - sha256: asked for when all bytes have been read.
    package func read(_ source: any ByteSource, name: String, bytes: Int? = nil, sha256: () -> String? = { nil }) -> ReadInput {
        let walked: WalkResult<Surveyor>
        do {
            walked = try standard.schema.walk(source, observer: Surveyor(plan), rule: InputLayout.rule(standard), limits: limits,
                                              examples: examples == 0 ? .max : examples, jobs: jobs)
        } catch {
            return ReadInput(InputFailure(name: name, bytes: bytes, reason: InputFailure.Reason(error)))
        }

        let kind = InputLayout.kind(walked.layout, values: walked.values, standard: standard)
        let groups = ErrorGroups.make(walked, fields, kind: kind, examples: examples)
        var survey = walked.observer
        let places = FoundPlaces.byTag(walked, kind)
        let codelists = survey.codes.findings(places)
        let additional = survey.additional.findings(places, standard, fields)
        let checks = CheckResults.make(walked, places, kind, codelists: codelists, additional: additional, examples: examples)
        var summary = survey.summary
        summary.errors = walked.counts.reduce(0, +)
        summary.valid = summary.errors == 0
        summary.warnings = survey.codes.openCount + survey.additional.fields.total
        for result in checks { summary.count(result) }
        let review = Review(
            input: Review.Input(name: name, bytes: walked.bytes, sha256: sha256(), kind: kind),
            standard: Review.Standard(version: standard.version, schema: standard.origin),
            summary: summary, errorGroups: groups, codelists: codelists, additionalFields: additional, checks: checks,
            coverage: Coverage.make(survey.presence, standard),
            badLines: walked.failures.map { Review.BadLine(number: $0.value, error: $0.error) }, badLineCount: walked.failureCount
        )
        return ReadInput(review, survey.links.part(places)) { [survey] in Publication($0, survey) }
    }
}
