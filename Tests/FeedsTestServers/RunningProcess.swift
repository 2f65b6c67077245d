import Foundation

/// A program that the test has started, ended with it.
package final class RunningProcess: Sendable {
    package let identifier: Int32
    private let process = Process()

    package init(_ path: String, _ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        identifier = process.processIdentifier
    }

    package var isRunning: Bool { process.isRunning }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
