import JSONSchema

/// Numbers that belong to digests, in memory lent for one call: for looking inside one list, which as a rule is short.
struct DigestTable {
    private struct Slot: BitwiseCopyable {
        var digest: Digest
        /// -1 in a free slot.
        var number: Int
    }

    private let slots: UnsafeMutableBufferPointer<Slot>
    private let mask: Int

    /// Calls `body` with an empty table that has room for `count` digests.
    static func with<Result>(room count: Int, _ body: (DigestTable) -> Result) -> Result {
        // At most half full, so that a search soon meets a free slot.
        let size = 1 << (Int.bitWidth - max(count * 2 - 1, 1).leadingZeroBitCount)
        return withUnsafeTemporaryAllocation(of: Slot.self, capacity: size) { slots in
            slots.initialize(repeating: Slot(digest: Digest(low: 0, high: 0), number: -1))
            return body(DigestTable(slots: slots, mask: size - 1))
        }
    }

    /// The number of a digest that was entered.
    func number(of digest: Digest) -> Int? {
        let number = slots[slot(of: digest)].number
        return number < 0 ? nil : number
    }

    /// Enters a digest, unless it was entered before.
    ///
    /// - Returns: the number that it was entered with before.
    func enter(_ digest: Digest, _ number: Int) -> Int? {
        let slot = slot(of: digest)
        if slots[slot].number >= 0 { return slots[slot].number }
        slots[slot] = Slot(digest: digest, number: number)
        return nil
    }

    /// Where a digest stands, or the free slot where it would.
    private func slot(of digest: Digest) -> Int {
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while slots[slot].number >= 0, !slots[slot].digest.isSame(as: digest) { slot = (slot + 1) & mask }
        return slot
    }
}

extension Digest {
    /// Word by word: `==` from another module is a call.
    @inline(__always)
    func isSame(as other: Digest) -> Bool { low == other.low && high == other.high }
}
