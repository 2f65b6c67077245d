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
    package var `public`: String { AddressText.shown(request) }

    var isHTTP: Bool { scheme == "http" || scheme == "https" }
}
