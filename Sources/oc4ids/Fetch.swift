import ArgumentParser
import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports

/// `oc4ids fetch`: downloads feeds into the store and checks what came.
struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        _superCommandName: Oc4ids.name,
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
        let today = options.today.day
        let profile = try ProfileOption.load(Profile.standardID, standard, language)
        let reviewer = Reviewer(standard: standard, settings: CheckSettings(today: today, frequency: nil), examples: 1,
                                disclosure: DisclosureSettings(profile: profile))
        let fetching: FeedFetching
        do {
            fetching = try FeedFetching(options.transfers, options.store, total: min(options.jobs, TransferSettings.mostTotal), today: today, standard, words, progress: screen.progress,
                                        isStopped: { Interruption.isRequested })
        } catch {
            screen.discard()
            throw error
        }
        let rows = FetchRows(words, failOn: options.failOn.value)
        let results = OrderedResults<FeedRow>()
        Interruption.watch()
        fetching.fetch(items) { position, fetched in
            // The next run fetches it.
            guard !fetched.isCancelled else { return results.close(position, screen.write) }
            let check = fetched.copy.map { copy in
                FeedContents.check(fetching.store.layout.body(copy.sha256), name: items[position].feed.name, fetching.opener, reviewer)
            }
            let row = rows.row(fetched, check)
            screen.finished()
            screen.warn(fetched)
            results.put(row, at: position, screen.write)
            results.close(position, screen.write)
        }
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

    @OptionGroup var sources: FeedSources

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

    @OptionGroup var failOn: FailOnOption

    @OptionGroup var schema: SchemaOption

    @OptionGroup var today: TodayOption

    @Flag(help: "No colours. / Sin colores.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Only failures and the total. / Solo lo que falló y el total.")
    var quiet = false

    func validate() throws {
        let language = language.value
        guard jobs >= 1 else { throw ValidationError(UsageMessage.belowOne.text(language, ["option": "--jobs"])) }
        try transfers.check(language)
        try store.check(language)
        guard !sources.isEmpty || !addresses.isEmpty else { throw ValidationError(FeedMessage.noSource.text(language)) }
        guard sources.isEmpty || addresses.isEmpty else { throw ValidationError(FeedMessage.sourceTwice.text(language)) }
    }

    /// What is to be fetched, or an exit with all that is wrong in the description.
    func items(_ words: FeedWords) throws -> [FeedList.Item] {
        let items = try addresses.isEmpty ? sources.items(words) : FeedSources.items(of: FeedList(addresses: addresses), words)
        guard let only else { return items }
        let wanted = only.split(separator: ",").map(String.init)
        for id in wanted where !items.contains(where: { $0.feed.id.text == id }) {
            throw Exit.usage(words.say(.noSuchFeed, ["value": id]) + words.suggestion(id, items.map(\.feed.id.text)))
        }
        return items.filter { wanted.contains($0.feed.id.text) }
    }
}
