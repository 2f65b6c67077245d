import JSONSchema

/// Fields that are there and say nothing. Found by the walk's index everywhere, in fields that no schema describes too.
enum MissingValues {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Fields without a value", es: "Campos sin valor"),
        rationale: Bilingual(
            en: "An empty text, list or object looks like disclosure and tells no one anything. Whoever counts fields is misled.",
            es: "Un texto, una lista o un objeto vacío parece información publicada, pero no dice nada y confunde a quien cuenta los campos."),
        message: Bilingual(en: "Field without a value", es: "Campo sin valor"),
        hint: Bilingual(en: "Fill it in, or leave the whole field out while there is nothing to publish.",
                        es: "Complete el campo u omítalo por completo mientras no haya nada que publicar."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "description": ""}"#)

    static func look(_ index: OutlineIndex, _ findings: inout Findings, _ outline: Outline) {
        for number in index.blanks { findings.note(.missingValues, offset: outline[Int(number)].offset) }
    }
}
