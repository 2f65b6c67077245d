import ArgumentParser
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `oc4ids checks`: what is looked at beyond the schema.
struct Checks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "Show the checks of the data. / Mostrar las revisiones de los datos.",
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )

    /// `oc4ids checks list`, or `oc4ids checks`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List all checks. / Listar las revisiones.")

        @OptionGroup var options: CatalogOptions

        func run() throws {
            try options.show(options.checks.list())
        }
    }

    /// `oc4ids checks show ID`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Explain a check. / Explicar una revisión.")

        @Argument(help: "A check such as missing-currency. / Una revisión, por ejemplo missing-currency.") var id: String
        @OptionGroup var options: CatalogOptions

        func run() throws {
            let checks = options.checks
            guard let text = checks.show(id) else { throw options.unknown(.unknownCheck, id, checks.suggestions(id)) }
            try options.show(text)
        }
    }
}

/// Options of all commands that show what the program knows.
struct CatalogOptions: ParsableArguments {
    @OptionGroup var language: LanguageOption
    @Flag(help: "No colours. / Sin colores.") var noColor = false

    var style: TextStyle { TextStyle(color: !noColor && Terminal.showsColor(STDOUT_FILENO)) }

    var checks: CheckListing { CheckListing(language: language.value, style: style) }

    func show(_ text: String) throws {
        let output = try ReportOutput(language: language.value)
        output.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
        try output.finish()
    }

    /// Wrong usage: there is no such thing, but perhaps something like it.
    func unknown(_ message: UsageMessage, _ name: String, _ suggestions: [String]) -> ExitCode {
        let language = language.value
        var text = message.text(language, ["name": VisibleText.escaped(name)])
        if !suggestions.isEmpty { text += " " + UsageMessage.didYouMean.text(language, ["suggestions": suggestions.joined(separator: ", ")]) }
        return Exit.usage(text)
    }
}
