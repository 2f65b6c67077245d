/// A stack of plain values in memory of its own, for what the walk notes down on its way: no reference counting, no
/// bounds checks in the hot loop, kept and reused from piece to piece.
struct ScratchStack<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private(set) var capacity: Int
    /// No more elements than this are kept.
    private let most: Int
    /// More were pushed than are kept: those there are have been written over, and are good for nothing. What counts on positions goes on without
    /// noticing; they are never beyond `capacity`.
    private(set) var isOverfull = false

    init(capacity: Int = 64, most: Int = .max) {
        self.capacity = min(capacity, most)
        self.most = most
        base = .allocate(capacity: self.capacity)
    }

    deinit {
        base.deallocate()
    }

    @inline(__always)
    mutating func push(_ element: Element) {
        if count == capacity { grow(to: count &+ 1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// Counts elements that were written behind the last one, in room that was reserved.
    @inline(__always)
    mutating func extend(by added: Int) {
        count &+= added
    }

    mutating func append(_ elements: UnsafePointer<Element>, _ added: Int) {
        reserve(count &+ added)
        (base + count).initialize(from: elements, count: added)
        count &+= added
    }

    @inline(__always)
    mutating func truncate(to newCount: Int) {
        count = newCount
    }

    /// Behind the last element that there is room for.
    @inline(__always)
    var limit: UnsafeMutablePointer<Element> { base + capacity }

    /// Makes room for `newCount` elements without adding any.
    mutating func reserve(_ newCount: Int) {
        if newCount > capacity { grow(to: newCount) }
    }

    /// Forgets all elements.
    mutating func clear() {
        count = 0
        isOverfull = false
    }

    @inline(never)
    private mutating func grow(to least: Int) {
        guard least <= most else {
            isOverfull = true
            count = 0
            return
        }
        let newCapacity = min(max(least, capacity &* 2), most)
        let new = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
        new.moveInitialize(from: base, count: count)
        base.deallocate()
        base = new
        capacity = newCapacity
    }

    var elements: UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base, count: count)
    }
}

extension ScratchStack<OutlineEntry> {
    /// The container whose entry is at `mark` has ended, and with it all it holds.
    @inline(__always)
    mutating func close(_ mark: Int, byteCount: Int, fingerprint: UInt64) {
        // The entry may be the first one that was not kept.
        guard mark < capacity else { return }
        base[mark].close(byteCount: byteCount, extent: count &- mark &- 1, fingerprint: fingerprint)
    }
}
