/// Unpacks a body as it comes, from one or several content codings.
///
/// libcurl can do that too, but does not tell when the end of what is packed is missing: a server's program that breaks off leaves an answer that is whole
/// around a body that is not.
final class BodyUnpacker {
    /// In the order in which they are taken off.
    private let stages: [Stage]
    /// Something came.
    private var isBegun = false

    private enum Stage {
        case zlib(ZlibDecoder)
        case brotli(BrotliDecoder)
    }

    /// Where unpacked bytes go; in pieces of at most `blockBytes`.
    typealias Taker = (UnsafeRawBufferPointer) throws(TransferFailure) -> Void

    static let blockBytes = 64 << 10
    /// As many as libcurl takes; more only serve to make a small answer large.
    private static let mostCodings = 5

    /// - Parameter codings: in the order in which they were put on; at least one.
    init(_ codings: [ContentCoding]) throws(TransferFailure) {
        guard codings.count <= BodyUnpacker.mostCodings else {
            throw .damagedEncoding(reason: "Content-Encoding: " + codings.map(\.rawValue).joined(separator: ", "))
        }
        var stages: [Stage] = []
        for coding in codings.reversed() {
            switch coding {
            case .gzip: stages.append(.zlib(ZlibDecoder(.gzip)))
            case .deflate: stages.append(.zlib(ZlibDecoder(.deflate)))
            case .brotli: stages.append(.brotli(try BrotliDecoder()))
            }
        }
        self.stages = stages
    }

    func unpack(_ packed: UnsafeRawBufferPointer, to take: Taker) throws(TransferFailure) {
        guard !packed.isEmpty else { return }
        isBegun = true
        try unpack(packed, from: 0, to: take)
    }

    private func unpack(_ packed: UnsafeRawBufferPointer, from first: Int, to take: Taker) throws(TransferFailure) {
        guard first < stages.count else { return try take(packed) }
        let next: Taker = { (content) throws(TransferFailure) in try self.unpack(content, from: first + 1, to: take) }
        switch stages[first] {
        case .zlib(let decoder): try decoder.unpack(packed, to: next)
        case .brotli(let decoder): try decoder.unpack(packed, to: next)
        }
    }

    /// The end of all that is packed has come. An answer without any body is said to be packed by some servers, and misses nothing.
    var isComplete: Bool {
        !isBegun || stages.allSatisfy { stage in
            switch stage {
            case .zlib(let decoder): decoder.isComplete
            case .brotli(let decoder): decoder.isComplete
            }
        }
    }
}
