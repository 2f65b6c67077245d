public import JSONSchema
import Synchronization

/// Finding fields by their names.
public enum FieldIndex {
    /// Every field of a package by its names from the root. Recursive schemas are followed until they repeat themselves.
    public static func nodes(_ standard: Standard) -> [[String]: FieldNode] {
        var found: [[String]: FieldNode] = [:]
        var waiting = [standard.package]
        while let node = waiting.popLast() {
            let isNew = found[node.field] == nil
            // An array's own node names the field; its items' members belong to it.
            if isNew { found[node.field] = node }
            for member in node.members where found[member.node.field] == nil { waiting.append(member.node) }
            if isNew, let items = node.items { waiting.append(items) }
        }
        return found
    }

    /// A field as people name it: `budget/amount`, without the list of projects it lies in.
    public static func shown(_ field: [String]) -> String {
        let own = field.first == "projects" && field.count > 1 ? Array(field.dropFirst()) : field
        return own.map(JSONPointer.escaped).joined(separator: "/")
    }
}

/// The texts of fields by the fields' names, read when the first is asked for: a clean input needs none.
final class KnownFields: Sendable {
    private let standard: Standard
    private let loaded = Mutex<(nodes: [[String]: FieldNode], texts: FieldTexts)?>(nil)

    init(_ standard: Standard) {
        self.standard = standard
    }

    func text(_ field: [String]) -> FieldTexts.Text? {
        withLoaded { nodes, texts in nodes[field].flatMap { texts.text(for: $0) } }
    }

    /// The code list that a field's values come from.
    func codelist(_ field: [String]) -> String? {
        withLoaded { nodes, _ in (nodes[field]?.annotations["codelist"]?.string).map(Codelist.name(ofFile:)) }
    }

    /// The members that the schema names in an object, with their titles.
    func members(_ field: [String]) -> [(name: String, title: Bilingual?)] {
        withLoaded { nodes, texts in
            guard let node = nodes[field] else { return [] }
            return (node.items ?? node).members.map { ($0.name, texts.text(for: $0.node)?.title) }
        }
    }

    private func withLoaded<Result>(_ body: ([[String]: FieldNode], FieldTexts) -> Result) -> Result {
        loaded.withLock { loaded in
            let known = loaded ?? (FieldIndex.nodes(standard), .bundled())
            loaded = known
            return body(known.nodes, known.texts)
        }
    }
}
