/// Results of any number of inputs, each as bytes until its turn comes: some kilobytes an input, and 32 bytes a project for their ids.
package struct PackedResults: Sendable {
    private struct Entry: Sendable {
        var order: InputResult.Order
        var id: String
        var bytes: [UInt8]
        var ids: ProjectIDs?
    }

    private var entries: [Entry] = []

    package init() {}

    package init(_ results: some Sequence<InputResult>) {
        for result in results { append(result) }
    }

    package mutating func append(_ result: InputResult) {
        entries.append(Entry(order: result.order, id: result.id, bytes: result.packed, ids: result.review?.ids))
    }

    package mutating func append(_ others: PackedResults) {
        entries += others.entries
    }

    /// Brings them into the order in which summaries take them.
    package mutating func sort() {
        entries.sort { $0.order < $1.order }
    }

    package var count: Int { entries.count }

    /// Of the inputs, in this order.
    package var inputIDs: some Sequence<String> { entries.lazy.map(\.id) }

    /// In the order of the inputs.
    package var sorted: PackedResults {
        var sorted = self
        sorted.sort()
        return sorted
    }
}

/// As one piece of bytes, without the ids.
extension PackedResults {
    package var record: [UInt8] {
        var coder = PartCoder()
        var all = entries.map(\.bytes)
        coder.list(&all, new: []) { $0.raw(&$1) }
        return coder.bytes
    }

    /// Nil for bytes that no results have.
    package init?(_ record: some Collection<UInt8>) {
        var coder = PartCoder(reading: Array(record))
        var all: [[UInt8]] = []
        coder.list(&all, new: []) { $0.raw(&$1) }
        guard coder.isComplete else { return nil }
        for bytes in all {
            guard let result = InputResult(packed: bytes) else { return nil }
            append(result)
        }
    }
}

extension PackedResults: Sequence {
    package func makeIterator() -> some IteratorProtocol<InputResult> {
        entries.lazy.compactMap { entry in
            // What was packed here comes out again.
            var result = InputResult(packed: entry.bytes)
            if let ids = entry.ids { result?.review?.ids = ids }
            return result
        }.makeIterator()
    }
}
