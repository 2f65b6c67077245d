/// A field as the schema describes it: one path of the data, `$ref` followed. For listing what a schema holds.
public struct FieldNode: Sendable, Equatable {
    let program: Program
    let index: Node.Index

    public static func == (a: FieldNode, b: FieldNode) -> Bool {
        a.program === b.program && a.index == b.index
    }

    /// Its number in the outline of a piece; from 0 to below `CompiledSchema.nodeCount`.
    package var number: Int32 { index }
    /// The number of values that no schema describes.
    package static let undescribed: Int32 = Node.anything

    /// The names that lead here from the root; array items add none.
    public var field: [String] { program.origins[Int(index)].field }
    /// The schema that describes the value.
    public var location: SchemaLocation { program.origins[Int(index)].location }
    /// The place that names the field: the same, or the `$ref` that leads to `location`.
    public var site: SchemaLocation { program.origins[Int(index)].site }
    /// Values of the keywords that `CompiledSchema.init(annotations:)` asked for.
    public var annotations: [String: JSONValue] { program.origins[Int(index)].annotations }
    /// The names of the types that the value may have.
    public var types: [String] { JSONTypes(rawValue: program.nodes[Int(index)].types).names }
    /// The name of the format of its text.
    public var format: String? { Format(rawValue: program.nodes[Int(index)].format)?.name }

    /// The members of an object, in the schema's order.
    public var members: [(name: String, node: FieldNode)] {
        program.origins[Int(index)].members.map { ($0.name, FieldNode(program: program, index: $0.node)) }
    }

    /// The schema of an array's items.
    public var items: FieldNode? {
        let items = program.origins[Int(index)].items
        return items == Node.anything ? nil : FieldNode(program: program, index: items)
    }

    public func member(_ name: String) -> FieldNode? {
        program.origins[Int(index)].members.first { $0.name == name }.map { FieldNode(program: program, index: $0.node) }
    }

    /// Names of the members that must be there.
    public var required: [String] {
        sites.filter { $0.keyword == .required }.compactMap(\.property)
    }

    /// The keywords that the value must fulfil, and what they ask for.
    public var constraints: [(keyword: Keyword, expectation: Expectation)] {
        sites.filter { $0.keyword != .required && $0.keyword != .dependencies }.map { ($0.keyword, $0.expectation) }
    }

    private var sites: ArraySlice<Program.Site> {
        program.sites[Int(program.firstSite[Int(index)]) ..< Int(program.firstSite[Int(index) + 1])]
    }

    /// Nothing about the value keeps it from being walked member by member or item by item.
    package var canBeStreamed: Bool {
        let node = program.nodes[Int(index)]
        return node.extra < 0 && node.valueMask == 0 && node.additional != Node.nothing && node.flags.isDisjoint(with: [.members, .tuple])
    }
}

extension CompiledSchema {
    /// The schema's root.
    public var root: FieldNode { FieldNode(program: program, index: rootNode) }

    /// Of all fields and what stands for data that no schema describes.
    package var nodeCount: Int { program.nodeCount }

    /// All nodes, in the order of their numbers.
    package var allNodes: [FieldNode] { (0 ..< program.nodeCount).map { FieldNode(program: program, index: Int32($0)) } }

    /// How many sites violations are counted by.
    package var siteCount: Int { program.sites.count }

    /// What can go wrong at a site, for those who count by site.
    package var sites: [SiteDescription] {
        program.sites.map { site in
            let origin = program.origins[Int(site.node)]
            return SiteDescription(keyword: site.keyword, field: origin.field, property: site.property, expectation: site.expectation,
                                   location: program.location(of: site), annotations: origin.annotations)
        }
    }
}

/// One thing that can be wrong with a value at one field.
package struct SiteDescription: Sendable {
    package var keyword: Keyword
    package var field: [String]
    package var property: String?
    package var expectation: Expectation
    package var location: SchemaLocation
    package var annotations: [String: JSONValue]
}
