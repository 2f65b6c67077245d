/// Where values noted by their offsets stand.
extension Outline {
    /// A value in a piece.
    struct Location {
        /// From the piece's root.
        var path: [String]
        /// The value's first byte.
        var value: Bytes
    }

    /// The value that begins at an offset, or that the key at the offset belongs to; nil where neither is.
    func location(of offset: Int) -> Location? {
        var search = LocationSearch()
        return search.location(of: offset, in: self)
    }

    /// A key as reports name it. What is longer than any name is not kept whole: thousands of such keys would take more memory than all else.
    package static func shownName(_ key: String) -> String {
        guard key.utf8.count > mostNameBytes else { return key }
        var end = key.utf8.index(key.utf8.startIndex, offsetBy: mostNameBytes)
        while end > key.startIndex, end.samePosition(in: key.unicodeScalars) == nil { end = key.utf8.index(before: end) }
        return key[..<end] + "…"
    }

    private static let mostNameBytes = 1_000

    /// The same for many, by offset.
    func locations(of offsets: some Sequence<Int>) -> [Int: Location] {
        var search = LocationSearch()
        var found: [Int: Location] = [:]
        for offset in offsets.sorted() where found[offset] == nil { found[offset] = search.location(of: offset, in: self) }
        return found
    }
}

/// Goes from container to container, past all that a wanted value does not lie in. Asked for offsets from the first to the last it passes each
/// value once, however many there are.
private struct LocationSearch {
    /// A container and the child of it that was looked at last.
    private struct Level {
        var container: Int
        var child: Int
        var position = 0
    }

    private var levels = [Level(container: 0, child: 1)]
    /// From the root to the last level's container.
    private var path: [String] = []

    init() {
        path.reserveCapacity(LocationSearch.usualDepth)
    }

    /// Most values lie no deeper: a path need not grow step by step.
    private static let usualDepth = 8

    /// - Parameter offset: not before the one asked for last.
    mutating func location(of offset: Int, in outline: Outline) -> Outline.Location? {
        guard outline.count > 0 else { return nil }
        let first = outline.first
        while let level = levels.last, levels.count > 1, Int(first[level.container].start) + Int(first[level.container].length) <= offset {
            levels.removeLast()
            path.removeLast()
        }
        while var level = levels.popLast() {
            if Int(first[level.container].start) == offset {
                levels.append(level)
                return Outline.Location(path: path, value: outline[level.container].start)
            }
            let end = level.container + 1 + Int(first[level.container].extent)
            // The first one that ends behind the offset holds it, or is the value of the known key that stands there.
            while level.child < end, Int(first[level.child].start) + Int(first[level.child].length) <= offset {
                level.child += 1 + Int(first[level.child].extent)
                level.position += 1
            }
            levels.append(level)
            guard level.child < end else { return nil }
            // An unknown key stands for the value behind it.
            let child = outline[level.child].isKey ? level.child + 1 : level.child
            let value = outline[child].start
            let token = outline[level.container].kind == .array ? String(level.position) : CheckedJSON.name(before: value)
            if Int(first[child].start) >= offset { return Outline.Location(path: path + [token], value: value) }
            levels.append(Level(container: child, child: child + 1))
            path.append(token)
        }
        return nil
    }
}

/// Pointers within one value of a piece.
extension Outline {
    /// The pointer that leads from one value to another that lies in it.
    package func pointer(of entry: Int, from root: Int) -> JSONPointer {
        var tokens: [String] = []
        var container = root
        while container < entry {
            guard let (child, position) = child(of: container, holding: entry) else { break }
            tokens.append(self[container].kind == .array ? String(position) : CheckedJSON.name(before: self[child].start))
            container = child
        }
        return JSONPointer(tokens)
    }

    /// The value that a pointer leads to.
    package func entry(at pointer: JSONPointer, from root: Int) -> Int? {
        var entry = root
        for token in pointer.tokens {
            let isArray = self[entry].kind == .array
            guard let next = children(of: entry).first(where: { isArray ? String($0.position) == token : CheckedJSON.name(before: self[$0.entry].start) == token })
            else { return nil }
            entry = next.entry
        }
        return entry
    }

    private func child(of container: Int, holding entry: Int) -> (entry: Int, position: Int)? {
        children(of: container).first { $0.entry <= entry && entry <= $0.entry + self[$0.entry].extent }
    }

    /// Values that lie in an object or array directly; keys that the schema does not name are passed over.
    private func children(of container: Int) -> some Sequence<(entry: Int, position: Int)> {
        let end = container + 1 + self[container].extent
        return sequence(state: (next: container + 1, position: 0)) { state -> (entry: Int, position: Int)? in
            guard state.next < end else { return nil }
            let entry = self[state.next].isKey ? state.next + 1 : state.next
            defer { state = (entry + 1 + self[entry].extent, state.position + 1) }
            return (entry, state.position)
        }
    }
}
