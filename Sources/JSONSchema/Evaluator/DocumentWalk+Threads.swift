import Synchronization

// Items of one array, and lines of newline-delimited JSON, on several threads.
//
// `PartCutter` reads on, a megabyte at a time, and cuts behind the last item that ends in it; whichever thread is free walks that part;
// `PartMerger` puts the results together in the order of the text. So the outcome does not depend on the number of threads: a part
// begins and ends where items do, whatever is counted in it is added, and its places are moved to where the part begins.

extension DocumentWalk {
    /// Walks items, from the first byte of one on, as far as they can be cut into parts. The rest of the array is left for `itemsInOrder`.
    mutating func itemsOnThreads(_ item: Node.Index, _ path: [String], _ run: inout ItemRun) throws(WalkFailure) {
        // What ends in this buffer is not worth a second thread.
        guard !window.isComplete else { return }
        var ends = ItemEnds()
        ends.look(window.start + at, from: 0, to: window.count - at)
        guard ends.arrayEnd == nil else { return }
        countLines(to: at)
        let (source, rest, offset, _) = window.handOver(from: at)
        let cutter = PartCutter(source, rest: rest, offset: offset, at: .itemEnds, limit: limits.pieceBytes)
        let merger = PartMerger(observer: observer, counts: walk.tally.counts, duplicateKeys: walk.tally.duplicateKeyCount,
                                start: PartStart(position: lines.position, items: run.count), tagged: taggedPlaces, examples: walk.tally.examples, at: .itemEnds)
        let isUnique = run.isUnique
        let depth = walk.depth
        let ordinal = ordinal
        let (program, limits, examples, empty) = (walk.program, limits, walk.tally.examples, observer.fresh())
        Workers.run(jobs) { _ in
            var part = DocumentWalk(program, window: Window(), observer: empty, limits: limits, examples: examples, jobs: 1)
            part.isPart = true
            part.ordinal = ordinal
            part.walk.depth = depth
            while let number = cutter.next(&part.window) {
                let result = part.walkPart(item, path, isUnique: isUnique, fresh: merger.observer, earlier: merger.counts)
                if merger.put(result, number) { cutter.stop() }
            }
        }
        let first = places.count
        let merged = try takeOver(cutter, merger)
        if run.count > 0 {
            for position in first ..< places.count { places[position].item = places[position].item.map { $0 + run.count } }
        }
        run.count += merged.items
        // No item was walked before: there need never be a second list of them.
        run.digests = merged.digests
    }

    /// Walks lines of newline-delimited JSON, from the first byte of one on, as far as they can be cut into parts.
    ///
    /// - Returns: whether any were.
    mutating func linesOnThreads(_ rule: LayoutRule) throws(WalkFailure) -> Bool {
        guard !window.isComplete, !isPart, !hasTriedLines else { return false }
        hasTriedLines = true
        countLines(to: at)
        let (source, rest, offset, _) = window.handOver(from: at)
        let cutter = PartCutter(source, rest: rest, offset: offset, at: .lineEnds, limit: min(limits.pieceBytes, PartCutter.mostLineBytes))
        let merger = PartMerger(observer: observer, counts: walk.tally.counts, duplicateKeys: walk.tally.duplicateKeyCount,
                                start: PartStart(position: lines.position, values: ordinal), tagged: taggedPlaces, examples: walk.tally.examples, at: .lineEnds)
        let (program, limits, examples, empty) = (walk.program, limits, walk.tally.examples, observer.fresh())
        Workers.run(jobs) { _ in
            var part = DocumentWalk(program, window: Window(), observer: empty, limits: limits, examples: examples, jobs: 1)
            part.isPart = true
            while let number = cutter.next(&part.window) {
                let result = part.walkLines(rule, fresh: merger.observer, earlier: merger.counts)
                if merger.put(result, number) { cutter.stop() }
            }
        }
        let first = places.count
        let merged = try takeOver(cutter, merger)
        for position in first ..< places.count { places[position].value += ordinal }
        failureCount += merged.failureCount
        failures += merged.failures.map { ($0.value + ordinal, $0.error) }
        failures.removeLast(max(failures.count - walk.tally.examples, 0))
        ordinal += merged.items
        return merged.items > 0
    }

    private var taggedPlaces: [Digest: Int] {
        var counts: [Digest: Int] = [:]
        for place in places { if let tag = place.tag { counts[tag, default: 0] += 1 } }
        return counts
    }

