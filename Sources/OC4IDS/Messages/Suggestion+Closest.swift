extension Suggestion {
    /// The candidate that differs from a word in the fewest letters, when those are few for its length.
    static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        closest(to: word, among: candidates, most: 1).first
    }

    /// The closest such candidates, at most so many, the closest first.
    package static func closest(to word: String, among candidates: some Sequence<String>, most: Int) -> [String] {
        closest(to: letters(folded(word)), among: candidates.lazy.map { ($0, letters(folded($0))) }, most: most)
    }

    /// The same with words that have been folded, each candidate beside its letters.
    static func closest(to wanted: [Unicode.Scalar], among candidates: some Sequence<(String, [Unicode.Scalar])>, most: Int) -> [String] {
        var found: [(candidate: String, distance: Int)] = []
        for (candidate, letters) in candidates {
            let farthest = Suggestion.farthest(wanted.count, letters.count)
            guard abs(letters.count - wanted.count) <= farthest else { continue }
            let distance = distance(wanted, letters, farthest)
            if distance <= farthest { found.append((candidate, distance)) }
        }
        // Equally close ones stay in their order: Swift's sort is not promised to be stable.
        let ordered = found.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        // Beside a very close one, far ones only distract.
        let best = ordered.first?.element.distance ?? 0
        return ordered.prefix(most).filter { $0.element.distance <= best + 1 }.map(\.element.candidate)
    }

    /// One wrong letter in about four; of short words nearly every other one is two letters away.
    private static func farthest(_ wanted: Int, _ candidate: Int) -> Int {
        wanted <= 5 || candidate <= 4 ? 1 : max(2, wanted / 4)
    }

    static func letters(_ folded: String) -> [Unicode.Scalar] { Array(folded.unicodeScalars) }

    /// Letters to change, add, remove, or swap with their neighbour. Where they are more than `farthest`, any number that is more too.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ farthest: Int) -> Int {
        let width = b.count + 1
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
            // Distances of the beginnings of `b` from those of `a` with two letters less, one letter less, and as many.
            var (before, last, row) = (0, width, 2 * width)
            for j in 0 ..< width { rows[last + j] = j }
            for i in 0 ..< a.count {
                rows[row] = i + 1
                var least = i + 1
                for j in 0 ..< b.count {
                    var best = min(rows[last + j] + (a[i] == b[j] ? 0 : 1), rows[last + j + 1] + 1, rows[row + j] + 1)
                    if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[before + j - 1] + 1) }
                    rows[row + j + 1] = best
                    least = min(least, best)
                }
                // It never becomes less from row to row.
                if least > farthest { return least }
                (before, last, row) = (last, row, before)
            }
            return rows[last + b.count]
        }
    }
}
