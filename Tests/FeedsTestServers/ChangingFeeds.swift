import Foundation
import Synchronization

/// Feeds that change while they are fetched, from a server that often does wrong: what each version of each feed holds is known, so that a
/// copy can be told to be one of them, complete, and which.
package final class ChangingFeeds: Sendable {
    private struct State {
        var versions: [Int]
        var hasFaults = true
        var random: SystemRandomNumberGenerator = .init()
        var sound = 0
        var faulty = 0
    }

    private let state: Mutex<State>
    private let made = Mutex<ScriptedServer?>(nil)

    package init(_ count: Int) throws {
        state = Mutex(State(versions: Array(repeating: 1, count: count)))
        let server = try ScriptedServer { [weak self] request in self?.answer(request) ?? .hangUp }
        made.withLock { $0 = server }
    }

    deinit {
        made.withLock { $0?.stop() }
    }

    package var requestCount: Int { made.withLock { $0?.requestCount ?? 0 } }
    package func address(_ feed: Int) -> String { made.withLock { $0?.address("/feed/\(feed)") } ?? "" }
    package func newest(_ feed: Int) -> Int { state.withLock { $0.versions[feed] } }
    package var counts: (sound: Int, faulty: Int) { state.withLock { ($0.sound, $0.faulty) } }

    /// From now on nothing goes wrong and nothing changes.
    package func calmDown() {
        state.withLock { $0.hasFaults = false }
    }

    /// A few hundred kilobytes: they take a while to come, be checked and be written.
    package static func body(_ feed: Int, _ version: Int) -> String {
        let projects = (0 ..< 1500).map { #"{"id": "oc4ids-bu3kcz-\#(feed)-\#($0)", "title": "Proyecto \#($0) de la versión \#(version)", "description": "\#(version)-\#($0)-\#(feed)"}"# }
        return #"{"version": "0.9", "uri": "https://example.org/\#(feed)/\#(version)", "projects": ["# + "\n" + projects.joined(separator: ",\n") + "]}"
    }

    /// The version that a copy is, if it is a whole one, byte for byte.
    package static func version(of copy: String, feed: Int) -> Int? {
        guard let start = copy.range(of: "https://example.org/\(feed)/")?.upperBound, let version = Int(copy[start...].prefix { $0 != "\"" }) else { return nil }
        return copy == body(feed, version) ? version : nil
    }

    private func answer(_ request: ServerRequest) -> ScriptedServer.Answer {
        guard let feed = request.path.split(separator: "/").last.flatMap({ Int($0) }) else { return .hangUp }
        let (version, fault, cut) = state.withLock { state in
            let fault = state.hasFaults ? Int.random(in: 0 ..< 12, using: &state.random) : 11
            if state.hasFaults, Bool.random(using: &state.random) { state.versions[feed] += 1 }
            if fault > 5 { state.sound += 1 } else { state.faulty += 1 }
            return (state.versions[feed], fault, Double.random(in: 0.01 ..< 0.99, using: &state.random))
        }
        let tag = "ETag: \"\(feed)-\(version)\""
        if fault > 5, request.headers["if-none-match"] == "\"\(feed)-\(version)\"" {
            return .complete(status: "304 Not Modified", headers: [tag], body: [])
        }
        let body = Array(ChangingFeeds.body(feed, version).utf8)
        switch fault {
        case 0: return .hangUp
        case 1: return .cutShort(headers: [tag], body: body, sent: Int(Double(body.count) * cut))
        case 2: return .ended(body: body, sent: Int(Double(body.count) * cut))
        case 3: return .complete(status: "200 OK", headers: ["Content-Type: text/html"], body: Array("<!DOCTYPE html><html>Mantenimiento</html>".utf8))
        case 4: return .status("503 Service Unavailable")
        case 5: return .status("404 Not Found")
        default: return .complete(status: "200 OK", headers: [tag], body: body)
        }
    }
}
