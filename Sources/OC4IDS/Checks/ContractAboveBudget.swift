import JSONSchema

/// A project whose contracts together, or whose final cost, are far above its budget.
///
/// The standard expects the budget to be the higher of the two: it also covers land, fees and taxes that are under no contract.
struct ContractAboveBudget: Rule {
    static let check = Check.contractAboveBudget
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Contracts or final cost far above the budget", es: "Contratos o costo final muy por encima del presupuesto"),
        rationale: Bilingual(
            en: """
            The budget covers the whole project, so its contracts should stay below it. More than one and a half times the budget, amounts in the same \
            currency, is either a slip (an amount with too many zeros, the budget of one year only) or something people should know of. Of each process \
            the final value counts, or else the contract value.
            """,
            es: """
            El presupuesto cubre todo el proyecto, así que sus contratos deberían ser menores. Más de una vez y media el presupuesto, con montos en la misma \
            moneda, es un error (ceros de más, el presupuesto de un solo año) o algo que la ciudadanía debe conocer. De cada proceso cuenta el valor final o, \
            si no lo hay, el valor del contrato.
            """),
        message: Bilingual(en: "Contracts together, or final cost, more than one and a half times the budget",
                           es: "La suma de los contratos, o el costo final, supera una vez y media el presupuesto"),
        hint: Bilingual(en: "Compare the amounts with the contracts and the approved budget, and correct the wrong one. If they are right, explain the difference in the project's documents.",
                        es: "Compare los montos con los contratos y el presupuesto aprobado y corrija el equivocado. Si son correctos, explique la diferencia en los documentos del proyecto."),
        badExample: """
        {"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": 125000, "currency": "GTQ"}}, "contractingProcesses": [{"id": "1", "summary": \
        {"contractValue": {"amount": 1180000, "currency": "GTQ"}}}]}
        """)

    /// Contracts of public works may legally grow by up to 40 % in Guatemala (Decreto 57-92, article 52); a project that was awarded at its
    /// budget and grew that far is below this.
    private static let factor = 1.5

    private let money: MoneyFields
    private let budget, completionFinalValue, summaries: ValueGroup
    private let contractValue, finalValue: MemberName

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        money = MoneyFields(&fields)
        budget = fields.field("budget/amount")
        completionFinalValue = fields.field("completion/finalValue")
        summaries = fields.field("contractingProcesses/summary")
        contractValue = fields.name("contractValue")
        finalValue = fields.name("finalValue")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        guard project.first(summaries) != nil || project.first(completionFinalValue) != nil,
              let budget = money.money(project.first(budget), project), budget.number > 0, let currency = budget.currency else { return }
        let most = budget.number * Self.factor
        var sum = 0.0
        var largest: Money?
        project.forEach(summaries) { summary in
            guard let value = contract(summary, in: currency, project) else { return }
            sum += value.number
            if value.number > largest?.number ?? 0 { largest = value }
        }
        if sum > most, let largest { findings.note(Self.check, at: budget.amount, twin: largest.amount) }
        if let final = money.money(project.first(completionFinalValue), project), final.currency == currency, final.number > most {
            findings.note(Self.check, at: final.amount, twin: budget.amount)
        }
    }

    /// What a contract cost in the end, or else what it was signed for; nil where that is in another currency.
    private func contract(_ summary: DataValue, in currency: Currency, _ project: ProjectData) -> Money? {
        guard let value = money.money(project.member(finalValue, of: summary), project) ?? money.money(project.member(contractValue, of: summary), project),
              value.currency == currency else { return nil }
        return value
    }
}
