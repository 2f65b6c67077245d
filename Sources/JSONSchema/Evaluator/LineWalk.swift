/// What one line of newline-delimited JSON has given, by itself: places count from the line's beginning, values from 0.
package struct LineResult<Observer: PieceObserver>: Sendable {
    /// Has seen this line alone.
    package var observer: Observer
    package var counts: [Int]
    package var duplicateKeys = 0
    package var places: [Place] = []
    package var failures: [(value: Int, error: ReadingError)] = []
    package var failureCount = 0
    /// Top-level values: one as a rule.
    package var values = 0
    /// How its first value was walked; nil where it could not be.
    package var layout: Layout?
    /// Why no line of the input counts, should the layout rule have refused it.
    package var refusal: String?
    /// Its place among all lines of the input, blank ones counted, from 1.
    package var line = 1
    /// Blank lines directly before it.
    package var blank = Extent()
    package var extent = Extent()
    /// Of the first line alone: the result where it is an input's first, should that be another; an input's first value may be of another kind.
    package var asFirst: [LineResult] = []

    /// How much of a text something takes up.
    package struct Extent: Sendable, Equatable {
        package var bytes = 0
        /// Where it ends, counted from where it begins.
        package var end = Position(line: 1, column: 1)

        package init() {}

        /// Takes in what directly follows.
        mutating func add(_ next: Extent) {
            bytes += next.bytes
            end = next.end.moved(from: end)
        }
    }

    /// Of a line that nothing is known of yet.
    package init(observer: Observer, sites: Int) {
        self.observer = observer
        counts = Array(repeating: 0, count: sites)
    }
}

/// Walks newline-delimited JSON line by line, each by itself, as if others stood before it. In memory is what `DocumentWalk` keeps of one input.
package struct LineWalk<Observer: PieceObserver>: ~Copyable {
    private let source: LineSource
    private let rule: LayoutRule
    private let empty: Observer
    private let none: (counts: [Int], duplicateKeys: Int)
    private var document: DocumentWalk<Observer>
    private var lines = 0
    /// Only blank lines have been met.
    private var isFirst = true

    /// - Parameters:
    ///   - empty: an observer that has seen nothing.
    ///   - examples: so many places of each thing are kept in a line.
    ///   - waiting: called before the source is asked for more, which may have to be waited for.
    package init(_ schema: CompiledSchema, _ source: any ByteSource, empty: Observer, rule: LayoutRule, limits: ReadingLimits, examples: Int, waiting: @escaping () -> Void) {
        let lines = LineSource(source, waiting: waiting)
        self.source = lines
        self.rule = rule
        self.empty = empty
        document = DocumentWalk(schema.program, window: Window(lines, capacity: min(Window.usualCapacity, limits.pieceBytes)), observer: empty, limits: limits,
                                examples: examples, jobs: 1)
        document.isSingleLine = true
        none = (document.walk.tally.counts, 0)
    }

    /// Walks the next line that is not blank; nil when there is none.
    package mutating func next() throws(SourceError) -> LineResult<Observer>? {
        var blank = LineResult<Observer>.Extent()
        while true {
            document.window.restart()
            let part = document.walkLine(rule, fresh: empty, none, isFirst: lines == 0)
            if case .source(let error) = part.failure { throw error }
            var extent = LineResult<Observer>.Extent()
            extent.end = part.end
            extent.bytes = try document.window.offset + document.window.count + source.goOn()
            guard extent.bytes > 0 else { return nil }
            lines += 1
            guard part.items > 0 else {
                blank.add(extent)
                continue
            }
            var result = result(part, blank, extent)
            if isFirst, part.failureCount == 0, let first = document.walkAsFirst(rule, fresh: empty, none) { result.asFirst = [self.result(first, blank, extent)] }
            isFirst = false
            // What no one else holds need not be copied to be changed.
            document.observer.begin(empty)
            return result
        }
    }

    private func result(_ part: PartResult<Observer>, _ blank: LineResult<Observer>.Extent, _ extent: LineResult<Observer>.Extent) -> LineResult<Observer> {
        var result = LineResult(observer: part.observer, sites: 0)
        (result.counts, result.duplicateKeys, result.places) = (part.counts, part.duplicateKeys, part.places)
        (result.failures, result.failureCount, result.values) = (part.failures, part.failureCount, part.items)
        if case .refused(let reason) = part.failure { result.refusal = reason }
        (result.layout, result.line, result.blank, result.extent) = (document.firstLayout, lines, blank, extent)
        return result
    }
}

extension DocumentWalk {
    /// Walks the line that the window's source is about to give.
    ///
    /// - Parameter isFirst: it is the input's first one, before which a byte order mark may stand.
    fileprivate mutating func walkLine(_ rule: LayoutRule, fresh: Observer, _ none: (counts: [Int], duplicateKeys: Int), isFirst: Bool) -> PartResult<Observer> {
        firstLayout = nil
        walk.reset(to: 0)
        return walkLines(rule, fresh: fresh, earlier: none, skippingMark: isFirst)
    }

