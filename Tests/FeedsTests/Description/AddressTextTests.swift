@testable import Feeds
import Testing

/// What is told of an address by its text.
@Suite struct AddressTextTests {
    @Test(arguments: ["http://a", "https://example.org/x?y=z#f", "HTTPS://Example.org", "http://user:word@127.0.0.1:80/", "http://[::1]:8080/"])
    func addressesAreHTTP(_ text: String) {
        #expect(AddressText.isAddress(text))
    }

    @Test(arguments: ["", "http://", "http:///x", "http://:80/", "ftp://a", "file:///etc/passwd", "example.org", "javascript:alert(1)", "http://a b", "http://a\nb", "//a", "http://user@"])
    func nothingElseIs(_ text: String) {
        #expect(!AddressText.isAddress(text))
    }

    @Test(arguments: [
        ("https://user:word@example.org/x", "https://example.org/x"), ("https://example.org/x?api_key=abc&page=2", "https://example.org/x?api_key=***&page=2"),
        ("https://example.org/{year}?token=abc#part", "https://example.org/{year}?token=***"), ("https://example.org/a@b", "https://example.org/a@b"),
        ("https://a@b:c@example.org/", "https://example.org/"), ("https://ana:ge/he?i#m@example.org/x", "https://example.org/x"),
        ("ftp://ana:geheim@example.org/x", "ftp://example.org/x"), ("ana:geheim@example.org/x", "***@example.org/x"),
        ("http://example.org:8080/@user", "http://example.org:8080/@user"), ("https://[::1]:8080/@user", "https://[::1]:8080/@user"),
        ("https://example.org/?code=a&jwt=b&user_session=c&sid=d&contrase%C3%B1a=e&t%6Fken=f", "https://example.org/?code=***&jwt=***&user_session=***&sid=***&contrase%C3%B1a=***&t%6Fken=***"),
        ("http:///ana:geheim@example.org/x", "http:///***@example.org/x"), ("http:////ana:geheim@example.org/x", "http:///***@example.org/x"), ("file:///tmp/a@b", "file:///tmp/a@b"),
        ("https://example.org/?passphrase=a&credentials=b&otp=c&pin=d&hmac=e", "https://example.org/?passphrase=***&credentials=***&otp=***&pin=***&hmac=***"),
        ("https://example.org/?a=1;token=b;c=2", "https://example.org/?a=1;token=***;c=2"), ("https://example.org/x;jsessionid=a/y;v=1?b=2", "https://example.org/x;jsessionid=***/y;v=1?b=2"),
        ("https://example.org/?to=http://ana:geheim@a/x&b=1", "https://example.org/?to=http://a/x&b=1"), ("https://example.org/?to=http%3A%2F%2Fana%3Ageheim%40a%2Fx&b=1", "https://example.org/?to=***&b=1"),
        ("https://example.org/?to=http%253A%252F%252Fana%253Ageheim%2540a", "https://example.org/?to=***"), ("https://example.org/?to=http://a/?token=b", "https://example.org/?to=http://a/?token=***"),
        ("https://example.org/?to=%2Fx%3Ftoken%3Db", "https://example.org/?to=***"), ("https://example.org/get/http://ana:geheim@a/x", "https://example.org/get/http://a/x"),
        ("https://example.org/?proxy=ana:geheim@a", "https://example.org/?proxy=***@a"), ("https://example.org/?to=http%3A%2F%2Fa%2Fx", "https://example.org/?to=http%3A%2F%2Fa%2Fx"),
        ("https://example.org/?mail=ana@example.org&colour=%23fff&mapping=1", "https://example.org/?mail=ana@example.org&colour=%23fff&mapping=1"),
        ("https://example.org/?PHPSESSID=a&ticket=b&llave=c", "https://example.org/?PHPSESSID=***&ticket=***&llave=***"),
        (#"https://example.org/?q={"token":"b"}&f=[%22api_key%22]"#, "https://example.org/?q=***&f=***"),
        (#"https://example.org/?q={"year":"2025"}"#, #"https://example.org/?q={"year":"2025"}"#),
        ("https://example.org/?countryCode=GT&compass=1", "https://example.org/?countryCode=GT&compass=1"),
    ])
    func secretsAreNotShown(_ text: String, _ shown: String) {
        #expect(AddressText.shown(text) == shown)
    }

    @Test(arguments: [
        ("http://a/x", "http://a/x?page=2"), ("http://a/x?page=1", "http://a/x?page=2"), ("http://a/x?b=c&page=1&d=e", "http://a/x?b=c&page=2&d=e"),
        ("http://a/x?b=c#f", "http://a/x?b=c&page=2#f"), ("http://a/x?pages=1", "http://a/x?pages=1&page=2"),
    ])
    func aPagesNumberIsSetInItsPlace(_ address: String, _ set: String) {
        #expect(AddressText.setting("page", to: "2", in: address) == set)
    }

    // MARK: The next page

    @Test(arguments: [
        ("https://a.org/p?x=2", "https://a.org/p?x=2"), ("/p/2", "https://a.org/p/2"), ("?page=2", "https://a.org/api/list?page=2"), ("list2", "https://a.org/api/list2"),
        ("http://a.org/p/2", "https://a.org/p/2"),
    ])
    func theNextPageIsOfTheSameServer(_ reference: String, _ address: String) throws {
        #expect(try NextPage.address(reference, from: "https://a.org/api/list?page=1") == address)
    }

    @Test(arguments: ["https://b.org/p/2", "file:///etc/passwd", "ftp://a.org/", "//b.org/x", "https://a.org.b.org/"])
    func anotherServerIsNotAsked(_ reference: String) {
        #expect(throws: FetchProblem.self) { try NextPage.address(reference, from: "https://a.org/api/list?page=1") }
    }

    @Test(arguments: [
        (#"</p/2>; rel="next""#, "/p/2"), (#"</p/0>; rel="prev", </p/2>; rel="next", </p/9>; rel="last""#, "/p/2"), ("</p/2>; rel=next", "/p/2"),
        (#"</p/2>; title="x"; rel="last next""#, "/p/2"), (#"</p/9>; rel="last""#, nil), ("", nil), ("</p/2", nil), (#"</p/2>; rel="nextish""#, nil),
    ] as [(String, String?)])
    func linkHeadersNameTheNextPage(_ header: String, _ target: String?) {
        #expect(NextPage.inLinkHeader(header) == target)
    }
}
