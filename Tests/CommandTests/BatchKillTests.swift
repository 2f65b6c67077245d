import Foundation
import Testing

/// A batch that is killed goes on where it was, and leaves what one that nobody disturbed leaves: to the byte.
@Suite struct BatchKillTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        // Two hundred inputs of several kinds, among them broken ones, and ids that stand in two of them.
        for number in 0 ..< 200 {
            let project = #"{"id": "oc4ids-bu3kcz-\#(number % 190)", "title": \#(number % 7 == 0 ? "7" : "\"Puesto \(number)\""), "status": "completion", "sector": ["health"]}"#
            switch number % 20 {
            case 3: try folder.write(project + "\n" + #"{"id": "oc4ids-bu3kcz-n\#(number)"}"#, to: "d/\(number).ndjson")
            case 5: try folder.write(String(project.dropLast(3)), to: "d/\(number).json")
            case 9: try folder.write(Zip([Zip.Entry("a.json", project), Zip.Entry("b.json")]).bytes, to: "d/\(number).zip")
            default: try folder.write(project, to: "d/\(number).json")
            }
        }
    }

    private func arguments(_ name: String) -> [String] {
        ["batch", "--today", "2026-11-21", "--lang", "es", "--jobs", "2", "--quiet", "--history", "\(name).sqlite", "--output", name, "--reports", "json,text", "d"]
    }

    private func run(_ name: String, _ more: String...) throws -> Program.Result {
        try Program().run(arguments(name) + more, in: folder.url)
    }

    private func start(_ name: String) throws -> Process {
        let process = Process()
        process.executableURL = Program.built
        process.arguments = arguments(name) + ["--resume"]
        process.currentDirectoryURL = folder.url
        process.environment = [:]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func files(_ name: String) throws -> [String: Data] {
        let root = folder.url(name)
        var files: [String: Data] = [:]
        for case let path as String in try #require(FileManager.default.enumerator(atPath: root.path)) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root.path + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            files[path] = try Data(contentsOf: root.appendingPathComponent(path))
        }
        return files
    }

    private func isSame(_ a: [String: Data], _ b: [String: Data]) -> Bool {
        for name in Set(a.keys).union(b.keys) where a[name] != b[name] {
            Issue.record("\(name) differs")
            return false
        }
        return true
    }

    /// kill -9, thirty times, each time a little later in the run or earlier, as it comes.
    @Test func killedThirtyTimes() throws {
        let start = ContinuousClock.now
        #expect(try run("whole").status == 2)
        let whole = ContinuousClock.now - start
        let microseconds = Int(whole.components.seconds * 1_000_000 + whole.components.attoseconds / 1_000_000_000_000)
        let expected = try files("whole")
        #expect(expected.count > 400)
        var random = SystemRandomNumberGenerator()
        var killed = 0
        for _ in 0 ..< 30 {
            let process = try self.start("killed")
            // Early enough that many runs are needed, so that there is always something left to break off.
            usleep(UInt32(Int.random(in: 1000 ... max(2000, microseconds / 8), using: &random)))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(killed >= 15)
        #expect(try run("killed", "--resume").status == 2)
        #expect(isSame(try files("killed"), expected))
        // All of it was one run.
        let runs = try Program().run(["history", "runs", "--history", "killed.sqlite", "--lang", "en"], in: folder.url).output
        #expect(!runs.contains("not finished"))
    }

    /// Ctrl-C finishes what is in flight and says how to go on.
    @Test func interrupted() throws {
        let expected = try run("calm")
        let process = Process()
        process.executableURL = Program.built
        process.arguments = arguments("broken")
        process.currentDirectoryURL = folder.url
        process.environment = [:]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        // Once there is a report the work has begun.
        while folder.names(in: "broken/reports").isEmpty, process.isRunning { usleep(500) }
        process.interrupt()
        process.waitUntilExit()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(process.terminationStatus == 130)
        #expect(text.contains("Continúe con el mismo comando y --resume.") && text.contains("de 200 entradas"))
        #expect(try run("broken", "--resume").status == expected.status)
        #expect(isSame(try files("broken"), try files("calm")))
    }
}
