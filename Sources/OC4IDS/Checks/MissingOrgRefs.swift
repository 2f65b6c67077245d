import JSONSchema

/// A reference to an organization that is not among the project's parties: the authority and those who buy, manage, offer, supply and fund. Found by
/// `PartyRoles`.
enum MissingOrgRefs {
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
}

/// The same for all other references: those who finance, pay and are paid, public offices. Found by `PartyRoles`.
enum MissingOtherOrgRefs {
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
}
