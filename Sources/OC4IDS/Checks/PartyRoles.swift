import JSONSchema

/// A party that is named as authority, buyer, supplier, funder …, and whose `roles` do not say so. While the parties are at hand, it has
/// `UnusedRoles` and `UnreferencedParties` look at them too.
final class PartyRoles: Rule {
    static let check = Check.partyRoles
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Parties without the role they are named in", es: "Partes sin el rol con que se les menciona"),
        rationale: Bilingual(
            en: "The standard asks that whoever is named as public authority, procuring or administrative entity, tenderer, supplier, source of funds, payer or payee has that role among the parties as well. Whoever searches the parties by role finds only those that have it. A supplier that is paid, or an authority, buyer or funder that pays, needs no role besides.",
            es: "El estándar pide que quien se menciona como autoridad pública, entidad contratante o administradora, oferente, proveedor, fuente de fondos, pagador o beneficiario de un pago tenga también ese rol entre las partes. Quien busca las partes por su rol solo encuentra las que lo tienen. Un proveedor que recibe pagos, o una autoridad, un comprador o un financiador que paga, no necesita otro rol."),
        message: Bilingual(en: "Party whose roles leave out what the project names it for", es: "Parte a la que le falta el rol con que el proyecto la menciona"),
        hint: Bilingual(
            en: "Add to its “roles” the code for the place where it is named: publicAuthority, procuringEntity, administrativeEntity, tenderer, supplier, funder, payer or payee.",
            es: "Agregue a sus «roles» el código del lugar donde se la menciona: publicAuthority, procuringEntity, administrativeEntity, tenderer, supplier, funder, payer o payee."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "publicAuthority": {"id": "GT-NIT-344338", "name": "Ministerio de Salud"}, "parties": [{"id": "GT-NIT-344338", "name": "Ministerio de Salud", "roles": ["buyer"]}]}"#)

    private let references: PartyReferences
    private let unused: UnusedRoles

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        references = PartyReferences(&fields)
        unused = UnusedRoles(&fields, references)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        references.withParties(of: project, &findings) { parties, findings in
            var hasUnused = false
            var first: PartyReferences.FirstReferences?
            for party in parties {
                let named = party.named.intersection(.all)
                if !party.served.isSuperset(of: named) { note(party, named.subtracting(party.served), project, &first, &findings) }
                if !party.named.isSuperset(of: party.roles) || party.named.isEmpty { hasUnused = true }
            }
            if hasUnused { unused.look(at: parties, project, &findings) }
        }
    }

    /// One finding a role, with the place that names the party in it as the twin.
    private func note(_ party: PartyReferences.Party, _ missing: ReferencedRoles, _ project: ProjectData, _ first: inout PartyReferences.FirstReferences?,
                      _ findings: inout Findings) {
        let id = DataValue(outline: project.outline, number: party.id)
        let place = party.list >= 0 ? DataValue(outline: project.outline, number: party.list) : id
        let references = first ?? references.firstReferences(in: project)
        first = references
        for role in ReferencedRole.allCases where missing.contains(ReferencedRoles(role)) {
            findings.note(Self.check, at: place, twin: references.place(naming: id, as: role))
        }
    }
}
