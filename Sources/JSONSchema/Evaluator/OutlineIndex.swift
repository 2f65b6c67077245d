/// What is looked for in outlines, by number of the node: prepared once for a schema.
package struct OutlinePlan: Sendable {
    /// The groups that a node's values belong to: `groups[starts[node] ..< starts[node + 1]]`.
    private(set) var starts: [Int32] = [0]
    private(set) var groups: [UInt16] = []
    /// The object at this node has members that its schema names, so that others are additional.
    private(set) var namesMembers: [Bool] = []
    /// For each node the number of its own name, or -1 for an array's item and the root.
    private(set) var names: [Int32] = []
    package private(set) var groupCount = 0
    package var nodeCount: Int { names.count }

    /// - Parameters:
    ///   - schema: whose nodes are planned for.
    ///   - groups: for each group the numbers of its nodes.
    ///   - names: numbers of the names that members will be asked for by.
    package init(_ schema: CompiledSchema, groups members: [Set<Int32>], names known: [String: Int32]) {
        groupCount = members.count
        var ownNames = [Int32](repeating: -1, count: schema.nodeCount)
        for node in schema.allNodes {
            namesMembers.append(!node.members.isEmpty)
            for member in node.members { ownNames[Int(member.node.number)] = known[member.name] ?? -1 }
            for (group, nodes) in members.enumerated() where nodes.contains(node.number) { groups.append(UInt16(group)) }
            starts.append(Int32(groups.count))
        }
        // What no schema describes has no name that is known here.
        ownNames[Int(Node.anything)] = -1
        names = ownNames
    }
}

/// How often each field was there, by number of the node.
package struct PresenceCounts: Sendable {
    /// Values that are present: not null, `""`, `[]` or `{}`.
    package private(set) var present: [Int]
    /// Objects, empty ones included.
    package private(set) var objects: [Int]

    package init(nodeCount: Int) {
        present = Array(repeating: 0, count: nodeCount)
        objects = present
    }

    package mutating func add(_ other: PresenceCounts) {
        for node in present.indices {
            present[node] += other.present[node]
            objects[node] += other.objects[node]
        }
    }

    /// One more object, walked piece by piece.
    package mutating func countObject(_ node: Int32) { objects[Int(node)] += 1 }
    /// One more value that is present, walked piece by piece.
    package mutating func countPresent(_ node: Int32) { present[Int(node)] += 1 }

    @inline(__always)
    fileprivate mutating func withCounts(_ body: (_ present: UnsafeMutablePointer<Int>, _ objects: UnsafeMutablePointer<Int>) -> Void) {
        present.withUnsafeMutableBufferPointer { present in
            objects.withUnsafeMutableBufferPointer { objects in
                if let first = present.baseAddress, let second = objects.baseAddress { body(first, second) }
            }
        }
    }
}

