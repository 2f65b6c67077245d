import JSONSchema

/// Scores by the values of one field, while their number is bounded: past `most` different groups only those with the smallest digests are kept, each with
/// all of its projects, so that parts of a document can be merged in any way and what is shown of a group is exact.
struct GroupTallies: Sendable {
    /// Projects of one group.
    struct Tally: Sendable {
        var spellings = GroupSpellings()
        var projects = 0
        var strict = Mean()
        var due = Mean()
        /// A bit for each element that projects still have to publish.
        var lacking: [UInt64]

        mutating func add(_ strict: Billionths?, _ due: Billionths?, _ lacking: [UInt64]) {
            projects += 1
            self.strict.add(strict)
            self.due.add(due)
            for word in lacking.indices { self.lacking[word] |= lacking[word] }
        }

        mutating func code(_ coder: inout PartCoder, most: Int) {
            spellings.code(&coder)
            coder.count(&projects, most: most)
            coder.group(projects)
            strict.code(&coder, most: projects)
            due.code(&coder, most: projects)
            for word in lacking.indices { coder.word(&lacking[word]) }
        }

        mutating func merge(_ other: Tally) {
            spellings.merge(other.spellings)
            projects += other.projects
            strict.merge(other.strict)
            due.merge(other.due)
            for word in lacking.indices { lacking[word] |= other.lacking[word] }
        }
    }

    /// Where a value counts.
    private struct Key: Sendable {
        /// Of the name trimmed, without case and accents.
        var group: Digest
        /// Of the name trimmed.
        var spelling: Digest
        /// Of the group's tally.
        var place: SmallestDigests<Tally>.Place?

        init(_ name: String) {
            group = Digest(of: FoldedTexts.folded(name))
            spelling = Digest(of: name)
        }
    }

    /// Groups of the project that is being counted: it counts once in each, in however many ways it writes its name.
    private struct Counted: Sendable {
        private var few: [Digest] = []
        /// Beyond some: looking through a list of a hundred thousand for each of its own would take minutes.
        private var many: Set<Digest> = []
        private static let mostFew = 16

        var isEmpty: Bool { few.isEmpty }

        /// - Returns: whether the group is new.
        mutating func insert(_ group: Digest) -> Bool {
            if few.contains(group) { return false }
            guard few.count >= Counted.mostFew else {
                few.append(group)
                return true
            }
            return many.insert(group).inserted
        }

        mutating func clear() {
            few.removeAll(keepingCapacity: true)
            if !many.isEmpty { many = [] }
        }
    }

    /// By group.
    private var tallies: SmallestDigests<Tally>
    /// Projects without a value.
    private(set) var without: Tally
    private let words: Int
    /// What lies in `transport.road` also lies in `transport`.
    private let isHierarchy: Bool

    /// Positions among `keys`, by digest of values met of late: folding each of them anew would take longer than all the rest. Values that say nothing
    /// have none.
    private var known: [Digest: Range<Int>] = [:]
    private var keys: [Key] = []
    private static let mostKnown = 10_000

    private var counted = Counted()

    init(elements: Int, isHierarchy: Bool) {
        words = (elements + 63) / 64
        self.isHierarchy = isHierarchy
        tallies = SmallestDigests(most: 5_000)
        without = Tally(lacking: Array(repeating: 0, count: words))
    }

    var isSample: Bool { tallies.isSample }

    /// Counts a project in the groups that the field's values stand for.
    ///
    /// - Parameter lacking: a bit for each element that it has still to publish.
    mutating func count(_ project: RuleEvaluator, _ values: Range<Int>, strict: Billionths?, due: Billionths?, lacking: [UInt64]) {
        counted.clear()
        let (words, isHierarchy) = (words, isHierarchy)
        for position in values {
            let value = project.value(position)
            guard let digest = value.groupDigest else { continue }
            for (ancestor, key) in keys(digest, value, project).enumerated() {
                let (group, spelling) = (keys[key].group, keys[key].spelling)
                // Also where its tally is not kept: what is not kept is a value all the same.
                let isFirst = counted.insert(group)
                tallies.update(group, &keys[key].place) { Tally(lacking: Array(repeating: 0, count: words)) } change: { tally in
                    tally.spellings.count(spelling, value.groupNames(isHierarchy)[ancestor].shownAsGroup)
                    if isFirst { tally.add(strict, due, lacking) }
                }
            }
        }
        if counted.isEmpty { without.add(strict, due, lacking) }
    }

