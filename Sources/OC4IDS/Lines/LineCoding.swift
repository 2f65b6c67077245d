import JSONSchema

// What walking a line has given as bytes, for another program that puts lines together.

extension LineResult where Observer == Surveyor {
    mutating func code(_ coder: inout PartCoder, _ standard: Standard) {
        let empty = self
        codeAlone(&coder, standard)
        coder.list(&asFirst, new: empty) { $1.codeAlone(&$0, standard) }
    }

    private mutating func codeAlone(_ coder: inout PartCoder, _ standard: Standard) {
        observer.code(&coder)
        coder.sparse(&counts)
        coder.count(&duplicateKeys)
        let sites = counts.count
        coder.list(&places, new: .none) { $1.code(&$0, sites: sites) }
        coder.list(&failures, new: (0, ReadingError(.empty, offset: 0))) { coder, failure in
            coder.count(&failure.value)
            failure.error.code(&coder)
        }
        coder.count(&failureCount)
        coder.count(&values)
        codeLayout(&coder, standard)
        coder.optional(&refusal)
        coder.count(&line, most: PartCoder.mostBytes)
        blank.code(&coder)
        extent.code(&coder)
        // A line that says nothing is none; whatever was bad stands in it.
        if values == 0 || failureCount > values || failures.count > failureCount { coder.fail() }
    }

    private mutating func codeLayout(_ coder: inout PartCoder, _ standard: Standard) {
        let layouts: [Layout?] = [nil, .whole(standard.project), .whole(standard.package), .items(standard.project),
                                  .members(standard.package, streaming: "projects"), .refuse("")]
        var number = layouts.firstIndex { $0 == layout } ?? layouts.count - 1
        coder.count(&number, most: layouts.count - 1)
        layout = layouts[number]
    }
}

extension LineResult.Extent {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.count(&bytes, most: PartCoder.mostBytes)
        coder.position(&end)
    }
}

extension Place {
    fileprivate static let none = Place(value: 0, prefix: [], path: [], offset: 0, position: Position(line: 1, column: 1))

    /// - Parameter sites: so many the schema has.
    fileprivate mutating func code(_ coder: inout PartCoder, sites: Int) {
        coder.optional(&site, most: sites - 1)
        coder.optional(&tag, new: Digest(low: 0, high: 0)) { $0.digest(&$1) }
        coder.flag(&isOnlyFirst)
        coder.count(&value)
        coder.texts(&prefix)
        coder.optional(&item)
        coder.texts(&path)
        coder.count(&offset, most: PartCoder.mostBytes)
        coder.position(&position)
        coder.optional(&excerpt, new: .text("")) { $0.excerpt(&$1) }
        coder.optional(&found)
        coder.count(&detail, most: PartCoder.mostBytes)
        coder.count(&other, most: PartCoder.mostBytes)
        coder.optional(&property)
        coder.optional(&twin, new: Position(line: 1, column: 1)) { $0.position(&$1) }
    }
}

extension ReadingError {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        var name = code.rawValue
        coder.text(&name)
        if let known = Code(rawValue: name) { code = known } else { coder.fail() }
        coder.count(&offset, most: PartCoder.mostBytes)
        var position = Position(line: line, column: column)
        coder.position(&position)
        (line, column) = (position.line, position.column)
        coder.optional(&found, new: 0) { coder, byte in
            var number = Int(byte)
            coder.count(&number, most: 255)
            byte = UInt8(number)
        }
        coder.optional(&character, new: " ") { coder, character in
            var number = Int(character.value)
            coder.count(&number, most: 0x10FFFF)
            character = Unicode.Scalar(UInt32(number)) ?? "\u{FFFD}"
        }
        coder.optional(&limit, most: PartCoder.mostBytes)
    }
}
