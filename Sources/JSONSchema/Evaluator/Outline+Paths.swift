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
