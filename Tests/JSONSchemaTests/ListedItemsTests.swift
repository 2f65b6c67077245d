import JSONSchema
import Testing

/// Lists in bundled files are read where they lie.
@Suite struct ListedItemsTests {
    private static let text = #"""
    {"name": "x", "none": 1, "items": [ {"code": "a\u0062", "n": 1, "title": {"en": "One", "es": "Uno"}, "names": ["I", 2, "Eins"]}, 5, {"code": 7}, {} ], "items": []}
    """#

    private func items(_ list: StaticString) -> [LazyObject] { Array(ListedItems(list, in: PaddedBytes(Self.text.utf8)).all) }

    @Test func anItemGivesWhatIsAskedFor() throws {
        let item = try #require(items("items").first)
        #expect(item.text("code") == "ab")
        #expect(item.digest("code") == Digest(of: "ab"), "as it reads, not as it is written")
        #expect(item.text("es", in: "title") == "Uno")
        #expect(item.texts("names") == ["I", "Eins"])
        #expect(item.value["n"]?.integer == 1)
    }

    @Test func whatIsNotThereIsNot() {
        let found = items("items")
        #expect(found.count == 4)
        #expect(found.map { $0.text("code") } == ["ab", nil, nil, nil])
        #expect(found.allSatisfy { $0.text("n") == nil && $0.text("fr", in: "title") == nil && $0.text("x", in: "n") == nil && $0.texts("code") == [] })
        #expect(found.map { $0.digest("code") != nil } == [true, false, false, false])
        #expect(items("none").isEmpty && items("other").isEmpty)
    }
}
