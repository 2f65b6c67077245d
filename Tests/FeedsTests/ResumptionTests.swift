import FeedsTestServers
import Testing
@testable import Feeds

/// How a body that was cut short goes on, and when it begins anew.
@Suite struct ResumptionTests {
    private func headers(etag: String? = nil, lastModified: String? = nil, date: String? = "Mon, 07 Nov 1994 08:49:37 GMT") -> Received.Headers {
        var headers = Received.Headers()
        headers.date = date
        headers.etag = etag
        headers.lastModified = lastModified
        return headers
    }

    private func plan(_ headers: Received.Headers, received: Int = 100, isPacked: Bool = false, total: Int? = 1_000) -> Resumption? {
        Resumption(received: received, headers: headers, isPacked: isPacked, total: total)
    }

    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    @Test func aStrongETagOrADateProvesTheBody() {
        #expect(plan(headers(etag: "\"a\"", lastModified: Self.date))?.ifRange == "\"a\"")
        #expect(plan(headers(lastModified: Self.date))?.ifRange == Self.date)
        #expect(plan(headers(etag: "W/\"a\"", lastModified: Self.date))?.ifRange == Self.date, "a weak one proves nothing")
    }

    /// RFC 9110, 8.8.2.2: in the second in which a body was changed there may have been two.
    @Test(arguments: [nil, date, "Sun, 06 Nov 1994 08:49:36 GMT", "soon"]) func aDateThatIsNotPastProvesNothing(_ now: String?) {
        #expect(plan(headers(lastModified: Self.date, date: now)) == nil)
    }

    @Test func withoutProofItBeginsAnew() {
        #expect(plan(headers()) == nil)
        #expect(plan(headers(etag: "W/\"a\"")) == nil)
    }

    @Test func packedBodiesAndEmptyOnesBeginAnew() {
        #expect(plan(headers(etag: "\"a\""), isPacked: true) == nil)
        #expect(plan(headers(etag: "\"a\""), received: 0) == nil)
        #expect(plan(headers(etag: "\"a\""), received: 1_000) == nil)
    }

    @Test(arguments: [
        ("bytes 100-999/1000", true), ("bytes 100-999/*", true), ("Bytes 100-499/1000", true), ("bytes 100-1000/1000", false), ("bytes 100-1000/*", false), ("bytes 99-999/1000", false), ("bytes 101-999/1000", false),
        ("bytes 0-999/1000", false), ("bytes 100-999/1001", false), ("bytes 100-99/1000", false), ("bytes */1000", false), ("bytes 100-/1000", false),
        ("items 100-999/1000", false), ("bytes +100-999/1000", false), ("bytes 100-999", false), ("", false),
    ])
    func onlyTheRestFromWhereItEndedIsTaken(_ range: String, _ isTaken: Bool) {
        #expect(Resumption(offset: 100, ifRange: "\"a\"", total: 1_000).accepts(contentRange: range) == isTaken)
    }

    @Test func aPartOfAnotherBodyIsNotTaken() {
        let (byTag, byDate) = (Resumption(offset: 100, ifRange: "\"a\"", total: nil), Resumption(offset: 100, ifRange: Self.date, total: nil))
        let range = "bytes 100-999/1000"
        #expect(byTag.accepts(contentRange: range, headers: headers(etag: "\"a\"", lastModified: "another")))
        #expect(!byTag.accepts(contentRange: range, headers: headers(etag: "\"b\"")))
        #expect(byDate.accepts(contentRange: range, headers: headers(lastModified: Self.date)))
        #expect(!byDate.accepts(contentRange: range, headers: headers(lastModified: "Mon, 07 Nov 1994 08:49:37 GMT")))
        #expect(!byTag.accepts(contentRange: range, isPacked: true), "packed bytes do not go behind unpacked ones")
    }

    /// It may end early, and nothing would show it.
    @Test func aPartOfSomethingOfUnknownLengthIsNotTaken() {
        let plan = Resumption(offset: 100, ifRange: "\"a\"", total: nil)
        #expect(!plan.accepts(contentRange: "bytes 100-999/*") && plan.accepts(contentRange: "bytes 100-999/1000"))
    }

    @Test func aPartWithoutItsPlaceIsNotTaken() {
        #expect(!Resumption(offset: 100, ifRange: "\"a\"", total: nil).accepts(contentRange: nil))
    }

    @Test func aBodyCutShortGoesOnWhereItEnded() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let fetching = try Fetching()
        let received = try #require(try fetching.fetch(server.address(.cutOnce)).received)
        #expect(fetching.body == FaultServer.body)
        #expect(received.isResumed)
        #expect(received.bytes == FaultServer.body.utf8.count)
        #expect(received.sha256 == sha256(FaultServer.body))
        #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=\(FaultServer.body.utf8.count / 2)-"])
        #expect(server.requests.last?.headers["accept-encoding"] == nil, "a part of a packed body would not fit")
    }

    @Test func aPartThatBeginsElsewhereIsThrownAway() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let fetching = try Fetching()
        let received = try #require(try fetching.fetch(server.address(.wrongRange)).received)
        #expect(fetching.body == FaultServer.body)
        #expect(!received.isResumed)
        #expect(received.attempts == 3)
        #expect(received.sha256 == sha256(FaultServer.body))
    }

    @Test func aBodyThatChangedMeanwhileIsTakenWhole() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let fetching = try Fetching()
        let received = try #require(try fetching.fetch(server.address(.changed)).received)
        #expect(fetching.body.contains("aaaaaa") && !fetching.body.contains("bu3kcz"))
        #expect(!received.isResumed)
        #expect(received.headers.etag == "\"second\"")
        #expect(received.sha256 == sha256(fetching.body))
    }
}
