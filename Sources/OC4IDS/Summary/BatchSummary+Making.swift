import JSONSchema

extension BatchSummary {
    /// - Parameters:
    ///   - results: in any order.
    ///   - examples: so many places of ids used twice are listed; 0 lists all.
    public init(_ results: [InputResult], since former: FormerScores = FormerScores(), examples: Int = 20) {
        let ordered = results.sorted { $0.order < $1.order }
        totals = Totals()
        for result in ordered { totals.add(result) }
        sharedIDs = SharedIDs(ordered, examples: examples)
        inputs = ordered.sorted(by: BatchSummary.stands).map { Row(result: $0, change: Change.of($0, since: former.inputs[$0.id])) }
        groupings = GroupSums(ordered).groupings(former)
        elements = BatchSummary.elements(inputs.map(\.result))
        findings = BatchSummary.findings(ordered)
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

    /// Elements by profile, in its order; profiles in the order in which the league table first shows them.
    private static func elements(_ results: [InputResult]) -> [ElementRow] {
        var rows: [ElementRow] = []
        var positions: [String: Int] = [:]
        for (column, result) in results.enumerated() {
            guard let scores = result.review?.disclosure else { continue }
            for element in scores.elements {
                let key = scores.profile + "\n" + element.id
                let position = positions[key] ?? rows.count
                if position == rows.count {
                    positions[key] = position
                    rows.append(ElementRow(profile: scores.profile, id: element.id, strict: Mean(), due: Mean(), coverage: Array(repeating: nil, count: results.count)))
                }
                rows[position].strict.merge(element.strict)
                rows[position].due.merge(element.due)
                rows[position].coverage[column] = element.due.score.score
            }
        }
        return rows
    }

    private static func findings(_ results: [InputResult]) -> [FindingRow] {
        struct Key: Hashable {
            var kind: InputResult.FindingCount.Kind
            var id: String
            var severity: String
        }
        var sums: [Key: (count: Int, inputs: Int)] = [:]
        for result in results {
            for finding in result.review?.findings ?? [] {
                let key = Key(kind: finding.kind, id: finding.id, severity: finding.severity)
                let known = sums[key] ?? (0, 0)
                sums[key] = (known.count + finding.count, known.inputs + 1)
            }
        }
        return sums.map { FindingRow(kind: $0.kind, id: $0.id, severity: $0.severity, count: $1.count, inputs: $1.inputs) }.sorted { a, b in
            a.count != b.count ? a.count > b.count : (a.id, a.kind.rawValue, a.severity) < (b.id, b.kind.rawValue, b.severity)
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
    /// - Parameter results: in the order of the inputs.
    fileprivate init(_ results: [InputResult], examples: Int) {
        let most = examples == 0 ? Int.max : examples
        var dataset = Dataset(examples: examples)
        for result in results {
            guard let review = result.review, let kind = InputKind(rawValue: review.kind) else { continue }
            let found = dataset.takeAcross(review.ids, name: result.name, kind: kind)
            count += found.count
            places += found.places.prefix(max(0, most - places.count)).map { (result.name, $0) }
        }
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
