@testable import Batch
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
        ("inputs:\n  - id: a\n    input: b\n    frequency: monthly", .wrongFrequency("monthly"), 4),
        ("inputs:\n  - {id: a, input: b}\n  - {id: c, input: d}\n  - {id: a, input: e}", .usedTwice(id: "a", line: 2), 4),
    ]) func problems(_ text: String, _ kind: Manifest.Problem.Kind, _ line: Int) {
        #expect(throws: Manifest.Problem(kind: kind, line: line)) { try Manifest(text, folder: "") }
    }

    @Test func brokenYAMLNamesTheLine() throws {
        let problem = try #require(throws: Manifest.Problem.self) { try Manifest("inputs:\n  - id: [a\n    input: b", folder: "") }
        #expect(problem.line == 3)
        guard case .notYAML(let reason) = problem.kind else { Issue.record("\(problem)"); return }
        #expect(!reason.isEmpty)
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
