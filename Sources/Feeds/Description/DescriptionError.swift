/// What is wrong with a description of feeds, and where.
package struct DescriptionError: Error, Sendable, Equatable {
    package var file: String
    /// From 1; nil where it is the file as a whole.
    package var line: Int?
    package var column: Int?
    package var reason: Reason

    package init(file: String, line: Int? = nil, column: Int? = nil, reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    package enum Reason: Sendable, Equatable {
        /// The system's words.
        case unreadable(String)
        case tooLarge(limit: Int)
        /// The YAML library's words.
        case notYAML(String)
        case notUTF8
        /// The file is not a list under `feeds`.
        case notFeeds
        case unknownKey(String, known: [String])
        case missingKey(String)
        case wrongType(key: String, expected: ValueType)
        case unknownValue(key: String, value: String, known: [String])
        case outOfRange(key: String, least: Int, most: Int)
        case invalidID(String)
        case repeatedID(String, firstLine: Int)
        case invalidAddress(key: String, value: String)
        case unknownPlaceholder(String, known: [String])
        case invalidCountry(String)
        case invalidMonth(key: String, value: String)
        case invalidHeader(String)
        /// Headers that the transfer itself decides.
        case ownHeader(String)
        case invalidPointer(String)
        /// A key that says nothing without another one.
        case needs(key: String, other: String)
        /// Two keys that exclude each other.
        case excludes(key: String, other: String)
        /// The folder of a registry cannot be read, or holds nothing.
        case emptyRegistry
    }

    package enum ValueType: String, Sendable, CaseIterable {
        case text, boolean, number, mapping, list
    }
}
