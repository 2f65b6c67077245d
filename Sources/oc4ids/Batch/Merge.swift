import ArgumentParser
import Batch
import OC4IDS
import Reports

/// `oc4ids merge`: the parts of a batch, which several machines have done, become its one summary.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put the parts of a batch together. / Unir las partes de un lote.",
        discussion: """
        Exit status: as of oc4ids batch.
        Estado de salida: como el de oc4ids batch.
        """
    )

    @Argument(help: ArgumentHelp("Folders that oc4ids batch --shard --output has written. / Carpetas escritas por oc4ids batch --shard --output.", valueName: "folder"))
    var paths: [String] = []

    @OptionGroup var summary: SummaryOptions
    @OptionGroup var language: LanguageOption

    @OptionGroup var failOn: FailOnOption

    @Option(help: "Places listed of ids used twice (default: 20); 0 lists all. / Lugares listados de ids repetidos.")
    var maxExamples = 20

    @Option(help: ArgumentHelp("The profile that was scored by, for its elements' titles. / El perfil usado, por los títulos de sus elementos.", valueName: "profile"))
    var profile = Profile.standardID

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError(UsageMessage.mergeNothing.texts[language.value]) }
        try summary.check(language.value)
        guard maxExamples >= 0 else { throw ValidationError(UsageMessage.negative.text(language.value, ["option": "--max-examples"])) }
    }

    func run() throws {
        let language = language.value
        let standard = try Standard.bundled()
        let explainer = Explainer(language: language, standard: standard)
        let results = try read(language)
        // Without a history there is nothing to compare with, and nothing is written down.
        let history = try summary.history.map { try HistoryOption.open($0, language) }
        let former = try history?.use { try $0.former(inputs: results.map(\.id)) }
        let made = BatchSummary(results, since: former ?? FormerScores(), examples: maxExamples)
        let profiles = try [ProfileOption.load(profile, standard, language)]
        if let output = summary.output {
            try BatchFolder(output, [], explainer, inputs: []).write(made, summary.text(made, language, profiles, color: false))
        }
        try history?.use { try record(results, made, $0, standard) }
        try summary.show(made, language, profiles)
        throw ExitCode(summary.status(made, failOn: failOn.value).rawValue)
    }

    private func read(_ language: Language) throws -> [InputResult] {
        do {
            return try ResultLines.read(paths)
        } catch {
            let place = VisibleText.escaped(error.path) + (error.line.map { ":\($0)" } ?? "")
            switch error.kind {
            case .unreadable(let reason): throw Exit.failed("\(place): \(reason)")
            case .notResults: throw Exit.usage(UsageMessage.mergeNotResults.text(language, ["place": place]))
            case .otherSettings(let other): throw Exit.usage(UsageMessage.mergeOtherSettings.text(language, ["path": place, "other": VisibleText.escaped(other)]))
            case .twice(let id, let other):
                throw Exit.usage(UsageMessage.mergeTwice.text(language, ["name": VisibleText.escaped(id), "path": place, "other": VisibleText.escaped(other)]))
            }
        }
    }

    /// The merged batch is a run like others.
    private func record(_ results: [InputResult], _ made: BatchSummary, _ history: History, _ standard: Standard) throws {
        let run = try history.begin(batch: "merge " + paths.joined(separator: " "), program: Oc4ids.version, standard: standard.version, today: CivilDay.current.text)
        for (unit, results) in Dictionary(grouping: results, by: \.order.unit) {
            try history.record(run: run, unit: unit, History.Stored(path: results.first?.name ?? "", fingerprint: "", results: results))
        }
        try history.finish(run: run, made)
    }
}
