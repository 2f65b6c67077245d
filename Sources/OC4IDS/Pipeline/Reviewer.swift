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
    let plan: SurveyPlan
    let fields: KnownFields
    var mostExamples: Int { examples == 0 ? .max : examples }

    /// - Parameters:
    ///   - checks: false where only disclosure is asked for.
    ///   - disclosure: what is scored; nil where nothing is.
    ///   - sectors: which projects are looked at; all others are left out of every part of the review. Nil for all.
    public init(standard: Standard, settings: CheckSettings, limits: ReadingLimits = ReadingLimits(), examples: Int = 20, jobs: Int = 1,
                checks: Bool = true, disclosure: DisclosureSettings? = nil, sectors: SectorSelection? = nil) {
        self.standard = standard
        self.limits = limits
        self.examples = examples
        self.jobs = jobs
        fields = KnownFields(standard)
        plan = SurveyPlan(standard, settings, examples: examples == 0 ? .max : examples, checks: checks, disclosure: disclosure, sectors: sectors)
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
                                              examples: mostExamples, jobs: jobs)
        } catch {
            return ReadInput(InputFailure(name: name, bytes: bytes, reason: InputFailure.Reason(error)))
        }
        return read(walked, name: name, bytes: bytes, sha256: sha256)
    }

    /// Says what is known of an input that has been walked.
    func read(_ walked: WalkResult<Surveyor>, name: String, bytes: Int?, sha256: () -> String?) -> ReadInput {
        let input = Review.Input(name: name, bytes: walked.bytes, sha256: sha256(), kind: InputLayout.kind(walked.layout, values: walked.values, standard: standard))
        var review = Review(input: input, standard: Review.Standard(version: standard.version, schema: standard.origin), summary: walked.observer.summary,
                            badLines: walked.failures.map { Review.BadLine(number: $0.value, error: $0.error) }, badLineCount: walked.failureCount)
        var survey = walked.observer
        review.disclosure = survey.disclosed()
        if let failure = review.disclosure?.rows?.failure { return ReadInput(InputFailure(name: name, bytes: bytes, reason: .temporaryFile(failure))) }
        guard plan.checks else { return ReadInput(review) }
        return checked(review, walked)
    }

    /// Adds what was found besides.
    private func checked(_ review: Review, _ walked: WalkResult<Surveyor>) -> ReadInput {
        var review = review
        let kind = review.input.kind
        var survey = walked.observer
        let places = FoundPlaces.byTag(walked, kind)
        review.isChecked = true
        review.errorGroups = ErrorGroups.make(walked, fields, kind: kind, examples: examples)
        review.codelists = survey.codes.findings(places)
        review.additionalFields = survey.additional.findings(places, standard, fields)
        review.samples = Review.Samples(codes: survey.codes.unlisted.isSample, additionalFields: survey.additional.fields.isSample)
        review.checks = CheckResults.make(walked, places, review, examples: examples)
        review.coverage = standard.coverage.coverage(survey.presence)
        review.summary.errors = walked.counts.reduce(0, +)
        review.summary.valid = review.summary.errors == 0
        review.summary.warnings = survey.codes.openCount + survey.additional.fields.total
        for result in review.checks { review.summary.count(result) }
        return ReadInput(review, survey.links.part(places)) { [survey] in Publication($0, survey) }
    }
}
