public import JSONSchema

/// A field that the schema does not have, where it names fields: the outermost one only, not what lies in it.
public struct AdditionalField: Sendable {
    /// Names from the root, without array positions; begins with `projects` for what lies in a project.
    public var field: [String]
    public var count: Int
    /// The first ones, in document order.
    public var places: [FoundPlace]
    /// The field of the same object that was probably meant; nil where none is near.
    public internal(set) var suggestion: String?

    /// What stands there, each value once: scalars only.
    public var examples: [Excerpt] {
        var met: Set<Excerpt> = []
        return places.compactMap(\.value).filter { met.insert($0).inserted }.prefix(AdditionalField.mostExamples).map(\.self)
    }

    private static let mostExamples = 3
}

/// Counts the fields that the schema does not have.
struct AdditionalFields: Sendable {
    struct Name: Sendable {
        /// Of the object that has it.
        var node: Int32
        var name: String
    }

    private(set) var fields: DistinctValues<Name>

    init(examples: Int) {
        fields = DistinctValues(examples: examples)
    }

    mutating func look(_ outline: Outline, _ index: OutlineIndex, _ wanted: inout PlaceRequests) {
        for number in index.additional {
            let key = outline[Int(number)]
            count(key.fingerprint, in: key.nodeOfObject, name: { Outline.shownName(key.text) }, offset: key.offset, &wanted)
        }
    }

    /// - Parameter offset: of the key, or of its value where that is a piece of its own.
    mutating func count(_ key: UInt64, in node: Int32, name: () -> String, offset: Int, _ wanted: inout PlaceRequests) {
        let tag = Digest(low: key, high: 0).joined(Digest(low: UInt64(UInt32(bitPattern: node)), high: 2))
        if fields.count(tag, Name(node: node, name: name())) { wanted.ask(tag, offset: offset) }
    }

    mutating func merge(_ later: AdditionalFields) { fields.merge(later.fields) }

    /// - Parameter nodes: so many the schema has.
    mutating func code(_ coder: inout PartCoder, nodes: Int) {
        fields.code(&coder, new: Name(node: 0, name: "")) { coder, name in
            var node = Int(name.node)
            coder.count(&node, most: nodes - 1)
            name.node = Int32(node)
            coder.text(&name.name)
        }
    }

    func fresh() -> AdditionalFields {
        var fresh = self
        fresh.fields = fields.fresh()
        return fresh
    }

    /// The most frequent first.
    mutating func findings(_ places: [Digest: [FoundPlace]], _ standard: Standard, _ known: KnownFields) -> [AdditionalField] {
        fields.finish()
        let nodes = standard.fields.all
        // Many names may stand in one object: its own fields are made ready once.
        var candidates: [Int32: Suggestion.Fields] = [:]
        let found = fields.entries.map { tag, entry in
            let object = nodes[Int(entry.value.node)].field
            let own = candidates[entry.value.node] ?? Suggestion.Fields(known.members(object))
            candidates[entry.value.node] = own
            return AdditionalField(field: object + [entry.value.name], count: entry.count, places: places[tag] ?? [], suggestion: own.meant(by: entry.value.name))
        }
        // There may be thousands: most are told apart by their numbers, without a look at the fields themselves.
        let counts = found.map(\.count)
        return counts.indices.sorted { a, b in
            counts[a] != counts[b] ? counts[a] > counts[b] : AdditionalFields.precedes(found[a], found[b])
        }.map { found[$0] }
    }

    /// The order of fields that stand equally often.
    private static func precedes(_ a: AdditionalField, _ b: AdditionalField) -> Bool {
        if a.field != b.field { return a.field.lexicographicallyPrecedes(b.field) }
        // An object in place of a list has the same names as the list's items.
        return FoundPlace.precede(a.places, b.places)
    }
}
