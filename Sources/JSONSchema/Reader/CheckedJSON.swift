#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Finding one's way in JSON that has been read and found well-formed, so that nothing has to be checked again.
///
/// For what is seldom done: naming the place of a violation, building a small tree. The walk itself never comes here.
enum CheckedJSON {
    /// Skips white space.
    static func space(_ p: Bytes) -> Bytes {
        var q = p
        while q.pointee == ASCII.space || q.pointee == ASCII.lineFeed || q.pointee == ASCII.carriageReturn || q.pointee == ASCII.tab { q += 1 }
        return q
    }

    /// Behind the string whose opening quote is at `p`.
    static func endOfString(_ p: Bytes) -> Bytes {
        var q = p + 1
        while true {
            let run = Vectors.plainRun(q)
            q += run
            if run == 16 { continue }
            switch q.pointee {
            case ASCII.quote: return q + 1
            case ASCII.backslash: q += 2
            case 0: return q  // never in checked text; keeps a wrong call inside the buffer
            default: q += 1
            }
        }
    }

    /// The name of the member whose value begins at `p`.
    static func name(before p: Bytes) -> String {
        var close = p - 1
        while close.pointee != ASCII.quote { close -= 1 }
        // Quotes inside a string stand behind an odd number of backslashes.
        var open = close - 1
        while open.pointee != ASCII.quote || isEscaped(open) { open -= 1 }
        return JSONText.string(open + 1, close)
    }

    private static func isEscaped(_ p: Bytes) -> Bool {
        var q = p
        while q[-1] == ASCII.backslash { q -= 1 }
        return (p - q) % 2 == 1
    }

    /// Behind the value that begins at `p`.
    static func endOfValue(_ p: Bytes) -> Bytes {
        switch p.pointee {
        case ASCII.quote: return endOfString(p)
        case ASCII.openBrace, ASCII.openBracket: return endOfContainer(p)
        default:
            var q = p
            while q.pointee > ASCII.comma || q.pointee == ASCII.plus, q.pointee != ASCII.closeBracket, q.pointee != ASCII.closeBrace { q += 1 }
            return q
        }
    }

    private static func endOfContainer(_ p: Bytes) -> Bytes {
        var q = p
        var depth = 0
        while true {
            switch q.pointee {
            case ASCII.quote:
                q = endOfString(q)
                continue
            case ASCII.openBrace, ASCII.openBracket: depth += 1
            case ASCII.closeBrace, ASCII.closeBracket:
                depth -= 1
                if depth == 0 { return q + 1 }
            case 0: return q
            default: break
            }
            q += 1
        }
    }
}

/// The members of an object in checked JSON, in the order of the text.
struct CheckedMembers {
    struct Member {
        /// The key's opening quote.
        var key: Bytes
        /// Behind the key's closing quote.
        var keyEnd: Bytes
        /// The value's first byte.
        var value: Bytes
        /// Behind the value; looked for each time.
        var end: Bytes { CheckedJSON.endOfValue(value) }

        var name: String { JSONText.string(key + 1, keyEnd - 1) }

        /// Whether the key is this name, written without escapes.
        func isNamed(_ name: StaticString) -> Bool {
            keyEnd - key - 2 == name.utf8CodeUnitCount && memcmp(key + 1, name.utf8Start, name.utf8CodeUnitCount) == 0
        }
    }

    private var p: Bytes
    /// The value of the member that was given last, which is passed over when another one is asked for.
    private var last: Bytes?

    /// Hands over the first member of that name, where the value at `p` is an object that has one.
    static func first(_ name: StaticString, ofValueAt p: Bytes, _ body: (Member) -> Void) {
        guard p.pointee == ASCII.openBrace else { return }
        var members = CheckedMembers(p)
        while let member = members.next() {
            if member.isNamed(name) { return body(member) }
        }
    }

    /// - Parameter object: its opening brace.
    init(_ object: Bytes) {
        p = CheckedJSON.space(object + 1)
    }

    mutating func next() -> Member? {
        if let last { p = CheckedJSON.space(CheckedJSON.endOfValue(last)) }
        if p.pointee == ASCII.comma { p = CheckedJSON.space(p + 1) }
        guard p.pointee == ASCII.quote else {
            last = nil
            return nil
        }
        let keyEnd = CheckedJSON.endOfString(p)
        let member = Member(key: p, keyEnd: keyEnd, value: CheckedJSON.space(CheckedJSON.space(keyEnd) + 1))
        last = member.value
        return member
    }
}

/// The items of an array in checked JSON: where each begins and ends.
struct CheckedItems {
    private var p: Bytes

    /// - Parameter array: its opening bracket.
    init(_ array: Bytes) {
        p = CheckedJSON.space(array + 1)
    }

    mutating func next() -> (value: Bytes, end: Bytes)? {
        if p.pointee == ASCII.comma { p = CheckedJSON.space(p + 1) }
        guard p.pointee != ASCII.closeBracket, p.pointee != 0 else { return nil }
        let item = (value: p, end: CheckedJSON.endOfValue(p))
        p = CheckedJSON.space(item.end)
        return item
    }
}
