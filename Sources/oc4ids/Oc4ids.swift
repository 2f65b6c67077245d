import ArgumentParser
import JSONSchema
import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The program: one file per command beside this one. Each command writes its name down: one made from the name of its type costs every start-up
/// of the program a millisecond.
@main
struct Oc4ids: ParsableCommand {
    static let name = "oc4ids"
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Checks infrastructure data in OC4IDS. / Revisa datos de infraestructura en OC4IDS.",
        version: version,
        subcommands: [ReviewInputs.self, Validate.self, Score.self, BatchCommand.self, Merge.self, HistoryCommand.self, Fetch.self, StoreCommand.self, Schema.self, Profiles.self, Checks.self]
    )

    /// As the package does it, but for what it says of words that it does not understand: these may be addresses with passwords.
    static func main() {
        Heap.growInLargeSteps()
        // A file that grows past what the system allows is an error of writing, which is said and cleaned up behind.
        signal(SIGXFSZ, SIG_IGN)
        Workers.enlistMainThread()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try PreparedStandard.make(whileReading: arguments) { try named(by: arguments) ?? parseAsRoot(arguments) }
            try command.run()
        } catch let status as ExitCode {
            // All has been said. The package would set up the whole program to find that out, which takes a fiftieth of a start.
            status.leave()
        } catch {
            let status = exitCode(for: error)
            let message = fullMessage(for: error)
            guard !message.isEmpty else { status.leave() }
            if status.isSuccess { show(message) } else { Terminal.printError(message) }
            status.leave()
        }
    }

    /// Help, or the version: on standard output, which may be full as for any report.
    private static func show(_ message: String) {
        do {
            let output = try ReportOutput(language: Language(environment: Environment.variables))
            output.write(Array((message + "\n").utf8))
            try output.finish()
        } catch {
            ((error as? ExitCode) ?? .failure).leave()
        }
    }

    /// The command that the first argument names, read by itself, which takes a fifth less time: the package, read from the program down, collects a
    /// command's options twice more to see whether it takes other commands' names as its arguments. Such commands say in their configuration that they belong
    /// to a program: else the package would read two commands of its own each time, to see whether a script for the shell is asked for.
    ///
    /// - Returns: nil where that does not come out, so that all that is said of it, help too, is said as of the whole program.
    private static func named(by arguments: [String]) -> (any ParsableCommand)? {
        guard let name = arguments.first,
              let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
              command.configuration.subcommands.isEmpty else { return nil }
        let parsed = try? command.parseAsRoot(Array(arguments.dropFirst()))
        // Help that was asked for is another command.
        return parsed.flatMap { type(of: $0) == command ? $0 : nil }
    }
}
