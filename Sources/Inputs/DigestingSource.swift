package import JSONSchema
import CDigest

/// Passes bytes through and computes their SHA-256 (FIPS 180-4) on the way.
package final class DigestingSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).
    private var source: any ByteSource
    private var context = SHA256_CTX()

    package init(_ source: any ByteSource) {
        self.source = source
        oc4ids_sha256_begin(&context)
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = try source.read(into: buffer)
        oc4ids_sha256_add(&context, buffer.baseAddress, count)
        return count
    }

    /// Of all bytes read so far, in lower-case hexadecimal.
    package var sha256: String {
        Fingerprint(context).hexadecimal
    }
}
