import JSONSchema

// What parts of results are made of.

extension PartCoder {
    mutating func position(_ position: inout Position) {
        count(&position.line, most: PartCoder.mostBytes)
        count(&position.column, most: PartCoder.mostBytes)
        if position.line < 1 || position.column < 1 {
            fail()
            position = Position(line: 1, column: 1)
        }
    }

    mutating func excerpt(_ excerpt: inout Excerpt) {
        var (isLiteral, content) = (false, excerpt.content)
        if case .literal = excerpt { isLiteral = true }
        flag(&isLiteral)
        text(&content)
        guard isReading else { return }
        excerpt = isLiteral ? .literal(content) : .text(content)
        // Reports write what is no text as it stands.
        let words = ["", "true", "false", "null"]
        if isLiteral, !content.hasSuffix("…"), !words.contains(content), !content.utf8.allSatisfy(PartCoder.isOfNumber) { fail() }
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (0x30 ... 0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    mutating func day(_ day: inout CivilDay) {
        signed(&day.number)
        // Days that no calendar of four-figure years has cannot be written either.
        if !(-1_000_000 ... 3_000_000).contains(day.number) {
            fail()
            day.number = 0
        }
    }

    mutating func score(_ score: inout Disclosure.Score) {
        optional(&score.score, new: .zero) { $0.sum(&$1, of: 1) }
        count(&score.numerator.count, most: .max >> 1)
        count(&score.denominator.count, most: .max >> 1)
    }

    mutating func place(_ place: inout ProjectPlace) {
        var words = (place.words[0], place.words[1])
        word(&words.0)
        word(&words.1)
        if isReading { place = ProjectPlace(words: words) }
    }
}

extension ProjectPlace {
    /// To be read over.
    static let none = ProjectPlace(value: 0, item: nil, isInPackage: false, position: Position(line: 1, column: 1))
}

extension PresenceCounts {
    mutating func code(_ coder: inout PartCoder) {
        var both = [present, objects]
        for side in both.indices { coder.sparse(&both[side]) }
        if coder.isReading { self = PresenceCounts(present: both[0], objects: both[1]) }
    }
}
