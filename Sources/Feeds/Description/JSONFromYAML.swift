import Yams

/// A mapping, list or scalar of YAML as the JSON that it stands for, in its own order: the body of a request, written without quotes and braces.
enum JSONFromYAML {
    static func text(_ node: Node) -> String {
        switch node {
        case .mapping(let mapping): "{" + mapping.map { quoted($0.key.string ?? "") + ":" + text($0.value) }.joined(separator: ",") + "}"
        case .sequence(let items): "[" + items.map(text).joined(separator: ",") + "]"
        case .scalar(let scalar): value(scalar)
        case .alias: "null"
        }
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
