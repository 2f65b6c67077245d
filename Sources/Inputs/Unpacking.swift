import JSONSchema
import OC4IDS

/// How much may come out of something packed. A file made for the purpose unpacks to a thousand times its size, and one inside another to a
/// million times; nothing of it is ever held in memory, but reading it takes time.
package struct UnpackingLimits: Sendable, Equatable {
    /// Of one file, whatever it holds. 64 GB is far beyond all the projects of a country, and a minute or two to read.
    package var bytes: Int
    /// How many times the packed size may come out. Projects come to 5 to 30, those of almost empty fields laid out with many blanks to
    /// 120; deflate cannot give more than 1,032.
    package var ratio: Int

    /// Below this the ratio is not looked at: it takes no time worth speaking of, and small examples may be as repetitive as they like.
    static let harmlessBytes = 20_000_000
    /// Packed bytes are read in blocks, so that many may have been read ahead.
    static let blockBytes = 1 << 14

    package init(bytes: Int = 64_000_000_000, ratio: Int = 500) {
        self.bytes = bytes
        self.ratio = ratio
    }
}

/// What is unpacked of one file: how much, kept within the limits, and what went wrong.
///
/// A source can only stop with an error of the system's kind; what it means for an archive is kept here, for who asks afterwards.
final class Unpacking: @unchecked Sendable {
    // Sendable although it changes: the sources that share it have one reader at a time (`ByteSource`).
    private let limits: UnpackingLimits
    private var total = 0
    private var unpacked = 0
    private var packed = 0
    private(set) var problem: ArchiveProblem?

    init(_ limits: UnpackingLimits) {
        self.limits = limits
    }

    /// Another of the archive's files begins. The size counts for all of them, the ratio for each.
    func begin() {
        (unpacked, packed, problem) = (0, 0, nil)
    }

    func takeIn(_ count: Int) {
        packed += count
    }

    func bringOut(_ count: Int) throws(SourceError) {
        total += count
        unpacked += count
        if total > limits.bytes { throw failed(.tooLarge(limit: limits.bytes)) }
        if unpacked > UnpackingLimits.harmlessBytes, unpacked / limits.ratio > packed + UnpackingLimits.blockBytes {
            throw failed(.suspicious(ratio: limits.ratio))
        }
    }

    func failed(_ problem: ArchiveProblem) -> SourceError {
        self.problem = problem
        return SourceError(number: 0, reason: problem.code)
    }
}

/// Packed bytes, counted as they are read.
final class PackedSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).
    private var source: any ByteSource
    private let unpacking: Unpacking

    init(_ source: any ByteSource, _ unpacking: Unpacking) {
        self.source = source
        self.unpacking = unpacking
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = try source.read(into: buffer)
        unpacking.takeIn(count)
        return count
    }
}
