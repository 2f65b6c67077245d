/// How a top-level value is to be walked.
package enum Layout: Sendable, Equatable {
    /// As one piece.
    case whole(FieldNode)
    /// An object member by member, the array in the member of that name item by item.
    case members(FieldNode, streaming: String)
    /// An array item by item, each with the same node.
    case items(FieldNode)
    /// Not at all: the word says why.
    case refuse(String)
}

/// A top-level value about to be walked.
package struct TopLevelValue: Sendable {
    package enum Kind: Sendable { case object, array, scalar }

    package var kind: Kind
    /// An object's names up to and including `LayoutRule.streaming`, or all.
    package var names: [String]
    /// Its position among the top-level values.
    package var ordinal: Int
}

/// The caller's rule for top-level values.
package struct LayoutRule: Sendable {
    /// An object with a member of this name may be too large for memory.
    package var streaming: String
    package var layout: @Sendable (TopLevelValue) -> Layout

    package init(streaming: String, layout: @escaping @Sendable (TopLevelValue) -> Layout) {
        self.streaming = streaming
        self.layout = layout
    }
}

/// What a document's walk has found.
package struct WalkResult<Observer: PieceObserver>: Sendable {
    package var observer: Observer
    /// Violations by site of the program, all of them.
    package var counts: [Int]
    package var duplicateKeys: Int
    package var places: [Place]
    /// Bad lines of newline-delimited JSON, by their position among the top-level values.
    package var failures: [(value: Int, error: ReadingError)]
    /// All of them, also those not in `failures`.
    package var failureCount: Int
    /// Top-level values, bad lines counted.
    package var values: Int
    /// Bytes read.
    package var bytes: Int
    /// How the first top-level value was walked.
    package var layout: Layout?
}

extension CompiledSchema {
    /// Walks an input piece by piece.
    package func walk<Observer: PieceObserver>(_ source: any ByteSource, observer: Observer, rule: LayoutRule, limits: ReadingLimits, examples: Int,
                                               jobs: Int) throws(WalkFailure) -> WalkResult<Observer> {
        var document = DocumentWalk(program, window: Window(source, capacity: min(Window.usualCapacity, limits.pieceBytes)), observer: observer, limits: limits, examples: examples, jobs: jobs)
        try document.run(rule)
        return document.result()
    }
}

extension DocumentWalk {
    func result() -> WalkResult<Observer> {
        WalkResult(observer: observer, counts: walk.tally.counts, duplicateKeys: walk.tally.duplicateKeyCount, places: places, failures: failures,
                   failureCount: failureCount,
                   values: ordinal + 1, bytes: window.offset + window.count, layout: firstLayout)
    }

    /// Walks all top-level values.
    mutating func run(_ rule: LayoutRule) throws(WalkFailure) {
        try more()
        if let alien = Recognition.alien(window.start, window.end, isComplete: window.isComplete) { throw .reading(alien) }
        at = ByteOrderMark.skip(window.start) - window.start
        counted = at
        guard try nextByte() != nil else {
            var nothing = error(.empty, at: window.start + at)
            nothing.code = .empty
            throw .reading(nothing)
        }
        try values(rule)
    }

    /// Walks top-level values from the first byte of one to the end of the input, or of a part of it.
    mutating func values(_ rule: LayoutRule) throws(WalkFailure) {
        while true {
            let isPassed = try lineOrValue(rule)
            let isOnLaterLine = try skipToNextValue() || isPassed
            if at == window.count { return }
            if !isOnLaterLine {
                try passOrThrow(error(.extraContent, at: window.start + at), from: window.offset + at)
                if try nextByte() == nil { return }
            }
            ordinal += 1
            if jobs > 1, try linesOnThreads(rule), try nextByte() == nil {
                ordinal -= 1
                return
            }
        }
    }

