package import JSONSchema

/// Opens what a body holds. Who calls this target knows how archives are unpacked; here it is only asked for.
package protocol BodyOpener: Sendable {
    /// Has the data in a file read from front to back: the file itself, what it unpacks to, or each file of an archive.
    ///
    /// - Parameter read: says what is wrong with the data, or nil.
    /// - Returns: the first thing that is wrong, of the data or of what it is packed in.
    func open(_ path: String, _ read: (any ByteSource) -> WalkFailure?) -> BodyProblem?

    /// The names of a project's fields: an object with two of them is a project, also without an id.
    var projectFields: Set<String> { get }
}

/// Why what came is no data: a web page, half a file, a damaged archive.
package struct BodyProblem: Error, Sendable {
    /// Stable, for programs.
    package var code: String
    /// It ends before its end: what was sent may have been cut short.
    package var isEndMissing: Bool
    /// For who opens bodies, and can say in words what this is.
    package var cause: any Error

    package init(code: String, isEndMissing: Bool, cause: any Error) {
        self.code = code
        self.isEndMissing = isEndMissing
        self.cause = cause
    }
}