    /// Walks the same line once more where it is another thing as an input's first, as far as it is still in memory.
    fileprivate mutating func walkAsFirst(_ rule: LayoutRule, fresh: Observer, _ none: (counts: [Int], duplicateKeys: Int)) -> PartResult<Observer>? {
        guard window.offset == 0 else { return nil }
        at = ByteOrderMark.skip(window.start) - window.start
        ordinal = 0
        guard (try? nextByte()) ?? nil != nil, let layout = try? layout(rule), layout != firstLayout else { return nil }
        firstLayout = nil
        return walkLines(rule, fresh: fresh, earlier: none, first: 0, skippingMark: true)
    }
}

/// Puts the results of lines together, in the order in which they are put in: what comes out is what walking those lines in one input gives.
package struct LineMerger<Observer: PieceObserver>: Sendable {
    private let merger: PartMerger<Observer>
    package let sites: Int
    private let examples: Int
    private var parts = 0
    private var extent = LineResult<Observer>.Extent()
    private var values = 0
    private var layout: Layout?
    /// The first line could not be read: why, and how many of the lines up to which byte tell whether the input was meant to be one of lines.
    private var bad: (error: ReadingError, lines: Int, end: Int)?
    /// Why the lines are no input.
    package private(set) var failure: WalkFailure?

    /// More than anyone has; sums of what fits into memory stay in a machine word.
    private static var mostBytes: Int { 1 << 60 }

    /// - Parameter observer: has seen nothing; where what it makes of all lines is to be kept, it knows.
    package init(_ schema: CompiledSchema, observer: Observer, examples: Int) {
        sites = schema.program.sites.count
        self.examples = examples
        merger = PartMerger(observer: observer, counts: Array(repeating: 0, count: sites), duplicateKeys: 0,
                            start: PartStart(position: Position(line: 1, column: 1)), tagged: [:], examples: examples, at: .lineEnds)
    }

    /// - Returns: false for more than can be added up.
    package mutating func put(_ result: LineResult<Observer>) -> Bool {
        let line = values == 0 ? result.asFirst.first ?? result : result
        guard failure == nil else { return true }
        guard line.counts.count == sites, extent.bytes < LineMerger.mostBytes, parts < Int(Int32.max) else { return false }
        // What stood last in its own input may have had no line end.
        if extent.end.column > 1 { pass(bytes: 1, to: Position(line: 2, column: 1), line.observer.fresh()) }
        if line.blank.bytes > 0 { pass(bytes: line.blank.bytes, to: line.blank.end, line.observer.fresh()) }
        look(line)
        guard failure == nil else { return true }
        if let refusal = line.refusal {
            failure = .refused(refusal)
            return true
        }
        let before = extent.bytes
        let places = line.places.map { place in
            var place = place
            place.offset += before
            return place
        }
        let failures = line.failures.map { failure in
            var failure = failure
            failure.error.offset += before
            return failure
        }
        put(PartResult(observer: line.observer, counts: line.counts, duplicateKeys: line.duplicateKeys, places: places, failures: failures,
                       failureCount: line.failureCount, items: line.values, digests: [], end: line.extent.end, failure: nil))
        extent.add(line.extent)
        values += line.values
        return true
    }

    /// Where the first line and one of the next ones cannot be read, a document of several lines takes it for no lines at all; so do lines.
    private mutating func look(_ line: LineResult<Observer>) {
        if values == 0 {
            layout = line.layout
            if let error = line.failures.first?.error {
                bad = (error, DocumentWalk<Observer>.linesLookedAt, extent.bytes + line.extent.bytes + DocumentWalk<Observer>.bytesLookedAt)
            }
        } else if let first = bad {
            bad = first.lines > 1 && extent.bytes < first.end ? (first.error, first.lines - 1, first.end) : nil
            if extent.bytes < first.end, line.failureCount > 0 { failure = .reading(first.error) }
        }
    }

    /// Goes on behind bytes that say nothing.
    private mutating func pass(bytes: Int, to end: Position, _ observer: Observer) {
        put(PartResult(observer: observer, counts: Array(repeating: 0, count: sites), duplicateKeys: 0, places: [], failures: [], failureCount: 0, items: 0,
                       digests: [], end: end, failure: nil))
        var passed = LineResult<Observer>.Extent()
        (passed.bytes, passed.end) = (bytes, end)
        extent.add(passed)
    }

    private mutating func put(_ part: PartResult<Observer>) {
        _ = merger.put(part, parts)
        parts += 1
    }

    /// All lines have been put in.
    package func result() throws(WalkFailure) -> WalkResult<Observer> {
        if let failure { throw failure }
        let (merged, places) = merger.result()
        var failures = merged.failures
        if let last = failures.last, last.value == values - 1, last.error.code == .truncatedLine {
            // Nothing follows that could have cut it off.
            failures[failures.count - 1].error = ReadingError(.truncated, offset: extent.bytes, line: extent.end.line, column: extent.end.column)
        }
        // Where nothing could be read there is no input.
        guard merged.failureCount < values || values == 0 else {
            throw .reading(failures.first?.error ?? ReadingError(.empty, offset: 0))
        }
        return WalkResult(observer: merged.observer, counts: merged.counts, duplicateKeys: merged.duplicateKeys, places: places, failures: failures,
                          failureCount: merged.failureCount, values: values, bytes: extent.bytes, layout: layout)
    }
}
