/// A text with the zero bytes behind it that the walk relies on.
package final class PaddedBytes: @unchecked Sendable {
    // Sendable although it holds a pointer: the memory is written only in `init`.
    private let memory: UnsafePointer<UInt8>
    let count: Int
    private let isOwn: Bool

    /// A copy.
    package init(_ bytes: some Sequence<UInt8>) {
        let (copied, count) = bytes.withContiguousStorageIfAvailable(PaddedBytes.copy) ?? Array(bytes).withUnsafeBufferPointer(PaddedBytes.copy)
        memory = UnsafePointer(copied)
        self.count = count
        isOwn = true
    }

    /// A text that is part of the program.
    ///
    /// - Parameter bytes: memory that is never changed nor freed, and has `Window.padding` zero bytes behind it.
    package init(lasting bytes: UnsafePointer<UInt8>, count: Int) {
        memory = bytes
        self.count = count
        isOwn = false
    }

    deinit {
        if isOwn { memory.deallocate() }
    }

    private static func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> (UnsafeMutablePointer<UInt8>, Int) {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Window.padding)
        if let start = bytes.baseAddress { memory.initialize(from: start, count: bytes.count) }
        (memory + bytes.count).initialize(repeating: 0, count: Window.padding)
        return (memory, bytes.count)
    }

    package func withBytes<Result, Failure: Error>(_ body: (_ start: Bytes, _ end: Bytes) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(memory, memory + count)
    }
}

/// UTF-8's byte order mark: RFC 8259 (section 8.1) lets a reader ignore it.
enum ByteOrderMark {
    static func skip(_ start: Bytes) -> Bytes {
        start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF ? start + 3 : start
    }
}
