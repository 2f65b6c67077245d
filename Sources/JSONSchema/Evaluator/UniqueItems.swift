/// `uniqueItems` (draft-04 validation, section 5.3.4) in linear time, on the digests of an array's items.
enum UniqueItems {
    /// The first item that equals an earlier one, and that one; nil when all differ.
    @inline(__always)
    static func firstTwins(_ items: UnsafeBufferPointer<Digest>) -> (later: Int, earlier: Int)? {
        if items.count == 2 {
            return items[0] == items[1] ? (1, 0) : nil
        }
        return items.count <= 12 ? firstTwinsOfFew(items) : firstTwinsOfMany(items)
    }

    private static func firstTwinsOfFew(_ items: UnsafeBufferPointer<Digest>) -> (later: Int, earlier: Int)? {
        for later in 1 ..< items.count {
            for earlier in 0 ..< later where items[earlier].low == items[later].low && items[earlier] == items[later] {
                return (later, earlier)
            }
        }
        return nil
    }

    @inline(never)
    private static func firstTwinsOfMany(_ items: UnsafeBufferPointer<Digest>) -> (later: Int, earlier: Int)? {
        // Open addressing on the digests' own bits; a slot holds an item's position plus one.
        let size = 1 << (Int.bitWidth - (items.count * 2 - 1).leadingZeroBitCount)
        var slots = [UInt32](repeating: 0, count: size)
        for (position, item) in items.enumerated() {
            var slot = Int(truncatingIfNeeded: item.low) & (size - 1)
            while slots[slot] != 0 {
                let earlier = Int(slots[slot]) - 1
                if items[earlier] == item { return (position, earlier) }
                slot = (slot + 1) & (size - 1)
            }
            slots[slot] = UInt32(truncatingIfNeeded: position + 1)
        }
        return nil
    }
}
