import CVectors

/// A 1-based place in a text.
public struct Position: Hashable, Sendable, Comparable {
    /// Lines end at LF, CR LF or CR.
    public var line: Int
    /// In Unicode scalars; a byte order mark counts in none.
    public var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }

    /// The same place when the text it was counted in begins at `start` of a longer one.
    package func moved(from start: Position) -> Position {
        line == 1
            ? Position(line: start.line, column: start.column + column - 1)
            : Position(line: start.line + line - 1, column: column)
    }
}

/// Turns offsets into lines and columns, reading every byte once: it only goes forward.
///
/// The walk itself knows only offsets. Lines are counted afterwards, over bytes that are still in the processor's cache.
struct LineCounter: Sendable {
    /// The place that has been counted up to.
    private(set) var position = Position(line: 1, column: 1)
    /// The last byte counted was a carriage return: a line feed next to it belongs to the same line end.
    private var afterReturn = false

    /// Counts the bytes from `p` to `end`, which follow those counted before.
    mutating func advance(over p: Bytes, to end: Bytes) {
        var q = p
        if afterReturn, q < end {
            if q.pointee == ASCII.lineFeed { q += 1 }
            afterReturn = false
        }
        guard q < end else { return }
        let (ends, scalars) = LineCounter.count(q, end)
        if ends > 0 {
            position.line += ends
            // The column starts anew behind the last line end.
            var start = end
            while start > q, start[-1] != ASCII.lineFeed, start[-1] != ASCII.carriageReturn { start -= 1 }
            position.column = 1 + LineCounter.count(start, end).scalars
        } else {
            position.column += scalars
        }
        afterReturn = end[-1] == ASCII.carriageReturn
    }

    init() {}

    /// Begins at a known place that does not follow a carriage return.
    init(at position: Position) {
        self.position = position
    }

    /// The place of `p`, counting on from `from`, without moving.
    func position(of p: Bytes, from: Bytes) -> Position {
        var copy = self
        copy.advance(over: from, to: p)
        return copy.position
    }

    /// Line ends: line feeds, and carriage returns without one behind them (a return as the last byte counts). And bytes that begin a
    /// character: all but UTF-8's continuation bytes, 10xxxxxx.
    private static func count(_ start: Bytes, _ end: Bytes) -> (ends: Int, scalars: Int) {
        let found = oc4ids_count_lines(start, end - start)
        // Nearly no file has any carriage return: the exact look at each is for those that do.
        let ends = found.has_returns ? found.line_feeds + Vectors.loneReturns(start, end) : found.line_feeds
        return (ends, end - start - found.continuations)
    }
}

extension Position {
    /// Of a byte of a whole document in memory.
    package init(in bytes: [UInt8], at offset: Int) {
        let text = PaddedBytes(bytes)
        self = text.withBytes { start, end in
            let first = ByteOrderMark.skip(start)
            return LineCounter().position(of: min(start + offset, end), from: first)
        }
    }
}
