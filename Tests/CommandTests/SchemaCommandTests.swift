import Foundation
import Testing

/// `oc4ids schema`: fields and code lists, in both languages.
@Suite struct SchemaCommandTests {
    private func shown(_ arguments: String..., language: String = "en") throws -> String {
        let result = try Program().run(["schema"] + arguments + ["--lang", language])
        #expect(result.status == 0)
        #expect(result.error == "")
        #expect(result.output.hasSuffix("\n") && !result.output.hasSuffix("\n\n"))
        return result.output
    }

    @Test(arguments: ["en", "es"])
    func listNamesEveryFieldInBothLanguages(_ language: String) throws {
        let list = try shown("list", language: language)
        for text in ["publisher/name", "budget/amount/currency", "contractingProcesses/summary", "documents/url", "Budget amount", "Monto del presupuesto"] {
            #expect(list.contains(text), "\(text)")
        }
    }

    @Test func listBelowAFieldHoldsThatPartAlone() throws {
        let list = try shown("list", "budget")
        #expect(list.contains("budget/amount/currency"))
        #expect(!list.contains("contractingProcesses"))
    }

    @Test(arguments: ["budget/amount", "projects/budget/amount"], ["en", "es"])
    func showExplainsAFieldInBothLanguages(_ field: String, _ language: String) throws {
        let text = try shown("show", field, language: language)
        for part in ["Budget amount", "Monto del presupuesto", "currency"] { #expect(text.contains(part), "\(part)") }
    }

    @Test func showNamesTheCodeListOfAField() throws {
        #expect(try shown("show", "sector").contains("projectSector"))
        #expect(try shown("show", "type").contains("projectType"))
    }

    @Test(arguments: ["en", "es"])
    func codelistShowsCodesWithTitlesInBothLanguages(_ language: String) throws {
        let list = try shown("codelist", "projectSector", language: language)
        for part in ["energy.solar", "Health", "Salud", "Education", "Educación"] { #expect(list.contains(part), "\(part)") }
    }

    @Test func codelistWithoutANameListsAll() throws {
        let list = try shown("codelist")
        for name in ["projectSector", "currency", "documentType", "unitClassificationScheme"] { #expect(list.contains(name), "\(name)") }
    }

    @Test(arguments: [["list", "budjet"], ["show", "budjet"], ["show", "budget/amont"], ["codelist", "projctSector"]], ["en", "es"])
    func whatDoesNotExistIsWrongUsageWithASuggestion(_ arguments: [String], _ language: String) throws {
        let result = try Program().run(["schema"] + arguments + ["--lang", language])
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains(arguments[1]))
        #expect(result.error.contains(language == "es" ? "¿Quiso decir" : "Did you mean"))
    }

    @Test(arguments: ["list", "show budget", "codelist", "codelist projectSector"], ["> /dev/full", ">&-"])
    func whatCannotBeWrittenIsSaid(_ command: String, _ redirection: String) throws {
        for (language, said) in [("en", "standard output"), ("es", "la salida estándar")] {
            let result = try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", #""$0" schema \#(command) --lang \#(language) \#(redirection)"#, Program.built.path])
            #expect(result.status == 2)
            #expect(result.error.hasPrefix("oc4ids: ") && result.error.contains(said))
        }
    }

    @Test func anUnknownNameThatResemblesNothingGetsNoSuggestion() throws {
        let result = try oc4ids("schema", "show", "zzzzzzzzzzzz", "--lang", "en")
        #expect(result.status == 64)
        #expect(!result.error.contains("Did you mean"))
    }

    @Test(.enabled(if: ReferenceFolder.path != nil, "OC4IDS_REFERENCE names no folder"))
    func theOfficialFolderShowsTheSameFields() throws {
        #expect(try shown("list", "--schema", try #require(ReferenceFolder.path)) == shown("list"))
    }

    @Test func someonesOwnSchemaIsShown() throws {
        let folder = try Folder([
            "project-package-schema.json": #"{"properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#,
            "project-schema.json": #"{"properties": {"campo": {"type": "string"}}}"#,
        ])
        #expect(try shown("list", "--schema", folder.url.path).contains("campo"))
    }
}

/// The report for people. What it says in detail is tested where it is made.
@Suite struct TextReportOptionTests {
    private let folder: Folder

    init() throws {
        folder = try Folder(["good.json": Content.valid, "bad.json": #"[{"id": 1}, {"id": 2}, {"id": 3}]"#, "cut.json": Content.truncated])
    }

    private func text(_ arguments: String...) throws -> String {
        try Program().run(["validate", "--lang", "es"] + arguments, in: folder.url).output
    }

    @Test func textIsTheDefault() throws {
        #expect(try text("bad.json") == text("--format", "text", "bad.json"))
    }

    @Test func everyInputIsNamed() throws {
        let report = try text("bad.json", "good.json", "cut.json")
        for name in ["bad.json", "good.json", "cut.json"] { #expect(report.contains(name), "\(name)") }
    }

    @Test func quietSaysLessAndVerboseMore() throws {
        let (quiet, usual, verbose) = (try text("--quiet", "bad.json"), try text("bad.json"), try text("--verbose", "bad.json"))
        #expect(!quiet.isEmpty)
        #expect(quiet.count < usual.count)
        #expect(usual.count <= verbose.count)
    }

    @Test func verboseListsEveryPlace() throws {
        let verbose = try text("--verbose", "bad.json")
        for pointer in ["/0/id", "/1/id", "/2/id"] { #expect(verbose.contains(pointer), "\(pointer)") }
    }

    @Test func charactersThatControlATerminalAreShownNotSent() throws {
        try folder.write(#"{"id": "a", "status": "\u001b[31mrojo\u202e"}"#, to: "evil.json")
        let report = try text("evil.json")
        #expect(!report.contains("\u{1B}") && !report.contains("\u{202E}"))
        #expect(report.contains("rojo"))
    }
}
