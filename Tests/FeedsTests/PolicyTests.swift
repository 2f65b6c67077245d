import Digests
import Glibc
import Testing
@testable import Feeds

func sha256(_ text: String) -> String {
    var digest = SHA256()
    Array(text.utf8).withUnsafeBytes { digest.add($0) }
    return digest.hexadecimal
}

/// Where redirects may lead, and what goes along.
@Suite struct RedirectPolicyTests {
    init() throws {
        // Addresses are taken apart by libcurl.
        try CurlLibrary.load()
    }

    private func follow(
        _ from: String, _ to: String, status: Int = 302, method: Transfer.Method = .get, taken: Int = 0, limits: TransferLimits = TransferLimits()
    ) throws -> RedirectPolicy.Hop {
        let hop = RedirectPolicy.Hop(address: try #require(TransferAddress(from)), method: method, isTrusted: true)
        return try RedirectPolicy.next(hop, status: status, target: TransferAddress(to), taken: taken, limits: limits)
    }

    @Test(arguments: [
        ("https://a.example/x", "https://a.example/y", true), ("http://a.example/x", "https://a.example/x", true),
        ("https://a.example/x", "https://A.EXAMPLE:443/y", true), ("https://a.example/x", "https://b.example/x", false),
        ("https://a.example/x", "https://a.example:8443/x", false), ("http://a.example/x", "https://a.example:8443/x", false),
        ("https://a.example/x", "https://a.example.b.example/x", false),
    ])
    func secretsGoToTheSamePlaceOnly(_ from: String, _ to: String, _ isTrusted: Bool) throws {
        #expect(try follow(from, to).isTrusted == isTrusted)
    }

    @Test(arguments: [
        ("Unsupported proxy scheme for 'odd://ana:geheim@127.0.0.1:9'", "Unsupported proxy scheme for 'odd://127.0.0.1:9'"),
        ("Unsupported proxy syntax in 'http://ana:ge heim@host'", "Unsupported proxy syntax in 'http://host'"),
        ("cannot reach http://ana:geheim@host now", "cannot reach http://host now"), ("Error: Unexpected argument 'http://a/?pin=1234'", "Error: Unexpected argument 'http://a/?pin=***'"),
        ("'http://a/?to=http://ana:ge'heim@b/&pin=1;otp=2' is invalid for '--today'", "'http://a/?to=http://b/&pin=***;otp=***' is invalid for '--today'"),
        ("in 'ana:ge heim@host'", "in '***@host'"),
        ("(https://ana:geheim@a/x?otp=1)", "(https://a/x?otp=***)"), ("it's not there", "it's not there"),
    ])
    func wordsOfTheLibraryLosePasswordsAndNothingElse(_ words: String, _ shown: String) {
        #expect(AddressText.shown(in: words) == shown)
    }

    @Test func trustThatIsLostStaysLost() throws {
        let away = try follow("https://a.example/", "https://b.example/")
        let back = try RedirectPolicy.next(away, status: 302, target: TransferAddress("https://a.example/"), taken: 1, limits: TransferLimits())
        #expect(!back.isTrusted)
    }

    @Test func fromHTTPSToHTTPOnlyWhereAllowed() throws {
        #expect(throws: TransferFailure.redirectDowngrade(to: "http://a.example/")) { try follow("https://a.example/", "http://u:p@a.example/") }
        var limits = TransferLimits()
        limits.allowsDowngrade = true
        #expect(try !follow("https://a.example/", "http://a.example/", limits: limits).isTrusted)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/"])
    func otherSchemesAreRefused(_ target: String) {
        #expect(throws: TransferFailure.redirectToScheme(String(target.prefix { $0 != ":" }))) { try follow("http://a.example/", target) }
    }

    @Test func redirectsEnd() throws {
        #expect(try follow("http://a.example/", "http://a.example/", taken: 9).method == .get)
        #expect(throws: TransferFailure.tooManyRedirects(limit: 10)) { try follow("http://a.example/", "http://a.example/", taken: 10) }
    }

    @Test(arguments: [(301, Transfer.Method.get), (302, .get), (303, .get), (307, .post), (308, .post)])
    func onlyTwoStatusesKeepThePost(_ status: Int, _ method: Transfer.Method) throws {
        #expect(try follow("http://a.example/", "http://a.example/", status: status, method: .post).method == method)
    }
}

/// What of an address is shown.
@Suite struct TransferAddressTests {
    init() throws { try CurlLibrary.load() }

    @Test(arguments: [
        ("https://user:secret@a.example/x", "https://a.example/x"),
        ("https://a.example/x?desde=2020&api_key=secret&b=1", "https://a.example/x?desde=2020&api_key=***&b=1"),
        ("https://a.example/x?X-Amz-Signature=secret", "https://a.example/x?X-Amz-Signature=***"),
        ("https://a.example/x?access_token=secret#part", "https://a.example/x?access_token=***"),
        ("https://a.example/x?page=2&sector=salud", "https://a.example/x?page=2&sector=salud"),
    ])
    func secretsAreNot(_ text: String, _ shown: String) throws {
        #expect(try #require(TransferAddress(text)).public == shown)
    }

    @Test func userAndPasswordAreKeptBesideTheAddress() throws {
        let address = try #require(TransferAddress("https://us%40er:se%3Acret@a.example/x"))
        #expect(address.user == "us@er")
        #expect(address.password == "se:cret")
        #expect(address.request == "https://a.example/x")
    }

    @Test(arguments: [("http://a.example/", 80), ("https://a.example/", 443), ("https://a.example:8443/", 8443)])
    func portsAreThoseOfTheScheme(_ text: String, _ port: Int) throws {
        #expect(try #require(TransferAddress(text)).port == port)
    }

    @Test func spacesAndAccentsAreWrittenOut() throws {
        #expect(try #require(TransferAddress("https://a.example/año 2020.json")).request == "https://a.example/a%c3%b1o%202020.json")
    }
}

/// Which addresses `--block-private` refuses.
@Suite struct NetworkAddressTests {
    @Test(arguments: [
        (0x7F00_0001, false), (0x7FFF_FFFF, false), (0x0A00_0001, false), (0xAC10_0001, false), (0xAC1F_FFFF, false), (0xAC20_0000, true), (0xAC0F_FFFF, true),
        (0xC0A8_0001, false), (0xC0A7_FFFF, true), (0xA9FE_A9FE, false), (0x6440_0000, false), (0x647F_FFFF, false), (0x6480_0000, true), (0x0000_0000, false),
        (0xE000_0001, false), (0xFFFF_FFFF, false), (0xC612_0001, false), (0x0808_0808, true), (0x0101_0101, true),
    ] as [(UInt32, Bool)])
    func v4(_ address: UInt32, _ isPublic: Bool) {
        #expect(NetworkAddress.v4(address).isPublic == isPublic)
    }

    @Test(arguments: [
        ("::1", false), ("::", false), ("fe80::1", false), ("febf::1", false), ("fc00::1", false), ("fd12:3456::1", false), ("fec0::1", false), ("ff02::1", false),
        ("::ffff:127.0.0.1", false), ("::ffff:10.0.0.1", false), ("::ffff:169.254.169.254", false), ("::ffff:8.8.8.8", true), ("::127.0.0.1", false),
        ("64:ff9b::a00:1", false), ("64:ff9b::808:808", true), ("64:ff9b:1::808:808", false), ("2002:7f00:1::1", false), ("2002:808:808::1", true),
        ("2001:0:808:808::1", false), ("2001:db8::1", false), ("3fff::1", false), ("2606:4700::1111", true), ("2001:4860:4860::8888", true),
    ])
    func v6(_ text: String, _ isPublic: Bool) throws {
        var bytes = [UInt8](repeating: 0, count: 16)
        try #require(inet_pton(AF_INET6, text, &bytes) == 1)
        #expect(NetworkAddress.v6(bytes).isPublic == isPublic)
    }
}

/// Whose turn it is.
@Suite struct TransferQueueTests {
    @Test func noHostGetsMoreThanItsShareAndNoneWaitsForAnother() {
        var queue = TransferQueue(total: 3, perHost: 2)
        for number in 1 ... 3 { queue.add(number, host: "a") }
        queue.add(4, host: "b")
        queue.add(5, host: "c")
        #expect([queue.next(at: 0), queue.next(at: 0), queue.next(at: 0), queue.next(at: 0)] == [1, 2, 4, nil])
        queue.ended(host: "b")
        #expect(queue.next(at: 0) == 5)
        queue.ended(host: "a")
        #expect(queue.next(at: 0) == 3)
    }

    @Test func whoWaitsForItsTimeHoldsNobodyUp() {
        var queue = TransferQueue(total: 1, perHost: 1)
        queue.add(1, host: "a", notBefore: 10)
        queue.add(2, host: "a")
        #expect(queue.next(at: 5) == 2)
        queue.ended(host: "a")
        #expect(queue.next(at: 9) == nil)
        #expect(queue.nextTime(after: 9) == 10)
        #expect(queue.next(at: 10) == 1)
    }

    @Test func whatIsUnderWayGoesFirst() {
        var queue = TransferQueue(total: 1, perHost: 1)
        queue.add(1, host: "a")
        queue.add(2, host: "a", isFirst: true)
        #expect(queue.next(at: 0) == 2)
    }
}
