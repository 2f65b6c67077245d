import JSONSchema

/// Amounts of zero where zero mostly means that no one knows: a project's budget and final cost, a contract and its estimate, a loan, a payment.
///
/// Elsewhere zero says something: no compensation for land, no labour budget, a source that gives nothing this year, a contract changed to
/// zero, the final value of a process that was called off.
struct ZeroAmounts: Rule {
    static let check = Check.zeroAmounts
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Amounts of zero", es: "Montos en cero"),
        rationale: Bilingual(
            en: """
            Systems often export zero where no one entered an amount. Readers take it for works that cost nothing, and averages fall. Only budgets, final \
            costs of projects, contracts, estimates, loans and payments are looked at: elsewhere zero may well be meant.
            """,
            es: """
            Muchos sistemas exportan cero cuando nadie ingresó un monto. Quien lee entiende que la obra no costó nada, y los promedios bajan. Solo se revisan \
            presupuestos, costos finales de proyectos, contratos, estimaciones, préstamos y pagos: en otros campos el cero puede ser correcto.
            """),
        message: Bilingual(en: "Amount of zero", es: "Monto en cero"),
        hint: Bilingual(en: "Write the amount, or leave it out while it is not known. If it truly is zero, leave it as it is.",
                        es: "Escriba el monto u omítalo mientras no se conozca. Si de verdad es cero, déjelo así."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": 0, "currency": "GTQ"}}}"#)

    private static let meant: Set<String> = [
        "budget/amount/amount", "completion/finalValue/amount", "contractingProcesses/summary/contractValue/amount",
        "contractingProcesses/summary/tender/costEstimate/amount", "budget/finance/value/amount", "contractingProcesses/summary/finance/value/amount",
        "transactions/value/amount", "contractingProcesses/summary/transactions/value/amount",
    ]

    private let amounts: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        amounts = MoneyFields.amounts("above zero", &fields) { Self.meant.contains($0.joined(separator: "/")) }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(amounts) { amount in
            guard amount.isNumber, let first = amount.bytes.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "-"),
                  amount.number64 == 0 else { return }
            findings.note(Self.check, at: amount)
        }
    }
}
