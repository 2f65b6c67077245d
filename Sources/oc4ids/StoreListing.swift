import Feeds
import OC4IDS
import Reports

/// What is in a store, to be read.
struct StoreListing {
    private let store: Store
    private let words: FeedWords

    init(_ store: Store, _ words: FeedWords) {
        self.store = store
        self.words = words
    }

    private var language: Language { words.language }

    func list() -> String {
        let ids = (try? store.feeds()) ?? []
        guard !ids.isEmpty else { return words.say(.storeEmpty) }
        var rows = [[words.say(.feed), words.say(.projects), words.say(.size), words.say(.age), words.say(.copies), words.say(.lastTry)]]
        for id in ids {
            let history = store.history(of: id)
            let current = store.current(of: id)
            let copies = Set(history.compactMap(\.body?.sha256)).count
            rows.append([id.text, current?.body?.projects.map { Figures.count($0, language) } ?? "–", current?.body.map { Figures.bytes($0.bytes, language) } ?? "–",
                         current.map { words.age(since: $0.when) } ?? "–", Figures.count(copies, language), history.last.map(outcome) ?? "–"])
        }
        return TextLayout.table(rows, right: [1, 2, 4]).joined(separator: "\n")
    }

    /// A feed's history, the newest first.
    func show(_ id: FeedID) -> String {
        var lines = [id.text]
        for entry in store.history(of: id).reversed() {
            var facts = [entry.when, outcome(entry)]
            if let body = entry.body {
                if let projects = body.projects { facts.append(ReportWord.projects.counted(projects, language)) }
                facts.append(Figures.bytes(body.bytes, language))
                facts.append("\(words.say(.digest)) \(body.sha256)")
            }
            lines += ["", facts.joined(separator: " · ")]
            for part in entry.parts {
                var line = "  \(part.status.map(String.init) ?? "–") \(VisibleText.escaped(part.address))"
                if let final = part.finalAddress { line += " · " + words.say(.finalAddress, ["address": final]) }
                if let etag = part.etag { line += " · ETag " + VisibleText.escaped(etag) }
                if let modified = part.lastModified { line += " · Last-Modified " + VisibleText.escaped(modified) }
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func outcome(_ entry: StoreEntry) -> String {
        switch entry.outcome {
        case .stored: words.say(.outcomeStored)
        case .unchanged: words.say(.outcomeUnchanged)
        case .failed: words.say(.outcomeFailed, ["reason": entry.reason ?? "–"])
        }
    }
}
