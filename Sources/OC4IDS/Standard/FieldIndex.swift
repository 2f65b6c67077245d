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

    /// One field of a package by its names from the root; nil where the schema has none. The same node that `nodes` has for it.
    static func node(_ field: [String], in standard: Standard) -> FieldNode? {
        var node = standard.package
        for name in field {
            guard let next = node.member(named: name) else { return nil }
            node = next
        }
        return node.field == field ? node : nil
    }

    /// A field as people name it: `budget/amount`, without the list of projects it lies in.
    public static func shown(_ field: [String]) -> String {
        let own = field.first == "projects" && field.count > 1 ? Array(field.dropFirst()) : field
        return own.map(JSONPointer.escaped).joined(separator: "/")
    }
}

/// What reports say of fields. What can be wrong with them is made ready when it is first asked for: a clean input needs none of it.
final class KnownFields: Sendable {
    private let standard: Standard
    private let described = Mutex<[SiteDescription]?>(nil)

    init(_ standard: Standard) {
        self.standard = standard
    }

    func text(_ field: [String]) -> FieldTexts.Text? {
        FieldIndex.node(field, in: standard).flatMap(texts.text)
    }

    /// The code list that a field's values come from.
    func codelist(_ field: [String]) -> String? {
        (FieldIndex.node(field, in: standard)?.annotations["codelist"]?.string).map(Codelist.name(ofFile:))
    }

    /// The members that the schema names in an object, with their titles.
    func members(_ field: [String]) -> [(name: String, title: Bilingual?)] {
        guard let node = FieldIndex.node(field, in: standard) else { return [] }
        let texts = texts
        return (node.items ?? node).members.map { ($0.name, texts.text(for: $0.node)?.title) }
    }

    /// What can be wrong, by site of the compiled schema.
    var sites: [SiteDescription] {
        described.withLock { described in
            let sites = described ?? standard.schema.sites
            described = sites
            return sites
        }
    }

    private var texts: FieldTexts { .bundled }
}

extension FieldNode {
    /// A member of the object, or of the objects that a list holds.
    func member(named name: String) -> FieldNode? { member(name) ?? items?.member(name) }
}
