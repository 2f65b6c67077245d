import JSONSchema

extension BatchSummary {
    /// - Parameters:
    ///   - results: in any order.
    ///   - examples: so many places of ids used twice are listed; 0 lists all.
    public init(_ results: [InputResult], since former: FormerScores = FormerScores(), examples: Int = 20) {
        self.init(ordered: results.sorted { $0.order < $1.order }, since: former, examples: examples)
    }

    /// - Parameter results: in the order of the inputs.
    package init(ordered results: some Sequence<InputResult>, since former: FormerScores = FormerScores(), examples: Int = 20) {
        var maker = SummaryMaker(examples: examples)
        for result in results { maker.take(result) }
        self = maker.summary(since: former)
    }

    /// The profiles that inputs were scored by.
    public var profiles: Set<String> { Set(inputs.compactMap { $0.result.review?.disclosure?.profile }) }

    /// What is the same for inputs that are reviewed for the same sectors.
    public static func key(of sectors: [String]?) -> String? { sectors?.joined(separator: ",") }

    /// The same for several inputs together: nil where all projects of all of them count.
    static func key(of results: [InputResult]) -> String? {
        let keys = Set(results.map { key(of: $0.sectors) ?? "" })
        return keys == [""] || keys.isEmpty ? nil : keys.sorted().joined(separator: "; ")
    }

    /// Of all inputs together.
    public var sectors: String? { BatchSummary.key(of: inputs.map(\.result)) }

    /// Whether one input stands above another in the league table.
    fileprivate static func stands(_ a: InputResult, above b: InputResult) -> Bool {
        func rank(_ result: InputResult) -> (Int, Int, Int) {
            (result.review == nil ? 2 : result.due == nil ? 1 : 0, -(result.due?.count ?? 0), -(result.strict?.count ?? 0))
        }
        let (first, second) = (rank(a), rank(b))
        return first != second ? first < second : a.order < b.order
    }
}

/// Adds up results one after another, in the order of the inputs. No more is kept of each than what its row shows.
package struct SummaryMaker: Sendable {
    private let examples: Int
    private var totals = BatchSummary.Totals()
    private var sharedIDs = BatchSummary.SharedIDs()
    private var dataset: Dataset
    private var groups = GroupSums()
    private var elements = ElementSums()
    private var findings: [BatchSummary.FindingRow.Key: (count: Int, inputs: Int)] = [:]
    private var results: [InputResult] = []

    /// - Parameter examples: so many places of ids used twice are listed; 0 lists all.
    package init(examples: Int) {
        self.examples = examples
        dataset = Dataset(examples: examples)
    }

    /// - Parameter result: of the next input.
    package mutating func take(_ result: InputResult) {
        totals.add(result)
        sharedIDs.add(result, in: &dataset, examples: examples)
        groups.add(result)
        elements.add(result.review?.disclosure, at: results.count)
        for finding in result.review?.findings ?? [] {
            let known = findings[BatchSummary.FindingRow.Key(finding)] ?? (0, 0)
            findings[BatchSummary.FindingRow.Key(finding)] = (known.count + finding.count, known.inputs + 1)
        }
        results.append(result.withoutParts)
    }

    package var inputIDs: some Sequence<String> { results.lazy.map(\.id) }

    package func summary(since former: FormerScores) -> BatchSummary {
        let order = results.indices.sorted { BatchSummary.stands(results[$0], above: results[$1]) }
        let rows = order.map { BatchSummary.Row(result: results[$0], change: BatchSummary.Change.of(results[$0], since: former.inputs[results[$0].id])) }
        return BatchSummary(
            totals: totals, inputs: rows, groupings: groups.groupings(former, sectors: BatchSummary.key(of: results)),
            elements: elements.rows(profiles: rows.compactMap { $0.result.review?.disclosure?.profile }, columns: order),
            findings: findings.map { BatchSummary.FindingRow(kind: $0.kind, id: $0.id, severity: $0.severity, count: $1.count, inputs: $1.inputs) }.sorted { a, b in
                a.count != b.count ? a.count > b.count : (a.id, a.kind.rawValue, a.severity) < (b.id, b.kind.rawValue, b.severity)
            },
            sharedIDs: sharedIDs)
    }
}

extension BatchSummary.FindingRow {
    fileprivate struct Key: Hashable {
        var kind: InputResult.FindingCount.Kind
        var id: String
        var severity: String

        init(_ finding: InputResult.FindingCount) {
            (kind, id, severity) = (finding.kind, finding.id, finding.severity)
        }
    }
}

