package import Foundation

/// nginx as `scripts/serve-feeds` starts it, on ports of its own.
package final class SampleServer: Sendable {
    private let folder: URL
    private let process = Process()
    private let ports: [(written: String, used: String)]

    /// - Parameter samples: the folder `samples/feeds`.
    package init(_ samples: URL) throws {
        guard let nginx = NginxServer.path else { throw ServerError(reason: "nginx is not installed") }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-samples-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.copyItem(at: samples, to: folder)
        let (http, https) = (try LocalSocket.freePort(), try LocalSocket.freePort())
        ports = [("8450", String(http)), ("8453", String(https))]
        let configuration = ports.reduce(try String(contentsOf: samples.appendingPathComponent("nginx.conf"), encoding: .utf8)) { $0.replacingOccurrences(of: $1.written, with: $1.used) }
        try ("master_process off;\n" + configuration).write(to: folder.appendingPathComponent("nginx.conf"), atomically: true, encoding: .utf8)
        try TestCertificates.make(in: folder, host: "otro.example.org")
        for (name, made) in [("certificado.pem", "broken.pem"), ("llave.pem", "server.key")] {
            try FileManager.default.copyItem(at: folder.appendingPathComponent(made), to: folder.appendingPathComponent(name))
        }
        process.executableURL = URL(fileURLWithPath: nginx)
        process.arguments = ["-p", folder.path, "-c", "nginx.conf", "-e", "error.log"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 10)
        while !LocalSocket.answers(port: https) {
            guard process.isRunning, Date() < deadline else { throw ServerError(reason: "nginx did not start") }
            usleep(10_000)
        }
    }

    deinit {
        // As in `NginxServer`: a lone nginx keeps the signals blocked that it was started with.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// A description with this server's ports.
    package func withOwnPorts(_ text: String) -> String {
        ports.reduce(text) { $0.replacingOccurrences(of: $1.written, with: $1.used) }
    }
}
