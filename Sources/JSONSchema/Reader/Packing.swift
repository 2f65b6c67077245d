/// A form in which data travels packed, told by its first bytes and never by a name.
package enum Packing: Sendable {
    /// RFC 1952.
    case gzip
    /// By its first file's header, or by the end of an archive without any.
    case zip

    /// So many bytes tell.
    package static let bytesLookedAt = 4

    package init?(_ beginning: some Collection<UInt8>) {
        if beginning.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if beginning.starts(with: [0x50, 0x4B, 3, 4]) || beginning.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip
        } else {
            return nil
        }
    }
}
