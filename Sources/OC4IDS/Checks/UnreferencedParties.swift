/// A party that nothing in the project names, and that has no role which says enough by itself. `UnusedRoles` finds these.
enum UnreferencedParties {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Parties that the project does not name", es: "Partes que el proyecto no menciona"),
        rationale: Bilingual(
            en: "An organization among the parties that no contract, budget or payment names tells no one what it does in the project. Roles that no other field stands for, such as funder or buyer, say enough by themselves; and projects that link to contract data elsewhere are not judged, since the party may be named there.",
            es: "Una organización que está entre las partes, pero que ningún contrato, presupuesto o pago menciona, no dice qué hace en el proyecto. Los roles que ningún otro campo representa, como financiador o comprador, bastan por sí solos; y no se juzgan los proyectos que enlazan a datos de contratos publicados aparte, pues la parte puede mencionarse allí."),
        message: Bilingual(en: "Party that nothing in the project refers to", es: "Parte a la que nada en el proyecto hace referencia"),
        hint: Bilingual(
            en: "Write its id where the organization takes part, for example among the tenderers or suppliers, or delete the party.",
            es: "Escriba su identificador donde la organización participa, por ejemplo entre los oferentes o proveedores, o borre la parte."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "parties": [{"id": "GT-NIT-9929290", "name": "Constructora Itzamnal, S.A."}]}"#)

    static func note(_ id: DataValue, _ findings: inout Findings) {
        findings.note(.unreferencedParties, at: id)
    }
}
