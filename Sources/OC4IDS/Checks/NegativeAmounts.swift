import JSONSchema

/// Amounts below zero where nothing can cost less than nothing.
///
/// Not looked at: entries of a budget breakdown, where the standard gives the sign a meaning (money that goes back); transactions, where
/// reversals and refunds are booked so; single costs, where a resale value is a credit; the abatement cost, below zero where avoiding emissions
/// saves money; observations of metrics, which may be differences.
struct NegativeAmounts: Rule {
    static let check = Check.negativeAmounts
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Negative amounts", es: "Montos negativos"),
        rationale: Bilingual(
            en: """
            A budget, contract or loan below zero is a slip, and lowers every sum it goes into. Amounts that may well be below zero are left alone: budget \
            breakdown entries (money that goes back), transactions (refunds), single costs, abatement cost, metrics.
            """,
            es: """
            Un presupuesto, contrato o préstamo menor que cero es un error y reduce toda suma en la que entra. No se revisan los montos que sí pueden ser \
            negativos: partidas del desglose del presupuesto (dinero que se devuelve), transacciones (reintegros), costos sueltos, costo de abatimiento e indicadores.
            """),
        message: Bilingual(en: "Negative amount", es: "Monto negativo"),
        hint: Bilingual(en: "Write the amount without the minus sign, or correct it.", es: "Escriba el monto sin el signo menos o corríjalo."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": -1250000, "currency": "GTQ"}}}"#)

    private static let signed: Set<String> = ["budgetBreakdown", "transactions", "costs", "lifeCycleCosting", "abatementCost", "observations"]

    private let amounts: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        amounts = MoneyFields.amounts("without a sign", &fields) { Self.signed.isDisjoint(with: $0) }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(amounts) { amount in
            // Zero with a sign is zero.
            if amount.isNumber, amount.bytes.first == UInt8(ascii: "-"), amount.number64 != 0 { findings.note(Self.check, at: amount) }
        }
    }
}
