/// What one transfer may cost. Times are in seconds.
package struct TransferLimits: Sendable, Equatable {
    /// Of the body, both as it comes over the wire and unpacked: a few kilobytes of gzip can hold gigabytes.
    package var bytes = 2_000_000_000
    /// To resolve the name, connect and agree on encryption.
    package var connectSeconds = 30.0
    /// How long fewer than `stallBytesPerSecond` may come. Slow gateways take a minute or two before the first byte.
    package var stallSeconds = 120
    package var stallBytesPerSecond = 10
    /// For the whole transfer from when it is first sent: redirects, retries and the waits between them included.
    package var totalSeconds = 3_600.0
    /// Thirty years: as good as any longer time, and can be reckoned with in milliseconds.
    package static let mostSeconds = 1e9
    package var redirects = 10
    /// Lets an https address redirect to an http one, where anyone on the way can read and change what is sent.
    package var allowsDowngrade = false

    package init() {}
}
