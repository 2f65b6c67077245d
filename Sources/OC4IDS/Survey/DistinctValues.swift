import JSONSchema

/// Counts the different values that were met, each exactly, while their number is bounded.
struct DistinctValues<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        var value: Value
        var count = 0
        /// Places asked for, in this part and those before it, as far as known.
        fileprivate var asked = 0
    }

    private var values: SmallestDigests<Entry>
    /// Everything counted, also what is not kept.
    private(set) var total = 0
    private let examples: Int

    init(examples: Int, most: Int = 5_000) {
        self.examples = examples
        values = SmallestDigests(most: most)
    }

    var entries: [Digest: Entry] { values.entries }

    /// Not all different values are kept.
    var isSample: Bool { values.isSample }

    /// Counts one.
    ///
    /// - Returns: whether its place will be shown.
    mutating func count(_ digest: Digest, _ value: @autoclosure () -> Value) -> Bool {
        total += 1
        let examples = examples
        let isShown = values.update(digest) {
            Entry(value: value())
        } change: { entry in
            entry.count += 1
            // The first place of each is always known.
            guard entry.asked < max(examples, 1) else { return false }
            entry.asked += 1
            return true
        }
        return isShown ?? false
    }

    mutating func merge(_ later: DistinctValues) {
        total += later.total
        let examples = examples
        values.merge(later.values) { entry, other in
            entry.count += other.count
            entry.asked = min(entry.asked + other.asked, max(examples, 1))
        }
    }

    mutating func code(_ coder: inout PartCoder, new: @autoclosure () -> Value, _ code: (inout PartCoder, inout Value) -> Void) {
        coder.count(&total)
        values.code(&coder, new: Entry(value: new())) { coder, entry in
            code(&coder, &entry.value)
            coder.count(&entry.count)
            coder.count(&entry.asked)
        }
    }

    /// Whether a value is among those that are kept.
    func keeps(_ digest: Digest) -> Bool { values.entries[digest] != nil }

    /// For a later part: what would be dropped when it is merged is not kept there either.
    func fresh() -> DistinctValues {
        var fresh = DistinctValues(examples: examples)
        fresh.values = values.fresh()
        return fresh
    }

    /// What is shown in the end: never more than `most`.
    mutating func finish() { values.finish() }
}
