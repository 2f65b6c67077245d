import JSONSchema

/// A party with a role, such as supplier, that no place of the project names it in. `PartyRoles` brings the parties.
struct UnusedRoles: Sendable {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Roles that the project does not use", es: "Roles que el proyecto no usa"),
        rationale: Bilingual(
            en: "A supplier that no contract names, or a payer of no payment: either the role is wrong, or a contract, offer or payment is missing. Funders are not judged, since the role alone is enough for them; nor are authorities and entities of which several share one role; nor contract roles and payments in projects that link to contract data elsewhere.",
            es: "Un proveedor que ningún contrato menciona o un pagador sin pagos: o el rol está equivocado o falta un contrato, una oferta o un pago. No se juzga a los financiadores, pues a ellos les basta el rol; ni a autoridades y entidades cuando varias comparten un mismo rol; ni los roles de contratos y pagos en proyectos que enlazan a datos de contratos publicados aparte."),
        message: Bilingual(en: "Role in which nothing in the project names the party", es: "Rol con el que nada en el proyecto menciona a la parte"),
        hint: Bilingual(
            en: "Name the party where it has this role, for example among the suppliers of its contract, or delete the role.",
            es: "Mencione a la parte donde tiene este rol, por ejemplo entre los proveedores de su contrato, o borre el rol."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "publicAuthority": {"id": "GT-NIT-344338", "name": "Ministerio de Salud"}, "parties": [{"id": "GT-NIT-344338", "name": "Ministerio de Salud", "roles": ["publicAuthority", "supplier"]}]}"#)

    private let references: PartyReferences
    /// Links to contract data in OCDS, which may name the parties too.
    private let releases: ValueGroup

    init(_ fields: inout SurveyFields, _ references: PartyReferences) {
        self.references = references
        releases = fields.items("contractingProcesses/releases")
    }

    /// - Parameter parties: of which at least one has a role that it is not named in, or is not named at all.
    func look(at parties: UnsafeMutableBufferPointer<PartyReferences.Party>, _ project: ProjectData, _ findings: inout Findings) {
        let hasReleases = project.first(releases) != nil
        let judged = self.judged(parties, hasReleases: hasReleases)
        var mentions: Set<UInt64>?
        // By the party's id.
        var found: [UInt64: ReferencedRoles] = [:]
        for party in parties {
            var unused = party.roles.intersection(judged).subtracting(party.named)
            // Who won has made an offer.
            if party.named.contains(ReferencedRoles(.supplier)) { unused.remove(ReferencedRoles(.tenderer)) }
            // With no role that says something by itself, the party as a whole is what is wrong.
            let isUnreferenced = party.named.isEmpty && party.roles.subtracting(judged).isEmpty
            guard isUnreferenced ? !hasReleases : !unused.isEmpty else { continue }
            let id = DataValue(outline: project.outline, number: party.id)
            let known = mentions ?? self.mentions(outsideParties: project)
            mentions = known
            if known.contains(id.fingerprint) || name(of: party, project).map(known.contains) ?? false { continue }
            if isUnreferenced { UnreferencedParties.note(id, &findings) } else { found[id.fingerprint] = unused }
        }
        if !found.isEmpty { note(found, project, &findings) }
    }

    /// The roles that have to be used somewhere in this project.
    private func judged(_ parties: UnsafeMutableBufferPointer<PartyReferences.Party>, hasReleases: Bool) -> ReferencedRoles {
        var judged = hasReleases ? ReferencedRoles(.publicAuthority) : ReferencedRoles.all
        judged.formIntersection(references.known)
        judged.remove(ReferencedRoles(.funder))
        for role in ReferencedRole.allCases where role.isSingle {
            var count = 0
            for party in parties where party.roles.contains(ReferencedRoles(role)) { count += 1 }
            if count > 1 { judged.remove(ReferencedRoles(role)) }
        }
        return judged
    }

    /// - Parameter unused: by the party's id, since entries with the same id are one party.
    private func note(_ unused: [UInt64: ReferencedRoles], _ project: ProjectData, _ findings: inout Findings) {
        var left = unused
        project.forEach(references.parties) { party in
            guard let id = project.member(references.id, of: party)?.fingerprint, var own = left[id],
                  let roles = project.member(references.roles, of: party) else { return }
            project.forEachItem(of: roles) { item in
                let (role, _) = references.meaning(of: item)
                guard own.contains(role), !role.isEmpty else { return }
                own.subtract(role)
                findings.note(.unusedRoles, at: item)
            }
            left[id] = own
        }
    }

    private func name(of party: PartyReferences.Party, _ project: ProjectData) -> UInt64? {
        project.member(references.name, of: DataValue(outline: project.outline, number: party.entry))?.textFingerprint
    }

    /// Texts that may mean a party although they are no proper reference: names without an id, a name in a reference's place, and whatever
    /// stands in fields that no schema describes, misspelt ones among them.
    private func mentions(outsideParties project: ProjectData) -> Set<UInt64> {
        var mentions: Set<UInt64> = []
        project.forEach(references.references) { reference in
            if let text = reference.textFingerprint { mentions.insert(text) }
            if project.member(references.id, of: reference).map(\.isEmpty) ?? true,
               let name = project.member(references.name, of: reference)?.textFingerprint { mentions.insert(name) }
        }
        let party = project.first(references.parties)?.node
        var number = project.range.lowerBound
        let undescribed = FieldNode.undescribed
        while number < project.range.upperBound {
            let value = DataValue(outline: project.outline, number: number)
            if value.node == undescribed, value.isText { mentions.insert(value.fingerprint) }
            number += value.node == party ? 1 + value.extent : 1
        }
        return mentions
    }
}
