import CArchive
import FeedsTestServers

/// A zip archive (APPNOTE.TXT 4.3), made byte by byte, sound or broken in one place.
struct Zip {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        /// 0 stored, 8 deflated; others are only claimed.
        var method: UInt16 = 8
        var isEncrypted = false
        /// The name is said to be UTF-8.
        var saysUTF8 = false
        /// Size and checksum follow behind the data, as when the archive was written to a pipe.
        var isStreamed = false
        /// Sizes stand in 64 bits.
        var is64 = false
        /// The checksum is another's.
        var hasWrongChecksum = false
        /// A link, to the path that is its content.
        var isLink = false

        init(_ name: String, _ content: some Sequence<UInt8>) {
            self.name = Array(name.utf8)
            self.content = Array(content)
        }

        init(_ name: String, _ content: String = Content.valid) {
            self.init(name, content.utf8)
        }

        func with(_ change: (inout Entry) -> Void) -> Entry {
            var copy = self
            change(&copy)
            return copy
        }

        fileprivate var flags: UInt16 { (isEncrypted ? 1 : 0) | (isStreamed ? 8 : 0) | (saysUTF8 ? 0x800 : 0) }

        fileprivate var checksum: UInt32 {
            UInt32(crc32(0, content, UInt32(content.count))) ^ (hasWrongChecksum ? 1 : 0)
        }
    }

    var entries: [Entry]
    /// Where each file's header begins.
    private(set) var places: [Int] = []
    private(set) var bytes: [UInt8] = []

    init(_ entries: [Entry]) {
        self.entries = entries
        var directory: [UInt8] = []
        for entry in entries {
            places.append(bytes.count)
            append(entry, at: bytes.count, &directory)
        }
        let start = bytes.count
        bytes += directory
        bytes += number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2) + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    private mutating func append(_ entry: Entry, at place: Int, _ directory: inout [UInt8]) {
        let packed = entry.method == 8 ? Deflate.packed(entry.content) : entry.content
        let checksum = Int(entry.checksum)
        let long = 0xFFFF_FFFF
        func sizes(_ isKnown: Bool) -> [UInt8] {
            if entry.is64 { return number(isKnown ? checksum : 0, 4) + number(long, 4) + number(long, 4) }
            return isKnown ? number(checksum, 4) + number(packed.count, 4) + number(entry.content.count, 4) : [UInt8](repeating: 0, count: 12)
        }
        let extra = entry.is64 ? number(1, 2) + number(16, 2) + number(entry.content.count, 8) + number(packed.count, 8) : []
        let common = number(entry.is64 ? 45 : 20, 2) + number(Int(entry.flags), 2) + number(Int(entry.method), 2) + [0, 0, 0x21, 0]
        bytes += number(0x0403_4B50, 4) + common + sizes(!entry.isStreamed) + number(entry.name.count, 2) + number(extra.count, 2) + entry.name + extra + packed
        if entry.isStreamed {
            bytes += number(0x0807_4B50, 4) + number(checksum, 4) + number(packed.count, 4) + number(entry.content.count, 4)
        }
        let attributes = entry.isLink ? 0o120777 << 16 : 0o100644 << 16
        directory += number(0x0201_4B50, 4) + number(3 << 8 | 45, 2) + common + sizes(true) + number(entry.name.count, 2) + number(extra.count, 2)
        directory += [UInt8](repeating: 0, count: 6) + number(attributes, 4) + number(place, 4) + entry.name + extra
    }

    /// Little-endian.
    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0 ..< count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
