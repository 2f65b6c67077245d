import JSONSchema

/// What a body unpacks to, counted, up to a bound. A source can only stop with an error of the system's kind; that the bound was the
/// reason is known here, for who asks afterwards.
final class BoundedBytes: @unchecked Sendable {
    // Sendable although it changes: the sources of one body are read one after the other.
    private let most: Int
    private(set) var bytes = 0

    init(most: Int) {
        self.most = most
    }

    var isExceeded: Bool { bytes > most }

    fileprivate func add(_ count: Int) throws(SourceError) {
        bytes += count
        if isExceeded { throw SourceError(number: 0, reason: "unpackedTooLarge") }
    }
}

struct BoundedSource: ByteSource {
    private var source: any ByteSource
    private let count: BoundedBytes

    init(_ source: any ByteSource, _ count: BoundedBytes) {
        self.source = source
        self.count = count
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let read = try source.read(into: buffer)
        try count.add(read)
        return read
    }
}
