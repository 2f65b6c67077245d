/// Why what a gzip file or a zip archive holds could not be read.
public enum ArchiveProblem: Sendable, Equatable {
    /// A zip archive without any file that is read.
    case noData
    /// The packed data ends before its end: a download that was cut off.
    case truncated
    /// The packed data is not what was packed: it cannot be unpacked, or its checksum is another.
    case damaged
    /// Something that is not gzip follows behind gzip's data.
    case extraContent
    /// It takes a password.
    case encrypted
    /// Packed by a method that is not known here.
    case unknownMethod
    /// An archive inside an archive.
    case nested
    /// More came out than `--max-unpacked` allows, in bytes.
    case tooLarge(limit: Int)
    /// More came out for what went in than `--max-ratio` allows: what is made to exhaust a reader does that, data does not.
    case suspicious(ratio: Int)

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .noData: "emptyArchive"
        case .truncated: "truncatedArchive"
        case .damaged: "damagedArchive"
        case .extraContent: "extraAfterArchive"
        case .encrypted: "encryptedArchive"
        case .unknownMethod: "unknownCompression"
        case .nested: "nestedArchive"
        case .tooLarge: "unpackedTooLarge"
        case .suspicious: "suspiciousRatio"
        }
    }
}
