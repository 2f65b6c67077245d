/// What all transfers of a run share.
package struct TransferSettings: Sendable {
    /// Transfers at a time, in all and for one host.
    package var total = TransferSettings.usualTotal
    package var perHost = TransferSettings.usualPerHost
    package static let usualTotal = 8
    package static let usualPerHost = 2
    /// Each takes a connection, and the system gives a program few more.
    package static let mostTotal = 1_000
    package var retries = RetryPolicy()
    /// Names the program honestly, and whom to write to where the user gave that.
    package var userAgent: String
    /// A PEM file with the certificates to trust instead of the system's (`--cacert`).
    package var certificates: String?
    /// `HOST1:PORT1:HOST2:PORT2`: what is for the first goes to the second (`--connect-to`; CURLOPT_CONNECT_TO).
    package var connectTo: [String] = []
    /// Refuses addresses that are not public (`--block-private`).
    package var blocksPrivate = false
    /// nil: what the environment says (`https_proxy`, `no_proxy` …); empty: none.
    package var proxy: String?
    /// Hosts that no proxy is used for, separated by commas; nil: what the environment says.
    package var noProxy: String?
    /// How often `progress` is told at most.
    package var progressSeconds = 0.2

    package init(userAgent: String) {
        self.userAgent = userAgent
    }
}

/// Why no transfer can be made at all.
package enum TransferSetupError: Error, Sendable, Equatable {
    /// No usable libcurl on this system; `reason` is the loader's.
    case libraryMissing(reason: String)
    /// libcurl lacks what is needed; both are versions.
    case libraryTooOld(found: String, needed: String)
    /// With a proxy it is the proxy that resolves names and connects, so addresses cannot be refused here. `variable` is the one that
    /// names the proxy, nil where the settings do.
    case blocksPrivateBehindProxy(variable: String?)
    /// The file of `--cacert` cannot be read.
    case certificatesUnreadable(path: String, reason: String)
    /// Not of the form HOST1:PORT1:HOST2:PORT2.
    case connectToMalformed(String)
    /// The system gave no thread or no memory.
    case withoutResources
}
