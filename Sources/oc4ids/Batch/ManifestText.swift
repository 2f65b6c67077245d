import Batch
import OC4IDS

/// What is said about a manifest that cannot be used.
enum ManifestText {
    static func message(_ problem: Manifest.Problem, _ path: String, _ language: Language) -> String {
        let place = VisibleText.ofUser(path) + (problem.line.map { ":\($0)" } ?? "")
        func text(_ message: UsageMessage, _ values: [String: String] = [:]) -> String { message.text(language, values.merging(["place": place]) { $1 }) }
        switch problem.kind {
        case .unreadable(let reason): return text(.manifestUnreadable, ["reason": reason])
        case .tooLarge: return text(.manifestUnreadable, ["reason": UsageMessage.tooLargeFile.texts[language]])
        case .notUTF8: return text(.manifestUnreadable, ["reason": FeedMessage.notUTF8.texts[language]])
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
