import Foundation

/// What a server can do wrong, each at a path of its own.
package enum Fault: String, Sendable, CaseIterable {
    /// Nothing wrong, without ETag or Last-Modified.
    case sound
    /// Half of the announced body, each time.
    case cutShort
    /// A chunked body that ends without its last chunk.
    case cutChunks
    /// Half of the body the first time; the rest to those who ask for it.
    case cutOnce
    /// As before, but to those who ask for the rest comes a part that begins elsewhere.
    case wrongRange
    /// As before, but the body has changed meanwhile: to those who ask for the rest comes all of the new one.
    case changed
    /// A header, half of a body, and then nothing.
    case stalled
    /// Nothing at all.
    case silent
    /// The connection closes without an answer.
    case hangUp
    /// A body without end.
    case endless
    /// Says that terabytes will come.
    case huge
    /// A few kilobytes that unpack to 64 MB.
    case gzipBomb
    /// Says gzip, and isn't.
    case notGzip
    /// More than the end of what is packed.
    case gzipAndMore
    /// Packed in a way that nobody asked for.
    case unknownCoding
    /// Another protocol's greeting.
    case otherProtocol
    /// Gzip without its end, in a body of the announced length.
    case cutGzip
    /// Half of a packed body.
    case cutPacked
    /// A web page, with status 200.
    case html
    /// 503 twice, then the body.
    case busyTwice
    /// 503 with a wait of an hour.
    case busyForLong
    /// 503 with a wait that no number holds.
    case busyForever
    /// 429 with a date two seconds from now, then the body.
    case busyUntil
    case notFound
    case noContent
    /// To itself.
    case loop
    /// To a file of this machine.
    case toFile
    /// To `target`.
    case toTarget
    /// 307: the same request, to `sound`.
    case toSound
    case redirectNowhere
    /// Sets a cookie, and lets only those with it through.
    case cookieWall
    /// One byte at a time.
    case drip
}

