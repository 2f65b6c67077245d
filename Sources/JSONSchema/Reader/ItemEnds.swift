import CVectors

/// Finds where an array's items end without reading them: counts brackets outside strings, 64 bytes at a time.
///
/// As long as the text is well-formed up to some byte, what is found before that byte is exactly what the grammar would find.
struct ItemEnds {
    private var nesting = oc4ids_nesting()

    /// Behind the last item that ends in the text, if any does, and behind the one before it.
    private(set) var lastEnd: Int?
    private(set) var previousEnd: Int?
    /// Where the array's closing bracket stands, once it has been met.
    private(set) var arrayEnd: Int?

    /// Looks through the text up to `count`; what stands before `first` must have been looked through already.
    mutating func look(_ start: Bytes, from first: Int, to count: Int) {
        var position = first
        while arrayEnd == nil {
            position = oc4ids_pass_items(start, position, count, &nesting)
            guard position < count else { return }
            oneByOne(position)
            position += 64
        }
    }

    /// Brackets of a block in which an item may end.
    private mutating func oneByOne(_ position: Int) {
        var left = nesting.opening | nesting.closing
        while left != 0 {
            let bit = left.trailingZeroBitCount
            if nesting.opening & (1 << UInt64(bit)) != 0 {
                nesting.depth += 1
            } else {
                nesting.depth -= 1
                if nesting.depth == 0 {
                    previousEnd = lastEnd
                    lastEnd = position + bit + 1
                }
                if nesting.depth < 0 {
                    arrayEnd = position + bit
                    return
                }
            }
            left &= left - 1
        }
    }
}
