/// A set of digests that is asked often: a table at most half full, whose slots are the digests' own bits.
package struct DigestSet: Sendable {
    private var slots: [Digest]
    private let mask: Int

    package init(_ digests: some Collection<Digest>) {
        let size = 1 << (Int.bitWidth - max(digests.count * 2 - 1, 1).leadingZeroBitCount)
        slots = Array(repeating: Digest(low: 0, high: 0), count: size)
        mask = size - 1
        for digest in digests where !contains(digest) {
            var slot = Int(truncatingIfNeeded: digest.low) & mask
            while slots[slot] != Digest(low: 0, high: 0) { slot = (slot + 1) & mask }
            slots[slot] = digest
        }
    }

    package func contains(_ digest: Digest) -> Bool {
        var slot = Int(truncatingIfNeeded: digest.low) & mask
        while true {
            let met = slots[slot]
            if met.low == digest.low, met.high == digest.high { return true }
            if met.low == 0, met.high == 0 { return false }
            slot = (slot + 1) & mask
        }
    }
}
