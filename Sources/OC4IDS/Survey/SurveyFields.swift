import JSONSchema

/// A set of fields whose values a check asks for.
struct ValueGroup: Sendable, Hashable {
    fileprivate(set) var number: Int
}

/// The name of a member that a check asks for.
struct MemberName: Sendable, Hashable {
    fileprivate(set) var number: Int32
}

/// Where checks say, before any data is read, which fields they will ask for. A field that the schema does not have is a group without
/// values, so that checks need not care which version of the standard is used.
struct SurveyFields {
    private let schema: CompiledSchema
    private let project: FieldNode
    private let fields: SchemaFields
    private var groups: [Set<Int32>] = []
    private var known: [String: ValueGroup] = [:]
    private var names: [String: Int32] = [:]
    private var codelists: [String] = []
    private var codelistOfNode: [Int32: Int] = [:]

    init(_ standard: Standard) {
        schema = standard.schema
        project = standard.project
        fields = standard.fields
    }

    /// All fields of the schema, by number.
    var nodes: [FieldNode] { fields.all }

    /// The values of one field of a project, as in `budget/amount`; of a list the list itself.
    mutating func field(_ path: String) -> ValueGroup {
        known["field \(path)"] ?? group("field \(path)", [node(path)].compactMap(\.self))
    }

    /// The items of one list of a project, as in `parties` or `contractingProcesses/summary/suppliers`.
    mutating func items(_ path: String) -> ValueGroup {
        known["items \(path)"] ?? group("items \(path)", [node(path)?.items].compactMap(\.self))
    }

    /// All objects that the schema describes by one of its definitions, as in `Period`.
    mutating func objects(_ definition: String) -> ValueGroup {
        group("objects \(definition)", described(by: definition))
    }

    /// All values at fields that meet a condition.
    ///
    /// - Parameter key: says what they are; the same key gives the same group.
    mutating func values(_ key: String, where isMeant: (FieldNode) -> Bool) -> ValueGroup {
        known["values \(key)"] ?? group("values \(key)", nodes.filter(isMeant))
    }

    /// The same for fields of some name, which are few.
    mutating func values(_ key: String, named names: String..., where isMeant: (FieldNode) -> Bool = { _ in true }) -> ValueGroup {
        known["values \(key)"] ?? group("values \(key)", names.flatMap { fields.byName[$0] ?? [] }.filter(isMeant))
    }

    /// The fields that the schema describes by one of its definitions.
    func described(by definition: String) -> [FieldNode] { fields.byDefinition[definition] ?? [] }

    mutating func name(_ name: String) -> MemberName {
        if let number = names[name] { return MemberName(number: number) }
        let number = Int32(names.count)
        names[name] = number
        return MemberName(number: number)
    }

    /// The scalars at a field are to be codes of a bundled list.
    mutating func take(_ node: FieldNode, fromCodelist name: String) {
        let number = codelists.firstIndex(of: name) ?? codelists.count
        if number == codelists.count { codelists.append(name) }
        codelistOfNode[node.number] = number
    }

    /// The node of a field, names joined by slashes: of a list its own, not its items'.
    private func node(_ path: String) -> FieldNode? {
        path.split(separator: "/").reduce(Optional(project)) { $0?.member(named: String($1)) }
    }

    private mutating func group(_ key: String, _ nodes: [FieldNode]) -> ValueGroup {
        if let group = known[key] { return group }
        let group = ValueGroup(number: groups.count)
        groups.append(Set(nodes.map(\.number)))
        known[key] = group
        return group
    }

    /// What the walk has to know of it all.
    var plan: OutlinePlan {
        OutlinePlan(schema, groups: groups, names: names, sets: codelists.map { Codelist.fingerprints[$0] ?? FingerprintSet([]) }, setOfNode: codelistOfNode)
    }
}
