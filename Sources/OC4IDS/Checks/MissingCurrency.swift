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
    /// By number of the node: what its own name says.
    private let sides: [Side]

    private let holderNodes: Set<Int32>
    /// By number of the node: names that end in `amount` or `currency`.
    private let names: [Int32: String]

    /// One side of a pair of names such as `amount` and `currency`.
    private struct Side: Sendable {
        /// A bit for what stands before `amount` or `currency`; 0 for names that end in neither.
        var amount: UInt64 = 0
        var currency: UInt64 = 0
    }

    init(_ standard: Standard, _ fields: inout SurveyFields) {
        var sides = [Side](repeating: Side(), count: standard.schema.nodeCount)
        var beginnings: [Substring: UInt64] = [:]
        var names: [Int32: String] = [:]
        var holderNodes: Set<Int32> = []
        func bit(_ beginning: Substring) -> UInt64 {
            // More than 64 different ones share the last bit, and pass as pairs.
            let bit = beginnings[beginning] ?? 1 << UInt64(min(beginnings.count, 63))
            beginnings[beginning] = bit
            return bit
        }
        for node in standard.fields.all {
            for member in node.members {
                guard member.name.hasSuffix("amount") || member.name.hasSuffix("currency") else { continue }
                names[member.node.number] = member.name
                if member.name.hasSuffix("amount") { holderNodes.insert(node.number) }
                if member.name.hasSuffix("amount") { sides[Int(member.node.number)].amount = bit(member.name.dropLast("amount".count)) }
                if member.name.hasSuffix("currency") { sides[Int(member.node.number)].currency = bit(member.name.dropLast("currency".count)) }
            }
        }
        self.sides = sides
        self.names = names
        self.holderNodes = holderNodes
        holders = fields.values("objects with an amount") { holderNodes.contains($0.number) }
    }

    /// Looks at all objects of a piece.
    func look(_ outline: Outline, _ index: OutlineIndex, _ findings: inout Findings) {
        index.forEach(in: holders) { object in
            if lacksCurrency(object, outline) { findings.note(.missingCurrency, offset: outline[object].offset) }
        }
        // Between two keys of an object those of objects inside it may stand.
        var met: Set<Int> = []
        var parents = OutlineParents()
        for key in index.unknownAmounts {
            guard let object = parents.parent(of: Int(key), in: outline), met.insert(object).inserted else { continue }
            // Those whose schema has an amount have been looked at.
            if !isHolder(object, outline), lacksCurrencyByName(object, outline) { findings.note(.missingCurrency, offset: outline[object].offset) }
        }
    }

    private func isHolder(_ object: Int, _ outline: Outline) -> Bool {
        let node = outline[object].node
        return node >= 0 && holderNodes.contains(node)
    }

    private func lacksCurrency(_ object: Int, _ outline: Outline) -> Bool {
        let holder = DataValue(outline: outline, number: object)
        guard holder.isObject else { return false }
        return sides.withUnsafeBufferPointer { sides in
            var (amounts, currencies): (UInt64, UInt64) = (0, 0)
            var child = object + 1
            let end = child + holder.extent
            while child < end {
                let value = DataValue(outline: outline, number: child)
                // A name that the schema does not know may be an amount or a currency too.
                if value.node < 0 { return lacksCurrencyByName(object, outline) }
                let side = sides[Int(value.node)]
                if side.amount | side.currency != 0, value.extent == 0 {
                    amounts |= side.amount
                    currencies |= side.currency
                }
                child += 1 + value.extent
            }
            return amounts & ~currencies != 0
        }
    }

    /// An amount that is an object or a list with something in it holds its currency itself, and a currency of that kind is none.
    private func isPlain(_ value: OutlineValue) -> Bool { value.isScalar || value.isEmptyContainer }

    private func lacksCurrencyByName(_ object: Int, _ outline: Outline) -> Bool {
        var amounts: [String] = []
        var others: Set<String> = []
        var child = object + 1
        let end = child + outline[object].extent
        while child < end {
            let value = outline[child]
            if let name = value.isKey ? value.text : names[value.node], isPlain(outline[value.isKey ? child + 1 : child]) {
                if name.hasSuffix("amount") { amounts.append(name) }
                if name.hasSuffix("currency") { others.insert(name) }
            }
            child += 1 + value.extent
        }
        return amounts.contains { !others.contains($0.dropLast("amount".count) + "currency") }
    }
}
