/// When a failed attempt is made again, and after how long. Plain values: it looks at no clock and throws no dice.
package struct RetryPolicy: Sendable, Equatable {
    /// How often a transfer is made again at most; 0: never.
    package var retries = 4
    /// The waits grow from `baseSeconds`, twice as long each time, to no more than `greatestSeconds`.
    package var baseSeconds = 1.0
    package var greatestSeconds = 60.0
    /// The longest that a server may ask to wait (Retry-After). Where it asks for longer, the transfer fails: to ask earlier would be
    /// impolite.
    package var greatestRetryAfter = 300

    package init() {}

    package enum Decision: Sendable, Equatable {
        case again(afterSeconds: Double)
        case giveUp
    }

    /// When a transfer is made again, by the clock of `time` and `deadline`; nil where it is not.
    ///
    /// Where the time would be over before the next attempt begins, there is none: the reason for it says more than that it is over.
    func nextAttempt(of transfer: Transfer, after failure: TransferFailure, attempts: Int, at time: Double, deadline: Double, random: Double) -> Double? {
        let decision = decision(after: failure, attempts: attempts, isRepeatable: transfer.isRepeatable, random: random)
        guard case .again(let seconds) = decision, time + seconds < deadline else { return nil }
        return time + seconds
    }

    /// - Parameters:
    ///   - attempts: made so far, at least 1.
    ///   - isRepeatable: the request may be sent twice.
    ///   - random: evenly distributed from 0 up to 1.
    package func decision(after failure: TransferFailure, attempts: Int, isRepeatable: Bool, random: Double) -> Decision {
        guard isRepeatable, attempts <= retries, failure.mayPass else { return .giveUp }
        // Full jitter: when a server comes back, those who wait for it do not all ask at once.
        let wait = random * min(greatestSeconds, baseSeconds * Double(1 << min(attempts - 1, 30)))
        guard case .status(_, let asked?) = failure else { return .again(afterSeconds: wait) }
        guard asked <= greatestRetryAfter else { return .giveUp }
        // Not before what the server asked for, and again not all at once.
        return .again(afterSeconds: Double(asked) + random * baseSeconds)
    }
}

extension TransferFailure {
    /// The same request may well succeed later.
    var mayPass: Bool {
        switch self {
        case .hostUnknown, .connectionFailed, .connectTimedOut, .proxyFailed, .secureConnectionFailed, .cutShort, .connectionLost, .stalled:
            true
        case .status(let status, _): status == 408 || status == 425 || status == 429 || (500 ... 599).contains(status)
        case .badAddress, .hostNotConverted, .notHTTP, .unsupportedScheme, .badHeader, .addressRefused, .certificateRejected, .tooManyRedirects, .redirectToScheme,
             .redirectDowngrade, .redirectWithoutAddress, .timedOut, .tooLarge, .unpackedTooLarge, .damagedEncoding, .diskFull,
             .cannotWrite, .cancelled, .other:
            false
        }
    }
}
