import Yams

/// `feeds.yaml`: a list of feeds under `feeds`, described by `Schemas/feeds/feeds.schema.json`.
package enum FeedsFile {
    /// More is a file named by mistake.
    static let mostBytes = 4_000_000

    static let keys = ["id", "url", "publisher", "country", "portal", "portalTitle", "licence", "method", "headers", "body", "userAgent", "idempotent",
                       "verifyTLS", "dates", "since", "search", "archive", "pages", "combine"]

    /// The entries of a file, and all that is wrong in it.
    package static func read(_ path: String) -> (entries: [FeedEntry], errors: [DescriptionError]) {
        do {
            return read(try WholeFile.read(path, most: mostBytes), name: path)
        } catch {
            return ([], [DescriptionError(file: path, reason: .unreadable(error.reason))])
        }
    }

    /// The entries in the order of the file, and all that is wrong in it.
    ///
    /// - Parameter name: the file as messages name it.
    package static func read(_ bytes: [UInt8], name: String) -> (entries: [FeedEntry], errors: [DescriptionError]) {
        let root: Node?
        do {
            root = try YAMLText.root(bytes, name: name)
        } catch {
            return ([], [error])
        }
        guard let root, let mapping = root.mapping else {
            return ([], [DescriptionError(file: name, line: root?.mark?.line ?? 1, column: root?.mark?.column, reason: .notFeeds)])
        }
        var reader = FeedEntryReader(file: name)
        guard let feeds = mapping["feeds"] else {
            for (key, _) in mapping { reader.unknown(key, known: ["feeds"]) }
            return ([], reader.errors.isEmpty ? [DescriptionError(file: name, line: 1, reason: .notFeeds)] : reader.errors)
        }
        for (key, _) in mapping where key.string != "feeds" { reader.unknown(key, known: ["feeds"]) }
        guard let list = feeds.sequence else {
            reader.add(.wrongType(key: "feeds", expected: .list), at: feeds)
            return ([], reader.errors)
        }
        var entries: [FeedEntry] = []
        var lines: [FeedID: Int] = [:]
        for node in list {
            let mistakes = reader.errors.count
            // What follows from a mistake is none of its own.
            guard let entry = reader.entry(node), reader.errors.count == mistakes else { continue }
            if let first = lines[entry.id] {
                reader.add(.repeatedID(entry.id.text, firstLine: first), at: node)
            } else {
                lines[entry.id] = entry.line
                entries.append(entry)
            }
        }
        return (entries, reader.errors)
    }
}

/// YAML as nodes that know their places.
enum YAMLText {
    static func root(_ bytes: [UInt8], name: String) throws(DescriptionError) -> Node? {
        guard bytes.count <= FeedsFile.mostBytes else { throw DescriptionError(file: name, reason: .tooLarge(limit: FeedsFile.mostBytes)) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw DescriptionError(file: name, reason: .notUTF8) }
        if let place = YAMLKeys.firstUnfit(bytes) {
            throw DescriptionError(file: name, line: place.line, column: place.column, reason: .wrongType(key: "?", expected: .text))
        }
        do {
            return try Parser(yaml: text).singleRoot()
        } catch let error as YamlError {
            throw described(error, name)
        } catch {
            throw DescriptionError(file: name, reason: .notYAML(String(describing: error)))
        }
    }

    private static func described(_ error: YamlError, _ name: String) -> DescriptionError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            DescriptionError(file: name, line: mark.line, column: mark.column, reason: .notYAML(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            DescriptionError(file: name, line: context.mark.line, column: context.mark.column, reason: .notYAML("duplicate key " + duplicates.joined(separator: ", ")))
        case .reader(let problem, _, _, _): DescriptionError(file: name, reason: .notYAML(problem))
        default: DescriptionError(file: name, reason: .notYAML(String(describing: error)))
        }
    }
}
