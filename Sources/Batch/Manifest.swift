import Feeds
import Inputs
package import OC4IDS
import Yams

/// A list of inputs with what is known of each: a YAML file that people write. `docs/batch.md` describes it.
package struct Manifest: Sendable {
    package struct Entry: Sendable, Equatable {
        package enum Source: Sendable, Equatable {
            /// As the program finds it: relative paths start where the manifest lies.
            case path(String)
            case address(String)
            /// The feed with this id, of a description or a registry.
            case feed(String)
        }

        package var id: String
        package var source: Source
        package var attributes: InputResult.Attributes
        /// Nil where the call's own counts.
        package var profile: String?
        package var frequency: Frequency?
        /// Sectors to keep, with those below them.
        package var sectors: [String]
        package var line: Int
    }

    package var entries: [Entry]

    /// Of files, folders and archives.
    package var paths: [String] {
        entries.compactMap { if case .path(let path) = $0.source { path } else { nil } }
    }

    /// What is wrong with a manifest, and where.
    package struct Problem: Error, Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case unreadable(reason: String)
            /// No list that people write.
            case tooLarge
            case notUTF8
            case notYAML(reason: String)
            /// There is no list `inputs`, or it is empty.
            case withoutInputs
            case unknownKey(String, known: [String])
            case missingKey(String)
            /// Both `input` and `feed` say where it comes from.
            case twoSources
            case notText(key: String)
            case wrongFrequency(String)
            case usedTwice(id: String, line: Int)
        }

        package var kind: Kind
        /// From 1 on; nil for the file as a whole.
        package var line: Int?
    }

    private static let keys = ["id", "input", "feed", "publisher", "ministry", "profile", "frequency", "sector"]

    package static func load(_ path: String) throws(Problem) -> Manifest {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path)
        } catch {
            switch error {
            case .unreadable(let reason): throw Problem(kind: .unreadable(reason: reason), line: nil)
            case .tooLarge: throw Problem(kind: .tooLarge, line: nil)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem(kind: .notUTF8, line: nil) }
        return try Manifest(text, folder: folder)
    }

    /// - Parameter folder: where relative paths start: empty, or with a slash at its end.
    init(_ text: String, folder: String) throws(Problem) {
        let root: Node?
        do { root = try compose(yaml: text) } catch {
            throw Manifest.problem(error)
        }
        guard let mapping = root?.mapping else { throw Problem(kind: .withoutInputs, line: root?.line) }
        try Manifest.checkKeys(mapping, known: ["inputs"])
        guard let list = mapping["inputs"]?.sequence, !list.isEmpty else { throw Problem(kind: .withoutInputs, line: mapping["inputs"]?.line) }
        entries = []
        var lines: [String: Int] = [:]
        for node in list {
            let entry = try Entry(node, folder: folder, known: Manifest.keys)
            if let line = lines[entry.id] { throw Problem(kind: .usedTwice(id: entry.id, line: line), line: entry.line) }
            lines[entry.id] = entry.line
            entries.append(entry)
        }
    }

    fileprivate static func checkKeys(_ mapping: Node.Mapping, known: [String]) throws(Problem) {
        for (key, _) in mapping {
            guard let name = key.string, known.contains(name) else { throw Problem(kind: .unknownKey(key.string ?? "", known: known), line: key.line) }
        }
    }

    private static func problem(_ error: any Error) -> Problem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            Problem(kind: .notYAML(reason: problem), line: mark.line)
        case .duplicatedKeysInMapping(_, let context): Problem(kind: .notYAML(reason: "duplicate key"), line: context.mark.line)
        default: Problem(kind: .notYAML(reason: "\(error)"), line: nil)
        }
    }
}

extension Manifest.Entry {
    fileprivate init(_ node: Node, folder: String, known: [String]) throws(Manifest.Problem) {
        let line = node.line ?? 1
        guard let mapping = node.mapping else { throw Manifest.Problem(kind: .missingKey("id"), line: line) }
        try Manifest.checkKeys(mapping, known: known)
        func text(_ key: String) throws(Manifest.Problem) -> String? {
            guard let value = mapping[key] else { return nil }
            guard let scalar = value.scalar, !scalar.string.isEmpty else { throw Manifest.Problem(kind: .notText(key: key), line: value.line ?? line) }
            return scalar.string
        }
        guard let id = try text("id") else { throw Manifest.Problem(kind: .missingKey("id"), line: line) }
        switch (try text("input"), try text("feed")) {
        case (let input?, nil) where AddressText.hasScheme(input): source = .address(input)
        case (let input?, nil): source = .path(input.hasPrefix("/") ? input : folder + input)
        case (nil, let feed?): source = .feed(feed)
        case (nil, nil): throw Manifest.Problem(kind: .missingKey("input"), line: line)
        case (_?, _?): throw Manifest.Problem(kind: .twoSources, line: line)
        }
        self.id = id
        self.line = line
        attributes = InputResult.Attributes(publisher: try text("publisher"), ministry: try text("ministry"))
        profile = try text("profile")
        if let written = try text("frequency") {
            guard let known = Frequency(written) else { throw Manifest.Problem(kind: .wrongFrequency(written), line: mapping["frequency"]?.line ?? line) }
            frequency = known
        }
        sectors = []
        for sector in mapping["sector"]?.sequence.map(Array.init) ?? mapping["sector"].map({ [$0] }) ?? [] {
            guard let code = sector.scalar?.string, !code.isEmpty else { throw Manifest.Problem(kind: .notText(key: "sector"), line: sector.line ?? line) }
            sectors.append(code)
        }
    }
}

extension Node {
    fileprivate var line: Int? { mark?.line }
}
