import ArgumentParser
import Inputs
import OC4IDS
import Reports

/// `oc4ids score`: how much of what should be disclosed is.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        _superCommandName: Oc4ids.name,
        abstract: "Score how much of what must be disclosed is. / Medir cuánto de lo que debe divulgarse está publicado.",
        discussion: """
        Exit status: 0 scored, 2 an input could not be read, 64 wrong usage.
        Estado de salida: 0 medido, 2 algo no se pudo leer, 64 uso incorrecto.
        """
    )

    @OptionGroup var options: ReadingOptions
    @OptionGroup var scoring: ScoringOptions

    @Option(help: ArgumentHelp("Explain one project, element by element. / Explicar un proyecto, elemento por elemento.", valueName: "project-id"))
    var explain: String?

    func validate() throws {
        try options.requireInput()
        guard explain == nil || options.format == .text else { throw ValidationError(UsageMessage.explainIsText.texts[options.checking.language.value]) }
    }

    func run() throws {
        let language = options.checking.language.value
        let standard = try options.checking.schema.load(language)
        var settings = try scoring.settings(standard, language, format: options.format)
        settings.explained = explain
        try InputReviews(options, standard: standard, checks: false, disclosure: settings).run()
    }
}

/// `oc4ids review`: both, the data's errors and how much it discloses, in one reading.
struct ReviewInputs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        _superCommandName: Oc4ids.name,
        abstract: "Check and score: the main job. / Revisar y medir: el trabajo principal.",
        discussion: """
        Exit status: 0 nothing found, 1 findings, 2 an input could not be read, 64 wrong usage; with --stream 0 when every line has its result.
        Estado de salida: 0 sin hallazgos, 1 con hallazgos, 2 algo no se pudo leer, 64 uso incorrecto; con --stream 0 si cada línea tiene su resultado.
        """
    )

    @OptionGroup var options: ReadingOptions
    @OptionGroup var scoring: ScoringOptions

    @Flag(help: "Read a project a line from standard input, write a result a line at once; see oc4ids merge. / Leer un proyecto por línea de la entrada estándar y escribir enseguida un resultado por línea.")
    var stream = false

    func validate() throws {
        if stream { try StreamedReview.check(options) } else { try options.requireInput() }
    }

    func run() throws {
        if stream { return try StreamedReview(options, scoring).run() }
        let language = options.checking.language.value
        let standard = try options.checking.schema.load(language)
        let settings = try scoring.settings(standard, language, format: options.format)
        try InputReviews(options, standard: standard, disclosure: settings).run()
    }
}

/// What is scored, and how it is put together.
struct ScoringOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What must be disclosed: the name of a bundled profile, or a file. / Qué debe divulgarse: un perfil incluido, o un archivo.",
                               valueName: "profile"))
    var profile = Profile.standardID

    @Option(help: ArgumentHelp("Scores by the values of another field too, as in budget/budgetBreakdowns/description. / Puntajes también por los valores de otro campo.",
                               valueName: "field"))
    var by: [String] = []

    @Flag(help: "Leave single projects out of JSON and CSV. / Sin los proyectos uno por uno en JSON y CSV.")
    var noProjects = false

    func settings(_ standard: Standard, _ language: Language, format: ReportFormat) throws -> DisclosureSettings {
        let profile = try ProfileOption.load(profile, standard, language)
        let groups = try by.map { path -> GroupField in
            if let known = GroupField(path, in: standard) { return known }
            var text = UsageMessage.unknownField.text(language, ["name": VisibleText.escaped(path)])
            if case .unknown(let suggestion?) = standard.knowsField(path) { text += " " + UsageMessage.didYouMean.text(language, ["suggestions": suggestion]) }
            throw Exit.usage(text)
        }
        var settings = DisclosureSettings(profile: profile, groups: groups)
        if format != .text, !noProjects { settings.rows = { TemporaryRows() } }
        return settings
    }
}
