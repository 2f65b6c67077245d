import JSONSchema
import OC4IDS

/// Writes compact JSON (RFC 8259) with members in the order in which they are given.
struct JSONWriter {
    private(set) var text: [UInt8] = []
    private var needsComma = false
    /// Where finished text goes when there is much of it.
    private let sink: (([UInt8]) -> Void)?

    enum Container {
        case object, array

        fileprivate var brackets: (open: UInt8, close: UInt8) { self == .object ? (0x7B, 0x7D) : (0x5B, 0x5D) }
    }

    private static let most = 1 << 16

    /// - Parameter sink: takes text as it is finished; without it all of it stays in `text`.
    init(sink: (([UInt8]) -> Void)? = nil) {
        self.sink = sink
    }

    /// Hands on what there is, where it is much.
    mutating func flush(all: Bool = false) {
        guard let sink, all || text.count >= JSONWriter.most else { return }
        sink(text)
        text.removeAll(keepingCapacity: true)
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(.object)
        body(&self)
        close(.object)
    }

    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
        open(.array)
        for element in elements { body(&self, element) }
        close(.array)
    }

    /// The member that says who wrote a report.
    mutating func tool(version: String) {
        key("tool")
        object {
            $0.member("name", "oc4ids")
            $0.member("version", version)
        }
    }

    /// The member that says where the other place of a pair is, where there is one.
    mutating func other(_ place: FoundPlace.Other?) {
        guard let place else { return }
        key("other")
        object {
            $0.member("input", place.input)
            $0.member("path", place.pointer?.description)
            $0.member("line", place.position.line)
            $0.member("column", place.position.column)
        }
    }

    /// A code for programs, and a sentence.
    mutating func remark(code: String, message: String) {
        object {
            $0.member("code", code)
            $0.member("message", message)
        }
    }

    mutating func open(_ container: Container) {
        separate()
        text.append(container.brackets.open)
        needsComma = false
    }

    mutating func close(_ container: Container) {
        text.append(container.brackets.close)
        needsComma = true
    }

    mutating func key(_ name: String) {
        separate()
        quote(name)
        text.append(0x3A)
        needsComma = false
    }

    mutating func string(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    mutating func integer(_ value: Int) {
        literal(String(value))
    }

    mutating func boolean(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    /// A number, `true`, `false` or `null` as it is to be written.
    mutating func literal(_ token: String) {
        separate()
        text.append(contentsOf: token.utf8)
        needsComma = true
    }

    mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// A share from 0 to 1, with up to four decimals; rounded down, so that what is not reached does not look so.
    mutating func member(_ name: String, share count: Int, of: Int) {
        key(name)
        literal(JSONWriter.share(count, of: of))
    }

    static func share(_ count: Int, of: Int) -> String {
        guard count < of else { return "1" }
        guard count > 0 else { return "0" }
        var digits = String(10_000 + Int(Double(count) / Double(of) * 10_000)).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "0" : "0." + digits
    }

    private mutating func separate() {
        if needsComma { text.append(0x2C) }
    }

    private mutating func quote(_ value: String) {
        text.append(0x22)
        var value = value
        value.withUTF8 { bytes in
            if bytes.contains(where: JSONWriter.isSpecial) { for byte in bytes { append(byte) } } else { text.append(contentsOf: bytes) }
        }
        text.append(0x22)
    }

    /// What cannot stand in a JSON text as it is (RFC 8259, section 7), and DEL, which terminals act on.
    private static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: text += [0x5C, byte]
        case 0x0A: text += [0x5C, 0x6E]
        case 0x0D: text += [0x5C, 0x72]
        case 0x09: text += [0x5C, 0x74]
        case 0 ..< 0x20, 0x7F: text += Array("\\u00".utf8) + [JSONWriter.digits[Int(byte >> 4)], JSONWriter.digits[Int(byte & 15)]]
        default: text.append(byte)
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
