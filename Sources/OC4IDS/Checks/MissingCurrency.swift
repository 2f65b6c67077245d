import JSONSchema

/// An amount without the currency it is in: a key ending in `amount`, and none in the same object with `currency` in its place.
struct MissingCurrency: Sendable {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Amounts without a currency", es: "Montos sin moneda"),
        rationale: Bilingual(
            en: "An amount without its currency cannot be compared or added up: 1,000,000 may be quetzales or dollars.",
            es: "Un monto sin moneda no se puede comparar ni sumar: 1,000,000 pueden ser quetzales o dólares."),
        message: Bilingual(en: "Amount without a currency", es: "Monto sin moneda"),
        hint: Bilingual(en: "Add “currency” beside the amount, with a three-letter code such as GTQ.",
                        es: "Agregue «currency» junto al monto, con un código de tres letras como GTQ."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "budget": {"amount": {"amount": 1250000}}}"#)

    /// Objects whose schema has a member that ends in `amount`.
    private let holders: ValueGroup
    /// By number of the node: the member's own name.
    private let names: [[UInt8]]

    init(_ standard: Standard, _ fields: inout SurveyFields) {
        var names = [[UInt8]](repeating: [], count: standard.schema.nodeCount)
        for node in standard.schema.allNodes {
            for member in node.members { names[Int(member.node.number)] = Array(member.name.utf8) }
        }
        self.names = names
        holders = fields.values("objects with an amount") { $0.members.contains { MissingCurrency.isAmount(Array($0.name.utf8)) } }
    }

    /// Looks at all objects of a piece.
    func look(_ outline: Outline, _ index: OutlineIndex, _ findings: inout Findings) {
        var link = index.first(in: holders.number)
        while link >= 0 {
            let (entry, next) = index.next(link)
            link = next
            if outline[entry].kind == .object { lookAtObject(entry, outline, &findings) }
        }
        var last: Int?
        for key in index.unknownAmounts {
            guard let object = index.parent(of: key), object != last else { continue }
            last = object
            // Those with an amount that the schema knows have been looked at.
            if !isHolder(object, outline) { lookAtObject(object, outline, &findings) }
        }
    }

    private func isHolder(_ object: Int, _ outline: Outline) -> Bool {
        var child = object + 1
        let end = child + outline[object].extent
        while child < end {
            if let name = name(of: child, outline), outline[child].node >= 0, MissingCurrency.isAmount(name) { return true }
            child += 1 + outline[child].extent
        }
        return false
    }

    /// One finding an object, however many amounts it has.
    private func lookAtObject(_ object: Int, _ outline: Outline, _ findings: inout Findings) {
        var amounts: [[UInt8]] = []
        var others: [[UInt8]] = []
        var child = object + 1
        let end = child + outline[object].extent
        while child < end {
            if let name = name(of: child, outline) {
                // An amount that is an object or a list holds its currency itself.
                let isScalar = outline[outline[child].isKey ? child + 1 : child].isScalar
                if MissingCurrency.isAmount(name), isScalar { amounts.append(name) } else if MissingCurrency.isCurrency(name) { others.append(name) }
            }
            child += 1 + outline[child].extent
        }
        let lacks = amounts.contains { amount in !others.contains(Array(amount.dropLast(6)) + MissingCurrency.currency) }
        if lacks { findings.note(.missingCurrency, offset: outline[object].offset) }
    }

    /// The name of a member; nil for the value behind an unknown key, which the key stands for.
    private func name(of child: Int, _ outline: Outline) -> [UInt8]? {
        let value = outline[child]
        if value.isKey { return Array(value.text.utf8) }
        let name = names[Int(value.node)]
        return name.isEmpty ? nil : name
    }

    static let amount = Array("amount".utf8)
    static let currency = Array("currency".utf8)

    static func isAmount(_ name: [UInt8]) -> Bool { name.suffix(6).elementsEqual(amount) }
    private static func isCurrency(_ name: [UInt8]) -> Bool { name.suffix(8).elementsEqual(currency) }
}
