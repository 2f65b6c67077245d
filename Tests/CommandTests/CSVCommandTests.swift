import Foundation
import Testing

/// Reports as tables, in a folder or one at a time.
@Suite struct CSVCommandTests {
    private let folder: Folder
    private let files = ["additional-fields.csv", "checks.csv", "codelists.csv", "coverage.csv", "error-groups.csv", "errors.csv", "publication.csv", "summary.csv"]

    init() throws {
        folder = try Folder(["good.json": Content.valid, "bad.json": Content.faulty, "cut.json": Content.truncated])
    }

    @discardableResult
    private func csv(_ arguments: String...) throws -> Program.Result {
        try Program().run(["validate", "--format", "csv"] + arguments, in: folder.url)
    }

    /// First cells of a table's rows.
    private func inputs(_ text: String) -> [Substring] {
        text.split(separator: "\r\n").compactMap { $0.split(separator: ",").first }
    }

    @Test func aWholeReportIsAFolderOfTables() throws {
        let result = try csv("--output", "tables", "good.json", "bad.json", "cut.json")
        #expect(result.status == 2)
        #expect(result.output == "" && result.error == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tables").path).sorted() == files)
        #expect(inputs(try folder.read("tables/summary.csv")) == ["\u{FEFF}input", "good.json", "bad.json", "cut.json"])
        #expect(inputs(try folder.read("tables/errors.csv")) == ["\u{FEFF}input", "bad.json"])
    }

    @Test func otherFilesOfTheFolderStayAndEarlierTablesAreReplaced() throws {
        try folder.write("mine", to: "tables/notes.txt")
        try folder.write("earlier", to: "tables/summary.csv")
        #expect(try csv("--output", "tables/", "good.json").status == 0)
        #expect(try folder.read("tables/notes.txt") == "mine")
        #expect(try folder.read("tables/summary.csv").contains("good.json"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tables").path).count == files.count + 1)
    }

    @Test func oneTableGoesToStandardOutputOrAFile() throws {
        let printed = try csv("--section", "errors", "bad.json")
        #expect(printed.status == 1)
        #expect(inputs(printed.output) == ["\u{FEFF}input", "bad.json"])
        #expect(try csv("--section", "errors", "--output", "errors", "bad.json").output == "")
        #expect(try folder.read("errors") == printed.output)
    }

    @Test(arguments: [("en", "--output"), ("es", "carpeta")])
    func neitherFolderNorTableIsWrongUsage(_ language: String, _ said: String) throws {
        let result = try csv("--lang", language, "good.json")
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains(said) && result.error.contains("--section") && result.error.contains("error-groups"))
    }

    @Test(arguments: [["--format", "csv", "--section", "nothing"], ["--section", "errors"], ["--format", "json", "--section", "errors"]])
    func aTableThatCannotBeIsWrongUsage(_ arguments: [String]) throws {
        #expect(try Program().run(["validate", "good.json"] + arguments, in: folder.url).status == 64)
    }

    @Test(arguments: ["good.json", "nowhere/tables"])
    func aFolderThatCannotBeIsWrongUsage(_ path: String) throws {
        let result = try csv("--output", path, "good.json")
        #expect(result.status == 64)
        #expect(result.error.contains(path))
        #expect(try folder.read("good.json") == Content.valid)
        #expect(folder.names == ["bad.json", "cut.json", "good.json"])
    }

    @Test func nothingIsLeftOfTablesWhenOneCannotBeWritten() throws {
        try folder.write("x", to: "tables/errors.csv/x")
        #expect(try csv("--output", "tables", "good.json").status == 64)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tables").path) == ["errors.csv"])
    }

    @Test func aFullDiskLeavesEarlierTablesAsTheyWere() throws {
        try folder.write("earlier", to: "tables/summary.csv")
        let line = #"trap "" XFSZ; ulimit -f 0; exec "$0" validate --format csv --output tables good.json"#
        #expect(try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", line, Program.built.path], in: folder.url).status == 2)
        #expect(try folder.read("tables/summary.csv") == "earlier")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tables").path) == ["summary.csv"])
    }

    @Test func anInputIsNeverReplaced() throws {
        try folder.write(Content.valid, to: "tables/summary.csv")
        let result = try csv("--output", "tables", "tables/summary.csv")
        #expect(result.status == 64)
        #expect(try folder.read("tables/summary.csv") == Content.valid)
    }

    @Test func theSameBytesWhateverTheThreads() throws {
        try csv("--output", "one", "--jobs", "1", "good.json", "bad.json", "cut.json")
        try csv("--output", "four", "--jobs", "4", "good.json", "bad.json", "cut.json")
        for file in files { #expect(try folder.read("one/" + file) == folder.read("four/" + file)) }
    }
}

/// `oc4ids checks`
@Suite struct ChecksCommandTests {
    @Test func listsAndExplains() throws {
        let list = try oc4ids("checks", "--lang", "es")
        #expect(list.status == 0)
        #expect(list.output == (try oc4ids("checks", "list", "--lang", "es").output))
        #expect(list.output.contains("missing-currency") && list.output.contains("advertencia"))
        let shown = try oc4ids("checks", "show", "missing-currency", "--lang", "en")
        #expect(shown.status == 0)
        #expect(shown.output.contains("Why it matters"))
    }

    @Test func anUnknownCheckIsWrongUsageWithASuggestion() throws {
        let result = try oc4ids("checks", "show", "mising-curency", "--lang", "es")
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error == "oc4ids: No existe la revisión mising-curency. ¿Quiso decir missing-currency?\n")
    }
}
