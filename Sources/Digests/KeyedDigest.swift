/// HMAC with SHA-256 (RFC 2104): a digest that says nothing to who lacks the key, however few texts there are to guess from.
package struct KeyedDigest: Sendable {
    private static let blockBytes = 64

    // Each has taken the key in, and goes on from there.
    private let inner: SHA256
    private let outer: SHA256

    /// - Parameter key: best as random as it is long.
    package init(key: [UInt8]) {
        let short = key.count > KeyedDigest.blockBytes ? SHA256.digest(key) : key
        let whole = short + [UInt8](repeating: 0, count: KeyedDigest.blockBytes - short.count)
        inner = SHA256(whole.map { $0 ^ 0x36 })
        outer = SHA256(whole.map { $0 ^ 0x5C })
    }

    /// The 32 bytes of it.
    package func bytes(_ content: some Sequence<UInt8>) -> [UInt8] {
        outer.with(inner.with(Array(content)).bytes).bytes
    }

    /// In lower-case hexadecimal.
    package func hexadecimal(_ content: some Sequence<UInt8>) -> String { SHA256.text(bytes(content)) }
}

/// PBKDF2 with HMAC and SHA-256, of 32 bytes (RFC 8018, 5.2): a digest of something that could be guessed, made slow enough that guessing takes long.
package enum SlowDigest {
    /// In lower-case hexadecimal. Two hundred thousand rounds take about a tenth of a second.
    package static func hexadecimal(_ secret: some Sequence<UInt8>, salt: some Sequence<UInt8>, rounds: Int) -> String {
        let keyed = KeyedDigest(key: Array(secret))
        // The one block's number stands behind the salt.
        var latest = keyed.bytes(Array(salt) + [0, 0, 0, 1])
        var sum = latest
        for _ in 1 ..< max(1, rounds) {
            latest = keyed.bytes(latest)
            for index in sum.indices { sum[index] ^= latest[index] }
        }
        return SHA256.text(sum)
    }
}
