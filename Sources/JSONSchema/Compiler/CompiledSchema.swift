/// A JSON Schema (draft-04), compiled once and then used for any number of documents, from any number of threads.
///
/// ```swift
/// let schema = try CompiledSchema(schemaBytes)
/// for violation in try schema.validate(documentBytes) {
///     print(violation.pointer, violation.keyword, violation.position.line)
/// }
/// ```
///
/// All keywords of draft-04 are checked, `format` included (date-time, uri, email, hostname, ipv4, ipv6; others accept everything).
/// Numbers are compared exactly, whatever their size. `$ref`s to other documents are resolved among those given; nothing is ever fetched.
public struct CompiledSchema: Sendable {
    /// Another schema document that `$ref`s may name.
    public struct Document: Sendable {
        public var uri: String
        public var bytes: [UInt8]

        public init(uri: String, bytes: [UInt8]) {
            self.uri = uri
            self.bytes = bytes
        }
    }

    let program: Program
    let rootNode: Node.Index

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - bytes: the schema document, JSON.
    ///   - uri: where it was found, for relative references; its own `id` counts before that.
    ///   - documents: the other documents it may refer to.
    ///   - annotations: keywords that draft-04 does not know and whose values are to be kept for `FieldNode.annotations`.
    /// - Throws: what is wrong with the schema, with its place.
    public init(_ bytes: some Sequence<UInt8>, uri: String = "", documents: [Document] = [], annotations: Set<String> = []) throws(SchemaError) {
        try self.init(PaddedBytes(bytes), uri: uri, documents: documents.map { ($0.uri, PaddedBytes($0.bytes)) }, annotations: annotations)
    }

    /// The same for texts that have what the reader needs behind them.
    package init(_ text: PaddedBytes, uri: String, documents: [(uri: String, text: PaddedBytes)], annotations: Set<String>) throws(SchemaError) {
        // Schemas may be nested as deeply as any JSON: reading them needs as much of a stack as compiling them.
        (program, rootNode) = try Workers.withLargeStack { () throws(SchemaError) in
            var known = SchemaDocuments()
            try known.add(text, uri: uri)
            for document in documents { try known.add(document.text, uri: document.uri) }
            var compiler = Compiler(documents: known, annotations: annotations)
            let root = known.root(of: 0, base: uri)
            let node = try compiler.compile(root, Compiler.Context(field: [], site: root))
            return (Program(compiler.parts), node)
        }
    }

    /// Checks a whole document in memory.
    ///
    /// - Returns: the violations in the order of their places; empty when the document fits the schema.
    /// - Throws: why the bytes are no JSON.
    public func validate(_ bytes: some Sequence<UInt8>, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> [Violation] {
        let text = PaddedBytes(bytes)
        guard limits.depth > ReadingLimits().depth else { return try program.validate(text, from: rootNode, limits: limits) }
        return try Workers.withLargeStack { [program, rootNode] () throws(ReadingError) in try program.validate(text, from: rootNode, limits: limits) }
    }
}

/// Something in a document that does not fit its schema.
public struct Violation: Sendable, Hashable {
    public var keyword: Keyword
    /// The value that does not fit; for `required` and `dependencies` the object that lacks `property`.
    public var pointer: JSONPointer
    public var property: String?
    /// Of the value's first byte.
    public var position: Position
    public var offset: Int
    /// The keyword in the schema, `$ref` followed.
    public var schemaLocation: SchemaLocation
    /// What the keyword asks for.
    public var expectation: Expectation
    public var excerpt: Excerpt?
}
