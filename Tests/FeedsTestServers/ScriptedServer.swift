import Foundation
import Synchronization

/// A server on 127.0.0.1 that answers as the test says. One request a connection.
package final class ScriptedServer: Sendable {
    package typealias Request = FaultServer.Request

    package enum Answer: Sendable {
        case complete(status: String, headers: [String], body: [UInt8])
        /// Announces the whole body, and sends a part of it.
        case cutShort(headers: [String], body: [UInt8], sent: Int)
        /// Sends a part of the body without having announced a length: only the body itself tells that more should follow.
        case ended(body: [UInt8], sent: Int)
        case hangUp

        package static func json(_ text: String, _ headers: [String] = []) -> Answer {
            .complete(status: "200 OK", headers: ["Content-Type: application/json"] + headers, body: Array(text.utf8))
        }

        package static func status(_ status: String) -> Answer {
            .complete(status: status, headers: [], body: Array(status.utf8))
        }
    }

    package let port: Int
    private let listener: Int32
    private let seen = Mutex<[Request]>([])

    package init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        (listener, port) = try LocalSocket.listening()
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0, let self else { return }
                Thread.detachNewThread { self.serve(Connection(descriptor: descriptor), answer) }
            }
        }
    }

    package var requests: [Request] { seen.withLock { $0 } }
    package var requestCount: Int { seen.withLock { $0.count } }

    package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Connection, _ answer: (Request) -> Answer) {
        defer { close(connection.descriptor) }
        guard let request = connection.request() else { return }
        seen.withLock { $0.append(request) }
        switch answer(request) {
        case .complete(let status, let headers, let body): connection.send(status: status, headers, bytes: body)
        case .cutShort(let headers, let body, let sent): connection.send(status: "200 OK", headers, bytes: Array(body.prefix(sent)), length: body.count)
        case .ended(let body, let sent):
            if connection.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n") { connection.send(String(decoding: body.prefix(sent), as: UTF8.self)) }
        case .hangUp: break
        }
    }
}
