/// Turns schema documents into a `Program`.
///
/// Every `$ref` is followed and its target compiled anew for each place that refers to it, so that a node stands for one path of the data
/// and whatever is counted at it needs no path of its own. Schemas that contain themselves come back to the node they are
/// inside of; past `freelyExpanded` nodes each schema is compiled once and shared.
struct Compiler {
    let documents: SchemaDocuments
    let annotations: Set<String>
    var parts = ProgramParts()

    /// What is known of a schema that has been met: a definition is asked for by many places.
    private struct MetSchema {
        /// What was made of its own keywords.
        var draft: NodeDraft?
        /// Its node while it is being compiled: where recursion comes back to.
        var open: Node.Index?
        /// What was compiled before, used once there are many nodes.
        var known: Node.Index?
    }

    private var met: [MetSchema] = []
    private var numbers: [SchemaDocuments.Place: Int] = [:]
    /// Schemas being compiled at the moment.
    private var openCount = 0
    /// Tables of `enum`s by the place of the schema: the same list of currencies stands at dozens of places of the data.
    var enumTables: [SchemaDocuments.Place: EnumTable] = [:]
    /// Where `$ref`s lead, by reference and base.
    private var targets: [Reference: SchemaDocuments.Place] = [:]

    private struct Reference: Hashable {
        var text: String
        var base: String
    }

    /// Room made at once.
    private static let usualNodes = 1_000
    static let freelyExpanded = 20_000
    static let mostNodes = 1_000_000
    /// Names in one object: entries are numbered in 16 bits.
    static let mostNames = 60_000
    /// Schemas inside one another, `$ref`s followed: each takes some of the thread's stack.
    static let mostOpen = 2_000

    init(documents: SchemaDocuments, annotations: Set<String>) {
        self.documents = documents
        self.annotations = annotations
        parts.reserve(Compiler.usualNodes)
        met.reserveCapacity(Compiler.usualNodes / 2)
        numbers.reserveCapacity(Compiler.usualNodes / 2)
        // Node 0 accepts anything; slot 0 is the table of nodes without members.
        parts.nodes = [Node()]
        parts.slots = [0]
        parts.origins = [Program.Origin(location: SchemaLocation(document: "", pointer: JSONPointer()),
                                        site: SchemaLocation(document: "", pointer: JSONPointer()), field: [], annotations: [:])]
        parts.nodeSites = [[]]
    }

    /// Where in the data and in the schema a node is being made.
    struct Context {
        var field: [String]
        /// The place that names the schema, before any `$ref` was followed.
        var site: SchemaDocuments.Place
        /// Schemas that apply to the same value: one that comes back to itself here would never end.
        var sameValue: [SchemaDocuments.Place] = []
    }

    /// Compiles the schema at a place and gives its node.
    mutating func compile(_ start: SchemaDocuments.Place, _ context: Context) throws(SchemaError) -> Node.Index {
        var context = context
        let (place, schema) = try follow(start, &context)
        let number = number(of: place)
        if let node = met[number].open { return node }
        if parts.nodes.count > Compiler.freelyExpanded, let node = met[number].known { return node }
        guard parts.nodes.count < Compiler.mostNodes, openCount < Compiler.mostOpen else { throw error(.tooLarge, place) }

        var draft = try ownKeywords(number, place, schema)
        let index = Node.Index(parts.nodes.count)
        parts.nodes.append(Node())
        parts.nodeSites.append([])
        parts.origins.append(Program.Origin(location: documents.location(place), site: documents.location(context.site), field: context.field,
                                            annotations: draft.annotations))
        met[number].open = index
        openCount += 1
        if index > Compiler.freelyExpanded { met[number].known = index }
        defer {
            met[number].open = nil
            openCount -= 1
        }

        try compileMembers(&draft, index, context)
        try compileItems(&draft, index, context)
        try compileCombinations(&draft, context)
        finish(draft, index)
        return index
    }

    /// The position in `met`.
    private mutating func number(of place: SchemaDocuments.Place) -> Int {
        if let number = numbers[place] { return number }
        numbers[place] = met.count
        met.append(MetSchema())
        return met.count - 1
    }

