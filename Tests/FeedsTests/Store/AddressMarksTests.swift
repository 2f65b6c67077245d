import Digests
@testable import Feeds
import Testing

/// What tells addresses apart without showing them.
@Suite struct AddressMarksTests {
    /// Test cases 1 and 2 of RFC 4231.
    @Test(arguments: [
        ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (Array("Jefe".utf8), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ])
    func keyedDigestsAreThoseOfTheStandard(_ key: [UInt8], _ text: String, _ digest: String) {
        #expect(KeyedDigest(key: key).hexadecimal(text.utf8) == digest)
    }

    /// Whoever sees a mark cannot try all four digits of a number on it.
    @Test func eachStoreHasMarksOfItsOwn() throws {
        let (folder, other) = (try ScratchFolder(), try ScratchFolder())
        let address = "http://a/?pin=1234"
        let mark = try #require(try Store(folder: folder.path).beginRun().marks).mark(address)
        #expect(try Store(folder: folder.path).beginRun().marks?.mark(address) == mark)
        #expect(try Store(folder: folder.path).beginRun().marks?.mark("http://a/?pin=1235") != mark)
        #expect(try Store(folder: other.path).beginRun().marks?.mark(address) != mark)
    }
}
