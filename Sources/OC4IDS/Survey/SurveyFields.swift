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
    private let project: [String]
    /// All fields of the schema, by number.
    let nodes: [FieldNode]
    private var groups: [Set<Int32>] = []
    private var known: [String: ValueGroup] = [:]
    private var names: [String: Int32] = [:]

    init(_ standard: Standard) {
        schema = standard.schema
        project = standard.project.field
        nodes = standard.schema.allNodes
    }

    /// The values of one field of a project, as in `budget/amount`; of a list the list itself.
    mutating func field(_ path: String) -> ValueGroup {
        group("field \(path)") { [own = own(path)] nodes in nodes.first { $0.field == own }.map { [$0] } ?? [] }
    }

    /// The items of one list of a project, as in `parties` or `contractingProcesses/summary/suppliers`.
    mutating func items(_ path: String) -> ValueGroup {
        group("items \(path)") { [own = own(path)] nodes in nodes.first { $0.field == own }?.items.map { [$0] } ?? [] }
    }

    /// All objects that the schema describes by one of its definitions, as in `Period`.
    mutating func objects(_ definition: String) -> ValueGroup {
        group("objects \(definition)") { nodes in nodes.filter { $0.definition == definition } }
    }

    /// All values at fields that meet a condition.
    ///
    /// - Parameter key: says what they are; the same key gives the same group.
    mutating func values(_ key: String, where isMeant: (FieldNode) -> Bool) -> ValueGroup {
        group("values \(key)") { $0.filter(isMeant) }
    }

    mutating func name(_ name: String) -> MemberName {
        if let number = names[name] { return MemberName(number: number) }
        let number = Int32(names.count)
        names[name] = number
        return MemberName(number: number)
    }

    private func own(_ path: String) -> [String] {
        project + path.split(separator: "/").map(String.init)
    }

    private mutating func group(_ key: String, _ find: ([FieldNode]) -> [FieldNode]) -> ValueGroup {
        if let group = known[key] { return group }
        let group = ValueGroup(number: groups.count)
        groups.append(Set(find(nodes).map(\.number)))
        known[key] = group
        return group
    }

    /// What the walk has to know of it all.
    var plan: OutlinePlan { OutlinePlan(schema, groups: groups, names: names) }
}

extension FieldNode {
    /// The name of the definition that describes the value, as in `#/definitions/Period`; nil for what is described in place.
    var definition: String? {
        let tokens = location.pointer.tokens
        return tokens.count == 2 && tokens[0] == "definitions" ? tokens[1] : nil
    }
}
