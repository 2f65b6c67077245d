import JSONSchema
import OC4IDS
import Testing

/// Our schema files and code lists against the official distribution of OC4IDS 0.9.5: the same but for titles and descriptions.
@Suite(.enabled(if: SuiteFolder.reference != nil, "OC4IDS_REFERENCE names no folder"))
struct StandardEqualsOfficial {
    static let codelists = (SuiteFolder.reference?.names(in: "codelists") ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }

    private func official(_ path: String) throws -> [UInt8] {
        try #require(SuiteFolder.reference).bytes(path)
    }

    @Test(arguments: ["project-package-schema.json", "project-schema.json"])
    func schemaFilesHaveTheSameStructure(_ file: String) throws {
        let ours = try JSONValue(try #require(BundledFiles.bytes("oc4ids-0.9.5/" + file)))
        let theirs = try JSONValue(try official("schema/" + file))
        #expect(ours.withoutAnnotations.differences(from: theirs.withoutAnnotations) == [])
    }

    @Test func theSameCodeListsExist() {
        #expect(Self.codelists.count == 36)
        #expect(Codelist.names == Self.codelists)
    }

    @Test(arguments: codelists)
    func codesAreTheSameInTheSameOrder(_ name: String) throws {
        let rows = CSV.rows(String(decoding: try official("codelists/\(name).csv"), as: UTF8.self))
        let column = try #require(rows.first?.firstIndex(of: "Code"))
        let list = try #require(Codelist.bundled(name))
        #expect(list.codes.map(\.code) == rows.dropFirst().map { $0[column] })
    }
}
