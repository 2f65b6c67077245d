import JSONSchema

/// A few of the different texts that were met: those with the smallest fingerprints. Which these are depends on the texts alone, not on who
/// meets them first or how often they stand there, so that parts of a document can be merged in any way.
struct BottomSample: Sendable {
    /// So many are enough for a person to see what is in a field.
    static let most = 5

    private var kept: [(fingerprint: UInt64, text: String)] = []
    /// Fingerprints from this one on are not kept.
    private(set) var limit = UInt64.max

    /// Takes a text of the data; most texts cost one comparison.
    @inline(__always)
    mutating func take(_ value: DataValue) {
        guard value.fingerprint < limit, value.isText, !value.isEmpty else { return }
        insert(value.fingerprint) { value.excerpt?.content ?? "" }
    }

    @inline(never)
    mutating func insert(_ fingerprint: UInt64, _ text: () -> String) {
        guard fingerprint < limit else { return }
        let place = kept.firstIndex { $0.fingerprint >= fingerprint } ?? kept.count
        if place < kept.count, kept[place].fingerprint == fingerprint { return }
        kept.insert((fingerprint, text()), at: place)
        if kept.count > BottomSample.most { kept.removeLast() }
        if kept.count == BottomSample.most, let last = kept.last { limit = last.fingerprint }
    }

    mutating func merge(_ other: BottomSample) {
        for (fingerprint, text) in other.kept { insert(fingerprint) { text } }
    }

    /// For a later part: what would be dropped when it is merged is not taken there either.
    func fresh() -> BottomSample {
        var fresh = BottomSample()
        fresh.limit = limit
        return fresh
    }

    mutating func code(_ coder: inout PartCoder) {
        coder.list(&kept, new: (0, "")) { coder, entry in
            coder.word(&entry.fingerprint)
            coder.text(&entry.text)
        }
        guard coder.isReading else { return }
        let read = kept
        self = BottomSample()
        for entry in read { insert(entry.fingerprint) { entry.text } }
    }

    /// In the order of their fingerprints.
    var texts: [String] { kept.map(\.text) }
}
