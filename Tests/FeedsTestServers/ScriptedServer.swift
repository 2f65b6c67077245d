/// A server on 127.0.0.1 that answers as the test says. One request a connection.
package final class ScriptedServer: Sendable {
    package typealias Request = ServerRequest

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

    private let server: LocalServer

    package init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        server = try LocalServer { request, _, connection in ScriptedServer.send(answer(request), connection) }
    }

    package var port: Int { server.port }
    package var requests: [Request] { server.requests }
    package var requestCount: Int { server.requestCount }
    package func address(_ path: String) -> String { server.address(path) }
    package func stop() { server.stop() }

    private static func send(_ answer: Answer, _ connection: Connection) {
        switch answer {
        case .complete(let status, let headers, let body): connection.send(status: status, headers, bytes: body)
        case .cutShort(let headers, let body, let sent): connection.send(status: "200 OK", headers, bytes: Array(body.prefix(sent)), length: body.count)
        case .ended(let body, let sent):
            if connection.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n") { connection.send(String(decoding: body.prefix(sent), as: UTF8.self)) }
        case .hangUp: break
        }
    }
}
