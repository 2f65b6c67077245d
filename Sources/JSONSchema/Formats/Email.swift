extension Format {
    /// A mailbox of RFC 5321, section 4.1.2: the part of RFC 5322's `addr-spec` (section 3.4.1, which draft-04 names)
    /// that can be sent to. So no comments, no folding white space and no obsolete forms, but quoted local parts and
    /// address literals. Lengths of the local part are not limited (section 4.5.3.1 asks for no limits
    /// where possible); a domain obeys the limits of host names.
    static func isEmail(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first else { return false }
        let localEnd = first == UInt8(ascii: "\"") ? endOfQuotedString(text) : endOfDotString(text)
        guard let localEnd, localEnd < text.count, text[localEnd] == UInt8(ascii: "@") else { return false }
        let domain = UnsafeRawBufferPointer(rebasing: text[(localEnd + 1)...])
        return domain.first == UInt8(ascii: "[") ? isAddressLiteral(domain) : isHostname(domain)
    }

    /// `Dot-string`: where runs of `atext`, each at least one character long and joined by single dots, end.
    private static func endOfDotString(_ text: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while true {
            let start = index
            while index < text.count, atomCharacters.contains(text[index]) { index += 1 }
            guard index > start else { return nil }
            guard index < text.count, text[index] == UInt8(ascii: ".") else { return index }
            index += 1
        }
    }

    /// `Quoted-string`: the index after the closing quote. Inside, printable ASCII; `"` and `\` after a backslash.
    private static func endOfQuotedString(_ text: UnsafeRawBufferPointer) -> Int? {
        var index = 1
        while index < text.count {
            var byte = text[index]
            if byte == UInt8(ascii: "\"") { return index + 1 }
            if byte == UInt8(ascii: "\\") {
                index += 1
                guard index < text.count else { return nil }
                byte = text[index]
            }
            guard 0x20...0x7E ~= byte else { return nil }
            index += 1
        }
        return nil
    }

    /// `address-literal` (RFC 5321, section 4.1.3). Of the tagged forms only `IPv6:` is registered.
    private static func isAddressLiteral(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 2, text.last == UInt8(ascii: "]") else { return false }
        let address = UnsafeRawBufferPointer(rebasing: text[1..<(text.count - 1)])
        guard address.count > 5, address[4] == UInt8(ascii: ":"),
            // Tags are case-insensitive, as ABNF strings are (RFC 5234, section 2.3).
            address[0] | 0x20 == UInt8(ascii: "i"), address[1] | 0x20 == UInt8(ascii: "p"),
            address[2] | 0x20 == UInt8(ascii: "v"), address[3] == UInt8(ascii: "6")
        else { return isIPv4(address) }
        return isIPv6(UnsafeRawBufferPointer(rebasing: address[5...]))
    }

    /// `atext` of RFC 5322, section 3.2.3.
    private static let atomCharacters = ByteSet.alphanumerics.union(ByteSet("!#$%&'*+-/=?^_`{|}~"))
}
