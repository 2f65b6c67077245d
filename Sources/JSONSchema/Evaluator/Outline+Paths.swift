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
    ///
    /// From container to container, past all that the wanted value does not lie in: as many steps as there are values before it at each level.
    func location(of offset: Int) -> Location? {
        guard count > 0 else { return nil }
        var path: [String] = []
        path.reserveCapacity(Outline.usualDepth)
        var container = 0
        while Int(first[container].start) != offset {
            let isArray = self[container].kind == .array
            var child = container + 1
            let end = child + Int(first[container].extent)
            var position = 0
            // The first one that ends behind the offset holds it, or is the value of the known key that stands there.
            while child < end, Int(first[child].start) + Int(first[child].length) <= offset {
                child += 1 + Int(first[child].extent)
                position += 1
            }
            guard child < end else { return nil }
            // An unknown key stands for the value behind it.
            if self[child].isKey { child += 1 }
            path.append(isArray ? String(position) : CheckedJSON.name(before: self[child].start))
            if Int(first[child].start) >= offset { return Location(path: path, value: self[child].start) }
            container = child
        }
        return Location(path: path, value: self[container].start)
    }

    /// Most values lie no deeper: a path need not grow step by step.
    private static let usualDepth = 8

    /// The same for many, by offset.
    func locations(of offsets: some Sequence<Int>) -> [Int: Location] {
        var found: [Int: Location] = [:]
        for offset in offsets where found[offset] == nil { found[offset] = location(of: offset) }
        return found
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
