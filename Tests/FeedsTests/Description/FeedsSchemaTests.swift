@testable import Feeds
import Foundation
import JSONSchema
import Testing

/// `Schemas/feeds/feeds.schema.json`, for editors, says what the program reads.
@Suite struct FeedsSchemaTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: package.appendingPathComponent(path)))
    }

    private let schema: CompiledSchema

    init() throws {
        schema = try CompiledSchema(try Self.bytes("Schemas/feeds/feeds.schema.json"))
    }

    private func violations(_ yaml: [UInt8]) throws -> [Violation] {
        let root = try #require(try YAMLText.root(yaml, name: "feeds.yaml"))
        return try schema.validate(try #require(JSONFromYAML.text(root)).utf8)
    }

    @Test func itHasTheKeysThatAreRead() {
        let entry = schema.root.member("feeds")?.items
        #expect(entry?.members.map(\.name) == FeedsFile.keys)
    }

    @Test func theSampleFitsAndIsReadWithoutMistakes() throws {
        let sample = try Self.bytes("samples/feeds/feeds.yaml")
        #expect(try violations(sample) == [])
        #expect(FeedsFile.read(sample, name: "feeds.yaml").errors == [])
    }

    @Test(arguments: ["feeds: [{id: A}]", "feeds: [{id: a, url: ftp://x}]", "feeds: [{id: a, verifyTls: false}]", "feeds: [{id: a, pages: {most: 3}}]",
                      "feeds: [{id: a, method: PUT}]", "feed: []", "feeds: [{id: a, search: 0}]"])
    func whatIsWrongForOneIsWrongForTheOther(_ yaml: String) throws {
        #expect(try violations(Array(yaml.utf8)) != [])
        #expect(FeedsFile.read(Array(yaml.utf8), name: "feeds.yaml").errors != [])
    }
}
