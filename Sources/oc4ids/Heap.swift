import CHeap

/// The program's heap.
enum Heap {
    /// Inputs are read by the half megabyte, one after another.
    private static let step: Int32 = 1 << 20

    /// To be called before there is a second thread. The heaps of other threads would grow page by page: ninety calls of the system at each start of the program,
    /// each of which makes the other threads wait that ask for memory. Nothing that is not used takes memory.
    static func growInLargeSteps() {
        oc4ids_heap_grow_by(step)
    }
}
