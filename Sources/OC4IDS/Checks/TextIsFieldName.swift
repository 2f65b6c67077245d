import JSONSchema
import Synchronization

/// A text that only repeats what the field is called: the title «Título».
struct TextIsFieldName: Rule {
    static let check = Check.textIsFieldName
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Texts that only name their field", es: "Textos que solo repiten el nombre del campo"),
        rationale: Bilingual(
            en: "A title that reads “Title” is mostly left over from a template or a heading row. A text counts when the whole of it is the field's name or title in English or Spanish.",
            es: "Un título que dice «Título» suele ser lo que quedó de una plantilla o de la fila de encabezados. Se señala un texto cuando todo él es el nombre o el título del campo, en español o en inglés."),
        message: Bilingual(en: "Text that is only the name of its field", es: "Texto que es solo el nombre de su campo"),
        hint: Bilingual(en: "Replace it with the real text; check whether a heading row was exported as data.",
                        es: "Sustitúyalo por el texto real y revise si se exportó una fila de encabezados como datos."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Título"}"#)

    private let texts: ValueGroup
    private let names: FieldNames

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        texts = FreeTexts.group(&fields)
        names = FieldNames(FreeTexts.nodes(fields), count: fields.nodes.count)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(texts) { value in
            guard let raw = value.rawText, raw.count <= FieldNames.mostBytes, names.have(value) else { return }
            findings.note(Self.check, at: value)
        }
    }
}

/// What the free texts' fields are called: their names, those names in Spanish, and their titles in both languages, which are read when the
/// first short text is met.
private final class FieldNames: Sendable {
    /// Names and titles are short: a longer text is none.
    static let mostBytes = 64

    private let nodes: [FieldNode]
    private let nodeCount: Int
    private let loaded = Mutex<Loaded?>(nil)

    /// By number of the node: a position in `names`.
    private struct Loaded {
        var namesOfNode: [Int16]
        var names: [FoldedTexts]
    }

    init(_ nodes: [FieldNode], count: Int) {
        self.nodes = nodes
        nodeCount = count
    }

    func have(_ value: DataValue) -> Bool {
        loaded.withLock { loaded in
            if loaded == nil { loaded = load() }
            guard let known = loaded else { return false }
            let position = known.namesOfNode[Int(value.node)]
            return position >= 0 && known.names[Int(position)].contains(value)
        }
    }

    private func load() -> Loaded {
        let texts = FieldTexts.bundled()
        var loaded = Loaded(namesOfNode: Array(repeating: -1, count: nodeCount), names: [])
        var known: [Set<String>: Int16] = [:]
        for node in nodes {
            guard let name = node.field.last else { continue }
            var names: Set<String> = [name, "\(name):"]
            for title in [texts.text(for: node)?.title.en, texts.text(for: node)?.title.es].compactMap(\.self) { names.insert(title) }
            names.formUnion(FieldNames.spanish[name] ?? [])
            if known[names] == nil {
                known[names] = Int16(loaded.names.count)
                loaded.names.append(FoldedTexts(names))
            }
            loaded.namesOfNode[Int(node.number)] = known[names] ?? -1
        }
        return loaded
    }

    /// Names that many objects have, as a Spanish heading has them.
    private static let spanish: [String: Set<String>] = [
        "title": ["título", "nombre"], "description": ["descripción"], "name": ["nombre"], "purpose": ["propósito"], "rationale": ["justificación"],
        "notes": ["notas"], "author": ["autor"], "streetAddress": ["dirección"], "locality": ["municipio"], "region": ["departamento"],
        "telephone": ["teléfono"], "email": ["correo electrónico", "correo"], "jobTitle": ["puesto", "cargo"], "postalCode": ["código postal"],
    ]
}
