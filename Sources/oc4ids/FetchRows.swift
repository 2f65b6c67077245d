import Feeds
import OC4IDS
import Reports
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What became of feeds as rows of the report, and what that means for the exit status.
final class FetchRows: Sendable {
    private let words: FeedWords
    private let failOn: FailOn
    private let worst = Mutex(ExitStatus.clean)

    init(_ words: FeedWords, failOn: FailOn) {
        self.words = words
        self.failOn = failOn
    }

    var status: ExitStatus { worst.withLock { $0 } }

    func row(_ fetched: FetchedFeed, _ check: FeedCheck?) -> FeedRow {
        var status = ExitStatus.clean
        if let check {
            if check.unreadable > 0 { status = .unreadable } else if failOn.isReached(errors: check.errors, warnings: check.warnings, infos: check.infos) { status = .findings }
        }
        if fetched.isFailed { status = .unreadable }
        worst.withLock { [status] in $0 = max($0, status) }

        let feed = fetched.feed
        var row = FeedRow(id: feed.id.text, name: feed.name, address: AddressText.shown(feed.address), publisher: feed.about.publisher, country: feed.about.country, state: .new)
        switch fetched.outcome {
        case .new: row.state = .new
        case .unchanged: row.state = .unchanged
        case .failed(let problem):
            row.state = .failed
            row.failure = FeedRow.Remark(code: problem.code, message: words.text(problem))
        }
        row.warnings = fetched.warnings.map { FeedRow.Remark(code: $0.code, message: words.text($0)) }
        if let copy = fetched.copy, let from = fetched.copyFrom {
            row.copy = FeedRow.Copy(sha256: copy.sha256.text, bytes: copy.bytes, projects: copy.projects, from: from, age: words.age(since: from))
        }
        row.check = check
        return row
    }
}

extension FeedWords {
    /// How long ago a time of the store's history was.
    func age(since when: String) -> String {
        let clock = when.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard let day = CivilDay(String(when.prefix(10))), clock.count == 3 else { return VisibleText.escaped(when) }
        return age(seconds: max(0, time(nil) - (day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])))
    }
}
