import Foundation
import Testing

/// What the program says to whoever called it: 0 nothing found, 1 findings, 2 unreadable input, 64 wrong usage.
@Suite struct ExitStatusTests {
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "good.json": Content.valid, "bad.json": Content.faulty, "cut.json": Content.truncated, "twice.json": #"{"id": "a", "id": "a"}"#,
            "lines.ndjson": Content.valid + "\n{,}\n" + Content.valid, "folder/good.json": Content.valid, "empty/readme.txt": "", "ocds.json": #"{"releases": []}"#,
        ])
    }

    @Test(arguments: [
        (["good.json"], 0), (["bad.json"], 1), (["twice.json"], 1), (["cut.json"], 2), (["nothing.json"], 2), (["empty"], 2), (["lines.ndjson"], 2), (["ocds.json"], 2),
        (["folder"], 0), (["good.json", "bad.json"], 1), (["bad.json", "good.json"], 1), (["cut.json", "bad.json"], 2), (["bad.json", "cut.json", "good.json"], 2),
        (["good.json", "nothing.json"], 2), (["."], 2),
    ] as [([String], Int32)])
    func theWorstInputDecides(_ inputs: [String], _ status: Int32) throws {
        for format in ["text", "json"] {
            #expect(try Program().run(["validate", "--format", format] + inputs, in: folder.url).status == status, "\(format)")
        }
    }

    @Test(arguments: [
        ("error", "bad.json", 1), ("warning", "bad.json", 1), ("info", "bad.json", 1), ("never", "bad.json", 0), ("never", "twice.json", 0), ("never", "cut.json", 2),
        ("never", "lines.ndjson", 2), ("info", "good.json", 0),
    ] as [(String, String, Int32)])
    func failOnSaysFromWhichSeverityOn(_ severity: String, _ file: String, _ status: Int32) throws {
        #expect(try oc4ids("validate", "--fail-on", severity, file, in: folder).status == status)
    }

    @Test(arguments: [
        ["validate"], ["validate", "--unknown", "good.json"], ["unknown"], ["validate", "--format", "xml", "good.json"], ["validate", "--format", "html", "good.json"],
        ["validate", "--fail-on", "all", "good.json"], ["validate", "--lang", "fr", "good.json"], ["validate", "--max-examples", "-1", "good.json"],
        ["validate", "--max-examples", "all", "good.json"], ["validate", "--jobs", "0", "good.json"], ["validate", "--jobs", "two", "good.json"],
        ["validate", "--max-depth", "0", "good.json"], ["validate", "--max-depth", "100000000", "good.json"], ["validate", "--max-project-size", "0", "good.json"],
        ["validate", "--max-project-size", "large", "good.json"], ["validate", "--quiet", "--verbose", "good.json"], ["validate", "--output"],
        ["validate", "--schema", "nowhere", "good.json"],
    ] as [[String]])
    func wrongUsageIsSaidOnStandardError(_ arguments: [String]) throws {
        let result = try Program().run(arguments, in: folder.url)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(!result.error.isEmpty)
    }

    @Test(arguments: [["--help"], ["--version"], ["help"], ["validate", "--help"]])
    func askingForHelpIsNoMistake(_ arguments: [String]) throws {
        let result = try Program().run(arguments)
        #expect(result.status == 0)
        #expect(!result.output.isEmpty)
        #expect(result.error == "")
    }

    // A command is read by itself, and helps as one of the program's all the same.
    @Test(arguments: ["review", "validate", "score", "batch", "merge", "fetch"], ["--help", "-h"])
    func theHelpOfACommandNamesTheProgram(_ command: String, _ option: String) throws {
        let result = try Program().run([command, option])
        #expect(result.output.contains("USAGE: oc4ids \(command) "))
        #expect(try Program().run(["help", command]).output == result.output)
    }

    @Test(arguments: ["es", "en"])
    func missingInputsAreAskedForInTheUsersLanguage(_ language: String) throws {
        let result = try oc4ids("validate", "--lang", language)
        #expect(result.error.contains(language == "es" ? "Indique" : "Name at least"))
    }

    @Test func findingsAreResultsAndNoDiagnostics() throws {
        for format in ["text", "json"] {
            let result = try oc4ids("validate", "--format", format, "bad.json", "cut.json", "nothing.json", in: folder)
            #expect(!result.output.isEmpty, "\(format)")
            #expect(result.error == "", "\(format)")
        }
    }
}
