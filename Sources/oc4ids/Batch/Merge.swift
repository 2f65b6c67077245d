import ArgumentParser
import Batch
import Feeds
import Inputs
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `oc4ids merge`: the parts of a batch, which several machines have done, become its one summary; lines of `oc4ids review --stream` the review of
/// the one input that they were.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        _superCommandName: Oc4ids.name,
        abstract: "Put the parts of a batch, or lines of review --stream, together. / Unir las partes de un lote, o líneas de review --stream.",
        discussion: """
        Exit status: as of oc4ids batch.
        Estado de salida: como el de oc4ids batch.
        """
    )

    @Argument(help: ArgumentHelp("Folders that oc4ids batch --shard --output has written; files with lines of oc4ids review --stream. / Carpetas de oc4ids batch --shard --output; archivos con líneas de oc4ids review --stream.",
                                 valueName: "path"))
    var paths: [String] = []

    @OptionGroup var summary: SummaryOptions
    @OptionGroup var language: LanguageOption

    @OptionGroup var failOn: FailOnOption

    @Option(help: "Places listed of ids used twice (default: 20); 0 lists all. / Lugares listados de ids repetidos.")
    var maxExamples: Int?

    @Option(help: ArgumentHelp("The profile that was scored by (default: a bundled one that lines name, or cost-ids). / El perfil usado.", valueName: "profile"))
    var profile: String?

    @OptionGroup var schema: SchemaOption

    @Option(help: ArgumentHelp("What lines of oc4ids review --stream are called together (default: -). / Cómo se llaman juntas las líneas de oc4ids review --stream.", valueName: "name"))
    var name = "-"

    @Option(help: ArgumentHelp("Forms of the report of these lines in --output: json, text, csv (default: json). / Formas del informe de esas líneas.", valueName: "forms"))
    var reports = ReportForms(forms: [.json])

    @Flag(help: "Print the review of these lines in place of the summary, as text or json. / Imprimir la revisión de esas líneas en vez del resumen.")
    var review = false

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError(UsageMessage.mergeNothing.texts[language.value]) }
        try summary.check(language.value)
        guard !review || summary.format != .csv else { throw ValidationError(UsageMessage.mergeReviewForm.texts[language.value]) }
        guard maxExamples ?? 0 >= 0 else { throw ValidationError(UsageMessage.negative.text(language.value, ["option": "--max-examples"])) }
    }

    func run() throws {
        let language = language.value
        let standard = try schema.load(language)
        let explainer = Explainer(language: language, standard: standard)
        let streamed = paths.filter(StreamedLines.areIn)
        guard !review || !streamed.isEmpty else { throw Exit.usage(UsageMessage.mergeNoLines.texts[language]) }
        let lines = try saying { try StreamedLines(streamed) }
        let parts = try saying {
            try ResultLines.read(paths.filter { !streamed.contains($0) }, settings: lines.map { ($0.settings.digest, streamed[0]) })
        }
        var results = parts.results
        let profiles = try profiles(lines, results, standard)
        let outcome = try lines.map { try read($0, standard, profiles[0]) }
        if let (outcome, input) = outcome {
            let unit = (results.lazy.map(\.order.unit).max() ?? -1) + 1
            let result = InputResult(id: name, order: .init(unit: unit, number: 0), attributes: .init(), outcome, input, explainer)
            results.append(result)
            var sums = parts.sums
            guard sums.take(result) else { throw Exit.usage(UsageMessage.mergeNotResults.text(language, ["place": VisibleText.ofUser(streamed[0])])) }
        }
        results.sort()
        // Without a history there is nothing to compare with, and nothing is written down.
        let history = try summary.history.map { try HistoryOption.open($0, language) }
        let former = try history?.use { try $0.former(inputs: results.inputIDs) }
        var made = BatchSummary(ordered: results, since: former ?? FormerScores(), examples: maxExamples ?? 20)
        made.missingShards = parts.missingShards
        if !made.missingShards.isEmpty {
            Terminal.printError(BatchWord.missingShards.counted(made.missingShards.count, language, ["shards": made.missingShards.joined(separator: ", ")]))
        }
        if let output = summary.output {
            let folder = try BatchFolder(output, outcome == nil ? [] : reports.forms, explainer, verbosity, inputs: [])
            if let outcome { try folder.write(outcome.outcome, id: name) }
            try folder.write(made, summary.text(made, language, profiles, color: false))
        }
        try history?.use { try record(results, made, $0, standard) }
        if review, let outcome { try show(outcome.outcome, explainer) } else { try summary.show(made, language, profiles) }
        throw ExitCode(summary.status(made, failOn: failOn.value).rawValue)
    }

    /// As of `review`: who asks for a number of places wants to see them.
    private var verbosity: Verbosity { maxExamples == nil ? .usual : .verbose }

    /// What lines are reviewed by, first, and the bundled ones by which results were scored: their elements have titles.
    private func profiles(_ lines: StreamedLines?, _ results: PackedResults, _ standard: Standard) throws -> [Profile] {
        func bundled(_ name: String) -> String? { Profile.bundledIDs.first { name.hasPrefix($0 + " ") } }
        let first = try ProfileOption.load(profile ?? lines.flatMap { bundled($0.settings.profile) } ?? Profile.standardID, standard, language.value)
        let others = Set(results.compactMap { $0.review?.disclosure.flatMap { bundled($0.profile) } }).subtracting([first.id]).sorted()
        return try [first] + others.map { try ProfileOption.load($0, standard, language.value) }
    }

    /// The review of all lines together.
    private func read(_ lines: StreamedLines, _ standard: Standard, _ profile: Profile) throws -> (outcome: Outcome, input: ReadInput) {
        let settings = lines.settings
        func wrong() -> ExitCode {
            let (path, name) = (VisibleText.ofUser(lines.paths[0]), VisibleText.escaped(settings.profile))
            return Exit.usage(UsageMessage.mergeOtherProfile.text(language.value, ["path": path, "name": name]))
        }
        guard let groups = settings.groups(standard) else { throw wrong() }
        var disclosure = DisclosureSettings(profile: profile, groups: groups)
        if settings.hasRows { disclosure.rows = { TemporaryRows() } }
        let reviewer = Reviewer(standard: standard, settings: settings.checks, examples: settings.examples, disclosure: disclosure)
        guard reviewer.shape == settings.shape, "\(profile.id) \(profile.version)" == settings.profile else { throw wrong() }
        var reviews = LineReviews(reviewer)
        try saying { try lines.forEach { reviews.put($0) } }
        let input = reviews.read(name: name)
        var dataset = Dataset(examples: settings.examples)
        return (input.outcome(in: &dataset), input)
    }

    private func show(_ outcome: Outcome, _ explainer: Explainer) throws {
        let output = try ReportOutput(language: language.value)
        if summary.format == .json {
            do {
                try JSONReport(explainer: explainer, toolVersion: Oc4ids.version).write(outcome) { output.write($0) }
            } catch {
                throw Exit.failed(explainer.message(error))
            }
            output.write([0x0A])
        } else {
            let style = TextStyle(color: !summary.noColor && Terminal.showsColor(STDOUT_FILENO))
            let report = TextReport(explainer: explainer, style: style, verbosity: summary.quiet ? .quiet : verbosity)
            output.write(Array((report.text(for: outcome) + report.closing([report.row(for: outcome)])).utf8))
        }
        try output.finish()
    }

    /// Does something with parts; what is wrong with them is said, and ends the program.
    private func saying<Value>(_ body: () throws -> Value) throws -> Value {
        let language = language.value
        do {
            return try body()
        } catch let error as ResultLines.Problem {
            let place = VisibleText.ofUser(error.path) + (error.line.map { ":\($0)" } ?? "")
            switch error.kind {
            case .unreadable(let reason): throw Exit.failed("\(place): \(reason)")
            case .notResults: throw Exit.usage(UsageMessage.mergeNotResults.text(language, ["place": place]))
            case .otherSettings(let other): throw Exit.usage(UsageMessage.mergeOtherSettings.text(language, ["path": place, "other": VisibleText.ofUser(other)]))
            case .repeatedLine(let line, let other):
                throw Exit.usage(UsageMessage.mergeRepeatedLine.text(language, ["name": String(line), "path": place, "other": VisibleText.ofUser(other)]))
            case .twice(let id, let other):
                throw Exit.usage(UsageMessage.mergeTwice.text(language, ["name": VisibleText.escaped(id), "path": place, "other": VisibleText.ofUser(other)]))
            }
        }
    }

    /// The merged batch is a run like others.
    ///
    /// - Parameter results: in the order of the inputs.
    private func record(_ results: PackedResults, _ made: BatchSummary, _ history: History, _ standard: Standard) throws {
        let run = try history.begin(batch: "merge " + paths.map(AddressText.shownWord).joined(separator: " "), program: Oc4ids.version, standard: standard.version, today: CivilDay.current.text)
        // Results of one unit follow one another.
        var unit: [InputResult] = []
        func record() throws {
            guard let first = unit.first else { return }
            try history.record(run: run, [(first.order.unit, History.Stored(path: first.name, fingerprint: "", results: unit))])
        }
        for result in results {
            if let first = unit.first, first.order.unit != result.order.unit {
                try record()
                unit = []
            }
            unit.append(result)
        }
        try record()
        try history.finish(run: run, made)
    }
}
