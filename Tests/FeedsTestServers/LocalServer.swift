import Foundation
import Synchronization

/// What a client asks.
package struct ServerRequest: Sendable {
    package var method: String
    package var path: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: String
}

/// Listens on 127.0.0.1 and hands on what is asked. One request a connection.
final class LocalServer: Sendable {
    private struct State {
        var requests: [ServerRequest] = []
        var connections: Set<Int32> = []
        var isStopped = false
    }

    let port: Int
    private let listener: Int32
    private let state = Mutex(State())

    /// - Parameter answer: writes the answer, on a thread of its own. `times`: how often its path was asked for, this time included.
    init(_ answer: @escaping @Sendable (_ request: ServerRequest, _ times: Int, Connection) -> Void) throws {
        (listener, port) = try LocalSocket.listening()
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let self, self.state.withLock({ $0.isStopped ? false : $0.connections.insert(connection).inserted }) else {
                    if connection >= 0 { close(connection) }
                    close(listener)
                    return
                }
                Thread.detachNewThread { self.serve(Connection(descriptor: connection), answer) }
            }
        }
    }

    var requests: [ServerRequest] { state.withLock { $0.requests } }
    var requestCount: Int { state.withLock { $0.requests.count } }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Ends all connections. A server that is let go of without it lives on until the process ends.
    func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            // None of them is closed, and its number another's, as long as it is among them.
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
            shutdown(listener, Int32(SHUT_RDWR))
        }
    }

    private func serve(_ connection: Connection, _ answer: (ServerRequest, Int, Connection) -> Void) {
        if let request = connection.request() {
            let times = state.withLock { state in
                state.requests.append(request)
                return state.requests.count { $0.path == request.path }
            }
            answer(request, times, connection)
        }
        state.withLock { _ = $0.connections.remove(connection.descriptor) }
        close(connection.descriptor)
    }
}
