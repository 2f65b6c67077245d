import JSONSchema

/// A way of splitting the budget whose parts do not add up to it.
struct BudgetBreakdownSum: Rule {
    static let check = Check.budgetBreakdownSum
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Budget breakdowns that do not add up", es: "Desgloses del presupuesto que no suman el total"),
        rationale: Bilingual(
            en: """
            Each breakdown splits the whole budget, by year or by source: its parts should add up to it. Where they do not, a part is missing or an amount is \
            wrong. One percent is allowed for rounding. Only breakdowns whose parts all have an amount, none below zero, in the currency of the budget are \
            added up.
            """,
            es: """
            Cada desglose divide todo el presupuesto, por año o por fuente: sus partes deben sumar el total. Si no lo hacen, falta una parte o un monto está \
            mal. Se admite uno por ciento por redondeo. Solo se suman los desgloses en los que todas las partes tienen un monto, ninguno negativo, en la moneda \
            del presupuesto.
            """),
        message: Bilingual(en: "Budget breakdown that does not add up to the budget", es: "Desglose que no suma el total del presupuesto"),
        hint: Bilingual(en: "Add the parts that are missing, or correct the amounts or the budget.", es: "Agregue las partes que faltan o corrija los montos o el presupuesto."),
        badExample: """
        {"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": 1250000, "currency": "GTQ"}, "budgetBreakdowns": [{"id": "1", "budgetBreakdown": \
        [{"id": "2024", "amount": {"amount": 500000, "currency": "GTQ"}}, {"id": "2025", "amount": {"amount": 250000, "currency": "GTQ"}}]}]}}
        """)

    /// Parts are often rounded to thousands, and totals to tens of thousands.
    private static let tolerance = 0.01

    private let money: MoneyFields
    private let budget, breakdowns: ValueGroup
    private let amount: MemberName

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        money = MoneyFields(&fields)
        budget = fields.field("budget/amount")
        breakdowns = fields.field("budget/budgetBreakdowns/budgetBreakdown")
        amount = fields.name("amount")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        guard project.first(breakdowns) != nil, let total = money.money(project.first(budget), project), total.number > 0,
              total.currency != nil else { return }
        var differs = false
        project.forEach(breakdowns) { parts in
            if let sum = sum(of: parts, like: total, project), !isEqual(sum, total) { differs = true }
        }
        if differs { note(total, project, &findings) }
    }

    @inline(never)
    private func note(_ total: Money, _ project: ProjectData, _ findings: inout Findings) {
        // Some put each part in a breakdown of its own: then all of them together are the budget.
        var together: Double? = 0
        project.forEach(breakdowns) { parts in together = together.flatMap { so in sum(of: parts, like: total, project).map { so + $0 } } }
        if let together, isEqual(together, total) { return }
        project.forEach(breakdowns) { parts in
            if let sum = sum(of: parts, like: total, project), !isEqual(sum, total) { findings.note(Self.check, at: parts, twin: total.amount) }
        }
    }

    private func isEqual(_ sum: Double, _ total: Money) -> Bool {
        (sum - total.number).magnitude <= total.number * Self.tolerance
    }

    /// Nil where the parts cannot be added up, or there are none.
    private func sum(of parts: DataValue, like total: Money, _ project: ProjectData) -> Double? {
        var sum: Double?
        var canBeAdded = true
        project.forEachItem(of: parts) { part in
            guard canBeAdded else { return }
            if let value = money.money(project.member(amount, of: part), project), value.currency == total.currency, value.number >= 0 {
                sum = (sum ?? 0) + value.number
            } else {
                canBeAdded = false
            }
        }
        return canBeAdded ? sum : nil
    }
}
