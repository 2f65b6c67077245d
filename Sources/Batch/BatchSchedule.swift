package import Feeds
import Inputs
import JSONSchema
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Who does what when: small inputs side by side, each on one thread, so that the first results are there soon; then the large ones, one after
/// another, each on all threads. What all of it may take of memory is bounded.
package struct BatchSchedule: Sendable {
    /// What a unit is to be read with.
    package struct Means: Sendable {
        package var threads: Int
        /// The largest project that may be held in memory.
        package var pieceBytes: Int
    }

    private let jobs: Int
    private let memory: Int
    private let budget: MemoryBudget
    /// The largest project that is read: it follows from the memory, not from the number of jobs, so that results do not either.
    package let pieceBytes: Int

    /// From here on a file is worth several threads.
    private static let largeBytes = 32_000_000
    /// JSON packs to about a tenth.
    private static let usualRatio = 10
    /// Buffers, and what is counted, of one thread.
    private static let threadBytes = 8_000_000
    /// With less a project of 1 MB cannot be read.
    package static let leastMemory = 22_000_000

    /// A project that is read is there as text, with texts taken from it, and while its buffer grows once more.
    private static let copies = 4
    /// What is remembered of each of its values, however short: its entry, while these grow once more, and what checks look up.
    private static let valueBytes = 120

    /// The most that looking at projects takes, one on each thread.
    ///
    /// - Parameters:
    ///   - bytes: that there are of them at most.
    ///   - means: with the largest project that is read.
    private static func pieceMemory(_ bytes: Int, _ means: Means) -> Int {
        let text = min(bytes, means.threads * means.pieceBytes)
        // No value and what separates it from the next are shorter than two bytes.
        return copies * text + valueBytes * min(text / 2, means.threads * ReadingLimits(pieceBytes: means.pieceBytes).pieceValues)
    }

    /// - Parameters:
    ///   - jobs: threads in all.
    ///   - memory: bytes that all of them together may take, `leastMemory` or more. Where it is not enough for all, fewer work at a time.
    ///   - pieceBytes: the largest project that is read at all.
    package init(jobs: Int, memory: Int, pieceBytes: Int) {
        self.jobs = jobs
        self.memory = memory
        budget = MemoryBudget(bytes: memory)
        // It must fit in beside what one thread itself needs: its text, and as many values as there may be in it.
        let room = max(memory, BatchSchedule.leastMemory) - BatchSchedule.threadBytes
        let largest = room * ReadingLimits.bytesPerValue / (BatchSchedule.copies * ReadingLimits.bytesPerValue + BatchSchedule.valueBytes)
        self.pieceBytes = min(pieceBytes, largest)
    }

    /// Has the work done for all units, in no order that matters, until `isStopped` says that no more is to be begun.
    package func run(_ units: [BatchUnit], isStopped: @escaping @Sendable () -> Bool, _ work: @escaping @Sendable (BatchUnit, Means) -> Void) {
        let next = Atomic<Int>(0)
        run(atMost: units.count, isStopped: isStopped, work) {
            let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return position < units.count ? units[position] : nil
        }
    }

    /// The same for units that are ready one after another, until `units` is closed.
    package func run(arriving units: Mailbox<BatchUnit>, isStopped: @escaping @Sendable () -> Bool, _ work: @escaping @Sendable (BatchUnit, Means) -> Void) {
        run(atMost: jobs, isStopped: isStopped, work) { units.take() }
    }

    /// - Parameter next: waits for another unit; nil when there are no more.
    private func run(atMost count: Int, isStopped: @escaping @Sendable () -> Bool, _ work: @escaping @Sendable (BatchUnit, Means) -> Void,
                     _ next: @escaping @Sendable () -> BatchUnit?) {
        let large = Mutex<[BatchUnit]>([])
        Workers.run(min(jobs, count)) { _ in
            while !isStopped(), let unit = next() {
                let bytes = BatchSchedule.bytes(unit)
                guard bytes < BatchSchedule.largeBytes else {
                    large.withLock { $0.append(unit) }
                    continue
                }
                let means = Means(threads: 1, pieceBytes: pieceBytes)
                budget.with(bytes: need(bytes, means)) { work(unit, means) }
            }
        }
        for unit in large.withLock({ $0.sorted { $0.position < $1.position } }) {
            guard !isStopped() else { return }
            let bytes = BatchSchedule.bytes(unit)
            let means = Means(threads: threads(bytes), pieceBytes: pieceBytes)
            // The work goes deep: the main thread's stack may be too small for it.
            Workers.run(1) { _ in budget.with(bytes: need(bytes, means)) { work(unit, means) } }
        }
    }

    /// As many as there is memory for when each has the largest project that there may be.
    func threads(_ bytes: Int) -> Int {
        (1 ... max(1, jobs)).last { need(bytes, Means(threads: $0, pieceBytes: pieceBytes)) <= memory } ?? 1
    }

    /// Reads a file beside the units, when there is room for it.
    package func reading<Value>(_ path: String, _ read: () -> Value) -> Value {
        budget.with(bytes: need(BatchSchedule.bytes(path), Means(threads: 1, pieceBytes: pieceBytes)), read)
    }

    /// The most that reading so many bytes can take.
    func need(_ bytes: Int, _ means: Means) -> Int {
        means.threads * BatchSchedule.threadBytes + BatchSchedule.pieceMemory(bytes, means)
    }

    /// What comes out of a unit, as far as that can be known before.
    package static func bytes(_ unit: BatchUnit) -> Int {
        unit.found?.file.map(bytes) ?? 0
    }

    private static func bytes(_ path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
        return InputNames.isPacked(path) ? Int(status.st_size) * usualRatio : Int(status.st_size)
    }
}
