/// The environment's variables that make libcurl use a proxy for http or https.
package enum ProxyVariables {
    /// `http_proxy` in capitals is not among them: a CGI program's caller can set it.
    private static let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]

    /// The first one that is set, or nil.
    package static func first(in environment: (String) -> String?) -> String? {
        names.first { !(environment($0) ?? "").isEmpty }
    }
}
