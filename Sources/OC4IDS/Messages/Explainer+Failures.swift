public import JSONSchema

/// Why an input could not be read.
extension Explainer {
    /// A failure's stable code, for programs.
    public static func code(_ failure: InputFailure) -> String {
        switch failure.reason {
        case .reading(let error): error.code.rawValue
        case .ocds: "ocds"
        case .emptyFolder: "emptyFolder"
        case .archive(let problem): problem.code
        case .temporaryFile: "temporaryFile"
        case .notFetched(let code, _): code
        case .source(let number, _):
            switch SystemErrors.message(number) {
            case .notFound: "notFound"
            case .notPermitted: "notPermitted"
            case .isFolder: "isFolder"
            case .nameNotUTF8: "nameNotUTF8"
            default: "unreadable"
            }
        }
    }

    public func message(_ failure: InputFailure) -> String {
        switch failure.reason {
        case .reading(let error): message(error)
        case .ocds(let key): say(.ocds, ["key": key])
        case .emptyFolder: say(.emptyFolder)
        case .archive(let problem): message(problem)
        case .temporaryFile(let error): message(error)
        case .notFetched(_, let reason): say(.notFetched, ["reason": reason])
        case .source(let number, let reason): say(SystemErrors.message(number), ["reason": reason])
        }
    }

    public func hint(_ failure: InputFailure) -> String {
        switch failure.reason {
        case .reading(let error): hint(error)
        case .ocds: say(.hintOCDS)
        case .emptyFolder: say(.hintEmptyFolder)
        case .archive(let problem): hint(problem)
        case .temporaryFile: say(.hintTemporaryFile)
        case .notFetched: say(.hintNotFetched)
        case .source(let number, _):
            switch SystemErrors.message(number) {
            case .notFound: say(.hintNotFound)
            case .notPermitted: say(.hintNotPermitted)
            case .isFolder: say(.hintIsFolder)
            case .nameNotUTF8: say(.hintNameNotUTF8)
            default: say(.hintUnreadable)
            }
        }
    }

    public func message(_ error: RowStoreError) -> String {
        say(.temporaryFile, ["reason": error.reason])
    }

    public func message(_ error: ReadingError) -> String {
        let found = self.found(error)
        switch error.code {
        case .empty: return say(.empty)
        case .utf16: return say(.utf16)
        case .utf32: return say(.utf32)
        case .html: return say(.html)
        case .xml: return say(.xml)
        case .gzip: return say(.gzip)
        case .zip: return say(.zip)
        case .pdf: return say(.pdf)
        case .excel: return say(.excel)
        case .image: return say(.image)
        case .archive: return say(.archive)
        case .csv: return say(.csv)
        case .truncatedLine: return say(.truncatedLine)
        case .tooManyNames: return say(.tooManyNames, ["limit": Figures.count(error.limit ?? 0, language)])
        case .truncated: return say(.truncated)
        case .invalidUTF8:
            guard let character = error.character else { return say(.invalidUTF8Unknown, ["byte": byte(error)]) }
            return say(.invalidUTF8, ["byte": byte(error), "character": VisibleText.escaped(String(character))])
        case .controlCharacter where error.found == 0x0A || error.found == 0x0D: return say(.lineBreakInText)
        case .controlCharacter: return say(.controlCharacter, ["byte": byte(error)])
        case .invalidEscape: return say(.invalidEscape)
        case .invalidNumber: return say(.invalidNumber)
        case .expectedValue: return say(.expectedValue, found)
        case .expectedKey: return say(.expectedKey, found)
        case .expectedColon: return say(.expectedColon, found)
        case .expectedCommaOrEndOfObject: return say(.expectedCommaOrEndOfObject, found)
        case .expectedCommaOrEndOfArray: return say(.expectedCommaOrEndOfArray, found)
        case .trailingComma: return say(.trailingComma)
        case .extraContent: return say(.extraContent, found)
        case .tooDeep: return say(.tooDeep, ["limit": String(error.limit ?? 0)])
        case .pieceTooLarge: return say(.pieceTooLarge, ["limit": Figures.bytes(error.limit ?? 0, language)])
        case .tooManyValues: return say(.tooManyValues, ["limit": Figures.count(error.limit ?? 0, language)])
        case .tooMuchWork: return say(.tooMuchWork)
        }
    }

    public func hint(_ error: ReadingError) -> String {
        switch error.code {
        case .empty: say(.hintEmpty)
        case .utf16, .utf32: say(.hintEncoding)
        case .html: say(.hintHTML)
        case .xml: say(.hintXML)
        case .gzip, .zip, .archive: say(.hintCompressed)
        case .excel: say(.hintExcel)
        case .image: say(.hintImage)
        case .csv: say(.hintCSV)
        case .truncatedLine: say(.hintTruncatedLine)
        case .tooManyNames: say(.hintSyntax)
        case .pdf: say(.hintPDF)
        case .truncated: say(.hintTruncated)
        case .invalidUTF8: error.character == nil ? say(.hintEncoding) : say(.hintWindows1252)
        case .controlCharacter: say(.hintControlCharacter)
        case .invalidEscape: say(.hintInvalidEscape)
        case .invalidNumber: say(.hintInvalidNumber)
        case .expectedKey, .expectedValue: error.character.map { "'‘’“”".unicodeScalars.contains($0) } ?? false ? say(.hintQuotes) : say(.hintSyntax)
        case .trailingComma: say(.hintTrailingComma)
        case .extraContent: say(.hintExtraContent)
        case .tooDeep: say(.hintTooDeep)
        case .pieceTooLarge, .tooManyValues: say(memoryBoundsProjects ? .hintPieceMemory : .hintPieceTooLarge)
        case .tooMuchWork: say(.hintTooMuchWork)
        case .expectedColon, .expectedCommaOrEndOfObject, .expectedCommaOrEndOfArray: say(.hintSyntax)
        }
    }

    /// A line of newline-delimited JSON.
    public func message(_ line: Review.BadLine) -> String {
        say(.badLine, ["line": String(line.error.line), "reason": message(line.error)])
    }

    private func found(_ error: ReadingError) -> [String: String] {
        if let character = error.character { return ["found": language == .es ? "«\(VisibleText.escaped(String(character)))»" : "“\(VisibleText.escaped(String(character)))”"] }
        if error.found != nil { return ["found": say(.foundByte, ["byte": byte(error)])] }
        return ["found": say(.foundEnd)]
    }

    private func byte(_ error: ReadingError) -> String {
        let digits = String(error.found ?? 0, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

/// The system's error numbers that have a sentence of their own (errno.h, the same on Linux and BSD).
enum SystemErrors {
    static func message(_ number: Int32) -> Message {
        switch number {
        case 2, 20: .notFound
        case 1, 13: .notPermitted
        case 21: .isFolder
        case 84, 92: .nameNotUTF8
        default: .unreadable
        }
    }
}
