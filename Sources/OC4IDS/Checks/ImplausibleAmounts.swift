import JSONSchema

/// Amounts larger than any infrastructure project costs.
struct ImplausibleAmounts: Rule {
    static let check = Check.implausibleAmounts
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Implausibly large amounts", es: "Montos inverosímilmente grandes"),
        rationale: Bilingual(
            en: """
            One amount with three zeros too many outweighs all others of a ministry together. Amounts are reported above 100,000,000,000 in currencies such \
            as the quetzal, of which one to nine buy a dollar; ten times that where it takes ten to 99, and so on. That is about what a whole state like \
            Guatemala spends in a year. Without a known currency the limit is that of the cheapest one.
            """,
            es: """
            Un solo monto con tres ceros de más pesa más que todos los demás montos de un ministerio. Se señalan los mayores de 100,000,000,000 en monedas como el \
            quetzal, de las que entre una y nueve equivalen a un dólar; diez veces más si se necesitan entre diez y 99, y así sucesivamente. Es cerca de lo que \
            todo el Estado de Guatemala gasta en un año. Sin una moneda conocida se usa el límite de la de menor valor.
            """),
        message: Bilingual(en: "Implausibly large amount", es: "Monto inverosímilmente grande"),
        hint: Bilingual(en: "Check the number of zeros, whether the amount is in cents, and the currency.",
                        es: "Revise la cantidad de ceros, si el monto está en centavos y la moneda."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": 1250000000000, "currency": "GTQ"}}}"#)

    /// In dollars and currencies of their magnitude: more than nearly all projects in the world have cost, and the budget of the State of
    /// Guatemala in quetzales.
    private static let most = 1e11
    /// Numbers with fewer bytes, without an exponent, are smaller than `most`.
    private static let leastBytes = 12
    private static let limits = (0 ... Currency.mostMagnitude).map { magnitude in (0 ..< magnitude).reduce(most) { limit, _ in limit * 10 } }

    private let amounts: ValueGroup
    private let money: MoneyFields

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        amounts = MoneyFields.amounts("all", &fields)
        money = MoneyFields(&fields)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        var parents = OutlineParents()
        project.forEach(amounts) { amount in
            guard amount.isNumber, amount.bytes.count >= Self.leastBytes || amount.bytes.contains(where: { $0 | 0x20 == 0x65 }) else { return }
            if isTooLarge(amount, project, &parents) { findings.note(Self.check, at: amount) }
        }
    }

    private func isTooLarge(_ amount: DataValue, _ project: ProjectData, _ parents: inout OutlineParents) -> Bool {
        // Past 400 digits nothing is plausible.
        guard let number = amount.number64?.magnitude else { return true }
        guard number > Self.most else { return false }
        return Self.isTooLarge(number, money.currency(of: amount, project, &parents))
    }

    /// Whether so much is more than works cost, in a currency or, where it is not known, in any.
    static func isTooLarge(_ number: Double, _ currency: Currency?) -> Bool {
        number > limits[currency?.magnitude ?? Currency.mostMagnitude]
    }
}
