package import JSONSchema

/// Values as they stand inside a sentence: short, on one line.
package enum Excerpts {
    package static let longest = 60

    package static func short(_ excerpt: Excerpt) -> String {
        let text = switch excerpt {
        case .text(let text), .literal(let text): text
        }
        let visible = VisibleText.escaped(text)
        let scalars = visible.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex), end < scalars.endIndex else { return visible }
        return String(scalars[..<end]) + "…"
    }
}

/// Text from data as it may be shown: characters that control a terminal, or turn the direction of writing, are written out.
public enum VisibleText {
    public static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                shown.append(contentsOf: name(scalar).unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0 ..< 0x20, 0x7F ..< 0xA0: true
        case 0x061C, 0x200B ... 0x200F, 0x2028 ... 0x202E, 0x2060 ... 0x206F, 0xFEFF: true
        default: false
        }
    }
}
