@testable import JSONSchema

/// Bytes handed out a few at a time: one, two, three, … up to `most`, then one again.
struct SmallReads: ByteSource {
    private let bytes: [UInt8]
    private let most: Int
    private var next = 0
    private var size = 0

    init(_ bytes: [UInt8], most: Int) {
        self.bytes = bytes
        self.most = most
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        size = size % most + 1
        let count = min(size, bytes.count - next, buffer.count)
        buffer.copyBytes(from: bytes[next ..< next + count])
        next += count
        return count
    }
}

/// Keeps what the walk shows of each piece.
struct PieceList: PieceObserver {
    struct Seen: Equatable {
        var role: Piece.Role
        var digest: Digest
        /// Node, kind and bytes of each value of the outline.
        var outline: [String]
    }

    private(set) var pieces: [Seen] = []
    /// Members or items of containers walked piece by piece.
    private(set) var containers: [Int] = []

    mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        let values = (0 ..< piece.outline.count).map { piece.outline[$0] }
        let outline = values.map { "\($0.node) \($0.extent) \(String(decoding: $0.bytes, as: UTF8.self))" }
        pieces.append(Seen(role: piece.role, digest: piece.digest, outline: outline))
    }

    mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests) {
        containers.append(container.count)
    }

    mutating func forget(value: Int) {}

    mutating func merge(_ later: PieceList, from start: PartStart) {
        pieces += later.pieces
        containers += later.containers
    }

    func fresh() -> PieceList { PieceList() }
}

extension CompiledSchema {
    /// How a test's document is laid out in pieces.
    enum Shape: Sendable, CaseIterable {
        case whole
        /// Member by member, `projects` item by item.
        case members
        /// An array item by item.
        case items
    }

    /// Walks a document that comes in small reads through a window of `capacity` bytes.
    func walk(_ bytes: [UInt8], shape: Shape = .whole, capacity: Int = Window.usualCapacity, most: Int = .max, limits: ReadingLimits = ReadingLimits(),
              examples: Int = .max, jobs: Int = 1) throws(WalkFailure) -> WalkResult<PieceList> {
        let rule = LayoutRule(streaming: "projects") { [root] value in
            switch (shape, value.kind) {
            case (.members, .object): .members(root, streaming: "projects")
            case (.items, .array): .items(root.items ?? root)
            default: .whole(root)
            }
        }
        var document = DocumentWalk(program, window: Window(SmallReads(bytes, most: most), capacity: capacity), observer: PieceList(), limits: limits,
                                    examples: examples, jobs: jobs)
        try document.run(rule)
        return document.result()
    }
}
