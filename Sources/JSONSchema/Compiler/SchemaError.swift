/// What is wrong with a schema itself, and where.
public struct SchemaError: Error, Sendable, Equatable {
    public enum Code: Sendable, Equatable {
        /// The document is no JSON.
        case unreadable(ReadingError)
        /// A keyword's value is not what draft-04 wants.
        case wrongKeyword(String, expected: Shape)
        /// A `$ref` to a document that was not given, or to a place that does not exist.
        case unresolvedReference(String)
        /// A schema that applies itself to the same value, over and over.
        case circularReference(String)
        /// A `pattern` that is no ECMA-262 regular expression; `offset` counts characters of the pattern.
        case invalidPattern(String, offset: Int)
        /// More places, names in one object, or schemas inside one another than `Compiler` allows.
        case tooLarge
    }

    /// What draft-04 wants a keyword's value to be (validation, section 5; core, sections 6 and 7).
    public enum Shape: Sendable, Hashable {
        case text, number, boolean, pattern
        /// Above 0.
        case positiveNumber
        /// A whole number from 0 on.
        case count
        case schema
        /// An object whose members are schemas.
        case schemaMap
        /// An array of schemas, at least one.
        case schemas
        /// A schema, or an array of schemas, at least one.
        case itemSchemas
        case booleanOrSchema
        /// The address of a schema.
        case reference
        /// The name of one of JSON's types.
        case type
        /// One such name, or an array of them.
        case types
        /// An array of names, at least one, or of values.
        case names, values
        /// An array in which nothing stands twice.
        case differentNames, differentValues
        /// It stands without the keyword that it says something of.
        case beside(Keyword)
    }

    public var code: Code
    public var location: SchemaLocation
    /// Line and column in the document.
    public var position: Position?
}
