/// Gives the bytes of one line after the other: behind a line feed it is at its end until it is told to go on. So a line of any length is read like
/// an input of its own.
final class LineSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).

    private var source: any ByteSource
    private let buffer: UnsafeMutableRawBufferPointer
    /// The next byte to be given, and the end of those at hand.
    private var at = 0
    private var end = 0
    private var isAtLineEnd = false
    /// The source has no more.
    private(set) var isComplete = false
    /// Called before more is read, for which one may have to wait.
    private let waiting: () -> Void

    init(_ source: any ByteSource, waiting: @escaping () -> Void) {
        self.source = source
        self.waiting = waiting
        // Looking for line ends reads a little past the bytes at hand.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Window.usualCapacity + Window.padding, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        buffer = memory
    }

    deinit {
        buffer.deallocate()
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard !isAtLineEnd, try hasBytes() else { return 0 }
        let wanted = min(target.count, end - at)
        let count = lineEnd(within: wanted).map { $0 + 1 } ?? wanted
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[at ..< at + count]))
        at += count
        isAtLineEnd = buffer[at - 1] == ASCII.lineFeed
        return count
    }

    /// Goes to the next line; what has not been read of this one is passed over.
    ///
    /// - Returns: the bytes passed over.
    func goOn() throws(SourceError) -> Int {
        var passed = 0
        while !isAtLineEnd, try hasBytes() {
            let count = lineEnd(within: end - at).map { $0 + 1 } ?? end - at
            at += count
            passed += count
            isAtLineEnd = buffer[at - 1] == ASCII.lineFeed
        }
        isAtLineEnd = false
        return passed
    }

    /// How many of the next bytes stand before the line's end; nil where it is not among them.
    private func lineEnd(within count: Int) -> Int? {
        guard let memory = buffer.baseAddress else { return nil }
        let first = Bytes(memory.assumingMemoryBound(to: UInt8.self))
        return Vectors.firstPlace(of: [ASCII.lineFeed], first + at, first + at + count).map { $0 - (first + at) }
    }

    private func hasBytes() throws(SourceError) -> Bool {
        if at < end { return true }
        guard !isComplete else { return false }
        waiting()
        (at, end) = (0, try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<Window.usualCapacity])))
        isComplete = end == 0
        return !isComplete
    }
}
