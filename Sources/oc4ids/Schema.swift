import ArgumentParser
import OC4IDS
import Reports

/// `oc4ids schema`: what the standard asks for, in both languages.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show fields and code lists. / Mostrar campos y listas de códigos.",
        subcommands: [List.self, Show.self, Codelists.self]
    )

    /// `oc4ids schema list [PATH]`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all fields, or those below one. / Listar los campos.")

        @Argument(help: "A field such as budget. / Un campo, por ejemplo budget.") var path: String?
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let text = listing.list(path) else { throw options.catalog.unknown(.unknownField, path ?? "", listing.suggestions(field: path ?? "")) }
            try options.catalog.show(text)
        }
    }

    /// `oc4ids schema show PATH`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Explain a field. / Explicar un campo.")

        @Argument(help: "A field such as budget/amount. / Un campo, por ejemplo budget/amount.") var path: String
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let text = listing.show(path) else { throw options.catalog.unknown(.unknownField, path, listing.suggestions(field: path)) }
            try options.catalog.show(text)
        }
    }

    /// `oc4ids schema codelist [NAME]`
    struct Codelists: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "codelist", abstract: "Show the code lists, or one. / Mostrar las listas de códigos, o una.")

        @Argument(help: "A list such as projectSector. / Una lista, por ejemplo projectSector.") var name: String?
        @OptionGroup var options: ListingOptions

        func run() throws {
            let listing = try options.listing()
            guard let name else { return try options.catalog.show(listing.codelists()) }
            guard let text = listing.codelist(name) else { throw options.catalog.unknown(.unknownCodelist, name, listing.suggestions(codelist: name)) }
            try options.catalog.show(text)
        }
    }
}

/// Options of the commands that show a schema.
struct ListingOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var schema: SchemaOption

    func listing() throws -> SchemaListing {
        let language = catalog.language.value
        return SchemaListing(standard: try schema.load(language), language: language, style: catalog.style)
    }
}
