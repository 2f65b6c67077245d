import Batch
import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports

/// The feeds of a batch. They are fetched while what is at hand is reviewed, and handed on to be reviewed as each comes.
struct BatchFeeds: Sendable {
    /// A feed, and all units that are to be made of it.
    private struct Wanted: Sendable {
        var item: FeedList.Item
        var units: [BatchUnit]
    }

    /// Units that can be reviewed now.
    let ready = Mailbox<BatchUnit>()
    private let wanted: [Wanted]
    private let fetching: FeedFetching
    private let today: CivilDay
    private let words: FeedWords
    private let progress: BatchProgress

    /// Nil where no unit is a feed; or an exit with the reason why nothing can be fetched.
    init?(_ units: [BatchUnit], _ options: BatchCommand, today: CivilDay, _ standard: Standard, _ words: FeedWords, _ schedule: BatchSchedule, _ progress: BatchProgress) throws {
        var wanted: [Wanted] = []
        var positions: [FeedID: Int] = [:]
        for unit in units {
            guard case .feed(let item) = unit.source else { continue }
            if let position = positions[item.feed.id] {
                wanted[position].units.append(unit)
            } else {
                positions[item.feed.id] = wanted.count
                wanted.append(Wanted(item: item, units: [unit]))
            }
        }
        guard !wanted.isEmpty else { return nil }
        self.wanted = wanted
        fetching = try FeedFetching(options.transfers, options.store, today: today, standard, words, unpacking: options.checking.unpackingLimits,
                                    bodies: { BoundedBodies(opener: $0, schedule: schedule) }, progress: { progress.show($0.items) },
                                    isStopped: { Interruption.isRequested })
        (self.today, self.words, self.progress) = (today, words, progress)
    }

    /// Fetches all feeds, but for those whose copy `isDone` knows, and closes `ready`.
    func run(isDone: (BatchUnit, String) -> Bool) {
        defer { ready.close() }
        var missing: [Wanted] = []
        for feed in wanted {
            if let body = fetching.store.current(of: feed.item.feed.id)?.body, feed.units.allSatisfy({ isDone($0, body.sha256.text) }) {
                put(feed, copy(feed, body, nil))
            } else {
                missing.append(feed)
            }
        }
        defer { progress.show([]) }
        fetching.fetch(missing.map(\.item)) { [missing] position, fetched in take(fetched, missing[position]) }
    }

    private func take(_ fetched: FetchedFeed, _ feed: Wanted) {
        // What was broken off has not failed.
        if fetched.isCancelled { return }
        let name = feed.item.feed.name
        for warning in fetched.warnings { progress.say(words.text(warning, of: feed.item.feed), isLoud: warning.isLoud) }
        guard case .failed(let problem) = fetched.outcome else {
            if let body = fetched.copy { put(feed, copy(feed, body, nil)) }
            return
        }
        let failure = InputResult.Failure(code: problem.code, message: words.text(problem))
        if let body = fetched.copy, let from = fetched.copyFrom {
            put(feed, copy(feed, body, InputResult.KeptCopy(from: from, today: today, failure)))
        } else {
            put(feed, .found(.unfetched(InputFailure(name: name, reason: .notFetched(code: failure.code, reason: failure.message)))))
        }
    }

    private func copy(_ feed: Wanted, _ body: StoreEntry.Body, _ kept: InputResult.KeptCopy?) -> BatchUnit.Source {
        .copy(.download(path: fetching.store.layout.body(body.sha256), name: feed.item.feed.name), sha256: body.sha256.text, kept: kept)
    }

    private func put(_ feed: Wanted, _ source: BatchUnit.Source) {
        for unit in feed.units {
            var unit = unit
            unit.source = source
            ready.put(unit)
        }
    }
}

/// Looks into bodies on the memory that all work shares.
private struct BoundedBodies: BodyOpener {
    let opener: FeedContents
    let schedule: BatchSchedule

    var projectFields: Set<String> { opener.projectFields }

    func open(_ path: String, _ read: (any ByteSource) -> WalkFailure?) -> BodyProblem? {
        schedule.reading(path) { opener.open(path, read) }
    }
}
