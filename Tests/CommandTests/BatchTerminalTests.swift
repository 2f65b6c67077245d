import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// What `oc4ids batch` shows while it runs: on a terminal one line that changes, and never more than fits.
@Suite struct BatchTerminalTests {
    private let folder: Folder

    init() throws {
        folder = try Folder(["d/a.json": Content.valid, "d/b.json": Content.faulty,
                             "d/un-nombre-muy-largo-de-un-archivo-con-los-proyectos-del-ministerio-2024.json": Content.valid])
    }

    private func start(_ arguments: [String], _ terminal: PseudoTerminal, term: String = "xterm") throws -> Process {
        try folder.write("", to: "output")
        let arguments = ["batch", "--lang", "en", "--today", "2026-11-21", "--history", "h.sqlite", "--store", "store"] + arguments
        return try Program().start(arguments, in: folder, environment: ["TERM": term], output: FileHandle(forWritingTo: folder.url("output")), error: terminal.end)
    }

    /// The states of a line that is drawn over and over again.
    private func drawn(_ text: String) -> [String] {
        text.components(separatedBy: "\r").filter { !$0.isEmpty }.map { $0.replacingOccurrences(of: "\u{1B}[K", with: "") }
    }

    @Test(arguments: [40, 70, 200]) func oneLineSaysHowFarItIs(_ width: UInt16) throws {
        let isHanging = Mutex(true)
        let server = try ScriptedServer { _ in
            while isHanging.withLock({ $0 }) { usleep(1000) }
            return .json(Content.valid)
        }
        defer { server.stop() }
        try folder.write("feeds: [{id: lenta, url: '\(server.address("/"))'}]", to: "feeds.yaml")
        let terminal = try PseudoTerminal(width: width)
        let process = try start(["d", "--feeds", "feeds.yaml"], terminal)
        // All that is at hand is done; the feed is still to come, and what takes so long is named as far as there is room.
        let wanted = width < 70 ? "3 of 4, " : "· now: lenta (download, 0 bytes)"
        while !drawn(terminal.text).contains(where: { $0.hasPrefix("3 of 4, ") && $0.contains(wanted) }), process.isRunning { usleep(1000) }
        isHanging.withLock { $0 = false }
        process.waitUntilExit()
        let text = terminal.finished()
        let states = drawn(text)
        #expect(states.contains { $0.hasPrefix("3 of 4, ") && $0.contains(wanted) && $0.contains(" a second") }, "\(states)")
        #expect(states.contains { $0.contains(" sec left") })
        // The last column stays free: some terminals begin another line there.
        #expect(states.allSatisfy { $0.count < width }, "\(states)")
        // Nothing of it stays, and there are no lines an input.
        #expect(text.hasSuffix("\r\u{1B}[K") && !text.contains("\n"))
        #expect(try folder.read("output").hasPrefix("4 inputs reviewed: "))
    }

    /// A terminal that cannot go back gets plain lines, as a file does.
    @Test func plainLinesWhereNothingCanBeDrawnOver() throws {
        let terminal = try PseudoTerminal(width: 80)
        let process = try start(["d"], terminal, term: "dumb")
        process.waitUntilExit()
        let text = terminal.finished()
        #expect(!text.contains("\u{1B}"))
        #expect(text.components(separatedBy: "\r\n").filter { $0.hasPrefix("d/") }.count == 3)
    }

    @Test func quietShowsNothing() throws {
        let terminal = try PseudoTerminal(width: 80)
        let process = try start(["d", "--quiet"], terminal)
        process.waitUntilExit()
        #expect(terminal.finished() == "")
        #expect(try folder.read("output") == "")
    }
}
