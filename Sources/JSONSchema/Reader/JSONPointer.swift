/// A JSON Pointer (RFC 6901): the names and positions that lead from the root of a document to a value in it.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    /// The unescaped reference tokens; array positions in decimal.
    public var tokens: [String]

    public init(_ tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads the text form (`/projects/0/title`); nil when it is neither empty nor begins with a slash, or has a `~` that is
    /// followed by neither 0 nor 1 (RFC 6901, section 3).
    public init?(_ text: some StringProtocol) {
        guard !text.isEmpty else {
            tokens = []
            return
        }
        guard text.utf8.first == ASCII.slash else { return nil }
        tokens = []
        for part in Substring(text).utf8.dropFirst().split(separator: ASCII.slash, omittingEmptySubsequences: false) {
            guard let token = JSONPointer.unescaped(Substring(part)) else { return nil }
            tokens.append(token)
        }
    }

    public var description: String {
        var text = ""
        for token in tokens {
            text.append("/")
            text.append(JSONPointer.escaped(token))
        }
        return text
    }

    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens + [token])
    }

    /// A token as it stands in a pointer's text: `~` becomes `~0`, `/` becomes `~1` (RFC 6901, section 3).
    public static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == 0x7E || $0 == ASCII.slash }) else { return token }
        var text = ""
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func unescaped(_ part: some StringProtocol) -> String? {
        guard part.utf8.contains(0x7E) else { return String(part) }
        var text = String.UnicodeScalarView()
        var tilde = false
        for scalar in part.unicodeScalars {
            if tilde {
                guard scalar == "0" || scalar == "1" else { return nil }
                text.append(scalar == "0" ? "~" : "/")
                tilde = false
            } else if scalar == "~" {
                tilde = true
            } else {
                text.append(scalar)
            }
        }
        return tilde ? nil : String(text)
    }
}