extension InputResult {
    /// Without what has been added up with that of other inputs.
    fileprivate var withoutParts: InputResult {
        var result = self
        result.review?.ids = ProjectIDs()
        result.review?.findings = []
        result.review?.disclosure?.elements = []
        result.review?.disclosure?.groups = []
        return result
    }
}

/// Adds up the elements of many inputs, profile by profile.
private struct ElementSums {
    private struct Element {
        var id: String
        var strict = Mean()
        var due = Mean()
        /// By the place of the input; those that do not have it are missing, also behind the last.
        var coverage: [Billionths?] = []

        mutating func add(_ element: InputResult.Element, at place: Int) {
            strict.merge(element.strict)
            due.merge(element.due)
            guard let covered = element.due.score.score else { return }
            while coverage.count < place { coverage.append(nil) }
            coverage.append(covered)
        }
    }

    /// By profile, in its order.
    private var elements: [String: [Element]] = [:]
    /// Where each stands among those of its profile.
    private var positions: [String: [String: Int]] = [:]

    /// - Parameter place: of the input among all, larger than those before.
    mutating func add(_ scores: InputResult.Scores?, at place: Int) {
        guard let scores else { return }
        for (number, element) in scores.elements.enumerated() {
            let position = self.position(element.id, scores.profile, likely: number)
            elements[scores.profile]?[position].add(element, at: place)
        }
    }

    private mutating func position(_ id: String, _ profile: String, likely number: Int) -> Int {
        // The same profile has the same elements, unless someone has changed what came.
        if let known = elements[profile], number < known.count, known[number].id == id { return number }
        if let position = positions[profile]?[id] { return position }
        let position = elements[profile]?.count ?? 0
        elements[profile, default: []].append(Element(id: id))
        positions[profile, default: [:]][id] = position
        return position
    }

    /// - Parameters:
    ///   - profiles: in the order in which their elements are to stand.
    ///   - columns: of each column, the place of its input.
    func rows(profiles: [String], columns: [Int]) -> [BatchSummary.ElementRow] {
        var seen: Set<String> = []
        return profiles.filter { seen.insert($0).inserted }.flatMap { profile in
            (elements[profile] ?? []).map { element in
                BatchSummary.ElementRow(profile: profile, id: element.id, strict: element.strict, due: element.due,
                                        coverage: columns.map { $0 < element.coverage.count ? element.coverage[$0] : nil })
            }
        }
    }
}

extension BatchSummary.Totals {
    fileprivate mutating func add(_ result: InputResult) {
        inputs += 1
        guard let review = result.review else {
            unreadable += 1
            return
        }
        if review.valid { valid += 1 }
        projects += review.projects
        errors += review.errors
        warnings += review.warnings
        infos += review.infos
        if let count = review.leftOut { leftOut = (leftOut ?? 0) + count }
        guard let scores = review.disclosure else { return }
        strict.merge(scores.strict)
        due.merge(scores.due)
    }
}

extension BatchSummary.SharedIDs {
    /// - Parameters:
    ///   - result: of the next input.
    ///   - dataset: of all inputs before it.
    fileprivate mutating func add(_ result: InputResult, in dataset: inout Dataset, examples: Int) {
        guard let review = result.review, let kind = InputKind(rawValue: review.kind) else { return }
        let found = dataset.takeAcross(review.ids, name: result.name, kind: kind)
        count += found.count
        places += found.places.prefix(max(0, (examples == 0 ? Int.max : examples) - places.count)).map { (result.name, $0) }
    }
}

extension BatchSummary.Change {
    /// Nil where there is nothing to compare.
    fileprivate static func of(_ result: InputResult, since former: FormerScores.Figures?) -> BatchSummary.Change? {
        guard let former, let review = result.review, former.sectors == BatchSummary.key(of: result.sectors) else { return nil }
        let isComparable = former.profile == review.disclosure?.profile
        return between(former, result.strict, result.due, errors: former.errors.map { review.errors - $0 }, isComparable: isComparable)
    }

    static func between(_ former: FormerScores.Figures, _ strict: Billionths?, _ due: Billionths?, errors: Int?, isComparable: Bool) -> BatchSummary.Change? {
        func difference(_ now: Billionths?, _ before: Billionths?) -> Int? {
            guard isComparable, let now, let before else { return nil }
            return now.count - before.count
        }
        let change = BatchSummary.Change(strict: difference(strict, former.strict), due: difference(due, former.due), errors: errors)
        return change == BatchSummary.Change() ? nil : change
    }
}