    /// Skips white space behind a top-level value.
    ///
    /// - Returns: whether a line ended in it.
    private mutating func skipToNextValue() throws(WalkFailure) -> Bool {
        var lineEnded = false
        while true {
            while at < window.count {
                let byte = window.start[at]
                if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
                    lineEnded = true
                } else if byte != ASCII.space, byte != ASCII.tab {
                    return lineEnded
                }
                at += 1
            }
            if window.isComplete { return lineEnded }
            try more()
        }
    }

    /// A top-level value; where it stands on a line of its own among others and cannot be read, it is noted and passed over.
    ///
    /// - Returns: whether its line was passed.
    private mutating func lineOrValue(_ rule: LayoutRule) throws(WalkFailure) -> Bool {
        let begin = window.offset + at
        // Errors count lines on from here; an input may be bad lines only.
        countLines(to: at)
        let linesBefore = lines
        do {
            try value(rule)
            return false
        } catch .reading(let error) {
            walk.reset(to: 0)
            // The value may have been walked past its line, and what follows the line is walked once more.
            if begin >= window.offset {
                lines = linesBefore
                counted = begin - window.offset
            }
            observer.forget(value: ordinal)
            try passOrThrow(error, from: begin)
            return true
        }
    }

    /// Notes that the line in which a value begins could not be read, and passes it; throws where the input is not one of lines.
    private mutating func passOrThrow(_ error: ReadingError, from begin: Int) throws(WalkFailure) {
        guard let told = try passBadLine(from: begin, error) else { throw .reading(error) }
        failureCount += 1
        if failureCount <= walk.tally.examples { failures.append((ordinal, told)) }
    }

    /// Goes behind a line that could not be read.
    ///
    /// - Returns: what is wrong with it; nil when the input is not one of lines, or the value's beginning is no longer in memory.
    private mutating func passBadLine(from begin: Int, _ error: ReadingError) throws(WalkFailure) -> ReadingError? {
        guard begin >= window.offset, error.code != .pieceTooLarge || ordinal > 0 else { return nil }
        at = begin - window.offset
        let isObject = window.start[at] == ASCII.openBrace
        guard try skipLine() else { return ordinal > 0 ? error : nil }
        let lineEnd = window.offset + at - 1
        let position = lines.position(of: window.start + (at - 1), from: window.start + counted)
        let next = try nextByte()
        if error.offset <= lineEnd {
            if ordinal > 0 { return error }
            return try areLines() ? error : nil
        }
        // The value went on past its line. Where lines are values, it is the line that was cut off.
        let isOfLines = isSingleLine || next == ASCII.openBrace || next == ASCII.openBracket
        if isOfLines {
            var isCutOff = ordinal > 0
            if !isCutOff, isObject { isCutOff = try areLines() }
            if isCutOff { return ReadingError(.truncatedLine, offset: lineEnd, line: position.line, column: position.column) }
        }
        guard ordinal > 0 else { return nil }
        // A value of several lines: on behind the line with the error.
        at = min(max(error.offset - window.offset, 0), window.count)
        if try skipLine() { _ = try nextByte() }
        return error
    }

    /// The lines from `at` on hold a whole value each, as far as they are looked at: so the first one, which does not, was meant to as well.
    private mutating func areLines() throws(WalkFailure) -> Bool {
        try readLinesLookedAt()
        let end = window.count
        // What lies further on is not looked at, whether it is in memory or not: how an input is read must make no difference.
        let last = at + min(Self.bytesLookedAt, limits.pieceBytes)
        var p = at
        for number in 0 ..< Self.linesLookedAt {
            while p < end, window.start[p] <= ASCII.space { p += 1 }
            guard p < min(end, last) else { return number > 0 }
            guard window.start[p] == ASCII.openBrace || window.start[p] == ASCII.openBracket else { return false }
            walk.base = window.start
            walk.end = window.end
            walk.isComplete = true
            walk.isWellFormed = window.isWellFormed()
            let walked = try? walk.wholeValue(window.start + p, Node.anything)
            let problem = walk.problem
            walk.problem = nil
            walk.reset(to: 0)
            guard let walked else { return problem.map { $0.code == .truncated && !window.isComplete || $0.place - window.start >= last } ?? false }
            guard Vectors.firstPlace(of: [ASCII.lineFeed], window.start + p, walked.next) == nil else { return false }
            p = walked.next - window.start
            if p >= last { return true }
            while p < end, window.start[p] == ASCII.space || window.start[p] == ASCII.tab { p += 1 }
            guard p >= min(end, last) || window.start[p] == ASCII.lineFeed || window.start[p] == ASCII.carriageReturn else { return false }
        }
        return true
    }

    /// Reads on until all that is looked at behind a bad first line is in memory.
    private mutating func readLinesLookedAt() throws(WalkFailure) {
        while !window.isComplete, window.count - at < Self.bytesLookedAt, at > 0 || !window.isFull(limit: limits.pieceBytes) { try more() }
    }

    /// Goes behind the next line end; false when there is none.
    private mutating func skipLine() throws(WalkFailure) -> Bool {
        while true {
            while at < window.count {
                at += 1
                if window.start[at - 1] == ASCII.lineFeed || window.start[at - 1] == ASCII.carriageReturn { return true }
            }
            if window.isComplete { return false }
            try more()
        }
    }

    private mutating func value(_ rule: LayoutRule) throws(WalkFailure) {
        let layout = try layout(rule)
        firstLayout = firstLayout ?? layout
        switch layout {
        case .whole(let node):
            _ = try piece(node.index, .whole(field: node.field), [], item: nil)
        case .members(let node, let streaming):
            try members(node.index, streaming)
        case .items(let node):
            try itemArray(nil, node.index, [])
        case .refuse(let reason):
            throw .refused(reason)
        }
    }

    /// How the value at `at` is to be walked.
    mutating func layout(_ rule: LayoutRule) throws(WalkFailure) -> Layout {
        let kind: TopLevelValue.Kind = switch window.start[at] {
        case ASCII.openBrace: .object
        case ASCII.openBracket: .array
        default: .scalar
        }
        let names = kind == .object && !isPlainLine(without: rule.streaming) ? try topLevelNames(until: rule.streaming) : []
        return rule.layout(TopLevelValue(kind: kind, names: names, ordinal: ordinal))
    }

    /// A line of newline-delimited JSON, not the first, in which a name does not occur: its names need not be read to tell what it is.
    private func isPlainLine(without name: String) -> Bool {
        guard ordinal > 0 else { return false }
        let start = window.start + at
        guard let end = Vectors.firstPlace(of: [ASCII.lineFeed], start, window.end) else { return false }
        return Vectors.firstPlace(of: Array(name.utf8), start, end) == nil
    }

    /// The names of the top-level object's members, up to and including `wanted`. What is no JSON is left for the walk to find.
    private mutating func topLevelNames(until wanted: String) throws(WalkFailure) -> [String] {
        while true {
            var scan = TopLevelNames(window.start + at, window.end)
            let isDecided = scan.run(until: wanted)
            // Where no more fits, the names so far have to do.
            if isDecided || window.isComplete || window.isFull(limit: limits.pieceBytes) { return scan.names }
            try more()
        }
    }

}

