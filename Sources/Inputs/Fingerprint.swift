package import JSONSchema
import CDigest

/// SHA-256 (FIPS 180-4) of things put one behind the other: the same for the same things.
package struct Fingerprint {
    private var context = SHA256_CTX()

    package init() {
        oc4ids_sha256_begin(&context)
    }

    /// Of what a source has added so far.
    init(_ context: SHA256_CTX) {
        self.context = context
    }

    /// Adds a text with its length, so that where one ends and the next begins counts.
    package mutating func add(_ text: String?) {
        add(bytes: Array((text.map { "\($0.utf8.count):\($0)" } ?? "-").utf8))
    }

    package mutating func add(file path: String) throws(SourceError) {
        add(try Fingerprint.sha256(ofFile: path))
    }

    /// In lower-case hexadecimal.
    package var hexadecimal: String {
        var copy = context
        var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        oc4ids_sha256_end(&bytes, &copy)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    mutating func add(bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { oc4ids_sha256_add(&context, $0.baseAddress, $0.count) }
    }

    /// Of a file's bytes, in lower-case hexadecimal.
    package static func sha256(ofFile path: String) throws(SourceError) -> String {
        let source = DigestingSource(try FileSource(path: path))
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { room.deallocate() }
        while try source.read(into: room) > 0 {}
        return source.sha256
    }

    /// Of a text alone.
    package static func sha256(of text: String) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes: Array(text.utf8))
        return fingerprint.hexadecimal
    }
}
