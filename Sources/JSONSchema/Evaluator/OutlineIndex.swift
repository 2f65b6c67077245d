import CVectors

/// What is looked for in outlines, by number of the node: prepared once for a schema.
package final class OutlinePlan: @unchecked Sendable {
    // Sendable although it holds pointers: nothing writes to the memory after `init`, and `deinit` runs when no one holds it.

    /// The groups that a node's values belong to: `groups[node.first ..< node.first + node.count]`.
    struct Groups: BitwiseCopyable {
        var first: UInt32 = 0
        var count: UInt16 = 0
        var traits = Traits()
        /// `sets[set]`, where the values are to be found in one.
        var set: UInt8 = 0
    }

    /// In one byte: eight bytes a node in all are indexed fastest.
    struct Traits: OptionSet {
        var rawValue: UInt8 = 0
        /// The values are to be found in a set.
        static let hasSet = Traits(rawValue: 1)
        /// A list of objects belongs there: an object is a misfit.
        static let isListOfObjects = Traits(rawValue: 2)
        /// An object, or one code, belongs there: an array is a misfit.
        static let isOne = Traits(rawValue: 4)
    }

    let groupsOfNode: UnsafePointer<Groups>
    let groups: UnsafePointer<UInt32>
    /// For each node whether the object there has members that its schema names, so that others are additional.
    let namesMembers: UnsafePointer<Bool>
    /// For each node the number of its own name, or -1 for an array's item and the root.
    let names: UnsafePointer<Int32>
    package let groupCount: Int
    package let nodeCount: Int
    let sets: [FingerprintSet]

    /// - Parameters:
    ///   - schema: whose nodes are planned for.
    ///   - groups: for each group the numbers of its nodes.
    ///   - names: numbers of the names that members will be asked for by.
    ///   - sets: at most 255 sets that scalars have to be found in.
    ///   - setOfNode: for nodes whose scalars have to be found in a set, its position.
    package init(_ schema: CompiledSchema, groups members: [Set<Int32>], names known: [String: Int32], sets: [FingerprintSet], setOfNode: [Int32: Int]) {
        groupCount = members.count
        self.sets = sets
        nodeCount = schema.nodeCount
        var ownNames = [Int32](repeating: -1, count: nodeCount)
        var hasNames: [Bool] = []
        var ofNode = [[UInt32]](repeating: [], count: nodeCount)
        for (group, nodes) in members.enumerated() {
            for node in nodes { ofNode[Int(node)].append(UInt32(group)) }
        }
        var starts: [Groups] = []
        var first = 0
        for (node, groups) in ofNode.enumerated() {
            let set = setOfNode[Int32(node)]
            starts.append(Groups(first: UInt32(first), count: UInt16(groups.count), traits: set == nil ? [] : .hasSet, set: UInt8(set ?? 0)))
            first += groups.count
        }
        let nodes = schema.allNodes
        // A list in a list stands for nothing.
        var areItems = [Bool](repeating: false, count: nodeCount)
        for node in nodes {
            let members = node.members
            hasNames.append(!members.isEmpty)
            for member in members { ownNames[Int(member.node.number)] = known[member.name] ?? -1 }
            if let items = node.items { areItems[Int(items.number)] = true }
        }
        for node in nodes where node.number != Node.anything {
            if let items = node.items {
                if hasNames[Int(items.number)] { starts[Int(node.number)].traits.insert(.isListOfObjects) }
            } else if !areItems[Int(node.number)], hasNames[Int(node.number)] || starts[Int(node.number)].traits.contains(.hasSet) {
                starts[Int(node.number)].traits.insert(.isOne)
            }
        }
        // What no schema describes has no name that is known here.
        ownNames[Int(Node.anything)] = -1
        names = UnsafePointer(planned: ownNames)
        namesMembers = UnsafePointer(planned: hasNames)
        groupsOfNode = UnsafePointer(planned: starts)
        groups = UnsafePointer(planned: ofNode.flatMap(\.self))
    }

    deinit {
        names.deallocatePlan()
        namesMembers.deallocatePlan()
        groupsOfNode.deallocatePlan()
        groups.deallocatePlan()
    }

    /// Whether a scalar at a node is in the set that the node takes its values from; true where it takes them from none.
    package func isListed(_ value: OutlineValue, at node: Int32) -> Bool {
        let own = groupsOfNode[Int(node)]
        return !own.traits.contains(.hasSet) || sets[Int(own.set)].contains(value.fingerprint)
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
    /// Of each group the link that was added last.
    private var tails = ScratchStack<Int32>()
    private(set) var links = ScratchStack<OutlineIndex.Link>(capacity: 1024)
    private(set) var blanks = ScratchStack<Int32>()
    private(set) var additional = ScratchStack<Int32>()
    private(set) var unknownAmounts = ScratchStack<Int32>()
    private(set) var unlisted = ScratchStack<Int32>()
    private(set) var misfits = ScratchStack<Int32>()
    private var parents = OutlineParents()

    init(groupCount: Int) {
        tails.reserve(groupCount)
        tails.extend(by: groupCount)
    }

    mutating func index(_ outline: Outline, _ plan: OutlinePlan, hasDuplicateKeys: Bool, counting counts: inout PresenceCounts) {
        beginLinks(plan.groupCount)
        blanks.truncate(to: 0)
        additional.truncate(to: 0)
        unknownAmounts.truncate(to: 0)
        unlisted.truncate(to: 0)
        misfits.truncate(to: 0)
        parents = OutlineParents()
        let (entries, base, count) = (outline.first, outline.base, outline.count)
        let (groupsOfNode, groups, sets) = (plan.groupsOfNode, plan.groups, plan.sets)
        // In variables of their own while the loop runs: what lies in a struct is read anew after each write to memory.
        let tails = tails.base
        var (links, linkCount, linkLimit) = (links.base, links.count, links.capacity)
        counts.withCounts { present, objects in
            for i in 0 ..< count {
                let entry = entries + i
                let start = base + Int(entry.pointee.start)
                guard _fastPath(entry.pointee.node >= 0) else {
                    unknownKey(i, start, entry.pointee, plan)
                    continue
                }
                let node = Int(entry.pointee.node)
                let own = groupsOfNode[node]
                // What is there and says nothing is taken back.
                present[node] &+= 1
                var isAbsent = false
                switch start.pointee {
                case ASCII.quote:
                    if _slowPath(oc4ids_may_be_blank(start[1])) { isAbsent = lookForBlank(i, start, Int(entry.pointee.length)) }
                case ASCII.openBrace:
                    objects[node] &+= 1
                    if _slowPath(own.traits.contains(.isListOfObjects)) { add(misfit: i) }
                    if _slowPath(entry.pointee.extent == 0) {
                        isAbsent = true
                        emptyObject(i, outline)
                    }
                case ASCII.openBracket:
                    if _slowPath(own.traits.contains(.isOne)) { add(misfit: i) }
                    if _slowPath(entry.pointee.extent == 0) {
                        isAbsent = true
                        add(blank: i)
                    }
                case 0x6E: isAbsent = true
                default: break
                }
                if _slowPath(isAbsent) {
                    present[node] &-= 1
                } else if own.traits.contains(.hasSet), entry.pointee.extent == 0, !sets[Int(own.set)].contains(entry.pointee.fingerprint) {
                    unlisted.push(Int32(truncatingIfNeeded: i))
                }
                if own.count == 0 { continue }
                if _slowPath(linkCount &+ Int(own.count) > linkLimit) {
                    self.links.extend(by: linkCount &- self.links.count)
                    self.links.reserve(linkCount &+ Int(own.count))
                    (links, linkLimit) = (self.links.base, self.links.capacity)
                }
                var group = groups + Int(own.first)
                let end = group + Int(own.count)
                repeat {
                    let tail = tails + Int(group.pointee)
                    (links + linkCount).initialize(to: OutlineIndex.Link(entry: Int32(truncatingIfNeeded: i), next: -1))
                    links[Int(tail.pointee)].next = Int32(truncatingIfNeeded: linkCount)
                    tail.pointee = Int32(truncatingIfNeeded: linkCount)
                    linkCount &+= 1
                    group += 1
                } while group != end
            }
        }
        self.links.extend(by: linkCount &- self.links.count)
        if hasDuplicateKeys { uncountRepeats(outline, &counts) }
    }

    /// Each group begins with a link that stands for no value, so that there always is one to add the next to.
    private mutating func beginLinks(_ groupCount: Int) {
        links.truncate(to: 0)
        links.reserve(groupCount)
        links.extend(by: groupCount)
        links.base.initialize(repeating: OutlineIndex.Link(entry: -1, next: -1), count: groupCount)
        for group in 0 ..< groupCount { tails.base[group] = Int32(truncatingIfNeeded: group) }
    }

    private mutating func add(blank entry: Int) { blanks.push(Int32(truncatingIfNeeded: entry)) }

    private mutating func add(misfit entry: Int) { misfits.push(Int32(truncatingIfNeeded: entry)) }

    /// - Returns: whether the text is empty.
    @inline(never)
    private mutating func lookForBlank(_ entry: Int, _ text: Bytes, _ length: Int) -> Bool {
        let isEmpty = length == 2
        if isEmpty || Blank.isBlank(text + 1, text + length - 1) { add(blank: entry) }
        return isEmpty
    }

    /// An empty item is an item all the same.
    @inline(never)
    private mutating func emptyObject(_ entry: Int, _ outline: Outline) {
        if let parent = parents.parent(of: entry, in: outline), outline[parent].kind == .object { add(blank: entry) }
    }

    @inline(never)
    private mutating func unknownKey(_ i: Int, _ key: Bytes, _ entry: OutlineEntry, _ plan: OutlinePlan) {
        if plan.namesMembers[Int(-1 - entry.node)] { additional.push(Int32(truncatingIfNeeded: i)) }
        if OutlineIndexMemory.isAmount(key + 1, Int(entry.length) - 2) || OutlineIndexMemory.isWrittenAmount(key + 1, Int(entry.length) - 2) { unknownAmounts.push(Int32(truncatingIfNeeded: i)) }
    }

    /// Whether a name ends in `amount`.
    private static func isAmount(_ name: Bytes, _ count: Int) -> Bool {
        guard count >= 6 else { return false }
        let end = name + count
        return end[-6] == 0x61 && end[-5] == 0x6D && end[-4] == 0x6F && end[-3] == 0x75 && end[-2] == 0x6E && end[-1] == 0x74
    }

    /// The same for a name of which some letters are written as escapes.
    private static func isWrittenAmount(_ name: Bytes, _ count: Int) -> Bool {
        // An escape of a letter is six bytes long.
        guard count >= 11, UnsafeBufferPointer(start: name, count: count).contains(ASCII.backslash) else { return false }
        return JSONText.string(name, name + count).utf8.reversed().starts(with: "amount".utf8.reversed())
    }

    /// A key that stands several times in its object counts once.
    private func uncountRepeats(_ outline: Outline, _ counts: inout PresenceCounts) {
        for i in 0 ..< outline.count where !outline[i].isKey && outline[i].kind == .object {
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

/// The index of one piece's outline: where the values of each group stand, and what says nothing or is not in the schema. Good while the piece is
/// being seen.
package struct OutlineIndex {
    /// One value of a group.
    package struct Link: BitwiseCopyable {
        /// Its number in the outline.
        package var entry: Int32
        /// Where the next one stands, or -1.
        package var next: Int32
    }

    /// By group the link before its first value, and behind them the links of the values.
    package let links: UnsafePointer<Link>
    /// By number of the node: the number of its own name in the plan, or -1.
    package let names: UnsafePointer<Int32>
    /// Empty or blank texts, empty arrays, and empty objects that are members, in the order of the piece.
    package let blanks: UnsafeBufferPointer<Int32>
    /// Keys that their object's schema does not name, outermost ones only, where it names any.
    package let additional: UnsafeBufferPointer<Int32>
    /// Keys that end in `amount`, in objects whose schema does not know them.
    package let unknownAmounts: UnsafeBufferPointer<Int32>
    /// Scalars that are not in the set that their node takes them from. Blank texts are among them.
    package let unlisted: UnsafeBufferPointer<Int32>
    /// Objects where lists of objects belong, and arrays where one object or one code does.
    package let misfits: UnsafeBufferPointer<Int32>

    fileprivate init(_ memory: borrowing OutlineIndexMemory, _ plan: OutlinePlan) {
        links = UnsafePointer(memory.links.base)
        names = plan.names
        blanks = memory.blanks.elements
        additional = memory.additional.elements
        unknownAmounts = memory.unknownAmounts.elements
        unlisted = memory.unlisted.elements
        misfits = memory.misfits.elements
    }

    /// Whether a value is among `blanks`.
    package func isBlank(_ entry: Int) -> Bool {
        let position = OutlineIndex.position(of: entry, in: blanks)
        return position < blanks.count && Int(blanks[position]) == entry
    }

    /// Those of `additional` that stand within some of the piece's values, such as one of its projects.
    package func additional(in range: Range<Int>) -> Slice<UnsafeBufferPointer<Int32>> {
        additional[OutlineIndex.position(of: range.lowerBound, in: additional) ..< OutlineIndex.position(of: range.upperBound, in: additional)]
    }

    /// Of the first one at or behind an entry. Entries are met in their order.
    private static func position(of entry: Int, in entries: UnsafeBufferPointer<Int32>) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle]) < entry { low = middle + 1 } else { high = middle }
        }
        return low
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
    /// Whether a checked string's text, escapes as written, is white space only.
    @inline(never)
    static func isBlank(_ start: Bytes, _ close: Bytes) -> Bool {
        var p = start
        while p < close, p.pointee <= ASCII.space { p += 1 }
        guard p < close else { return true }
        return JSONText.string(p, close).unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C ... 0x1F).contains($0.value) }
    }
}
