public import JSONSchema

/// Something that is wrong with a profile file.
public struct ProfileProblem: Sendable {
    public enum Kind: Sendable {
        /// It is no JSON.
        case reading(ReadingError)
        /// It has not the shape of a profile.
        case shape(Violation)
        /// The id of an element stands twice.
        case duplicateElement(String)
        /// The schema has no such field.
        case unknownPath(String, suggestion: String?)
        /// It is a view of a profile that does not exist.
        case unknownProfile(String, suggestion: String?)
        /// A weight that is not above 0, above 1,000, or has more than six decimals.
        case weight(String)
        /// A view that shows no element.
        case emptyView
        /// A key that stands twice in one object, and the line where it stands first.
        case duplicateKey(String, line: Int)
        /// Levels do not rise.
        case levelOrder(String)
        /// The id of a level stands twice.
        case duplicateLevel(String)
        /// A level begins at what is no number from 0 to 1 with at most nine decimals.
        case levelFrom(String)
        /// No level begins at 0.
        case noLowestLevel
        /// A list of the project is looked through for each item of another one that itself is looked through again and again.
        case nestedSearch(String)
        /// Means of so many parts within one another that shares cannot be kept exactly.
        case tooFine
    }

    public var kind: Kind
    public var position: Position
    /// The element that it was found in.
    public var element: String?
}

/// All problems of a profile file.
public struct ProfileError: Error, Sendable {
    public var problems: [ProfileProblem]
}
