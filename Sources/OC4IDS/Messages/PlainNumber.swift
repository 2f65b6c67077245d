/// A number that people wrote as text: "Q 1,250,000.00".
enum PlainNumber {
    /// The same without decimals; nil when there are any but zeros.
    static func whole(_ text: String) -> String? {
        guard let number = from(text) else { return nil }
        let parts = number.split(separator: ".")
        return parts.count == 1 || parts[1].allSatisfy { $0 == "0" } ? String(parts[0]) : nil
    }

    /// The number as JSON wants it; nil when it is not sure what was meant.
    static func from(_ text: String) -> String? {
        var rest = text.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        for sign in ["GTQ", "USD", "Q.", "Q", "US$", "$"] where rest.uppercased().hasPrefix(sign) {
            rest = rest.dropFirst(sign.count).drop(while: isSpace)
            break
        }
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }

        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.first.flatMap(withoutSeparators)
        guard let digits, parts.count == 1 || isDigits(parts[1]) else { return nil }
        let significant = digits.drop { $0 == "0" }
        return (isNegative ? "-" : "") + (significant.isEmpty ? "0" : significant) + (parts.count == 1 ? "" : "." + parts[1])
    }

    /// The digits of `1,250,000` or `1 250 000`. Anything else with a comma or a space leaves it open what is meant: `1,5`, `0,125`, `12 34`.
    private static func withoutSeparators(_ text: Substring) -> String? {
        let hasCommas = text.contains(",")
        let groups = text.split(omittingEmptySubsequences: false) { hasCommas ? $0 == "," : isSpace($0) }
        guard groups.allSatisfy(isDigits) else { return nil }
        if groups.count == 1 { return String(text) }
        guard groups[0].count <= 3, !groups[0].hasPrefix("0"), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined()
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A space, also one that does not break.
    private static func isSpace(_ character: Character) -> Bool {
        character == " " || character == "\u{A0}" || character == "\u{202F}"
    }
}
