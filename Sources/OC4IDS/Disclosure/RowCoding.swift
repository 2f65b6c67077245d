import JSONSchema

/// What one project discloses as bytes: its place in the first 16, then everything else.
extension ProjectDisclosure {
    static let placeBytes = 16

    mutating func code(_ coder: inout PartCoder) {
        coder.place(&place)
        coder.optional(&id)
        coder.optional(&title)
        coder.optional(&publicAuthority)
        coder.optional(&status)
        coder.texts(&sectors)
        coder.count(&processes)
        coder.score(&strict)
        coder.score(&due)
        coder.list(&elements, new: .none) { $1.code(&$0) }
    }

    /// To be read over.
    static let none = ProjectDisclosure(place: .none, sectors: [], processes: 0, strict: .none, due: .none, elements: [])
}

extension ProjectDisclosure.Element {
    fileprivate static let none = ProjectDisclosure.Element(outcome: .unknown, strictShare: .zero, counted: 0, full: 0, evidence: [])

    fileprivate mutating func code(_ coder: inout PartCoder) {
        var number = Int(outcome.rawValue)
        coder.count(&number, most: ElementOutcome.allCases.count - 1)
        outcome = ElementOutcome(rawValue: UInt8(number)) ?? .unknown
        coder.optional(&share, new: .zero) { $0.sum(&$1, of: 1) }
        coder.sum(&strictShare, of: 1)
        coder.count(&counted)
        coder.count(&full)
        coder.list(&evidence, new: ProjectDisclosure.Evidence(pointer: "")) { $0.text(&$1.pointer) }
        coder.list(&lacking, new: ProjectDisclosure.LackingProcess(pointer: "", share: .zero)) { coder, process in
            coder.text(&process.pointer)
            coder.sum(&process.share, of: 1)
        }
        coder.list(&grounds, new: ProjectDisclosure.Evidence(pointer: "")) { $0.text(&$1.pointer) }
    }
}

/// Rows one behind the other, each with its length in 4 bytes before it.
enum RowFrames {
    static func framed(_ row: ProjectDisclosure) -> [UInt8] {
        var coder = PartCoder()
        var row = row
        row.code(&coder)
        return length(coder.bytes.count) + coder.bytes
    }

    /// The next row from a position on, without its length; nil when it is not there to its end.
    static func next(_ bytes: [UInt8], at position: inout Int) -> ArraySlice<UInt8>? {
        guard bytes.count - position >= 4 else { return nil }
        var length = 0
        for byte in bytes[position ..< position + 4].reversed() { length = length << 8 | Int(byte) }
        guard bytes.count - position - 4 >= length else { return nil }
        defer { position += 4 + length }
        return bytes[position + 4 ..< position + 4 + length]
    }

    static func row(_ frame: ArraySlice<UInt8>) -> ProjectDisclosure? {
        var coder = PartCoder(reading: Array(frame))
        var row = ProjectDisclosure.none
        row.code(&coder)
        return coder.isComplete ? row : nil
    }

    /// A row as framed, with its place moved.
    static func moved(_ row: ArraySlice<UInt8>, from start: PartStart) -> [UInt8] {
        var reader = PartCoder(reading: Array(row.prefix(ProjectDisclosure.placeBytes)))
        var place = ProjectPlace.none
        reader.place(&place)
        var writer = PartCoder()
        var moved = place.moved(from: start)
        writer.place(&moved)
        return length(row.count) + writer.bytes + row.dropFirst(ProjectDisclosure.placeBytes)
    }

    /// All rows can be read.
    static func areSound(_ bytes: [UInt8], elements: Int) -> Bool {
        var position = 0
        while let frame = next(bytes, at: &position) {
            guard let row = row(frame), row.elements.count == elements else { return false }
        }
        return position == bytes.count
    }

    private static func length(_ count: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(count).littleEndian) { Array($0) }
    }
}
