import ArgumentParser
import Batch
import Inputs
import JSONSchema
import OC4IDS
import Reports
import Synchronization

/// `oc4ids batch`: many inputs side by side, with a history and a league table.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Review many inputs, keep history, rank them. / Revisar muchas entradas, con historial y tabla comparativa.",
        discussion: """
        Exit status: 0 nothing found, 1 findings or a score below --min-score, 2 an input could not be read, 64 wrong usage, 130 interrupted.
        Estado de salida: 0 sin hallazgos, 1 con hallazgos o un puntaje menor que --min-score, 2 algo no se pudo leer, 64 uso incorrecto, 130 interrumpido.
        """
    )

    @Argument(help: ArgumentHelp("Files, folders, archives, patterns. / Archivos, carpetas, comprimidos, patrones.", valueName: "input"))
    var inputs: [String] = []

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

    func validate() throws {
        let language = checking.language.value
        guard !inputs.isEmpty || manifest != nil else { throw ValidationError(UsageMessage.noBatchInput.texts[language]) }
        guard !inputs.contains("-") else { throw ValidationError(UsageMessage.noStandardInput.texts[language]) }
        guard shard.map({ Shard($0) != nil }) ?? true else { throw ValidationError(UsageMessage.wrongShard.texts[language]) }
    }

    func run() throws {
        let language = checking.language.value
        let standard = try checking.schema.load(language)
        let explainer = Explainer(language: language, standard: standard)
        let units = try units(language)
        let history = try HistoryOption.open(summary.history, language)

        // A run that is gone on with keeps the day on which it began.
        let batch = batchName
        let last = resume ? try history.use { try $0.latest(batch: batch) } : nil
        let unfinished = last.flatMap { $0.finished == nil ? $0 : nil }
        var checking = checking
        checking.today = checking.today ?? unfinished.flatMap { CivilDay($0.today) } ?? .current
        let plan = try ReviewPlan(checking, scoring, standard, units, withRows: summary.output != nil && reports.forms != [.text])
        let done = try last.map { last in try history.use { try $0.stored(run: last.id) } } ?? []
        let run = try unfinished?.id ?? history.use {
            try $0.begin(batch: batch, program: Oc4ids.version, standard: standard.version, today: (checking.today ?? .current).text)
        }

        let folder = try summary.output.map { try BatchFolder($0, reports.forms, explainer, inputs: units.map(\.found)) }
        let progress = BatchProgress(total: units.count, language: language, isQuiet: summary.quiet)
        let work = BatchWork(run: run, history: history, plan: plan, folder: folder, explainer: explainer, progress: progress, done: done)
        Interruption.watch()
        let jobs = checking.jobs ?? Workers.processors
        let schedule = BatchSchedule(jobs: jobs, memory: memory?.bytes ?? MemoryBudget.standard, pieceBytes: checking.limits.pieceBytes)
        schedule.run(units, isStopped: { Interruption.isRequested || work.hasFailed }) { work.review($0, $1) }
        progress.finish()

        if let failure = work.failure { throw failure }
        let results = work.results
        guard results.units == units.count else {
            Terminal.printError(BatchWord.interrupted.text(language, ["done": String(results.units), "total": String(units.count)]) + " " + BatchWord.goOn.text(language))
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
        let former = try history.use { try $0.former(inputs: results.all.map(\.id)) }
        let made = BatchSummary(results.all, since: former, examples: checking.examples)
        try folder?.write(made, results.all, settings: plan.settings, summary.text(made, language, plan.profiles, color: false))
        try history.use { try $0.finish(run: run, made) }
        try summary.show(made, language, plan.profiles)
        throw ExitCode(summary.status(made, failOn: checking.failOn).rawValue)
    }

    /// What is the same for runs that do the same.
    private var batchName: String {
        (inputs + [manifest.map { "--manifest \($0)" }, shard.map { "--shard \($0)" }].compactMap(\.self)).joined(separator: " ")
    }

    /// Everything that is to be reviewed here.
    private func units(_ language: Language) throws -> [BatchUnit] {
        var list: Manifest?
        if let manifest {
            do { list = try Manifest.load(manifest) } catch { throw Exit.usage(ManifestText.message(error, manifest, language)) }
        }
        let all = BatchUnit.all(inputs, list)
        for entry in list?.entries ?? [] where !entry.sectors.isEmpty {
            throw Exit.usage(UsageMessage.sectorNotYet.text(language, ["place": "\(manifest ?? ""):\(entry.line)"]))
        }
        guard let shard = shard.flatMap({ Shard($0) }) else { return all }
        return all.filter(shard.takes)
    }
}

/// Forms of reports, as in `json,csv`.
struct ReportForms: ExpressibleByArgument {
    /// In a fixed order, each once.
    var forms: [ReportFormat]

    init(forms: [ReportFormat]) {
        self.forms = forms
    }

    init?(argument: String) {
        let named = argument.split(separator: ",").map { ReportFormat(rawValue: String($0)) }
        guard !named.isEmpty, !named.contains(nil) else { return nil }
        forms = ReportFormat.allCases.filter(named.contains)
    }

    var defaultValueDescription: String { forms.map(\.rawValue).joined(separator: ",") }
}
