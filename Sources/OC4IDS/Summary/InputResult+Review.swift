import JSONSchema

extension InputResult {
    /// - Parameters:
    ///   - id: nil where the input goes by its name.
    ///   - input: an input that stands alone.
    package init(id: String?, order: Order, attributes: Attributes, _ outcome: Outcome, _ input: ReadInput, _ explainer: Explainer) {
        self.order = order
        self.attributes = attributes
        switch outcome {
        case .failure(let failure):
            name = failure.name
            bytes = failure.bytes
            self.failure = Failure(code: Explainer.code(failure), message: explainer.message(failure))
        case .review(let review):
            name = review.input.name
            (bytes, sha256) = (review.input.bytes, review.input.sha256)
            self.review = Reviewed(review, input.ids)
        }
        self.id = id ?? name
    }

    /// The scores that a due score is compared by: nil where there are none.
    public var due: Billionths? { review?.disclosure?.due.score.score }
    public var strict: Billionths? { review?.disclosure?.strict.score.score }

    /// Who published it, as far as known.
    public var publisher: String? { attributes.publisher ?? review?.publisher }
}

extension InputResult.Reviewed {
    init(_ review: Review, _ ids: ProjectIDs) {
        let summary = review.summary
        kind = review.input.kind.rawValue
        projects = summary.projects
        contractingProcesses = summary.contractingProcesses
        (errors, warnings, infos) = (summary.errors, summary.warnings, summary.infos)
        badLines = review.badLineCount
        leftOut = summary.leftOut
        valid = summary.valid && review.badLineCount == 0
        publisher = summary.publisher
        let metrics = review.publication?.metrics
        let published = summary.publishedDate.flatMap { CivilDay(String($0.prefix(10))) }
        newest = (metrics?.timeliness?.newest ?? [metrics?.lastUpdated, published].compactMap(\.self).max())?.text
        timeliness = metrics?.timeliness.map { .init(frequency: $0.frequency.text, since: $0.since.text, isMet: $0.isMet) }
        findings = InputResult.FindingCount.all(in: review)
        disclosure = review.disclosure.map(InputResult.Scores.init)
        self.ids = ids
    }
}

extension InputResult.FindingCount {
    /// In the order in which reports show them.
    static func all(in review: Review) -> [InputResult.FindingCount] {
        // Reports tell apart what the schema asks for; between inputs it is the field that counts.
        var errors: [InputResult.FindingCount] = []
        var positions: [String: Int] = [:]
        for group in review.errorGroups {
            let own = Self(schema: group.keyword, group.field, group.property, count: group.count)
            if let same = positions[own.id] {
                errors[same].count += own.count
            } else {
                positions[own.id] = errors.count
                errors.append(own)
            }
        }
        let checks = review.checks.filter { $0.count > 0 }.map { Self(kind: .check, id: $0.check.rawValue, severity: $0.check.severity.rawValue, count: $0.count) }
        // Codes outside closed lists are schema errors already.
        let codes = review.codelists.filter(\.isOpen).map { finding in
            Self(.code, field: finding.field, count: finding.values.reduce(0) { $0 + $1.count })
        }
        let fields = review.additionalFields.map { Self(.additionalField, field: $0.field, count: $0.count) }
        return errors + checks + codes + fields
    }

    /// A schema error.
    init(schema keyword: Keyword, _ field: [String], _ property: String?, count: Int) {
        self.init(kind: .schema, id: "\(keyword.rawValue) \(Self.name(field + [property].compactMap(\.self)))", severity: Severity.error.rawValue, count: count)
    }

    /// Something that stands in the data and not in the standard.
    init(_ kind: Kind, field: [String], count: Int) {
        self.init(kind: kind, id: Self.name(field), severity: Severity.warning.rawValue, count: count)
    }

    private static func name(_ field: [String]) -> String { field.map(JSONPointer.escaped).joined(separator: "/") }
}

extension InputResult.Scores {
    init(_ disclosure: Disclosure) {
        profile = "\(disclosure.profile.id) \(disclosure.profile.version)"
        strict = Mean(disclosure.strict)
        due = Mean(disclosure.due)
        elements = disclosure.elements.map { element in
            InputResult.Element(id: disclosure.profile.elements[element.element].id, strict: Mean(element.strict), due: Mean(element.due),
                                disclosed: element.disclosed, partial: element.partial, missing: element.missing, notDue: element.notDue, unknown: element.unknown)
        }
        groups = disclosure.groups.map { grouping in
            InputResult.Grouping(by: grouping.by.name, values: grouping.values.map {
                InputResult.Group(name: $0.name, projects: $0.projects, strict: Mean($0.strict), due: Mean($0.due))
            }, isSample: grouping.isSample ? true : nil)
        }
    }
}
