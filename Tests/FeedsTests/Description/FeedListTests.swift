@testable import Feeds
import Digests
import Testing

/// Feeds that are named by their addresses only.
@Suite struct FeedListTests {
    @Test func anAddressGivenTwiceIsOneFeed() {
        let list = FeedList(addresses: ["https://example.org/a.json", "https://example.org/b.json", "https://example.org/a.json"])
        #expect(list.items.map(\.feed.address) == ["https://example.org/a.json", "https://example.org/b.json"] && list.errors.isEmpty)
    }

    /// A key may choose the data, so feeds that differ in it are two; but a short password must not be easy to guess from what is shown.
    @Test(arguments: [("https://example.org/a?key=one", "https://example.org/a?key=two"), ("https://ana:one@example.org/a", "https://example.org/a")])
    func secretsTellFeedsApartAndAreNotInTheirIDs(_ one: String, _ other: String) throws {
        let ids = FeedList(addresses: [one, other]).items.map(\.feed.id.text)
        #expect(ids.count == 2 && ids[0] != ids[1])
        var quick = SHA256()
        Array(one.utf8).withUnsafeBytes { quick.add($0) }
        #expect(!ids[0].hasSuffix(String(quick.hexadecimal.prefix(12))), "a million of these can be tried in a second")
        #expect(FeedList(addresses: [one]).items.map(\.feed.id.text) == [ids[0]], "the same in each run")
    }
}

/// Against values of other programs.
@Suite struct SlowDigestTests {
    @Test(arguments: [
        ("password", "salt", 1, "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b"),
        ("password", "salt", 4_096, "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"),
        ("passwordPASSWORDpasswordPASSWORDpasswordPASSWORDpasswordPASSWORDpassword", "salt", 3, "71af33c533d60c613743978725121c4a9ebe9c1c0a39f51f31fd1857f84df5b9"),
    ])
    func pbkdf2(_ secret: String, _ salt: String, _ rounds: Int, _ expected: String) {
        #expect(SlowDigest.hexadecimal(secret.utf8, salt: salt.utf8, rounds: rounds) == expected)
    }
}
