import Foundation
import Testing

/// `--sector`, in all commands that read projects.
@Suite struct SectorOptionTests {
    private let folder: Folder

    init() throws {
        let projects = [#"{"id": "a", "sector": ["health"], "title": 1}"#, #"{"id": "b", "sector": ["transport.road"], "title": 1}"#, #"{"id": "c", "title": 1}"#]
        let large = (0 ..< 12_000).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "sector": ["\#($0 % 3 == 0 ? "health" : "energy")"], "title": \#($0 % 5), "purpose": "\#(String(repeating: "a", count: 100))"}"# }
        folder = try Folder([
            "list.json": "[" + projects.joined(separator: ", ") + "]", "other.json": projects[1], "large.json": "[" + large.joined(separator: ",\n") + "]",
            "own/project-package-schema.json": #"{"additionalProperties": false, "properties": {"projects": {"type": "array", "items": {"$ref": "project-schema.json"}}}}"#,
            "own/project-schema.json": #"{"properties": {"id": {"type": "string"}}}"#,
        ])
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program().run(arguments + ["--today", "2026-11-21"], in: folder.url)
    }

    @Test(arguments: ["validate", "review", "score"])
    func everyCommandThatReadsProjectsHasIt(_ command: String) throws {
        let result = try run(command, "--format", "json", "--sector", "health", "list.json", "other.json")
        #expect(result.output.contains(#""summary":{"projects":1,"#) && result.output.contains(#""leftOut":2}"#))
        #expect(result.output.contains(#""summary":{"projects":0,"#) && result.output.contains(#""leftOut":1}"#))
        #expect(result.error == "")
        #expect(!(try run(command, "--format", "json", "list.json").output.contains("leftOut")))
    }

    @Test(arguments: [("en", "2 projects of other sectors, or of none, were left out", "1 project of other sectors, or of none, was left out"),
                      ("es", "2 proyectos de otros sectores o sin sector quedaron fuera", "1 proyecto de otros sectores o sin sector quedó fuera")])
    func theReportSaysHowManyWereLeftOut(_ language: String, _ two: String, _ one: String) throws {
        for command in ["validate", "review", "score"] {
            #expect(try run(command, "--lang", language, "--sector", "health", "list.json").output.contains("\n\(two)\n"))
            #expect(try run(command, "--lang", language, "--sector", "health,transport", "list.json").output.contains("\n\(one)\n"))
            #expect(try run(command, "--lang", language, "--sector", "health", "--quiet", "list.json").output.contains(two))
        }
    }

    @Test func severalCodesAtOnceOrOneByOne() throws {
        let (once, twice) = (try run("validate", "--sector", "health,transport", "list.json"), try run("validate", "--sector", "transport", "--sector", " health", "list.json"))
        #expect(once.output == twice.output)
        #expect(once.status == 1)
    }

    /// What is left out cannot make the program fail.
    @Test func theExitStatusIsThatOfTheKeptProjects() throws {
        #expect(try run("validate", "--sector", "education", "list.json", "other.json").status == 0)
    }

    @Test func theTableOfInputsHasAColumn() throws {
        let rows = try run("validate", "--format", "csv", "--section", "summary", "--sector", "health", "list.json", "nothing.json").output.split(separator: "\r\n")
        #expect(rows[0].hasSuffix(",failureColumn,leftOut"))
        #expect(rows[1].hasPrefix("list.json,") && rows[1].hasSuffix(",2"))
        #expect(rows[2].hasPrefix("nothing.json,") && rows[2].hasSuffix(","))
        #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }.prefix(2)).count == 1)
    }

    @Test(arguments: ["validate", "review", "score"]) func theNumberOfThreadsChangesNothing(_ command: String) throws {
        let reports = try ["1", "2"].map { try run(command, "--format", "json", "--jobs", $0, "--sector", "health", "large.json", "list.json").output }
        #expect(reports[0].contains(#""leftOut":8000}"#))
        #expect((reports[0] == reports[1]) == true)
    }

    @Test(arguments: [("en", "oc4ids: The code list projectSector has no salud. Only projects that use it all the same are kept. Did you mean health?\n"),
                      ("es", "oc4ids: La lista de códigos projectSector no tiene salud. Solo quedan los proyectos que de todos modos lo usan. ¿Quiso decir health?\n")])
    func aCodeOutsideTheListIsTakenWithAWarning(_ language: String, _ warning: String) throws {
        let result = try run("validate", "--lang", language, "--sector", "salud,health", "list.json")
        #expect(result.error == warning)
        #expect(result.output == (try run("validate", "--lang", language, "--sector", "health", "list.json").output))
    }

    @Test(arguments: ["en", "es"]) func wrongUsage(_ language: String) throws {
        for (arguments, said) in [(["--sector", ","], "--sector health,education"), (["--sector", "health", "--schema", "own"], "additionalProperties")] {
            let result = try Program().run(["validate", "--lang", language, "list.json"] + arguments, in: folder.url)
            #expect(result.status == 64)
            #expect(result.output == "")
            #expect(result.error.hasPrefix("oc4ids: ") && result.error.contains(said), "\(result.error)")
        }
    }
}
