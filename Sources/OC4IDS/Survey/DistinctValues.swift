import JSONSchema

/// Counts the different values that were met, each exactly, while their number is bounded: past `most` only those with the smallest digests
/// are kept. Which these are depends on the values alone, not on who meets them first, so that parts of a document can be merged in any way.
struct DistinctValues<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        var value: Value
        var count: Int
        /// Places asked for, in this part and those before it, as far as known.
        fileprivate var asked: Int
    }

    private(set) var entries: [Digest: Entry] = [:]
    /// Everything counted, also what is not kept.
    private(set) var total = 0
    /// Digests from this one on are not kept.
    private var limit: Digest?
    private let examples: Int
    private let most: Int

    init(examples: Int, most: Int = 5_000) {
        self.examples = examples
        self.most = most
    }

    /// Not all different values are kept.
    var isSample: Bool { limit != nil }

    /// Counts one.
    ///
    /// - Returns: whether its place will be shown.
    mutating func count(_ digest: Digest, _ value: @autoclosure () -> Value) -> Bool {
        total += 1
        if let limit, !DistinctValues.precedes(digest, limit) { return false }
        guard let position = entries.index(forKey: digest) else {
            entries[digest] = Entry(value: value(), count: 1, asked: 1)
            if entries.count > most * 2 { prune() }
            return true
        }
        entries.values[position].count += 1
        guard entries.values[position].asked < examples else { return false }
        entries.values[position].asked += 1
        return true
    }

    mutating func merge(_ later: DistinctValues) {
        total += later.total
        for (digest, entry) in later.entries {
            if let position = entries.index(forKey: digest) {
                entries.values[position].count += entry.count
                entries.values[position].asked = min(entries.values[position].asked + entry.asked, examples)
            } else {
                entries[digest] = entry
            }
        }
        if let other = later.limit, limit.map({ DistinctValues.precedes(other, $0) }) ?? true { limit = other }
        if let limit { entries = entries.filter { DistinctValues.precedes($0.key, limit) } }
        if entries.count > most * 2 { prune() }
    }

    /// For a later part: what would be dropped when it is merged is not kept there either.
    func fresh() -> DistinctValues {
        var fresh = DistinctValues(examples: examples, most: most)
        fresh.limit = limit
        return fresh
    }

    /// What is shown in the end: never more than `most`.
    mutating func finish() {
        if entries.count > most { prune() }
    }

    private mutating func prune() {
        let sorted = entries.keys.sorted(by: DistinctValues.precedes)
        let first = sorted[most]
        limit = first
        entries = entries.filter { DistinctValues.precedes($0.key, first) }
    }

    private static func precedes(_ a: Digest, _ b: Digest) -> Bool {
        (a.high, a.low) < (b.high, b.low)
    }
}
