extension PatternTranslation {
    /// The white space and line terminators of ECMA 262 5.1, sections 7.2 and 7.3 (with the category Zs of today's
    /// Unicode), as the inside of a class. PCRE2's own `\s` is ASCII.
    static let spaces = ranges(spaceRanges)

    /// All other characters: inside a class, `\S` cannot be written as a negated class.
    private static let nonSpaces: String = {
        var complement: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in spaceRanges {
            complement.append(next...(range.lowerBound - 1))
            next = range.upperBound + 1
        }
        return ranges(complement + [next...0x10FFFF])
    }()

    /// Ascending and with gaps between them.
    private static let spaceRanges: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]

    private static func ranges(_ ranges: [ClosedRange<UInt32>]) -> String {
        ranges.map { "\\x{\(String($0.lowerBound, radix: 16))}-\\x{\(String($0.upperBound, radix: 16))}" }.joined()
    }

    /// Reads the class that begins here, up to its closing bracket (ECMA 262 5.1, section 15.10.2.13).
    mutating func translateClass() throws(Pattern.SyntaxError) {
        let start = index
        index += 1
        emit("[")
        let isNegated = index < source.count && source[index] == UInt8(ascii: "^")
        if isNegated {
            index += 1
            emit("^")
        }
        let bodyStart = output.count
        while true {
            guard index < source.count else { throw error(.unterminatedClass, at: start) }
            if source[index] == UInt8(ascii: "]") { break }
            try translateClassMember()
        }
        index += 1
        emit("]")
        if output.count == bodyStart + 1 {
            output.removeLast(isNegated ? 3 : 2)
            emit(isNegated ? Self.anything : Self.nothing)
        }
    }

    /// `[^]` and `[]`. PCRE2 has the latter as an option, but then drops its quantifier: `[]*` would match nothing,
    /// where it matches the empty text.
    private static let anything = "[\\x{0}-\\x{10ffff}]"
    static let nothing = "[^\\x{0}-\\x{10ffff}]"

    /// A character, a set, or a range of characters. A hyphen next to a set is itself, as in annex B.1.2.
    private mutating func translateClassMember() throws(Pattern.SyntaxError) {
        let start = index
        let first = try nextClassAtom()
        // A hyphen before the closing bracket is itself.
        guard index + 1 < source.count, source[index] == UInt8(ascii: "-"), source[index + 1] != UInt8(ascii: "]") else {
            return emit(classAtom: first)
        }
        index += 1
        let last = try nextClassAtom()
        guard case .character(let lower) = first, case .character(let upper) = last else {
            emit(classAtom: first)
            emit(character: UInt32(UInt8(ascii: "-")))
            return emit(classAtom: last)
        }
        guard lower <= upper else { throw error(.rangeOutOfOrder, at: start) }
        emit(from: lower, to: upper)
    }

    private mutating func nextClassAtom() throws(Pattern.SyntaxError) -> Escape {
        guard source[index] == UInt8(ascii: "\\") else { return .character(nextCharacter()) }
        return try nextEscape(inClass: true)
    }

    private mutating func emit(classAtom: Escape) {
        switch classAtom {
        case .character(let character): emit(from: character, to: character)
        case .set(.space): emit(Self.spaces)
        case .set(.notSpace): emit(Self.nonSpaces)
        case .set(.other(let text)): emit(text)
        case .reference, .boundary: break  // Not read inside a class.
        }
    }

    /// Writes a range. Surrogates at its ends are left out: no valid text contains them, and PCRE2 refuses them.
    private mutating func emit(from lower: UInt32, to upper: UInt32) {
        let lower = 0xD800...0xDFFF ~= lower ? 0xE000 : lower
        let upper = 0xD800...0xDFFF ~= upper ? 0xD7FF : upper
        guard lower <= upper else { return }
        emit(character: lower)
        guard lower < upper else { return }
        emit("-")
        emit(character: upper)
    }
}
