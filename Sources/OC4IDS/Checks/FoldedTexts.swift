/// Texts that are compared with others trimmed, without regard to case and accents: «Título» is `titulo`.
struct FoldedTexts: Sendable {
    /// Folded, one after the other, those with the same first byte together.
    private var bytes: [UInt8] = []
    /// Where each begins; one more for the end of the last.
    private var starts: [Int32] = [0]
    /// By first byte: positions in `starts`.
    private var byFirst: [Int32]
    /// What their ends and lengths tell of all of them.
    private(set) var shapes = TextShapes()
    /// No text that is longer can be one of them: an accent makes two or three bytes of one.
    private var mostBytes = 0

    init(_ texts: some Sequence<String>) {
        let folded = Set(texts.map(FoldedTexts.foldedBytes)).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
        var first = 0
        byFirst = []
        for byte in 0 ... 255 {
            byFirst.append(Int32(first))
            while first < folded.count, folded[first][0] == UInt8(byte) {
                bytes += folded[first]
                starts.append(Int32(bytes.count))
                first += 1
            }
        }
        byFirst.append(Int32(first))
        for text in folded { shapes.insert(text) }
        mostBytes = (folded.map(\.count).max() ?? 0) * 3
    }

    /// - Parameter text: UTF-8 without escapes.
    @inline(__always)
    func contains(raw text: UnsafeRawBufferPointer) -> Bool {
        shapes.mayHold(text) && containsTrimmed(TextBytes.trimmed(text))
    }

    @inline(never)
    private func containsTrimmed(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 0, text.count <= mostBytes else { return false }
        let (first, _) = FoldedTexts.fold(text, 0)
        let isBeyondASCII = !TextBytes.isASCII(text)
        for entry in Int(byFirst[Int(first)]) ..< Int(byFirst[Int(first) + 1]) {
            let (start, end) = (Int(starts[entry]), Int(starts[entry + 1]))
            // As many bytes as letters; beyond ASCII at most twice as many more.
            let more = text.count - (end - start)
            if more == 0 || more > 0 && isBeyondASCII && more <= 2 * (end - start), isSame(text, start, end) { return true }
        }
        return false
    }

    private func isSame(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        var (p, q) = (0, start)
        while p < text.count {
            let (byte, next) = FoldedTexts.fold(text, p)
            guard q < end, byte == bytes[q] else { return false }
            p = next
            q += 1
        }
        return q == end
    }

    /// The folded byte at a position, and where the next one stands: behind accents that are written as characters of their own (U+0300 to U+036F).
    @inline(__always)
    private static func fold(_ text: UnsafeRawBufferPointer, _ p: Int) -> (UInt8, Int) {
        var (byte, next) = (TextBytes.lower(text[p]), p + 1)
        if byte >= 0x80, next < text.count, let letter = LatinLetters.withoutAccent(byte, text[next]) { (byte, next) = (letter, next + 1) }
        while next + 1 < text.count, text[next] == 0xCC || text[next] == 0xCD && text[next + 1] <= 0xAF { next += 2 }
        return (byte, next)
    }

    /// Whether a text begins with one of these.
    ///
    /// - Parameter text: UTF-8 without escapes.
    func begins(raw text: UnsafeRawBufferPointer) -> Bool {
        let text = TextBytes.trimmed(text)
        guard text.count > 0 else { return false }
        let (first, _) = FoldedTexts.fold(text, 0)
        for entry in Int(byFirst[Int(first)]) ..< Int(byFirst[Int(first) + 1]) where isBeginning(of: text, Int(starts[entry]), Int(starts[entry + 1])) { return true }
        return false
    }

    private func isBeginning(of text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        var (p, q) = (0, start)
        while q < end {
            guard p < text.count else { return false }
            let (byte, next) = FoldedTexts.fold(text, p)
            guard byte == bytes[q] else { return false }
            p = next
            q += 1
        }
        return true
    }

    /// Trimmed, in small letters, without accents.
    static func folded(_ text: String) -> String { String(decoding: foldedBytes(text), as: UTF8.self) }

    /// The first and the last byte without accents; nil where they are no letters with an accent, nor printable ASCII.
    @inline(never)
    static func edges(_ text: UnsafeRawBufferPointer) -> (first: UInt8, last: UInt8)? {
        guard text.count > 3 else { return nil }
        var (first, last) = (text[0], text[text.count - 1])
        if first &- 0x21 > 0x5E {
            let (folded, next) = fold(text, 0)
            guard next == 2 else { return nil }
            first = folded
        }
        if last &- 0x21 > 0x5E {
            let (folded, next) = fold(text, text.count - 2)
            guard next == text.count else { return nil }
            last = folded
        }
        return (first, last)
    }

    /// Trimmed, in small letters, without accents.
    static func foldedBytes(_ text: String) -> [UInt8] {
        // Letters of any alphabet have small ones; bytes tell only those of Latin ones.
        var text = text.lowercased()
        return text.withUTF8 { utf8 in
            let trimmed = TextBytes.trimmed(UnsafeRawBufferPointer(utf8))
            var folded: [UInt8] = []
            var p = 0
            while p < trimmed.count {
                let (byte, next) = fold(trimmed, p)
                folded.append(byte)
                p = next
            }
            return folded
        }
    }
}

/// First byte, last byte and length of texts, case and accents ignored: tells nearly all other texts apart from them in one look.
struct TextShapes: Sendable {
    /// A bit for each shape: five bits of the first and of the last byte, in which case makes no difference, and the length up to 63.
    private var bits = [UInt64](repeating: 0, count: 1024)
    /// One of them may take 64 bytes or more.
    private var hasLong = false

    /// - Parameter folded: a text without accents.
    mutating func insert(_ folded: [UInt8]) {
        guard let first = folded.first, let last = folded.last else { return }
        // Spanish puts at most one accent on a word, which makes two bytes of one, or three where it is a character of its own.
        let words = folded.contains(where: TextBytes.isLetter) ? folded.filter { $0 == 0x20 }.count + 1 : 0
        let lengths = folded.count ... folded.count + 2 * words
        if lengths.upperBound >= 64 { hasLong = true }
        for length in lengths where length < 64 {
            let shape = TextShapes.shape(first, last, length)
            bits[shape >> 6] |= 1 << UInt64(shape & 63)
        }
    }

    /// False for nearly all texts that are none of them. What begins or ends with a blank or beyond ASCII has to be looked at.
    @inline(__always)
    func mayHold(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count > 0 else { return false }
        let (first, last) = (text[0], text[text.count - 1])
        if first &- 0x21 > 0x5E || last &- 0x21 > 0x5E { return mayHoldAccented(text) }
        guard text.count < 64 else { return hasLong }
        return has(first, last, text.count)
    }

    /// The same where the first or the last letter has an accent, or is none of ASCII.
    @inline(never)
    private func mayHoldAccented(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count < 64, let (first, last) = FoldedTexts.edges(text) else { return true }
        // As many letters as may have accents.
        for length in (text.count + 1) / 2 ... text.count where has(first, last, length) { return true }
        return false
    }

    @inline(__always)
    private func has(_ first: UInt8, _ last: UInt8, _ length: Int) -> Bool {
        let shape = TextShapes.shape(first, last, length)
        return bits.withUnsafeBufferPointer { $0[shape >> 6] >> UInt64(shape & 63) & 1 != 0 }
    }

    @inline(__always)
    private static func shape(_ first: UInt8, _ last: UInt8, _ length: Int) -> Int {
        Int(first & 0x1F) | Int(last & 0x1F) << 5 | length << 10
    }
}
