import JSONSchema

/// A reference to an organization that is not among the project's parties: the authority and those who buy, manage, offer, supply and fund.
struct MissingOrgRefs: Rule {
    static let check = Check.missingOrgRefs
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Organizations that are not among the parties", es: "Organizaciones que no están entre las partes"),
        rationale: Bilingual(
            en: "A reference gives only a name and an id. Address, tax number and roles stand in “parties”: without an entry there no one can tell who it is.",
            es: "Una referencia solo da un nombre y un identificador. La dirección, el NIT y las funciones están en «parties»: sin una entrada allí no se sabe quién es."),
        message: Bilingual(en: "Organization that is not in “parties”", es: "Organización que no está en «parties»"),
        hint: Bilingual(en: "Add the organization to “parties” with this id, or correct the id.",
                        es: "Agregue la organización a «parties» con este identificador o corrija el identificador."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "publicAuthority": {"id": "GT-NIT-344338", "name": "Ministerio de Salud"}, "parties": [{"id": "GT-NIT-9929290", "name": "Ministerio de Educación"}]}"#)

    /// The lists and objects that hold such references.
    static let holders = ["publicAuthority", "contractingProcesses/summary/tender/procuringEntity", "contractingProcesses/summary/tender/administrativeEntity",
                          "contractingProcesses/summary/tender/tenderers", "contractingProcesses/summary/suppliers",
                          "budget/budgetBreakdowns/budgetBreakdown/sourceParty"]

    private let references: OrganizationReferences

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        references = OrganizationReferences(&fields, "main") { Self.holders.contains($0) }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        references.forEachUnknown(in: project) { findings.note(Self.check, at: $0) }
    }
}

/// The same for all other references: those who finance, pay and are paid, public offices.
struct MissingOtherOrgRefs: Rule {
    static let check = Check.missingOtherOrgRefs
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Financiers, payers and others that are not among the parties", es: "Financistas, pagadores y otros que no están entre las partes"),
        rationale: Bilingual(
            en: "Who finances, pays or is paid should be as well known as who builds: with an entry in “parties”.",
            es: "Quien financia, paga o recibe un pago debe conocerse tanto como quien construye: con una entrada en «parties»."),
        message: Bilingual(en: "Financier, payer or other organization that is not in “parties”", es: "Financista, pagador u otra organización que no está en «parties»"),
        hint: Bilingual(en: "Add the organization to “parties” with this id, or correct the id.",
                        es: "Agregue la organización a «parties» con este identificador o corrija el identificador."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "transactions": [{"id": "1", "payer": {"id": "GT-NIT-344338", "name": "Ministerio de Salud"}}]}"#)

    private let references: OrganizationReferences

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        references = OrganizationReferences(&fields, "other") { !MissingOrgRefs.holders.contains($0) }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        references.forEachUnknown(in: project) { findings.note(Self.check, at: $0) }
    }
}

/// The ids of references to organizations, and those of the parties they should be found among.
struct OrganizationReferences: Sendable {
    private let ids: ValueGroup
    private let parties: ValueGroup
    private let id: MemberName

    /// - Parameters:
    ///   - key: tells this choice from others.
    ///   - isMeant: whether the references at a field of the project are meant.
    init(_ fields: inout SurveyFields, _ key: String, _ isMeant: (String) -> Bool) {
        var holders: Set<[String]> = []
        _ = fields.values("references \(key)") { node in
            guard node.definition == "OrganizationReference", isMeant(node.field.dropFirst().joined(separator: "/")) else { return false }
            holders.insert(node.field)
            return true
        }
        ids = fields.values("ids of references \(key)") { $0.field.last == "id" && holders.contains(Array($0.field.dropLast())) }
        parties = fields.items("parties")
        id = fields.name("id")
    }

    /// Calls `body` with the id of each reference that no party has.
    func forEachUnknown(in project: ProjectData, _ body: (DataValue) -> Void) {
        guard project.first(ids) != nil else { return }
        var known: [UInt64] = []
        project.forEach(parties) { party in
            if let id = project.member(id, of: party) { known.append(id.fingerprint) }
        }
        // A few are found sooner one after another than by hashing.
        let many = known.count > 16 ? FingerprintSet(known) : nil
        project.forEach(ids) { value in
            // An object or a list with something in it is no id. One that is empty, or null, names no one.
            guard value.extent == 0 else { return }
            if !(many?.contains(value.fingerprint) ?? known.contains(value.fingerprint)) { body(value) }
        }
    }
}
