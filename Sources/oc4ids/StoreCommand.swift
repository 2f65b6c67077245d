import ArgumentParser
import Feeds
import OC4IDS
import Reports

/// `oc4ids store`: what has been fetched.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Show, prune and verify what was fetched. / Mostrar, depurar y verificar lo descargado.",
        subcommands: [List.self, Show.self, Prune.self, Verify.self],
        defaultSubcommand: List.self
    )

    /// `oc4ids store list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the feeds in the store. / Listar las fuentes del almacén.")
        @OptionGroup var options: StoreOptions

        func run() throws {
            let (store, words) = try options.open()
            try options.catalog.show(StoreListing(store, words).list())
        }
    }

    /// `oc4ids store show ID`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a feed’s history. / Mostrar el historial de una fuente.")
        @Argument(help: "A feed’s id. / El id de una fuente.") var id: String
        @Flag(help: "Only the path of the current copy. / Solo la ruta de la copia actual.") var path = false
        @OptionGroup var options: StoreOptions

        func run() throws {
            let (store, words) = try options.open()
            let ids = try options.orFail(words) { () throws(StoreError) in try store.feeds() }
            guard let feed = ids.first(where: { $0.text == id }) else {
                throw Exit.usage(words.say(.storeNoFeed, ["value": id]) + words.suggestion(id, ids.map(\.text)))
            }
            guard path else { return try options.catalog.show(StoreListing(store, words).show(feed)) }
            guard let body = store.current(of: feed)?.body else { throw Exit.failed(words.say(.keptNothing)) }
            try options.catalog.show(store.layout.body(body.sha256))
        }
    }

    /// `oc4ids store prune`
    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "prune", abstract: "Remove old copies, never the current one. / Quitar copias viejas, nunca la actual.")
        @Option(help: "Copies kept before the current one. / Copias que se conservan antes de la actual.") var keep = 5
        @OptionGroup var options: StoreOptions

        func validate() throws {
            guard keep >= 0 else { throw ValidationError(UsageMessage.negative.text(options.catalog.language.value, ["option": "--keep"])) }
        }

        func run() throws {
            let (store, words) = try options.open()
            let pruned = try options.orFail(words) { () throws(StoreError) in try store.prune(keeping: keep) }
            let language = words.language
            var text = words.say(.pruned, ["entries": FeedMessage.countedEntries.counted(pruned.entries, language),
                                           "bodies": FeedMessage.countedCopies.counted(pruned.bodies, language),
                                           "bytes": Figures.bytes(pruned.bytes, language)])
            if pruned.unreadable > 0 { text += "\n" + words.say(.prunedUnreadable, ["entries": Figures.count(pruned.unreadable, language)]) }
            try options.catalog.show(text)
            if pruned.unreadable > 0 { throw ExitCode(ExitStatus.unreadable.rawValue) }
        }
    }

    /// `oc4ids store verify`
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "verify", abstract: "Compute all digests anew. / Calcular de nuevo todas las huellas.")
        @OptionGroup var options: StoreOptions

        func run() throws {
            let (store, words) = try options.open()
            let verified = try options.orFail(words) { () throws(StoreError) in try store.verify() }
            let language = words.language
            let lines = verified.problems.map { problem in
                let message: FeedMessage = switch problem.kind {
                case .unreadableEntry: .problemEntry
                case .missingBody: .problemMissing
                case .damagedBody: .problemDamaged
                }
                return "✘ " + words.say(message, ["feed": problem.feed.text, "what": problem.what])
            }
            let total = words.say(.verified, ["feeds": FeedMessage.feedsTotal.counted(verified.feeds, language),
                                              "entries": FeedMessage.countedEntries.counted(verified.entries, language),
                                              "bodies": FeedMessage.countedCopies.counted(verified.bodies, language), "bytes": Figures.bytes(verified.bytes, language)])
            try options.catalog.show((lines + ["\(lines.isEmpty ? "✔" : "✘") \(total)"]).joined(separator: "\n"))
            if !lines.isEmpty { throw ExitCode(ExitStatus.unreadable.rawValue) }
        }
    }
}

/// Options of the commands that look at a store.
struct StoreOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var store: StoreOption

    func validate() throws {
        try store.check(catalog.language.value)
    }

    /// The store, or an exit: there has to be one.
    func open() throws -> (Store, FeedWords) {
        let words = FeedWords(language: catalog.language.value)
        let store = try orFail(words) { () throws(StoreError) in try Store(existing: self.store.folder) }
        guard let store else { throw Exit.failed(words.say(.storeNone, ["path": self.store.folder])) }
        return (store, words)
    }

    func orFail<Value>(_ words: FeedWords, _ body: () throws(StoreError) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw Exit.failed(words.text(error))
        }
    }
}
