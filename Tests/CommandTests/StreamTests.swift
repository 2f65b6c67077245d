import Foundation
import Testing

/// `oc4ids review --stream`, and `oc4ids merge` of the lines it writes, run as people run them.
@Suite struct StreamTests {
    /// Newline-delimited JSON, and what it is an example of.
    struct Lines: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String

        static let all = [
            Lines(testDescription: "one a line", text: (1 ... 40).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "title": "Puesto \#($0 % 7)", "updated": "2026-0\#($0 % 9 + 1)-01T00:00:00Z"}"# + "\n" }.joined()),
            Lines(testDescription: "the sample", text: (try? String(contentsOf: samples.appendingPathComponent("educacion/proyectos.ndjson"), encoding: .utf8)) ?? ""),
            Lines(testDescription: "one line only", text: #"{"id": "oc4ids-bu3kcz-1", "title": 1}"# + "\n"),
            Lines(testDescription: "no line end at the end", text: #"{"id": "oc4ids-bu3kcz-1"}"# + "\n" + #"{"id": "oc4ids-bu3kcz-2", "budget": 3}"#),
            Lines(testDescription: "blank lines, returns and a byte order mark",
                  text: "\u{FEFF}\r\n\n" + #"{"id": "oc4ids-bu3kcz-1"}"# + "\r\n \t\r\n" + #"  {"id": "oc4ids-bu3kcz-2", "title": 2}"# + "\r\n"),
            Lines(testDescription: "packages, lists and projects", text: """
                {"projects": [{"id": "oc4ids-bu3kcz-1"}, {"id": 2}], "publisher": {"name": "P", "uri": "https://p.example"}, "license": "L", "uri": "u"}
                [{"id": "oc4ids-bu3kcz-3", "sector": ["heath"]}, {"id": "oc4ids-bu3kcz-3"}]
                {"id": "oc4ids-bu3kcz-1", "title": "x"}
                {"publisher": {"name": "Q"}, "publishedDate": "2026-02-30", "projects": []}

                """),
            Lines(testDescription: "ids used twice, related projects that are nowhere", text: """
                {"id": "oc4ids-bu3kcz-1", "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-3"}]}
                {"id": "oc4ids-bu3kcz-2", "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-9"}]}
                {"id": "oc4ids-bu3kcz-1"}
                {"id": "oc4ids-bu3kcz-3"}

                """),
            Lines(testDescription: "bad lines", text: """
                {"id": "oc4ids-bu3kcz-1", "id": "oc4ids-bu3kcz-1"}
                5
                {"id": "oc4ids-bu3kcz-2", "title": "x"
                {"id": "oc4ids-bu3kcz-3"} and more
                {"id": "oc4ids-bu3kcz-4", "title": "\u{1}"}
                {"title": "Puesto", "titulo": "Puesto", "status": "terminado"}
                {"id": "oc4ids-bu3kcz-5", "title": "x",

                """),
            Lines(testDescription: "a first line that only as the first one is a package", text: #"{"titulo": 1}"# + "\n" + #"{"titulo": 1}"# + "\n"),
            Lines(testDescription: "a first line that cannot be read", text: "{\"id\": \n" + #"{"id": "oc4ids-bu3kcz-1"}"# + "\n" + #"{"id": "oc4ids-bu3kcz-2"}"# + "\n"),
            Lines(testDescription: "nothing that can be read", text: "no\nno\n"),
            Lines(testDescription: "releases", text: #"{"id": "oc4ids-bu3kcz-1"}"# + "\n" + #"{"releases": []}"# + "\n"),
            Lines(testDescription: "more different findings than are shown", text: (1 ... 60).map { number in
                #"{"id": "oc4ids-bu3kcz-\#(number % 50)", "title": \#(number), "campo\#(number % 30)": 1, "sector": ["s\#(number % 9)"], "publicAuthority": {"name": "M \#(number % 5)"}}"# + "\n"
            }.joined()),
        ]
    }

    private static let options = ["--today", "2026-11-21", "--lang", "en"]

    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func stream(_ text: String, _ options: String...) throws -> String {
        let result = try Program().run(["review", "--stream"] + StreamTests.options + options, inputBytes: Array(text.utf8))
        #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
        return result.output
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program().run(arguments + ["--lang", "en"], in: folder.url, environment: ["XDG_DATA_HOME": folder.url("data").path])
    }

    /// What `review` says of a file, without its name and digest.
    private func review(_ text: String, _ options: String...) throws -> String {
        try folder.write(text, to: "all.ndjson")
        return nameless(try Program().run(["review", "--format", "json", "all.ndjson"] + StreamTests.options + options, in: folder.url).output)
    }

    private func nameless(_ report: String) -> String {
        report.replacing(/"input":\{"name":"[^"]*",?/, with: "\"input\":{").replacing(/"bytes":[0-9]+\},"failure"/, with: "},\"failure\"")
            .replacing(/"sha256":"[0-9a-f]*",/, with: "")
    }

    /// What was read line by line has no digest of its own.
    private func digestless(_ summary: String) -> String {
        summary.replacing(/"sha256":"[0-9a-f]*",/, with: "").replacing(/[0-9a-f]{64}/, with: "")
    }

    /// A fixed order that is none.
    private func shuffled(_ lines: [String]) -> [String] {
        var state: UInt64 = 7
        return lines.map { line in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33, line)
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: The same as review

    @Test(arguments: Lines.all) func shuffledAndSplitLinesMergeToTheReview(_ lines: Lines) throws {
        let results = shuffled(try stream(lines.text).split(separator: "\n").map(String.init))
        for part in 0 ..< 3 { try folder.write(results.indices.filter { $0 % 3 == part }.map { results[$0] + "\n" }.joined(), to: "part\(part)") }
        let merged = try run("merge", "--review", "--format", "json", "part2", "part0", "part1")
        let expected = try review(lines.text)
        #expect(nameless(merged.output) == expected)
        #expect(!expected.isEmpty)
    }

    @Test(arguments: [["--max-examples", "0"], ["--max-examples", "3"], ["--no-projects"], ["--sector", "health"], ["--by", "budget/description"],
                      ["--profile", "cost-sustainability"], ["--frequency", "P6M"]])
    func optionsAreThoseOfReview(_ options: [String]) throws {
        let text = Lines.all.map(\.text).filter { !$0.contains("releases") && !$0.contains("\u{FEFF}") }.joined(separator: "\n") + #"{"sector": ["health"], "id": "oc4ids-bu3kcz-77"}"# + "\n"
        try folder.write(try Program().run(["review", "--stream"] + StreamTests.options + options, input: text).output, to: "lines")
        try folder.write(text, to: "all.ndjson")
        let reviewed = try Program().run(["review", "--format", "json", "all.ndjson"] + StreamTests.options + options, in: folder.url).output
        let merged = try Program().run(["merge", "--review", "--format", "json", "--lang", "en", "lines"], in: folder.url)
        #expect(nameless(merged.output) == nameless(reviewed), "\(merged.error)")
    }

    @Test func severalProgramsInTheOrderOfTheirPartsMakeTheSame() throws {
        let text = Lines.all.filter { !["releases", "one line only", "no line end at the end"].contains($0.testDescription) && !$0.text.hasPrefix("\u{FEFF}") }.map(\.text).joined()
        let lines = text.split(separator: "\n").map { $0 + "\n" }
        var paths: [String] = []
        for (number, start) in stride(from: 0, to: lines.count, by: 17).enumerated() {
            paths.append("part\(number)")
            try folder.write(try stream(lines[start ..< min(start + 17, lines.count)].joined()), to: paths[number])
        }
        #expect(paths.count > 3)
        let merged = try Program().run(["merge", "--review", "--format", "json", "--lang", "en"] + paths, in: folder.url)
        #expect(nameless(merged.output) == (try review(lines.joined())))
    }

    @Test func theSummaryIsThatOfABatch() throws {
        try folder.write(Lines.all[6].text, to: "all.ndjson")
        try folder.write(#"{"id": "oc4ids-bu3kcz-3", "title": 1}"#, to: "other.json")
        let whole = try Program().run(["batch", "other.json", "all.ndjson", "--output", "whole", "--history", "w.sqlite"] + StreamTests.options, in: folder.url)
        try Program().run(["batch", "other.json", "--output", "shard", "--history", "s.sqlite"] + StreamTests.options, in: folder.url)
        try folder.write(try stream(Lines.all[6].text), to: "lines")
        let merged = try run("merge", "lines", "shard", "--name", "all.ndjson", "--output", "merged", "--reports", "text,csv,json")
        #expect(merged.status == whole.status)
        for file in folder.names(in: "whole") where file.hasPrefix("summary") {
            #expect(digestless(try folder.read("whole/" + file)) == digestless(try folder.read("merged/" + file)), "\(file)")
        }
        #expect(nameless(try folder.read("merged/reports/all.ndjson.json")) == nameless(try folder.read("whole/reports/all.ndjson.json")))
        #expect(folder.names(in: "merged/reports") == ["all.ndjson", "all.ndjson.json", "all.ndjson.txt"])
    }

    @Test func aHistoryKnowsWhatChanged() throws {
        try folder.write(try stream(#"{"id": "oc4ids-bu3kcz-1"}"# + "\n"), to: "before")
        try folder.write(try stream(#"{"id": "oc4ids-bu3kcz-1", "title": 1}"# + "\n"), to: "after")
        #expect(try run("merge", "before", "--history", "h.sqlite", "--name", "mine").status == 0)
        let merged = try run("merge", "after", "--history", "h.sqlite", "--name", "mine", "--format", "json")
        #expect(merged.output.contains(#""change":{"strict":"#) || merged.output.contains(#""change":{"due":"#) || merged.output.contains(#""errors":1"#))
        #expect(try run("history", "trend", "mine", "--history", "h.sqlite").output.contains("2"))
    }

    // MARK: Lines

    @Test func eachLineSaysWhatItIs() throws {
        let lines = try stream("\n" + #"{"id": "oc4ids-bu3kcz-1", "title": 1, "extra": 2}"# + "\n" + #"{"id": "#  + "\n").split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["line"] as? Int } == [2, 3])
        #expect(lines.map { $0["id"] as? String } == ["oc4ids-bu3kcz-1", nil])
        #expect(lines.map { $0["errors"] as? Int } == [1, 0] && lines.map { $0["warnings"] as? Int } == [1, 0])
        #expect(lines.map { $0["valid"] as? Bool } == [false, false])
        #expect((lines[1]["failure"] as? [String: Any])?["code"] as? String == "truncatedLine")
        #expect((lines[0]["findings"] as? [[String: Any]])?.map { $0["id"] as? String } == ["type projects/title", "projects/extra"])
        #expect(try stream("\n \n").isEmpty && stream("").isEmpty)
    }

    @Test func aResultIsThereBeforeTheNextLineComes() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Program.built
        process.arguments = ["review", "--stream"]
        process.environment = [:]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        var seen: [Int] = []
        for number in 1 ... 5 {
            // Half of a line is none.
            try input.fileHandleForWriting.write(contentsOf: Data(#"{"id": "oc4ids-bu3kcz-\#(number)""#.utf8))
            try input.fileHandleForWriting.write(contentsOf: Data("}\n".utf8))
            var line = Data()
            while line.last != 0x0A, let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty { line += more }
            let result = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
            seen.append(try #require(result["line"] as? Int))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(seen == [1, 2, 3, 4, 5] && process.terminationStatus == 0)
    }

    /// Ten times the input takes no more memory, but for what noise makes of it.
    @Test func memoryIsBounded() throws {
        func peak(_ count: Int) throws -> Int {
            let text = String(repeating: "x", count: 4000)
            try folder.write((1 ... count).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "description": "\#(text)"}"# + "\n" }.joined(), to: "long.ndjson")
            try folder.write("", to: "lines")
            let process = try Program().start(["review", "--stream"], in: folder, input: FileHandle(forReadingFrom: folder.url("long.ndjson")),
                                              output: FileHandle(forWritingTo: folder.url("lines")))
            let peak = process.peakMemory()
            #expect(process.terminationStatus == 0)
            #expect(try folder.read("lines").split(separator: "\n").count == count)
            return try #require(peak)
        }
        let (small, large) = (try peak(500), try peak(5_000))
        #expect(large < small + 8_000, "\(small) kB, \(large) kB")
    }

    // MARK: What is refused

    @Test(arguments: [["--format", "text"], ["--format", "csv", "--section", "errors"], ["--output", "x"], ["--jobs", "2"], ["--fail-on", "never"], ["-q"], ["-v"], ["file.json"], ["-", "file.json"]])
    func optionsThatMakeNoSenseAreRefused(_ options: [String]) throws {
        let result = try Program().run(["review", "--stream", "--lang", "en"] + options, in: folder.url)
        #expect(result.status == 64 && result.error.contains("--stream"))
        #expect(folder.names(in: ".").isEmpty)
    }

    @Test func jsonAndStandardInputMayBeNamed() throws {
        let result = try Program().run(["review", "--stream", "--format", "json", "-"], input: #"{"id": "oc4ids-bu3kcz-1"}"#)
        #expect(result.status == 0 && result.output.hasSuffix("\"}\n"))
    }

    @Test func linesOfOtherOptionsAndFilesNamedTwiceAreRefused() throws {
        let text = #"{"id": "oc4ids-bu3kcz-1"}"# + "\n"
        try folder.write(try stream(text), to: "a")
        try folder.write(try stream(text, "--today", "2026-11-22"), to: "b")
        try folder.write(try stream(text, "--profile", "cost-sustainability"), to: "c")
        try folder.write(text, to: "project")
        #expect(try run("merge", "a", "b").error.contains("with other options"))
        #expect(try run("merge", "a", "./a").error.contains("Name each part once"))
        #expect(try run("merge", "c").status == 0)
        #expect(try run("merge", "c", "--profile", "cost-ids").error.contains("--profile"))
        #expect(try run("merge", "a", "project").error.contains("project:1: this holds no results"))
        #expect(try run("merge", "--review", "project").status == 64)
        #expect(try run("merge", "--review", "--format", "csv", "a").status == 64)
        try folder.write(try folder.read("a") + "{}\n", to: "d")
        #expect(try run("merge", "d").error.contains("d:2: this holds no results"))
        try folder.write(try folder.read("a").replacing(/"part":"..../, with: "\"part\":\"////"), to: "e")
        #expect(try run("merge", "e").error.contains("this holds no results"))
    }

    /// A job that is done once more writes the same lines again.
    @Test func linesThatStandTwiceAreRefused() throws {
        let lines = (1 ... 3).map { #"{"id": "oc4ids-bu3kcz-\#($0)"}"# + "\n" }
        let written = try stream(lines.joined()).split(separator: "\n").map { $0 + "\n" }
        try folder.write(written.joined(), to: "a")
        try folder.write(written[1...].joined(), to: "b")
        try folder.write(written.joined() + written[2], to: "c")
        #expect(try run("merge", "a", "b").error.contains("line 2 stands twice"))
        #expect(try run("merge", "c").error.contains("line 3 stands twice"))
        // Two inputs that begin alike.
        try folder.write(try stream(lines[0] + lines[2]), to: "d")
        #expect(try run("merge", "a", "d").status == 1, "an id that is used twice")
        // And what has changed on its way is not added up.
        try folder.write(written.joined().replacing(/"part":"(.{8})./) { "\"part\":\"" + $0.1 + "/" }, to: "e")
        #expect(try run("merge", "e").error.contains("this holds no results"))
    }

    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")
}
