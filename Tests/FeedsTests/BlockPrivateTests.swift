import Feeds
import FeedsTestServers
import Testing
@testable import Feeds

/// `--block-private`: no connection to this machine or its network, whatever names and redirects say.
@Suite struct BlockPrivateTests {
    private var settings: TransferSettings {
        var settings = Fetching.settings
        settings.blocksPrivate = true
        return settings
    }

    @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])
    func thisMachineIsRefusedByEveryName(_ host: String) throws {
        let server = try FaultServer()
        defer { server.stop() }
        let failure = try Fetching().fetch("http://\(host):\(server.port)/sound", settings: settings).failure
        guard case .addressRefused = failure else { Issue.record("\(String(describing: failure))"); return }
        #expect(server.requests.isEmpty)
    }

    @Test func aNameThatIsSentElsewhereIsRefusedByWhereItGoes() throws {
        let server = try FaultServer()
        defer { server.stop() }
        var settings = settings
        settings.connectTo = ["feeds.example:80:127.0.0.1:\(server.port)"]
        #expect(try Fetching().fetch("http://feeds.example/sound", settings: settings) == .failed(.addressRefused(host: "feeds.example", address: "127.0.0.1")))
    }

    @Test func withoutTheOptionNothingIsRefused() throws {
        let server = try FaultServer()
        defer { server.stop() }
        #expect(try Fetching().fetch(server.address(.sound)).isComplete)
    }

    @Test func aProxyMakesItWrongUsage() throws {
        var settings = settings
        settings.proxy = "http://127.0.0.1:1"
        #expect(throws: TransferSetupError.blocksPrivateBehindProxy(variable: nil)) { try settings.check { _ in nil } }
        settings.proxy = nil
        #expect(throws: TransferSetupError.blocksPrivateBehindProxy(variable: "https_proxy")) { try settings.check { $0 == "https_proxy" ? "http://p" : nil } }
        #expect(throws: TransferSetupError.blocksPrivateBehindProxy(variable: "ALL_PROXY")) { try settings.check { $0 == "ALL_PROXY" ? "http://p" : nil } }
        #expect(throws: Never.self) { try settings.check { $0 == "HTTP_PROXY" || $0 == "no_proxy" ? "a" : nil } }
        settings.proxy = ""
        #expect(throws: Never.self, "no proxy is used, whatever the environment says") { try settings.check { _ in "http://p" } }
    }

    @Test func filesAndPlacesThatMakeNoSenseAreSaidBeforeTheFirstTransfer() throws {
        var settings = Fetching.settings
        settings.certificates = "/nowhere.pem"
        guard case .certificatesUnreadable("/nowhere.pem", _) = #expect(throws: TransferSetupError.self, performing: { try TransferEngine(settings) }) else {
            Issue.record("accepted")
            return
        }
        settings.certificates = nil
        settings.connectTo = ["a.example:443"]
        #expect(throws: TransferSetupError.connectToMalformed("a.example:443")) { try TransferEngine(settings) }
        settings.connectTo = ["a.example:443:[::1]:8443", "::127.0.0.1:80"]
        #expect(throws: Never.self) { try settings.check { _ in nil } }
    }
}
