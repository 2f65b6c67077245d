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

/// Makes the index of one piece after another, in the same memory.
package final class OutlineIndexer: @unchecked Sendable {
    // Sendable although it changes: it belongs to one observer, and an observer to one thread at a time.

    private let plan: OutlinePlan
    private var memory: OutlineIndexMemory

    package init(_ plan: OutlinePlan) {
        self.plan = plan
        memory = OutlineIndexMemory(groupCount: plan.groupCount)
    }

    /// Goes through the outline once. What is present is counted in `counts`.
    ///
    /// - Returns: the index, good until the next one is asked for.
    package func index(_ outline: Outline, hasDuplicateKeys: Bool, counting counts: inout PresenceCounts) -> OutlineIndex {
        // One access to the memory for the whole piece: each would be checked for exclusiveness.
        memory.index(outline, plan, hasDuplicateKeys: hasDuplicateKeys, counting: &counts)
        return OutlineIndex(memory, plan)
    }
}

/// The memory of an index.
struct OutlineIndexMemory: ~Copyable {
    struct Link: BitwiseCopyable {
        var entry: Int32
        var next: Int32
    }

    struct Chain: BitwiseCopyable {
        var head: Int32 = -1
        var tail: Int32 = -1
    }

    private(set) var parents = ScratchStack<Int32>(capacity: 1024)
    private(set) var chains = ScratchStack<Chain>()
    private(set) var links = ScratchStack<Link>(capacity: 1024)
    private(set) var blankEntries = ScratchStack<Int32>()
    private(set) var additional: [Int] = []
    private(set) var unknownAmounts: [Int] = []

    init(groupCount: Int) {
        chains.reserve(groupCount)
        chains.extend(by: groupCount)
    }

