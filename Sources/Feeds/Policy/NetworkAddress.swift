/// An IP address, and whether it is one of the public internet (the special-purpose registries of RFC 6890).
enum NetworkAddress: Equatable {
    case v4(UInt32)
    /// 16 bytes.
    case v6([UInt8])

    /// False for loopback, private, link-local (where clouds answer with their machines' secrets), shared, reserved and multicast
    /// addresses, also where one of IPv4 is wrapped into one of IPv6.
    var isPublic: Bool {
        switch self {
        case .v4(let address): !Self.special4.contains { address >> (32 - $0.bits) == $0.network >> (32 - $0.bits) }
        case .v6(let bytes): Self.isPublic6(bytes)
        }
    }

    private static let special4: [(network: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8),   // this network
        (0x0A00_0000, 8),   // private
        (0x6440_0000, 10),  // shared by a provider's customers
        (0x7F00_0000, 8),   // loopback
        (0xA9FE_0000, 16),  // link-local; metadata of clouds
        (0xAC10_0000, 12),  // private
        (0xC000_0000, 24),  // protocol assignments
        (0xC000_0200, 24),  // documentation
        (0xC058_6300, 24),  // relays of 6to4, no longer used
        (0xC0A8_0000, 16),  // private
        (0xC612_0000, 15),  // benchmarks
        (0xC633_6400, 24),  // documentation
        (0xCB00_7100, 24),  // documentation
        (0xE000_0000, 4),   // multicast
        (0xF000_0000, 4),   // reserved, broadcast
    ]

    private static func isPublic6(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        // NAT64 (RFC 6052) and 6to4 (RFC 3056) lead to the IPv4 address inside.
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return v4(inside: bytes, at: 12).isPublic }
        if bytes.starts(with: [0x20, 0x02]) { return v4(inside: bytes, at: 2).isPublic }
        // Only 2000::/3 is given out. Outside lie loopback, mapped IPv4, unique local, link-local and multicast addresses.
        guard bytes[0] & 0xE0 == 0x20 else {
            let isMapped = bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            return isMapped && v4(inside: bytes, at: 12).isPublic
        }
        // Protocol assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20).
        if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 2 { return false }
        return !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) && !(bytes.starts(with: [0x3F, 0xFF]) && bytes[2] < 0x10)
    }

    private static func v4(inside bytes: [UInt8], at place: Int) -> NetworkAddress {
        .v4(bytes[place ..< place + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
}
