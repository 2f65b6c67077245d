/// What is wrong with a schema itself, and where.
public struct SchemaError: Error, Sendable, Equatable {
    public enum Code: Sendable, Equatable {
        /// The document is no JSON.
        case unreadable(ReadingError)
        /// A keyword's value is not what draft-04 wants: `expected` in its own words (`non-negative integer`, `array of schemas`, …).
        case wrongKeyword(String, expected: String)
        /// A `$ref` to a document that was not given, or to a place that does not exist.
        case unresolvedReference(String)
        /// A schema that applies itself to the same value, over and over.
        case circularReference(String)
        /// A `pattern` that is no ECMA-262 regular expression; `offset` counts characters of the pattern.
        case invalidPattern(String, offset: Int)
        /// More places, names in one object, or schemas inside one another than `Compiler` allows.
        case tooLarge
    }

    public var code: Code
    public var location: SchemaLocation
    /// Line and column in the document.
    public var position: Position?
}