/// Reads an object's own names from bytes that have not been checked: only to decide how to walk it.
struct TopLevelNames {
    private(set) var names: [String] = []
    private var p: Bytes
    private let end: Bytes

    init(_ object: Bytes, _ end: Bytes) {
        p = object
        self.end = end
    }

    /// - Returns: true when `wanted` was met or the object ended; false when the bytes did before.
    mutating func run(until wanted: String) -> Bool {
        var depth = 0
        var expectsKey = false
        while p < end {
            switch p.pointee {
            case ASCII.quote:
                guard let close = closingQuote() else { return false }
                if expectsKey, depth == 1 {
                    names.append(JSONText.string(p + 1, close))
                    expectsKey = false
                    if names.last == wanted { return true }
                }
                p = close
            case ASCII.openBrace, ASCII.openBracket:
                depth += 1
                expectsKey = depth == 1
            case ASCII.closeBrace, ASCII.closeBracket:
                depth -= 1
                if depth <= 0 { return true }
            case ASCII.comma: expectsKey = depth == 1
            default: break
            }
            p += 1
        }
        return false
    }

    private func closingQuote() -> Bytes? {
        var q = p + 1
        while q < end {
            let run = Vectors.plainRun(q)
            q += run
            if run == 16 { continue }
            if q >= end { return nil }
            switch q.pointee {
            case ASCII.quote: return q
            case ASCII.backslash: q += 2
            default: q += 1
            }
        }
        return nil
    }
}
