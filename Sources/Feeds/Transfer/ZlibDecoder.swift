import CArchive

/// The codings that zlib reads: `gzip` (RFC 1952), of one member or several; `deflate`, in zlib's form (RFC 1950), which is what it stands for, or bare
/// (RFC 1951), which is what many servers send.
final class ZlibDecoder {
    enum Form {
        case gzip, deflate
    }

    private let form: Form
    /// In memory that does not move: zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let room: UnsafeMutablePointer<UInt8>
    private var state = State.atStart

    private enum State {
        /// The first bytes tell which form `deflate` has; of two, the first may have come.
        case atStart, withFirst(UInt8)
        case inside
        /// Behind the end, where gzip may go on.
        case atEnd
    }

    init(_ form: Form) {
        self.form = form
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        room = .allocate(capacity: BodyUnpacker.blockBytes)
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        room.deallocate()
    }

    var isComplete: Bool {
        if case .atEnd = state { true } else { false }
    }

    func unpack(_ packed: UnsafeRawBufferPointer, to take: BodyUnpacker.Taker) throws(TransferFailure) {
        var packed = packed[...]
        while let first = packed.first {
            switch state {
            case .atStart where form == .gzip:
                // The largest window, and 16 more for gzip's header (zlib.h, inflateInit2).
                try begin(windowBits: 15 + 16)
            case .atStart:
                state = .withFirst(first)
                packed.removeFirst()
            case .withFirst(let before):
                try begin(windowBits: ZlibDecoder.isHeader(before, first) ? 15 : -15)
                _ = try withUnsafeBytes(of: before) { (byte) throws(TransferFailure) in try inflate(byte, to: take) }
            case .inside:
                packed = packed.dropFirst(try inflate(UnsafeRawBufferPointer(rebasing: packed), to: take))
            case .atEnd:
                guard form == .gzip else { throw .damagedEncoding(reason: nil) }
                if first == 0 {
                    // What fills up a block, as for tapes.
                    packed.removeFirst()
                } else {
                    guard first == 0x1F else { throw .damagedEncoding(reason: nil) }
                    inflateReset(stream)
                    state = .inside
                }
            }
        }
    }

    private func begin(windowBits: Int32) throws(TransferFailure) {
        guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .withoutMemory(in: "inflateInit2") }
        state = .inside
    }

    /// How the two bytes of zlib's header begin (RFC 1950, 2.2).
    private static func isHeader(_ first: UInt8, _ second: UInt8) -> Bool {
        first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
    }

    /// - Returns: how many bytes were used: all, but where the end comes before.
    private func inflate(_ packed: UnsafeRawBufferPointer, to take: BodyUnpacker.Taker) throws(TransferFailure) -> Int {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(clamping: packed.count)
        repeat {
            stream.pointee.next_out = room
            stream.pointee.avail_out = UInt32(BodyUnpacker.blockBytes)
            let result = CArchive.inflate(stream, Z_NO_FLUSH)
            try take(UnsafeRawBufferPointer(start: room, count: BodyUnpacker.blockBytes - Int(stream.pointee.avail_out)))
            switch result {
            case Z_OK: break
            case Z_STREAM_END: state = .atEnd
            case Z_MEM_ERROR: throw .withoutMemory(in: "inflate")
            // Nothing to do without more bytes.
            case Z_BUF_ERROR: return packed.count - Int(stream.pointee.avail_in)
            default: throw .damagedEncoding(reason: stream.pointee.msg.map { String(cString: $0) } ?? "inflate: \(result)")
            }
        } while !isComplete && (stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0)
        return packed.count - Int(stream.pointee.avail_in)
    }
}
