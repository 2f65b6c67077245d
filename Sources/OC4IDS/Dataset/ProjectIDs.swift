import JSONSchema

/// The ids of an input's projects and where they stand, in the order of the text: 32 bytes a project, all that is kept of each.
package struct ProjectIDs: Sendable, Equatable {
    struct Entry: Sendable, BitwiseCopyable, Equatable {
        /// Of what the id says, escapes undone.
        var digest: Digest
        var place: ProjectPlace
    }

    /// Full but for the last. One long array would be copied whenever it grows, and would stand twice in memory meanwhile.
    private(set) var chunks: [[Entry]] = []
    private(set) var count = 0

    private static let chunkBits = 12
    private static let chunkLength = 1 << chunkBits

    subscript(_ position: Int) -> Entry {
        chunks[position >> ProjectIDs.chunkBits][position & (ProjectIDs.chunkLength - 1)]
    }

    mutating func append(_ entry: Entry) {
        if count & (ProjectIDs.chunkLength - 1) == 0 {
            var chunk: [Entry] = []
            // A first one may stay small.
            if count > 0 { chunk.reserveCapacity(ProjectIDs.chunkLength) }
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(entry)
        count += 1
    }

    mutating func append(_ later: ProjectIDs, from start: PartStart) {
        for chunk in later.chunks {
            for entry in chunk { append(Entry(digest: entry.digest, place: entry.place.moved(from: start))) }
        }
    }

    mutating func code(_ coder: inout PartCoder) {
        var entries = chunks.flatMap(\.self)
        coder.list(&entries, new: Entry(digest: Digest(low: 0, high: 0), place: .none)) { coder, entry in
            coder.digest(&entry.digest)
            coder.place(&entry.place)
        }
        guard coder.isReading else { return }
        for entry in entries { append(entry) }
    }

    /// Drops what was seen in a top-level value, which is the last one.
    mutating func forget(value: Int) {
        while let last = chunks.last?.last, last.place.value == value {
            chunks[chunks.count - 1].removeLast()
            if chunks[chunks.count - 1].isEmpty { chunks.removeLast() }
            count -= 1
        }
    }
}