    mutating func index(_ outline: Outline, _ plan: OutlinePlan, hasDuplicateKeys: Bool, counting counts: inout PresenceCounts) {
        let count = outline.count
        parents.reserve(count)
        links.truncate(to: 0)
        blankEntries.truncate(to: 0)
        if !additional.isEmpty { additional.removeAll(keepingCapacity: true) }
        if !unknownAmounts.isEmpty { unknownAmounts.removeAll(keepingCapacity: true) }
        chains.base.update(repeating: Chain(), count: plan.groupCount)
        let (entries, base, above) = (outline.first, outline.base, parents.base)
        counts.withCounts { present, objects in
            plan.starts.withUnsafeBufferPointer { starts in
                plan.groups.withUnsafeBufferPointer { groups in
                    var parent: Int32 = -1
                    var parentEnd = count
                    for i in 0 ..< count {
                        let entry = entries[i]
                        while i >= parentEnd {
                            parent = above[Int(parent)]
                            parentEnd = parent < 0 ? count : Int(parent) + 1 + Int(entries[Int(parent)].extent)
                        }
                        above[i] = parent
                        let start = base + Int(entry.start)
                        guard _fastPath(entry.node >= 0) else {
                            unknownKey(i, start, entry, parent, entries, plan)
                            continue
                        }
                        let node = Int(entry.node)
                        var isPresent = true
                        switch start.pointee {
                        case ASCII.quote:
                            isPresent = entry.length > 2
                            if _slowPath(!isPresent || Blank.canBegin(start[1])) { lookForBlank(i, start, Int(entry.length)) }
                        case ASCII.openBrace:
                            objects[node] &+= 1
                            isPresent = entry.extent > 0
                            // An empty item is an item all the same.
                            if _slowPath(!isPresent), parent >= 0, (base + Int(entries[Int(parent)].start)).pointee == ASCII.openBrace { addBlank(i) }
                        case ASCII.openBracket:
                            isPresent = entry.extent > 0
                            if _slowPath(!isPresent) { addBlank(i) }
                        case 0x6E: isPresent = false
                        default: break
                        }
                        present[node] &+= isPresent ? 1 : 0
                        if entry.extent > 0 {
                            parent = Int32(truncatingIfNeeded: i)
                            parentEnd = i &+ 1 &+ Int(entry.extent)
                        }
                        var group = Int(starts[node])
                        let end = Int(starts[node &+ 1])
                        while group < end {
                            link(i, Int(groups[group]))
                            group &+= 1
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
        links.push(Link(entry: Int32(truncatingIfNeeded: entry), next: -1))
        let tail = chains.base[group].tail
        if tail < 0 { chains.base[group].head = link } else { links.base[Int(tail)].next = link }
        chains.base[group].tail = link
    }

    private mutating func addBlank(_ entry: Int) { blankEntries.push(Int32(truncatingIfNeeded: entry)) }

    @inline(never)
    private mutating func lookForBlank(_ entry: Int, _ text: Bytes, _ length: Int) {
        if length <= 2 || Blank.isBlank(text + 1, text + length - 1) { addBlank(entry) }
    }

    @inline(never)
    private mutating func unknownKey(_ i: Int, _ key: Bytes, _ entry: OutlineEntry, _ parent: Int32, _ entries: UnsafePointer<OutlineEntry>, _ plan: OutlinePlan) {
        let node = parent < 0 ? Node.anything : entries[Int(parent)].node
        if node >= 0, plan.namesMembers[Int(node)] { additional.append(i) }
        if OutlineIndexMemory.isAmount(key + 1, Int(entry.length) - 2) { unknownAmounts.append(i) }
    }

    /// Whether a name ends in `amount`.
    private static func isAmount(_ name: Bytes, _ count: Int) -> Bool {
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
}

/// The index of one piece's outline: who holds what, and where the values of each group stand. Good while the piece is being seen.
package struct OutlineIndex {
    private let parents: UnsafePointer<Int32>
    private let chains: UnsafePointer<OutlineIndexMemory.Chain>
    private let links: UnsafePointer<OutlineIndexMemory.Link>
    private let blankEntries: UnsafeBufferPointer<Int32>
    private let names: [Int32]
    /// Keys that their object's schema does not name, outermost ones only, where it names any.
    package let additional: [Int]
    /// Keys that end in `amount`, in objects whose schema does not know them.
    package let unknownAmounts: [Int]

    fileprivate init(_ memory: borrowing OutlineIndexMemory, _ plan: OutlinePlan) {
        parents = UnsafePointer(memory.parents.base)
        chains = UnsafePointer(memory.chains.base)
        links = UnsafePointer(memory.links.base)
        blankEntries = memory.blankEntries.elements
        names = plan.names
        additional = memory.additional
        unknownAmounts = memory.unknownAmounts
    }

    /// The object or array that holds a value directly; nil for the piece's own.
    package func parent(of entry: Int) -> Int? {
        let parent = parents[entry]
        return parent < 0 ? nil : Int(parent)
    }

    /// Where the first value of a group stands among all links, for `next`; below 0 without one.
    package func first(in group: Int) -> Int32 { chains[group].head }

    /// A value of a group, and where the next one stands.
    package func next(_ link: Int32) -> (entry: Int, next: Int32) {
        let found = links[Int(link)]
        return (Int(found.entry), found.next)
    }

    /// Empty or blank texts, empty arrays, and empty objects that are members, in the order of the piece.
    package var blanks: [Int] { blankEntries.map(Int.init) }

    /// Whether a value is among `blanks`.
    package func blanks(contain entry: Int) -> Bool {
        let blanks = blankEntries
        // Sorted: entries are met in their order.
        var (low, high) = (0, blanks.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(blanks[middle]) < entry { low = middle + 1 } else { high = middle }
        }
        return low < blanks.count && Int(blanks[low]) == entry
    }

    /// The first member of an object that has a name of the plan.
    package func member(_ name: Int32, of object: Int, _ outline: Outline) -> Int? {
        names.withUnsafeBufferPointer { names in
            var child = object + 1
            let end = child + Int(outline.first[object].extent)
            while child < end {
                let entry = outline.first[child]
                if entry.node >= 0, names[Int(entry.node)] == name { return child }
                child += 1 + Int(entry.extent)
            }
            return nil
        }
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
