/// A name stands twice in the same object: most programs silently keep only one of the two values (RFC 8259, section 4). The reader finds
/// these, since nothing after it sees both.
enum DuplicateKey {
    static let definition = CheckDefinition(
        severity: .error,
        title: Bilingual(en: "Fields that stand twice", es: "Campos repetidos"),
        rationale: Bilingual(
            en: "Most programs keep only one of the two values, and not all keep the same one: part of the data is lost without anyone noticing.",
            es: "La mayoría de los programas conserva solo uno de los dos valores, y no todos el mismo: una parte de los datos se pierde sin que nadie lo note."),
        message: Bilingual(en: "The same field stands twice in one object", es: "El mismo campo aparece dos veces en un objeto"),
        hint: Bilingual(en: "Most programs keep only one of the two values. Leave the right one and delete the other.",
                        es: "La mayoría de los programas conserva solo uno de los dos valores. Deje el correcto y borre el otro."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "title": "Puesto de salud La Esperanza"}"#)
}
