/// How far all transfers of an engine are.
package struct TransferProgress: Sendable {
    /// Those under way, in the order in which they were added. Those waiting for their turn or for a retry are counted only.
    package var items: [Item]
    package var waiting: Int
    package var finished: Int
    /// Of bodies, in all transfers so far, as they came over the wire.
    package var bytes: Int
    /// Bytes per second since the last time.
    package var rate: Int

    package struct Item: Sendable, Equatable {
        package var feed: String
        /// On the wire.
        package var bytes: Int
        /// What the server announced, where it did.
        package var expected: Int?
        /// Bytes per second since the last time.
        package var rate: Int
        /// 1 the first time.
        package var attempt: Int
    }
}
