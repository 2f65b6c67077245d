import JSONSchema

/// Packed: 32 bytes a project, least significant byte first: the digest's lower and upper half, and the place's two words. In pieces, so that writing
/// and reading the ids of any number of projects takes no more memory than the ids themselves.
extension ProjectIDs {
    private static let entryBytes = 32

    /// Pieces that the ids are packed into.
    package var packedCount: Int { chunks.count }

    /// - Parameter number: below `packedCount`.
    package func packed(_ number: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunks[number].count * ProjectIDs.entryBytes)
        for entry in chunks[number] {
            let place = entry.place.words
            for word in [entry.digest.low, entry.digest.high, place[0], place[1]] { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        }
        return bytes
    }

    /// Appends a piece.
    ///
    /// - Returns: false for bytes that are no ids.
    package mutating func append(packed bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count.isMultiple(of: ProjectIDs.entryBytes) else { return false }
        let bytes = Array(bytes)
        bytes.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: ProjectIDs.entryBytes) {
                func word(_ position: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * position, as: UInt64.self)) }
                append(Entry(digest: Digest(low: word(0), high: word(1)), place: ProjectPlace(words: (word(2), word(3)))))
            }
        }
        return true
    }
}