    /// Goes on behind what other threads have walked. Their places are added as they are, counted from where they began.
    private mutating func takeOver(_ cutter: PartCutter, _ merger: PartMerger<Observer>) throws(WalkFailure) -> PartMerger<Observer>.Merged {
        let left = cutter.left()
        let (merged, later) = merger.result()
        if let failure = merged.failure { throw failure }
        if let error = left.error { throw .source(error) }
        window.takeOver(left.source, rest: left.rest, offset: left.offset, isComplete: left.isComplete)
        at = 0
        counted = 0
        lines = LineCounter(at: merged.position)
        observer = merged.observer
        walk.tally.begin(after: merged.counts, duplicateKeys: merged.duplicateKeys)
        // There may be many: none is copied where they are the first.
        if places.isEmpty { places = later } else { places += later }
        return merged
    }

    /// Forgets the part before and begins with the one in the window.
    mutating func begin(_ fresh: Observer, _ earlier: (counts: [Int], duplicateKeys: Int)) {
        at = 0
        counted = 0
        lines = LineCounter()
        observer.begin(fresh)
        places = []
        failures = []
        failureCount = 0
        walk.tally.begin(after: earlier.counts, duplicateKeys: earlier.duplicateKeys)
    }

    private func partResult(_ earlier: (counts: [Int], duplicateKeys: Int), items: Int, digests: [Digest], _ failure: WalkFailure?) -> PartResult<Observer> {
        PartResult(observer: observer, counts: walk.tally.counts.indices.map { walk.tally.counts[$0] - earlier.counts[$0] },
                   duplicateKeys: walk.tally.duplicateKeyCount - earlier.duplicateKeys, places: places, failures: failures, failureCount: failureCount,
                   items: items, digests: digests, end: lines.position, failure: failure)
    }

    /// Walks the lines in the window.
    ///
    /// - Parameters:
    ///   - first: top-level values before them, as far as that makes a difference: no line of a part is the input's first.
    ///   - skippingMark: a byte order mark may stand before them.
    mutating func walkLines(_ rule: LayoutRule, fresh: Observer, earlier: (counts: [Int], duplicateKeys: Int), first: Int = 1,
                            skippingMark: Bool = false) -> PartResult<Observer> {
        begin(fresh, earlier)
        ordinal = first
        var failure: WalkFailure?
        var isEmpty = false
        do {
            if skippingMark {
                try more()
                at = ByteOrderMark.skip(window.start) - window.start
                counted = at
            }
            isEmpty = try nextByte() == nil
            if !isEmpty { try values(rule) }
            countLines(to: window.count)
        } catch {
            failure = error
        }
        // Values are numbered from the part's first.
        for position in places.indices { places[position].value -= first }
        for position in failures.indices { failures[position].value -= first }
        return partResult(earlier, items: isEmpty ? 0 : ordinal + 1 - first, digests: [], failure)
    }

    /// Walks the part in the window.
    private mutating func walkPart(_ item: Node.Index, _ path: [String], isUnique: Bool, fresh: Observer,
                                   earlier: (counts: [Int], duplicateKeys: Int)) -> PartResult<Observer> {
        begin(fresh, earlier)
        var run = ItemRun(isUnique: isUnique)
        var failure: WalkFailure?
        do {
            // Only the first part begins with an item.
            let first = try nextByte()
            try itemsInOrder(item, path, &run, behindItem: first == ASCII.comma || first == ASCII.closeBracket)
            countLines(to: window.count)
        } catch {
            failure = error
        }
        return partResult(earlier, items: run.count, digests: run.digests, failure)
    }
}

/// What one part has given.
struct PartResult<Observer: PieceObserver>: Sendable {
    var observer: Observer
    var counts: [Int]
    var duplicateKeys: Int
    var places: [Place]
    var failures: [(value: Int, error: ReadingError)]
    var failureCount: Int
    /// Items, or top-level values.
    var items: Int
    var digests: [Digest]
    /// Of the part's end, counted from its beginning.
    var end: Position
    var failure: WalkFailure?
}

/// Reads on and cuts what it reads into parts, each for one thread.
final class PartCutter: Sendable {
    /// Where a part may end.
    enum Places {
        /// Behind an item of the array that is being walked.
        case itemEnds
        /// Behind a line in which a top-level value has ended.
        case lineEnds
    }

