import ArgumentParser
import Batch
import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports

/// `oc4ids batch`: many inputs side by side, with a history and a league table.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        _superCommandName: Oc4ids.name,
        abstract: "Review many inputs, keep history, rank them. / Revisar muchas entradas, con historial y tabla comparativa.",
        discussion: """
        Exit status: 0 nothing found, 1 findings or a score below --min-score, 2 an input could not be read, 64 wrong usage, 130 interrupted.
        Estado de salida: 0 sin hallazgos, 1 con hallazgos o un puntaje menor que --min-score, 2 algo no se pudo leer, 64 uso incorrecto, 130 interrumpido.
        """
    )

    @Argument(help: ArgumentHelp("Files, folders, archives, patterns, addresses. / Archivos, carpetas, comprimidos, patrones, direcciones.", valueName: "input"))
    var inputs: [String] = []

    @OptionGroup var sources: FeedSources

    @Option(help: ArgumentHelp("A list of inputs with what is known of each, in YAML. / Una lista de entradas con sus datos, en YAML.", valueName: "file"))
    var manifest: String?

    @OptionGroup var summary: SummaryOptions

    @Option(help: ArgumentHelp("Forms of the reports of single inputs in --output: json, text, csv; as in json,csv (default: json). / Formas de los informes de cada entrada.",
                               valueName: "forms"))
    var reports = ReportForms(forms: [.json])

    @Flag(help: "Go on where the last run of this command was broken off; do only what is missing or has changed. / Continuar donde quedó; solo lo que falta o cambió.")
    var resume = false

    @Option(help: ArgumentHelp("Take one part of the inputs, as in 2/8; see oc4ids merge. / Tomar una parte de las entradas, por ejemplo 2/8.", valueName: "part"))
    var shard: String?

    @Option(help: ArgumentHelp("Most memory for all jobs, as in 4GB (default: a quarter of the machine's). / Memoria máxima para todo.", valueName: "size"))
    var memory: ByteSize?

    @OptionGroup var checking: CheckingOptions
    @OptionGroup var scoring: ScoringOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Addresses and feeds / Direcciones y fuentes") var transfers: TransferOptions

    func validate() throws {
        let language = checking.language.value
        guard !inputs.isEmpty || manifest != nil || !sources.isEmpty else { throw ValidationError(UsageMessage.noBatchInput.texts[language]) }
        guard !inputs.contains("-") else { throw ValidationError(UsageMessage.noStandardInput.texts[language]) }
        guard shard.map({ Shard($0) != nil }) ?? true else { throw ValidationError(UsageMessage.wrongShard.texts[language]) }
        if let memory, memory.bytes < BatchSchedule.leastMemory {
            throw ValidationError(UsageMessage.littleMemory.text(language, ["least": ByteSize(bytes: BatchSchedule.leastMemory).defaultValueDescription]))
        }
        try summary.check(language)
        try transfers.check(language)
        try store.check(language)
    }

    func run() throws {
        let language = checking.language.value
        let standard = try checking.schema.load(language)
        var explainer = Explainer(language: language, standard: standard)
        let schedule = BatchSchedule(jobs: checking.threads, memory: memory?.bytes ?? max(MemoryBudget.standard, BatchSchedule.leastMemory),
                                     pieceBytes: checking.limits.pieceBytes)
        explainer.memoryBoundsProjects = schedule.pieceBytes < checking.limits.pieceBytes
        let words = FeedWords(explainer: explainer)
        let units = try units(words)
        let history = try HistoryOption.open(summary.history, language)

        // A run that is gone on with keeps the day on which it began.
        let batch = batchName
        let last = resume ? try history.use { try $0.latest(batch: batch) } : nil
        let unfinished = last.flatMap { $0.finished == nil ? $0 : nil }
        var claim = try unfinished.flatMap { unfinished in try history.use { try $0.claim(run: unfinished.id) } }
        // Another one may have ended it before this one had it.
        guard unfinished == nil || claim != nil, try unfinished == nil || history.use({ try $0.latest(batch: batch) }) == last else { throw busy(history.path) }
        if let unfinished, let day = checking.today.today, day.text != unfinished.today {
            throw Exit.usage(UsageMessage.batchOtherDay.text(language, ["day": unfinished.today]))
        }
        var checking = checking
        checking.today.today = checking.today.today ?? unfinished.flatMap { CivilDay($0.today) } ?? .current
        let today = checking.today.day
        let plan = try ReviewPlan(checking, scoring, transfers, standard, units, manifest: manifest, sectors: checking.sectors(standard),
                                  withRows: summary.output != nil && reports.forms != [.text])
        let progress = BatchProgress(units, language: language, isQuiet: summary.quiet)
        let feeds = try BatchFeeds(units, self, today: today, standard, words, schedule, progress)
        // Before the run begins: one that cannot have its folder is none.
        let verbosity: Verbosity = checking.maxExamples == nil ? .usual : .verbose
        let folder = try summary.output.map { try BatchFolder($0, reports.forms, explainer, verbosity, inputs: units.compactMap(\.found)) }
        if let unfinished { try history.use { try $0.setAside(run: unfinished.id) } }
        let done = try last.map { last in try history.use { try $0.stored(run: last.id) } } ?? []
        let run = try unfinished?.id ?? history.use {
            try $0.begin(batch: batch, program: Oc4ids.version, standard: standard.version, today: today.text)
        }

        claim = try claim ?? history.use { try $0.claim(run: run) }
        guard let claim else { throw busy(history.path) }

        let work = BatchWork(units, run: run, history: history, plan: plan, folder: folder, explainer: explainer, progress: progress, done: done,
                             pieceBytes: explainer.memoryBoundsProjects ? schedule.pieceBytes : nil, examples: checking.examples)
        review(units.filter { $0.found != nil }, feeds, schedule, work, progress, isContinued: unfinished != nil)

        if let failure = work.failure { throw failure }
        let (whole, ended) = work.made
        guard let maker = whole else {
            Terminal.printError(BatchWord.interrupted.text(language, ["done": String(ended), "total": String(units.count)]) + " " + BatchWord.goOn.text(language))
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
        let made = maker.summary(since: try history.use { try $0.former(inputs: maker.inputIDs) })
        let results = work.results
        if resume { try folder?.removeReports(of: work.former, but: results, isContinued: unfinished != nil) }
        try folder?.write(made, results, settings: plan.settings, shard: shard.flatMap { Shard($0) }, summary.text(made, language, plan.profiles, color: false))
        try history.use { try $0.finish(run: run, made) }
        claim.end()
        try summary.show(made, language, plan.profiles)
        throw ExitCode(summary.status(made, failOn: checking.failOn.value).rawValue)
    }

    /// Reviews what is at hand, and then feeds, which have been fetched meanwhile, until all is done or someone interrupts.
    ///
    /// - Parameter isContinued: what the run has fetched and reviewed before it was broken off is not fetched again.
    private func review(_ units: [BatchUnit], _ feeds: BatchFeeds?, _ schedule: BatchSchedule, _ work: BatchWork, _ progress: BatchProgress, isContinued: Bool) {
        Interruption.watch()
        let isStopped = { @Sendable in Interruption.isRequested }
        // Without a thread for it nothing is drawn.
        let display = EngineThread { progress.run() }
        Workers.run(feeds == nil ? 1 : 2) { number in
            // What others wait for comes first: where there is no thread to be had, the work is done one after another.
            if number == 0, let feeds {
                feeds.run { isContinued && work.isDone($0, digest: $1) }
            } else {
                schedule.run(units, isStopped: isStopped) { work.review($0, $1) }
                if let feeds { schedule.run(arriving: feeds.ready, isStopped: isStopped) { work.review($0, $1) } }
            }
        }
        progress.finish()
        display?.join()
    }

    private func busy(_ path: String) -> ExitCode {
        Exit.failed(UsageMessage.batchBusy.text(checking.language.value, ["path": VisibleText.escaped(path)]))
    }

    /// What is the same for runs that do the same.
    private var batchName: String {
        let named: [(option: String, value: String?)] = [("--feeds", sources.feeds), ("--registry", sources.registry), ("--manifest", manifest), ("--shard", shard)]
        return (inputs.map(AddressText.shownWord) + named.compactMap { option, value in value.map { "\(option) \(AddressText.shownWord($0))" } })
            .joined(separator: " ")
    }

    /// Everything that is to be reviewed here.
    private func units(_ words: FeedWords) throws -> [BatchUnit] {
        let language = words.language
        var list: Manifest?
        if let manifest {
            do { list = try Manifest.load(manifest) } catch { throw Exit.usage(ManifestText.message(error, manifest, language)) }
        }
        let feeds = try sources.items(words)
        let all: [BatchUnit]
        do throws(BatchUnits.Problem) {
            all = try BatchUnits(inputs, feeds: feeds, list).all
        } catch {
            func place(_ line: Int) -> String { VisibleText.ofUser(manifest ?? "") + ":\(line)" }
            switch error {
            case .wrongAddress(let error, let line): throw Exit.usage((line.map { place($0) + ": " } ?? "") + words.text(error))
            case .unknownFeed(let id, let known, let line):
                throw Exit.usage(UsageMessage.manifestUnknownFeed.text(language, ["place": place(line), "name": VisibleText.escaped(id)]) + words.suggestion(id, known))
            case .sameID(let id): throw Exit.usage(UsageMessage.batchSameID.text(language, ["name": VisibleText.escaped(id)]))
            }
        }
        // Files that a run leaves among the inputs would be inputs of the next one.
        let words = inputs + (list?.paths ?? [])
        for (option, place) in [("--output", summary.output), ("--store", all.contains { $0.found == nil } ? store.folder : nil)] {
            guard let place, let input = InputPaths.folder(among: words, holding: place) else { continue }
            throw Exit.usage(UsageMessage.outputInsideInput.text(language, ["path": VisibleText.ofUser(place), "input": VisibleText.ofUser(input), "option": option]))
        }
        guard let shard = shard.flatMap({ Shard($0) }) else { return all }
        return all.filter(shard.takes)
    }
}
