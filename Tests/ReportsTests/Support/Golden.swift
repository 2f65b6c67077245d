import Foundation
import Testing

/// Text compared with a file in `Golden/`. With `OC4IDS_RECORD_GOLDEN=1` (scripts/golden) the file is written anew, and the test fails all
/// the same: a recording is no proof.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Package.folder.appendingPathComponent("Tests/ReportsTests/Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["OC4IDS_RECORD_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name).txt", sourceLocation: sourceLocation)
        return
    }
    guard let recorded = try? Data(contentsOf: file) else {
        Issue.record("there is no \(name).txt: scripts/golden writes it", sourceLocation: sourceLocation)
        return
    }
    let (expected, found) = (lines(String(decoding: recorded, as: UTF8.self)), lines(text))
    guard expected != found else { return }
    let different = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(expected.count, found.count)
    func line(_ lines: [Substring]) -> String { different < lines.count ? String(lines[different]) : "(no such line)" }
    Issue.record("\(name).txt, line \(different + 1)\n  golden: \(line(expected))\n  now:    \(line(found))", sourceLocation: sourceLocation)
}

private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
}

enum Package {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }
}
