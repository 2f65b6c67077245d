import JSONSchema

/// A related project that is the project itself: its identifier, in the OC4IDS scheme or without one, is the project's own id.
struct RelatedToItself: Rule {
    static let check = Check.relatedToItself
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Projects related to themselves", es: "Proyectos relacionados consigo mismos"),
        rationale: Bilingual(
            en: "A related project is another one that built, widened or replaced the same works. The project's own id there leads nowhere, and the other project cannot be found.",
            es: "Un proyecto relacionado es otro que construyó, amplió o sustituyó la misma obra. Si allí está el identificador del propio proyecto, no se llega a ninguna parte y el otro proyecto no se encuentra."),
        message: Bilingual(en: "Related project that is the project itself", es: "Proyecto relacionado que es el mismo proyecto"),
        hint: Bilingual(en: "Write the id of the other project, or delete the entry.",
                        es: "Escriba el identificador del otro proyecto o borre la entrada."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-1", "relationship": "construction"}]}"#)

    private static let oc4ids = Array("oc4ids".utf8)

    private let related: ValueGroup
    private let id: ValueGroup
    private let identifier: MemberName
    private let scheme: MemberName

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        related = fields.items("relatedProjects")
        id = fields.field("id")
        identifier = fields.name("identifier")
        scheme = fields.name("scheme")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        guard project.first(related) != nil, let own = project.first(id)?.textFingerprint else { return }
        project.forEach(related) { entry in
            guard let identifier = project.member(identifier, of: entry), !identifier.isEmpty, identifier.textFingerprint == own else { return }
            // Another scheme may have used the same text for another project.
            if let scheme = project.member(scheme, of: entry)?.rawText, !scheme.isEmpty, !scheme.elementsEqual(Self.oc4ids) { return }
            findings.note(Self.check, at: identifier)
        }
    }
}
