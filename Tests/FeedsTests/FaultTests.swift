import Digests
import Feeds
import FeedsTestServers
import Foundation
import Testing

/// What a server does wrong, and what is said of it. No fault ends in a body that passes for complete and isn't.
@Suite struct FaultTests {
    private let server: FaultServer
    private let fetching: Fetching

    init() throws {
        server = try FaultServer()
        fetching = try Fetching()
    }

    private func fetch(_ fault: Fault, _ change: (inout Transfer) -> Void = { _ in }) throws -> TransferOutcome {
        defer { server.stop() }
        return try fetching.fetch(server.address(fault), change)
    }

    private static let length = FaultServer.body.utf8.count
    private static let packedLength = Gzip.packed(FaultServer.body).count

    @Test func aSoundBodyIsCompleteWithLengthAndDigest() throws {
        let received = try #require(try fetch(.sound).received)
        #expect(fetching.body == FaultServer.body)
        #expect(received.bytes == Self.length)
        var digest = SHA256()
        Array(FaultServer.body.utf8).withUnsafeBytes { digest.add($0) }
        #expect(received.sha256 == digest.hexadecimal)
        #expect(received.attempts == 1)
    }

    @Test(arguments: [
        (Fault.cutShort, TransferFailure.cutShort(received: length / 2, expected: length)),
        (.cutPacked, .cutShort(received: packedLength / 2, expected: packedLength)),
        (.cutChunks, .cutShort(received: length / 2, expected: nil)),
        // What was sent is whole, what was packed is not.
        (.cutGzip, .cutShort(received: packedLength / 2, expected: nil)),
        (.gzipAndMore, .damagedEncoding(reason: nil)),
        (.unknownCoding, .damagedEncoding(reason: "Content-Encoding: compress")),
        (.loop, .tooManyRedirects(limit: 10)),
        (.toFile, .redirectToScheme("file")),
        (.redirectNowhere, .redirectWithoutAddress(status: 302)),
        (.notFound, .status(404, retryAfter: nil)),
        (.noContent, .status(204, retryAfter: nil)),
        (.busyForLong, .status(503, retryAfter: 3_600)),
        (.busyForever, .status(503, retryAfter: .max)),
        (.huge, .tooLarge(limit: 2_000_000_000, announced: 5_000_000_000_000)),
    ])
    func faultsHaveTheirFailure(_ fault: Fault, _ failure: TransferFailure) throws {
        #expect(try fetch(fault) == .failed(failure))
    }

    @Test func aConnectionThatHangsUpIsLost() throws {
        guard case .connectionLost = try fetch(.hangUp).failure else { Issue.record("not lost"); return }
        #expect(server.requests.count == 5, "the first attempt and four retries")
    }

    @Test func noPartOfAPackedBodyIsAskedFor() throws {
        _ = try fetch(.cutPacked)
        #expect(server.requests.count == 5 && server.requests.allSatisfy { $0.headers["range"] == nil })
    }

    @Test func aBodyThatIsNotPackedAsItSaysIsDamaged() throws {
        guard case .damagedEncoding = try fetch(.notGzip).failure else { Issue.record("not damaged"); return }
    }

    @Test func whatSpeaksAnotherProtocolIsSaidAndLeftAlone() throws {
        #expect(try fetch(.otherProtocol) == .failed(.notHTTP(host: "127.0.0.1")))
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["http:///ana:geheim@127.0.0.1:9/", "http:////127.0.0.1:9/", "http://ana:geheim@", "ana:geheim@"])
    func whatIsNoAddressIsSaidWithoutItsSecrets(_ text: String) throws {
        guard case .badAddress(let shown) = try fetching.fetch(text).failure else { Issue.record("\(text) was asked for"); return }
        #expect(!shown.contains("geheim"))
    }

    @Test func packedWithoutItsEndIsAskedForAgain() throws {
        _ = try fetch(.cutGzip)
        #expect(server.requests.count == 5)
    }

    @Test func aBodyWithoutEndEndsAtTheLimit() throws {
        let outcome = try fetch(.endless) { $0.limits.bytes = 1_000_000 }
        #expect(outcome == .failed(.tooLarge(limit: 1_000_000, announced: nil)))
    }

    @Test func aGzipBombEndsAtTheLimit() throws {
        let outcome = try fetch(.gzipBomb) { $0.limits.bytes = 1_000_000 }
        #expect(outcome == .failed(.unpackedTooLarge(limit: 1_000_000)))
        let size = try FileManager.default.attributesOfItem(atPath: fetching.folder.appendingPathComponent("body").path)[.size] as? Int
        #expect(try #require(size) <= 1_000_000)
    }

