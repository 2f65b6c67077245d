import JSONSchema
import Testing

/// A text with places marked in it: `{"a": 1️⃣true}` is the text `{"a": true}` and the place of `true`.
struct MarkedText {
    /// The text without its marks.
    private(set) var text = ""
    private var places: [Character: String.Index] = [:]

    init(_ marked: String) {
        var offsets: [Character: Int] = [:]
        // By scalars: a mark is a digit, U+FE0F, U+20E3, whatever stands before it.
        var scalars = Array(marked.unicodeScalars)[...]
        var plain = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            if scalars.starts(with: ["\u{FE0F}", "\u{20E3}"]) {
                offsets[Character(scalar)] = plain.count
                scalars = scalars.dropFirst(2)
            } else {
                plain.append(scalar)
            }
        }
        text = String(plain)
        for (mark, offset) in offsets { places[mark] = text.unicodeScalars.index(text.startIndex, offsetBy: offset) }
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// A test that asks for a mark which is not there fails.
    private func place(_ mark: Character) -> String.Index {
        if let place = places[mark] { return place }
        Issue.record("the text has no mark \(mark)")
        return text.endIndex
    }

    /// Bytes before a mark.
    func offset(_ mark: Character) -> Int {
        text.utf8.distance(from: text.startIndex, to: place(mark))
    }

    /// Counted the slow and plain way: a scalar at a time from the beginning.
    func position(_ mark: Character) -> Position {
        var (line, column) = (1, 1)
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars[..<place(mark)] {
            switch scalar {
            case "\n" where before == "\r": break
            case "\n", "\r": (line, column) = (line + 1, 1)
            case "\u{FEFF}" where before == nil: break
            default: column += 1
            }
            before = scalar
        }
        return Position(line: line, column: column)
    }
}
