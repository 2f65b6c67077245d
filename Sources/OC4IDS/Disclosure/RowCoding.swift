import JSONSchema

/// Writes a row as bytes: its length in 4 bytes, its place in 16, then everything else. For this program's own eyes, while it runs.
struct RowWriter {
    private var bytes: [UInt8] = []

    /// The row with its length before it.
    var framed: [UInt8] { RowWriter.fixed(UInt32(bytes.count)) + bytes }

    mutating func write(_ row: ProjectDisclosure) {
        for word in row.place.words { bytes += RowWriter.fixed(word) }
        for text in [row.id, row.title, row.publicAuthority, row.status] { write(text) }
        write(row.sectors.count)
        for sector in row.sectors { write(text: sector) }
        write(row.strict)
        write(row.due)
        write(row.elements.count)
        for element in row.elements {
            bytes.append(element.outcome.rawValue)
            write(element.share)
            write(element.strictShare.count)
            write(element.counted)
            write(element.full)
            write(element.evidence.count)
            for evidence in element.evidence { write(text: evidence.pointer) }
        }
    }

    /// A row as framed, with its place moved.
    static func moved(_ row: ArraySlice<UInt8>, from start: PartStart) -> [UInt8] {
        var reader = RowReader(Array(row))
        let place = ProjectPlace(words: (reader.word(), reader.word())).moved(from: start)
        return fixed(UInt32(row.count)) + place.words.flatMap { fixed($0) } + row.dropFirst(16)
    }

    private static func fixed<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func write(text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    private mutating func write(_ text: String?) {
        write(text == nil ? 0 : 1)
        if let text { write(text: text) }
    }

    private mutating func write(_ share: Billionths?) {
        write(share.map { $0.count + 1 } ?? 0)
    }

    private mutating func write(_ score: Disclosure.Score) {
        write(score.score)
        write(score.numerator.count)
        write(score.denominator.count)
    }
}

/// Reads what `RowWriter` has written.
struct RowReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What has not been read yet.
    var rest: [UInt8] { Array(bytes[position...]) }

    /// The next row, without its length; nil when it is not there to its end.
    mutating func nextFrame() -> ArraySlice<UInt8>? {
        guard bytes.count - position >= 4 else { return nil }
        var length = 0
        for byte in bytes[position ..< position + 4].reversed() { length = length << 8 | Int(byte) }
        guard bytes.count - position - 4 >= length else { return nil }
        defer { position += 4 + length }
        return bytes[position + 4 ..< position + 4 + length]
    }

    mutating func next() -> ProjectDisclosure? {
        guard let frame = nextFrame() else { return nil }
        var reader = RowReader(Array(frame))
        return reader.row()
    }

    private mutating func row() -> ProjectDisclosure {
        let place = ProjectPlace(words: (word(), word()))
        let texts = (0 ..< 4).map { _ in optionalText() }
        let sectors = (0 ..< number()).map { _ in text() }
        let (strict, due) = (score(), score())
        let elements = (0 ..< number()).map { _ in
            let outcome = ElementOutcome(rawValue: byte()) ?? .unknown
            return ProjectDisclosure.Element(
                outcome: outcome, share: share(), strictShare: Billionths(count: number()), counted: number(), full: number(),
                evidence: (0 ..< number()).map { _ in ProjectDisclosure.Evidence(pointer: text()) })
        }
        return ProjectDisclosure(place: place, id: texts[0], title: texts[1], publicAuthority: texts[2], sectors: sectors, status: texts[3], strict: strict,
                                 due: due, elements: elements)
    }

    mutating func word() -> UInt64 {
        (0 ..< 8).reduce(0) { word, place in word | UInt64(byte()) << (8 * UInt64(place)) }
    }

    private mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        position += 1
        return bytes[position - 1]
    }

    private mutating func number() -> Int {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while shift < 64 {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: value)
    }

    private mutating func text() -> String {
        let count = number()
        let end = min(position + count, bytes.count)
        defer { position = end }
        return String(decoding: bytes[position ..< end], as: UTF8.self)
    }

    private mutating func optionalText() -> String? {
        number() == 0 ? nil : text()
    }

    private mutating func share() -> Billionths? {
        let value = number()
        return value == 0 ? nil : Billionths(count: value - 1)
    }

    private mutating func score() -> Disclosure.Score {
        Disclosure.Score(score: share(), numerator: Billionths(count: number()), denominator: Billionths(count: number()))
    }
}
