import Foundation

/// nginx, started with the `nginx.conf` of a folder that it owns, until it is let go.
final class NginxProcess: Sendable {
    let folder: URL
    private let process = Process()

    static let path = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// - Parameter folder: removed in the end, also where it does not start.
    init(_ folder: URL) {
        self.folder = folder
    }

    /// Starts it and waits until a port answers, for 10 seconds at most.
    func start(port: Int) throws {
        guard let path = NginxProcess.path else { throw ServerError(reason: "nginx is not installed") }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-p", folder.path, "-c", "nginx.conf", "-e", "error.log"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 10)
        while !LocalSocket.answers(port: port) {
            guard process.isRunning, Date() < deadline else { throw ServerError(reason: (try? log("error.log")) ?? "nginx did not start") }
            usleep(10_000)
        }
    }

    func log(_ name: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

    deinit {
        // Not terminate(): Foundation starts programs with the signals blocked that its own thread has blocked, and a lone nginx leaves it so.
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: folder)
    }
}
