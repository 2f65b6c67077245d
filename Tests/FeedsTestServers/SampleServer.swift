package import Foundation

/// nginx as `scripts/serve-feeds` starts it, on ports of its own.
package final class SampleServer: Sendable {
    private let process: NginxProcess
    private let ports: [(written: String, used: String)]

    /// - Parameter samples: the folder `samples/feeds`.
    package init(_ samples: URL) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-samples-\(UUID().uuidString)", isDirectory: true)
        process = NginxProcess(folder)
        try FileManager.default.copyItem(at: samples, to: folder)
        let (http, https) = (try LocalSocket.freePort(), try LocalSocket.freePort())
        ports = [("8450", String(http)), ("8453", String(https))]
        let configuration = ports.reduce(try String(contentsOf: samples.appendingPathComponent("nginx.conf"), encoding: .utf8)) { $0.replacingOccurrences(of: $1.written, with: $1.used) }
        try ("master_process off;\n" + configuration).write(to: folder.appendingPathComponent("nginx.conf"), atomically: true, encoding: .utf8)
        try TestCertificates.make(in: folder, host: "otro.example.org")
        for (name, made) in [("certificado.pem", "broken.pem"), ("llave.pem", "server.key")] {
            try FileManager.default.copyItem(at: folder.appendingPathComponent(made), to: folder.appendingPathComponent(name))
        }
        try process.start(port: https)
    }

    /// A description with this server's ports.
    package func withOwnPorts(_ text: String) -> String {
        ports.reduce(text) { $0.replacingOccurrences(of: $1.written, with: $1.used) }
    }
}
