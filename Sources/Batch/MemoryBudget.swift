import Foundation

/// Memory that work done at the same time shares. Who does not fit in beside the others waits.
package final class MemoryBudget: Sendable {
    private let total: Int
    /// Guarded by `condition`.
    private nonisolated(unsafe) var free: Int
    private let condition = NSCondition()

    package init(bytes: Int) {
        total = max(1, bytes)
        free = total
    }

    /// Does the work when there is room for it. What alone is larger than everything there is gets all of it.
    package func with<Value>(bytes: Int, _ work: () -> Value) -> Value {
        let claim = min(max(bytes, 0), total)
        condition.lock()
        while free < claim { condition.wait() }
        free -= claim
        condition.unlock()
        defer {
            condition.lock()
            free += claim
            condition.broadcast()
            condition.unlock()
        }
        return work()
    }

    /// A quarter of what the machine has.
    package static var standard: Int { Int(clamping: ProcessInfo.processInfo.physicalMemory / 4) }
}
