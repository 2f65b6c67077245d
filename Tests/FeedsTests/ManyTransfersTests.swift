import Feeds
import FeedsTestServers
import Foundation
import Testing

/// Many feeds at once: each gets its body, and nothing is left behind.
///
/// Serialized, and with servers that are other processes: what this one has open and holds is counted.
@Suite(.serialized, .enabled(if: NginxServer.isInstalled, "nginx is not installed"))
struct ManyTransfersTests {
    /// What this process has open that leads to a server or into the folder: other tests run beside this one.
    private func descriptors(_ server: NginxServer, _ fetching: Fetching) -> Int {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return numbers.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
            .count { $0.hasPrefix("socket:") && Self.connections(to: server).contains($0) || $0.hasPrefix(fetching.folder.path) }
    }

    /// `socket:[inode]` of this machine's connections to a server, from /proc/net/tcp: the fourth field but the state is the inode.
    private static func connections(to server: NginxServer) -> Set<String> {
        let lines = ((try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
        let ports = [server.httpPort, server.httpsPort].map { String($0, radix: 16).uppercased() }
        return Set(lines.compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count > 9, ports.contains(where: { fields[2].hasSuffix(":\($0)") }) else { return nil }
            return "socket:[\(fields[9])]"
        })
    }

    /// Memory that is this process's own, in kilobytes.
    private var ownMemory: Int {
        let lines = ((try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.first { $0.hasPrefix("RssAnon:") }?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    private func fetchAll(_ server: NginxServer, _ fetching: Fetching, _ count: Int, total: Int) throws -> [TransferOutcome] {
        var settings = Fetching.settings
        settings.certificates = server.authority
        (settings.total, settings.perHost) = (total, total)
        let engine = try TransferEngine(settings)
        let outcomes = Outcomes()
        for number in 0 ..< count {
            let address = number.isMultiple(of: 2) ? server.http("/packed/\(number).json") : server.https("/plain/\(number).json")
            engine.add(fetching.transfer(address) { $0.destination += "-\(number)" }) { outcomes.add($0) }
        }
        engine.close()
        return outcomes.all
    }

    private static func content(_ number: Int) -> String { FaultServer.body.replacingOccurrences(of: "bu3kcz", with: "\(100_000 + number)") }

    @Test func twoHundredAtOnceAllComplete() throws {
        let server = try NginxServer(Dictionary(uniqueKeysWithValues: (0 ..< 200).map { ("\($0).json", Self.content($0)) }))
        let fetching = try Fetching()
        // The first time libcurl and its libraries are loaded, which stay.
        _ = try fetchAll(server, fetching, 2, total: 2)
        let before = descriptors(server, fetching)
        var memory = [ownMemory]
        for _ in 1 ... 5 {
            let outcomes = try fetchAll(server, fetching, 200, total: 200)
            #expect(outcomes.count == 200 && outcomes.allSatisfy(\.isComplete))
            #expect(descriptors(server, fetching) == before)
            memory.append(ownMemory)
        }
        for number in 0 ..< 200 {
            #expect(try String(contentsOf: fetching.folder.appendingPathComponent("body-\(number)"), encoding: .utf8) == Self.content(number))
        }
        // Not compared: other tests run beside this one in the same memory.
        print("200 transfers at once, five times; own memory before and after each: \(memory.map { "\($0 / 1_024) MB" }.joined(separator: ", "))")
    }
}
