/// Paths of names from one object downwards, as a tree: `budget/amount` and `budget/description` share their beginning. Arrays add no name: a path
/// goes through them, and means each of their items.
package struct PathTree: Sendable {
    struct Node: Sendable {
        var children: [String: Int] = [:]
        var isAskedFor = false
    }

    /// The object that paths start at.
    package static let root = 0

    private(set) var nodes = [Node()]

    package init() {}

    /// The number of a path, which is added where it is new; its values will be asked for.
    ///
    /// - Parameter start: the path that `names` goes on from.
    package mutating func insert(_ names: some Sequence<String>, below start: Int = PathTree.root) -> Int {
        var node = start
        for name in names {
            if let known = nodes[node].children[name] {
                node = known
            } else {
                nodes.append(Node())
                nodes[node].children[name] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].isAskedFor = true
        return node
    }
}

/// A path tree made ready for the outlines of a schema's data.
package final class PathPlan: @unchecked Sendable {
    // Sendable although it holds pointers: nothing writes to the memory after `init`, and `deinit` runs when no one holds it.

    let nodeCount: Int
    private let nameCount: Int
    /// For each node of the schema the number of its own name, or -1.
    private let names: UnsafePointer<Int32>
    /// For each node of the tree and each name the tree's node below it, or -1.
    private let below: UnsafePointer<Int32>
    /// For each node of the tree whether its values are asked for.
    let isAskedFor: UnsafePointer<Bool>
    /// Numbers of names that stand where the schema does not expect them.
    private let numbers: [String: Int32]

    package init(_ tree: PathTree, _ schema: CompiledSchema) {
        let known = Set(tree.nodes.flatMap(\.children.keys)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0)) })
        nodeCount = tree.nodes.count
        nameCount = max(known.count, 1)
        self.numbers = numbers
        var names = [Int32](repeating: -1, count: schema.nodeCount)
        for node in schema.allNodes {
            for member in node.members { names[Int(member.node.number)] = numbers[member.name] ?? -1 }
        }
        // What no schema describes has no name.
        names[Int(Node.anything)] = -1
        var below = [Int32](repeating: -1, count: nodeCount * nameCount)
        for (number, node) in tree.nodes.enumerated() {
            for (name, child) in node.children {
                if let name = numbers[name] { below[number * nameCount + Int(name)] = Int32(child) }
            }
        }
        self.names = UnsafePointer(planned: names)
        self.below = UnsafePointer(planned: below)
        isAskedFor = UnsafePointer(planned: tree.nodes.map(\.isAskedFor))
    }

    deinit {
        names.deallocatePlan()
        below.deallocatePlan()
        isAskedFor.deallocatePlan()
    }

    /// The tree's node below `node` for a value that stands at a node of the schema; -1 where no path leads there.
    @inline(__always)
    func child(of node: Int, at schemaNode: Int32) -> Int {
        let name = names[Int(schemaNode)]
        return name < 0 ? -1 : Int(below[node &* nameCount &+ Int(name)])
    }

    /// The same for a key that the schema does not expect there.
    @inline(never)
    func child(of node: Int, named key: String) -> Int {
        numbers[key].map { Int(below[node * nameCount + Int($0)]) } ?? -1
    }
}

/// Finds the values of a plan's paths in one object after another, in the same memory.
package final class PathIndexer: @unchecked Sendable {
    // Sendable although it changes: it belongs to one observer, and an observer to one thread at a time.

    private let plan: PathPlan
    private var memory: PathIndexMemory

    package init(_ plan: PathPlan) {
        self.plan = plan
        memory = PathIndexMemory(nodeCount: plan.nodeCount)
    }

    /// Goes through what the paths lead to and leaves all else aside.
    ///
    /// - Parameter object: the number of an outline's value, which paths start at.
    /// - Returns: the values, good until the next ones are asked for.
    package func index(_ outline: Outline, object: Int) -> PathIndex {
        // One access to the memory for the whole object: each would be checked for exclusiveness.
        memory.index(outline, object, plan)
        return PathIndex(memory)
    }
}

