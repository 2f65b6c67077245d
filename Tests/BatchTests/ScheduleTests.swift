@testable import Batch
import Feeds
import Foundation
import Inputs
import Synchronization
import Testing

/// Memory that jobs share, and who does what when.
@Suite struct ScheduleTests {
    @Test func noMoreIsInUseThanThereIs() {
        let budget = MemoryBudget(bytes: 100)
        let state = Mutex((used: 0, most: 0))
        DispatchQueue.concurrentPerform(iterations: 200) { number in
            let bytes = number % 60 + 1
            budget.with(bytes: bytes) {
                state.withLock { state in
                    state.used += bytes
                    state.most = max(state.most, state.used)
                }
                usleep(100)
                state.withLock { $0.used -= bytes }
            }
        }
        #expect(state.withLock { $0.most } <= 100)
    }

    @Test func whatIsLargerThanEverythingRunsAlone() {
        #expect(MemoryBudget(bytes: 10).with(bytes: 1_000_000) { true })
    }

    @Test func everyUnitIsDoneOnce() {
        let units = (0 ..< 50).map { BatchUnit(position: $0, path: "\($0)", source: .found(.nothing(inFolder: "\($0)"))) }
        let done = Mutex<[Int]>([])
        BatchSchedule(jobs: 3, memory: 100_000_000, pieceBytes: 64_000_000).run(units, isStopped: { false }) { unit, _ in done.withLock { $0.append(unit.position) } }
        #expect(done.withLock { $0.sorted() } == Array(0 ..< 50))
    }

    /// Units that come while others are worked on.
    @Test func whatArrivesIsDoneOnce() {
        let arriving = Mailbox<BatchUnit>()
        let done = Mutex<[Int]>([])
        Thread.detachNewThread {
            for number in 0 ..< 50 {
                arriving.put(BatchUnit(position: number, path: "\(number)", source: .found(.nothing(inFolder: "\(number)"))))
                usleep(200)
            }
            arriving.close()
        }
        BatchSchedule(jobs: 3, memory: 100_000_000, pieceBytes: 64_000_000).run(arriving: arriving, isStopped: { false }) { unit, _ in
            done.withLock { $0.append(unit.position) }
        }
        #expect(done.withLock { $0.sorted() } == Array(0 ..< 50))
    }

    /// What is read beside the units has its share of the same memory.
    @Test func readingWaitsForRoomToo() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-schedule-\(UUID().uuidString)")
        try Data(count: 1000).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        // One thread's need is all there is.
        let schedule = BatchSchedule(jobs: 1, memory: 8_000_000, pieceBytes: 1_000_000)
        let unit = BatchUnit(position: 0, path: "a", source: .found(.file(folder.path)))
        let (begun, isRead) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let order = Mutex<[String]>([])
        schedule.run([unit], isStopped: { false }) { _, _ in
            Thread.detachNewThread {
                begun.signal()
                schedule.reading(folder.path) { order.withLock { $0.append("read") } }
                isRead.signal()
            }
            begun.wait()
            usleep(50_000)
            order.withLock { $0.append("unit") }
        }
        isRead.wait()
        #expect(order.withLock { $0 } == ["unit", "read"])
    }

    @Test func nothingIsBegunAfterAStop() {
        let units = (0 ..< 50).map { BatchUnit(position: $0, path: "\($0)", source: .found(.nothing(inFolder: "\($0)"))) }
        let done = Atomic<Int>(0)
        BatchSchedule(jobs: 1, memory: 1, pieceBytes: 1).run(units, isStopped: { done.load(ordering: .relaxed) >= 7 }) { _, _ in
            done.wrappingAdd(1, ordering: .relaxed)
        }
        #expect(done.load(ordering: .relaxed) == 7)
    }

    /// A project that would not fit into the memory there is cannot be held: the limit follows.
    @Test func littleMemoryLowersTheLargestProject() {
        let means = Mutex<BatchSchedule.Means?>(nil)
        let unit = BatchUnit(position: 0, path: "a", source: .found(.nothing(inFolder: "a")))
        BatchSchedule(jobs: 2, memory: 96_000_000, pieceBytes: 64_000_000).run([unit], isStopped: { false }) { _, given in means.withLock { $0 = given } }
        // 88 MB beside the thread's own; a byte takes four of them, and a twelfth of the 120 that a value takes.
        #expect(means.withLock { $0?.pieceBytes } == 6_285_714)
    }

    @Test func theLeastMemoryIsEnoughForAProjectOfAMegabyte() {
        #expect(BatchSchedule(jobs: 1, memory: BatchSchedule.leastMemory, pieceBytes: 64_000_000).pieceBytes >= 1_000_000)
    }

    /// What is reckoned for a file is no more than there is, whatever it consists of: it would wait for ever, or take more.
    @Test(arguments: [(22_000_000, 1), (50_000_000, 1), (300_000_000, 1), (2_000_000_000, 2), (6_000_000_000, 4)])
    func theLargestProjectsFitIntoTheMemory(memory: Int, threads: Int) {
        let schedule = BatchSchedule(jobs: 4, memory: memory, pieceBytes: 64_000_000)
        // One on each thread.
        #expect(schedule.threads(1 << 40) == threads)
        #expect(schedule.need(1 << 40, BatchSchedule.Means(threads: threads, pieceBytes: schedule.pieceBytes)) <= memory)
    }
}
