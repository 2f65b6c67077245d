package import Feeds
package import Inputs
package import OC4IDS

/// One thing that the user named, which holds one input or, as an archive, several.
package struct BatchUnit: Sendable {
    /// Its place among everything that was named, also what other shards take.
    package var position: Int
    /// What it is called: a path, or a feed's name.
    package var path: String
    package var source: Source
    /// The manifest's, or a feed's; nil where inputs go by their names.
    package var id: String?
    package var attributes = InputResult.Attributes()
    package var profile: String?
    package var frequency: Frequency?
    /// Nil where the call's own count.
    package var sectors: Sectors?

    /// Where its bytes come from.
    package enum Source: Sendable {
        case found(InputPaths.Found)
        /// It has to be fetched first.
        case feed(FeedList.Item)
        /// A feed's copy in the store.
        case copy(InputPaths.Found, sha256: String, kept: InputResult.KeptCopy?)
    }

    /// Sectors to keep, and where the manifest says so.
    package struct Sectors: Sendable, Hashable {
        package var codes: [String]
        package var line: Int
    }

    package init(position: Int, path: String, source: Source) {
        (self.position, self.path, self.source) = (position, path, source)
    }

    /// What is to be read; nil as long as it has to be fetched.
    package var found: InputPaths.Found? {
        switch source {
        case .found(let found), .copy(let found, _, _): found
        case .feed: nil
        }
    }

    /// Nil unless a copy is read because nothing newer could be fetched.
    package var keptCopy: InputResult.KeptCopy? {
        if case .copy(_, _, let kept) = source { kept } else { nil }
    }

    /// The id of an input that the unit holds: its own, followed by what tells the input apart where there may be several.
    package func id(of name: String) -> String {
        guard let id else { return name }
        guard name != path, name.hasPrefix(path) else { return id }
        let rest = name.dropFirst(path.count).drop { $0 == "/" || $0 == ":" }
        return "\(id):\(rest)"
    }
}

/// One part of the inputs, for one of several machines: `2/8`.
package struct Shard: Sendable, Equatable {
    package let number: Int
    package let count: Int

    /// More machines than this take parts of one batch nowhere.
    private static let most = 100_000

    /// Nil for what is not of the form `2/8`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1 ... Shard.most).contains(count), (1 ... count).contains(number) else { return nil }
        (self.number, self.count) = (number, count)
    }

    /// As the user writes it.
    package var text: String { "\(number)/\(count)" }

    /// Parts that a set of some lacks to be whole, in order.
    static func missing(among shards: [Shard]) -> [String] {
        Set(shards.map(\.count)).sorted().flatMap { count in
            Set(1 ... count).subtracting(shards.filter { $0.count == count }.map(\.number)).sorted().map { "\($0)/\(count)" }
        }
    }

    /// Units go round: neighbours are alike in size, as a rule.
    package func takes(_ unit: BatchUnit) -> Bool {
        unit.position % count == number - 1
    }
}
