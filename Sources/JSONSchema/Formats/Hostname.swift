extension Format {
    /// A host name of RFC 1034, section 3.1, as RFC 1123, section 2.1 amends it (a label may begin with a digit):
    /// labels of 1 to 63 letters, digits and inner hyphens, separated by dots, 253 characters in all (the 255
    /// octets of RFC 1035, section 2.3.4 count a length octet per label and the root). A dot at the end names the root
    /// and is not part of a host name. What a label `xn--…` decodes to is not looked at.
    static func isHostname(_ text: UnsafeRawBufferPointer) -> Bool {
        guard 1...253 ~= text.count else { return false }
        var labelStart = 0
        for index in 0...text.count {
            if index < text.count, text[index] != UInt8(ascii: ".") {
                guard labelCharacters.contains(text[index]) else { return false }
                continue
            }
            guard 1...63 ~= index - labelStart, text[labelStart] != UInt8(ascii: "-"),
                text[index - 1] != UInt8(ascii: "-")
            else { return false }
            labelStart = index + 1
        }
        return true
    }

    private static let labelCharacters = ByteSet.alphanumerics.union(ByteSet("-"))
}
