extension Format {
    /// The text forms of RFC 4291, section 2.2: eight groups of one to four hexadecimal digits; `::` once, for one or
    /// more groups of zeros; the last two groups possibly as a dotted quad. No zone (RFC 4007) and no prefix
    /// length: both are written after an address and are not part of it.
    static func isIPv6(_ text: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        var groups = 0
        var compressed = false
        if text.count >= 2, text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":") {
            compressed = true
            index = 2
        }
        while index < text.count || groups == 0 && !compressed {
            let start = index
            while index < text.count, ByteSet.hexDigits.contains(text[index]) { index += 1 }
            guard 1...4 ~= index - start, groups < 8 else { return false }
            if index < text.count, text[index] == UInt8(ascii: ".") {
                guard isIPv4(UnsafeRawBufferPointer(rebasing: text[start...])) else { return false }
                groups += 2
                break
            }
            groups += 1
            if index == text.count { break }
            guard text[index] == UInt8(ascii: ":") else { return false }
            index += 1
            // A colon announces a group, unless a second colon follows.
            guard index < text.count else { return false }
            if text[index] == UInt8(ascii: ":") {
                guard !compressed else { return false }
                compressed = true
                index += 1
            }
        }
        return compressed ? groups <= 7 : groups == 8
    }
}
