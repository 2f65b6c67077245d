/// Walks an input of any size, piece by piece: a piece is what has to be in memory at once.
///
/// A top-level value is one piece, or its members are pieces, or its items, or the items of one of its members: a package is walked project by
/// project. Behind the value another may follow on a later line (newline-delimited JSON).
package struct DocumentWalk<Observer: PieceObserver>: ~Copyable {
    var window: Window
    var walk: Walk
    package var observer: Observer
    let limits: ReadingLimits
    /// Threads that may walk items at the same time.
    let jobs: Int

    /// The next byte to be walked, as a position in the window.
    var at = 0
    /// Lines are counted up to here, as a position in the window.
    var counted = 0
    var lines = LineCounter()
    /// Top-level values before the one being walked.
    var ordinal = 0
    /// The window holds a part of an array's items and ends behind one of them, or some lines of newline-delimited JSON.
    var isPart = false
    /// The window holds one line of newline-delimited JSON, behind which others may follow.
    var isSingleLine = false
    /// Lines have been walked on several threads as far as that goes.
    var hasTriedLines = false
    var places: [Place] = []
    var wanted = PlaceRequests()
    /// The first lines of newline-delimited JSON that could not be read, and how many there are in all.
    var failures: [(value: Int, error: ReadingError)] = []
    var failureCount = 0
    var firstLayout: Layout?

    init(_ program: Program, window: consuming Window, observer: Observer, limits: ReadingLimits, examples: Int, jobs: Int) {
        self.window = window
        walk = Walk(program: program, limits: limits, examples: examples, outlining: true, mostValues: limits.pieceValues)
        self.observer = observer
        self.limits = limits
        self.jobs = jobs
    }

    /// A document of several lines whose every line is a value by chance is not expected to be this long.
    static var linesLookedAt: Int { 16 }
    /// Nor one whose values, by chance, end with lines for so long.
    static var bytesLookedAt: Int { Window.usualCapacity }

    // MARK: Moving on

    /// Reads on: what lies before `at` is dropped.
    mutating func more() throws(WalkFailure) {
        countLines(to: at)
        let hasRoom: Bool
        do {
            hasRoom = try window.refill(dropping: at, limit: limits.pieceBytes)
        } catch {
            throw .source(error)
        }
        counted -= at
        at = 0
        if !hasRoom { throw .reading(error(.pieceTooLarge, at: window.start)) }
    }

    /// Goes to the next byte that is no white space and returns it; nil at the end of the input.
    mutating func nextByte() throws(WalkFailure) -> UInt8? {
        while true {
            let p = walk.space(window.start + at)
            at = p - window.start
            if p < window.end { return p.pointee }
            if window.isComplete { return nil }
            try more()
        }
    }

    mutating func countLines(to position: Int) {
        guard position > counted else { return }
        lines.advance(over: window.start + counted, to: window.start + position)
        counted = position
    }

    // MARK: Pieces

    /// Walks the value at `at` as one piece.
    mutating func piece(_ node: Node.Index, _ role: Piece.Role, _ prefix: [String], item: Int?) throws(WalkFailure) -> Digest {
        let depth = walk.depth
        walk.bytesAgain = 0
        while true {
            walk.base = window.start
            walk.end = window.end
            walk.isComplete = window.isComplete
            walk.isWellFormed = window.isWellFormed()
            let p = window.start + at
            walk.outline.clear()
            do throws(Walk.Halt) {
                let walked = try walk.wholeValue(p, node)
                if walk.outline.isOverfull { throw walk.stop(.tooManyValues, at: p) }
                let outline = walk.outlined
                countLines(to: at)
                let piece = Piece(role: role, digest: walked.digest, ordinal: ordinal, item: item, prefix: prefix, lines: lines, value: p, base: window.start,
                                  outline: outline, hasDuplicateKeys: walk.tally.duplicateKeysInPiece > 0, byteCount: walked.next - p)
                guard observer.wants(piece) else { return leaveOut(walked) }
                observer.see(piece, &wanted)
                if walk.tally.hasPlaces || !wanted.all.isEmpty { locate(p, outline, prefix, item) }
                walk.tally.commit()
                wanted.clear()
                at = walked.next - window.start
                return walked.digest
            } catch {
                walk.reset(to: depth)
                if error == .problem { throw .reading(problem()) }
                try more()
            }
        }
    }

    /// Takes back what was noted of the piece at `at` and goes behind it.
    ///
    /// - Returns: a digest for it that no other item of its list has.
    private mutating func leaveOut(_ walked: Walk.Walked) -> Digest {
        walk.tally.rollBack()
        let own = walked.digest.joined(Digest(low: UInt64(window.offset + at), high: 0))
        at = walked.next - window.start
        return own
    }

    /// Does one step of the grammar between pieces, reading on when the bytes at hand end inside it.
    mutating func step<Result>(_ body: (inout Walk, Bytes) throws(Walk.Halt) -> Result) throws(WalkFailure) -> Result {
        while true {
            walk.base = window.start
            walk.end = window.end
            walk.isComplete = window.isComplete
            walk.isWellFormed = window.isWellFormed()
            do {
                return try body(&walk, window.start + at)
            } catch {
                if error == .problem { throw .reading(problem()) }
                try more()
            }
        }
    }

    // MARK: Places

    /// Locates what was noted in a piece.
    private mutating func locate(_ p: Bytes, _ outline: Outline, _ prefix: [String], _ item: Int?) {
        let notes = Array(walk.tally.notes.elements)
        let duplicates = Array(walk.tally.duplicateKeys.elements)
        let base = window.start
        let twins = duplicates.map { firstOccurrence(of: $0.digest, in: base + $0.object) }
        let requests = wanted.all
        let located = outline.locations(of: notes.map(\.offset) + duplicates.map(\.offset) + requests.flatMap { [$0.offset] + ($0.twin.map { [$0] } ?? []) })
        countLines(to: p - base)
        let positions = self.positions(of: located.values.map(\.value) + twins.compactMap { $0 })

        func place(_ offset: Int) -> Place? {
            guard let location = located[offset], let position = positions[location.value] else { return nil }
            return Place(site: nil, value: ordinal, prefix: prefix, item: item, path: location.path.map(Outline.shownName),
                         offset: window.offset + (location.value - base), position: position,
                         excerpt: Excerpt(checked: location.value), found: JSONTypes.name(beginning: location.value), detail: 0, other: 0, property: nil, twin: nil)
        }
        for note in notes {
            guard var found = place(note.offset) else { continue }
            found.site = note.site
            found.detail = note.detail
            found.other = note.other
            found.property = walk.program.unexpectedName(note, walk.program.sites[note.site], base).map(Outline.shownName)
            places.append(found)
        }
        for request in requests {
            guard var found = place(request.offset) else { continue }
            found.tag = request.tag
            found.isOnlyFirst = request.isOnlyFirst
            found.twin = request.twin.flatMap { located[$0] }.flatMap { positions[$0.value] }
            places.append(found)
        }
        for (duplicate, twin) in zip(duplicates, twins) {
            guard var found = place(duplicate.offset) else { continue }
            found.twin = twin.flatMap { positions[$0] }
            places.append(found)
        }
    }

    private func firstOccurrence(of key: Digest, in object: Bytes) -> Bytes? {
        var members = CheckedMembers(object)
        while let member = members.next() {
            if Digest(of: member.name) == key { return member.value }
        }
        return nil
    }

    /// Lines and columns of places behind `counted`, in one go.
    private func positions(of places: [Bytes]) -> [Bytes: Position] {
        var positions: [Bytes: Position] = [:]
        positions.reserveCapacity(places.count)
        var counter = lines
        var p = window.start + counted
        for place in places.sorted() {
            counter.advance(over: p, to: place)
            p = place
            positions[place] = counter.position
        }
        return positions
    }

    /// What is noted of an array or object whose pieces have been walked before: its place was kept since its beginning.
    mutating func noteOutside(_ path: [String], _ offset: Int, _ position: Position) {
        for note in walk.tally.notes.elements {
            places.append(Place(site: note.site, value: ordinal, prefix: [], item: nil, path: path, offset: offset, position: position, excerpt: nil, found: nil,
                                detail: note.detail, other: note.other, property: nil, twin: nil))
        }
        walk.tally.commit()
        for request in wanted.all {
            places.append(Place(site: nil, tag: request.tag, value: ordinal, prefix: [], item: nil, path: path, offset: offset, position: position, excerpt: nil,
                                found: nil, detail: 0, other: 0, property: nil, twin: nil))
        }
        wanted.clear()
    }

    // MARK: Errors

    /// The error for what stopped the walk.
    mutating func problem() -> ReadingError {
        readOnForCharacter()
        walk.base = window.start
        return walk.readingError(offset: window.offset, lines: lines, countedTo: window.start + counted)
    }

    /// Reads on when the character at the problem's place is cut by the end of the bytes at hand, so that the error can name it.
    private mutating func readOnForCharacter() {
        guard let problem = walk.problem, !window.isComplete, problem.place < window.end, window.end - problem.place < 4, problem.place.pointee >= 0xC0 else { return }
        let distance = problem.place - (window.start + at)
        guard distance >= 0 else { return }
        // Without room for more the error does without the character.
        guard (try? more()) != nil else {
            walk.problem = problem
            return
        }
        walk.end = window.end
        walk.problem = Walk.Problem(code: problem.code, place: window.start + at + distance)
    }

    mutating func error(_ code: ReadingError.Code, at place: Bytes) -> ReadingError {
        walk.base = window.start
        walk.end = window.end
        walk.problem = Walk.Problem(code: place >= window.end && code != .pieceTooLarge ? .truncated : code, place: place)
        return problem()
    }
}
