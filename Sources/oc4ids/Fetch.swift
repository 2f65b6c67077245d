import ArgumentParser
import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports
import Synchronization

/// `oc4ids fetch`: downloads feeds into the store and checks what came.
struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Download feeds, keep and check them. / Descargar fuentes, guardarlas y revisarlas.",
        discussion: """
        Exit status: 0 all came without errors, 1 findings, 2 a feed could not be fetched (also when its last copy is used), 64 wrong usage,
        130 interrupted.
        Estado de salida: 0 todo sin errores, 1 con hallazgos, 2 una fuente no se pudo descargar (aunque se use su última copia), 64 uso incorrecto,
        130 interrumpido.
        """
    )

    @OptionGroup var options: FetchOptions

    func run() throws {
        let language = options.language.value
        let standard = try options.schema.load(language)
        let words = FeedWords(explainer: Explainer(language: language, standard: standard))
        let items = try options.items(words)
        let screen = try FetchScreen(options, words, count: items.count)
        let engine: TransferEngine
        let store: Store
        let run: StoreRun
        do {
            engine = try options.transfers.engine(total: options.jobs, words, progress: screen.progress, isStopped: { Interruption.isRequested })
            (store, run) = try options.store.begin(words)
        } catch {
            screen.discard()
            throw error
        }
        let today = options.today ?? .current
        let profile = try ProfileOption.load(Profile.standardID, standard, language)
        let reviewer = Reviewer(standard: standard, settings: CheckSettings(today: today, frequency: nil), examples: 1,
                                disclosure: DisclosureSettings(profile: profile))
        let opener = InputOpener(limits: UnpackingLimits(bytes: options.transfers.limits.bytes))
        let fetcher = FeedFetcher(store: store, run: run, engine: engine, opener: FeedContents(opener, standard), limits: options.transfers.limits,
                                  today: FeedDay(year: today.year, month: today.month, day: today.day))
        let rows = FetchRows(words, failOn: options.failOn)
        let results = OrderedResults<FeedRow>()
        let next = Atomic<Int>(0)
        Interruption.watch()
        // More threads than transfers: those that wait for a busy server must not keep the others from theirs.
        Workers.run(min(items.count, 16 * options.jobs)) { _ in
            while !Interruption.isRequested {
                let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard position < items.count else { return }
                let fetched = fetcher.fetch(items[position])
                // The next run fetches it.
                guard !fetched.isCancelled else {
                    results.close(position, screen.write)
                    continue
                }
                let check = fetched.copy.map { FeedContents.check(store.layout.body($0.sha256), name: items[position].feed.name, opener, reviewer) }
                let row = rows.row(fetched, check)
                screen.finished()
                results.put(row, at: position, screen.write)
                results.close(position, screen.write)
            }
        }
        engine.close()
        try screen.finish()
        guard screen.finishedCount == items.count else {
            let counts = ["done": Figures.count(screen.finishedCount, language), "all": Figures.count(items.count, language)]
            Terminal.printError(words.say(.interrupted, counts))
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
        throw ExitCode(rows.status.rawValue)
    }
}

/// Options of `fetch`.
struct FetchOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Addresses. / Direcciones.", valueName: "url"))
    var addresses: [String] = []

    @Option(help: ArgumentHelp("A description of feeds (docs/feeds.md). / Una descripción de fuentes (docs/feeds.es.md).", valueName: "file"))
    var feeds: String?

    @Option(help: ArgumentHelp("A registry of feeds: a folder with one YAML file a feed. / Un registro: una carpeta con un archivo YAML por fuente.", valueName: "folder"))
    var registry: String?

    @Option(help: ArgumentHelp("Only these feeds of the description. / Solo estas fuentes de la descripción.", valueName: "id,…"))
    var only: String?

    @OptionGroup var store: StoreOption
    @OptionGroup var transfers: TransferOptions

    @Option(help: "Transfers at a time. / Descargas simultáneas.")
    var jobs = TransferSettings.usualTotal

    @Option(help: "Form of the report: text, json or csv. / Formato del informe: text, json o csv.")
    var format: ReportFormat = .text

    @Option(help: ArgumentHelp("Write the report to a file. / Escribir el informe en un archivo.", valueName: "file"))
    var output: String?

    @OptionGroup var language: LanguageOption

    @Option(help: "Fail from this severity on: error, warning, info or never. / Fallar desde esta gravedad: error, warning, info o never.")
    var failOn: FailOn = .error

    @OptionGroup var schema: SchemaOption

    @Option(help: ArgumentHelp("The day that counts as today, as in 2026-11-21 (default: the current UTC day). / El día que cuenta como hoy.", valueName: "date"))
    var today: CivilDay?

    @Flag(help: "No colours. / Sin colores.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Only failures and the total. / Solo lo que falló y el total.")
    var quiet = false

    func validate() throws {
        let language = language.value
        guard jobs >= 1 else { throw ValidationError(UsageMessage.belowOne.text(language, ["option": "--jobs"])) }
        try transfers.check(language)
        try store.check(language)
        let isDescribed = feeds != nil || registry != nil
        guard isDescribed || !addresses.isEmpty else { throw ValidationError(FeedMessage.noSource.text(language)) }
        guard !isDescribed || addresses.isEmpty else { throw ValidationError(FeedMessage.sourceTwice.text(language)) }
    }

    /// What is to be fetched, or an exit with all that is wrong in the description.
    func items(_ words: FeedWords) throws -> [FeedList.Item] {
        let list = addresses.isEmpty ? described(words) : FeedList(addresses: addresses)
        guard list.errors.isEmpty else {
            for error in list.errors { Terminal.printError(words.text(error)) }
            throw Exit.usage(words.say(.wrongDescription))
        }
        guard !list.items.isEmpty else { throw Exit.usage(words.say(.noFeeds)) }
        guard let only else { return list.items }
        let wanted = only.split(separator: ",").map(String.init)
        for id in wanted where !list.items.contains(where: { $0.feed.id.text == id }) {
            throw Exit.usage(words.say(.noSuchFeed, ["value": id]) + words.suggestion(id, list.items.map(\.feed.id.text)))
        }
        return list.items.filter { wanted.contains($0.feed.id.text) }
    }

    private func described(_ words: FeedWords) -> FeedList {
        let nothing: (entries: [FeedEntry], errors: [DescriptionError]) = ([], [])
        let found = registry.map { RegistryFolder.read($0) } ?? nothing
        let own = feeds.map { FeedsFile.read($0) } ?? nothing
        var list = FeedList(registry: found.entries, described: own.entries)
        list.errors = found.errors + own.errors + list.errors
        return list
    }
}
