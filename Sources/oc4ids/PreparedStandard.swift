import ArgumentParser
import Feeds
import JSONSchema
import OC4IDS
import Synchronization

/// The bundled standard, made while the arguments are read on another thread, which then reads ahead what reports say: nearly every call needs all of it.
enum PreparedStandard {
    private static let made = Mutex<Result<Standard, StandardError>?>(nil)

    /// Reads the arguments, and makes the standard where they look as if it were needed. To be called by the main thread, whose work
    /// takes longer: it need not wait for another to begin.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - read: reads them.
    static func make(whileReading arguments: [String], _ read: @escaping @Sendable () throws -> any ParsableCommand) throws -> any ParsableCommand {
        guard isNeeded(by: arguments) else { return try read() }
        let mailbox = Mailbox<ReadCommand>()
        let hasBegun = Workers.start {
            mailbox.put(ReadCommand(Result(catching: read)))
            Standard.readAhead()
        }
        guard hasBegun else { return try read() }
        let standard = bundled()
        made.withLock { $0 = standard }
        return try mailbox.take()?.command.get() ?? read()
    }

    private static func isNeeded(by arguments: [String]) -> Bool {
        let commands = [ReviewInputs.configuration, Validate.configuration, Score.configuration, BatchCommand.configuration].compactMap(\.commandName)
        guard let command = arguments.first, commands.contains(command) else { return false }
        return !arguments.contains { $0.hasPrefix("--schema") || $0 == "--help" || $0 == "-h" }
    }

    private static func bundled() -> Result<Standard, StandardError> {
        Result { () throws(StandardError) in try Standard.bundled() }
    }

    /// A command on its way from the thread that has read it.
    private struct ReadCommand: @unchecked Sendable {
        // Sendable although commands are not: one thread gives it away, and another takes it.
        let command: Result<any ParsableCommand, any Error>

        init(_ command: Result<any ParsableCommand, any Error>) {
            self.command = command
        }
    }

    /// What has been made, or is made now. It is kept until the program ends: taking it apart before that is a thousand things to do for nothing.
    static func take() throws(StandardError) -> Standard {
        let standard = made.withLock { made in
            let standard = made ?? bundled()
            made = standard
            return standard
        }
        return try standard.get()
    }
}
