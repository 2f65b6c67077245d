extension PatternTranslation {
    /// What a backslash and the characters after it mean.
    enum Escape {
        /// A character; a surrogate if it was written as one without its other half.
        case character(UInt32)
        case set(CharacterSet)
        /// A group, by number.
        case reference(Int)
        /// `\b` or `\B`, which mean the same in PCRE2.
        case boundary(String)
    }

    enum CharacterSet {
        case space
        case notSpace
        /// Written for PCRE2, valid inside and outside of classes.
        case other(String)
    }

    /// Reads the escape that begins here.
    mutating func nextEscape(inClass: Bool) throws(Pattern.SyntaxError) -> Escape {
        let start = index
        guard start + 1 < source.count else { throw error(.unexpectedEnd, at: start) }
        let letter = source[start + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "t"): return .character(0x09)
        case UInt8(ascii: "n"): return .character(0x0A)
        // To PCRE2, \v would be a set of several characters.
        case UInt8(ascii: "v"): return .character(0x0B)
        case UInt8(ascii: "f"): return .character(0x0C)
        case UInt8(ascii: "r"): return .character(0x0D)
        // ASCII in ECMA 262 (section 15.10.2.12), and in PCRE2 without its option UCP.
        case UInt8(ascii: "d"): return .set(.other("\\d"))
        case UInt8(ascii: "D"): return .set(.other("\\D"))
        case UInt8(ascii: "w"): return .set(.other("\\w"))
        case UInt8(ascii: "W"): return .set(.other("\\W"))
        case UInt8(ascii: "s"): return .set(.space)
        case UInt8(ascii: "S"): return .set(.notSpace)
        case UInt8(ascii: "p"), UInt8(ascii: "P"):
            return .set(.other("\\\(Unicode.Scalar(letter)){\(try nextProperty(from: start))}"))
        case UInt8(ascii: "b"): return inClass ? .character(0x08) : .boundary("\\b")
        case UInt8(ascii: "B") where !inClass: return .boundary("\\B")
        case UInt8(ascii: "c"):
            // Section 15.10.2.10: the letter's code modulo 32.
            guard index < source.count, ByteSet.letters.contains(source[index]) else { break }
            index += 1
            return .character(UInt32(source[index - 1] % 32))
        case UInt8(ascii: "x"):
            guard let value = nextHexadecimal(digits: 2) else { break }
            return .character(value)
        case UInt8(ascii: "u"):
            guard let value = nextCodePoint() else { break }
            return .character(value)
        case UInt8(ascii: "0"):
            // Octal numbers are not in the grammar (section 15.10.2.11).
            guard index >= source.count || !ByteSet.digits.contains(source[index]) else { break }
            return .character(0)
        case UInt8(ascii: "1")...UInt8(ascii: "9") where !inClass:
            return .reference(try nextReference(from: start))
        case UInt8(ascii: "k") where !inClass:
            guard index < source.count, source[index] == UInt8(ascii: "<") else { break }
            index += 1
            let name = try Self.name(in: source, at: &index)
            guard let number = groupNumbers[name] else { throw error(.unknownReference, at: start) }
            return .reference(number)
        case _ where !ByteSet.alphanumerics.contains(letter):
            index = start + 1
            return .character(nextCharacter())
        default: break
        }
        throw error(.unknownEscape, at: start)
    }

    /// Section 15.10.2.9: a number without a group is an error.
    private mutating func nextReference(from start: Int) throws(Pattern.SyntaxError) -> Int {
        index = start + 1
        var number = 0
        while index < source.count, ByteSet.digits.contains(source[index]) {
            // Once above the count it stays there.
            if number <= groupCount { number = number * 10 + Int(source[index] - 0x30) }
            index += 1
        }
        guard number <= groupCount else { throw error(.unknownReference, at: start) }
        return number
    }

    /// What follows `\u`: four digits, possibly a second escape that completes a surrogate pair, or `{…}`.
    private mutating func nextCodePoint() -> UInt32? {
        if index < source.count, source[index] == UInt8(ascii: "{") {
            let digits = source[(index + 1)...].prefix { ByteSet.hexDigits.contains($0) }
            guard digits.endIndex < source.count, source[digits.endIndex] == UInt8(ascii: "}"),
                let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value <= 0x10FFFF
            else { return nil }
            index = digits.endIndex + 1
            return value
        }
        guard let high = nextHexadecimal(digits: 4) else { return nil }
        let afterHigh = index
        if 0xD800...0xDBFF ~= high, source[index...].starts(with: "\\u".utf8) {
            index += 2
            if let low = nextHexadecimal(digits: 4), 0xDC00...0xDFFF ~= low {
                return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            }
            index = afterHigh
        }
        return high
    }

    private mutating func nextHexadecimal(digits count: Int) -> UInt32? {
        let digits = source[index...].prefix(count)
        guard digits.count == count, digits.allSatisfy({ ByteSet.hexDigits.contains($0) }) else { return nil }
        index += count
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// What follows `\p`, as PCRE2 names it. Not in ECMA 262 5.1, but in use since ECMA 262 2018.
    private mutating func nextProperty(from start: Int) throws(Pattern.SyntaxError) -> String {
        let name = source[index...].dropFirst().prefix { Self.propertyCharacters.contains($0) }
        guard index < source.count, source[index] == UInt8(ascii: "{"), !name.isEmpty, name.endIndex < source.count,
            source[name.endIndex] == UInt8(ascii: "}")
        else { throw error(.unknownProperty, at: start) }
        index = name.endIndex + 1
        let parts = name.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        switch (parts[0], parts.count) {
        case (let name, 1): return Self.generalCategories[name] ?? name
        case ("General_Category", _), ("gc", _): return Self.generalCategories[parts[1]] ?? parts[1]
        case ("Script", _), ("sc", _): return "sc:" + parts[1]
        case ("Script_Extensions", _), ("scx", _): return "scx:" + parts[1]
        default: throw error(.unknownProperty, at: start)
        }
    }

    private static let propertyCharacters = ByteSet.alphanumerics.union(ByteSet("_="))

    /// Long names of general categories (Unicode Character Database, PropertyValueAliases.txt); PCRE2 has the short ones.
    private static let generalCategories = [
        "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Unassigned": "Cn", "Private_Use": "Co",
        "Surrogate": "Cs", "Letter": "L", "Cased_Letter": "L&", "LC": "L&", "Lowercase_Letter": "Ll",
        "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Titlecase_Letter": "Lt", "Uppercase_Letter": "Lu",
        "Mark": "M", "Combining_Mark": "M", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Nonspacing_Mark": "Mn",
        "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No",
        "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd",
        "Close_Punctuation": "Pe", "Final_Punctuation": "Pf", "Initial_Punctuation": "Pi", "Other_Punctuation": "Po",
        "Open_Punctuation": "Ps", "Symbol": "S", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Math_Symbol": "Sm",
        "Other_Symbol": "So", "Separator": "Z", "Line_Separator": "Zl", "Paragraph_Separator": "Zp",
        "Space_Separator": "Zs",
    ]
}
