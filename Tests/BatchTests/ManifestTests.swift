@testable import Batch
import Feeds
import Foundation
import Inputs
import OC4IDS
import Testing

/// The list of inputs that people write.
@Suite struct ManifestTests {
    @Test func everythingThatCanBeSaid() throws {
        let manifest = try Manifest("""
            inputs:
              - id: mspas
                input: salud/proyectos.json
                publisher: MSPAS
                ministry: Ministerio de Salud
                profile: cost-sustainability
                frequency: P6M
                sector: [health, transport]
              - {id: "007", input: /srv/mineduc}
            """, folder: "listas/")
        #expect(manifest.entries.map(\.id) == ["mspas", "007"])
        let first = manifest.entries[0]
        // Relative paths start where the manifest lies.
        #expect(first.source == .path("listas/salud/proyectos.json") && manifest.entries[1].source == .path("/srv/mineduc"))
        #expect(first.attributes == InputResult.Attributes(publisher: "MSPAS", ministry: "Ministerio de Salud"))
        #expect(first.profile == "cost-sustainability" && first.frequency?.text == "P6M" && first.sectors == ["health", "transport"])
    }

    /// What is wrong is said with its line.
    @Test(arguments: [
        ("inputs:\n  - id: a\n    input: b\n    ministerio: c", Manifest.Problem.Kind.unknownKey("ministerio", known: ["id", "input", "feed", "publisher", "ministry", "profile", "frequency", "sector"]), 4),
        ("entradas: []", .unknownKey("entradas", known: ["inputs"]), 1),
        ("inputs: []", .withoutInputs, 1),
        ("- a", .withoutInputs, 1),
        ("inputs:\n  - input: b", .missingKey("id"), 2),
        ("inputs:\n  - id: a\n", .missingKey("input"), 2),
        ("inputs:\n  - id: a\n    input:\n      - b", .notText(key: "input"), 4),
        ("inputs:\n  - {id: a, input: b, feed: c}", .twoSources, 2),
        ("inputs:\n  - id: a\n    input: b\n    frequency: monthly", .wrongFrequency("monthly"), 4),
        ("inputs:\n  - {id: a, input: b}\n  - {id: c, input: d}\n  - {id: a, input: e}", .usedTwice(id: "a", line: 2), 4),
    ]) func problems(_ text: String, _ kind: Manifest.Problem.Kind, _ line: Int) {
        #expect(throws: Manifest.Problem(kind: kind, line: line)) { try Manifest(text, folder: "") }
    }

    @Test func whereInputsComeFrom() throws {
        let manifest = try Manifest("""
            inputs:
              - {id: a, feed: zambia}
              - {id: b, input: 'https://example.org/b.json'}
              - {id: c, input: c.json}
            """, folder: "listas/")
        #expect(manifest.entries.map(\.source) == [.feed("zambia"), .address("https://example.org/b.json"), .path("listas/c.json")])
    }

    @Test func filesThatCannotBeListsSayWhy() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-manifest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data([0x69, 0xFF]).write(to: folder.appendingPathComponent("latin"))
        try Data(count: 17_000_000).write(to: folder.appendingPathComponent("large"))
        func kind(_ name: String) -> Manifest.Problem.Kind? {
            do { _ = try Manifest.load(folder.path + "/" + name) } catch { return error.kind }
            return nil
        }
        #expect(kind("latin") == .notUTF8 && kind("large") == .tooLarge)
        guard case .unreadable(let reason) = kind("missing") else { Issue.record("there is no such file"); return }
        #expect(reason == "No such file or directory")
    }

    @Test func brokenYAMLNamesTheLine() throws {
        let problem = try #require(throws: Manifest.Problem.self) { try Manifest("inputs:\n  - id: [a\n    input: b", folder: "") }
        #expect(problem.line == 3)
        guard case .notYAML(let reason) = problem.kind else { Issue.record("\(problem)"); return }
        #expect(!reason.isEmpty)
    }
}

/// What a call and a manifest name, in a fixed order.
@Suite struct BatchUnitsTests {
    private func feeds(_ ids: String...) throws -> [FeedList.Item] {
        try ids.map { .feed(Feed(id: try #require(FeedID($0)), address: "https://example.org/\($0)")) }
    }

    private func ids(_ units: BatchUnits) -> [String] { units.all.map { $0.id ?? $0.path } }

    @Test func wordsThenFeedsThenTheManifest() throws {
        let manifest = try Manifest("inputs: [{id: obras, feed: b}, {id: salud, input: s.json}, {id: caminos, feed: b, sector: transport}]", folder: "")
        let units = try BatchUnits(["x.json", "https://example.org/y", "x.json", "https://example.org/y"], feeds: try feeds("a", "b", "c"), manifest)
        #expect(ids(units).count == 7 && units.all.map(\.position) == Array(0 ..< 7))
        // Each word once; feeds that the manifest names are inputs there.
        #expect(ids(units)[0] == "x.json" && ids(units)[1].hasPrefix("example-org-y-") && ids(units)[2...] == ["a", "c", "obras", "salud", "caminos"])
        #expect(units.all.map { $0.found == nil } == [false, true, true, true, true, false, true])
    }

    /// Two addresses that differ only in what is not shown are two inputs.
    @Test func secretsTellAddressesApart() throws {
        let units = try BatchUnits(["https://example.org/a?api_key=1", "https://example.org/a?api_key=2"])
        #expect(units.all.count == 2 && Set(ids(units)).count == 2 && Set(units.all.map(\.path)).count == 1)
    }

    @Test func problems() throws {
        let unknown = try Manifest("inputs:\n  - {id: x, feed: zambai}", folder: "")
        #expect(throws: BatchUnits.Problem.unknownFeed("zambai", known: ["zambia"], line: 2)) { try BatchUnits([], feeds: feeds("zambia"), unknown) }
        #expect(throws: BatchUnits.Problem.sameID("zambia")) { try BatchUnits(["zambia"], feeds: feeds("zambia")) }
        #expect(throws: BatchUnits.Problem.self) { try BatchUnits(["ftp://example.org/a"]) }
    }
}

@Suite struct ShardTests {
    @Test(arguments: ["", "2", "0/8", "9/8", "2/0", "-1/3", "1/2/3", "a/b", "1/100001"]) func wrong(_ text: String) {
        #expect(Shard(text) == nil)
    }

    /// Every unit is taken by exactly one shard, the same one each time.
    @Test func partsAreTheWhole() throws {
        let units = (0 ..< 100).map { BatchUnit(position: $0, path: "\($0)", source: .found(.file("\($0)"))) }
        let shards = try (1 ... 8).map { try #require(Shard("\($0)/8")) }
        for unit in units { #expect(shards.count { $0.takes(unit) } == 1) }
        // No machine gets much more than another.
        for shard in shards { #expect((12 ... 13).contains(units.count(where: shard.takes))) }
    }
}
