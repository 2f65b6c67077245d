import JSONSchema

/// A project's id that does not begin with a prefix of the form the standard asks for, or with one that is not registered.
struct InvalidProjectIDs: Rule {
    static let check = Check.invalidProjectIDs
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Project ids without a valid prefix", es: "Identificadores de proyecto sin prefijo válido"),
        rationale: Bilingual(
            en: "The prefix that a publisher registers makes its ids unique in the world. Without it two institutions may use the same id for different works.",
            es: "El prefijo que registra cada institución hace que sus identificadores sean únicos en el mundo. Sin él, dos instituciones pueden usar el mismo identificador para obras distintas."),
        message: Bilingual(en: "Project id without a valid prefix", es: "Identificador de proyecto sin prefijo válido"),
        hint: Bilingual(en: "Begin the id with your registered prefix, which looks like oc4ids-bu3kcz, then a hyphen and your own number.",
                        es: "Comience el identificador con su prefijo registrado, que tiene la forma oc4ids-bu3kcz, seguido de un guion y su propio número."),
        badExample: #"{"id": "SNIP-204517", "title": "Puesto de salud"}"#)

    private let id: ValueGroup
    private let prefixes: Set<String>?

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        id = fields.field("id")
        prefixes = settings.prefixes
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(id) { value in
            guard let text = value.rawText else { return }
            // Escapes are rare: only where there are any does the text have to be made.
            if value.hasEscape {
                if var plain = value.text, plain.withUTF8({ isValid(UnsafeRawBufferPointer($0)) }) { return }
            } else if isValid(text) {
                return
            }
            findings.note(Self.check, at: value)
        }
    }

    private func isValid(_ id: UnsafeRawBufferPointer) -> Bool {
        guard let prefix = ProjectPrefix.beginning(id) else { return false }
        guard let prefixes else { return true }
        return prefixes.contains(String(decoding: prefix, as: UTF8.self))
    }
}
