import JSONSchema
import OC4IDS

/// The standard's fields in the schema's order, and by the names that people call them.
struct FieldTree: Sendable {
    struct Field: Sendable {
        var node: FieldNode
        var isRequired: Bool

        var path: [String] { node.field }
        /// `budget/amount`
        var shown: String { FieldIndex.shown(path) }
        /// What a list holds, through lists of lists; nil for anything else.
        var items: FieldNode? {
            var items = node.items
            while let deeper = items?.items { items = deeper }
            return items
        }

        /// The object's own fields, or those of the objects that a list holds.
        var members: [(name: String, node: FieldNode)] { node.members + (items?.members ?? []) }
        var requiredNames: Set<String> { Set(node.required + (items?.required ?? [])) }
        /// The code list that the values come from.
        var codelist: String? { (node.annotations["codelist"]?.string).map(Codelist.name(ofFile:)) }
        var isOpenCodelist: Bool {
            if case .boolean(true)? = node.annotations["openCodelist"]?.content { true } else { false }
        }
    }

    /// Without the package itself. A recursive schema's fields are there once.
    let fields: [Field]
    private let positions: [[String]: Int]

    init(_ standard: Standard) {
        var fields: [Field] = []
        var seen: Set<[String]> = [[]]
        func add(_ field: Field) {
            let required = field.requiredNames
            for member in field.members where seen.insert(member.node.field).inserted {
                let own = Field(node: member.node, isRequired: required.contains(member.name))
                fields.append(own)
                add(own)
            }
        }
        add(Field(node: standard.schema.root, isRequired: true))
        self.fields = fields
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.path, $0) })
    }

    /// The field that someone means by `budget/amount`, `projects/budget/amount`, or a pointer of a report: `/projects/3/budget/amount`.
    subscript(_ text: String) -> Field? {
        let slashed = text.hasPrefix("/") ? text : "/" + text
        guard var names = JSONPointer(slashed.hasSuffix("/") ? String(slashed.dropLast()) : slashed)?.tokens else { return nil }
        names.removeAll { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return (positions[["projects"] + names] ?? positions[names]).map { fields[$0] }
    }

    /// The field and all inside it, in the schema's order.
    func fields(in field: Field) -> [Field] {
        fields.filter { $0.path.starts(with: field.path) }
    }

    /// Fields that someone may have meant by a name that is none.
    func suggestions(for text: String, most: Int = 3) -> [String] {
        let wanted = text.split(separator: "/").map(String.init)
        guard let last = wanted.last else { return [] }
        var found = Suggestion.closest(to: text, among: fields.map(\.shown), most: most)
        let lastNames = Suggestion.closest(to: last, among: uniqueLastNames, most: most)
        for name in lastNames {
            // Those that share most of the other names first, then the shortest.
            let others = Set(wanted.dropLast().map(Suggestion.folded))
            let ranked = fields.filter { $0.path.last == name }.map { field in
                (shared: others.intersection(field.path.map(Suggestion.folded)).count, field: field)
            }
            found += ranked.sorted { ($1.shared, $0.field.path.count, $0.field.shown) < ($0.shared, $1.field.path.count, $1.field.shown) }.map(\.field.shown)
        }
        var known: Set<String> = []
        return Array(found.filter { known.insert($0).inserted }.prefix(most))
    }

    private var uniqueLastNames: [String] {
        var known: Set<String> = []
        return fields.compactMap(\.path.last).filter { known.insert($0).inserted }
    }
}
