import CVectors

/// Finds where an array's items end without reading them: counts brackets outside strings, 64 bytes at a time.
///
/// As long as the text is well-formed up to some byte, what is found before that byte is exactly what the grammar would find.
struct ItemEnds {
    /// Levels below the array whose items are looked for.
    private var depth = 0
    /// All ones when the byte before the next block is inside a string.
    private var inString: UInt64 = 0
    /// The next byte is escaped by a backslash at the end of the last block.
    private var isEscaped = false

    /// Behind the last item that ends in the text, if any does, and behind the one before it.
    private(set) var lastEnd: Int?
    private(set) var previousEnd: Int?
    /// Where the array's closing bracket stands, once it has been met.
    private(set) var arrayEnd: Int?

    /// Looks through `count` bytes; those before must have been looked through already.
    mutating func look(_ start: Bytes, from first: Int, to count: Int) {
        var position = first
        while position < count, arrayEnd == nil {
            let length = min(64, count - position)
            block(start + position, position, length)
            position += length
        }
    }

    @inline(__always)
    private mutating func block(_ p: Bytes, _ position: Int, _ length: Int) {
        var quotes: UInt64 = 0
        var backslashes: UInt64 = 0
        var opening: UInt64 = 0
        var closing: UInt64 = 0
        for part in 0 ..< 4 {
            let place = p + part * 16
            let shift = UInt64(part * 16)
            quotes |= oc4ids_equal(place, 0x22, 0) &<< shift
            backslashes |= oc4ids_equal(place, 0x5C, 0) &<< shift
            // Both kinds of brackets differ in one bit: [ 5B, { 7B, ] 5D, } 7D.
            opening |= oc4ids_equal(place, 0x7B, 0x20) &<< shift
            closing |= oc4ids_equal(place, 0x7D, 0x20) &<< shift
        }
        if length < 64 {
            let used: UInt64 = (1 &<< UInt64(length)) &- 1
            quotes &= used
            backslashes &= used
            opening &= used
            closing &= used
        }
        if backslashes != 0 || isEscaped { quotes &= ~escaped(backslashes, length) }
        // Bit i: an odd number of quotes stands at or before i, so i is inside a string.
        var inside = quotes
        inside ^= inside &<< 1
        inside ^= inside &<< 2
        inside ^= inside &<< 4
        inside ^= inside &<< 8
        inside ^= inside &<< 16
        inside ^= inside &<< 32
        inside ^= inString
        inString = length == 64 ? 0 &- (inside &>> 63) : 0 &- ((inside &>> UInt64(length &- 1)) & 1)
        opening &= ~inside
        closing &= ~inside
        guard opening | closing != 0 else { return }
        let closed = closing.nonzeroBitCount
        if _fastPath(depth > closed) {
            depth += opening.nonzeroBitCount - closed
        } else {
            oneByOne(opening, closing, position)
        }
    }

    /// Brackets of a block in which an item may end.
    private mutating func oneByOne(_ opening: UInt64, _ closing: UInt64, _ position: Int) {
        var left = opening | closing
        while left != 0 {
            let bit = left.trailingZeroBitCount
            if opening & (1 << UInt64(bit)) != 0 {
                depth += 1
            } else {
                depth -= 1
                if depth == 0 {
                    previousEnd = lastEnd
                    lastEnd = position + bit + 1
                }
                if depth < 0 {
                    arrayEnd = position + bit
                    return
                }
            }
            left &= left - 1
        }
    }

    /// The bytes that a backslash before them escapes.
    private mutating func escaped(_ backslashes: UInt64, _ length: Int) -> UInt64 {
        var marks: UInt64 = isEscaped ? 1 : 0
        var left = backslashes & ~marks
        isEscaped = false
        while left != 0 {
            // The first backslash left escapes the byte behind it, a backslash or not.
            let bit = left.trailingZeroBitCount
            if bit == length - 1 {
                isEscaped = true
                break
            }
            marks |= 2 << UInt64(bit)
            left &= ~(3 << UInt64(bit))
        }
        return marks
    }
}
