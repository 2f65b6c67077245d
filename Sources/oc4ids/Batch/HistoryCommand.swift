import ArgumentParser
import Batch
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `oc4ids history`: what came out of former runs of `oc4ids batch`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Look back at the runs of batch. / Ver las corridas anteriores de batch.",
        subcommands: [Runs.self, Show.self, Trend.self, Export.self],
        defaultSubcommand: Runs.self
    )

    /// `oc4ids history runs`, or `oc4ids history`
    struct Runs: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "runs", abstract: "List all runs. / Listar las corridas.")

        @OptionGroup var options: HistoryOptions

        func run() throws {
            let runs = try options.open().use { try $0.runs() }
            guard !runs.isEmpty else { return try options.show(BatchWord.noRuns.text(options.language.value, ["path": VisibleText.ofUser(options.path())]) + "\n") }
            try options.show(options.report.runs(runs))
        }
    }

    /// `oc4ids history show RUN`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a run, input by input. / Mostrar una corrida, entrada por entrada.")

        @Argument(help: ArgumentHelp("The run's number (default: the last). / El número de la corrida (la última si no se indica).", valueName: "run")) var number: Int64?
        @OptionGroup var options: HistoryOptions

        func run() throws {
            let history = try options.open()
            let runs = try history.use { try $0.runs() }
            guard let found = number.map({ number in runs.first { $0.id == number } }) ?? runs.last else {
                throw Exit.usage(UsageMessage.noSuchRun.text(options.language.value, ["name": number.map(String.init) ?? ""]))
            }
            try options.show(options.report.run(found, history.use { try $0.standings(run: found.id) }))
        }
    }

    /// `oc4ids history trend ID`
    struct Trend: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "trend", abstract: "Show an input's scores over time. / Mostrar los puntajes de una entrada en el tiempo.")

        @Argument(help: ArgumentHelp("The input's id. / El id de la entrada.", valueName: "id")) var id: String
        @OptionGroup var options: HistoryOptions

        func run() throws {
            let entries = try options.open().use { try $0.trend(input: id) }
            guard !entries.isEmpty else { throw Exit.usage(UsageMessage.noSuchInput.text(options.language.value, ["name": VisibleText.escaped(id)])) }
            try options.show(options.report.trend(id, entries))
        }
    }

    /// `oc4ids history export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "export", abstract: "Write all runs as one CSV table. / Escribir todas las corridas en una tabla CSV.")

        enum Form: String, ExpressibleByArgument, CaseIterable {
            case csv
        }

        @Option(help: "Form of the table: csv. / Forma de la tabla: csv.") var format = Form.csv
        @Option(help: ArgumentHelp("Write to a file. / Escribir en un archivo.", valueName: "file")) var output: String?
        @OptionGroup var options: HistoryOptions

        func run() throws {
            let entries = try options.open().use { try $0.all() }
            let output = try ReportOutput(path: output, language: options.language.value)
            output.write(HistoryReport.csv(entries))
            try output.finish()
        }
    }
}

struct HistoryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The history (default: oc4ids/history.sqlite below XDG_DATA_HOME). / El historial.", valueName: "file")) var history: String?
    @OptionGroup var language: LanguageOption

    var report: HistoryReport { HistoryReport(language: language.value) }

    func path() throws -> String { try HistoryOption.path(history, language.value) }

    /// Looking back makes no history where there is none.
    func open() throws -> HistoryOption.Opened {
        let path = try path()
        guard access(path, F_OK) == 0 else { throw Exit.usage(UsageMessage.noHistory.text(language.value, ["path": VisibleText.ofUser(path)])) }
        return try HistoryOption.open(path, language.value)
    }

    func show(_ text: String) throws {
        let output = try ReportOutput(language: language.value)
        output.write(Array(text.utf8))
        try output.finish()
    }
}
