import JSONSchema

/// What an input is worth as a publication.
public struct Publication: Sendable {
    /// All criteria, in the order of `Criterion.allCases`.
    public var criteria: [CriterionResult]
    public var metrics: PublicationMetrics
}

/// What criteria are judged by: what the review has found, and what was kept of all projects.
struct PublicationFacts: Sendable {
    let survey: PublicationSurvey
    let projects: Int
    let hasPrefixes: Bool
    let yearStart: CivilDay
    /// Lines that could not be read are among them.
    let schemaErrors: Int
    /// Places of checks of severity error.
    let checkErrors: Int
    /// Different fields of the schema that additional ones were probably meant for.
    let coveredConcepts: Int
    /// Of the additional fields not all could be kept: there may be more such concepts.
    let mayCoverMore: Bool
    let dates: Share
    let roles: Share
    let coordinates: Share

    init(_ review: Review, _ survey: Surveyor) {
        let plan = survey.plan
        self.survey = survey.publication
        projects = review.summary.projects
        hasPrefixes = plan.publication.prefixes != nil
        yearStart = plan.publication.yearStart
        schemaErrors = review.errorGroups.reduce(review.badLineCount) { $0 + $1.count }
        checkErrors = review.checks.filter { $0.check.severity == .error }.reduce(0) { $0 + $1.count }
        coveredConcepts = Set(review.additionalFields.compactMap { field in field.suggestion.map { field.field.dropLast() + [$0] } }).count

        mayCoverMore = review.samples.additionalFields
        let dateNodes = plan.standard.fields.all.filter { $0.format == "date-time" }
        dates = PublicationFacts.share(of: dateNodes.reduce(0) { $0 + survey.presence.present[Int($1.number)] },
                                       without: review.count([.implausibleDates, .datesInFuture, .datesOutOfOrder]))
        let rolesField = plan.standard.project.field + ["parties", "roles"]
        roles = review.coverage.first { $0.field == rolesField }.map { Share(count: $0.present, of: $0.of) } ?? Share()
        let wrongTypes = review.errorGroups.filter { $0.keyword == .type && PublicationFacts.isCoordinates($0.field) }.reduce(0) { $0 + $1.count }
        coordinates = PublicationFacts.share(of: review.coverage.filter { PublicationFacts.isCoordinates($0.field) }.reduce(0) { $0 + $1.present },
                                             without: wrongTypes + review.count([.invalidCoordinates, .swappedCoordinates, .coordinatesOutsideCountry]))
    }

    /// One value may be found by several checks: no more can be wrong than there are.
    private static func share(of all: Int, without wrong: Int) -> Share {
        Share(count: max(0, all - wrong), of: all)
    }

    private static func isCoordinates(_ field: [String]) -> Bool {
        field.last == "coordinates" && field.dropLast().last == "geometry"
    }
}

extension Publication {
    init(_ review: Review, _ survey: Surveyor) {
        let facts = PublicationFacts(review, survey)
        criteria = Criterion.allCases.map { CriterionResult(criterion: $0, judgement: $0.definition.judge(facts)) }
        let byKeyword = Dictionary(grouping: review.errorGroups, by: \.keyword).mapValues { $0.reduce(0) { $0 + $1.count } }
        func kinds(_ severity: Severity) -> Int { review.checks.count { $0.check.severity == severity && $0.count > 0 } }
        metrics = PublicationMetrics(
            projects: facts.projects, lastUpdated: facts.survey.newestUpdate, earliestStart: facts.survey.earliestStart, latestEnd: facts.survey.latestEnd,
            schemaErrorKinds: Set(review.errorGroups.map { [$0.keyword.rawValue, $0.property ?? ""] + $0.field }).count,
            schemaErrors: Keyword.allCases.compactMap { keyword in byKeyword[keyword].map { PublicationMetrics.KeywordCount(keyword: keyword, count: $0) } },
            checkErrorKinds: kinds(.error), checkWarningKinds: kinds(.warning), checkInfoKinds: kinds(.info),
            additionalFields: review.additionalFields.count, additionalFieldsCovered: review.additionalFields.count { $0.suggestion != nil },
            timeliness: PublicationMetrics.Timeliness(review, facts, survey.plan.publication))
    }
}

extension PublicationMetrics.Timeliness {
    fileprivate init?(_ review: Review, _ facts: PublicationFacts, _ plan: PublicationPlan) {
        guard let frequency = plan.frequency, let since = plan.periodStart else { return nil }
        let published = review.summary.publishedDate.flatMap { CivilDay(String($0.prefix(10))) }.flatMap { $0 <= plan.tomorrow ? $0 : nil }
        self.init(frequency: frequency, since: since, newest: [facts.survey.newestUpdate, published].compactMap(\.self).max(),
                  projects: Share(count: facts.survey.updatedWithinPeriod, of: facts.projects))
    }
}

extension Review {
    /// Places that some checks found.
    fileprivate func count(_ wanted: [Check]) -> Int {
        checks.filter { wanted.contains($0.check) }.reduce(0) { $0 + $1.count }
    }
}