/// Finds one's way in the outline of one piece: who holds what, and where the values of each group stand. Used again from piece to piece.
package struct OutlineIndex: Sendable {
    private struct Link {
        var entry: Int32
        var next: Int32
    }

    private let plan: OutlinePlan
    private var parents: [Int32] = []
    private var heads: [Int32]
    private var tails: [Int32]
    private var links: [Link] = []
    /// Empty or blank strings, empty arrays, and empty objects that are members, in the order of the piece.
    package private(set) var blanks: [Int] = []
    /// Keys that their object's schema does not name, outermost ones only, where it names any.
    package private(set) var additional: [Int] = []
    /// Keys that end in `amount`, in objects whose schema does not know them.
    package private(set) var unknownAmounts: [Int] = []

    package init(_ plan: OutlinePlan) {
        self.plan = plan
        heads = Array(repeating: -1, count: plan.groupCount)
        tails = heads
    }

    /// Goes through the outline once. What is present is counted in `counts`.
    package mutating func index(_ outline: Outline, hasDuplicateKeys: Bool, counting counts: inout PresenceCounts) {
        let count = outline.count
        if parents.count < count { parents = Array(repeating: -1, count: max(count, parents.count * 2)) }
        links.removeAll(keepingCapacity: true)
        blanks.removeAll(keepingCapacity: true)
        additional.removeAll(keepingCapacity: true)
        unknownAmounts.removeAll(keepingCapacity: true)
        for group in heads.indices {
            heads[group] = -1
            tails[group] = -1
        }
        let (entries, base) = (outline.first, outline.base)
        let starts = plan.starts
        // Out of `self` for as long as it is open for writing.
        var above: [Int32] = []
        swap(&above, &parents)
        defer { swap(&above, &parents) }
        counts.withCounts { present, objects in
            starts.withUnsafeBufferPointer { starts in
                above.withUnsafeMutableBufferPointer { parents in
                    var parent: Int32 = -1
                    var parentEnd = count
                    for i in 0 ..< count {
                        let entry = entries[i]
                        while i >= parentEnd {
                            parent = parents[Int(parent)]
                            parentEnd = parent < 0 ? count : Int(parent) + 1 + Int(entries[Int(parent)].extent)
                        }
                        parents[i] = parent
                        let start = base + Int(entry.start)
                        guard entry.node >= 0 else {
                            unknownKey(i, start, entry, parent, entries)
                            continue
                        }
                        let node = Int(entry.node)
                        var isPresent = true
                        switch start.pointee {
                        case ASCII.quote:
                            isPresent = entry.length > 2
                            if !isPresent || Blank.canBegin(start[1]) && Blank.isBlank(start + 1, start + Int(entry.length) - 1) { blanks.append(i) }
                        case ASCII.openBrace:
                            objects[node] &+= 1
                            isPresent = entry.extent > 0
                            // An empty item is an item all the same.
                            if !isPresent, parent >= 0, (base + Int(entries[Int(parent)].start)).pointee == ASCII.openBrace { blanks.append(i) }
                        case ASCII.openBracket:
                            isPresent = entry.extent > 0
                            if !isPresent { blanks.append(i) }
                        case 0x6E: isPresent = false
                        default: break
                        }
                        if isPresent { present[node] &+= 1 }
                        if entry.extent > 0 {
                            parent = Int32(truncatingIfNeeded: i)
                            parentEnd = i + 1 + Int(entry.extent)
                        }
                        var group = starts[node]
                        let end = starts[node + 1]
                        while group < end {
                            link(i, Int(plan.groups[Int(group)]))
                            group += 1
                        }
                    }
                }
            }
        }
        if hasDuplicateKeys { uncountRepeats(outline, &counts) }
    }

    @inline(__always)
    private mutating func link(_ entry: Int, _ group: Int) {
        let link = Int32(truncatingIfNeeded: links.count)
        links.append(Link(entry: Int32(truncatingIfNeeded: entry), next: -1))
        if tails[group] < 0 { heads[group] = link } else { links[Int(tails[group])].next = link }
        tails[group] = link
    }

    @inline(never)
    private mutating func unknownKey(_ i: Int, _ key: Bytes, _ entry: OutlineEntry, _ parent: Int32, _ entries: UnsafePointer<OutlineEntry>) {
        let node = parent < 0 ? Node.anything : entries[Int(parent)].node
        if node >= 0, plan.namesMembers[Int(node)] { additional.append(i) }
        if OutlineIndex.isAmount(key + 1, Int(entry.length) - 2) { unknownAmounts.append(i) }
    }

    /// Whether a name ends in `amount`.
    package static func isAmount(_ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count >= 6 else { return false }
        let end = name + count
        return end[-6] == 0x61 && end[-5] == 0x6D && end[-4] == 0x6F && end[-3] == 0x75 && end[-2] == 0x6E && end[-1] == 0x74
    }

    /// A key that stands several times in its object counts once.
    private func uncountRepeats(_ outline: Outline, _ counts: inout PresenceCounts) {
        for i in 0 ..< outline.count where outline[i].kind == .object && outline[i].node >= 0 {
            var met: [Int32: Int] = [:]
            var child = i + 1
            let end = i + 1 + outline[i].extent
            while child < end {
                let value = outline[child]
                if value.node > 0, !value.isEmpty { met[value.node, default: 0] += 1 }
                child += 1 + value.extent
            }
            for (node, times) in met where times > 1 { counts.uncount(node, times - 1) }
        }
    }

    // MARK: Asking

    /// The object or array that holds a value directly; nil for the piece's own.
    package func parent(of entry: Int) -> Int? {
        parents[entry] < 0 ? nil : Int(parents[entry])
    }

    /// Calls `body` with each value of a group, in the order of the piece.
    @inline(__always)
    package func forEach(in group: Int, _ body: (Int) -> Void) {
        var link = heads[group]
        while link >= 0 {
            body(Int(links[Int(link)].entry))
            link = links[Int(link)].next
        }
    }

    /// The values of a group from a position in it on: its first entry and where the next stands, or nil.
    package func first(in group: Int) -> Int32 { heads[group] }
    package func next(_ link: Int32) -> (entry: Int, next: Int32) { (Int(links[Int(link)].entry), links[Int(link)].next) }

    /// Whether a value is an empty or blank text, an empty array, or an empty object that is a member.
    package func blanks(contain entry: Int) -> Bool {
        guard !blanks.isEmpty else { return false }
        // Sorted: entries are met in their order.
        var (low, high) = (0, blanks.count)
        while low < high {
            let middle = (low + high) / 2
            if blanks[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low < blanks.count && blanks[low] == entry
    }

    /// The first member of an object that has a name of the plan.
    package func member(_ name: Int32, of object: Int, _ outline: Outline) -> Int? {
        var child = object + 1
        let end = child + outline[object].extent
        while child < end {
            let entry = outline.first[child]
            if entry.node >= 0, plan.names[Int(entry.node)] == name { return child }
            child += 1 + Int(entry.extent)
        }
        return nil
    }
}

extension OutlineValue {
    /// Null, `""`, `[]` or `{}`.
    package var isEmpty: Bool {
        switch kind {
        case .null: true
        case .string: entry.pointee.length == 2
        case .array, .object: entry.pointee.extent == 0
        case .boolean, .number: false
        }
    }
}

extension PresenceCounts {
    fileprivate mutating func uncount(_ node: Int32, _ times: Int) { present[Int(node)] -= times }
}

/// Text that says nothing: white space only, in Unicode's sense.
enum Blank {
    /// Whether a text may be blank, by its first byte.
    @inline(__always)
    static func canBegin(_ byte: UInt8) -> Bool {
        byte <= ASCII.space || byte == ASCII.backslash || byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3
    }

    /// - Parameters: a checked string's text, escapes as written.
    @inline(never)
    static func isBlank(_ start: Bytes, _ close: Bytes) -> Bool {
        var p = start
        while p < close, p.pointee <= ASCII.space { p += 1 }
        guard p < close else { return true }
        return JSONText.string(p, close).unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C ... 0x1F).contains($0.value) }
    }
}
