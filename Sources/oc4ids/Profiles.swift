import ArgumentParser
import Inputs
import OC4IDS
import Reports

/// `oc4ids profile`: what must be disclosed, and how it is measured.
struct Profiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Show or check disclosure profiles. / Mostrar o revisar perfiles de divulgación.",
        subcommands: [List.self, Show.self, Check.self],
        defaultSubcommand: List.self
    )

    /// `oc4ids profile list`, or `oc4ids profile`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the bundled profiles. / Listar los perfiles incluidos.")

        @OptionGroup var options: ListingOptions

        func run() throws {
            let (language, standard) = (options.catalog.language.value, try options.standard())
            let profiles = try Profile.bundledIDs.map { try ProfileOption.load($0, standard, language) }
            // The one that is used where none is named stands first.
            let ordered = profiles.filter { $0.id == Profile.standardID } + profiles.filter { $0.id != Profile.standardID }
            try options.catalog.show(options.profiles(standard).list(ordered))
        }
    }

    /// `oc4ids profile show PROFILE [ELEMENT]`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a profile, or one of its elements. / Mostrar un perfil, o uno de sus elementos.")

        @Argument(help: "A bundled profile such as cost-ids, or a file. / Un perfil incluido, por ejemplo cost-ids, o un archivo.") var profile: String
        @Argument(help: "An element such as project-budget. / Un elemento, por ejemplo project-budget.") var element: String?
        @OptionGroup var options: ListingOptions

        func run() throws {
            let standard = try options.standard()
            let loaded = try ProfileOption.load(profile, standard, options.catalog.language.value)
            let listing = options.profiles(standard)
            guard let element else { return try options.catalog.show(listing.show(loaded, name: profile)) }
            guard let text = listing.show(element, in: loaded) else {
                throw options.catalog.unknown(.unknownElement, element, listing.suggestions(element, in: loaded))
            }
            try options.catalog.show(text)
        }
    }

    /// `oc4ids profile check FILE`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check a profile of your own. / Revisar un perfil propio.",
            discussion: """
            Exit status: 0 sound, 1 mistakes, 2 the file could not be read, 64 wrong usage.
            Estado de salida: 0 está bien, 1 con errores, 2 el archivo no se pudo leer, 64 uso incorrecto.
            """
        )

        @Argument(help: ArgumentHelp("A profile file. / Un archivo de perfil.", valueName: "file")) var file: String
        @OptionGroup var options: ListingOptions

        func run() throws {
            let (language, standard) = (options.catalog.language.value, try options.standard())
            let listing = options.profiles(standard)
            let bytes: [UInt8]
            do {
                bytes = try SmallFile.read(file)
            } catch {
                let reason = if case .unreadable(let reason) = error { reason } else { UsageMessage.tooLargeFile.texts[language] }
                throw Exit.failed(UsageMessage.profileUnreadable.text(language, ["path": VisibleText.ofUser(file), "reason": reason]))
            }
            do {
                try options.catalog.show(listing.sound(Profile(bytes, standard), path: file))
            } catch let error as ProfileError {
                try options.catalog.show(listing.problems(error, path: file))
                throw ExitCode(ExitStatus.findings.rawValue)
            }
        }
    }
}

extension ListingOptions {
    func standard() throws -> Standard { try schema.load(catalog.language.value) }

    func profiles(_ standard: Standard) -> ProfileListing {
        ProfileListing(explainer: Explainer(language: catalog.language.value, standard: standard), standard: standard, style: catalog.style)
    }
}
