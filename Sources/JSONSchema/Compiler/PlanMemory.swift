extension UnsafePointer where Pointee: BitwiseCopyable {
    /// Memory for the parts of a plan that hot loops read, without reference counting and bounds checks. Nothing writes to it again, so that threads can
    /// share it; whoever asks for it gives it back with `deallocatePlan` when the plan ends.
    ///
    /// It begins where a line of the processor's caches does: a part that fits into one is not spread over two.
    package init(planned elements: [Pointee]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(elements.count, 1) * MemoryLayout<Pointee>.stride, alignment: max(64, MemoryLayout<Pointee>.alignment))
            .bindMemory(to: Pointee.self, capacity: max(elements.count, 1))
        _ = UnsafeMutableBufferPointer(start: memory, count: elements.count).initialize(from: elements)
        self.init(memory)
    }

    /// Gives back what `init(planned:)` took.
    package func deallocatePlan() { UnsafeRawPointer(self).deallocate() }
}
