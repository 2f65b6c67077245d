import Digests

/// The feeds of a run: those of a description, those of a registry, and the former completing the latter.
package struct FeedList: Sendable, Equatable {
    package enum Item: Sendable, Equatable {
        case feed(Feed)
        /// A registry names it, but its address is only the beginning of one: the description lacks how to go on.
        case addressIsPrefix(Feed)

        package var feed: Feed {
            switch self {
            case .feed(let feed), .addressIsPrefix(let feed): feed
            }
        }
    }

    package var items: [Item] = []
    package var errors: [DescriptionError] = []

    /// Feeds that someone names by their addresses only. Their ids are made from these.
    package init(addresses: [String]) {
        for (position, address) in addresses.enumerated() {
            guard AddressText.isAddress(address) else {
                errors.append(DescriptionError(file: AddressText.shown(address), reason: .invalidAddress(key: "url", value: AddressText.shown(address))))
                continue
            }
            if addresses[..<position].contains(address) { continue }
            let shown = AddressText.shown(address)
            let id = FeedID(address: shown, digest: FeedList.digest(address, shown: shown))
            var feed = Feed(id: id, address: address)
            feed.isUnnamed = true
            items.append(.feed(feed))
        }
    }

    /// Keeps apart what looks alike. Where a secret is part of the address, none that is quick to compute: a short password could be guessed from it.
    private static func digest(_ address: String, shown: String) -> String {
        guard address == shown else { return SlowDigest.hexadecimal(address.utf8, salt: shown.utf8, rounds: 200_000) }
        var digest = SHA256()
        Array(address.utf8).withUnsafeBytes { digest.add($0) }
        return digest.hexadecimal
    }

    /// - Parameters:
    ///   - registry: entries of a registry; each may be completed or overridden by the described entry with the same id.
    ///   - described: entries of `feeds.yaml`; those that the registry does not have come after its own.
    package init(registry: [FeedEntry] = [], described: [FeedEntry] = []) {
        let byID = Dictionary(described.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in registry {
            guard let own = byID[entry.id] else {
                add(entry, isBare: true)
                continue
            }
            var both = own
            both.fields = own.fields.completed(by: entry.fields)
            // An address of its own is taken as it is; the registry's stays a prefix, whatever else is said.
            add(both, isBare: own.fields.address == nil)
        }
        let known = Set(registry.map(\.id))
        for entry in described where !known.contains(entry.id) { add(entry, isBare: false) }
    }

    private mutating func add(_ entry: FeedEntry, isBare: Bool) {
        do {
            let feed = try entry.feed()
            items.append(isBare && AddressText.isPrefix(feed.address) ? .addressIsPrefix(feed) : .feed(feed))
        } catch {
            errors.append(error)
        }
    }
}
