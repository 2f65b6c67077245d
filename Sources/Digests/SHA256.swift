import CDigest

/// SHA-256 (FIPS 180-4) of bytes as they come. A copy goes on from the same place independently.
package struct SHA256: Sendable {
    private var context = SHA256_CTX()

    package init() {
        oc4ids_sha256_begin(&context)
    }

    init(_ bytes: [UInt8]) {
        self.init()
        bytes.withUnsafeBytes { add($0) }
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        oc4ids_sha256_add(&context, bytes.baseAddress, bytes.count)
    }

    /// Of all bytes added so far, in lower-case hexadecimal.
    package var hexadecimal: String { SHA256.text(bytes) }

    var bytes: [UInt8] {
        var copy = context
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        oc4ids_sha256_end(&bytes, &copy)
        return bytes
    }

    static func digest(_ bytes: [UInt8]) -> [UInt8] { SHA256(bytes).bytes }

    /// Gone on with these, this one staying as it is.
    func with(_ bytes: [UInt8]) -> SHA256 {
        var copy = self
        bytes.withUnsafeBytes { copy.add($0) }
        return copy
    }

    static func text(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
