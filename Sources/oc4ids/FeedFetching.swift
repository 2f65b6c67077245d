import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Synchronization

/// Brings feeds into the store, several at a time. As long as it is there, nothing is removed from the store.
struct FeedFetching: Sendable {
    let store: Store
    /// Opens bodies: what a server sends may unpack to no more than it may send.
    let opener: InputOpener
    private let engine: TransferEngine
    private let fetcher: FeedFetcher
    /// Transfers at a time.
    private let total: Int
    private let isStopped: @Sendable () -> Bool

    /// Or an exit with the reason why nothing can be fetched.
    ///
    /// - Parameters:
    ///   - bodies: what opens bodies to see whether they are complete, made of what does so by itself.
    ///   - isStopped: whether transfers are to be broken off, and none to be begun.
    init(_ transfers: TransferOptions, _ store: StoreOption, total: Int = TransferSettings(userAgent: "").total, today: CivilDay, _ standard: Standard,
         _ words: FeedWords, unpacking: UnpackingLimits = UnpackingLimits(), bodies: (FeedContents) -> any BodyOpener = { $0 },
         progress: (@Sendable (TransferProgress) -> Void)?, isStopped: @escaping @Sendable () -> Bool) throws {
        engine = try transfers.engine(total: total, words, progress: progress, isStopped: isStopped)
        let run: StoreRun
        (self.store, run) = try store.begin(words)
        opener = InputOpener(limits: transfers.unpackingLimits(unpacking))
        fetcher = FeedFetcher(store: self.store, run: run, engine: engine, opener: bodies(FeedContents(opener, standard)), limits: transfers.limits,
                              today: FeedDay(year: today.year, month: today.month, day: today.day))
        (self.total, self.isStopped) = (total, isStopped)
    }

    /// Fetches all feeds and waits for them.
    ///
    /// - Parameter use: takes what became of the feed at a position, on the thread that fetched it, which may read it there.
    func fetch(_ items: [FeedList.Item], _ use: @escaping @Sendable (Int, FetchedFeed) -> Void) {
        let next = Atomic<Int>(0)
        // More threads than transfers: those that wait for a busy server must not keep the others from theirs.
        Workers.run(min(items.count, 16 * total)) { _ in
            while !isStopped() {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < items.count else { return }
                use(position, fetcher.fetch(items[position]))
            }
        }
        engine.close()
    }
}
