import JSONSchema
import Testing

/// A schema from its text.
func schema(_ text: String, documents: [String: String] = [:]) throws -> CompiledSchema {
    let others = documents.map { CompiledSchema.Document(uri: $0.key, bytes: Array($0.value.utf8)) }
    return try CompiledSchema(text.utf8, documents: others)
}

extension CompiledSchema {
    /// What is wrong with a document, each as `keyword pointer`, with the property where there is one: `required /a (b)`.
    func check(_ document: String) throws -> [String] {
        try validate(document.utf8).map { violation in
            "\(violation.keyword.rawValue) \(violation.pointer)" + (violation.property.map { " (\($0))" } ?? "")
        }
    }
}

/// What is wrong with a document under a schema.
func check(_ schemaText: String, _ document: String) throws -> [String] {
    try schema(schemaText).check(document)
}

/// Why a text is no JSON; nil when it is.
func readingError(_ bytes: some Sequence<UInt8>, limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
    do {
        _ = try anything.validate(bytes, limits: limits)
        return nil
    } catch let error as ReadingError {
        return error
    } catch {
        Issue.record(error)
        return nil
    }
}

/// `{}`
var anything: CompiledSchema {
    get throws { try CompiledSchema("{}".utf8) }
}
