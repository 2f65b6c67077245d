/// A compiled schema: flat arrays of plain values that the walk reads through pointers, and beside them what only people ask for.
///
/// Built once by `Compiler`, immutable from then on, shared by all threads.
final class Program: @unchecked Sendable {
    // Sendable although it holds pointers: nothing writes to the memory after `init`, and `deinit` runs when no one holds it.
    let nodes: UnsafePointer<Node>
    let entries: UnsafePointer<Entry>
    /// For each node with members an open-addressing table: 0 is empty, else the entry's ordinal plus one.
    let slots: UnsafePointer<UInt16>
    /// The values of all `enum`s; a slot with two zeros is empty.
    let values: UnsafePointer<Digest>
    let nodeCount: Int
    let entryCount: Int

    let extras: [Extra]
    /// Parallel to `nodes`: where each stands in the schema documents.
    let origins: [Origin]
    /// What can go wrong, one per node, keyword and (for `required`) property; `firstSite[node]..<firstSite[node + 1]` are a node's.
    let sites: [Site]
    let firstSite: [Int32]
    /// Names of all entries, parallel to `entries`.
    let names: [String]

    /// Seldom asked parts of a node. A class, so that looking at one costs no copies.
    final class Extra: @unchecked Sendable {
        // Sendable although its fields can be set: only the compiler does, before the program is shared.
        var minimum: Bound?
        var maximum: Bound?
        var multipleOf: JSONDecimal?
        var minLength: Int?
        var maxLength: Int?
        var pattern: Pattern?
        var allOf: [Node.Index] = []
        var anyOf: [Node.Index] = []
        var oneOf: [Node.Index] = []
        var not: Node.Index?
        var tuple: [Node.Index] = []
        var additionalItems: Node.Index = Node.anything
        var patternProperties: [(pattern: Pattern, node: Node.Index)] = []
        var dependencies: [Dependency] = []
        /// All required names, where there are more names than `Node.required` has bits.
        var required: [(name: Digest, ordinal: Int)] = []

        /// Some of it applies further schemas to the same value.
        var combines: Bool {
            !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty || not != nil || !dependencies.isEmpty
        }
    }

    struct Bound: Sendable {
        var value: JSONDecimal
        var isExclusive: Bool
    }

    struct Dependency: Sendable {
        var trigger: Digest
        /// The names that must be there when the trigger is, with the ordinals of their sites.
        var names: [(name: Digest, ordinal: Int)]
        var schema: Node.Index?
    }

    /// Where a node comes from.
    struct Origin: Sendable {
        /// The schema object: URI of the document and pointer in it, `$ref` followed.
        var location: SchemaLocation
        /// The place that names it: the same, or the `$ref` that led there.
        var site: SchemaLocation
        /// The names of members from the program's root; array items add none.
        var field: [String]
        /// Keywords that the caller asked to keep (`CompiledSchema.Options.annotations`).
        var annotations: [String: JSONValue]
        /// What the walk reaches from here, for those who list fields.
        var members: [(name: String, node: Node.Index)] = []
        var items: Node.Index = Node.anything
    }

    /// One thing that can be wrong with a value at one node.
    struct Site: Sendable {
        var keyword: Keyword
        var node: Node.Index
        /// For `required` the position of the missing member among the node's entries, for `dependencies` that of the site among the node's.
        var ordinal: Int?
        /// The missing member's name.
        var property: String?
        /// What the schema asks for, for messages: the types, the limit, the allowed values, the format's name.
        var expectation: Expectation
    }

    /// What tells a node's sites apart, small and plain: an input may be full of errors.
    private struct SiteKey: Equatable {
        var keyword: Keyword
        var ordinal: Int32

        init(_ keyword: Keyword, _ ordinal: Int?) {
            self.keyword = keyword
            self.ordinal = Int32(truncatingIfNeeded: ordinal ?? -1)
        }
    }

    private let siteKeys: [SiteKey]

    init(_ parts: consuming ProgramParts) {
        nodes = UnsafePointer(planned: parts.nodes)
        entries = UnsafePointer(planned: parts.entries)
        slots = UnsafePointer(planned: parts.slots)
        values = UnsafePointer(planned: parts.values)
        nodeCount = parts.nodes.count
        entryCount = parts.entries.count
        extras = parts.extras
        origins = parts.origins
        var first: [Int32] = []
        var all: [Site] = []
        all.reserveCapacity(parts.nodeSites.reduce(0) { $0 + $1.count })
        first.reserveCapacity(parts.nodes.count + 1)
        for (node, own) in parts.nodeSites.enumerated() {
            first.append(Int32(all.count))
            for var site in own {
                site.node = Node.Index(node)
                all.append(site)
            }
        }
        first.append(Int32(all.count))
        sites = all
        firstSite = first
        siteKeys = all.map { SiteKey($0.keyword, $0.ordinal) }
        names = parts.names
    }

    deinit {
        nodes.deallocatePlan()
        entries.deallocatePlan()
        slots.deallocatePlan()
        values.deallocatePlan()
    }

    /// Cold: which site a report belongs to.
    func site(_ keyword: Keyword, node: Node.Index, ordinal: Int? = nil) -> Int {
        let wanted = SiteKey(keyword, ordinal)
        var site = Int(firstSite[Int(node)])
        let end = Int(firstSite[Int(node) + 1])
        while site < end, siteKeys[site] != wanted { site += 1 }
        return site < end ? site : 0
    }
}

/// The arrays that `Compiler` fills before they become a `Program`.
struct ProgramParts {
    var nodes: [Node] = []
    var entries: [Entry] = []
    var slots: [UInt16] = []
    var values: [Digest] = []
    var extras: [Program.Extra] = []
    var origins: [Program.Origin] = []
    /// Parallel to `nodes`; which one is theirs, sites do not say yet.
    var nodeSites: [[Program.Site]] = []
    var names: [String] = []

    mutating func reserve(_ nodes: Int) {
        self.nodes.reserveCapacity(nodes)
        entries.reserveCapacity(nodes)
        origins.reserveCapacity(nodes)
        nodeSites.reserveCapacity(nodes)
        names.reserveCapacity(nodes)
    }
}

/// A schema document and a place in it, as in `http://example.org/a.json#/definitions/b`.
public struct SchemaLocation: Hashable, Sendable, CustomStringConvertible {
    /// The URI that the document is registered under; empty for one without `id`.
    public var document: String
    public var pointer: JSONPointer

    public var description: String { "\(document)#\(pointer)" }
}

/// Draft-04's keywords that a value can violate (validation, section 5).
public enum Keyword: String, Sendable, CaseIterable {
    case type, `enum`, allOf, anyOf, oneOf, not
    case multipleOf, maximum, minimum
    case maxLength, minLength, pattern, format
    case additionalItems, maxItems, minItems, uniqueItems
    case maxProperties, minProperties, required, additionalProperties, dependencies
}

/// What a keyword asks for, as its schema says it.
public enum Expectation: Sendable, Hashable {
    case none
    case types([String])
    case values([String])
    case limit(Int)
    case number(String)
    case text(String)
}
