import Synchronization
import Testing
@testable import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Threads with a large stack.
@Suite struct WorkersTests {
    @Test func eachNumberIsWorkedOnOnce() {
        let numbers = Mutex<[Int]>([])
        Workers.run(5) { number in numbers.withLock { $0.append(number) } }
        let worked = numbers.withLock { $0.sorted() }
        #expect(worked == [0, 1, 2, 3, 4])
    }

    @Test func whatNeedsALargeStackGetsOne() {
        let own = pthread_self()
        #expect(Workers.withLargeStack { pthread_self() } != own)
        #expect(Workers.withLargeStack { WorkersTests.depth(40_000) } == 40_000, "more than 10 MB")
    }

    @Test func aWorkerNeedsNoOther() {
        let isSame = Mutex(false)
        Workers.run(1) { _ in
            let own = pthread_self()
            let other = Workers.withLargeStack { pthread_self() }
            isSame.withLock { $0 = own == other }
        }
        let stayed = isSame.withLock { $0 }
        #expect(stayed)
    }

    @Test func aWorkerDoesAShareItself() {
        let own = Mutex(0)
        Workers.run(1) { _ in
            let caller = pthread_self()
            Workers.run(3) { _ in
                if pthread_self() == caller { own.withLock { $0 += 1 } }
            }
        }
        #expect(own.withLock { $0 } == 1)
    }

    /// It only begins on another one than its creator.
    @Test func aNewThreadMayUseEachProcessorThatItsCreatorMay() {
        let own = Workers.processors
        let others = Mutex<[Int]>([])
        Workers.run(2) { _ in others.withLock { $0.append(Workers.processors) } }
        #expect(own > 0)
        #expect(others.withLock { $0 } == [own, own])
    }

    @Test func aThreadMayBeStartedThatNoOneWaitsFor() async {
        let isAnother = await withCheckedContinuation { continuation in
            let own = pthread_self()
            let hasBegun = Workers.start { continuation.resume(returning: own != pthread_self()) }
            if !hasBegun { continuation.resume(returning: false) }
        }
        #expect(isAnother)
    }

    @inline(never)
    private static func depth(_ left: Int) -> Int {
        left == 0 ? 0 : withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32) { room in
            room.initialize(repeating: UInt64(left))
            return depth(left - 1) + (room[31] == UInt64(left) ? 1 : 0)
        }
    }
}