    /// What a schema says for itself, without the schemas inside it.
    private mutating func ownKeywords(_ number: Int, _ place: SchemaDocuments.Place, _ schema: JSONValue) throws(SchemaError) -> NodeDraft {
        if let draft = met[number].draft { return draft }
        var draft = NodeDraft(place: place, schema: schema)
        draft.annotations = annotations(of: schema)
        try compileValueKeywords(&draft)
        try compileObjectKeywords(&draft)
        try compileArrayKeywords(&draft)
        // What is seldom asked is an object that the node's further keywords go into.
        if draft.extra == nil { met[number].draft = draft }
        return draft
    }

    /// Goes along `$ref`s to a schema that is one, remembering those passed.
    private mutating func follow(_ start: SchemaDocuments.Place, _ context: inout Context) throws(SchemaError) -> (SchemaDocuments.Place, JSONValue) {
        var place = start
        while true {
            guard let schema = place.value, schema.members != nil else {
                throw error(.wrongKeyword(place.pointer.tokens.last ?? "", expected: .schema), place)
            }
            let keyword = schema["$ref"]
            guard let reference = keyword?.string else {
                if keyword != nil { throw error(.wrongKeyword("$ref", expected: .reference), place.appending("$ref")) }
                place = documents.entering(place, schema)
                guard !context.sameValue.contains(place) else { throw error(.circularReference(place.pointer.description), place) }
                context.sameValue.append(place)
                return (place, schema)
            }
            guard !context.sameValue.contains(place) else { throw error(.circularReference(reference), place) }
            context.sameValue.append(place)
            let key = Reference(text: reference, base: place.base)
            if let target = targets[key] {
                place = target
                continue
            }
            guard let target = documents.resolve(reference, in: place) else {
                throw error(.unresolvedReference(reference), place.appending("$ref"))
            }
            targets[key] = target
            place = target
        }
    }

    private func annotations(of schema: JSONValue) -> [String: JSONValue] {
        var found: [String: JSONValue] = [:]
        for name in annotations {
            if let value = schema[name] { found[name] = value }
        }
        return found
    }

    func error(_ code: SchemaError.Code, _ place: SchemaDocuments.Place) -> SchemaError {
        SchemaError(code: code, location: documents.location(place), position: documents.position(place))
    }

    /// A child schema for another value: a member or an item.
    mutating func child(_ place: SchemaDocuments.Place, _ field: [String]) throws(SchemaError) -> Node.Index {
        try compile(place, Context(field: field, site: place))
    }

    private mutating func finish(_ draft: NodeDraft, _ index: Node.Index) {
        var node = draft.node
        if let extra = draft.extra {
            node.extra = Int32(parts.extras.count)
            parts.extras.append(extra)
        }
        if node.types & JSONTypes.string.rawValue == 0 || node.shortest > 0 || node.flags.contains(.text) { node.flags.remove(.anyText) }
        parts.nodes[Int(index)] = node
        parts.nodeSites[Int(index)] = draft.sites
    }
}

/// A node while its schema's keywords are compiled.
struct NodeDraft {
    let place: SchemaDocuments.Place
    let schema: JSONValue
    var annotations: [String: JSONValue] = [:]
    var node = Node()
    var extra: Program.Extra?
    var sites: [Program.Site] = []
    /// The names it knows, those of `properties` first, and an entry for each whose child is still open.
    var names: [String] = []
    var entries: [Entry] = []
    /// Where the schemas of `properties` stand, parallel to the first of `names`.
    var declared: [SchemaDocuments.Place] = []
    /// Where the schema of all items stands.
    var items: SchemaDocuments.Place?

    init(place: SchemaDocuments.Place, schema: JSONValue) {
        self.place = place
        self.schema = schema
    }

    /// The seldom asked parts, made when first needed.
    mutating func withExtra(_ change: (Program.Extra) -> Void) {
        let extra = self.extra ?? Program.Extra()
        change(extra)
        self.extra = extra
    }

    mutating func addSite(_ keyword: Keyword, _ expectation: Expectation = .none, ordinal: Int? = nil, property: String? = nil) {
        sites.append(Program.Site(keyword: keyword, node: Node.anything, ordinal: ordinal, property: property, expectation: expectation))
    }
}
