/// Where something noted by its offset stands: found only when it will be shown to someone, by going through the piece once more, from its
/// start to the last place wanted.
struct Locator {
    /// A value in a piece.
    struct Location {
        /// From the piece's root.
        var path: [String]
        /// The value's first byte.
        var value: Bytes
    }

    /// One step from a value to one inside it.
    private enum Step {
        case member(key: Bytes)
        case item(Int)

        var token: String {
            switch self {
            case .member(let key): JSONText.string(key + 1, CheckedJSON.endOfString(key) - 1)
            case .item(let position): String(position)
            }
        }
    }

    /// Sorted; those before `next` have been passed.
    private let wanted: [Int]
    private var next = 0
    private let base: Bytes
    private var steps: [Step] = []
    private var found: [Int: Location] = [:]

    /// - Parameters:
    ///   - piece: the first byte of the piece's value, in checked JSON.
    ///   - offsets: of values, or of the opening quotes of keys, which stand for their values.
    static func locate(_ offsets: some Sequence<Int>, in piece: Bytes, base: Bytes) -> [Int: Location] {
        var locator = Locator(wanted: Set(offsets).sorted(), base: base)
        _ = locator.visit(piece)
        return locator.found
    }

    private init(wanted: [Int], base: Bytes) {
        self.wanted = wanted
        self.base = base
    }

    private var isDone: Bool { next == wanted.count }

    /// Goes through the value at `p`.
    ///
    /// - Returns: the byte behind it, or anything once all is found.
    private mutating func visit(_ p: Bytes) -> Bytes {
        note(p, value: p)
        switch p.pointee {
        case ASCII.openBrace:
            var q = CheckedJSON.space(p + 1)
            while q.pointee == ASCII.quote, !isDone {
                let value = CheckedJSON.space(CheckedJSON.space(CheckedJSON.endOfString(q)) + 1)
                steps.append(.member(key: q))
                note(q, value: value)
                q = CheckedJSON.space(visit(value))
                steps.removeLast()
                if q.pointee == ASCII.comma { q = CheckedJSON.space(q + 1) }
            }
            return q + 1
        case ASCII.openBracket:
            var q = CheckedJSON.space(p + 1)
            var position = 0
            while q.pointee != ASCII.closeBracket, q.pointee != 0, !isDone {
                steps.append(.item(position))
                q = CheckedJSON.space(visit(q))
                steps.removeLast()
                if q.pointee == ASCII.comma { q = CheckedJSON.space(q + 1) }
                position += 1
            }
            return q + 1
        default:
            return CheckedJSON.endOfValue(p)
        }
    }

    /// Takes down the place `p` if it is the next wanted one.
    private mutating func note(_ p: Bytes, value: Bytes) {
        guard next < wanted.count, wanted[next] == p - base else { return }
        found[wanted[next]] = Location(path: steps.map(\.token), value: value)
        next += 1
    }
}
