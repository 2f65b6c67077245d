import ArgumentParser

/// `oc4ids validate`: is the data what the standard's schema asks for?
struct Validate: ParsableCommand {
    // A name that is given need not be worked out from the type's at every start.
    static let configuration = CommandConfiguration(
        commandName: "validate",
        _superCommandName: Oc4ids.name,
        abstract: "Check structure against the schema. / Revisar la estructura con el esquema.",
        discussion: """
        Exit status: 0 nothing found, 1 findings, 2 an input could not be read, 64 wrong usage.
        Estado de salida: 0 sin hallazgos, 1 con hallazgos, 2 algo no se pudo leer, 64 uso incorrecto.
        """
    )

    @OptionGroup var options: ReadingOptions

    func validate() throws { try options.requireInput() }

    func run() throws {
        try InputReviews(options, standard: options.checking.schema.load(options.checking.language.value)).run()
    }
}
