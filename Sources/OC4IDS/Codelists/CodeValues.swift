public import JSONSchema

/// Codes that are not in the list their field takes them from.
public struct CodelistFinding: Sendable {
    /// Names from the root, without array positions; begins with `projects` for what lies in a project.
    public var field: [String]
    /// The list's name, as in `projectSector`.
    public var codelist: String
    /// Other codes are allowed, though not recommended; outside a closed list they are schema errors too.
    public var isOpen: Bool
    /// The most frequent first.
    public var values: [CodeValue]
}

/// One code outside its list.
public struct CodeValue: Sendable {
    /// As it stands in the data: mostly text.
    public var value: Excerpt
    public var count: Int
    /// The first ones, in document order.
    public var places: [FoundPlace]
    /// The code that was probably meant; nil where none is near.
    public internal(set) var suggestion: String?
}

/// Looks codes up in their lists.
struct CodeValues: Sendable {
    /// A code that is not in its list.
    struct Unlisted: Sendable {
        var field: Int
        var value: Excerpt
    }

    /// A field that takes codes from a list.
    struct CodeField: Sendable {
        var field: [String]
        var codelist: String
        var isOpen: Bool

        func suggestion(for value: Excerpt) -> String? {
            guard case .text(let text) = value, let list = Codelist.bundled(codelist) else { return nil }
            return Suggestion.code(for: text, among: list.codes.map(\.code), codelist: codelist)
        }
    }

    private let plan: CodePlan
    private(set) var unlisted: DistinctValues<Unlisted>
    /// Codes outside open lists: every place counted, also of values that are not kept.
    private(set) var openCount = 0

    init(_ plan: CodePlan, examples: Int) {
        self.plan = plan
        unlisted = DistinctValues(examples: examples)
    }

    /// Takes the codes of a piece that are not in their lists.
    mutating func look(_ outline: Outline, _ index: OutlineIndex, _ wanted: inout PlaceRequests) {
        for entry in index.unlisted where !index.isBlank(Int(entry)) {
            let value = outline[Int(entry)]
            count(value, at: value.node, &wanted)
        }
    }

    /// Takes a code that is not in the list of a node.
    mutating func count(_ value: OutlineValue, at node: Int32, _ wanted: inout PlaceRequests) {
        let number = Int(plan.fieldOfNode[Int(node)])
        guard number >= 0 else { return }
        if plan.fields[number].isOpen { openCount += 1 }
        let tag = Digest(low: value.fingerprint, high: 0).joined(Digest(low: UInt64(number), high: 1))
        if unlisted.count(tag, Unlisted(field: number, value: value.excerpt ?? .literal(""))) { wanted.ask(tag, offset: value.offset) }
    }

    mutating func merge(_ later: CodeValues) {
        openCount += later.openCount
        unlisted.merge(later.unlisted)
    }

    mutating func code(_ coder: inout PartCoder) {
        let fields = plan.fields.count
        coder.count(&openCount)
        unlisted.code(&coder, new: Unlisted(field: 0, value: .text(""))) { coder, unlisted in
            coder.count(&unlisted.field, most: fields - 1)
            coder.excerpt(&unlisted.value)
        }
    }

    func fresh() -> CodeValues {
        var fresh = self
        fresh.openCount = 0
        fresh.unlisted = unlisted.fresh()
        return fresh
    }

    /// How many codes outside their lists stand in each field whose list is open, in the order of the schema.
    var openFields: [(field: [String], count: Int)] {
        let byField = Dictionary(grouping: unlisted.entries.values) { $0.value.field }
        return plan.fields.indices.filter { plan.fields[$0].isOpen }.compactMap { number in
            byField[number].map { (plan.fields[number].field, $0.reduce(0) { $0 + $1.count }) }
        }
    }

    /// What was found, in the order of the fields in the schema.
    mutating func findings(_ places: [Digest: [FoundPlace]]) -> [CodelistFinding] {
        unlisted.finish()
        var findings: [CodelistFinding] = []
        let byField = Dictionary(grouping: unlisted.entries) { $0.value.value.field }
        for (number, field) in plan.fields.enumerated() {
            guard let entries = byField[number] else { continue }
            let values = entries.map { tag, entry in CodeValue(value: entry.value.value, count: entry.count, places: places[tag] ?? [], suggestion: field.suggestion(for: entry.value.value)) }
            findings.append(CodelistFinding(field: field.field, codelist: field.codelist, isOpen: field.isOpen, values: values.sorted(by: CodeValues.precedes)))
        }
        return findings
    }

    private static func precedes(_ a: CodeValue, _ b: CodeValue) -> Bool {
        if a.count != b.count { return a.count > b.count }
        if a.value.content != b.value.content { return a.value.content < b.value.content }
        // A number and a text that look alike, or long texts that begin alike.
        return FoundPlace.precede(a.places, b.places)
    }
}

/// Which fields take codes, from which lists.
struct CodePlan: Sendable {
    let fields: [CodeValues.CodeField]
    /// By number of the node: a position in `fields`, or -1.
    let fieldOfNode: [Int32]

    init(_ standard: Standard, _ fields: inout SurveyFields) {
        var found: [CodeValues.CodeField] = []
        var numbers = [Int32](repeating: -1, count: standard.schema.nodeCount)
        for node in standard.fields.all {
            guard let file = node.annotations["codelist"]?.string else { continue }
            let name = Codelist.name(ofFile: file)
            // Where the keyword stands at a list, its items are the codes; a code alone in place of the list is one too.
            for holder in [node, node.items].compactMap(\.self) {
                numbers[Int(holder.number)] = Int32(found.count)
                fields.take(holder, fromCodelist: name)
            }
            found.append(CodeValues.CodeField(field: node.field, codelist: name, isOpen: node.annotations["openCodelist"]?.boolean ?? true))
        }
        self.fields = found
        fieldOfNode = numbers
    }
}
