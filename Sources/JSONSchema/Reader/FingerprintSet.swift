/// A set of fingerprints (halves of digests) that is asked often: a table at most half full, whose slots are the fingerprints' own bits.
package struct FingerprintSet: Sendable {
    private var slots: [UInt64]
    private let mask: Int

    package init(_ fingerprints: some Collection<UInt64>) {
        let size = 1 << (Int.bitWidth - max(fingerprints.count * 2 - 1, 1).leadingZeroBitCount)
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        for fingerprint in fingerprints where !contains(fingerprint) {
            var slot = Int(truncatingIfNeeded: fingerprint) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = fingerprint
        }
    }

    package func contains(_ fingerprint: UInt64) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: fingerprint) & mask
            while true {
                let met = slots[slot]
                if met == fingerprint { return true }
                if met == 0 { return false }
                slot = (slot + 1) & mask
            }
        }
    }
}
