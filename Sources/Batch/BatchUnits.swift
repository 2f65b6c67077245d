package import Feeds
import Inputs
import OC4IDS

/// Everything that a call and a manifest name, in a fixed order: the words of the call, feeds that no manifest names, the manifest's entries.
package struct BatchUnits: Sendable {
    package private(set) var all: [BatchUnit] = []

    /// Why there is no list of units.
    package enum Problem: Error, Sendable, Equatable {
        /// - Parameter line: in the manifest; nil for the command line.
        case wrongAddress(DescriptionError, line: Int?)
        case unknownFeed(String, known: [String], line: Int)
        /// Two inputs would be one in the history.
        case sameID(String)
    }

    /// - Parameters:
    ///   - words: paths, patterns and addresses; each path and address counts once.
    ///   - feeds: of descriptions and registries. Those that the manifest names are inputs there, the others by themselves.
    package init(_ words: [String], feeds: [FeedList.Item] = [], _ manifest: Manifest? = nil) throws(Problem) {
        var named: Set<String> = []
        for word in words {
            for source in try BatchUnits.sources(word, line: nil) where named.insert(BatchUnits.key(source)).inserted { add(source) }
        }
        var byID: [String: FeedList.Item] = [:]
        for item in feeds { byID[item.feed.id.text] = item }
        var inManifest: Set<String> = []
        for case .feed(let id) in (manifest?.entries ?? []).map(\.source) { inManifest.insert(id) }
        for item in feeds where !inManifest.contains(item.feed.id.text) { add(.feed(item)) }
        for entry in manifest?.entries ?? [] {
            // What a manifest names may be there twice, as parts of one file by sector are.
            switch entry.source {
            case .path(let path): for source in try BatchUnits.sources(path, line: entry.line) { add(source, entry, below: path) }
            case .address(let address): for source in try BatchUnits.sources(address, line: entry.line) { add(source, entry) }
            case .feed(let id):
                guard let item = byID[id] else { throw .unknownFeed(id, known: feeds.map(\.feed.id.text), line: entry.line) }
                add(.feed(item), entry)
            }
        }
        var ids: Set<String> = []
        for unit in all where !ids.insert(unit.id ?? unit.path).inserted { throw .sameID(unit.id ?? unit.path) }
    }

    private mutating func add(_ source: BatchUnit.Source, _ entry: Manifest.Entry? = nil, below path: String? = nil) {
        var unit = BatchUnit(position: all.count, path: BatchUnits.name(source), source: source)
        if case .feed(let item) = source {
            unit.id = item.feed.id.text
            unit.attributes.publisher = item.feed.about.publisher
        }
        if let entry {
            let isWhole = path == nil || unit.path == path
            unit.id = isWhole ? entry.id : "\(entry.id):\(unit.path.dropFirst(path?.count ?? 0).drop { $0 == "/" })"
            unit.attributes.publisher = entry.attributes.publisher ?? unit.attributes.publisher
            unit.attributes.ministry = entry.attributes.ministry
            (unit.profile, unit.frequency) = (entry.profile, entry.frequency)
            unit.sectors = entry.sectors.isEmpty ? nil : BatchUnit.Sectors(codes: entry.sectors, line: entry.line)
        }
        all.append(unit)
    }

    private static func sources(_ word: String, line: Int?) throws(Problem) -> [BatchUnit.Source] {
        guard AddressText.hasScheme(word) else { return InputPaths.expand(InputPaths.matching(word)).map { .found($0) } }
        let list = FeedList(addresses: [word])
        if let error = list.errors.first { throw .wrongAddress(error, line: line) }
        return list.items.map { .feed($0) }
    }

    /// What is the same for the same source.
    private static func key(_ source: BatchUnit.Source) -> String {
        if case .feed(let item) = source { "feed \(item.feed.id)" } else { "path \(name(source))" }
    }

    private static func name(_ source: BatchUnit.Source) -> String {
        switch source {
        case .found(let found), .copy(let found, _, _): found.name
        case .feed(let item): item.feed.name
        }
    }
}
