package import JSONSchema
import Digests

/// SHA-256 (FIPS 180-4) of things put one behind the other: the same for the same things.
package struct Fingerprint {
    private var digest = SHA256()

    package init() {}

    /// Adds a text with its length, so that where one ends and the next begins counts.
    package mutating func add(_ text: String?) {
        add(bytes: Array((text.map { "\($0.utf8.count):\($0)" } ?? "-").utf8))
    }

    package mutating func add(file path: String) throws(SourceError) {
        add(try Fingerprint.sha256(ofFile: path))
    }

    /// In lower-case hexadecimal.
    package var hexadecimal: String { digest.hexadecimal }

    mutating func add(bytes: [UInt8]) {
        bytes.withUnsafeBytes { digest.add($0) }
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