    /// Of a part: with less, beginning and merging them takes more of the time; with more, it is no longer in the cache when it is walked.
    private static let usualBytes = Window.usualCapacity * 2

    /// Lines without an end are no lines: where none is found in so many bytes, one thread has to go on.
    static let mostLineBytes = 4 << 20

    private struct State {
        var source: any ByteSource
        /// Read but not cut off yet.
        var rest: [UInt8]
        /// Bytes of the input before `rest`.
        var offset: Int
        var isComplete = false
        var isStopped = false
        var error: SourceError?
        var parts = 0
    }

    private let state: Mutex<State>
    private let limit: Int
    private let cutsAt: Places

    init(_ source: any ByteSource, rest: [UInt8], offset: Int, at places: Places, limit: Int) {
        cutsAt = places
        state = Mutex(State(source: source, rest: rest, offset: offset))
        self.limit = limit
    }

    /// Fills the window with the next part.
    ///
    /// - Returns: the part's number, or nil when no more can be cut off.
    func next(_ window: inout Window) -> Int? {
        state.withLock { cut(&$0, &window) }
    }

    private func cut(_ state: inout State, _ window: inout Window) -> Int? {
        guard !state.isStopped, !state.isComplete else { return nil }
        var ends = ItemEnds()
        var looked = 0
        var capacity = max(min(PartCutter.usualBytes, limit), state.rest.count)
        while true {
            do {
                state.isComplete = try window.load(state.rest, offset: state.offset, from: &state.source, capacity: capacity)
            } catch {
                state.error = error
                state.isStopped = true
                return nil
            }
            ends.look(window.start, from: looked, to: window.count)
            looked = window.count
            if ends.arrayEnd != nil { state.isStopped = true }
            if let end = place(ends, window) {
                state.rest = window.cut(at: end)
                state.offset += end
                state.parts += 1
                return state.parts - 1
            }
            state.rest = window.cut(at: 0)
            guard !state.isComplete, !state.isStopped, capacity < limit else {
                state.isStopped = true
                return nil
            }
            capacity = min(capacity * 2, limit)
        }
    }

    /// The last place in the window to cut at.
    private func place(_ ends: ItemEnds, _ window: borrowing Window) -> Int? {
        switch cutsAt {
        case .itemEnds: ends.lastEnd
        case .lineEnds: lineEnd(behind: ends.lastEnd, window) ?? lineEnd(behind: ends.previousEnd, window)
        }
    }

    /// Behind the line feed that follows a value.
    private func lineEnd(behind end: Int?, _ window: borrowing Window) -> Int? {
        guard var position = end else { return nil }
        while position < window.count, window.start[position] == ASCII.space || window.start[position] == ASCII.tab || window.start[position] == ASCII.carriageReturn {
            position += 1
        }
        return position < window.count && window.start[position] == ASCII.lineFeed ? position + 1 : nil
    }

    /// No more parts are wanted.
    func stop() {
        state.withLock { $0.isStopped = true }
    }

    /// What has not been cut off, once all threads are done. The source is handed back for good.
    func left() -> (source: any ByteSource, rest: [UInt8], offset: Int, isComplete: Bool, error: SourceError?) {
        state.withLock { state in
            let source = state.source
            state.source = NoSource()
            return (source, state.rest, state.offset, state.isComplete, state.error)
        }
    }
}

/// Puts the results of parts together in the order of their numbers.
final class PartMerger<Observer: PieceObserver>: Sendable {
    struct Merged {
        var observer: Observer
        var counts: [Int]
        var duplicateKeys: Int
        var failures: [(value: Int, error: ReadingError)] = []
        var failureCount = 0
        var items = 0
        var digests: [Digest] = []
        var position: Position
        var failure: WalkFailure?
        /// Places kept so far, by site.
        var kept: [Int]
        var keptDuplicateKeys: Int
        /// The same by an observer's tag.
        var keptTagged: [Digest: Int]
    }

    private struct State {
        var merged: Merged
        var places: [Place] = []
        var waiting: [Int: PartResult<Observer>] = [:]
        var next = 0
    }

    private let state: Mutex<State>
    private let examples: Int

    private let cutsAt: PartCutter.Places
    private let start: PartStart