    private mutating func keys(_ digest: Digest, _ value: DataValue, _ project: RuleEvaluator) -> Range<Int> {
        if let known = known[digest] { return known }
        if known.count >= GroupTallies.mostKnown { forget() }
        let start = keys.count
        if project.isPresent(value) { keys += value.groupNames(isHierarchy).map(Key.init) }
        known[digest] = start ..< keys.count
        return start ..< keys.count
    }

    private mutating func forget() {
        known.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
    }

    /// - Parameter most: so many projects there are.
    mutating func code(_ coder: inout PartCoder, most: Int) {
        tallies.code(&coder, new: Tally(lacking: Array(repeating: 0, count: words))) { $1.code(&$0, most: most) }
        without.code(&coder, most: most)
    }

    mutating func merge(_ later: GroupTallies) {
        tallies.merge(later.tallies) { _, tally, other in
            if let other { tally.merge(other) }
        }
        without.merge(later.without)
    }

    func fresh() -> GroupTallies {
        var fresh = self
        fresh.tallies = tallies.fresh()
        fresh.without = Tally(lacking: Array(repeating: 0, count: words))
        fresh.forget()
        return fresh
    }

    /// Takes over what values mean, which is the same in every part.
    mutating func follow(_ former: GroupTallies) {
        (known, keys) = (former.known, former.keys)
        for key in keys.indices { keys[key].place = nil }
    }

    /// The largest first, each under its usual name.
    func groups() -> [(name: String, tally: Tally)] {
        kept.map { (name: $0.spellings.usual, tally: $0) }.sorted { a, b in
            a.tally.projects != b.tally.projects ? a.tally.projects > b.tally.projects : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        }
    }

    /// In any order.
    var kept: [Tally] {
        var finished = tallies
        finished.finish()
        return Array(finished.entries.values)
    }
}

extension String {
    /// A code and those that it lies in: `transport.road`, `transport`.
    fileprivate var ancestorsOfCode: [String] {
        let points = utf8.indices.lazy.filter { utf8[$0] == UInt8(ascii: ".") }.prefix(String.mostAncestors)
        return ([self] + points.reversed().map { String(self[..<$0]) }).filter { !$0.isEmpty }
    }

    /// No list of codes goes deeper. Each of thousands of points would make a name of its own, nearly as long as the whole.
    private static let mostAncestors = 8

    /// Of a name no more than reports show of any text.
    fileprivate var shownAsGroup: String {
        utf8.count <= Excerpt.longest ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(Excerpt.longest)))
    }
}

extension Digest {
    static let none = Digest(low: 0, high: 0)

    /// An order that has nothing to do with what they are of.
    func precedes(_ other: Digest) -> Bool { (high, low) < (other.high, other.low) }
}

extension DataValue {
    /// What tells the value apart from other values of a field, as it is written.
    fileprivate var groupDigest: Digest? {
        switch kind {
        case .string: textDigest
        // Whether a text says something is told apart from whether a number does that looks the same.
        case .number, .boolean: Digest(of: groupName).joined(.none)
        case .null, .object, .array: nil
        }
    }

    /// Of the groups that it stands for.
    fileprivate func groupNames(_ isHierarchy: Bool) -> [String] { isHierarchy ? groupName.ancestorsOfCode : [groupName] }

    /// A text as it is, without blanks around it; a number or boolean as written.
    fileprivate var groupName: String {
        withUTF8 { String(decoding: TextBytes.trimmed($0), as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
    }
}
