import FoundationEssentials
package import JSONSchema

/// What a review comes to for one line of newline-delimited JSON: figures for whoever looks at the line alone, and everything that putting lines
/// together needs.
package struct LineReview: Sendable {
    /// Its number among the lines of its input, blank ones counted, from 1.
    package var line: Int
    package var kind: InputKind
    package var bytes: Int
    package var projects: Int
    package var contractingProcesses: Int
    /// The project's, where the line holds one that is scored and has one.
    package var id: String?
    package var errors = 0
    package var warnings = 0
    package var infos = 0
    /// What the line shows by itself, not what follows from others: ids used twice and the like.
    package var findings: [InputResult.FindingCount]
    /// Nil where nothing was scored.
    package var scores: (strict: Mean, due: Mean)?
    /// Why it could not be read, or not to its end.
    package var failure: InputFailure?
    /// In base64, what `LineReviews.put` takes.
    package var part: String

    /// Nothing is wrong with the schema, and all could be read.
    package var isValid: Bool { failure == nil && !findings.contains { $0.kind == .schema } }
}

/// Reviews newline-delimited JSON line by line, each by itself.
package struct LineReviewer: ~Copyable {
    private let standard: Standard
    private let kinds: LineFindings
    private var walk: LineWalk<Surveyor>

    /// - Parameter waiting: called before the source is asked for more, which may have to be waited for.
    package init(_ reviewer: Reviewer, _ source: any ByteSource, waiting: @escaping () -> Void) {
        standard = reviewer.standard
        kinds = LineFindings(reviewer.standard, reviewer.fields)
        walk = LineWalk(standard.schema, source, empty: Surveyor(reviewer.plan).fresh(), rule: InputLayout.rule(standard), limits: reviewer.limits,
                        examples: reviewer.mostExamples, waiting: waiting)
    }

    /// The next line that is not blank; nil when there is none.
    package mutating func next() throws(SourceError) -> LineReview? {
        guard var result = try walk.next() else { return nil }
        var review = review(result)
        var coder = PartCoder()
        result.code(&coder, standard)
        review.part = SealedPart.text(coder.bytes)
        return review
    }

    /// Without its part.
    private func review(_ result: LineResult<Surveyor>) -> LineReview {
        let (summary, survey) = (result.observer.summary, result.observer)
        var review = LineReview(
            line: result.line, kind: InputLayout.kind(result.layout, values: 1, standard: standard), bytes: result.extent.bytes, projects: summary.projects,
            contractingProcesses: summary.contractingProcesses, id: summary.projects == 1 ? survey.standing?.id : nil, findings: kinds.all(in: result),
            scores: survey.scores, part: "")
        for finding in review.findings {
            switch Severity(rawValue: finding.severity) {
            case .error: review.errors += finding.count
            case .warning: review.warnings += finding.count
            default: review.infos += finding.count
            }
        }
        if let refusal = result.refusal {
            review.failure = InputFailure(name: "-", reason: .ocds(key: refusal))
        } else if let (_, error) = result.failures.first {
            review.failure = InputFailure(name: "-", reason: .reading(error))
        }
        return review
    }
}

/// Puts the reviews of lines together, in the order in which they are put in: what comes out is the review of one input with those lines.
package struct LineReviews: Sendable {
    private let reviewer: Reviewer
    private let empty: LineResult<Surveyor>
    private var merger: LineMerger<Surveyor>
    private var counted = 0
    private var projects = 0
    private var grouped = 0

    package init(_ reviewer: Reviewer) {
        let surveyor = Surveyor(reviewer.plan)
        self.reviewer = reviewer
        merger = LineMerger(reviewer.standard.schema, observer: surveyor, examples: reviewer.mostExamples)
        empty = LineResult(observer: surveyor.fresh(), sites: merger.sites)
    }

    /// - Parameter part: as in `LineReview`.
    /// - Returns: false for what no review makes.
    package mutating func put(_ part: String) -> Bool {
        guard let content = SealedPart.content(part) else { return false }
        var coder = PartCoder(reading: content)
        var line = empty
        line.code(&coder, reviewer.standard)
        guard coder.isComplete else { return false }
        // What comes of a line is a sum of its counts, a few of which count twice.
        let added = line.observer.summary.projects
        guard coder.counted < Int.max >> 4 - counted, max(added + projects, coder.grouped + grouped) <= ResultSums.mostScores else { return false }
        counted += coder.counted
        projects += added
        grouped += coder.grouped
        return merger.put(line)
    }

    /// All lines have been put in.
    package func read(name: String) -> ReadInput {
        do {
            return reviewer.read(try merger.result(), name: name, bytes: nil) { nil }
        } catch {
            return ReadInput(InputFailure(name: name, reason: InputFailure.Reason(error)))
        }
    }
}
