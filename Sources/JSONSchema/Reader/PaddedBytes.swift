/// A text in memory of its own with the zero bytes behind it that the walk relies on.
final class PaddedBytes: @unchecked Sendable {
    // Sendable although it holds a pointer: the memory is written only in `init`.
    private let memory: UnsafeMutablePointer<UInt8>
    let count: Int

    init(_ bytes: some Sequence<UInt8>) {
        if let copied = bytes.withContiguousStorageIfAvailable(PaddedBytes.copy) {
            (memory, count) = copied
        } else {
            (memory, count) = Array(bytes).withUnsafeBufferPointer(PaddedBytes.copy)
        }
    }

    deinit {
        memory.deallocate()
    }

    private static func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> (UnsafeMutablePointer<UInt8>, Int) {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Window.padding)
        if let start = bytes.baseAddress { memory.initialize(from: start, count: bytes.count) }
        (memory + bytes.count).initialize(repeating: 0, count: Window.padding)
        return (memory, bytes.count)
    }

    func withBytes<Result, Failure: Error>(_ body: (_ start: Bytes, _ end: Bytes) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(UnsafePointer(memory), UnsafePointer(memory + count))
    }
}

/// UTF-8's byte order mark: RFC 8259 (section 8.1) lets a reader ignore it.
enum ByteOrderMark {
    static func skip(_ start: Bytes) -> Bytes {
        start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF ? start + 3 : start
    }
}
