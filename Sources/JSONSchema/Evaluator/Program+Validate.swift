import CVectors

extension Program {
    /// The program of the schema `{}`.
    static let acceptsAnything: Program = {
        var parts = ProgramParts()
        parts.nodes = [Node()]
        parts.slots = [0]
        parts.nodeSites = [[]]
        return Program(parts)
    }()

    /// Reads a whole text as one value and gives its digest.
    func digest(of text: PaddedBytes, limits: ReadingLimits) throws(ReadingError) -> Digest {
        var walk = Walk(program: self, limits: limits, examples: 0)
        return try walk.whole(text, Node.anything).digest
    }

    /// The digest of a value in checked JSON.
    func digest(ofChecked p: Bytes) -> Digest {
        var walk = Walk(program: self, limits: ReadingLimits(depth: ReadingLimits.greatestDepth), examples: 0)
        walk.base = p
        walk.end = CheckedJSON.endOfValue(p)
        walk.isComplete = true
        return (try? walk.wholeValue(p, Node.anything))?.digest ?? .null
    }

    /// All violations in a text.
    func validate(_ text: PaddedBytes, from root: Node.Index, limits: ReadingLimits) throws(ReadingError) -> [Violation] {
        var walk = Walk(program: self, limits: limits, examples: .max, outlining: true)
        _ = try walk.whole(text, root)
        let notes = Array(walk.tally.notes.elements)
        guard !notes.isEmpty else { return [] }
        let located = walk.outlined.locations(of: notes.map(\.offset))
        var lines = LineCounter()
        var counted = text.withBytes { start, _ in ByteOrderMark.skip(start) }
        var violations: [Violation] = []
        // In the order of the places, so that lines are counted once.
        for (note, found) in notes.compactMap({ note in located[note.offset].map { (note, $0) } }).sorted(by: { $0.1.value < $1.1.value }) {
            lines.advance(over: counted, to: found.value)
            counted = found.value
            let site = sites[note.site]
            violations.append(Violation(
                keyword: site.keyword, pointer: JSONPointer(found.path), property: site.property ?? unexpectedName(note, site, walk.base),
                position: lines.position, offset: found.value - walk.base, schemaLocation: location(of: site),
                expectation: site.expectation, excerpt: Excerpt(checked: found.value)
            ))
        }
        return violations.sorted { ($0.offset, $0.keyword.rawValue) < ($1.offset, $1.keyword.rawValue) }
    }

    /// The keyword's place in its schema document.
    func location(of site: Site) -> SchemaLocation {
        var location = origins[Int(site.node)].location
        location.pointer = location.pointer.appending(site.keyword.rawValue)
        return location
    }

    /// The member that `additionalProperties` does not allow.
    func unexpectedName(_ note: Tally.Note, _ site: Site, _ base: Bytes) -> String? {
        guard site.keyword == .additionalProperties else { return nil }
        let key = base + note.detail
        return JSONText.string(key + 1, CheckedJSON.endOfString(key) - 1)
    }
}

extension Walk {
    /// Walks a text that is one value with nothing but white space around it.
    mutating func whole(_ text: PaddedBytes, _ index: Node.Index) throws(ReadingError) -> (start: Bytes, digest: Digest) {
        let (start, end) = text.withBytes { ($0, $1) }
        base = start
        self.end = end
        isComplete = true
        isWellFormed = oc4ids_is_utf8(start, 0, end - start)
        let first = ByteOrderMark.skip(start)
        if let alien = Recognition.alien(start, end, isComplete: true) { throw alien }
        do {
            let p = space(first)
            if p >= end { throw noValue() }
            let walked = try wholeValue(p, index)
            let behind = space(walked.next)
            if behind < end { throw stop(.extraContent, at: behind) }
            return (p, walked.digest)
        } catch {
            throw readingError(offset: 0, lines: LineCounter(), countedTo: first)
        }
    }

    /// Nothing but white space: unlike everywhere else, the end of the text is no truncation.
    private mutating func noValue() -> Halt {
        problem = Problem(code: .empty, place: end)
        return .problem
    }

    /// The error that `problem` stands for.
    ///
    /// - Parameters:
    ///   - offset: bytes of the input before `base`… of the buffer's first byte, which is `base` here.
    ///   - lines: counts up to `countedTo`.
    func readingError(offset: Int, lines: LineCounter, countedTo: Bytes) -> ReadingError {
        guard let problem else { return ReadingError(.truncated, offset: offset) }
        let place = problem.place
        let position = lines.position(of: max(place, countedTo), from: countedTo)
        let isInside = place < end
        var error = ReadingError(problem.code, offset: offset + (place - base), line: position.line, column: position.column,
                                 found: isInside ? place.pointee : nil)
        if isInside {
            let character = Recognition.scalar(at: place)
            // Text in another encoding, outside any string.
            if problem.code == .expectedValue, place.pointee >= 0x80, character == nil { error.code = .invalidUTF8 }
            error.character = error.code == .invalidUTF8 ? Recognition.windows1252(place.pointee) : character
        }
        switch problem.code {
        case .tooDeep: error.limit = limits.depth
        case .pieceTooLarge: error.limit = limits.pieceBytes
        case .tooManyValues: error.limit = limits.pieceValues
        default: break
        }
        return error
    }
}

extension Digest {
    /// The digest of what a checked string with escapes says.
    init(escaped start: Bytes, _ close: Bytes) {
        var decoded = ScratchStack<UInt8>(capacity: close - start + 32)
        JSONText.decode(start, close, into: &decoded)
        self = Digest.text(UnsafePointer(decoded.base), decoded.count)
    }

    /// The digest of a text.
    package init(of text: String) { self.init(of: text.utf8) }

    /// The digest of any bytes: that of a text where they are one.
    package init(of content: some Collection<UInt8>) {
        let count = content.count
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + Window.padding) { bytes in
            let end = bytes.initialize(fromContentsOf: content)
            bytes[end...].initialize(repeating: 0)
            return bytes.baseAddress.map { Digest.text($0, count) } ?? .null
        }
    }
}

extension JSONValue {
    /// A value of a schema as text, for people.
    var text: String {
        switch content {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let text): text
        case .string(let text): text
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
