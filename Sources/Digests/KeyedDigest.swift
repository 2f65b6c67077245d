/// HMAC with SHA-256 (RFC 2104): a digest that says nothing to who lacks the key, however few texts there are to guess from.
package enum KeyedDigest {
    private static let blockBytes = 64

    /// In lower-case hexadecimal.
    ///
    /// - Parameter key: random, of no more than 64 bytes.
    package static func hexadecimal(_ bytes: some Sequence<UInt8>, key: [UInt8]) -> String {
        let whole = Array(key.prefix(blockBytes)) + [UInt8](repeating: 0, count: max(0, blockBytes - key.count))
        let inner = SHA256.digest(whole.map { $0 ^ 0x36 } + bytes)
        return SHA256.text(SHA256.digest(whole.map { $0 ^ 0x5C } + inner))
    }
}
