/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A JSON value that can be written in many ways.
indirect enum RandomJSON: Equatable {
    case null
    case boolean(Bool)
    /// digits · 10^exponent, digits without zeros at either end, or zero.
    case number(isNegative: Bool, digits: String, exponent: Int)
    case string(String)
    case array([RandomJSON])
    case object([String: RandomJSON])

    private static let texts = ["", "a", "b", "id", "título", "🏥", "a\"b", "\\", "\n", "\u{0}", "1", "null", "exactly sixteen.", "seventeen letters", "ñandú "]

    init(depth: Int, using random: inout SplitMix) {
        switch Int.random(in: 0 ..< (depth > 0 ? 7 : 4), using: &random) {
        case 0: self = Bool.random(using: &random) ? .null : .boolean(.random(using: &random))
        case 1, 2:
            let count = [1, 1, 2, 5, 17, 18, 19, 20, 40].randomElement(using: &random)!
            var digits = (0 ..< count).map { _ in String(Int.random(in: 0 ... 9, using: &random)) }.joined()
            digits = digits.trimmed
            self = digits.isEmpty ? .number(isNegative: false, digits: "", exponent: 0)
                : .number(isNegative: .random(using: &random), digits: digits, exponent: Int.random(in: -25 ... 25, using: &random))
        case 3: self = .string(Self.text(using: &random))
        case 4, 5:
            self = .array((0 ..< Int.random(in: 0 ... 4, using: &random)).map { _ in RandomJSON(depth: depth - 1, using: &random) })
        default:
            var members: [String: RandomJSON] = [:]
            for _ in 0 ..< Int.random(in: 0 ... 4, using: &random) { members[Self.text(using: &random)] = RandomJSON(depth: depth - 1, using: &random) }
            self = .object(members)
        }
    }

    private static func text(using random: inout SplitMix) -> String {
        (0 ..< Int.random(in: 1 ... 3, using: &random)).map { _ in texts.randomElement(using: &random)! }.joined()
    }

    // MARK: Writing

    /// One of the many ways to write the value.
    func written(using random: inout SplitMix) -> String {
        func space() -> String { ["", "", " ", "\n", "\t\r\n  "].randomElement(using: &random)! }
        switch self {
        case .null: return "null"
        case .boolean(let value): return String(value)
        case .number(let isNegative, let digits, let exponent): return Self.number(isNegative, digits, exponent, using: &random)
        case .string(let text): return Self.quoted(text, using: &random)
        case .array(let items):
            return "[" + space() + items.map { $0.written(using: &random) + space() }.joined(separator: "," + space()) + "]"
        case .object(let members):
            let list = members.sorted { $0.key < $1.key }.shuffled(using: &random)
            return "{" + space() + list.map { Self.quoted($0.key, using: &random) + space() + ":" + space() + $0.value.written(using: &random) + space() }
                .joined(separator: "," + space()) + "}"
        }
    }

    private static func quoted(_ text: String, using random: inout SplitMix) -> String {
        func unit(_ code: UInt16) -> String {
            let hex = String(code, radix: 16, uppercase: .random(using: &random))
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
            if Int.random(in: 0 ..< 4, using: &random) == 0 {
                for code in String(scalar).utf16 { result += unit(code) }
            } else if !mustEscape {
                result.unicodeScalars.append(scalar)
            } else if scalar == "\n" {
                result += "\\n"
            } else if scalar.value < 0x20 {
                result += unit(UInt16(scalar.value))
            } else {
                result += "\\" + String(scalar)
            }
        }
        return result + "\""
    }

    /// The point anywhere in the digits, the exponent making up for it, zeros where they change nothing.
    private static func number(_ isNegative: Bool, _ digits: String, _ exponent: Int, using random: inout SplitMix) -> String {
        let sign = isNegative ? "-" : ""
        guard !digits.isEmpty else { return ["0", "-0", "0.0", "0e7", "-0.000E-3", "0e+0"].randomElement(using: &random)! }
        let zerosBehind = Int.random(in: 0 ... 3, using: &random)
        let padded = digits + String(repeating: "0", count: zerosBehind)
        let written = exponent - zerosBehind
        // Plain, where it is not too long.
        if written >= 0, Bool.random(using: &random) { return sign + padded + String(repeating: "0", count: written) }
        let point = Int.random(in: 0 ... padded.count, using: &random)
        let integer = padded.prefix(point)
        let fraction = padded.dropFirst(point)
        // Leading zeros are not allowed in front of other digits; there are none, as digits begin with another.
        let mantissa = (integer.isEmpty ? "0" : String(integer)) + (fraction.isEmpty ? "" : "." + fraction)
        let left = written + fraction.count
        if left == 0, Bool.random(using: &random) { return sign + mantissa }
        let e = ["e", "E"].randomElement(using: &random)!
        let plus = left >= 0 ? ["", "+"].randomElement(using: &random)! : "-"
        return sign + mantissa + e + plus + ["", "0", "00"].randomElement(using: &random)! + String(abs(left))
    }

    // MARK: Changing

    /// The value with one thing changed somewhere.
    func mutated(using random: inout SplitMix) -> RandomJSON {
        switch self {
        case .null: return .boolean(false)
        case .boolean(let value): return Bool.random(using: &random) ? .boolean(!value) : .null
        case .number(let isNegative, let digits, let exponent):
            if digits.isEmpty { return .number(isNegative: false, digits: "1", exponent: 0) }
            switch Int.random(in: 0 ..< 3, using: &random) {
            case 0: return .number(isNegative: !isNegative, digits: digits, exponent: exponent)
            case 1: return .number(isNegative: isNegative, digits: digits, exponent: exponent + 1)
            default: return .number(isNegative: isNegative, digits: digits + "1", exponent: exponent)
            }
        case .string(let text):
            return .string(Bool.random(using: &random) ? text + " " : "x" + text)
        case .array(var items):
            guard let position = items.indices.randomElement(using: &random) else { return Bool.random(using: &random) ? .object([:]) : .array([.array([])]) }
            switch Int.random(in: 0 ..< 3, using: &random) {
            case 0: items.remove(at: position)
            case 1: items.insert(.array([]), at: position)
            default: items[position] = items[position].mutated(using: &random)
            }
            return items == [.array([])] && self == .array(items) ? .null : .array(items)
        case .object(var members):
            guard let key = members.keys.sorted().randomElement(using: &random), let value = members[key] else { return .array([]) }
            switch Int.random(in: 0 ..< 3, using: &random) {
            case 0: members[key] = nil
            case 1:
                members[key] = nil
                members[key + "~"] = value
            default: members[key] = value.mutated(using: &random)
            }
            return .object(members)
        }
    }
}

extension String {
    /// Without zeros at either end.
    fileprivate var trimmed: String {
        String(drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed())
    }
}
