/// An address taken apart. Only `request` is given to libcurl as an address; user name and password go beside it.
package struct TransferAddress: Sendable, Equatable {
    /// In lower case.
    package var scheme: String
    /// In lower case; IPv6 in brackets.
    package var host: String
    /// Also where the address leaves it to the scheme; 0 where that has none.
    package var port: Int
    /// Without user name, password and fragment.
    var request: String
    var user: String?
    var password: String?

    /// Fit to be shown and stored: without user name and password, and without the values of parameters that name a secret.
    package var `public`: String { Self.withoutSecrets(request) }

    /// An address with `***` for the values of parameters that name a secret.
    static func withoutSecrets(_ request: String) -> String {
        guard let mark = request.firstIndex(of: "?") else { return request }
        let parameters = request[request.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        return request[...mark] + parameters.map(Self.shown).joined(separator: "&")
    }

    var isHTTP: Bool { scheme == "http" || scheme == "https" }

    private static func shown(_ parameter: Substring) -> String {
        guard let equals = parameter.firstIndex(of: "=") else { return String(parameter) }
        let name = unescaped(parameter[..<equals]).lowercased().filter(\.isLetter)
        let isSecret = secretNames.contains(name) || secretEndings.contains { name.hasSuffix($0) }
        return isSecret ? parameter[...equals] + "***" : String(parameter)
    }

    /// With the bytes that `%` and two hexadecimal digits stand for (RFC 3986, 2.1).
    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.first?.isHexDigit == true, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How parameters end that hold secrets, without regard to case and separators: `api_key`, `X-Amz-Signature`.
    private static let secretEndings = [
        "key", "token", "secret", "password", "passwd", "pwd", "signature", "sig", "auth", "authorization", "credential",
        "tokens", "jwt", "session", "sessionid", "bearer", "clave", "contrasena", "contraseña",
    ]

    /// The whole names of others, whose ends say nothing: `countryCode`, `compass`.
    private static let secretNames: Set<String> = ["code", "authcode", "accesscode", "pass", "sid"]
}

extension TransferAddress {
    /// An address that cannot be read, without what may be a user name and password.
    static func withoutUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        return "***" + text[at...]
    }

    /// Words of a library's, without what addresses in them hold before an `@`.
    static func withoutUsers(_ words: String) -> String {
        // What stands in quotes is masked between them, spaces included.
        if let quote = words.firstIndex(of: "'"), let at = words.lastIndex(of: "@"), quote < at { return words[...quote] + "***" + words[at...] }
        return words.split(separator: " ", omittingEmptySubsequences: false).map { withoutUser(String($0)) }.joined(separator: " ")
    }
}
