import FeedsTestServers
import Foundation
import Testing

/// Addresses: what of them is shown and stored, and names beyond ASCII.
@Suite struct FetchAddressTests {
    private let feeds: FetchFolder

    init() throws {
        feeds = try FetchFolder()
    }

    // MARK: Secrets

    @Test func secretsAreNeitherShownNorStored() throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { $0.headers["authorization"] == nil ? .status("401 Unauthorized") : .json(body) }
        defer { server.stop() }
        let address = server.address("/a?api_key=geheim").replacingOccurrences(of: "http://", with: "http://ana:geheim@")
        try feeds.describe("  - {id: a, url: '\(address)', headers: {X-Key: geheim}}\n")
        for format in ["text", "json", "csv"] {
            let result = try feeds.fetch("--feeds", "feeds.yaml", "--format", format)
            #expect(result.status == 0)
            #expect(!result.output.contains("geheim") && !result.error.contains("geheim"))
        }
        #expect(!(try Program().run(["store", "show", "a"] + feeds.store).output.contains("geheim")))
        for (name, content) in try feeds.stored() { #expect(!content.contains("geheim"), "\(name)") }
    }

    /// Also by commands that read no addresses, and by what reads the call.
    @Test(arguments: [
        ["review", "--stream"], ["merge"], ["profile", "check"], ["profile", "show"], ["profile", "list"], ["batch", "--manifest"], ["review", "x.json", "--output"],
        ["review", "x.json", "--prefixes"], ["review", "x.json", "--schema"], ["review", "x.json", "--profile"], ["history", "--history"], ["fetch", "--feeds"],
        ["fetch", "--registry"], ["store", "--store"], ["review", "x.json", "--today"], ["review", "--retries", "0"], ["fetch", "--retries", "0"], ["batch", "--retries", "0"],
    ])
    func noCommandEchoesSecrets(_ command: [String]) throws {
        for address in ["http:///ana:geheim@127.0.0.1:9/", "odd://ana:geheim@127.0.0.1:9/x?pin=geheim", "http://127.0.0.1:9/?to=http://ana:geheim@a/&otp=geheim;pass=geheim"] {
            let result = try Program().run(command + [address], in: feeds.folder.url, environment: ["XDG_DATA_HOME": feeds.folder.url("data").path])
            #expect(result.status != 0)
            #expect(!(result.output + result.error).contains("geheim"), "\(result.output + result.error)")
        }
    }

    // MARK: Names beyond ASCII

    /// Whatever the locale's character set is.
    @Test(arguments: ["C", "C.UTF-8"])
    func namesBeyondASCIIAreAskedForAsServersHaveThem(_ locale: String) throws {
        let body = FetchFolder.package(["1"])
        let server = try ScriptedServer { _ in .json(body) }
        defer { server.stop() }
        let arguments = ["fetch", "--lang", "en", "--fail-on", "never", "--connect-to", "xn--espaa-rta.test:80:127.0.0.1:\(server.port)", "http://españa.test/a"]
        let result = try Program().run(arguments + feeds.store, in: feeds.folder.url, environment: ["LC_ALL": locale])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("http://españa.test/a: new"), "\(result.output)")
        #expect(server.requests.map { $0.headers["host"] } == ["xn--espaa-rta.test"])
    }

    /// No name on the network has more than 63 letters between two points.
    @Test(arguments: [("en", "cannot be converted to the letters"), ("es", "no se puede convertir el nombre")])
    func namesThatCannotBeConvertedAreSaidInOurWords(_ language: String, _ words: String) throws {
        let host = String(repeating: "ñ", count: 70) + ".test"
        let result = try feeds.fetch("http://\(host)/", "--lang", language)
        #expect(result.status == 2)
        #expect(result.output.contains(words) && result.output.contains(host), "\(result.output)")
        #expect(!result.output.contains("URL"))
    }
}
