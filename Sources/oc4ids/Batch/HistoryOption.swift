import ArgumentParser
import Batch
import OC4IDS

/// The history that a call names, or the usual one.
enum HistoryOption {
    /// An open history that speaks to the user.
    struct Opened: Sendable {
        fileprivate let history: History
        fileprivate let path: String
        fileprivate let language: Language

        /// Does something with the history; what goes wrong is said, and ends the program.
        func use<Value>(_ body: (History) throws -> Value) throws -> Value {
            do { return try body(history) } catch let error as HistoryError { throw HistoryOption.failed(error, path, language) }
        }
    }

    static func path(_ named: String?, _ language: Language) throws -> String {
        guard let path = named ?? History.defaultPath(Environment.variables) else { throw Exit.usage(UsageMessage.historyNowhere.texts[language]) }
        return path
    }

    static func open(_ named: String?, _ language: Language) throws -> Opened {
        let path = try path(named, language)
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
        case .newer: Exit.usage(UsageMessage.historyNewer.text(language, ["path": VisibleText.escaped(path)]))
        case .unusable(let reason): Exit.failed(UsageMessage.historyUnusable.text(language, ["path": VisibleText.escaped(path), "reason": reason]))
        }
    }
}

/// What is said about a manifest that cannot be used.
enum ManifestText {
    static func message(_ problem: Manifest.Problem, _ path: String, _ language: Language) -> String {
        let place = VisibleText.escaped(path) + (problem.line.map { ":\($0)" } ?? "")
        func text(_ message: UsageMessage, _ values: [String: String] = [:]) -> String { message.text(language, values.merging(["place": place]) { $1 }) }
        switch problem.kind {
        case .unreadable(let reason): return text(.manifestUnreadable, ["reason": reason])
        case .notYAML(let reason): return text(.manifestNotYAML, ["reason": reason])
        case .withoutInputs: return text(.manifestWithoutInputs)
        case .unknownKey(let name, let known): return text(.manifestUnknownKey, ["name": VisibleText.escaped(name), "known": known.joined(separator: ", ")])
        case .missingKey(let name): return text(.manifestMissingKey, ["name": name])
        case .notText(let key): return text(.manifestNotText, ["name": key])
        case .wrongFrequency(let written): return text(.manifestFrequency, ["name": VisibleText.escaped(written)])
        case .twoSources: return text(.manifestTwoSources)
        case .usedTwice(let id, let line): return text(.manifestTwice, ["name": VisibleText.escaped(id), "line": String(line)])
        }
    }
}
