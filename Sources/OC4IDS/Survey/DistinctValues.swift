import JSONSchema

/// Counts the different values that were met, each exactly, while their number is bounded.
struct DistinctValues<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        var value: Value
        var count = 0
        /// Places asked for, in this part and those before it, as far as known.
        fileprivate var asked: Int

        fileprivate init(value: Value, asked: Int = 0) {
            self.value = value
            self.asked = asked
        }
    }

    private var values: SmallestDigests<Entry>
    /// Everything counted, also what is not kept.
    private(set) var total = 0
    /// Places that are asked for of each; the first is always known.
    private let wanted: Int
    private let examples: Int
    /// Values of which no later part need ask for places.
    private var settled: Set<Digest> = []

    init(examples: Int, most: Int = 5_000) {
        self.examples = examples
        wanted = max(examples, 1)
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
        let (wanted, settled) = (wanted, settled)
        let isShown = values.update(digest) {
            Entry(value: value(), asked: settled.contains(digest) ? wanted : 0)
        } change: { entry in
            entry.count += 1
            guard entry.asked < wanted else { return false }
            entry.asked += 1
            return true
        }
        return isShown ?? false
    }

    mutating func merge(_ later: DistinctValues) {
        total += later.total
        let wanted = wanted
        var full: [Digest] = []
        values.merge(later.values) { digest, entry, other in
            if let other {
                entry.count += other.count
                entry.asked = min(entry.asked + other.asked, wanted)
            }
            if entry.asked == wanted { full.append(digest) }
        }
        settled.formUnion(full)
        if settled.count > entries.count * 2 { settled = settled.filter(keeps) }
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
        fresh.settled = settled
        return fresh
    }

    /// What is shown in the end: never more than `most`.
    mutating func finish() { values.finish() }
}
