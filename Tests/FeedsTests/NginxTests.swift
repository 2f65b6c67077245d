import Feeds
import FeedsTestServers
import Foundation
import Testing

/// What a sound server offers is used: TLS, HTTP/2, packing, conditional requests, parts, redirects, and its wish for calm.
@Suite(.enabled(if: NginxServer.isInstalled, "nginx is not installed"))
struct NginxTests {
    private let server: NginxServer
    private let fetching: Fetching
    private static let content = FaultServer.body

    init() throws {
        server = try NginxServer(["a.json": Self.content])
        fetching = try Fetching()
    }

    private var trusting: TransferSettings {
        var settings = Fetching.settings
        settings.certificates = server.authority
        return settings
    }

    private func fetch(_ address: String, _ settings: TransferSettings? = nil, _ change: (inout Transfer) -> Void = { _ in }) throws -> TransferOutcome {
        try fetching.fetch(address, settings: settings ?? trusting, change)
    }

    @Test func overTLSAndHTTP2() throws {
        let received = try #require(try fetch(server.https("/plain/a.json")).received)
        #expect(fetching.body == Self.content)
        #expect(received.sha256 == sha256(Self.content))
        #expect(received.headers.etag != nil && received.headers.lastModified != nil)
        #expect(try server.requests().map { $0.hasPrefix("GET HTTP/2.0 200 ") && $0.contains(" user-agent=oc4ids-tests ") } == [true])
    }

    @Test func packedBodiesAreUnpackedAndCostLess() throws {
        let received = try #require(try fetch(server.https("/packed/a.json")).received)
        #expect(fetching.body == Self.content)
        #expect(received.headers.contentEncoding == "gzip")
        #expect(received.bytes == Self.content.utf8.count && received.wireBytes < received.bytes / 2)
        #expect(received.headers.etag?.hasPrefix("W/") == true)
    }

    @Test(arguments: ["/plain/a.json", "/packed/a.json"]) func whatHasNotChangedCostsNothing(_ path: String) throws {
        let first = try #require(try fetch(server.https(path)).received)
        let outcome = try fetch(server.https(path)) { transfer in
            transfer.validators = first.headers.validators
            transfer.destination = self.fetching.folder.appendingPathComponent("second").path
        }
        guard case .notModified(let received) = outcome else { Issue.record("\(outcome)"); return }
        // nginx calls the packed body's ETag weak, and forgets to in this answer.
        let strong = first.headers.etag.map { $0.hasPrefix("W/") ? String($0.dropFirst(2)) : $0 }
        #expect(received.headers.etag == strong)
        #expect(received.wireBytes == 0)
        #expect(!FileManager.default.fileExists(atPath: fetching.folder.appendingPathComponent("second").path), "no file for nothing")
    }

    @Test func whatHasChangedComes() throws {
        let first = try #require(try fetch(server.http("/plain/a.json")).received)
        try server.write(Self.content + "\n", to: "a.json")
        let outcome = try fetch(server.http("/plain/a.json")) { $0.validators = first.headers.validators }
        #expect(outcome.isComplete)
        #expect(fetching.body == Self.content + "\n")
    }

    @Test func anUnknownAuthorityIsRejected() throws {
        guard case .certificateRejected("localhost", let reason) = try fetch(server.https("/plain/a.json"), Fetching.settings).failure else {
            Issue.record("accepted")
            return
        }
        #expect(reason.contains("certificate"))
        #expect(try server.requests() == [], "nothing was asked of it")
    }

    @Test func aBrokenCertificateIsAcceptedWhereTheFeedSaysSoAndOnlyThere() throws {
        guard case .certificateRejected = try fetch(server.broken("/plain/a.json")).failure else { Issue.record("accepted"); return }
        #expect(try fetch(server.broken("/plain/a.json")) { $0.verifiesTLS = false }.isComplete)
        // The connection that was made without looking is not one for those who look.
        let engine = try TransferEngine(trusting)
        defer { engine.close() }
        let lenient = fetching.transfer(server.broken("/plain/a.json")) { $0.verifiesTLS = false }
        #expect(engine.perform(lenient).isComplete)
        #expect(!engine.perform(fetching.transfer(server.broken("/plain/a.json"))).isComplete)
    }

    @Test func namesCanBeSentElsewhereAndTheirCertificateIsStillVerified() throws {
        var settings = trusting
        settings.connectTo = ["\(NginxServer.host):443:127.0.0.1:\(server.httpsPort)", "other.example:443:127.0.0.1:\(server.httpsPort)"]
        #expect(try fetch("https://\(NginxServer.host)/plain/a.json", settings).isComplete)
        guard case .certificateRejected("other.example", _) = try fetch("https://other.example/plain/a.json", settings).failure else {
            Issue.record("accepted")
            return
        }
    }

    @Test(arguments: ["/moved", "/upgraded"]) func redirectsAreFollowed(_ path: String) throws {
        var settings = trusting
        settings.connectTo = ["localhost:\(server.httpPort):127.0.0.1:\(server.httpPort)"]
        let received = try #require(try fetch("http://localhost:\(server.httpPort)\(path)", settings).received)
        #expect(received.redirects == 1)
        #expect(received.address.hasSuffix("/plain/a.json"))
    }

    @Test func fromEncryptedToPlainOnlyWhereAllowed() throws {
        #expect(try fetch(server.https("/downgraded")) == .failed(.redirectDowngrade(to: server.http("/plain/a.json"))))
        #expect(try fetch(server.https("/downgraded")) { $0.limits.allowsDowngrade = true }.isComplete)
    }

    @Test func secretsStayWithTheirHost() throws {
        let address = server.http("/elsewhere").replacingOccurrences(of: "http://", with: "http://user:secret@")
        let received = try #require(try fetch(address) { $0.headers = [.init("X-Api-Key", "secret"), .init("Accept", "application/json")] }.received)
        let requests = try server.requests()
        #expect(requests.map { $0.contains("authorization=Basic") && $0.contains("x-api-key=secret") } == [true, false])
        #expect(requests.last?.contains("authorization=- x-api-key=- ") == true)
        #expect(!"\(received)".contains("secret"))
    }

    @Test func secretsGoAlongAtTheSamePlace() throws {
        let address = server.http("/moved").replacingOccurrences(of: "http://", with: "http://user:secret@")
        _ = try fetch(address) { $0.headers = [.init("X-Api-Key", "secret")] }
        #expect(try server.requests().map { $0.contains("authorization=Basic") && $0.contains("x-api-key=secret") } == [true, true])
    }

    @Test func aServerThatWantsCalmGetsIt() throws {
        var settings = trusting
        settings.retries.retries = 10
        let engine = try TransferEngine(settings)
        let outcomes = Outcomes()
        for number in 1 ... 4 {
            engine.add(fetching.transfer(server.http("/limited/a.json?\(number)")) { $0.destination += "-\(number)" }) { outcomes.add($0) }
        }
        engine.close()
        #expect(outcomes.all.count { $0.isComplete } == 4)
        #expect(try server.requests().contains { $0.contains(" 429 ") }, "some were asked to wait")
    }

    @Test func connectionsAreUsedAgain() throws {
        let engine = try TransferEngine(trusting)
        defer { engine.close() }
        for _ in 1 ... 5 { #expect(engine.perform(fetching.transfer(server.https("/plain/a.json"))).isComplete) }
        let connections = Set(try server.requests().compactMap { $0.split(separator: " ").last })
        #expect(connections.count == 1)
    }
}
