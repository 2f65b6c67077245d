import JSONSchema

/// A text that only repeats what the field is called: the title «Título». Found by `PlaceholderTexts`.
enum TextIsFieldName {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Texts that only name their field", es: "Textos que solo repiten el nombre del campo"),
        rationale: Bilingual(
            en: "A title that reads “Title” is mostly left over from a template or a heading row. A text counts when the whole of it is the field's name, in the standard's words or in Spanish.",
            es: "Un título que dice «Título» suele ser lo que quedó de una plantilla o de la fila de encabezados. Se señala un texto cuando todo él es el nombre del campo, como está en el estándar o en español."),
        message: Bilingual(en: "Text that is only the name of its field", es: "Texto que es solo el nombre de su campo"),
        hint: Bilingual(en: "Replace it with the real text; check whether a heading row was exported as data.",
                        es: "Sustitúyalo por el texto real y revise si se exportó una fila de encabezados como datos."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Título"}"#)
}

/// What the free texts' fields are called: their names, and those names in Spanish.
struct FieldNames: Sendable {
    private let all: FoldedTexts
    /// By number of the node.
    private let names: [String]

    init(_ nodes: [FieldNode], count: Int) {
        var names = [String](repeating: "", count: count)
        for node in nodes { names[Int(node.number)] = node.field.last ?? "" }
        self.names = names
        all = FoldedTexts(Set(names).flatMap(FieldNames.called))
    }

    var shapes: TextShapes { all.shapes }

    /// Whether a text, UTF-8 without escapes, is what the field at a node is called.
    func have(_ raw: UnsafeRawBufferPointer, _ node: Int32) -> Bool {
        // A text that is the name of any field is rare enough to be looked at closely.
        all.contains(raw: raw) && FoldedTexts(FieldNames.called(names[Int(node)])).contains(raw: raw)
    }

    private static func called(_ name: String) -> [String] {
        name.isEmpty ? [] : [name] + (spanish[name] ?? [])
    }

    /// Names that many objects have, as a Spanish heading has them.
    private static let spanish: [String: [String]] = [
        "title": ["título", "nombre"], "description": ["descripción"], "name": ["nombre"], "purpose": ["propósito"], "rationale": ["justificación"],
        "notes": ["notas"], "author": ["autor"], "streetAddress": ["dirección"], "locality": ["municipio"], "region": ["departamento"],
        "telephone": ["teléfono"], "email": ["correo electrónico", "correo"], "jobTitle": ["puesto", "cargo"], "postalCode": ["código postal"],
    ]
}
