import JSONSchema

/// Texts that stand where nothing is known: «N/A», «pendiente», «-». The list lives here, for all who ask.
struct PlaceholderWords: Sendable {
    /// Whole texts, in either language; case, accents and blanks around them do not matter. Not «ninguno»: that there is none says something.
    static let standard = PlaceholderWords(standardTexts)

    static let standardTexts = [
        // Not available, not applicable.
        "n/a", "n/a.", "na", "n.a.", "n.a", "n. a.", "n / a", "#n/a", "#n/d", "nd", "n/d", "n.d.", "n.d", "s/d", "s.d.", "s/i", "s.i.",
        "no aplica", "no aplica.", "no aplicable", "no disponible", "no disponible.", "no definido", "no definida", "no determinado", "no determinada",
        "no especificado", "no especificada", "no indicado", "no indica", "no registrado", "no consta",
        "not applicable", "not available", "not defined", "not specified", "not known",
        // No data.
        "sin dato", "sin datos", "sin dato.", "sin datos.", "sin información", "sin informacion disponible", "sin definir", "sin especificar", "sin determinar",
        "no hay dato", "no hay datos", "no hay información", "dato no disponible", "datos no disponibles", "información no disponible",
        "no data", "no information", "unknown", "desconocido", "desconocida", "se desconoce",
        // Later.
        "pendiente", "pendiente.", "pendientes", "pendiente de definir", "pendiente de completar", "pendiente de información", "por definir", "por determinar",
        "por confirmar", "por establecer", "por completar", "a definir", "a determinar", "tbd", "tbc", "tba", "to be defined", "to be determined",
        "to be confirmed", "to be announced", "pending",
        // What programs and keyboards leave behind.
        "null", "none", "nil", "nan", "undefined", "string", "lorem ipsum", "test", "prueba", "asdf", "qwerty", "#ref!", "#value!", "#valor!", "#¡ref!", "#¡valor!",
        "xx", "xxx", "xxxx", "xxxxx", "xxxxxx", "-", "--", "---", "----", "–", "—", "_", "__", "___", ".", "..", "...", "…", "?", "??", "???", "*", "**", "***", "/", "//",
    ]

    private let texts: FoldedTexts

    init(_ texts: [String]) {
        self.texts = FoldedTexts(texts)
    }

    var shapes: TextShapes { texts.shapes }

    /// - Parameter raw: UTF-8 without escapes.
    func contain(raw: UnsafeRawBufferPointer) -> Bool { texts.contains(raw: raw) }

    func contain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { texts.contains(raw: UnsafeRawBufferPointer($0)) }
    }
}

/// A text that only fills its place. It finds what `TextIsFieldName` says too, reading each text once.
final class PlaceholderTexts: Rule {
    static let check = Check.placeholderTexts
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Texts that only fill a place", es: "Textos de relleno"),
        rationale: Bilingual(
            en: "“N/A”, “pending” or “-” look like published information and say nothing. A text counts when the whole of it is such a word, whatever its case or accents; codes and ids are not looked at, since there “NA” may be real.",
            es: "«N/A», «pendiente» o «-» parecen información publicada, pero no dicen nada. Se señala un texto cuando todo él es una palabra de estas, con o sin mayúsculas y tildes; no se revisan códigos ni identificadores, donde «NA» puede ser un valor real."),
        message: Bilingual(en: "Text that says nothing", es: "Texto que no dice nada"),
        hint: Bilingual(en: "Write what is known, or leave the field out while nothing is.",
                        es: "Escriba lo que se sabe u omita el campo mientras no se sepa nada."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "description": "Pendiente"}"#)

    private let texts: ValueGroup
    private let countries: ValueGroup
    private let words = PlaceholderWords.standard
    private let names: FieldNames
    private let shapes: TextShapes

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        let nodes = FreeTexts.nodes(fields)
        let numbers = Set(nodes.map(\.number))
        texts = fields.values("free texts") { numbers.contains($0.number) }
        names = FieldNames(nodes, count: fields.nodes.count)
        shapes = words.shapes
        countries = fields.values("country names", named: "countryName")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(texts) { value in
            // Most texts are longer than what is looked for.
            guard let raw = value.rawText, raw.count <= FreeTexts.mostBytes else { return }
            if names.mayHave(raw, value.node) || shapes.mayHold(raw) { look(at: value, raw, &findings) }
            if value.hasEscape { value.withText { look(at: value, $0, &findings) } }
        }
        project.forEach(countries) { value in
            // NA is also Namibia.
            if let raw = value.rawText, raw.count > 2, value.withUTF8({ words.contain(raw: $0) }) ?? false { findings.note(Self.check, at: value) }
        }
    }

    @inline(never)
    private func look(at value: DataValue, _ raw: UnsafeRawBufferPointer, _ findings: inout Findings) {
        if words.contain(raw: raw) {
            findings.note(Self.check, at: value)
        } else if names.have(raw, value.node) {
            findings.note(.textIsFieldName, at: value)
        }
    }
}

/// Fields in which people write what they like: no codes, ids, dates or addresses on the web.
enum FreeTexts {
    /// Placeholders and names of fields are short; a longer text is none, even with escapes.
    static let mostBytes = 64

    static func nodes(_ fields: SurveyFields) -> [FieldNode] {
        // Where a list takes its items from a code list, these are codes.
        var coded = [Bool](repeating: false, count: fields.nodes.count)
        for node in fields.nodes where node.annotations["codelist"] != nil {
            var holder = Optional(node)
            while let next = holder, !coded[Int(next.number)] {
                coded[Int(next.number)] = true
                holder = next.items
            }
        }
        return fields.nodes.filter { !coded[Int($0.number)] && isFree($0) }
    }

    private static func isFree(_ node: FieldNode) -> Bool {
        guard node.format == nil, node.types.contains("string"), let name = node.field.last else { return false }
        return !notFree.contains(name)
    }

    /// Ids and codes that no list holds; `countryName` may be a country's code.
    private static let notFree: Set<String> = ["id", "ocid", "scheme", "identifier", "identifiers", "releaseID", "relatedLots", "uri", "url", "language", "tag", "countryName"]
}
