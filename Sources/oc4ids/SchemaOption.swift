import ArgumentParser
import Inputs
import OC4IDS

/// The schema to check against.
struct SchemaOption: ParsableArguments {
    @Option(help: ArgumentHelp("Folder with project-package-schema.json and project-schema.json, in place of the bundled schema. / Carpeta con otro esquema.", valueName: "folder"))
    var schema: String?

    /// The standard, or an exit with the reason why there is none.
    func load(_ language: Language) throws -> Standard {
        do {
            guard let schema else { return try PreparedStandard.take() }
            return try SchemaFolder.load(schema)
        } catch {
            throw Exit.usage(StandardErrorText.message(error, language))
        }
    }
}

/// Leaving with a message on standard error.
enum Exit {
    static func usage(_ message: String) -> ExitCode {
        Terminal.printError("oc4ids: " + message)
        return ExitCode(ExitStatus.usage.rawValue)
    }

    /// The work could not be done.
    static func failed(_ message: String) -> ExitCode {
        Terminal.printError("oc4ids: " + message)
        return ExitCode(ExitStatus.unreadable.rawValue)
    }
}
