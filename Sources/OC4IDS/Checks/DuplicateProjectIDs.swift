/// A project id that an earlier project has: in the same input, or in one named earlier in the same call. Ids are compared by their digests when an
/// input has been read: see `Dataset`.
enum DuplicateProjectIDs {
    static let definition = CheckDefinition(
        severity: .error,
        title: Bilingual(en: "Project ids used twice", es: "Identificadores de proyecto repetidos"),
        rationale: Bilingual(
            en: "The id is what tells one project from all others. Where two share it, portals keep only one of them or mix their data. All files of one call are compared; what is found stands in the later one.",
            es: "El identificador es lo que distingue un proyecto de todos los demás. Si dos lo comparten, los portales conservan solo uno o mezclan sus datos. Se comparan todos los archivos que se revisan juntos; el hallazgo aparece en el último de ellos."),
        message: Bilingual(en: "Project id that an earlier project already has", es: "Identificador de proyecto que ya tiene un proyecto anterior"),
        hint: Bilingual(en: "Give each project an id of its own. If both are the same project, keep the newer entry only.",
                        es: "Escriba un identificador distinto para cada proyecto. Si los dos son el mismo proyecto, conserve solo el registro más reciente."),
        badExample: #"[{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud"}, {"id": "oc4ids-bu3kcz-1", "title": "Escuela"}]"#)
}
