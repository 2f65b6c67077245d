import JSONSchema

/// The ways in which one group's name is written, while their number is bounded: past `most` those with the smallest digests are kept. Each of them is
/// counted whole, whichever part of a document comes first.
struct GroupSpellings: Sendable {
    private struct Spelling: Sendable {
        /// Of the name as it is written, without blanks around it.
        var digest: Digest
        /// As reports show it.
        var name: String
        var written: Int
    }

    private var kept: [Spelling] = []
    /// Case, accents and blanks make no more than a few of any real name.
    private static let most = 16

    mutating func count(_ digest: Digest, _ name: @autoclosure () -> String) {
        add(digest, name, written: 1)
    }

    private mutating func add(_ digest: Digest, _ name: () -> String, written: Int) {
        if let position = kept.firstIndex(where: { $0.digest == digest }) {
            kept[position].written += written
            return
        }
        guard kept.count >= GroupSpellings.most else { return kept.append(Spelling(digest: digest, name: name(), written: written)) }
        // What is dropped once has smaller ones before it for good: no count of what is kept lacks anything.
        guard let last = kept.indices.max(by: { kept[$0].digest.precedes(kept[$1].digest) }), digest.precedes(kept[last].digest) else { return }
        kept[last] = Spelling(digest: digest, name: name(), written: written)
    }

    mutating func merge(_ later: GroupSpellings) {
        for spelling in later.kept { add(spelling.digest, { spelling.name }, written: spelling.written) }
    }

    mutating func code(_ coder: inout PartCoder) {
        var sorted = kept.sorted { $0.digest.precedes($1.digest) }
        coder.list(&sorted, new: Spelling(digest: .none, name: "", written: 0)) { coder, spelling in
            coder.digest(&spelling.digest)
            coder.text(&spelling.name)
            coder.count(&spelling.written)
        }
        guard coder.isReading else { return }
        if sorted.count > GroupSpellings.most { coder.fail() } else { kept = sorted }
    }

    /// The most frequent of those kept, among equally frequent ones the first in byte order.
    var usual: String {
        var names: [String: Int] = [:]
        // Of long names reports show the beginning, which may be the same.
        for spelling in kept { names[spelling.name, default: 0] += spelling.written }
        return names.min { a, b in a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }?.key ?? ""
    }
}
