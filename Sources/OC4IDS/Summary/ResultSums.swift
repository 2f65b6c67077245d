/// Whether results that come from outside can be added up: files get damaged, and anyone can write one. A review makes only numbers that are
/// not negative, and scores from 0 to 1.
package struct ResultSums {
    /// Scores are added up as whole numbers of 10⁻⁹, so many of which fit into a machine word.
    static let mostScores = Int.max / Billionths.one.count

    private var counts = 0
    /// No sum of scores has more of them.
    private var scores = 0

    package init() {}

    /// - Returns: false for numbers that no review makes, or that are more than can be added up.
    package mutating func take(_ result: InputResult) -> Bool {
        guard let review = result.review else { return result.failure != nil }
        let counted = [review.projects, review.contractingProcesses, review.errors, review.warnings, review.infos, review.badLines]
            + review.findings.map(\.count)
        guard ResultSums.add(counted, to: &counts, most: .max) else { return false }
        guard let disclosure = review.disclosure else { return true }
        return takeGroups(disclosure) && takeMeans(disclosure)
    }

    /// Projects by group: one that has several values counts at each.
    private mutating func takeGroups(_ disclosure: InputResult.Scores) -> Bool {
        ResultSums.add(disclosure.groups.flatMap { $0.values.map(\.projects) }, to: &counts, most: .max)
    }

    private mutating func takeMeans(_ disclosure: InputResult.Scores) -> Bool {
        let (elements, groups) = (disclosure.elements, disclosure.groups)
        // What stands there once is added once.
        guard Set(elements.map(\.id)).count == elements.count, Set(groups.map(\.by)).count == groups.count else { return false }
        var most = 0
        for means in [[disclosure.strict], [disclosure.due]] + elements.flatMap({ [[$0.strict], [$0.due]] })
            + groups.flatMap({ [$0.values.map(\.strict), $0.values.map(\.due)] }) {
            var sum = 0
            guard ResultSums.add(means.map(\.count), to: &sum, most: ResultSums.mostScores), means.allSatisfy(\.isSound) else { return false }
            most = max(most, sum)
        }
        return ResultSums.add([most], to: &scores, most: ResultSums.mostScores)
    }

    private static func add(_ numbers: [Int], to sum: inout Int, most: Int) -> Bool {
        for number in numbers {
            guard number >= 0, number <= most - sum else { return false }
            sum += number
        }
        return true
    }
}

extension Mean {
    /// No figure is below 0 or above 1. Asked of a count that is not negative, and no more than can be added up.
    fileprivate var isSound: Bool { (0 ... count * Billionths.one.count).contains(sum.count) }
}
