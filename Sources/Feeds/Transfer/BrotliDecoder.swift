import CBrotli

/// The coding `br` (RFC 7932).
final class BrotliDecoder {
    private let state: OpaquePointer
    private let room: UnsafeMutablePointer<UInt8>

    init() throws(TransferFailure) {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .withoutMemory(in: "BrotliDecoderCreateInstance") }
        self.state = state
        room = .allocate(capacity: BodyUnpacker.blockBytes)
    }

    deinit {
        BrotliDecoderDestroyInstance(state)
        room.deallocate()
    }

    var isComplete: Bool { BrotliDecoderIsFinished(state) != 0 }

    func unpack(_ packed: UnsafeRawBufferPointer, to take: BodyUnpacker.Taker) throws(TransferFailure) {
        var next = packed.bindMemory(to: UInt8.self).baseAddress
        var left = packed.count
        while true {
            guard !isComplete else {
                guard left == 0 else { throw .damagedEncoding(reason: nil) }
                return
            }
            var place: UnsafeMutablePointer<UInt8>? = room
            var free = BodyUnpacker.blockBytes
            let result = BrotliDecoderDecompressStream(state, &left, &next, &free, &place, nil)
            try take(UnsafeRawBufferPointer(start: room, count: BodyUnpacker.blockBytes - free))
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: break
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return
            default: throw .damagedEncoding(reason: String(cString: BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state))))
            }
        }
    }
}