/// A server on 127.0.0.1 that does what servers should not. One request a connection.
package final class FaultServer: Sendable {
    /// What a sound answer holds.
    package static let body = "{\"version\": \"0.9\", \"projects\": [" + (0 ..< 400).map { "{\"id\": \"oc4ids-bu3kcz-\($0)\"}" }.joined(separator: ", ") + "]}"
    private static let changedBody = body.replacingOccurrences(of: "bu3kcz", with: "aaaaaa")

    private let server: LocalServer

    /// - Parameter target: where `toTarget` leads.
    package init(target: String = "") throws {
        server = try LocalServer { request, times, connection in
            let name = request.path.dropFirst().prefix { $0 != "?" }
            guard let fault = Fault(rawValue: String(name)) else { return }
            FaultServer.answer(fault, request, connection, times: times, target: target)
        }
    }

    package var port: Int { server.port }
    package func address(_ fault: Fault, query: String = "") -> String { server.address("/\(fault.rawValue)\(query)") }
    package var requests: [ServerRequest] { server.requests }
    package func stop() { server.stop() }

    private static func answer(_ fault: Fault, _ request: ServerRequest, _ connection: Connection, times: Int, target: String) {
        let half = String(body.prefix(body.utf8.count / 2))
        switch fault {
        case .sound: connection.send(status: "200 OK", body: body)
        case .cutShort: connection.send(status: "200 OK", body: half, length: body.utf8.count)
        case .cutChunks:
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(String(half.utf8.count, radix: 16))\r\n\(half)\r\n")
        case .cutOnce, .wrongRange, .changed: answerRanges(fault, request, connection, isFirst: times == 1)
        case .stalled:
            connection.send(status: "200 OK", body: half, length: body.utf8.count)
            connection.waitForEnd()
        case .silent: connection.waitForEnd()
        case .hangUp: break
        case .endless:
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[") else { return }
            while connection.send(String(repeating: "0,", count: 8_192)) {}
        case .huge:
            connection.send(status: "200 OK", body: half, length: 5_000_000_000_000)
            connection.waitForEnd()
        case .gzipBomb: connection.send(status: "200 OK", ["Content-Encoding: gzip"], bytes: Gzip.packed([UInt8](repeating: 0x20, count: 64 << 20)))
        case .notGzip: connection.send(status: "200 OK", ["Content-Encoding: gzip"], body: body)
        case .gzipAndMore: connection.send(status: "200 OK", ["Content-Encoding: gzip"], bytes: Gzip.packed(body) + Array("\n".utf8))
        case .unknownCoding: connection.send(status: "200 OK", ["Content-Encoding: compress"], body: body)
        case .otherProtocol: connection.send("SSH-2.0-OpenSSH_9.2p1\r\n")
        case .cutGzip:
            let packed = Gzip.packed(body)
            connection.send(status: "200 OK", ["Content-Encoding: gzip"], bytes: Array(packed.prefix(packed.count / 2)))
        case .cutPacked:
            let packed = Gzip.packed(body)
            connection.send(status: "200 OK", ["Content-Encoding: gzip", "ETag: \"packed\""], bytes: Array(packed.prefix(packed.count / 2)), length: packed.count)
        case .html: connection.send(status: "200 OK", ["Content-Type: text/html"], body: "<!DOCTYPE html><html><body>Mantenimiento</body></html>")
        case .busyTwice: connection.send(status: times > 2 ? "200 OK" : "503 Service Unavailable", body: times > 2 ? body : "busy")
        case .busyForLong: connection.send(status: "503 Service Unavailable", ["Retry-After: 3600"], body: "busy")
        case .busyForever: connection.send(status: "503 Service Unavailable", ["Retry-After: 99999999999999999999"], body: "busy")
        case .busyUntil:
            let answer = times > 1 ? ("200 OK", []) : ("429 Too Many Requests", ["Retry-After: \(HTTPDate.text(secondsFromNow: 2))"])
            connection.send(status: answer.0, answer.1, body: body)
        case .notFound: connection.send(status: "404 Not Found", body: "no")
        case .noContent: connection.send("HTTP/1.1 204 No Content\r\n\r\n")
        case .loop: connection.send(status: "302 Found", ["Location: /\(fault.rawValue)"], body: "")
        case .toFile: connection.send(status: "302 Found", ["Location: file:///etc/passwd"], body: "")
        case .toTarget: connection.send(status: "302 Found", ["Location: \(target)"], body: "")
        case .toSound: connection.send(status: "307 Temporary Redirect", ["Location: /sound"], body: "")
        case .redirectNowhere: connection.send(status: "302 Found", body: "")
        case .cookieWall:
            if request.headers["cookie"] == "seen=1" { return _ = connection.send(status: "200 OK", body: body) }
            connection.send(status: "302 Found", ["Location: /\(fault.rawValue)", "Set-Cookie: seen=1"], body: "")
        case .drip:
            guard connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n") else { return }
            for character in body where connection.send(String(character)) { usleep(50_000) }
        }
    }

    private static func answerRanges(_ fault: Fault, _ request: ServerRequest, _ connection: Connection, isFirst: Bool) {
        let body = Array(body.utf8)
        let tag = "ETag: \"first\""
        guard let range = request.headers["range"], request.headers["if-range"] == "\"first\"", let start = Int(range.dropFirst(6).dropLast()) else {
            // Sound from the second time on for those that do not ask for a part.
            return _ = connection.send(status: "200 OK", [tag], bytes: isFirst ? Array(body.prefix(body.count / 2)) : body, length: body.count)
        }
        if fault == .changed { return _ = connection.send(status: "200 OK", ["ETag: \"second\""], body: changedBody) }
        let first = fault == .wrongRange ? start - 10 : start
        let place = "Content-Range: bytes \(first)-\(body.count - 1)/\(body.count)"
        connection.send(status: "206 Partial Content", [tag, place], bytes: Array(body[first...]))
    }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
    static func text(secondsFromNow seconds: Int) -> String {
        var time = time(nil) + seconds
        var parts = tm()
        gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
