import Foundation
import Testing

/// The inputs that the program takes, and the order in which it reports on them.
@Suite struct InputTests {
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "a.json": Content.valid, "b.json": Content.faulty, "folder/z.json": Content.valid, "folder/B.JSON": Content.faulty, "folder/in/c.ndjson": Content.valid,
            "folder/in-1.jsonl": Content.valid, "folder/.hidden.json": Content.faulty, "folder/.git/x.json": Content.faulty, "folder/notes.txt": "no", "data.txt": Content.valid,
        ])
    }

    private func names(_ arguments: String...) throws -> [String?] {
        try Program().run(["validate", "--format", "json"] + arguments, in: folder.url).reports.map(\.name)
    }

    @Test func inputsAreReportedOnInTheOrderInWhichTheyAreNamed() throws {
        #expect(try names("b.json", "nothing.json", "a.json", "b.json") == ["b.json", "nothing.json", "a.json", "b.json"])
    }

    @Test func aFolderGivesItsFilesInByteOrderOfTheirPaths() throws {
        let files = ["folder/B.JSON", "folder/in-1.jsonl", "folder/in/c.ndjson", "folder/z.json"]
        #expect(try names("folder") == files)
        #expect(try names("folder/") == files)
        #expect(try names("a.json", "folder", "b.json") == ["a.json"] + files + ["b.json"])
    }

    @Test func aNamedFileMayHaveAnyName() throws {
        #expect(try oc4ids("validate", "data.txt", in: folder).status == 0)
    }

    @Test(arguments: ["1", "2", "7"])
    func theNumberOfThreadsChangesNothing(_ jobs: String) throws {
        let one = try oc4ids("validate", "--format", "json", "--jobs", "1", "folder", "a.json", "nothing.json", "b.json", in: folder)
        let other = try oc4ids("validate", "--format", "json", "--jobs", jobs, "folder", "a.json", "nothing.json", "b.json", in: folder)
        #expect(other.output == one.output)
        #expect(other.status == one.status)
    }

    // MARK: Standard input

    @Test func aDashIsStandardInput() throws {
        let result = try oc4ids("validate", "--format", "json", "-", input: Content.faulty)
        #expect(result.status == 1)
        #expect(try result.reports.map(\.name) == ["-"])
        #expect(try result.reports.first?.errors.count == 1)
    }

    @Test func standardInputStandsAmongFiles() throws {
        let result = try oc4ids("validate", "--format", "json", "a.json", "-", "b.json", in: folder, input: #"[{"id": "x"}]"#)
        #expect(try result.reports.map(\.kind) == ["project", "projects", "project"])
    }

    @Test func nothingOnStandardInputIsAnEmptyInput() throws {
        let result = try oc4ids("validate", "--format", "json", "-")
        #expect(result.status == 2)
        #expect(try result.reports.map(\.failure) == ["empty"])
    }

    @Test func standardInputMayBeAPipe() throws {
        let result = try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", #"(printf '[{"id":'; sleep 0.1; printf '1}]') | "$0" validate --format json -"#, Program.built.path])
        #expect(result.status == 1)
        #expect(try result.reports.first?.errors.first?["path"] as? String == "/0/id")
    }

    @Test func aPipeThatDoesNotWaitIsWaitedFor() async throws {
        let (input, output) = (Pipe(), Pipe())
        for end in [input.fileHandleForReading, output.fileHandleForWriting] { #expect(fcntl(end.fileDescriptor, F_SETFL, O_NONBLOCK) == 0) }
        // More than a pipe holds comes out.
        let lines = String(repeating: "{}\n", count: 2_000)
        let process = try Program().start(["validate", "--format", "json", "--max-examples", "0", "-"], in: folder, input: input.fileHandleForReading, output: output.fileHandleForWriting)
        try output.fileHandleForWriting.close()
        try await Task.sleep(for: .milliseconds(100))
        try input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
        try input.fileHandleForWriting.close()
        try await Task.sleep(for: .milliseconds(300))
        let report = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(report.count > 200_000)
        #expect(report.last == 0x0A)
    }

    // MARK: What cannot be read

    @Test func whatCannotBeReadIsNamedWithTheReason() throws {
        try folder.write("", to: "empty.json")
        try folder.write("<html>", to: "page.json")
        try folder.write("", to: "nodata/readme.txt")
        try folder.write(#"{"records": []}"#, to: "ocds.json")
        let result = try oc4ids("validate", "--format", "json", "empty.json", "page.json", "nodata", "ocds.json", "missing.json", in: folder)
        #expect(try result.reports.map(\.failure) == ["empty", "html", "emptyFolder", "ocds", "notFound"])
        #expect(try result.reports.allSatisfy { $0.keys == ["tool", "input", "failure"] })
    }

    @Test func oneInputNeverTakesOthersDown() throws {
        try folder.write(Content.truncated, to: "cut.json")
        let reports = try oc4ids("validate", "--format", "json", "cut.json", "b.json", "missing", "a.json", in: folder).reports
        #expect(reports.map(\.failure) == ["truncated", nil, "notFound", nil])
        #expect(reports[1].errors.count == 1)
    }

    @Test func limitsCanBeSet() throws {
        try folder.write(#"{"id": "a", "x": [[[[1]]]]}"#, to: "deep.json")
        #expect(try oc4ids("validate", "--max-depth", "5", "deep.json", in: folder).status == 0)
        #expect(try oc4ids("validate", "--format", "json", "--max-depth", "4", "deep.json", in: folder).reports.map(\.failure) == ["tooDeep"])
        try folder.write(#"{"id": "\#(String(repeating: "x", count: 3_000_000))"}"#, to: "large.json")
        #expect(try oc4ids("validate", "--max-project-size", "4MB", "large.json", in: folder).status == 0)
        #expect(try oc4ids("validate", "--format", "json", "--max-project-size", "2MB", "large.json", in: folder).reports.map(\.failure) == ["pieceTooLarge"])
    }

    /// The main thread's stack may become as large as the deepest nesting needs, or another thread's is used.
    @Test(arguments: ["ulimit -Ss 256", "ulimit -s 1024", "ulimit -s unlimited 2>&-"], [1, 2])
    func theDeepestNestingFitsWhateverTheStackMayTake(_ limit: String, _ jobs: Int) throws {
        let levels = 9_998
        let deep = #"{"id": "a", "x": \#(String(repeating: "[", count: levels))\#(String(repeating: "]", count: levels))}"#
        try folder.write("[\(deep), \(deep)]", to: "deep.json")
        let line = #"\#(limit); exec "$0" validate --jobs \#(jobs) --max-depth 10000 --fail-on never deep.json"#
        #expect(try Program(url: URL(fileURLWithPath: "/bin/bash")).run(["-c", line, Program.built.path], in: folder.url).status == 0)
    }

    // MARK: The program

    @Test func theProgramIsOneFileThatWorksAnywhere() throws {
        let elsewhere = try Folder(["data.json": Content.faulty])
        try FileManager.default.copyItem(at: Program.built, to: elsewhere.url("validador"))
        let result = try Program(url: elsewhere.url("validador")).run(["validate", "--format", "json", "data.json"], in: elsewhere.url)
        #expect(result.status == 1)
        #expect(try result.reports.first?.schema == "bundled")
    }
}
