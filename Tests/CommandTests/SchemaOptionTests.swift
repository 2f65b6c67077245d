import Foundation
import Testing

/// `--schema`: the official files, or someone's own, in place of the bundled ones.
@Suite struct SchemaOptionTests {
    private static let packageSchema = #"{"properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#
    private static let projectSchema = #"{"properties": {"id": {"type": "integer"}}}"#

    private func folder(package: String? = packageSchema, project: String? = projectSchema) throws -> Folder {
        let folder = try Folder(["good.json": Content.valid])
        if let package { try folder.write(package, to: "own/project-package-schema.json") }
        if let project { try folder.write(project, to: "own/project-schema.json") }
        return folder
    }

    @Test func dataIsCheckedAgainstTheFilesInTheFolder() throws {
        let report = try #require(try oc4ids("validate", "--format", "json", "--schema", "own", "good.json", in: try folder()).reports.first)
        #expect(report.schema == "own")
        #expect(report.errors.map { $0["path"] as? String } == ["/id"])
    }

    @Test func theBundledSchemaIsNamedSo() throws {
        #expect(try oc4ids("validate", "--format", "json", "good.json", in: try folder()).reports.first?.schema == "bundled")
    }

    /// As data may be. The main thread's own stack would hold a hundred levels.
    @Test func aDeeplyNestedSchemaNeedsNoLargeStackOfTheCaller() throws {
        let levels = 400
        let nested = String(repeating: #"{"not": "#, count: levels) + "{}" + String(repeating: "}", count: levels)
        let folder = try folder(project: #"{"properties": {"id": \#(nested)}}"#)
        let line = #"ulimit -s 256; exec "$0" validate --fail-on never --schema own good.json"#
        #expect(try Program(url: URL(fileURLWithPath: "/bin/bash")).run(["-c", line, Program.built.path], in: folder.url).status == 0)
    }

    static let wrongFolders: [(name: String, package: String?, project: String?, said: String)] = [
        ("no file", nil, nil, "project-package-schema.json"),
        ("no project schema", packageSchema, nil, "project-schema.json"),
        ("no JSON", packageSchema, "{", "project-schema.json:1"),
        ("a keyword that is wrong", packageSchema, "{\n\"properties\": {\"id\": {\"type\": \"texto\"}}}", "project-schema.json:2"),
        ("a reference to nothing", #"{"properties": {"projects": {"items": {"$ref": "other.json"}}}}"#, projectSchema, "other.json"),
        ("a pattern that is wrong", packageSchema, #"{"properties": {"id": {"pattern": "("}}}"#, "project-schema.json"),
        ("a schema that goes in circles", packageSchema, ##"{"allOf": [{"$ref": "#"}]}"##, "project-schema.json"),
        ("no projects", "{}", projectSchema, "pro"),
    ]

    @Test(arguments: wrongFolders.indices, ["es", "en"])
    func aSchemaThatCannotBeUsedIsWrongUsage(_ position: Int, _ language: String) throws {
        let (name, package, project, said) = Self.wrongFolders[position]
        let result = try oc4ids("validate", "--lang", language, "--schema", "own", "good.json", in: try folder(package: package, project: project))
        #expect(result.status == 64, "\(name)")
        #expect(result.output == "", "\(name)")
        #expect(result.error.contains(said), "\(name): \(result.error)")
        #expect(result.error.hasPrefix("oc4ids: ") && result.error.hasSuffix("\n"), "\(name)")
        #expect(result.error.contains(language == "es" ? "squema" : "schema"), "\(name): \(result.error)")
    }

    @Test(.enabled(if: ReferenceFolder.path != nil, "OC4IDS_REFERENCE names no folder"), arguments: ["", "/schema", "/"])
    func theOfficialFolderIsTakenAsItIs(_ path: String) throws {
        let official = try #require(ReferenceFolder.path) + path
        let data = try Folder(["data.json": #"{"uri": 1, "projects": [{"id": "a", "status": "x", "updated": "2024-03-01", "documents": []}, {}], "publisher": {}}"#])
        let theirs = try oc4ids("validate", "--format", "json", "--schema", official, "data.json", in: data)
        let ours = try oc4ids("validate", "--format", "json", "data.json", in: data)
        #expect(theirs.status == 1)
        #expect(try theirs.reports.first?.schema == official)
        let bundled = try ours.reports.first?.errors ?? []
        #expect(bundled.count >= 8)
        for member in ["keyword", "path", "property", "message", "hint", "schemaPath"] {
            #expect(try theirs.reports.first?.errors.map { $0[member] as? String } == bundled.map { $0[member] as? String }, "\(member)")
        }
    }
}
