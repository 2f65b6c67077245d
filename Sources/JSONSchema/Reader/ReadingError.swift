/// Why bytes could not be read as JSON (RFC 8259), and where.
///
/// A finding about the data's *content* is a `Violation`; this is a failure to read it at all. `code` is stable;
/// sentences for people belong to whoever shows them.
public struct ReadingError: Error, Sendable, Equatable {
    public enum Code: String, Sendable, CaseIterable {
        /// No bytes, or only white space.
        case empty
        /// UTF-16 or UTF-32 text; JSON for exchange is UTF-8 (RFC 8259, section 8.1).
        case utf16, utf32
        /// Something else altogether: a web page, a compressed file, XML, an Excel workbook.
        case html, xml, gzip, zip, pdf
        /// The document ends before its end.
        case truncated
        /// A line of newline-delimited JSON ends before its value does.
        case truncatedLine
        /// Larger files that hold tables or pictures, by their first bytes.
        case excel, image, archive
        /// A table as text: values separated by commas, semicolons or tabs.
        case csv
        /// More different names at the top than can be remembered.
        case tooManyNames
        /// A byte that UTF-8 (RFC 3629) does not allow here.
        case invalidUTF8
        /// A control character (U+0000 to U+001F) inside a string, which must be written as an escape.
        case controlCharacter
        /// A backslash followed by something that is no escape (RFC 8259, section 7).
        case invalidEscape
        case invalidNumber
        case expectedValue, expectedKey, expectedColon, expectedCommaOrEndOfObject, expectedCommaOrEndOfArray
        /// A comma directly before a closing bracket.
        case trailingComma
        /// Something after the end of the document.
        case extraContent
        /// Deeper nesting than `ReadingLimits.depth`.
        case tooDeep
        /// One piece (a project, say) larger than `ReadingLimits.pieceBytes`.
        case pieceTooLarge
        /// One piece holds more values than `ReadingLimits.pieceValues`.
        case tooManyValues
        /// More digits in one number, or more work for one value, than any honest document asks for.
        case tooMuchWork
    }

    public var code: Code
    /// Bytes before the place, from the first byte of the input (a byte order mark counts here).
    public var offset: Int
    /// 1-based; lines end at LF, CR LF or CR.
    public var line: Int
    /// 1-based, in Unicode scalars; a byte order mark does not count.
    public var column: Int
    /// The byte found at `offset`, or nil at the end of the input.
    public var found: UInt8?
    /// The character found at `offset` where it is well-formed UTF-8, or, for `invalidUTF8`, the character that the byte stands for
    /// in Windows-1252.
    public var character: Unicode.Scalar?
    /// What a bound was, for `tooDeep`, `pieceTooLarge`, `tooManyValues` and `tooManyNames`.
    public var limit: Int?

    package init(_ code: Code, offset: Int, line: Int = 1, column: Int = 1, found: UInt8? = nil, character: Unicode.Scalar? = nil) {
        self.code = code
        self.offset = offset
        self.line = line
        self.column = column
        self.found = found
        self.character = character
    }
}

/// Bounds on what is read, so that no input can take memory or time without end.
public struct ReadingLimits: Sendable, Equatable {
    /// The deepest nesting of arrays and objects. Real data stays below 20; the walk uses its thread's stack.
    public var depth: Int
    /// The largest piece that has to be in memory at once: one project, or one member of the root that is not
    /// walked item by item.
    public var pieceBytes: Int
    /// The most values in one piece, containers and keys that no schema knows counted: what is remembered of each while the piece is looked at is many
    /// times as long as the shortest. One in twelve bytes is more than a project full of coordinates has.
    public var pieceValues: Int { max(pieceBytes / ReadingLimits.bytesPerValue, ReadingLimits.leastPieceValues) }

    package static let bytesPerValue = 12

    private static let leastPieceValues = 1 << 16

    /// Bytes of one piece that may be walked again for the schema's sake. Schemas whose `anyOf`, `oneOf`, `allOf` and `not` are nested make the
    /// same bytes be walked again and again, up to exponentially often in the depth of the value. 16 GB, some ten seconds, is far beyond
    /// any honest use.
    package var bytesAgain = 16 << 30

    /// More would not fit the stack of the threads that walk (`Workers.stackBytes`).
    public static let greatestDepth = 10_000

    public init(depth: Int = 512, pieceBytes: Int = 64_000_000) {
        self.depth = min(max(depth, 1), ReadingLimits.greatestDepth)
        self.pieceBytes = min(max(pieceBytes, 1 << 10), 1 << 31)
    }
}
