import ArgumentParser
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What becomes of the summary of many inputs.
struct SummaryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder for reports, index and summary. / Carpeta para los informes, el índice y el resumen.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("The history (default: oc4ids/history.sqlite below XDG_DATA_HOME). / El historial.", valueName: "file"))
    var history: String?

    @Option(help: "Form of the summary on standard output: text, json, or csv for the table of inputs. / Forma del resumen en la salida estándar.")
    var format: ReportFormat = .text

    @Option(help: ArgumentHelp("Fail where the due score of an input is below this percentage. / Fallar si el puntaje exigible de una entrada es menor que este porcentaje.",
                               valueName: "percent"))
    var minScore: Double?

    @Flag(help: "No colours. / Sin colores.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "No progress and no summary on the terminal. / Sin avance ni resumen en la terminal.")
    var quiet = false

    func check(_ language: Language) throws {
        // Not a number is in no range.
        guard (0 ... 100).contains(minScore ?? 0) else { throw ValidationError(UsageMessage.scoreRange.texts[language]) }
    }

    func text(_ summary: BatchSummary, _ language: Language, _ profiles: [Profile], color: Bool) -> String {
        SummaryText(language: language, style: TextStyle(color: color), profiles: profiles).text(summary)
    }

    func show(_ summary: BatchSummary, _ language: Language, _ profiles: [Profile]) throws {
        guard !quiet else { return }
        let output = try ReportOutput(language: language)
        switch format {
        case .text: output.write(Array(text(summary, language, profiles, color: !noColor && Terminal.showsColor(STDOUT_FILENO)).utf8))
        case .json: output.write(SummaryJSON(toolVersion: Oc4ids.version).bytes(summary))
        case .csv: output.write(SummaryTable.inputs.bytes(summary))
        }
        try output.finish()
    }

    /// What all inputs together deserve.
    func status(_ summary: BatchSummary, failOn: FailOn) -> ExitStatus {
        let least = Billionths(count: Int(((minScore ?? 0) * 10_000_000).rounded()))
        guard summary.missingShards.isEmpty else { return .unreadable }
        var worst = ExitStatus.clean
        for row in summary.inputs {
            guard let review = row.result.review, review.badLines == 0, row.result.keptCopy == nil else { return .unreadable }
            if failOn.isReached(errors: review.errors, warnings: review.warnings, infos: review.infos) { worst = .findings }
            if minScore != nil, let due = row.result.due, due < least { worst = .findings }
        }
        if failOn.isReached(errors: summary.sharedIDs.count, warnings: 0, infos: 0) { worst = .findings }
        return worst
    }
}
