import ArgumentParser
import Feeds
import OC4IDS

/// Which feeds: those of a description, those of a registry, or both together.
struct FeedSources: ParsableArguments {
    @Option(help: ArgumentHelp("A description of feeds (docs/feeds.md). / Una descripción de fuentes (docs/feeds.es.md).", valueName: "file"))
    var feeds: String?

    @Option(help: ArgumentHelp("A registry of feeds: a folder with one YAML file a feed. / Un registro: una carpeta con un archivo YAML por fuente.", valueName: "folder"))
    var registry: String?

    var isEmpty: Bool { feeds == nil && registry == nil }

    /// All feeds, or an exit with all that is wrong in the description.
    func items(_ words: FeedWords) throws -> [FeedList.Item] {
        guard !isEmpty else { return [] }
        let nothing: (entries: [FeedEntry], errors: [DescriptionError]) = ([], [])
        let found = registry.map { RegistryFolder.read($0) } ?? nothing
        let own = feeds.map { FeedsFile.read($0) } ?? nothing
        var list = FeedList(registry: found.entries, described: own.entries)
        list.errors = found.errors + own.errors + list.errors
        return try FeedSources.items(of: list, words)
    }

    /// The feeds of a list, or an exit with all that is wrong in it.
    static func items(of list: FeedList, _ words: FeedWords) throws -> [FeedList.Item] {
        guard list.errors.isEmpty else {
            for error in list.errors { Terminal.printError(words.text(error)) }
            throw Exit.usage(words.say(.wrongDescription))
        }
        guard !list.items.isEmpty else { throw Exit.usage(words.say(.noFeeds)) }
        return list.items
    }
}
