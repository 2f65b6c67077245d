extension Format {
    /// A dotted quad: four decimal numbers from 0 to 255, without leading zeros.
    ///
    /// Draft-04 names RFC 2673, section 3.2, whose `decbyte = 1*3DIGIT` would allow `010`. Readers disagree whether
    /// that is ten or eight, so it is refused, as RFC 3986 does (section 3.2.2, `dec-octet`; section 7.4 on the danger).
    /// The same rule serves the tail of IPv6 addresses, where leading zeros were never allowed.
    static func isIPv4(_ text: UnsafeRawBufferPointer) -> Bool {
        // "255.255.255.255" is the longest: the test keeps a long string from being read to its end.
        guard text.count <= 15 else { return false }
        var index = 0
        for position in 0..<4 {
            if position > 0 {
                guard index < text.count, text[index] == UInt8(ascii: ".") else { return false }
                index += 1
            }
            let start = index
            var value = 0
            while index < text.count, ByteSet.digits.contains(text[index]) {
                value = value * 10 + Int(text[index] - 0x30)
                index += 1
            }
            let length = index - start
            guard length >= 1, value <= 255, length == 1 || text[start] != 0x30 else { return false }
        }
        return index == text.count
    }
}
