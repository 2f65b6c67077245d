/// The formats draft-04 defines (JSON Schema Validation draft-04, section 7.3).
///
/// A format says nothing about values that are not strings; the caller asks only for strings. Every check works
/// on the bytes of the decoded string: no `String` is made and nothing is allocated. One file per format.
package enum Format: UInt8, CaseIterable, Sendable {
    case dateTime, uri, email, hostname, ipv4, ipv6

    /// The format a schema means by `name`, or nil for a name draft-04 does not define. Such a name is no error in the
    /// schema, it is ignored: authors may use names of their own (JSON Schema Validation draft-04, section 7.2).
    package init?(name: String) {
        switch name {
        case "date-time": self = .dateTime
        case "uri": self = .uri
        case "email": self = .email
        case "hostname": self = .hostname
        case "ipv4": self = .ipv4
        case "ipv6": self = .ipv6
        default: return nil
        }
    }

    /// The name as schemas and messages spell it.
    package var name: String {
        switch self {
        case .dateTime: "date-time"
        case .uri: "uri"
        case .email: "email"
        case .hostname: "hostname"
        case .ipv4: "ipv4"
        case .ipv6: "ipv6"
        }
    }

    /// Whether `text`, the UTF-8 of a string after its JSON escapes were decoded, has this format.
    package func accepts(_ text: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .dateTime: Self.isDateTime(text)
        case .uri: Self.isURI(text)
        case .email: Self.isEmail(text)
        case .hostname: Self.isHostname(text)
        case .ipv4: Self.isIPv4(text)
        case .ipv6: Self.isIPv6(text)
        }
    }
}
