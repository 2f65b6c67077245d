import Foundation
import Testing

/// Options that say what a report looks like and where it goes.
@Suite struct ReportOptionTests {
    private let folder: Folder

    init() throws {
        folder = try Folder(["good.json": Content.valid, "bad.json": #"[{"id": 1}, {"id": 2}, {"id": 3}, {"id": "a", "title": null}]"#, "cut.json": Content.truncated])
    }

    // MARK: JSON

    @Test func jsonIsOneObjectAnInputAndLine() throws {
        let result = try oc4ids("validate", "--format", "json", "good.json", "bad.json", "cut.json", in: folder)
        #expect(result.output.split(separator: "\n", omittingEmptySubsequences: false).map { $0.first } == ["{", "{", "{", nil])
        #expect(try result.reports.map(\.name) == ["good.json", "bad.json", "cut.json"])
    }

    @Test(arguments: [("0", 4, 3), ("1", 2, 3), ("2", 3, 3), ("20", 4, 3)])
    func maxExamplesLimitsThePlacesOfEachGroup(_ most: String, _ listed: Int, _ count: Int) throws {
        let report = try #require(try oc4ids("validate", "--format", "json", "--max-examples", most, "bad.json", in: folder).reports.first)
        #expect(report.errors.count == listed)
        #expect(report.groups.map { $0["count"] as? Int } == [count, 1])
    }

    @Test func theSameRunGivesTheSameBytes() throws {
        let runs = try (0 ..< 3).map { _ in try oc4ids("validate", "--format", "json", "bad.json", "cut.json", in: folder).output }
        #expect(Set(runs).count == 1)
    }

    // MARK: Language

    /// Whether a run speaks Spanish.
    private func speaksSpanish(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
        let result = try Program().run(["validate", "--format", "json", "bad.json"] + arguments, in: folder.url, environment: environment)
        let message = try #require(try result.reports.first?.groups.first?["message"] as? String)
        #expect(message.hasPrefix("Debe ser") != message.hasPrefix("Should be"))
        return message.hasPrefix("Debe ser")
    }

    @Test(arguments: [
        ([:], false), (["LANG": "es_GT.UTF-8"], true), (["LANG": "es"], true), (["LANG": "en_US.UTF-8"], false), (["LANG": "C.UTF-8"], false), (["LANG": "fr_FR"], false),
        (["LC_MESSAGES": "es_GT", "LANG": "en_US"], true), (["LC_ALL": "en_US", "LC_MESSAGES": "es_GT", "LANG": "es_GT"], false), (["LC_ALL": "es_GT", "LANG": "C"], true),
        (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "es_GT"], true), (["LC_ALL": "C", "LANG": "es_GT"], false), (["LANG": "est_EE"], false),
    ] as [([String: String], Bool)])
    func theEnvironmentChoosesTheLanguage(_ environment: [String: String], _ isSpanish: Bool) throws {
        #expect(try speaksSpanish([], environment) == isSpanish)
    }

    @Test func theOptionCountsBeforeTheEnvironment() throws {
        #expect(try speaksSpanish(["--lang", "es"], ["LC_ALL": "en_US"]))
        #expect(try !speaksSpanish(["--lang", "en"], ["LC_ALL": "es_GT"]))
    }

    @Test func onlyMessagesAndHintsChangeWithTheLanguage() throws {
        let spanish = try oc4ids("validate", "--format", "json", "--lang", "es", "good.json", "bad.json", "cut.json", in: folder)
        let english = try oc4ids("validate", "--format", "json", "--lang", "en", "good.json", "bad.json", "cut.json", in: folder)
        #expect(spanish.output != english.output)
        #expect(try spanish.reports.map(\.withoutWords) == english.reports.map(\.withoutWords))
    }

    // MARK: Output

    @Test(arguments: ["text", "json"])
    func outputGoesToTheFileInPlaceOfStandardOutput(_ format: String) throws {
        let plain = try oc4ids("validate", "--format", format, "bad.json", "good.json", in: folder)
        let result = try oc4ids("validate", "--format", format, "--output", "report", "bad.json", "good.json", in: folder)
        #expect(result.status == plain.status)
        #expect(result.output == "")
        #expect(try folder.read("report") == plain.output)
        #expect(folder.names == ["bad.json", "cut.json", "good.json", "report"])
    }

    @Test func aReportIsWrittenAlsoWhenInputsCannotBeRead() throws {
        #expect(try oc4ids("validate", "--format", "json", "--output", "report", "cut.json", in: folder).status == 2)
        #expect(try folder.read("report").contains("truncated"))
    }

    @Test func anEarlierReportIsReplaced() throws {
        try folder.write("earlier", to: "report")
        try oc4ids("validate", "--format", "json", "--output", "report", "good.json", in: folder)
        #expect(try folder.read("report").hasPrefix("{"))
    }

    @Test(arguments: [["--schema", "nowhere", "good.json"], ["--max-examples", "-1", "good.json"], []])
    func anEarlierReportStaysWhenTheRunFails(_ arguments: [String]) throws {
        try folder.write("earlier", to: "report")
        #expect(try Program().run(["validate", "--output", "report"] + arguments, in: folder.url).status == 64)
        #expect(try folder.read("report") == "earlier")
        #expect(folder.names == ["bad.json", "cut.json", "good.json", "report"])
    }

    @Test func anEarlierReportStaysWhenTheRunIsBrokenOff() throws {
        try folder.write("earlier", to: "report")
        let process = Process()
        let input = Pipe()
        process.executableURL = Program.built
        process.arguments = ["validate", "--format", "json", "--output", "report", "bad.json", "-"]
        process.currentDirectoryURL = folder.url
        process.standardInput = input
        try process.run()
        // It waits for the rest of its input.
        try input.fileHandleForWriting.write(contentsOf: Data("[".utf8))
        let deadline = Date(timeIntervalSinceNow: 20)
        while folder.names.count < 5, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try folder.read("report") == "earlier")
        // Nothing it could do about it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try folder.read("report") == "earlier")
    }

