import Feeds
import FeedsTestServers
import Foundation
import Synchronization
import Testing

/// What several threads bring.
final class Outcomes: Sendable {
    private let outcomes = Mutex<[TransferOutcome]>([])

    func add(_ outcome: TransferOutcome) { outcomes.withLock { $0.append(outcome) } }

    var all: [TransferOutcome] { outcomes.withLock { $0 } }
}

/// Many at a time, the end of them, and this side's limits.
@Suite(.serialized) struct EngineTests {
    private let fetching: Fetching

    init() throws {
        fetching = try Fetching()
    }

    @Test func cancellingEndsAllAtOnceAndEachIsSaid() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let engine = try TransferEngine(Fetching.settings)
        let outcomes = Outcomes()
        for number in 1 ... 20 {
            engine.add(fetching.transfer(server.address(.silent)) { $0.destination += "\(number)" }) { outcomes.add($0) }
        }
        while server.requests.count < 2 { usleep(1_000) }
        let start = Date()
        engine.cancel()
        engine.close()
        #expect(outcomes.all == [TransferOutcome](repeating: .failed(.cancelled), count: 20))
        #expect(Date().timeIntervalSince(start) < 2)
        #expect(server.requests.count == 2, "no more than two at a time for one host")
    }

    @Test func whatFollowsMayBeAddedWhenOneFinishes() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let engine = try TransferEngine(Fetching.settings)
        let outcomes = Outcomes()
        let fetching = fetching
        engine.add(fetching.transfer(server.address(.sound))) { first in
            outcomes.add(first)
            engine.add(fetching.transfer(server.address(.notFound))) { outcomes.add($0) }
        }
        engine.close()
        #expect(outcomes.all.map(\.isComplete) == [true, false])
    }

    @Test func oneThatWaitsForItsRetryHoldsNobodyUp() throws {
        let server = try FaultServer()
        defer { server.stop() }
        var settings = Fetching.settings
        (settings.total, settings.perHost) = (1, 1)
        let engine = try TransferEngine(settings)
        let outcomes = Outcomes()
        engine.add(fetching.transfer(server.address(.busyUntil))) { outcomes.add($0) }
        engine.add(fetching.transfer(server.address(.html)) { $0.destination += "2" }) { outcomes.add($0) }
        engine.close()
        #expect(outcomes.all.map { $0.received?.headers.contentType } == ["text/html", nil])
    }

    @Test func aBodyFoundCutShortIsFetchedAgainWithinTheRetries() throws {
        let server = try FaultServer()
        defer { server.stop() }
        var settings = Fetching.settings
        settings.retries.retries = 2
        let engine = try TransferEngine(settings)
        defer { engine.close() }
        var looked = 0
        let outcome = engine.perform(fetching.transfer(server.address(.sound))) { _ in looked += 1; return true }
        #expect(outcome.received?.attempts == 3)
        #expect(looked == 3 && server.requests.count == 3)
        #expect(fetching.body == FaultServer.body)
    }

    @Test func theTimeForATransferHoldsForAllItsAttempts() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let engine = try TransferEngine(Fetching.settings)
        defer { engine.close() }
        let outcome = engine.perform(fetching.transfer(server.address(.sound)) { $0.limits.totalSeconds = 1 }) { _ in
            usleep(1_100_000)
            return true
        }
        #expect(outcome.isComplete)
        #expect(server.requests.count == 1)
    }

    @Test func whoIsAskedWhetherToStopEndsTransfers() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let asked = Mutex(0)
        let engine = try TransferEngine(Fetching.settings, isStopped: { asked.withLock { $0 += 1; return $0 > 3 } })
        defer { engine.close() }
        #expect(engine.perform(fetching.transfer(server.address(.silent))) == .failed(.cancelled))
    }

    @Test func aFileWithoutANameTakesTheBody() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let path = fetching.folder.appendingPathComponent("unnamed").path
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        unlink(path)
        // What an attempt before has left is not part of it.
        _ = "before".withCString { write(descriptor, $0, 6) }
        let outcome = try fetching.fetch(server.address(.cutOnce)) { $0.file = descriptor }
        #expect(outcome.received?.isResumed == true)
        #expect(try String(contentsOfFile: "/proc/self/fd/\(descriptor)", encoding: .utf8) == FaultServer.body)
        #expect(try FileManager.default.contentsOfDirectory(atPath: fetching.folder.path) == [])
    }

    @Test func progressIsTold() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let told = Mutex<[TransferProgress]>([])
        var settings = Fetching.settings
        settings.progressSeconds = 0.05
        let engine = try TransferEngine(settings) { progress in told.withLock { $0.append(progress) } }
        _ = engine.perform(fetching.transfer(server.address(.drip)) { $0.limits.totalSeconds = 1 })
        engine.close()
        let progress = told.withLock { $0 }
        let items = progress.flatMap(\.items)
        #expect(items.contains { $0.bytes > 0 && $0.rate > 0 && $0.expected == FaultServer.body.utf8.count && $0.feed == "feed" })
        #expect(zip(progress, progress.dropFirst()).allSatisfy { $0.bytes <= $1.bytes })
        #expect(progress.last?.finished == 1)
    }

    @Test func aFullDiskIsSaid() throws {
        let server = try FaultServer()
        defer { server.stop() }
        // A device that has no room, ever.
        #expect(try fetching.fetch(server.address(.sound)) { $0.destination = "/dev/full" } == .failed(.diskFull(path: "/dev/full")))
    }

    @Test func aFileThatCannotBeMadeIsSaid() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let path = fetching.folder.appendingPathComponent("missing/body").path
        guard case .cannotWrite(path, _) = try fetching.fetch(server.address(.sound), { $0.destination = path }).failure else {
            Issue.record("written")
            return
        }
    }

    @Test func aLinkInPlaceOfTheFileIsNotFollowed() throws {
        let server = try FaultServer()
        defer { server.stop() }
        let elsewhere = fetching.folder.appendingPathComponent("elsewhere")
        try "mine".write(to: elsewhere, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(at: fetching.folder.appendingPathComponent("body"), withDestinationURL: elsewhere)
        guard case .cannotWrite = try fetching.fetch(server.address(.sound)).failure else { Issue.record("written"); return }
        #expect(try String(contentsOf: elsewhere, encoding: .utf8) == "mine")
    }

    @Test func redirectsKeepThePostWhereTheServerSaysSo() throws {
        let server = try FaultServer()
        defer { server.stop() }
        _ = try fetching.fetch(server.address(.toSound)) { transfer in
            transfer.method = .post
            transfer.body = Array("{}".utf8)
        }
        #expect(server.requests.map(\.method) == ["POST", "POST"])
        #expect(server.requests.map(\.body) == ["{}", "{}"])
    }

    @Test func aSiteThatSetsACookieFirstLetsThrough() throws {
        let server = try FaultServer()
        defer { server.stop() }
        #expect(try fetching.fetch(server.address(.cookieWall)).isComplete)
    }

    @Test func proxiesAreUsedButNotForThoseExcepted() throws {
        let (server, proxy) = (try FaultServer(), try FaultServer())
        defer { server.stop(); proxy.stop() }
        var settings = Fetching.settings
        settings.proxy = "http://127.0.0.1:\(proxy.port)"
        _ = try fetching.fetch(server.address(.sound), settings: settings) { $0.limits.totalSeconds = 1 }
        #expect(proxy.requests.first?.path == server.address(.sound))
        #expect(server.requests.isEmpty)
        settings.noProxy = "127.0.0.1"
        #expect(try fetching.fetch(server.address(.sound), settings: settings).isComplete)
    }
}
