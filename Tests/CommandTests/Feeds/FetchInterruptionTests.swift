import FeedsTestServers
import Foundation
import Testing

/// A program that is ended while it fetches: by Ctrl-C, by the system, by force.
@Suite struct FetchInterruptionTests {
    private static let body = #"{"projects": [{"id": "oc4ids-bu3kcz-1"}]}"#

    private let folder: Folder
    /// Answers `/done` at once; from `/waiting` comes half of a body, and then nothing.
    private let faults: FaultServer
    private let server: ScriptedServer

    init() throws {
        folder = try Folder()
        faults = try FaultServer()
        server = try ScriptedServer { _ in .json(Self.body, ["ETag: \"1\""]) }
        try FileManager.default.createDirectory(at: folder.url("temporary"), withIntermediateDirectories: true)
        try folder.write("feeds:\n  - {id: a, url: '\(server.address("/a"))'}\n  - {id: b, url: '\(faults.address(.stalled))'}\n  - {id: c, url: '\(server.address("/c"))'}\n",
                         to: "feeds.yaml")
    }

    private func start(_ arguments: [String]) throws -> Process {
        try folder.write("", to: "output")
        try folder.write("", to: "error")
        let process = Process()
        process.executableURL = Program.built
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ["TMPDIR": folder.url("temporary").path]
        process.standardOutput = try FileHandle(forWritingTo: folder.url("output"))
        process.standardError = try FileHandle(forWritingTo: folder.url("error"))
        try process.run()
        return process
    }

    private func wait(_ process: Process, until isReached: () -> Bool) {
        while process.isRunning, !isReached() { usleep(1_000) }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func whatIsCompleteIsKeptAndTheRestIsLeftToTheNextRun(_ signal: Int32) throws {
        defer { faults.stop(); server.stop() }
        let process = try start(["fetch", "--store", "store", "--feeds", "feeds.yaml", "--fail-on", "never", "--lang", "en", "--timeout", "60"])
        wait(process) { faults.requests.count == 1 && folder.names(in: "store/feeds/c").count == 1 && folder.names(in: "store/feeds/a").count == 1 }
        let start = Date()
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 130)
        #expect(Date().timeIntervalSince(start) < 20, "the transfers' end is not waited for")
        let output = try folder.read("output")
        #expect(output.contains("a: new · 1 project") && output.contains("c: new · 1 project") && !output.contains("\nb"), "\(output)")
        #expect(try folder.read("error").contains("Interrupted: 2 of 3 feeds are done and kept. Run the same command again"))
        // The feed that was broken off has no failure of its own.
        #expect(folder.names(in: "store/feeds/b").isEmpty)
        #expect(folder.names(in: "store/runs") == ["lock"])
        let again = try Program().run(["fetch", "--store", "store", "--feeds", "feeds.yaml", "--only", "a,c", "--fail-on", "never", "--lang", "en"], in: folder.url)
        #expect(again.status == 0)
        #expect(again.output.contains("a: unchanged"))
    }

    @Test func addressesAsInputsLeaveNoFilesBehindWhenKilled() throws {
        defer { faults.stop(); server.stop() }
        let process = try start(["validate", faults.address(.stalled), server.address("/a")])
        wait(process) { faults.requests.count == 1 && server.requestCount == 1 }
        #expect(folder.names(in: "temporary").isEmpty)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(folder.names(in: "temporary").isEmpty)
    }
}
