@testable import Feeds
import Testing

/// Ids become names of folders, whatever the description or the address says.
@Suite struct FeedIDTests {
    @Test(arguments: ["a", "0", "gt_salud", "guatemala.mineduc-2", String(repeating: "a", count: 100)])
    func namesOfFoldersAreIDs(_ text: String) {
        #expect(FeedID(text)?.text == text)
    }

    @Test(arguments: ["", ".", "..", "../a", "a/b", "a..b", ".a", "-a", "_a", "A", "ñ", "a b", "a\u{0}", "a\n", String(repeating: "a", count: 101)])
    func nothingElseIs(_ text: String) {
        #expect(FeedID(text) == nil)
    }

    @Test(arguments: ["http://example.org/datos/Paquete.json", "https://example.org/../../etc/passwd", "http://[::1]/", "http://\u{202E}/", "http://x/" + String(repeating: "é", count: 500)])
    func idsOfAddressesAreIDs(_ address: String) {
        let id = FeedID(address: address, digest: String(repeating: "0f", count: 32))
        #expect(FeedID(id.text) == id)
        #expect(id.text.hasSuffix("-0f0f0f0f0f0f"))
    }
}
