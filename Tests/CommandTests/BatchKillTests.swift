import Foundation
import GRDB
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

    private func expectSame(_ a: String, _ b: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let (one, other) = (try folder.files(below: a), try folder.files(below: b))
        #expect(one.keys.sorted() == other.keys.sorted(), sourceLocation: sourceLocation)
        for (path, content) in one { #expect(other[path] == content, "\(path)", sourceLocation: sourceLocation) }
    }

    /// kill -9, thirty times, each time a little later in the run or earlier, as it comes.
    @Test func killedThirtyTimes() throws {
        let start = ContinuousClock.now
        #expect(try run("whole").status == 2)
        let whole = ContinuousClock.now - start
        let microseconds = Int(whole.components.seconds * 1_000_000 + whole.components.attoseconds / 1_000_000_000_000)
        #expect(try folder.files(below: "whole").count > 400)
        var random = SystemRandomNumberGenerator()
        var killed = 0
        for _ in 0 ..< 30 {
            let process = try Program().start(arguments("killed") + ["--resume"], in: folder)
            // Early enough that many runs are needed, so that there is always something left to break off.
            usleep(UInt32(Int.random(in: 1000 ... max(2000, microseconds / 8), using: &random)))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(killed >= 15)
        #expect(try run("killed", "--resume").status == 2)
        try expectSame("killed", "whole")
        // All of it was one run.
        let runs = try Program().run(["history", "runs", "--history", "killed.sqlite", "--lang", "en"], in: folder.url).output
        #expect(!runs.contains("not finished"))
    }

    /// Ctrl-C finishes what is in flight and says how to go on.
    @Test func interrupted() throws {
        let expected = try run("calm")
        let errors = Pipe()
        let process = try Program().start(arguments("broken"), in: folder, error: errors.fileHandleForWriting)
        try errors.fileHandleForWriting.close()
        // Once there is a report the work has begun.
        while folder.names(in: "broken/reports").isEmpty, process.isRunning { usleep(500) }
        process.interrupt()
        process.waitUntilExit()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(process.terminationStatus == 130)
        #expect(text.contains("Continúe con el mismo comando y --resume.") && text.contains("de 200 entradas"))
        #expect(try run("broken", "--resume").status == expected.status)
        try expectSame("broken", "calm")
    }

    /// After a power failure the last of what the history's journal held may be missing: the file opens, is sound, and what is missing is done again.
    @Test func powerFails() throws {
        #expect(try run("former").status == 2)
        // A history with a former run, the journal of which is empty.
        for name in ["whole", "failed"] { try FileManager.default.copyItem(at: folder.url("former.sqlite"), to: folder.url("\(name).sqlite")) }
        #expect(try run("whole").status == 2)
        let process = try Program().start(arguments("failed") + ["--jobs", "1"], in: folder)
        // Fewer inputs than the journal takes before it is written into the file: whatever is cut off is what the disk may have lost.
        while folder.names(in: "failed/reports").count < 60, process.isRunning { usleep(200) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let journal = try Data(contentsOf: folder.url("failed.sqlite-wal"))
        #expect(journal.count > 100_000 && journal.count < 4_000_000)
        var kept: Set<Int> = []
        for number in 0 ..< 12 {
            let name = "failed\(number)"
            let bytes = number == 0 ? 0 : number == 1 ? journal.count : Int.random(in: 0 ..< journal.count)
            try FileManager.default.copyItem(at: folder.url("failed.sqlite"), to: folder.url("\(name).sqlite"))
            try journal.prefix(bytes).write(to: folder.url("\(name).sqlite-wal"))
            try FileManager.default.copyItem(at: folder.url("failed"), to: folder.url(name))
            let queue = try DatabaseQueue(path: folder.url("\(name).sqlite").path)
            kept.insert(try queue.read { db in
                #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"], "\(bytes) of \(journal.count)")
                return try Int.fetchOne(db, sql: "SELECT count(*) FROM summaries WHERE run > 1") ?? 0
            })
            try queue.close()
            #expect(try run(name, "--resume").status == 2)
            try expectSame(name, "whole")
        }
        #expect(kept.contains(0) && kept.count > 3, "\(kept)")
    }
}
