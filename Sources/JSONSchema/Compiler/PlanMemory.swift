extension UnsafePointer where Pointee: BitwiseCopyable {
    /// Memory for the parts of a plan that hot loops read, without reference counting and bounds checks. Nothing writes to it again, so that threads can
    /// share it; whoever asks for it gives it back with `deallocate` when the plan ends.
    package init(planned elements: [Pointee]) {
        let memory = UnsafeMutablePointer<Pointee>.allocate(capacity: max(elements.count, 1))
        _ = UnsafeMutableBufferPointer(start: memory, count: elements.count).initialize(from: elements)
        self.init(memory)
    }
}
