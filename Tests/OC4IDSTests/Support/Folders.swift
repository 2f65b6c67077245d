import Foundation

/// A folder that an environment variable names; tests of it are skipped without.
struct SuiteFolder: Sendable {
    static let cases = SuiteFolder(environment: "OC4IDS_CASES")
    static let reference = SuiteFolder(environment: "OC4IDS_REFERENCE")

    let url: URL

    private init?(environment name: String) {
        guard let path = ProcessInfo.processInfo.environment[name], !path.isEmpty else { return nil }
        url = URL(fileURLWithPath: path, isDirectory: true)
    }

    func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appendingPathComponent(path)))
    }

    /// Names in a folder, sorted.
    func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(folder).path)) ?? []).sorted()
    }
}

/// This package's own folder, as it lies in the working copy that the tests were built from.
enum PackageFolder {
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Paths of the files below a folder whose names satisfy a condition, sorted by their bytes.
    static func files(below folder: String, where isWanted: (String) -> Bool) -> [String] {
        let all = FileManager.default.enumerator(atPath: url.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? []
        return all.filter(isWanted).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appendingPathComponent(path)))
    }
}
