import ArgumentParser
import Feeds
import JSONSchema
import OC4IDS
import Synchronization

/// The bundled standard, made while the arguments are read, and what is read for reports, while the review begins: nearly every call needs all of it.
enum PreparedStandard {
    private static let made = Mutex<Mailbox<Result<Standard, StandardError>>?>(nil)

    /// Begins, where the arguments look as if it were needed.
    ///
    /// - Parameter arguments: without the program's name.
    static func begin(for arguments: some Collection<String>) {
        let commands = [ReviewInputs.configuration, Validate.configuration, Score.configuration, BatchCommand.configuration].compactMap(\.commandName)
        guard let command = arguments.first, commands.contains(command) else { return }
        guard !arguments.contains(where: { $0.hasPrefix("--schema") || $0 == "--help" || $0 == "-h" }) else { return }
        let mailbox = Mailbox<Result<Standard, StandardError>>()
        let hasBegun = Workers.start {
            mailbox.put(Result { () throws(StandardError) in try Standard.bundled() })
            Standard.readAhead()
        }
        guard hasBegun else { return }
        made.withLock { $0 = mailbox }
    }

    /// What has been begun, or made now.
    static func take() throws(StandardError) -> Standard {
        let mailbox = made.withLock { made in
            defer { made = nil }
            return made
        }
        guard let result = mailbox?.take() else { return try Standard.bundled() }
        let standard = try result.get()
        kept.withLock { $0 = standard }
        return standard
    }

    /// Until the program ends: taking it apart before that is a thousand things to do for nothing.
    private static let kept = Mutex<Standard?>(nil)
}
