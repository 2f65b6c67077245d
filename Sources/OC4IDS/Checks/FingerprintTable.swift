/// Numbers that belong to fingerprints, in memory lent for one call: for looking inside one list, which as a rule is short.
struct FingerprintTable {
    private struct Slot: BitwiseCopyable {
        var fingerprint: UInt64
        /// -1 in a free slot.
        var number: Int
    }

    private let slots: UnsafeMutableBufferPointer<Slot>
    private let mask: Int

    /// Calls `body` with an empty table that has room for `count` fingerprints.
    static func with<Result>(room count: Int, _ body: (FingerprintTable) -> Result) -> Result {
        // At most half full, so that a search soon meets a free slot.
        let size = 1 << (Int.bitWidth - max(count * 2 - 1, 1).leadingZeroBitCount)
        return withUnsafeTemporaryAllocation(of: Slot.self, capacity: size) { slots in
            slots.initialize(repeating: Slot(fingerprint: 0, number: -1))
            return body(FingerprintTable(slots: slots, mask: size - 1))
        }
    }

    /// The number of a fingerprint that was entered.
    func number(of fingerprint: UInt64) -> Int? {
        let number = slots[slot(of: fingerprint)].number
        return number < 0 ? nil : number
    }

    /// Enters a fingerprint, unless it was entered before.
    ///
    /// - Returns: the number that it was entered with before.
    func enter(_ fingerprint: UInt64, _ number: Int) -> Int? {
        let slot = slot(of: fingerprint)
        if slots[slot].number >= 0 { return slots[slot].number }
        slots[slot] = Slot(fingerprint: fingerprint, number: number)
        return nil
    }

    /// Where a fingerprint stands, or the free slot where it would.
    private func slot(of fingerprint: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: fingerprint) & mask
        while slots[slot].number >= 0, slots[slot].fingerprint != fingerprint { slot = (slot + 1) & mask }
        return slot
    }
}