    @Test(arguments: [Fault.stalled, .silent])
    func whatStallsIsEnded(_ fault: Fault) throws {
        let outcome = try fetch(fault) { transfer in
            transfer.limits.stallSeconds = 1
            // libcurl looks at the average of a few seconds, in which half of a body came.
            transfer.limits.stallBytesPerSecond = 100_000
            // Not sent again: once is enough to see it.
            transfer.method = .post
        }
        #expect(outcome == .failed(.stalled(seconds: 1)))
    }

    @Test func aSlowDripIsTooSlowInTheEnd() throws {
        let outcome = try fetch(.drip) { transfer in
            transfer.limits.stallBytesPerSecond = 1
            transfer.limits.totalSeconds = 1
        }
        #expect(outcome == .failed(.timedOut(seconds: 1)))
    }

    @Test func aSlowDripBelowTheBoundIsAStall() throws {
        let outcome = try fetch(.drip) { transfer in
            transfer.limits.stallBytesPerSecond = 1_000
            transfer.limits.stallSeconds = 1
            transfer.method = .post
        }
        #expect(outcome == .failed(.stalled(seconds: 1)))
    }

    @Test func aWebPageIsABodyAndSaysSo() throws {
        #expect(try fetch(.html).received?.headers.contentType == "text/html")
    }

    @Test func aBusyServerIsAskedAgain() throws {
        let received = try #require(try fetch(.busyTwice).received)
        #expect(received.attempts == 3)
        #expect(fetching.body == FaultServer.body)
    }

    @Test func retryAfterAsADateIsWaitedFor() throws {
        let start = Date()
        #expect(try fetch(.busyUntil).received?.attempts == 2)
        // Dates have whole seconds.
        #expect(Date().timeIntervalSince(start) > 0.9)
    }

    /// Longer than the bound, than any number, or than the time left.
    @Test(arguments: [(Fault.busyForLong, 20.0), (.busyForever, 20), (.busyUntil, 1)])
    func aServerThatAsksForTooLongAWaitIsNotAskedAgain(_ fault: Fault, _ seconds: Double) throws {
        guard case .status = try fetch(fault, { $0.limits.totalSeconds = seconds }).failure else { Issue.record("not its status"); return }
        #expect(server.requests.count == 1)
    }

    @Test func whatMayNotBeSentTwiceIsSentOnce() throws {
        let outcome = try fetch(.busyTwice) { $0.method = .post }
        #expect(outcome == .failed(.status(503, retryAfter: nil)))
        #expect(server.requests.count == 1)
    }

    @Test func aPostThatMayBeSentTwiceIsSentAgainWithItsBody() throws {
        let outcome = try fetch(.busyTwice) { transfer in
            transfer.method = .post
            transfer.isIdempotent = true
            transfer.headers = [.init("Content-Type", "application/json")]
            transfer.body = Array(#"{"desde":"2020-01-01"}"#.utf8)
        }
        #expect(outcome.received?.attempts == 3)
        #expect(server.requests.map(\.method) == ["POST", "POST", "POST"])
        #expect(server.requests.allSatisfy { $0.body == #"{"desde":"2020-01-01"}"# && $0.headers["content-type"] == "application/json" })
    }

    @Test func nobodyThereIsRetriedAndSaid() throws {
        server.stop()
        guard case .connectionFailed("127.0.0.1", let reason) = try fetching.fetch(server.address(.sound)).failure else { Issue.record("connected"); return }
        // How long that took is another number each time.
        #expect(!reason.contains(" ms") && reason.contains("127.0.0.1"))
    }

    @Test(arguments: ["", "datos", "http://", "http://[::1/"])
    func whatIsNoAddressIsSaid(_ text: String) throws {
        #expect(try fetching.fetch(text) == .failed(.badAddress(text)))
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/a"])
    func onlyHTTPIsSpoken(_ text: String) throws {
        #expect(try fetching.fetch(text) == .failed(.unsupportedScheme(String(text.prefix { $0 != ":" }))))
    }

    @Test(arguments: [Transfer.Header("X-A", "b\r\nX-C: d"), .init("X A", "b"), .init("", "b"), .init("X-A:", "b")])
    func headersThatWouldBecomeOthersAreRefused(_ header: Transfer.Header) throws {
        #expect(try fetch(.sound) { $0.headers = [header] } == .failed(.badHeader(name: header.name)))
    }
}
