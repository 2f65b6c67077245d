import CVectors

/// Where bytes come from: a file, standard input, a download. One reader at a time reads from it, though not always on the same thread.
package protocol ByteSource: Sendable {
    /// Puts up to `buffer.count` bytes at the buffer's start and says how many; 0 only at the end of the input.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int
}

/// A source that stopped giving bytes before its end.
package struct SourceError: Error, Sendable, Equatable {
    /// The system's error number.
    package var number: Int32
    package var reason: String

    package init(number: Int32, reason: String) {
        self.number = number
        self.reason = reason
    }
}

/// The part of the input that is in memory: one buffer, used again and again, with `padding` zero bytes behind the data.
struct Window: ~Copyable {
    /// More than the walk ever reads past the place it looks at.
    static let padding = 64
    /// Large enough that a project rarely has to be walked twice, small enough for a processor's second-level cache.
    static let usualCapacity = 1 << 19

    private var source: any ByteSource
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes of data in the buffer.
    private(set) var count = 0
    /// Bytes of the input before the buffer's first.
    private(set) var offset = 0
    /// The source has no more.
    private(set) var isComplete = false
    /// So many bytes from the buffer's first are known to be well-formed UTF-8.
    private var soundCount = 0
    /// `soundCount` has been worked out for the bytes that are in the buffer now.
    private var isLookedAt = false

    init(_ source: any ByteSource, capacity: Int = Window.usualCapacity) {
        self.source = source
        self.capacity = capacity
        memory = .allocate(capacity: capacity + Window.padding)
        // Not all of it: a small input should not have to wait until the system has found memory for a large one.
        memory.initialize(repeating: 0, count: Window.padding)
    }

    deinit {
        memory.deallocate()
    }

    var start: Bytes { UnsafePointer(memory) }
    var end: Bytes { UnsafePointer(memory + count) }

    /// The bytes in the buffer are well-formed UTF-8. Each is looked at once, many at a time, which costs less than to look out for those that
    /// are not ASCII in every string. A character that the buffer's end cuts does no harm: no string ends behind it.
    mutating func isWellFormed() -> Bool {
        if !isLookedAt {
            isLookedAt = true
            if oc4ids_is_utf8(memory, soundCount, count) { soundCount = count }
        }
        return soundCount == count
    }

    /// The buffer is full and may not grow, unless something is dropped.
    func isFull(limit: Int) -> Bool {
        count == capacity && capacity >= limit
    }

    /// Forgets everything: the source has an input that begins anew.
    mutating func restart() {
        count = 0
        offset = 0
        soundCount = 0
        isComplete = false
        zeroPadding()
    }

    /// Drops the first `used` bytes and reads on until the buffer is full or the input at its end. When nothing can be dropped the buffer
    /// grows, up to `limit`.
    ///
    /// - Returns: false when there is no room for more within `limit`.
    mutating func refill(dropping used: Int, limit: Int) throws(SourceError) -> Bool {
        if used > 0 {
            memory.update(from: memory + used, count: count - used)
            offset += used
            count -= used
            soundCount = max(soundCount - used, 0)
        } else if count == capacity {
            guard capacity < limit else { return false }
            grow(to: min(capacity * 2, limit))
        }
        while count < capacity, !isComplete {
            let got = try source.read(into: UnsafeMutableRawBufferPointer(start: memory + count, count: capacity - count))
            if got == 0 { isComplete = true }
            count += got
        }
        zeroPadding()
        return true
    }

    // MARK: Parts

    /// A window that is filled by `load`.
    init(capacity: Int = Window.usualCapacity) {
        self.init(NoSource(), capacity: capacity)
        isComplete = true
    }

    /// Gives away the source and the bytes from `position` on, for others to read on.
    mutating func handOver(from position: Int) -> (source: any ByteSource, rest: [UInt8], offset: Int, isComplete: Bool) {
        let rest = Array(UnsafeBufferPointer(start: memory + position, count: count - position))
        return (source, rest, offset + position, isComplete)
    }

    /// Goes on with what others have left of the source.
    mutating func takeOver(_ source: any ByteSource, rest: [UInt8], offset: Int, isComplete: Bool) {
        self.source = source
        while capacity < rest.count { grow(to: max(capacity * 2, rest.count)) }
        count = 0
        soundCount = 0
        append(rest)
        self.offset = offset
        self.isComplete = isComplete
        zeroPadding()
    }

    /// Replaces the contents with `beginning` and as much more of `source` as there is room for.
    ///
    /// - Returns: true when the source is at its end.
    mutating func load(_ beginning: [UInt8], offset: Int, from source: inout any ByteSource, capacity wanted: Int) throws(SourceError) -> Bool {
        while capacity < wanted { grow(to: wanted) }
        count = 0
        soundCount = 0
        append(beginning)
        self.offset = offset
        var isAtEnd = false
        while count < capacity, !isAtEnd {
            let got = try source.read(into: UnsafeMutableRawBufferPointer(start: memory + count, count: capacity - count))
            if got == 0 { isAtEnd = true }
            count += got
        }
        zeroPadding()
        return isAtEnd
    }

    /// Cuts off what lies behind `length` bytes and returns it.
    mutating func cut(at length: Int) -> [UInt8] {
        let rest = Array(UnsafeBufferPointer(start: memory + length, count: count - length))
        count = length
        soundCount = min(soundCount, length)
        zeroPadding()
        return rest
    }

    private mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress { (memory + count).update(from: start, count: buffer.count) }
        }
        count += bytes.count
    }

    /// Has to follow whatever changes the data's end.
    private mutating func zeroPadding() {
        isLookedAt = false
        (memory + count).initialize(repeating: 0, count: Window.padding)
    }

    private mutating func grow(to newCapacity: Int) {
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + Window.padding)
        new.initialize(from: memory, count: count + Window.padding)
        memory.deallocate()
        memory = new
        capacity = newCapacity
    }
}

/// A source without bytes.
struct NoSource: ByteSource {
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int { 0 }
}
