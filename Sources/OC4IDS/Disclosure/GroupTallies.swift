import JSONSchema

/// Scores by the values of one field, while their number is bounded: past `most` different values only those with the smallest digests are kept,
/// so that parts of a document can be merged in any way.
struct GroupTallies: Sendable {
    /// Projects whose value is written in one way.
    struct Tally: Sendable {
        var name: String
        /// Of the name trimmed, without case and accents: names that are the same group.
        var group: Digest
        /// How often it is written so.
        var written = 0
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
            coder.text(&name)
            coder.digest(&group)
            coder.count(&written)
            coder.count(&projects, most: most)
            coder.group(projects)
            strict.code(&coder, most: projects)
            due.code(&coder, most: projects)
            for word in lacking.indices { coder.word(&lacking[word]) }
        }

        mutating func merge(_ other: Tally) {
            written += other.written
            projects += other.projects
            strict.merge(other.strict)
            due.merge(other.due)
            for word in lacking.indices { lacking[word] |= other.lacking[word] }
        }
    }

    private var tallies: SmallestDigests<Tally>
    /// Projects without a value.
    private(set) var without: Tally
    private let words: Int
    /// What lies in `transport.road` also lies in `transport`.
    private let isHierarchy: Bool

    /// Groups of the project that is being counted: it counts once in each, in however many ways it writes its name.
    private var counted: [Digest] = []

    init(elements: Int, isHierarchy: Bool) {
        words = (elements + 63) / 64
        self.isHierarchy = isHierarchy
        tallies = SmallestDigests(most: 5_000)
        without = Tally(name: "", group: .none, lacking: Array(repeating: 0, count: words))
    }

    var isSample: Bool { tallies.isSample }

    /// Counts a project in the groups that the field's values stand for.
    ///
    /// - Parameter lacking: a bit for each element that it has still to publish.
    mutating func count(_ project: RuleEvaluator, _ values: Range<Int>, strict: Billionths?, due: Billionths?, lacking: [UInt64]) {
        counted.removeAll(keepingCapacity: true)
        for position in values {
            let value = project.value(position)
            guard project.isPresent(value) else { continue }
            if isHierarchy, let raw = value.rawText, raw.contains(UInt8(ascii: ".")) {
                for name in value.groupName.ancestorsOfCode { count(Digest(of: name), name, strict, due, lacking) }
            } else if let digest = value.groupDigest {
                count(digest, value.groupName, strict, due, lacking)
            }
        }
        if counted.isEmpty { without.add(strict, due, lacking) }
    }

    private mutating func count(_ digest: Digest, _ name: @autoclosure () -> String, _ strict: Billionths?, _ due: Billionths?, _ lacking: [UInt64]) {
        let group = tallies.update(digest) {
            let name = name()
            return Tally(name: name, group: Digest(of: FoldedTexts.folded(name)), lacking: Array(repeating: 0, count: words))
        } change: { tally in
            tally.written += 1
            if !counted.contains(tally.group) { tally.add(strict, due, lacking) }
            return tally.group
        }
        // What is not kept is a value all the same.
        counted.append(group ?? digest)
    }

    /// - Parameter most: so many projects there are.
    mutating func code(_ coder: inout PartCoder, most: Int) {
        let empty = Tally(name: "", group: .none, lacking: Array(repeating: 0, count: words))
        tallies.code(&coder, new: empty) { $1.code(&$0, most: most) }
        without.code(&coder, most: most)
    }

    mutating func merge(_ later: GroupTallies) {
        tallies.merge(later.tallies) { $0.merge($1) }
        without.merge(later.without)
    }

    func fresh() -> GroupTallies {
        var fresh = self
        fresh.tallies = tallies.fresh()
        fresh.without = Tally(name: "", group: .none, lacking: Array(repeating: 0, count: words))
        return fresh
    }

    /// Ways of writing brought together: each group under its most frequent name, among equally frequent ones the first in byte order.
    func groups() -> [Tally] {
        var finished = tallies
        finished.finish()
        var names: [Digest: [String: Int]] = [:]
        var groups: [Digest: Tally] = [:]
        for tally in finished.entries.values {
            names[tally.group, default: [:]][tally.name, default: 0] += tally.written
            if groups[tally.group]?.merge(tally) == nil { groups[tally.group] = tally }
        }
        for (group, names) in names {
            let most = names.min { a, b in a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }
            if let most { groups[group]?.name = most.key }
        }
        return groups.values.filter { $0.projects > 0 }.sorted { a, b in
            a.projects != b.projects ? a.projects > b.projects : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
        }
    }
}

extension String {
    /// A code and those that it lies in: `transport.road`, `transport`.
    fileprivate var ancestorsOfCode: [String] {
        var names = [self]
        while let last = names.last, let point = last.lastIndex(of: ".") { names.append(String(last[..<point])) }
        return names.filter { !$0.isEmpty }
    }
}

extension Digest {
    static let none = Digest(low: 0, high: 0)
}

extension DataValue {
    /// What tells the value apart from other values of a field, as it is written.
    fileprivate var groupDigest: Digest? {
        switch kind {
        case .string: textDigest
        case .number, .boolean: Digest(of: groupName)
        case .null, .object, .array: nil
        }
    }

    /// A text as it is, without blanks around it; a number or boolean as written.
    fileprivate var groupName: String {
        let text = withUTF8 { String(decoding: TextBytes.trimmed($0), as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
        // Of a name no more than reports show of any text.
        return text.utf8.count <= Excerpt.longest ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(Excerpt.longest)))
    }
}
