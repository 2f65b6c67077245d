import JSONSchema

extension BatchSummary {
    /// - Parameters:
    ///   - results: in any order.
    ///   - examples: so many places of ids used twice are listed; 0 lists all.
    public init(_ results: [InputResult], since former: FormerScores = FormerScores(), examples: Int = 20) {
        self.init(ordered: results.sorted { $0.order < $1.order }, since: former, examples: examples)
    }

    /// - Parameter results: in the order of the inputs. Each is looked at once, and no more is kept of it than what its row shows.
    package init(ordered results: some Sequence<InputResult>, since former: FormerScores = FormerScores(), examples: Int = 20) {
        totals = Totals()
        sharedIDs = SharedIDs()
        var (sums, dataset, elements) = (GroupSums(), Dataset(examples: examples), ElementSums())
        var (findings, rows): ([FindingRow.Key: (count: Int, inputs: Int)], [(row: Row, position: Int)]) = ([:], [])
        for var result in results {
            totals.add(result)
            sharedIDs.add(result, in: &dataset, examples: examples)
            sums.add(result)
            elements.add(result.review?.disclosure, at: rows.count)
            for finding in result.review?.findings ?? [] {
                let known = findings[FindingRow.Key(finding)] ?? (0, 0)
                findings[FindingRow.Key(finding)] = (known.count + finding.count, known.inputs + 1)
            }
            result.forgetParts()
            rows.append((Row(result: result, change: Change.of(result, since: former.inputs[result.id])), rows.count))
        }
        rows.sort { BatchSummary.stands($0.row.result, above: $1.row.result) }
        inputs = rows.map(\.row)
        groupings = sums.groupings(former, sectors: BatchSummary.key(of: inputs.map(\.result)))
        self.elements = elements.rows(profiles: inputs.compactMap { $0.result.review?.disclosure?.profile }, columns: rows.map(\.position))
        self.findings = findings.map { FindingRow(kind: $0.kind, id: $0.id, severity: $0.severity, count: $1.count, inputs: $1.inputs) }.sorted { a, b in
            a.count != b.count ? a.count > b.count : (a.id, a.kind.rawValue, a.severity) < (b.id, b.kind.rawValue, b.severity)
        }
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
    private static func stands(_ a: InputResult, above b: InputResult) -> Bool {
        func rank(_ result: InputResult) -> (Int, Int, Int) {
            (result.review == nil ? 2 : result.due == nil ? 1 : 0, -(result.due?.count ?? 0), -(result.strict?.count ?? 0))
        }
        let (first, second) = (rank(a), rank(b))
        return first != second ? first < second : a.order < b.order
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
    /// What has been added up with that of other inputs is no longer needed.
    fileprivate mutating func forgetParts() {
        review?.ids = ProjectIDs()
        review?.findings = []
        review?.disclosure?.elements = []
        review?.disclosure?.groups = []
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
