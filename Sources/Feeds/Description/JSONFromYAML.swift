import Yams

/// A mapping, list or scalar of YAML as the JSON that it stands for, in its own order: the body of a request, written without quotes and braces.
enum JSONFromYAML {
    /// Larger than any request; anchors and aliases can stand for more than there is memory.
    static let mostBytes = 1_000_000

    /// Nil where it would be larger than `mostBytes`.
    static func text(_ node: Node) -> String? {
        var text = ""
        return write(node, to: &text) ? text : nil
    }

    /// - Returns: whether there was room for it.
    private static func write(_ node: Node, to text: inout String) -> Bool {
        guard text.utf8.count <= mostBytes else { return false }
        switch node {
        case .mapping(let mapping):
            text += "{"
            for (position, pair) in mapping.enumerated() {
                text += (position > 0 ? "," : "") + quoted(pair.key.string ?? "") + ":"
                guard write(pair.value, to: &text) else { return false }
            }
            text += "}"
        case .sequence(let items):
            text += "["
            for (position, item) in items.enumerated() {
                if position > 0 { text += "," }
                guard write(item, to: &text) else { return false }
            }
            text += "]"
        case .scalar(let scalar): text += value(scalar)
        case .alias: text += "null"
        }
        return true
    }

    private static func value(_ scalar: Node.Scalar) -> String {
        guard scalar.style == .plain || scalar.style == .any else { return quoted(scalar.string) }
        switch scalar.string {
        case "true", "false", "null": return scalar.string
        case "", "~": return "null"
        default:
            // YAML reads a date as one, JSON has none: it stays text. So does 007.
            return isNumber(scalar.string) ? scalar.string : quoted(scalar.string)
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30 ... 0x39).contains($0) } }) else { return false }
        return whole == "0" || !whole.hasPrefix("0")
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
