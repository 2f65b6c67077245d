import JSONSchema

/// A source whose first bytes were looked at and are given once more.
final class RewoundSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).
    private var source: any ByteSource
    private var given = 0
    let beginning: [UInt8]

    /// - Parameter count: so many bytes, or fewer where there are no more, are `beginning`.
    init(_ source: any ByteSource, lookingAt count: Int) throws(SourceError) {
        var source = source
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { room.deallocate() }
        var filled = 0
        while filled < count {
            let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
            if got == 0 { break }
            filled += got
        }
        self.source = source
        beginning = Array(room[..<filled])
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard given < beginning.count else { return try source.read(into: buffer) }
        let count = min(buffer.count, beginning.count - given)
        buffer.copyBytes(from: beginning[given ..< given + count])
        given += count
        return count
    }
}