    /// Told to end, it leaves nothing behind, and says what ended it.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func nothingUnfinishedIsLeftBehind(_ signal: Int32) throws {
        for arguments in [["--format", "json", "--output", "report"], ["--format", "csv", "--output", "tables"]] {
            let input = Pipe()
            let process = try Program().start(["review"] + arguments + ["good.json", "-"], in: folder, input: input.fileHandleForReading)
            try input.fileHandleForWriting.write(contentsOf: Data("[".utf8))
            func unfinished() -> [String] { (folder.names + folder.names(in: "tables")).filter { $0.contains(".part-") } }
            while process.isRunning, unfinished().isEmpty { usleep(5_000) }
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
            #expect(unfinished() == [])
        }
    }

    @Test(arguments: ["nowhere/report", "good.json/report", "report/"])
    func aPlaceThatCannotBeWrittenIsWrongUsage(_ path: String) throws {
        let result = try oc4ids("validate", "--output", path, "good.json", in: folder)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains(path))
        #expect(try folder.read("good.json") == Content.valid)
    }

    @Test func aFolderInPlaceOfTheFileStaysAsItIs() throws {
        try folder.write("x", to: "report/x")
        let result = try oc4ids("validate", "--output", "report", "good.json", in: folder)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains("report"))
        #expect(folder.names == ["bad.json", "cut.json", "good.json", "report"])
    }

    /// A line of the shell's in which `$0` is the program.
    private func shell(_ line: String) throws -> Program.Result {
        try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", line, Program.built.path], in: folder.url)
    }

    @Test(arguments: ["--version", "--help", "validate --help"])
    func helpThatCannotBeWrittenIsNoSuccess(_ command: String) throws {
        let result = try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", #""$0" \#(command) > /dev/full"#, Program.built.path])
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("oc4ids: "))
    }

    @Test(arguments: [("en", "Cannot write standard output: "), ("es", "No se puede escribir la salida estándar: ")], ["> /dev/full", ">&-"])
    func aFullDiskIsSaid(_ said: (language: String, text: String), _ redirection: String) throws {
        let result = try shell(#""$0" validate --format json --lang \#(said.language) good.json \#(redirection)"#)
        #expect(result.status == 2)
        #expect(result.error.hasPrefix("oc4ids: " + said.text))
    }

    @Test func aReportThatCannotBeWrittenLeavesNothingBehind() throws {
        try folder.write("earlier", to: "report")
        #expect(try shell(#"ulimit -f 0; exec "$0" validate --output report good.json"#).status == 2)
        #expect(try folder.read("report") == "earlier")
        #expect(folder.names == ["bad.json", "cut.json", "good.json", "report"])
    }

    @Test func filesOfOthersThatLookUnfinishedStayAsTheyAre() throws {
        try folder.write("mine", to: "report.part")
        #expect(try oc4ids("validate", "--output", "report", "good.json", in: folder).status == 0)
        #expect(try folder.read("report.part") == "mine")
        #expect(folder.names == ["bad.json", "cut.json", "good.json", "report", "report.part"])
    }

    @Test func aRunThatWasBrokenOffUnderTheSameNumberIsNoObstacle() throws {
        #expect(try shell(#": > report.part-$$; exec "$0" validate --output report good.json"#).status == 0)
        #expect(folder.names.count == 5)
        #expect(try !folder.read("report").isEmpty)
    }

    @Test(arguments: ["earlier", nil])
    func aLinkStaysAndWhatItLeadsToIsReplaced(_ earlier: String?) throws {
        try folder.write("", to: "reports/other")
        if let earlier { try folder.write(earlier, to: "reports/first") }
        try FileManager.default.createSymbolicLink(atPath: folder.url("report").path, withDestinationPath: "reports/link")
        try FileManager.default.createSymbolicLink(atPath: folder.url("reports/link").path, withDestinationPath: "first")
        #expect(try oc4ids("validate", "--format", "json", "--output", "report", "good.json", in: folder).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.url("report").path) == "reports/link")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.url("reports/link").path) == "first")
        #expect(try folder.read("reports/first").hasPrefix("{"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("reports").path).sorted() == ["first", "link", "other"])
    }

    @Test func aPipeIsWrittenToAndStays() throws {
        #expect(try shell(#"mkfifo pipe; cat pipe > copy & "$0" validate --format json --output pipe good.json && wait"#).status == 0)
        #expect(try folder.read("copy").hasPrefix("{"))
        #expect(try FileManager.default.attributesOfItem(atPath: folder.url("pipe").path)[.type] as? FileAttributeType != .typeRegular)
        #expect(folder.names == ["bad.json", "copy", "cut.json", "good.json", "pipe"])
    }

    @Test func aDeviceIsWrittenTo() throws {
        #expect(try oc4ids("validate", "--output", "/dev/null", "good.json", in: folder).status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
        let full = try oc4ids("validate", "--output", "/dev/full", "good.json", in: folder)
        #expect(full.status == 2)
        #expect(full.error.contains("/dev/full"))
    }

    @Test func standardOutputByItsNameIsAddedTo() throws {
        try folder.write("earlier\n", to: "log")
        #expect(try shell(#""$0" validate --format json --output /dev/stdout good.json >> log"#).status == 0)
        #expect(try folder.read("log").hasPrefix("earlier\n{"))
    }

    @Test(arguments: [("good.json", "good.json"), ("./good.json", "."), ("link", "good.json"), ("good.json", "link"), ("other", "good.json"), ("good.json", "- < good.json")], ["es", "en"])
    func anInputIsNeverReplaced(_ paths: (output: String, input: String), _ language: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.url("link").path, withDestinationPath: "good.json")
        try FileManager.default.linkItem(at: folder.url("good.json"), to: folder.url("other"))
        let names = folder.names
        let result = try shell(#""$0" validate --lang \#(language) --output \#(paths.output) \#(paths.input)"#)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains(language == "es" ? "El informe reemplazaría la entrada" : "The report would replace the input"))
        #expect(try folder.read("good.json") == Content.valid)
        #expect(folder.names == names)
    }

    // MARK: Colours

    @Test func aFileOrPipeGetsNoColours() throws {
        #expect(try !oc4ids("validate", "bad.json", in: folder, environment: ["TERM": "xterm-256color"]).output.contains("\u{1B}"))
    }
}
