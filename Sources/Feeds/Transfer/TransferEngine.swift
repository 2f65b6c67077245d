/// Makes many transfers at a time, within the bounds of its settings, on a thread of its own.
package final class TransferEngine: Sendable {
    /// - Parameter progress: told now and then, on the engine's thread; it has to be quick.
    /// - Throws: where no transfer can be made at all, such as without libcurl.
    package init(_ settings: TransferSettings, progress: (@Sendable (TransferProgress) -> Void)? = nil) throws(TransferSetupError) {
    }

    /// Takes a transfer up when its turn comes. From any thread, also out of `finish`.
    ///
    /// - Parameter finish: called once, in any case. One is called at a time, on a thread that is not the one of the transfers, so it may take
    ///   its time; but it must not wait for another transfer of this engine.
    package func add(_ transfer: Transfer, finish: @escaping @Sendable (TransferOutcome) -> Void) {
        finish(.failed(.cancelled))
    }

    /// Makes one transfer and waits for its outcome. Not out of a `finish`.
    package func perform(_ transfer: Transfer) -> TransferOutcome {
        .failed(.cancelled)
    }

    /// Ends all transfers, those waiting and those to come, with `cancelled`. From any thread, but not out of a signal handler.
    package func cancel() {
    }

    /// Waits until everything added has finished, what `finish` adds included, and ends the engine's threads.
    package func close() {
    }
}
