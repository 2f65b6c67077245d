import ArgumentParser
import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `oc4ids schema`: what the standard asks for, in both languages.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Show fields and code lists. / Mostrar campos y listas de códigos.",
        subcommands: [List.self, Show.self, Codelists.self]
    )

    /// `oc4ids schema list [PATH]`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List all fields, or those below one. / Listar los campos.")

        @Argument(help: "A field such as budget. / Un campo, por ejemplo budget.") var path: String?
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let text = listing.list(path) else { throw options.unknown(.unknownField, path ?? "", listing.suggestions(field: path ?? "")) }
            try options.show(text)
        }
    }

    /// `oc4ids schema show PATH`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Explain a field. / Explicar un campo.")

        @Argument(help: "A field such as budget/amount. / Un campo, por ejemplo budget/amount.") var path: String
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let text = listing.show(path) else { throw options.unknown(.unknownField, path, listing.suggestions(field: path)) }
            try options.show(text)
        }
    }

    /// `oc4ids schema codelist [NAME]`
    struct Codelists: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "codelist", abstract: "Show the code lists, or one. / Mostrar las listas de códigos, o una.")

        @Argument(help: "A list such as projectSector. / Una lista, por ejemplo projectSector.") var name: String?
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let name else { return try options.show(listing.codelists()) }
            guard let text = listing.codelist(name) else { throw options.unknown(.unknownCodelist, name, listing.suggestions(codelist: name)) }
            try options.show(text)
        }
    }
}

/// Options of the commands that show what is bundled.
struct ListingOptions: ParsableArguments {
    @OptionGroup var language: LanguageOption
    @OptionGroup var schema: SchemaOption
    @Flag(help: "No colours. / Sin colores.") var noColor = false

    func listing() throws -> SchemaListing {
        SchemaListing(standard: try schema.load(language.value), language: language.value,
                      style: TextStyle(color: !noColor && Terminal.showsColor(STDOUT_FILENO)))
    }

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
