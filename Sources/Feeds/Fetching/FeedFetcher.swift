import FoundationEssentials

/// Fetches feeds into a store: from a description to a complete copy, or to the reason why the one before stays.
package struct FeedFetcher: Sendable {
    let store: Store
    let run: StoreRun
    /// Nil where what addresses hide cannot be told apart.
    let marks: AddressMarks?
    let engine: TransferEngine
    let opener: any BodyOpener
    /// Of each transfer.
    let limits: TransferLimits
    let today: FeedDay

    package init(store: Store, run: StoreRun, engine: TransferEngine, opener: any BodyOpener, limits: TransferLimits, today: FeedDay) {
        self.store = store
        self.run = run
        marks = run.marks
        self.engine = engine
        self.opener = opener
        self.limits = limits
        self.today = today
    }

    /// Fetches one feed. It waits for transfers and reads what came, so it needs a thread of its own with a large stack (`Workers`).
    package func fetch(_ item: FeedList.Item) -> FetchedFeed {
        let feed = item.feed
        let before = store.intact(of: feed.id)
        var fetched: FetchedFeed
        var download = FeedDownload(self, feed, before: before)
        do throws(FetchProblem) {
            if case .addressIsPrefix = item { throw .addressIsPrefix(AddressText.shown(feed.address)) }
            let entry = try download.entry()
            try FetchProblem.wrapping { () throws(StoreError) in try run.record(entry, for: feed.id) }
            fetched = FetchedFeed(feed: feed, outcome: entry.outcome == .stored ? .new : .unchanged)
            (fetched.copy, fetched.copyFrom) = (entry.body, entry.when)
            fetched.warnings = download.warnings
            if let old = before?.body?.projects, let new = entry.body?.projects, new * 2 < old { fetched.warnings.append(.projectsFell(from: old, to: new)) }
        } catch {
            fetched = FetchedFeed(feed: feed, outcome: .failed(error))
            (fetched.copy, fetched.copyFrom) = (before?.body, before?.when)
            if !fetched.isCancelled { record(error, download.parts, for: feed.id) }
        }
        if !feed.request.verifiesTLS { fetched.warnings.insert(.certificateNotVerified, at: 0) }
        fetched.requests = download.requests
        fetched.wireBytes = download.wireBytes
        return fetched
    }

    private func record(_ problem: FetchProblem, _ parts: [StoreEntry.Part], for id: FeedID) {
        let entry = StoreEntry(when: FeedFetcher.now(), outcome: .failed, reason: problem.code)
        var whole = entry
        whole.parts = parts
        // A history that cannot be written either has the same reason, which is told already.
        do { try run.record(whole, for: id) } catch { try? run.record(entry, for: id) }
    }

    /// The time, for the history: a copy's age is no part of any report on its data.
    static func now() -> String {
        Date().formatted(.iso8601)
    }
}
