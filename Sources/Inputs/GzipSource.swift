import CArchive
import JSONSchema
import OC4IDS

/// What gzip data holds (RFC 1952): of several members, one behind the other, all together. Checksums and lengths are compared, and
/// zero bytes behind the last member, which tapes and some servers add, are passed over.
final class GzipSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).
    private var source: any ByteSource
    private let unpacking: Unpacking
    /// In memory that does not move: zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let packed: UnsafeMutablePointer<UInt8>
    private var state: State

    private enum State {
        case inMember, betweenMembers, atEnd
        /// Nothing to unpack with.
        case withoutMemory
    }

    init(_ source: any ByteSource, _ unpacking: Unpacking) {
        self.source = source
        self.unpacking = unpacking
        packed = .allocate(capacity: UnpackingLimits.blockBytes)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The largest window, and gzip's header: 15 and 16 more (zlib.h, inflateInit2).
        let result = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        state = result == Z_OK ? .inMember : .withoutMemory
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        packed.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        while true {
            switch state {
            case .atEnd: return 0
            case .withoutMemory: throw SourceError.withoutMemory
            case .betweenMembers: try goToNextMember()
            case .inMember:
                let count = try inflate(into: buffer)
                if count > 0 { return count }
            }
        }
    }

    /// - Returns: how many bytes came out; none where only headers were read.
    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard try hasPacked() else { throw unpacking.failed(.truncated) }
        let room = min(buffer.count, Int(Int32.max))
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        let result = CArchive.inflate(stream, Z_NO_FLUSH)
        let count = room - Int(stream.pointee.avail_out)
        switch result {
        case Z_OK: break
        case Z_STREAM_END: state = .betweenMembers
        case Z_MEM_ERROR: throw SourceError.withoutMemory
        default: throw unpacking.failed(.damaged)
        }
        try unpacking.bringOut(count)
        return count
    }

    private func goToNextMember() throws(SourceError) {
        while try hasPacked() {
            guard stream.pointee.next_in.pointee == 0 else {
                // What begins like a header is left to zlib to judge.
                guard stream.pointee.next_in.pointee == 0x1F else { throw unpacking.failed(.extraContent) }
                inflateReset(stream)
                state = .inMember
                return
            }
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        state = .atEnd
    }

    /// There are packed bytes to go on with; false at the end of them.
    private func hasPacked() throws(SourceError) -> Bool {
        if stream.pointee.avail_in > 0 { return true }
        let count = try source.read(into: UnsafeMutableRawBufferPointer(start: packed, count: UnpackingLimits.blockBytes))
        stream.pointee.next_in = packed
        stream.pointee.avail_in = UInt32(count)
        return count > 0
    }
}
