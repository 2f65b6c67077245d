import Digests
package import JSONSchema

/// Passes bytes through and computes their SHA-256 on the way.
package final class DigestingSource: ByteSource, @unchecked Sendable {
    // Sendable although it changes: a source has one reader at a time (`ByteSource`).
    private var source: any ByteSource
    private var digest = SHA256()

    package init(_ source: any ByteSource) {
        self.source = source
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = try source.read(into: buffer)
        digest.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
        return count
    }

    /// Of all bytes read so far, in lower-case hexadecimal.
    package var sha256: String { digest.hexadecimal }
}
