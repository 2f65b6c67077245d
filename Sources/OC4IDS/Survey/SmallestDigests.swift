import JSONSchema

/// What belongs to different values, while their number is bounded: past `most` only those with the smallest digests are kept. Which these are
/// depends on the values alone, not on who meets them first, so that parts of a document can be merged in any way.
struct SmallestDigests<Kept: Sendable>: Sendable {
    private(set) var entries: [Digest: Kept] = [:]
    /// Digests from this one on are not kept.
    private var limit: Digest?
    private let most: Int

    /// Where a value's entry stands, until entries are added or dropped.
    struct Place: Sendable {
        fileprivate var index: Dictionary<Digest, Kept>.Index
        fileprivate var changes: Int
    }

    /// How often entries have been added or dropped.
    private var changes = 0

    init(most: Int) {
        self.most = most
    }

    /// Not all different values are kept.
    var isSample: Bool { limit != nil || entries.count > most }

    /// Changes what is kept of a value, which is made where it is new; nothing where it is not to be kept.
    @discardableResult mutating func update<Result>(_ digest: Digest, new: () -> Kept, change: (inout Kept) -> Result) -> Result? {
        if let position = entries.index(forKey: digest) { return change(&entries.values[position]) }
        if let limit, !digest.precedes(limit) { return nil }
        var kept = new()
        let result = change(&kept)
        entries[digest] = kept
        changes += 1
        if entries.count > most * 2 { prune() }
        return result
    }

    /// The same for one whose place may be known from the last time: most values are met over and over, and finding their entries takes longer than
    /// changing them.
    mutating func update(_ digest: Digest, _ place: inout Place?, new: () -> Kept, change: (inout Kept) -> Void) {
        if let place, place.changes == changes { return change(&entries.values[place.index]) }
        update(digest, new: new, change: change)
        place = entries.index(forKey: digest).map { Place(index: $0, changes: changes) }
    }

    /// - Parameter join: is given what is kept of a value and, where that was kept before, what the later part has kept of it.
    mutating func merge(_ later: SmallestDigests, joining join: (Digest, inout Kept, Kept?) -> Void) {
        changes += 1
        for (digest, kept) in later.entries {
            if let position = entries.index(forKey: digest) {
                join(digest, &entries.values[position], kept)
            } else {
                var kept = kept
                join(digest, &kept, nil)
                entries[digest] = kept
            }
        }
        if let other = later.limit, limit.map({ other.precedes($0) }) ?? true { limit = other }
        if let limit { entries = entries.filter { $0.key.precedes(limit) } }
        if entries.count > most * 2 { prune() }
    }

    /// For a later part: what would be dropped when it is merged is not kept there either.
    func fresh() -> SmallestDigests {
        var fresh = SmallestDigests(most: most)
        fresh.limit = limit
        return fresh
    }

    mutating func code(_ coder: inout PartCoder, new: @autoclosure () -> Kept, _ code: (inout PartCoder, inout Kept) -> Void) {
        var known = entries.map { (digest: $0.key, kept: $0.value) }.sorted { $0.digest.precedes($1.digest) }
        coder.list(&known, new: (Digest(low: 0, high: 0), new())) { coder, entry in
            coder.digest(&entry.digest)
            code(&coder, &entry.kept)
        }
        coder.optional(&limit, new: Digest(low: 0, high: 0)) { $0.digest(&$1) }
        guard coder.isReading else { return }
        entries = Dictionary(known) { $1 }
        changes += 1
    }

    /// What is shown in the end: never more than `most`.
    mutating func finish() {
        if entries.count > most { prune() }
    }

    private mutating func prune() {
        changes += 1
        let sorted = entries.keys.sorted { $0.precedes($1) }
        let first = sorted[most]
        limit = first
        entries = entries.filter { $0.key.precedes(first) }
    }
}
