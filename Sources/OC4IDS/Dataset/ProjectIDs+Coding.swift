import FoundationEssentials
import JSONSchema

/// Kept as text: base64 of 32 bytes a project, least significant byte first: the digest's lower and upper half, and the place's two words.
extension ProjectIDs: Codable {
    private static let entryBytes = 32

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let data = Data(base64Encoded: text), data.count.isMultiple(of: ProjectIDs.entryBytes) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "project ids")
        }
        self.init()
        data.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: ProjectIDs.entryBytes) {
                func word(_ position: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * position, as: UInt64.self)) }
                append(Entry(digest: Digest(low: word(0), high: word(1)), place: ProjectPlace(words: (word(2), word(3)))))
            }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var data = Data(capacity: count * ProjectIDs.entryBytes)
        for position in 0 ..< count {
            let entry = self[position]
            for word in [entry.digest.low, entry.digest.high] + entry.place.words { withUnsafeBytes(of: word.littleEndian) { data.append(contentsOf: $0) } }
        }
        var container = encoder.singleValueContainer()
        try container.encode(data.base64EncodedString())
    }
}