struct PathIndexMemory: ~Copyable {
    /// An object whose members, or an array whose items, are being gone through.
    private struct Frame: BitwiseCopyable {
        var next: Int
        var end: Int
        var node: Int
        var isArray: Bool
    }

    private struct Met: BitwiseCopyable {
        var node: Int32
        var entry: Int32
    }

    private var frames = ScratchStack<Frame>()
    private var met = ScratchStack<Met>(capacity: 1024)
    /// Where each node's values begin in `values`; one more for the end of the last.
    private(set) var starts = ScratchStack<Int32>()
    private(set) var values = ScratchStack<Int32>(capacity: 1024)

    init(nodeCount: Int) {
        starts.reserve(nodeCount + 1)
        starts.extend(by: nodeCount + 1)
    }

    mutating func index(_ outline: Outline, _ object: Int, _ plan: PathPlan) {
        met.truncate(to: 0)
        frames.truncate(to: 0)
        let (entries, base) = (outline.first, outline.base)
        var frame = Frame(next: object + 1, end: object + 1 + Int(entries[object].extent), node: PathTree.root, isArray: false)
        while true {
            guard frame.next < frame.end else {
                guard frames.count > 0 else { break }
                frame = frames.base[frames.count - 1]
                frames.truncate(to: frames.count - 1)
                continue
            }
            var entry = frame.next
            frame.next = entry &+ 1 &+ Int(entries[entry].extent)
            var node = frame.node
            if !frame.isArray {
                let schemaNode = entries[entry].node
                if _fastPath(schemaNode >= 0) {
                    node = plan.child(of: node, at: schemaNode)
                } else {
                    node = plan.child(of: node, named: outline[entry].text)
                    entry += 1
                    frame.next = max(frame.next, entry + 1 + Int(entries[entry].extent))
                }
                if node < 0 { continue }
            }
            let byte = base[Int(entries[entry].start)]
            if byte != ASCII.openBracket, plan.isAskedFor[node] { met.push(Met(node: Int32(truncatingIfNeeded: node), entry: Int32(truncatingIfNeeded: entry))) }
            guard byte == ASCII.openBrace || byte == ASCII.openBracket, entries[entry].extent > 0 else { continue }
            frames.push(frame)
            frame = Frame(next: entry + 1, end: entry + 1 + Int(entries[entry].extent), node: node, isArray: byte == ASCII.openBracket)
        }
        sort(plan.nodeCount)
    }

    /// Puts each node's values side by side, in the order of the text.
    private mutating func sort(_ nodeCount: Int) {
        let starts = starts.base
        starts.update(repeating: 0, count: nodeCount + 1)
        for i in 0 ..< met.count { starts[Int(met.base[i].node) + 1] &+= 1 }
        for node in 0 ..< nodeCount { starts[node + 1] &+= starts[node] }
        values.reserve(met.count)
        for i in 0 ..< met.count {
            let node = Int(met.base[i].node)
            values.base[Int(starts[node])] = met.base[i].entry
            starts[node] &+= 1
        }
        // Each start has moved to where the next one begins.
        var node = nodeCount
        while node > 0 {
            starts[node] = starts[node - 1]
            node -= 1
        }
        starts[0] = 0
    }
}

/// The values of paths in one object. Good while its outline is, and until the indexer makes the next one.
package struct PathIndex {
    /// By number of the path: where its values begin in `values`, those of the next one where they end.
    package let starts: UnsafePointer<Int32>
    /// Numbers of values in the outline: no arrays, but their items. Of each path in the order of the text.
    package let values: UnsafePointer<Int32>

    fileprivate init(_ memory: borrowing PathIndexMemory) {
        starts = UnsafePointer(memory.starts.base)
        values = UnsafePointer(memory.values.base)
    }
}
