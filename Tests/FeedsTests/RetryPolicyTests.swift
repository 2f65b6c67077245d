import Testing
@testable import Feeds

/// When a transfer is made again, and after how long.
@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy()

    private func decision(_ failure: TransferFailure, attempts: Int = 1, isRepeatable: Bool = true, random: Double = 0.5) -> RetryPolicy.Decision {
        policy.decision(after: failure, attempts: attempts, isRepeatable: isRepeatable, random: random)
    }

    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func statusesThatMayPassAreTriedAgain(_ status: Int) {
        #expect(decision(.status(status, retryAfter: nil)) == .again(afterSeconds: 0.5))
    }

    @Test(arguments: [400, 401, 403, 404, 410, 422, 451, 204, 206, 304])
    func otherStatusesAreNot(_ status: Int) {
        #expect(decision(.status(status, retryAfter: nil)) == .giveUp)
    }

    @Test(arguments: [
        TransferFailure.hostUnknown("h"), .connectionFailed(host: "h", reason: ""), .connectTimedOut(host: "h", seconds: 1),
        .secureConnectionFailed(host: "h", reason: ""), .cutShort(received: 1, expected: 2), .connectionLost(reason: ""), .stalled(seconds: 1),
    ])
    func connectionsMayPass(_ failure: TransferFailure) {
        #expect(decision(failure) == .again(afterSeconds: 0.5))
    }

    @Test(arguments: [
        TransferFailure.certificateRejected(host: "h", reason: ""), .addressRefused(host: "h", address: "::1"), .redirectDowngrade(to: "http://h/"),
        .redirectToScheme("file"), .tooManyRedirects(limit: 10), .tooLarge(limit: 1, announced: nil), .unpackedTooLarge(limit: 1),
        .diskFull(path: "f"), .cancelled, .timedOut(seconds: 1), .damagedEncoding(reason: ""),
    ])
    func whatStaysAsItIsIsNotTriedAgain(_ failure: TransferFailure) {
        #expect(decision(failure) == .giveUp)
    }

    @Test func whatMayNotBeSentTwiceIsNot() {
        #expect(decision(.status(503, retryAfter: nil), isRepeatable: false) == .giveUp)
    }

    @Test(arguments: [(1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0)])
    func waitsDoubleAndAreSpreadFromNothingOn(_ attempts: Int, _ longest: Double) {
        #expect(decision(.connectionLost(reason: ""), attempts: attempts, random: 0) == .again(afterSeconds: 0))
        #expect(decision(.connectionLost(reason: ""), attempts: attempts, random: 1) == .again(afterSeconds: longest))
    }

    @Test func waitsHaveAGreatest() {
        var patient = RetryPolicy()
        patient.retries = 100
        #expect(patient.decision(after: .connectionLost(reason: ""), attempts: 90, isRepeatable: true, random: 1) == .again(afterSeconds: 60))
    }

    @Test func retriesEnd() {
        #expect(decision(.connectionLost(reason: ""), attempts: 5) == .giveUp)
    }

    @Test func noRetryComesBeforeWhatTheServerAskedFor() {
        #expect(decision(.status(429, retryAfter: 120), random: 0) == .again(afterSeconds: 120))
        #expect(decision(.status(503, retryAfter: 0), random: 0.25) == .again(afterSeconds: 0.25))
    }

    @Test func aServerThatAsksForMoreThanTheBoundIsLeftAlone() {
        #expect(decision(.status(429, retryAfter: 300)) != .giveUp)
        #expect(decision(.status(429, retryAfter: 301)) == .giveUp)
    }
}
