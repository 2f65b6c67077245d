@testable import JSONSchema
@testable import OC4IDS
import Testing

/// The data files inside the program: all of them, complete in both languages, fitting one another.
@Suite struct BundledDataTests {
    static let schemaFiles = ["project-package-schema.json", "project-schema.json"]

    private static func bundled(_ file: String) throws -> JSONValue {
        try JSONValue(try #require(BundledFiles.bytes("oc4ids-0.9.5/" + file)))
    }

    // MARK: The bundle

    @Test func everyFileBelowSchemasIsInTheProgramAndNothingElse() {
        #expect(BundledFiles.paths == PackageFolder.files(below: "Schemas") { $0.hasSuffix(".json") })
    }

    @Test(arguments: BundledFiles.paths)
    func bytesAreThoseOfTheFile(_ path: String) throws {
        #expect(try BundledFiles.bytes(path) == PackageFolder.bytes("Schemas/" + path))
    }

    /// They are read where they lie, and the walk looks so far past their ends.
    @Test(arguments: BundledFiles.paths)
    func zeroBytesStandBehindThem(_ path: String) throws {
        let text = try #require(BundledFiles.text(path))
        text.withBytes { _, end in #expect((0 ..< Window.padding).allSatisfy { end[$0] == 0 }) }
    }

    @Test(arguments: BundledFiles.paths)
    func filesAreJSONWithoutKeysThatStandTwice(_ path: String) throws {
        var waiting = [try JSONValue(try #require(BundledFiles.bytes(path)))]
        while let value = waiting.popLast() {
            let names = (value.members ?? []).map(\.name)
            #expect(Set(names).count == names.count, "\(names)")
            waiting += (value.members ?? []).map(\.value) + (value.array ?? [])
        }
    }

    /// A profile says itself what counts as nothing, so that a score can be checked with it alone; the checks go by the same texts.
    @Test(arguments: Profile.bundledIDs)
    func profilesAndChecksAgreeOnPlaceholders(_ id: String) throws {
        let profile = try #require(try Profile.bundled(id, .bundled()))
        #expect(profile.placeholders.sorted() == PlaceholderWords.standardTexts.sorted())
    }

    @Test func aPathOutsideGivesNothing() {
        #expect(BundledFiles.bytes("oc4ids-0.9.5/nothing.json") == nil)
    }

    @Test(arguments: schemaFiles.map { "oc4ids-0.9.5/" + $0 } + ["report/review.schema.json", "profiles/profile.schema.json", "feeds/feeds.schema.json", "feeds/fetch.schema.json", "json-schema/draft-04.json"])
    func schemasFitTheMetaschema(_ path: String) throws {
        let metaschema = try CompiledSchema(try #require(BundledFiles.bytes("json-schema/draft-04.json")))
        #expect(try metaschema.validate(try #require(BundledFiles.bytes(path))) == [])
    }

    @Test(arguments: BundledFiles.paths.filter { $0.hasPrefix("profiles/") && !$0.hasSuffix(".schema.json") })
    func profilesFitTheirSchema(_ path: String) throws {
        let schema = try CompiledSchema(try #require(BundledFiles.bytes("profiles/profile.schema.json")))
        #expect(try schema.validate(try #require(BundledFiles.bytes(path))) == [])
    }

    // MARK: Texts of fields

    /// Pointers of everything in a schema file that has a name: the root, the fields, the definitions.
    private static func named(_ schema: JSONValue, _ pointer: JSONPointer = JSONPointer()) -> [String] {
        var found: [String] = []
        for keyword in ["properties", "definitions", "patternProperties"] {
            for member in schema[keyword]?.members ?? [] {
                let place = pointer.appending(keyword).appending(member.name)
                found.append(place.description)
                found += named(member.value, place)
            }
        }
        if let items = schema["items"] { found += named(items, pointer.appending("items")) }
        return found
    }

    @Test(arguments: schemaFiles)
    func everyFieldAndDefinitionHasOneText(_ file: String) throws {
        let texts = try #require(try Self.bundled("fields.json")[file]?.members?.map(\.name))
        #expect(texts.sorted() == ([""] + Self.named(try Self.bundled(file))).sorted())
    }

    @Test func fieldsHaveTextsForTheSchemaFilesOnly() throws {
        #expect(try Self.bundled("fields.json").members?.map(\.name).sorted() == Self.schemaFiles)
    }

    @Test(arguments: schemaFiles)
    func textsOfFieldsAreInBothLanguages(_ file: String) throws {
        for entry in try Self.bundled("fields.json")[file]?.members ?? [] {
            #expect(isComplete(entry.value["title"]), "title of \(entry.name)")
            if let description = entry.value["description"] { #expect(isComplete(description), "description of \(entry.name)") }
        }
    }

    @Test func everyFieldOfThePackageHasATitle() throws {
        let texts = FieldTexts.bundled
        let standard = try Standard.bundled()
        for (field, node) in FieldIndex.nodes(standard) {
            #expect(texts.text(for: node) != nil, "\(field)")
            #expect(FieldIndex.node(field, in: standard) == node, "\(field)")
        }
    }

    // MARK: Code lists

    @Test(arguments: Codelist.names)
    func codeListsAreInBothLanguages(_ name: String) throws {
        let list = try Self.bundled("codelists/\(name).json")
        #expect(list["name"]?.string == name)
        #expect(isComplete(list["title"]))
        if let description = list["description"] { #expect(isComplete(description)) }
        for code in list["codes"]?.array ?? [] {
            #expect(isComplete(code["title"]), "title of \(code["code"]?.string ?? "?")")
            if let description = code["description"] { #expect(isComplete(description), "description of \(code["code"]?.string ?? "?")") }
        }
    }

    @Test(arguments: Codelist.names)
    func codesStandOnce(_ name: String) throws {
        let codes = try #require(Codelist.bundled(name)).codes.map(\.code)
        #expect(!codes.isEmpty)
        #expect(Set(codes).count == codes.count)
    }

    /// The code list that a place in a schema names.
    struct Use: Sendable, CustomTestStringConvertible {
        var place: String
        var codelist: String
        var isOpen: Bool?
        var allowed: [String]?

        var testDescription: String { place }
    }

    private static func uses(_ schema: JSONValue, _ pointer: JSONPointer = JSONPointer()) -> [Use] {
        var found: [Use] = []
        if let file = schema["codelist"]?.string {
            let values = schema["enum"]?.array ?? schema["items"]?["enum"]?.array
            // null stands for no code.
            found.append(Use(place: pointer.description, codelist: Codelist.name(ofFile: file), isOpen: schema["openCodelist"]?.boolean, allowed: values?.compactMap(\.string)))
        }
        for member in schema.members ?? [] { found += uses(member.value, pointer.appending(member.name)) }
        for (position, item) in (schema.array ?? []).enumerated() { found += uses(item, pointer.appending(String(position))) }
        return found
    }

    static let uses = schemaFiles.flatMap { file in (try? bundled(file)).map { uses($0) } ?? [] }

    @Test func theSchemaNamesCodeLists() {
        #expect(Self.uses.count >= 36)
    }

    @Test(arguments: uses)
    func everyCodeListThatTheSchemaNamesExists(_ use: Use) {
        #expect(Codelist.bundled(use.codelist) != nil)
    }

    @Test(arguments: uses.filter { $0.isOpen == false })
    func codesOfClosedListsAreThoseThatTheSchemaAllows(_ use: Use) throws {
        // The standard itself puts currencies in another order here and there.
        #expect(try #require(Codelist.bundled(use.codelist)).codes.map(\.code).sorted() == use.allowed?.sorted())
    }

    @Test(arguments: uses.filter { $0.isOpen == true })
    func openListsLimitNothing(_ use: Use) {
        #expect(use.allowed == nil)
    }

    private func isComplete(_ text: JSONValue?) -> Bool {
        let both = Bilingual(text)
        return both.map { !$0.en.isEmpty && !$0.es.isEmpty } ?? false
    }
}
