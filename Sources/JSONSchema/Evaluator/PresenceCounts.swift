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

    /// Counted elsewhere: as many of each as there are nodes.
    package init(present: [Int], objects: [Int]) {
        (self.present, self.objects) = (present, objects)
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

    mutating func uncount(_ node: Int32, _ times: Int) { present[Int(node)] -= times }

    @inline(__always)
    mutating func withCounts(_ body: (_ present: UnsafeMutablePointer<Int>, _ objects: UnsafeMutablePointer<Int>) -> Void) {
        present.withUnsafeMutableBufferPointer { present in
            objects.withUnsafeMutableBufferPointer { objects in
                if let first = present.baseAddress, let second = objects.baseAddress { body(first, second) }
            }
        }
    }
}
