@testable import Feeds
import Foundation
import Testing

/// A registry's folder, and a description that completes it.
@Suite struct RegistryTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder([
            "plain_feed.yaml": "country: 'gh'\nlicense_title: ''\nportal_title: 'Disclosure Portal'\nportal_url: https://portal.example.org\nurl: 'https://example.org/projects.json'\n",
            "beginning.yaml": "url: 'https://example.org/storage/json_'\n",
            "uploads.yaml": "country: 'CR'\nurl: 'https://example.org/wp-content/uploads/'\n",
            "root.yaml": "url: 'https://getdata.example.org/' \n",
            "readme.txt": "not a feed", ".hidden.yaml": "url: x",
        ])
    }

    private func items(_ described: String = "feeds: []") -> [String: FeedList.Item] {
        let registry = RegistryFolder.read(folder.path)
        #expect(registry.errors == [])
        let own = FeedsFile.read(Array(described.utf8), name: "feeds.yaml")
        #expect(own.errors == [])
        let list = FeedList(registry: registry.entries, described: own.entries)
        #expect(list.errors == [])
        return Dictionary(uniqueKeysWithValues: list.items.map { ($0.feed.id.text, $0) })
    }

    @Test func filesAreFeedsAndTheirNamesIDs() throws {
        let items = items()
        #expect(items.keys.sorted() == ["beginning", "plain_feed", "root", "uploads"])
        let feed = try #require(items["plain_feed"]?.feed)
        #expect(feed.address == "https://example.org/projects.json")
        #expect(feed.about == Feed.About(country: "GH", portal: "https://portal.example.org", portalTitle: "Disclosure Portal"))
    }

    @Test(arguments: [("plain_feed", false), ("root", false), ("beginning", true), ("uploads", true)])
    func anAddressThatIsOnlyABeginningIsKnownAsSuch(_ id: String, _ isPrefix: Bool) throws {
        if case .addressIsPrefix = try #require(items()[id]) { #expect(isPrefix) } else { #expect(!isPrefix) }
    }

    @Test func aDescribedFeedCompletesTheRegistrys() throws {
        let items = items("feeds:\n  - {id: beginning, url: 'https://example.org/storage/json_{year}.zip', archive: zip}\n  - {id: plain_feed, userAgent: Mozilla/5.0}\n  - {id: other, url: 'http://127.0.0.1/'}")
        guard case .feed(let feed) = try #require(items["beginning"]) else { return #expect(Bool(false)) }
        #expect(feed.dates?.choice == .each)
        #expect(feed.archive == .zip)
        let plain = try #require(items["plain_feed"]?.feed)
        #expect(plain.address == "https://example.org/projects.json")
        #expect(plain.request.userAgent == "Mozilla/5.0")
        #expect(plain.about.country == "GH")
        #expect(items["other"] != nil)
    }

    @Test func moreSaidOfABeginningDoesNotMakeItAnAddress() throws {
        guard case .addressIsPrefix = try #require(items("feeds: [{id: uploads, userAgent: x}]")["uploads"]) else { return #expect(Bool(false)) }
    }

    @Test(arguments: [
        ("A.yaml", "url: https://example.org/", DescriptionError.Reason.invalidID("A")), ("a.yaml", "country: gt", .missingKey("url")),
        ("a.yaml", "url: example.org", .invalidAddress(key: "url", value: "example.org")), ("a.yaml", "- a", .wrongType(key: "a.yaml", expected: .mapping)),
    ])
    func wrongFilesAreNamed(_ name: String, _ yaml: String, _ reason: DescriptionError.Reason) throws {
        let folder = try ScratchFolder([name: yaml])
        let error = try #require(RegistryFolder.read(folder.path).errors.first)
        #expect(error.file == folder.path + "/" + name)
        #expect(error.reason == reason)
    }

    @Test func anEmptyOrMissingFolderIsNamed() throws {
        let empty = try ScratchFolder()
        #expect(RegistryFolder.read(empty.path).errors.map(\.reason) == [.emptyRegistry])
        guard case .unreadable? = RegistryFolder.read("/nonexistent").errors.first?.reason else { return #expect(Bool(false)) }
    }
}
