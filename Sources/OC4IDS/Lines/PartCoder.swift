import JSONSchema

/// Writes values one behind the other as bytes, or reads them in the same order: the same calls do both, so that what is written and what is
/// read cannot differ.
///
/// Bytes that are read may come from anywhere. What cannot be marks the coder as broken; from then on it reads zeros and empty lists.
struct PartCoder {
    private(set) var bytes: [UInt8]
    private var position = 0
    let isReading: Bool
    private(set) var isBroken = false
    /// All counts that were read, added up: whoever adds up the counts of many parts has no larger sum.
    private(set) var counted = 0
    /// The same of the projects in all groups. A project may be in several.
    private(set) var grouped = 0

    /// No count of one line or project is larger.
    static let mostCounted = 1 << 31 - 1
    /// Bytes, lines and columns before a place.
    static let mostBytes = 1 << 48

    /// Writes.
    init() {
        bytes = []
        isReading = false
    }

    init(reading bytes: [UInt8]) {
        self.bytes = bytes
        isReading = true
    }

    /// All has been read, and it was what it should be.
    var isComplete: Bool { !isBroken && position == bytes.count }
    /// There is more to be read.
    var hasMore: Bool { !isBroken && position < bytes.count }

    mutating func fail() { isBroken = true }

    // MARK: Numbers

    /// A number from 0 to `most`; seven bits a byte, the lowest first.
    mutating func count(_ number: inout Int, most: Int = PartCoder.mostCounted) {
        guard isReading else { return write(UInt64(bitPattern: Int64(number))) }
        let read = readNumber()
        guard read <= UInt64(most) else {
            isBroken = true
            number = 0
            return
        }
        number = Int(read)
        if most <= PartCoder.mostCounted { counted += number }
    }

    /// A number that may be negative, of at most 48 bits.
    mutating func signed(_ number: inout Int) {
        var folded = number < 0 ? ~number << 1 | 1 : number << 1
        count(&folded, most: PartCoder.mostBytes << 1)
        number = folded & 1 == 0 ? folded >> 1 : ~(folded >> 1)
    }

    mutating func word(_ word: inout UInt64) {
        guard isReading else { return withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        word = (0 ..< 8).reduce(0) { word, place in word | UInt64(readByte()) << (8 * UInt64(place)) }
    }

    mutating func flag(_ flag: inout Bool) {
        var number = flag ? 1 : 0
        count(&number, most: 1)
        flag = number == 1
    }

    mutating func digest(_ digest: inout Digest) {
        word(&digest.low)
        word(&digest.high)
    }

    private mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func readNumber() -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while shift < 63 {
            let next = readByte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        isBroken = true
        return 0
    }

    private mutating func readByte() -> UInt8 {
        guard position < bytes.count else {
            isBroken = true
            return 0
        }
        position += 1
        return bytes[position - 1]
    }

    /// So many projects are in a group.
    mutating func group(_ projects: Int) { grouped += projects }

    // MARK: Texts and lists

    mutating func text(_ text: inout String) {
        var length = text.utf8.count
        self.length(&length)
        guard isReading else { return bytes.append(contentsOf: text.utf8) }
        text = String(decoding: bytes[position ..< position + length], as: UTF8.self)
        position += length
    }

    /// Bytes as they are.
    mutating func raw(_ data: inout [UInt8]) {
        var length = data.count
        self.length(&length)
        guard isReading else { return bytes.append(contentsOf: data) }
        data = Array(bytes[position ..< position + length])
        position += length
    }

    /// How many things of at least one byte each follow.
    private mutating func length(_ length: inout Int) {
        count(&length, most: isReading ? bytes.count : .max)
        // Behind the number itself.
        if isReading, length > bytes.count - position { isBroken = true }
        if isBroken { length = 0 }
    }

    mutating func optional<Value>(_ value: inout Value?, new: @autoclosure () -> Value, _ code: (inout PartCoder, inout Value) -> Void) {
        var isThere = value != nil
        flag(&isThere)
        guard isThere, var inner = isReading ? new() : value else {
            if isReading { value = nil }
            return
        }
        code(&self, &inner)
        if isReading { value = inner }
    }

    mutating func optional(_ text: inout String?) {
        optional(&text, new: "") { $0.text(&$1) }
    }

    mutating func optional(_ number: inout Int?, most: Int = PartCoder.mostCounted) {
        optional(&number, new: 0) { $0.count(&$1, most: most) }
    }

    mutating func list<Value>(_ values: inout [Value], new: @autoclosure () -> Value, _ code: (inout PartCoder, inout Value) -> Void) {
        var length = values.count
        self.length(&length)
        if isReading {
            values = []
            for _ in 0 ..< length where !isBroken {
                var value = new()
                code(&self, &value)
                values.append(value)
            }
        } else {
            for var value in values { code(&self, &value) }
        }
    }

    mutating func texts(_ texts: inout [String]) {
        list(&texts, new: "") { $0.text(&$1) }
    }

    /// Counts most of which are 0, as many as there are when read: places of those that are not, each as the distance from the one before.
    mutating func sparse(_ counts: inout [Int]) {
        guard isReading else {
            var filled = 0
            for count in counts where count != 0 { filled += 1 }
            write(UInt64(filled))
            var next = 0
            for place in counts.indices where counts[place] != 0 {
                write(UInt64(place - next))
                write(UInt64(bitPattern: Int64(counts[place])))
                next = place + 1
            }
            return
        }
        var filled = 0
        count(&filled, most: counts.count)
        var place = 0
        for _ in 0 ..< filled where !isBroken {
            var (skipped, number) = (0, 0)
            count(&skipped, most: counts.count)
            count(&number)
            place += skipped
            guard counts.indices.contains(place) else { return fail() }
            counts[place] = number
            place += 1
        }
    }

    /// A sum of figures from 0 to 1, and how many they are.
    mutating func sum(_ sum: inout Billionths, of count: Int) {
        self.count(&sum.count, most: count * Billionths.one.count)
    }
}
