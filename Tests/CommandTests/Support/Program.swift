import Foundation
import Testing

/// The built program, run as people run it.
struct Program: Sendable {
    /// It lies beside the program that runs the tests.
    static let built: URL = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("oc4ids")
    }()

    var url = Program.built

    struct Result: Sendable {
        var status: Int32
        var output: String
        var error: String

        /// The output's lines as JSON objects.
        var reports: [Report] {
            get throws {
                try output.split(separator: "\n").map { line in
                    Report(try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]))
                }
            }
        }
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - environment: all variables that the program sees.
    ///   - input: what it reads from standard input.
    ///   - inputBytes: the same, where it is no text.
    @discardableResult
    func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String = "", inputBytes: [UInt8]? = nil) throws -> Result {
        // Files, not pipes: nothing can block, whatever the program writes and in whatever order.
        let scratch = try Folder()
        try scratch.write(inputBytes ?? Array(input.utf8), to: "input")
        try scratch.write("", to: "output")
        try scratch.write("", to: "error")
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder ?? scratch.url
        process.standardInput = try FileHandle(forReadingFrom: scratch.url("input"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.url("output"))
        process.standardError = try FileHandle(forWritingTo: scratch.url("error"))
        try process.run()
        process.waitUntilExit()
        return Result(status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
                      output: try scratch.read("output"), error: try scratch.read("error"))
    }
}

extension Program {
    /// Begins to run the program, for those who do something to it meanwhile. What it prints is lost, unless it is wanted.
    func start(_ arguments: [String], in folder: Folder, environment: [String: String] = [:], input: FileHandle = .nullDevice, output: FileHandle = .nullDevice,
               error: FileHandle = .nullDevice) throws -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder.url
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, error)
        try process.run()
        return process
    }
}

extension Process {
    /// Waits for its end and gives the most memory that it took, in kB; nil where it ended before anyone could look.
    func peakMemory() -> Int? {
        var peak: Int?
        repeat {
            let status = (try? String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8)) ?? ""
            // Once the program has ended there is no such line.
            if let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) { peak = Int(line.filter(\.isNumber)) }
            usleep(20_000)
        } while isRunning
        return peak
    }
}

/// Runs the built program.
@discardableResult
func oc4ids(_ arguments: String..., in folder: Folder? = nil, environment: [String: String] = [:], input: String = "") throws -> Program.Result {
    try Program().run(arguments, in: folder?.url, environment: environment, input: input)
}

/// One JSON report.
struct Report {
    private let object: [String: Any]

    init(_ object: [String: Any]) {
        self.object = object
    }

    private func member(_ object: String, _ name: String) -> Any? {
        (self.object[object] as? [String: Any])?[name]
    }

    var name: String? { member("input", "name") as? String }
    var bytes: Int? { member("input", "bytes") as? Int }
    var sha256: String? { member("input", "sha256") as? String }
    var kind: String? { member("input", "kind") as? String }
    var schema: String? { member("standard", "schema") as? String }
    var failure: String? { member("failure", "code") as? String }
    var failureMessage: String? { member("failure", "message") as? String }
    var groups: [[String: Any]] { object["errorGroups"] as? [[String: Any]] ?? [] }
    var errors: [[String: Any]] { object["errors"] as? [[String: Any]] ?? [] }
    /// Schema errors and findings of checks of severity error: the same project in two files is one.
    var errorCount: Int { member("summary", "errors") as? Int ?? 0 }
    var keys: Set<String> { Set(object.keys) }

    /// Without what depends on the language.
    var withoutWords: String {
        func stripped(_ value: Any) -> Any {
            if let object = value as? [String: Any] { return object.filter { !["message", "hint", "title"].contains($0.key) }.mapValues(stripped) }
            if let array = value as? [Any] { return array.map(stripped) }
            return value
        }
        let bytes = (try? JSONSerialization.data(withJSONObject: stripped(object), options: [.sortedKeys])) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
