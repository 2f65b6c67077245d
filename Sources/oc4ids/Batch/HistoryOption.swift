import ArgumentParser
import Batch
import OC4IDS

/// The history that a call names, or the usual one.
enum HistoryOption {
    /// An open history that speaks to the user.
    struct Opened: Sendable {
        fileprivate let history: History
        let path: String
        fileprivate let language: Language

        /// Does something with the history; what goes wrong is said, and ends the program.
        func use<Value>(_ body: (History) throws -> Value) throws -> Value {
            do { return try body(history) } catch let error as HistoryError { throw HistoryOption.failed(error, path, language) }
        }
    }

    static func path(_ named: String?, _ language: Language) throws -> String {
        guard let path = named ?? Environment.dataFolder.map({ $0 + "/history.sqlite" }) else { throw Exit.usage(UsageMessage.historyNowhere.texts[language]) }
        return path
    }

    static func open(_ named: String?, _ language: Language) throws -> Opened {
        let path = try path(named, language)
        guard !path.isEmpty else { throw Exit.usage(UsageMessage.historyEmpty.texts[language]) }
        do {
            let history = try History(path: path)
            if let backup = history.backup { Terminal.printError(BatchWord.migrated.text(language, ["path": VisibleText.escaped(backup)])) }
            return Opened(history: history, path: path, language: language)
        } catch {
            throw failed(error, path, language)
        }
    }

    private static func failed(_ error: HistoryError, _ path: String, _ language: Language) -> ExitCode {
        switch error {
        case .newer: Exit.usage(UsageMessage.historyNewer.text(language, ["path": VisibleText.ofUser(path)]))
        case .notHistory: Exit.usage(UsageMessage.historyForeign.text(language, ["path": VisibleText.ofUser(path)]))
        case .copyUnwritable(let copy, let reason):
            Exit.failed(UsageMessage.historyCopy.text(language, ["path": VisibleText.ofUser(path), "copy": VisibleText.ofUser(copy), "reason": reason]))
        case .unusable(let reason): Exit.failed(UsageMessage.historyUnusable.text(language, ["path": VisibleText.ofUser(path), "reason": reason]))
        }
    }
}
