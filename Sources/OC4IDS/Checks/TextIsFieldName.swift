import JSONSchema
import Synchronization

/// A text that only repeats what the field is called: the title «Título». Found by `PlaceholderTexts`.
enum TextIsFieldName {
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
}

/// What the free texts' fields are called: their names, those names in Spanish, and their titles in both languages, which are read when the
/// first project is met.
final class FieldNames: Sendable {
    private let nodes: [FieldNode]
    private let nodeCount: Int
    private let known = Mutex<Loaded?>(nil)

    final class Loaded: Sendable {
        /// By number of the node: a position in `names`, or -1.
        private let namesOfNode: [Int16]
        private let names: [FoldedTexts]

        fileprivate init(_ namesOfNode: [Int16], _ names: [FoldedTexts]) {
            self.namesOfNode = namesOfNode
            self.names = names
        }

        /// Whether a text, UTF-8 without escapes, is what the field at a node is called.
        @inline(__always)
        func have(_ raw: UnsafeRawBufferPointer, _ node: Int32) -> Bool {
            let position = namesOfNode[Int(node)]
            return position >= 0 && names[Int(position)].contains(raw: raw)
        }
    }

    init(_ nodes: [FieldNode], count: Int) {
        self.nodes = nodes
        nodeCount = count
    }

    var loaded: Loaded {
        known.withLock { known in
            let loaded = known ?? load()
            known = loaded
            return loaded
        }
    }

    private func load() -> Loaded {
        let texts = FieldTexts.bundled()
        var namesOfNode = [Int16](repeating: -1, count: nodeCount)
        var names: [FoldedTexts] = []
        var known: [Set<String>: Int16] = [:]
        for node in nodes {
            guard let name = node.field.last else { continue }
            var own: Set<String> = [name]
            for title in [texts.text(for: node)?.title.en, texts.text(for: node)?.title.es].compactMap(\.self) { own.insert(title) }
            own.formUnion(FieldNames.spanish[name] ?? [])
            if known[own] == nil {
                known[own] = Int16(names.count)
                names.append(FoldedTexts(own))
            }
            namesOfNode[Int(node.number)] = known[own] ?? -1
        }
        return Loaded(namesOfNode, names)
    }

    /// Names that many objects have, as a Spanish heading has them.
    private static let spanish: [String: Set<String>] = [
        "title": ["título", "nombre"], "description": ["descripción"], "name": ["nombre"], "purpose": ["propósito"], "rationale": ["justificación"],
        "notes": ["notas"], "author": ["autor"], "streetAddress": ["dirección"], "locality": ["municipio"], "region": ["departamento"],
        "telephone": ["teléfono"], "email": ["correo electrónico", "correo"], "jobTitle": ["puesto", "cargo"], "postalCode": ["código postal"],
    ]
}
