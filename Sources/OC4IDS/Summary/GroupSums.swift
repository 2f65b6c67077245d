/// Adds up the groups of many inputs. A group goes by the name that most of its projects have, as each input writes it.
struct GroupSums {
    private struct Sum {
        /// Projects by each way of writing the name.
        var names: [String: Int] = [:]
        var projects = 0
        var inputs = 0
        var strict = Mean()
        var due = Mean()

        mutating func add(_ group: InputResult.Group) {
            if let name = group.name { names[name, default: 0] += group.projects }
            projects += group.projects
            inputs += 1
            strict.merge(group.strict)
            due.merge(group.due)
        }

        /// The most frequent, of equally frequent ones the first in byte order; nil for what has no value.
        var name: String? {
            names.min { a, b in a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }?.key
        }
    }

    /// By folded name; nil for the projects without a value.
    private var sums: [String: [String?: Sum]] = [:]
    /// In the order in which inputs first have them.
    private var fields: [String] = []
    /// Fields of which some input has more groups than could be kept.
    private var samples: Set<String> = []
    private var profiles: Set<String> = []
    /// Names as they were folded: those of one country's ministries stand in many inputs.
    private var folded: [String: String] = [:]

    /// - Parameter result: of the next input.
    mutating func add(_ result: InputResult) {
        guard let scores = result.review?.disclosure else { return }
        profiles.insert(scores.profile)
        for grouping in scores.groups {
            if sums[grouping.by] == nil {
                sums[grouping.by] = [:]
                fields.append(grouping.by)
            }
            let ministry = ministry(grouping, result)
            if grouping.isSample ?? false, ministry == nil { samples.insert(grouping.by) }
            for group in ministry.map({ [$0] }) ?? grouping.values {
                let name = group.name.map { fold($0) }
                sums[grouping.by]?[name, default: Sum()].add(group)
            }
        }
    }

    private mutating func fold(_ name: String) -> String {
        if let known = folded[name] { return known }
        let new = FoldedTexts.folded(name)
        folded[name] = new
        return new
    }

    /// An input of which the manifest says whose it is belongs to that ministry as a whole.
    private func ministry(_ grouping: InputResult.Grouping, _ result: InputResult) -> InputResult.Group? {
        guard grouping.by == GroupField.publicAuthority.name, let ministry = result.attributes.ministry, let review = result.review,
              let scores = review.disclosure else { return nil }
        return InputResult.Group(name: ministry, projects: review.projects, strict: scores.strict, due: scores.due)
    }

    /// The largest groups first, the projects without a value last.
    ///
    /// - Parameter sectors: those that all inputs were reviewed for.
    func groupings(_ former: FormerScores, sectors: String?) -> [BatchSummary.Grouping] {
        // Scores by several profiles at once are compared with nothing.
        let profile = profiles.count == 1 ? profiles.first : nil
        return fields.map { field in
            let rows = (sums[field] ?? [:]).values.map { sum in
                let name = sum.name
                let change = former.groups[FormerScores.GroupName(by: field, name: name)].flatMap { former in
                    BatchSummary.Change.between(former, sum.strict.score.score, sum.due.score.score, errors: nil,
                                                isComparable: profile != nil && former.profile == profile && former.sectors == sectors)
                }
                return BatchSummary.GroupRow(name: name, projects: sum.projects, inputs: sum.inputs, strict: sum.strict, due: sum.due, change: change)
            }
            return BatchSummary.Grouping(by: field, values: rows.sorted(by: GroupSums.precedes), isSample: samples.contains(field))
        }
    }

    private static func precedes(_ a: BatchSummary.GroupRow, _ b: BatchSummary.GroupRow) -> Bool {
        guard let first = a.name, let second = b.name else { return a.name != nil }
        return a.projects != b.projects ? a.projects > b.projects : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}
