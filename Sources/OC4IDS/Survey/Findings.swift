import JSONSchema

/// What checks have found: how often each found something, exactly, and which of the places are to be looked up.
struct Findings: Sendable {
    private struct Found {
        var check: Check
        var offset: Int
        var twin: Int?
    }

    /// By the position of the check in `Check.allCases`: in this part of the document.
    private(set) var counts = [Int](repeating: 0, count: Check.allCases.count)
    /// The same in the parts before it, as far as known: where enough places are known, no more are looked up.
    private var before = [Int](repeating: 0, count: Check.allCases.count)
    /// As many places as a check shows.
    private let examples: Int
    private var inPiece: [Found] = []

    init(examples: Int) {
        self.examples = examples
    }

    /// Something is wrong with a value.
    ///
    /// - Parameter twin: the value that it was compared with.
    mutating func note(_ check: Check, at value: DataValue, twin: DataValue? = nil) {
        note(check, offset: value.offset, twin: twin?.offset)
    }

    mutating func note(_ check: Check, offset: Int, twin: Int? = nil) {
        counts[check.position] += 1
        // Checks need not go through a project in order: which places come first is known at its end.
        if before[check.position] < examples { inPiece.append(Found(check: check, offset: offset, twin: twin)) }
    }

    /// The piece has been seen: asks for the places that will be shown.
    mutating func askForPlaces(_ wanted: inout PlaceRequests) {
        guard !inPiece.isEmpty else { return }
        inPiece.sort { ($0.check.position, $0.offset, $0.twin ?? 0) < ($1.check.position, $1.offset, $1.twin ?? 0) }
        for found in inPiece where before[found.check.position] < examples {
            before[found.check.position] += 1
            wanted.ask(found.check.tag, offset: found.offset, twin: found.twin)
        }
        inPiece.removeAll(keepingCapacity: true)
    }

    mutating func merge(_ later: Findings) {
        for check in counts.indices {
            counts[check] += later.counts[check]
            before[check] = max(before[check], min(counts[check], examples))
        }
    }

    mutating func code(_ coder: inout PartCoder) { coder.sparse(&counts) }

    /// For a later part.
    func fresh() -> Findings {
        var fresh = Findings(examples: examples)
        fresh.before = counts.map { min($0, examples) }
        return fresh
    }
}

extension Check {
    /// What its places are asked for by.
    var tag: Digest { Digest(low: UInt64(position), high: 0) }
}
