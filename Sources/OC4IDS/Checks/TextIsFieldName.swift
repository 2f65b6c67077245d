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
    /// By number of the node: what the field's names begin and end with, and how long they are.
    private let outlines: [NameOutline]

    /// What all the names of a field have in common, case and accents ignored.
    private struct NameOutline: BitwiseCopyable {
        /// A bit for each first and each last byte, as far as case leaves it alone.
        var firsts: UInt32 = 0
        var lasts: UInt32 = 0
        /// A bit for each length: an accent makes two bytes of one.
        var lengths: UInt64 = 0

        mutating func insert(_ folded: [UInt8]) {
            guard let first = folded.first, let last = folded.last else { return }
            firsts |= 1 << UInt32(first & 0x1F)
            lasts |= 1 << UInt32(last & 0x1F)
            for length in folded.count ... folded.count * 2 { lengths |= 1 << UInt64(min(length, 63)) }
        }
    }

    init(_ nodes: [FieldNode], count: Int) {
        var names = [String](repeating: "", count: count)
        var outlines = [NameOutline](repeating: NameOutline(), count: count)
        var known: [String: NameOutline] = [:]
        var texts: [String] = []
        for node in nodes {
            guard let name = node.field.last else { continue }
            names[Int(node.number)] = name
            if let outline = known[name] {
                outlines[Int(node.number)] = outline
                continue
            }
            let called = FieldNames.called(name)
            var outline = NameOutline()
            for text in called { outline.insert(FoldedTexts.foldedBytes(text)) }
            outlines[Int(node.number)] = outline
            known[name] = outline
            texts += called
        }
        self.outlines = outlines
        self.names = names
        all = FoldedTexts(texts)
    }

    /// False for nearly all texts that are not what the field at a node is called.
    @inline(__always)
    func mayHave(_ raw: UnsafeRawBufferPointer, _ node: Int32) -> Bool {
        guard raw.count > 0 else { return false }
        var (first, last) = (raw[0], raw[raw.count - 1])
        if first &- 0x21 > 0x5E || last &- 0x21 > 0x5E {
            guard let edges = FoldedTexts.edges(raw) else { return true }
            (first, last) = edges
        }
        let own = outlines.withUnsafeBufferPointer { $0[Int(node)] }
        let length = UInt32(truncatingIfNeeded: own.lengths >> UInt64(min(raw.count, 63)))
        return own.firsts >> UInt32(first & 0x1F) & own.lasts >> UInt32(last & 0x1F) & length & 1 != 0
    }

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
