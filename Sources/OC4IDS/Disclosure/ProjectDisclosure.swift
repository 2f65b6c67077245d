package import JSONSchema

/// What of a profile one project discloses.
package struct ProjectDisclosure: Sendable {
    package struct Element: Sendable {
        package var outcome: ElementOutcome
        /// Over what is due; nil where nothing is.
        package var share: Billionths?
        package var strictShare: Billionths
        /// Processes in which it is due, and those of them that disclose it in full.
        package var counted: Int
        package var full: Int
        /// What satisfied the rule, in the order of the text.
        package var evidence: [Evidence]
        /// Processes in which it counts and is not disclosed in full, in the order of the text.
        package var lacking: [LackingProcess] = []
        /// What shows that a conditional element applies. Without any it counts since something of it is disclosed.
        package var grounds: [Evidence] = []
    }

    package struct Evidence: Sendable {
        /// The text of a JSON Pointer, from the project downwards: most evidence is only written out again.
        package var pointer: String
        /// Nil where no one asked for it.
        package var position: Position?
        package var value: Excerpt?
        /// It was found for a process in which the element is not due yet, and for no other. Only told where the position is.
        package var isAhead = false
    }

    package struct LackingProcess: Sendable {
        /// From the project downwards, as text.
        package var pointer: String
        package var share: Billionths
        /// Nil where no one asked for them.
        package var id: String?
        package var position: Position?
    }

    package var place: ProjectPlace
    package var id: String?
    package var title: String?
    package var publicAuthority: String?
    package var sectors: [String]
    package var status: String?
    /// Its contracting processes.
    package var processes: Int
    package var strict: Disclosure.Score
    package var due: Disclosure.Score
    /// In the order of the profile.
    package var elements: [Element]

    /// So much evidence is kept of each element, and so many processes that lack it.
    package static let mostEvidence = 5
}

/// Where rows go that are too many for memory: a file that no one else sees.
package protocol RowStore: Sendable {
    /// Adds bytes behind those there are. Called by one thread at a time.
    func append(_ bytes: [UInt8]) throws(RowStoreError)
    /// Bytes from an offset on; fewer than `count` only at the end.
    func bytes(from offset: Int, count: Int) throws(RowStoreError) -> [UInt8]
}

/// Why rows could not be kept, in the system's words.
public struct RowStoreError: Error, Sendable {
    public var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// The results of all projects of an input, one behind the other in a store.
package struct ProjectRows: Sendable {
    private let store: any RowStore
    private let end: Int
    /// Why not all of them could be kept.
    let failure: RowStoreError?

    fileprivate init(_ store: any RowStore, end: Int, failure: RowStoreError?) {
        self.store = store
        self.end = end
        self.failure = failure
    }

    /// Calls `body` with each project, in the order of the input.
    package func forEach(_ body: (ProjectDisclosure) -> Void) throws(RowStoreError) {
        var offset = 0
        var rest: [UInt8] = []
        while offset < end || !rest.isEmpty {
            let more = try store.bytes(from: offset, count: min(ProjectRows.chunk, end - offset))
            offset += more.count
            rest += more
            var position = 0
            while let frame = RowFrames.next(rest, at: &position) {
                if let row = RowFrames.row(frame) { body(row) }
            }
            // An endless row means that the store has lost something.
            if more.isEmpty { break }
            rest.removeFirst(position)
        }
    }

    private static let chunk = 1 << 20
}

/// Rows on their way to a store: those of a part of the input wait until all before it are there.
struct PendingRows: Sendable {
    private var bytes: [UInt8] = []
    private var written = 0
    private var failure: RowStoreError?
    private let store: (any RowStore)?

    private static let most = 1 << 18

    /// - Parameter store: nil for a part that will be merged.
    init(_ store: (any RowStore)?) {
        self.store = store
    }

    mutating func append(_ row: ProjectDisclosure) {
        bytes += RowFrames.framed(row)
        if store != nil, bytes.count > PendingRows.most { flush() }
    }

    mutating func append(_ later: PendingRows, from start: PartStart) {
        var position = 0
        // Only the place at the beginning of each row depends on where its part begins.
        while let row = RowFrames.next(later.bytes, at: &position) { bytes += RowFrames.moved(row, from: start) }
        if store != nil, bytes.count > PendingRows.most { flush() }
    }

    /// - Parameter elements: so many are in each row.
    mutating func code(_ coder: inout PartCoder, elements: Int) {
        coder.raw(&bytes)
        if coder.isReading, !RowFrames.areSound(bytes, elements: elements) { coder.fail() }
    }

    /// All rows; nil for those of a part.
    var finished: ProjectRows? { store.map { ProjectRows($0, end: written, failure: failure) } }

    mutating func flush() {
        guard let store, !bytes.isEmpty, failure == nil else {
            if failure != nil { bytes = [] }
            return
        }
        do {
            try store.append(bytes)
            written += bytes.count
        } catch {
            failure = error
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
