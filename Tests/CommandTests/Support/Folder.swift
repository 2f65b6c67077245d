import Foundation

/// A folder of its own for one test; gone when the last one lets go of it.
final class Folder: Sendable {
    let url: URL

    /// - Parameter files: their contents, by path.
    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-tests-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, content) in files { try write(content, to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func url(_ path: String) -> URL {
        url.appendingPathComponent(path)
    }

    func write(_ content: String, to path: String) throws {
        try write(Array(content.utf8), to: path)
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        try FileManager.default.createDirectory(at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url(path))
    }

    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
    }

    /// Names in a folder below it, sorted; none where there is no such folder.
    func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url(path).path)) ?? []).sorted()
    }

    /// All files below a folder below it, by their paths there.
    func files(below path: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: url(path).path) ?? .init() {
            let file = url(path).appendingPathComponent(name)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true { files[name] = try Data(contentsOf: file) }
        }
        return files
    }

    /// All names in it, sorted.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}

/// Contents to validate.
enum Content {
    static let valid = #"{"id": "oc4ids-bu3kcz-1"}"#
    /// One schema error: the title is no text.
    static let faulty = #"{"id": "oc4ids-bu3kcz-1", "title": 1}"#
    static let truncated = #"{"id": "oc4ids-bu3kcz-1", "title": "#
}

/// A folder that an environment variable names; tests of it are skipped without.
enum ReferenceFolder {
    static let path: String? = ProcessInfo.processInfo.environment["OC4IDS_REFERENCE"].flatMap { $0.isEmpty ? nil : $0 }
}
