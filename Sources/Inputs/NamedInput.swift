package import JSONSchema
package import OC4IDS

/// Bytes to be read under a name of their own: a file's, or those of a file inside an archive.
package struct NamedInput: Sendable {
    /// As the user named it; inside an archive `archive.zip:2023/a.json`.
    package let name: String
    package let source: any ByteSource
    /// Where it is known before reading.
    package let byteCount: Int?
    /// Of something packed.
    private let unpacking: Unpacking?

    init(name: String, source: any ByteSource, byteCount: Int? = nil, unpacking: Unpacking? = nil) {
        self.name = name
        self.source = source
        self.byteCount = byteCount
        self.unpacking = unpacking
    }

    /// What unpacking has to say about an input that could not be read; nil when the fault lies elsewhere.
    ///
    /// Damaged data is often broken JSON first, and only shows as damaged at its end, where the checksum is: so what is left is read too.
    package func problem(behind failure: InputFailure) -> ArchiveProblem? {
        guard let unpacking else { return nil }
        guard case .reading = failure.reason else { return unpacking.problem }
        readToEnd(source)
        switch unpacking.problem {
        case .damaged: return .damaged
        case .truncated: return .truncated
        default: return nil
        }
    }
}

/// Reads and forgets what is left of a source, up to its end or the first error.
func readToEnd(_ source: any ByteSource) {
    var source = source
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: UnpackingLimits.blockBytes, alignment: 16)
    defer { room.deallocate() }
    while let count = try? source.read(into: room), count > 0 {}
}
