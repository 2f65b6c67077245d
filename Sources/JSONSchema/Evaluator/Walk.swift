/// The walk: reads JSON and checks it against a compiled schema in one pass over the bytes.
///
/// How to read it: `value` looks at a value's first byte and goes on to `Walk+Strings`, `Walk+Numbers`, or `Walk+Containers`, which call
/// `value` again for what they contain. `Walk+Keywords` holds what few schemas ask for. Nothing is built: the walk knows the schema's
/// node it stands on, hands back where the value ended and its `Digest`, and notes violations in `tally`.
///
/// The reader and the evaluator are the one place with unsafe pointers. What makes them safe: behind `end` stand `Window.padding` zero bytes, which every
/// loop stops at, since a zero byte is nowhere part of JSON; no read goes further than 32 bytes past the place looked at.
struct Walk: ~Copyable {
    /// Why the walk stopped before the value's end.
    enum Halt: Error {
        /// The bytes at hand end inside the value, and more may come.
        case needsMore
        /// The bytes are no JSON; `problem` says why.
        case problem
    }

    /// A value that has been walked.
    struct Walked: BitwiseCopyable {
        /// The byte behind it.
        var next: Bytes
        var digest: Digest

        @inline(__always)
        init(_ next: Bytes, _ digest: Digest) {
            self.next = next
            self.digest = digest
        }
    }

    struct Problem {
        var code: ReadingError.Code
        var place: Bytes
    }

    /// A key that its object's schema does not name, or any key of an object with too many names for bits.
    struct Name: BitwiseCopyable {
        var digest: Digest
        var offset: Int
    }

    let program: Program
    let nodes: UnsafePointer<Node>
    let entries: UnsafePointer<Entry>
    let slots: UnsafePointer<UInt16>
    let values: UnsafePointer<Digest>
    let entryCount: Int
    let limits: ReadingLimits

    /// For each entry, and behind them for each node's opening brace, the entry that came next the last time, or -1. A system writes its
    /// objects with the same keys in the same order: the next key is usually the one it was before.
    private(set) var following: UnsafeMutablePointer<Int32>

    /// Offsets in violations count from here.
    var base: Bytes
    /// Behind the last byte at hand.
    var end: Bytes
    /// Nothing comes behind `end`.
    var isComplete: Bool
    /// The bytes at hand are known to be well-formed UTF-8: strings need not be checked for it.
    var isWellFormed = false

    var depth = 0
    var problem: Problem?
    var tally: Tally
    /// Above 0 while a value is walked once more to see whether it fits a subschema: violations then only count in `misfits`.
    var probing = 0
    var misfits = 0
    /// Above 0 while a value is walked once more with another subschema: its keys have been looked at already.
    var repeating = 0
    /// Bytes of the open piece walked again because of `anyOf` and its like; bounded by `ReadingLimits.bytesAgain`.
    var bytesAgain = 0

    /// The values of the open piece, for an observer. Not kept where none looks.
    var outline: ScratchStack<OutlineEntry>
    let keepsOutline: Bool
    /// False also while a value is walked once more.
    var isOutlining: Bool
    /// Digests of the items of arrays that must be unique, innermost array last.
    var items = ScratchStack<Digest>(capacity: 256)
    /// Unknown keys of the objects that are open, innermost object last.
    var unknown = ScratchStack<Name>(capacity: 256)
    /// Decoded text of strings with escapes.
    var decoded = ScratchStack<UInt8>(capacity: 1024)

    /// Subschemas applied inside one another, each of which takes some of the thread's stack.
    static let mostRepeats = 1_000
    /// Walking a value once more takes at least as long as so many bytes of a long one.
    static let leastBytesAgain = 256

    /// - Parameters:
    ///   - outlining: whether an observer wants to see the values.
    ///   - mostValues: so many of a piece's values can be seen.
    init(program: Program, limits: ReadingLimits, examples: Int, outlining: Bool = false, mostValues: Int = .max) {
        keepsOutline = outlining
        isOutlining = outlining
        self.program = program
        nodes = program.nodes
        entries = program.entries
        slots = program.slots
        values = program.values
        entryCount = program.entryCount
        let places = entryCount + program.nodeCount
        following = .allocate(capacity: places)
        following.initialize(repeating: -1, count: places)
        self.limits = limits
        outline = ScratchStack(capacity: 1024, most: mostValues)
        base = Walk.nowhere.withBytes { start, _ in start }
        end = base
        isComplete = false
        tally = Tally(sites: program.sites.count, examples: examples)
    }

    deinit {
        following.deallocate()
    }

    /// Zero bytes to stand on before any input is at hand.
    private static let nowhere = PaddedBytes(EmptyCollection())

    /// Walks one value, `p` at its first byte.
    @inline(__always)
    mutating func value(_ p: Bytes, _ index: Node.Index) throws(Halt) -> Walked {
        let node = nodes + Int(index)
        let walked: Walked
        switch p.pointee {
        case ASCII.quote:
            walked = try string(p, node, index)
        case ASCII.openBrace:
            walked = try object(p, node, index)
        case ASCII.openBracket:
            walked = try array(p, node, index)
        case ASCII.minus, ASCII.zero ... ASCII.nine:
            walked = try number(p, node, index)
            if isOutlining { outlineScalar(p, walked, index) }
        default:
            walked = try literal(p, node, index)
            if isOutlining { outlineScalar(p, walked, index) }
        }
        if _slowPath(node.pointee.flags.contains(.afterwards)) {
            try checkAfterwards(p, walked, index)
        }
        return walked
    }

