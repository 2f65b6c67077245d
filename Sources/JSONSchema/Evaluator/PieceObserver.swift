/// What a caller makes of a document while it is walked: fed piece by piece, in document order; what was gathered from
/// consecutive parts can be merged, so that parts can be walked on several threads.
package protocol PieceObserver: Sendable {
    /// Whether a piece that has been walked is wanted. Of one that is not nothing counts, neither violations nor keys that stand twice, and among the
    /// items of its list it is the same as no other; the observer does not see it. It has to be JSON all the same, and its list is as long as before.
    mutating func wants(_ piece: borrowing Piece) -> Bool
    /// A piece has been walked.
    mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests)
    /// An object or array that was walked piece by piece has ended.
    mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests)
    /// The line that holds a top-level value, from 0, could not be read, and will be read on from its end: what was seen in it is seen again or is none.
    mutating func forget(value: Int)
    /// Adds what was gathered from the part of the document that directly follows.
    ///
    /// - Parameter start: where that part begins; what it says of places counts from there.
    mutating func merge(_ later: Self, from start: PartStart)
    /// An observer for a later part, which has seen nothing yet.
    func fresh() -> Self
    /// Becomes an observer for another part. What it knows whatever the part, such as what long names come to, it may keep.
    mutating func begin(_ fresh: Self)
    /// Whether places with a tag are still of use: what they belong to may have been dropped since they were asked for.
    func keeps(_ tag: Digest) -> Bool
}

extension PieceObserver {
    /// Most observers want all of a document.
    package mutating func wants(_ piece: borrowing Piece) -> Bool { true }
    package mutating func begin(_ fresh: Self) { self = fresh }
    /// Most drop nothing.
    package func keeps(_ tag: Digest) -> Bool { true }
}

/// Where a part of a document begins in the whole.
package struct PartStart: Sendable {
    package var position: Position
    /// Top-level values before it.
    package var values = 0
    /// Items before it of the array whose items it holds.
    package var items = 0
}

/// Places of a piece that an observer wants to know: they come back in `WalkResult.places`.
package struct PlaceRequests: Sendable {
    struct Request {
        var tag: Digest
        var offset: Int
        var twin: Int?
        var isOnlyFirst: Bool
    }

    private(set) var all: [Request] = []

    /// - Parameters:
    ///   - tag: says whose place it will be. Of each tag the first places of the document are kept, as many as examples were asked for.
    ///   - offset: of a value or key in the piece; of anything else where the request is for a container walked piece by piece.
    ///   - twin: of the value that it is compared with.
    ///   - isOnlyFirst: only the first of the tag's places is kept.
    package mutating func ask(_ tag: Digest, offset: Int, twin: Int? = nil, isOnlyFirst: Bool = false) {
        all.append(Request(tag: tag, offset: offset, twin: twin, isOnlyFirst: isOnlyFirst))
    }

    mutating func clear() {
        if !all.isEmpty { all.removeAll(keepingCapacity: true) }
    }
}

/// An object or array whose members or items were pieces.
package struct WalkedContainer: Sendable {
    package var node: FieldNode?
    package var isObject: Bool
    /// Its items, or its different keys.
    package var count: Int
}

/// A part of the document that has been walked and is still in memory.
package struct Piece: ~Copyable {
    package enum Role: Sendable, Equatable {
        /// A whole top-level value, as the field that it stands for.
        case whole(field: [String])
        /// A member of the top-level object.
        case member(String)
        /// An item of the array that is walked item by item.
        case item
    }

    package let role: Role
    package let digest: Digest
    /// Top-level values before the one that it lies in.
    package let ordinal: Int
    /// Its position among the items of the array that is walked item by item; nil where it is none of them.
    package let item: Int?
    /// Names before the item's position.
    package let prefix: [String]
    /// Has counted up to the piece.
    let lines: LineCounter
    /// The value, in checked JSON.
    let value: Bytes
    let base: Bytes
    package let outline: Outline
    /// A key stands twice in one of its objects.
    package let hasDuplicateKeys: Bool

    /// Bytes of the value.
    package let byteCount: Int

    /// The number of items of an array that is a member of the value.
    package func itemCount(of name: String) -> Int {
        guard value.pointee == ASCII.openBrace else { return 0 }
        var members = CheckedMembers(value)
        var count = 0
        while let member = members.next() {
            guard member.value.pointee == ASCII.openBracket, member.name == name else { continue }
            var items = CheckedItems(member.value)
            while items.next() != nil { count += 1 }
        }
        return count
    }

    /// Line and column of one of its values. The bytes before it are read again: for a value near the beginning that costs nothing.
    package func position(of offset: Int) -> Position {
        lines.position(of: base + offset, from: value)
    }

    /// The value as a tree. For small things only.
    package func tree() -> JSONValue {
        JSONValue(checked: value, from: base)
    }
}

/// What stopped a document's walk.
package enum WalkFailure: Error, Sendable, Equatable {
    /// The input is no JSON.
    case reading(ReadingError)
    /// The input could not be read to its end.
    case source(SourceError)
    /// The layout rule refused it.
    case refused(String)
}
