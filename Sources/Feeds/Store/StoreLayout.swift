/// Where everything lies in a store's folder. Names come from ids and digests, never from a server.
///
/// ```
/// store.json                 its format
/// key                        random, for its owner only: what marks addresses that are not shown whole
/// lock                       shared by runs that add, exclusive for what removes
/// bodies/ab/ab12…            bodies, by their SHA-256
/// feeds/ID/00000001.json     the history of a feed, an entry a file
/// runs/lock                  held while folders of runs are made or cleaned
/// runs/RUN/                  what a run is downloading; its own lock is in it
/// ```
///
/// Nothing that has a name outside `runs` is ever changed: files are written whole in `runs`, synced, and then given their name. So the
/// process, or the machine, may stop at any moment.
package struct StoreLayout: Sendable, Equatable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder.hasSuffix("/") && folder.utf8.count > 1 ? String(folder.dropLast()) : folder
    }

    static let format = 1
    static let names: Set<String> = ["store.json", "key", "lock", "bodies", "feeds", "runs"]

    var formatFile: String { folder + "/store.json" }
    var key: String { folder + "/key" }
    var lock: String { folder + "/lock" }
    var bodies: String { folder + "/bodies" }
    var feeds: String { folder + "/feeds" }
    var runs: String { folder + "/runs" }
    var runsLock: String { runs + "/lock" }

    func folder(of digest: BodyDigest) -> String { "\(bodies)/\(digest.text.prefix(2))" }
    package func body(_ digest: BodyDigest) -> String { "\(folder(of: digest))/\(digest.text)" }
    func history(_ id: FeedID) -> String { "\(feeds)/\(id.text)" }

    func entry(_ id: FeedID, _ number: Int) -> String {
        "\(history(id))/\(DatePattern.digits(number, 8)).json"
    }

    /// The number of the entry in a file of that name; nil for any other file.
    static func entryNumber(_ name: String) -> Int? {
        guard name.hasSuffix(".json") else { return nil }
        let digits = name.dropLast(5)
        guard digits.utf8.count >= 8, digits.utf8.allSatisfy({ (0x30 ... 0x39).contains($0) }) else { return nil }
        return Int(digits)
    }
}
