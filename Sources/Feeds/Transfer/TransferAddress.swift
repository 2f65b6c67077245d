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
        let name = parameter[..<equals].lowercased().filter(\.isLetter)
        let isSecret = secretEndings.contains { name.hasSuffix($0) }
        return isSecret ? parameter[...equals] + "***" : String(parameter)
    }

    /// How parameters end that hold secrets, without regard to case and separators: `api_key`, `X-Amz-Signature`.
    private static let secretEndings = [
        "key", "token", "secret", "password", "passwd", "pwd", "signature", "sig", "auth", "authorization", "credential",
    ]
}

extension TransferAddress {
    /// An address that cannot be read, without what may be a user name and password.
    static func withoutUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        return "***" + text[at...]
    }
}
