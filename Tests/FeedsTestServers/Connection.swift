import Glibc

/// One connection of a client, read and written plainly.
struct Connection {
    let descriptor: Int32

    /// nil where none comes.
    func request() -> ServerRequest? {
        var bytes: [UInt8] = []
        var end: Int?
        while end == nil {
            guard read(into: &bytes) else { return nil }
            end = bytes.indices.first { bytes[$0...].starts(with: [13, 10, 13, 10]) }
        }
        let place = end ?? 0
        let lines = String(decoding: bytes[..<place], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        let length = Int(headers["content-length"] ?? "") ?? 0
        while bytes.count < place + 4 + length {
            guard read(into: &bytes) else { return nil }
        }
        return .init(method: String(words[0]), path: String(words[1]), headers: headers, body: String(decoding: bytes[(place + 4)...], as: UTF8.self))
    }

    private func read(into bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    @discardableResult
    func send(status: String, _ headers: [String] = [], body: String, length: Int? = nil) -> Bool {
        send(status: status, headers, bytes: Array(body.utf8), length: length)
    }

    /// - Parameter length: what is announced, where it is not the body's.
    @discardableResult
    func send(status: String, _ headers: [String] = [], bytes: [UInt8], length: Int? = nil) -> Bool {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(length ?? bytes.count)", "Connection: close"] + headers
        return send(lines.joined(separator: "\r\n") + "\r\n\r\n") && send(bytes)
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Until the client has gone.
    func waitForEnd() {
        var byte: UInt8 = 0
        while recv(descriptor, &byte, 1, 0) > 0 {}
    }
}
