import JSONSchema

/// The fields of a schema, as checks ask for them. Made with the standard, while the arguments are still being read.
struct SchemaFields: Sendable {
    /// By number.
    let all: [FieldNode]
    private(set) var byDefinition: [String: [FieldNode]] = [:]
    /// By the last of the names that lead to them.
    private(set) var byName: [String: [FieldNode]] = [:]

    init(_ schema: CompiledSchema) {
        all = schema.allNodes
        for node in all {
            if let name = node.field.last { byName[name, default: []].append(node) }
            if let definition = node.definition { byDefinition[definition, default: []].append(node) }
        }
    }
}

extension FieldNode {
    /// The name of the definition that describes the value, as in `#/definitions/Period`; nil for what is described in place.
    var definition: String? {
        let tokens = location.pointer.tokens
        return tokens.count == 2 && tokens[0] == "definitions" ? tokens[1] : nil
    }
}