    @inline(__always)
    private mutating func outlineScalar(_ p: Bytes, _ walked: Walked, _ index: Node.Index) {
        outline.push(OutlineEntry(node: index, start: p - base, byteCount: walked.next - p, fingerprint: walked.digest.low))
    }

    /// The values of the piece that has been walked.
    var outlined: Outline { Outline(first: UnsafePointer(outline.base), count: outline.count, base: base) }

    /// The same, for callers outside the loop.
    @inline(never)
    mutating func wholeValue(_ p: Bytes, _ index: Node.Index) throws(Halt) -> Walked {
        try value(p, index)
    }

    /// `true`, `false`, `null`, or a byte that begins no value.
    @inline(never)
    private mutating func literal(_ p: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        let word = Words.load(p)
        let type: JSONTypes
        let walked: Walked
        if word & 0xFFFF_FFFF == 0x6C6C_756E {
            type = .null
            walked = Walked(p + 4, .null)
        } else if word & 0xFFFF_FFFF == 0x6575_7274 {
            type = .boolean
            walked = Walked(p + 4, .true)
        } else if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {
            type = .boolean
            walked = Walked(p + 5, .false)
        } else {
            throw brokenLiteral(p)
        }
        if node.pointee.types & type.rawValue == 0 { report(.type, index, at: p) }
        return walked
    }

    /// Skips white space (RFC 8259, section 2), `p` at its first byte or at something else.
    @inline(__always)
    func space(_ p: Bytes) -> Bytes {
        if _fastPath(p.pointee > ASCII.space) { return p }
        // One space is what most programs write behind commas and colons.
        if p.pointee == ASCII.space, p[1] > ASCII.space { return p + 1 }
        return longSpace(p)
    }

    @inline(__always)
    private func longSpace(_ start: Bytes) -> Bytes {
        var p = start
        while true {
            let c = p.pointee
            if c == ASCII.lineFeed {
                // What follows a line feed is nearly always indentation.
                p += 1
                var word = Words.load(p) ^ 0x2020_2020_2020_2020
                while word == 0 {
                    p += 8
                    word = Words.load(p) ^ 0x2020_2020_2020_2020
                }
                p += Words.lanesBefore(word)
                if p.pointee > ASCII.space { return p }
            } else if c == ASCII.space || c == ASCII.carriageReturn || c == ASCII.tab {
                p += 1
            } else {
                return p
            }
        }
    }

    /// The end of the data at hand, or of white space in it.
    @inline(__always)
    func isAtEnd(_ p: Bytes) -> Bool { p >= end }

    /// Forgets the piece that was begun, to walk it again from its start.
    mutating func reset(to depth: Int) {
        self.depth = depth
        probing = 0
        repeating = 0
        misfits = 0
        items.truncate(to: 0)
        unknown.truncate(to: 0)
        outline.clear()
        isOutlining = keepsOutline
        tally.rollBack()
    }

    // MARK: What stops the walk

    /// What to throw when `p` is not what the grammar asks for: at the end of the data at hand more may be all that is missing.
    @inline(never)
    mutating func stop(_ code: ReadingError.Code, at p: Bytes) -> Halt {
        if p >= end {
            guard isComplete else { return .needsMore }
            problem = Problem(code: .truncated, place: end)
        } else {
            problem = Problem(code: code, place: p)
        }
        return .problem
    }

    /// The first byte of a literal that is not as it should be.
    @inline(never)
    private mutating func brokenLiteral(_ p: Bytes) -> Halt {
        let expected: StaticString
        switch p.pointee {
        case 0x74: expected = "true"
        case 0x66: expected = "false"
        case 0x6E: expected = "null"
        case ASCII.closeBracket, ASCII.closeBrace:
            var before = p
            while before > base, before[-1] <= ASCII.space { before -= 1 }
            return stop(depth > 0 && before > base && before[-1] == ASCII.comma ? .trailingComma : .expectedValue, at: p)
        default: return stop(.expectedValue, at: p)
        }
        var same = 0
        while same < expected.utf8CodeUnitCount, p[same] == expected.utf8Start[same] { same += 1 }
        return p + same >= end ? stop(.expectedValue, at: p + same) : stop(.expectedValue, at: p)
    }

    /// Behind a member or item something other than a comma or the closing bracket.
    @inline(never)
    mutating func brokenSeparator(_ code: ReadingError.Code, at p: Bytes) -> Halt {
        // A number that goes on in a way numbers do not: 1.2.3, 0x1F, 007.
        if p > base, (ASCII.zero ... ASCII.nine).contains(p[-1]), p < end, p.pointee > ASCII.space, p.pointee < 0x7F,
           p.pointee != ASCII.quote, p.pointee != ASCII.colon, p.pointee < ASCII.openBracket || (0x61 ... 0x7A).contains(p.pointee) {
            return stop(.invalidNumber, at: p)
        }
        return stop(code, at: p)
    }

    /// Goes one level deeper.
    @inline(__always)
    mutating func descend(_ p: Bytes) throws(Halt) {
        depth &+= 1
        if _slowPath(depth > limits.depth) { throw stop(.tooDeep, at: p) }
    }

    // MARK: What the walk notes down

    /// Notes a violation; the place is where the value begins.
    @inline(never)
    mutating func report(_ keyword: Keyword, _ index: Node.Index, at p: Bytes, ordinal: Int? = nil, detail: Int = 0, other: Int = 0) {
        guard probing == 0 else {
            misfits &+= 1
            return
        }
        tally.note(site: program.site(keyword, node: index, ordinal: ordinal), offset: p - base, detail: detail, other: other)
    }
}
