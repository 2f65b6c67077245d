/// What a caller makes of a document while it is walked: fed piece by piece, in document order; what was gathered from
/// consecutive parts can be merged, so that parts can be walked on several threads.
package protocol PieceObserver: Sendable {
    /// A piece has been walked.
    mutating func see(_ piece: borrowing Piece)
    /// Adds what was gathered from the part of the document that directly follows.
    mutating func merge(_ later: Self)
    /// An observer that has seen nothing yet.
    func fresh() -> Self
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
    /// The value, in checked JSON.
    let value: Bytes
    let base: Bytes
    let sightings: UnsafeBufferPointer<Walk.Sighting>

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

    /// The value as a tree. For small things only.
    package func tree() -> JSONValue {
        JSONValue(checked: value, from: base)
    }

    /// Calls `body` with each watched value, in the order in which they end.
    package func forEachSighting(_ body: (_ watch: Int, _ value: WatchedValue) -> Void) {
        for sighting in sightings {
            body(Int(sighting.watch), WatchedValue(start: base + sighting.offset))
        }
    }
}

/// A value at a place that the caller watches.
package struct WatchedValue {
    let start: Bytes

    package var isObject: Bool { start.pointee == ASCII.openBrace }

    /// What it says, if it is text.
    package var text: String? {
        guard start.pointee == ASCII.quote else { return nil }
        return JSONText.string(start + 1, CheckedJSON.endOfString(start) - 1)
    }

    /// Its bytes between the quotes, if it is text; escapes as written.
    package var rawText: UnsafeRawBufferPointer? {
        guard start.pointee == ASCII.quote else { return nil }
        return UnsafeRawBufferPointer(start: start + 1, count: CheckedJSON.endOfString(start) - start - 2)
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
