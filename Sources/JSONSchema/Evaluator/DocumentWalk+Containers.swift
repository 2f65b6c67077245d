/// Top-level objects and arrays that are too large for memory: their brackets, commas and keys, with pieces between them.
extension DocumentWalk {
    /// An object member by member, the array in member `streaming` item by item.
    mutating func members(_ index: Node.Index, _ streaming: String) throws(WalkFailure) {
        let node = walk.nodes + Int(index)
        let streamingKey = Digest(of: streaming)
        countLines(to: at)
        let offset = window.offset + at
        let position = lines.position
        var object = Walk.OpenObject(at: window.start, unknownMark: 0)
        var met: [Digest: Position] = [:]
        walk.depth = 1
        at += 1
        var byte = try nextByte()
        if byte != ASCII.closeBrace {
            while true {
                let key = try memberKey(node)
                let child = try enter(key, &object, node, index, &met)
                if key.digest == streamingKey, window.start[at] == ASCII.openBracket {
                    try itemArray(child, nodeOfItems(child), [streaming])
                } else {
                    _ = try piece(child, .member(key.name), [key.name], item: nil)
                }
                byte = try nextByte()
                if byte == ASCII.closeBrace { break }
                guard byte == ASCII.comma else { throw separatorError(.expectedCommaOrEndOfObject) }
                at += 1
                // Said here, since the walk may no longer see the comma.
                if try nextByte() == ASCII.closeBrace { throw .reading(error(.trailingComma, at: window.start + at)) }
            }
        }
        at += 1
        walk.base = window.start
        object.start = window.start
        walk.close(&object, node, index)
        observer.see(WalkedContainer(node: FieldNode(program: walk.program, index: index), isObject: true, count: object.count), &wanted)
        noteOutside([], offset, position)
        walk.depth = 0
    }

    private struct MemberKey {
        var name: String
        var digest: Digest
        var entry: UnsafePointer<Entry>?
        /// Bytes from the key's opening quote to the value.
        var length: Int
    }

    /// Reads a key and its colon; `at` stays at the key.
    private mutating func memberKey(_ node: UnsafePointer<Node>) throws(WalkFailure) -> MemberKey {
        try step { (walk, p) throws(Walk.Halt) in
            let key = try walk.key(p, node)
            let colon = walk.space(key.next)
            if colon.pointee != ASCII.colon { throw walk.stop(.expectedColon, at: colon) }
            let value = walk.space(colon + 1)
            if value >= walk.end { throw walk.stop(.truncated, at: value) }
            return MemberKey(name: JSONText.string(key.start + 1, key.next - 1), digest: key.digest, entry: key.entry, length: value - p)
        }
    }

    /// Notes that a member is there and goes to its value.
    private mutating func enter(_ key: MemberKey, _ object: inout Walk.OpenObject, _ node: UnsafePointer<Node>, _ index: Node.Index,
                                _ met: inout [Digest: Position]) throws(WalkFailure) -> Node.Index {
        let start = window.start + at
        at += key.length
        countLines(to: at)
        walk.base = window.start
        let child: Node.Index
        do {
            child = try walk.enter(Walk.Key(start: start, next: start, digest: key.digest, entry: key.entry), node, index, &object)
        } catch {
            throw .reading(problem())
        }
        // Keys of this object are compared here, since their bytes will be gone when it ends.
        walk.unknown.truncate(to: 0)
        walk.tally.rollBack()
        if let first = met[key.digest] {
            if key.entry == nil { object.count -= 1 }
            walk.tally.noteDuplicateKey(offset: 0, object: 0, digest: key.digest)
            if walk.tally.hasPlaces {
                places.append(Place(site: nil, value: ordinal, prefix: [], item: nil, path: [key.name], offset: window.offset + at,
                                    position: lines.position, excerpt: Excerpt(partial: window.start + at, window.end), found: nil, detail: 0, other: 0, property: nil,
                                    twin: first))
            }
            walk.tally.commit()
        } else {
            met[key.digest] = lines.position
        }
        // So many different names cannot be honest, and they have to be remembered.
        if met.count > limits.pieceBytes / 64 {
            var tooMany = error(.tooManyNames, at: window.start + at)
            tooMany.limit = limits.pieceBytes / 64
            throw .reading(tooMany)
        }
        return child
    }

    private func nodeOfItems(_ array: Node.Index) -> Node.Index {
        walk.nodes[Int(array)].items
    }

    /// An array item by item. `array` is its node, or nil when it has none.
    mutating func itemArray(_ array: Node.Index?, _ item: Node.Index, _ path: [String]) throws(WalkFailure) {
        let node = walk.nodes + Int(array ?? Node.anything)
        countLines(to: at)
        let offset = window.offset + at
        let position = lines.position
        let outerDepth = walk.depth
        walk.depth += 1
        at += 1
        var run = ItemRun(isUnique: node.pointee.flags.contains(.unique))
        if try nextByte() == ASCII.closeBracket {
            at += 1
        } else {
            if jobs > 1 { try itemsOnThreads(item, path, &run) }
            try itemsInOrder(item, path, &run, behindItem: run.count > 0)
        }
        walk.depth = outerDepth
        walk.base = window.start
        walk.closeArray(run.count, window.start, node, array ?? Node.anything)
        let twins = run.digests.withUnsafeBufferPointer { $0.count > 1 ? UniqueItems.firstTwins($0) : nil }
        if let twins { walk.report(.uniqueItems, array ?? Node.anything, at: window.start, detail: twins.later, other: twins.earlier) }
        observer.see(WalkedContainer(node: array.map { FieldNode(program: walk.program, index: $0) }, isObject: false, count: run.count), &wanted)
        // Offsets of these notes are 0: they stand for the array.
        noteOutside(path, offset, position)
    }

    /// What is known of the items walked so far.
    struct ItemRun {
        var isUnique: Bool
        var count = 0
        var digests: [Digest] = []
    }

    /// Items one after another, to behind the closing bracket, or to the end of a part.
    ///
    /// - Parameter behindItem: the next byte is not an item's first but what follows an item.
    mutating func itemsInOrder(_ item: Node.Index, _ path: [String], _ run: inout ItemRun, behindItem: Bool) throws(WalkFailure) {
        var behindItem = behindItem
        while true {
            if behindItem {
                let byte = try nextByte()
                if byte == nil, isPart { return }
                guard byte == ASCII.comma || byte == ASCII.closeBracket else { throw separatorError(.expectedCommaOrEndOfArray) }
                at += 1
                if byte == ASCII.closeBracket { return }
                let next = try nextByte()
                if next == ASCII.closeBracket || next == ASCII.closeBrace { throw .reading(error(.trailingComma, at: window.start + at)) }
            }
            let digest = try piece(item, .item, path, item: run.count)
            run.count += 1
            if run.isUnique { run.digests.append(digest) }
            behindItem = true
        }
    }

    private mutating func separatorError(_ code: ReadingError.Code) -> WalkFailure {
        walk.base = window.start
        walk.end = window.end
        walk.isComplete = window.isComplete
        _ = walk.brokenSeparator(code, at: window.start + at)
        return .reading(problem())
    }
}
