@testable import Feeds
import Testing

/// What a history keeps of headers, which are the server's to choose.
@Suite struct KeptHeadersTests {
    @Test(arguments: [("\"abc\"", true), ("\"http://example.org/a?page=2\"", true), ("\"http://example.org/a?token=geheim\"", false)])
    func anETagThatRepeatsASecretIsNotKept(_ tag: String, _ isKept: Bool) {
        var headers = Received.Headers()
        headers.etag = tag
        #expect((KeptHeaders(headers, hasLinks: false).etag == tag) == isKept)
    }
}