    /// - Parameters:
    ///   - observer: has seen what lies before the parts. What they have seen is added to it: there is never a second one of the whole.
    ///   - start: where the first part begins.
    ///   - tagged: how many places the observer has got before, by tag.
    init(observer: Observer, counts: [Int], duplicateKeys: Int, start: PartStart, tagged: [Digest: Int], examples: Int, at places: PartCutter.Places) {
        self.examples = examples
        cutsAt = places
        self.start = start
        state = Mutex(State(merged: Merged(observer: observer, counts: counts, duplicateKeys: duplicateKeys, position: start.position, kept: counts,
                                           keptDuplicateKeys: duplicateKeys, keptTagged: tagged)))
    }

    /// What has been counted in the parts merged so far: where a site has all the places it may keep, a part need not locate more.
    var counts: (counts: [Int], duplicateKeys: Int) {
        state.withLock { ($0.merged.counts, $0.merged.duplicateKeys) }
    }

    /// An observer for a later part that knows what has been merged so far.
    var observer: Observer {
        state.withLock { $0.merged.observer.fresh() }
    }

    /// Takes a part's result.
    ///
    /// - Returns: true when the text turned out to be broken, so that no later part counts.
    func put(_ result: PartResult<Observer>, _ number: Int) -> Bool {
        state.withLock { state in
            state.waiting[number] = result
            while state.merged.failure == nil, let next = state.waiting.removeValue(forKey: state.next) {
                merge(next, into: &state.merged, &state.places)
                state.next += 1
            }
            return state.merged.failure != nil
        }
    }

    private func merge(_ part: PartResult<Observer>, into merged: inout Merged, _ places: inout [Place]) {
        if let failure = part.failure {
            merged.failure = failure.moved(from: merged.position)
            return
        }
        merged.observer.merge(part.observer, from: start(of: merged))
        for site in part.counts.indices where part.counts[site] > 0 { merged.counts[site] += part.counts[site] }
        merged.duplicateKeys += part.duplicateKeys
        for var place in part.places where (place.tag.map(merged.observer.keeps) ?? true) && isWanted(place, &merged) {
            switch cutsAt {
            case .itemEnds: place.item = place.item.map { $0 + merged.items }
            case .lineEnds: place.value += merged.items
            }
            place.position = place.position.moved(from: merged.position)
            place.twin = place.twin?.moved(from: merged.position)
            places.append(place)
        }
        for (value, error) in part.failures where merged.failures.count < examples {
            merged.failures.append((value + merged.items, error.moved(from: merged.position)))
        }
        merged.failureCount += part.failureCount
        merged.items += part.items
        merged.digests += part.digests
        merged.position = part.end.moved(from: merged.position)
    }

    /// Where the next part begins.
    private func start(of merged: Merged) -> PartStart {
        switch cutsAt {
        case .itemEnds: PartStart(position: merged.position, items: start.items + merged.items)
        // A part's first line is its value 1, since no part holds the input's first.
        case .lineEnds: PartStart(position: merged.position, values: start.values + merged.items - 1)
        }
    }

    /// A part may have located more places than are kept, since it did not know of all parts before it.
    private func isWanted(_ place: Place, _ merged: inout Merged) -> Bool {
        if let tag = place.tag {
            merged.keptTagged[tag, default: 0] += 1
            return merged.keptTagged[tag, default: 0] <= (place.isOnlyFirst ? 1 : examples)
        }
        guard let site = place.site else {
            merged.keptDuplicateKeys += 1
            return merged.keptDuplicateKeys <= examples
        }
        merged.kept[site] += 1
        return merged.kept[site] <= examples
    }

    /// Handed over for good: what grows with the input must not be copied when it is added to.
    func result() -> (merged: Merged, places: [Place]) {
        state.withLock { state in
            let result = (merged: state.merged, places: state.places)
            state.merged.digests = []
            state.places = []
            return result
        }
    }
}

extension WalkFailure {
    /// The same failure when the text it was found in begins at `start` of a longer one.
    func moved(from start: Position) -> WalkFailure {
        guard case .reading(let error) = self else { return self }
        return .reading(error.moved(from: start))
    }
}

extension ReadingError {
    /// The same error when the text it was found in begins at `start` of a longer one.
    func moved(from start: Position) -> ReadingError {
        let position = Position(line: line, column: column).moved(from: start)
        var moved = self
        moved.line = position.line
        moved.column = position.column
        return moved
    }
}
