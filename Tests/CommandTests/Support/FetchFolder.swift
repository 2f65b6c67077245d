import Foundation
import Testing

/// A folder with a description of feeds and a store, for `oc4ids fetch`.
struct FetchFolder {
    let folder: Folder
    var store: [String] { ["--store", folder.url("store").path] }

    init() throws {
        folder = try Folder([:])
    }

    /// A project package.
    static func package(_ ids: [String], publisher: String = "P", next: String? = nil) -> String {
        let projects = ids.map { #"{"id": "oc4ids-bu3kcz-\#($0)", "title": "T"}"# }.joined(separator: ", ")
        let links = next.map { #", "links": {"next": "\#($0)"}"# } ?? ""
        return """
        {"uri": "https://example.org/\(publisher)", "publishedDate": "2026-01-01T00:00:00Z", "version": "0.9", "publisher": {"name": "\(publisher)"}, \
        "license": "https://example.org/\(publisher)/licence"\(links), "projects": [\(projects)]}
        """
    }

    /// Fails for no finding, and tries once.
    func fetch(_ arguments: String...) throws -> Program.Result {
        try Program().run(["fetch", "--retries", "0", "--fail-on", "never"] + store + arguments, in: folder.url)
    }

    /// One object a feed.
    func rows(_ result: Program.Result) throws -> [String: [String: Any]] {
        let objects = try result.output.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        return Dictionary(uniqueKeysWithValues: objects.map { ((($0["feed"] as? [String: Any])?["id"] as? String ?? ""), $0) })
    }

    func describe(_ yaml: String) throws {
        try folder.write("feeds:\n" + yaml, to: "feeds.yaml")
    }

    /// The current copy of a feed.
    func copy(_ id: String) throws -> String {
        let path = try Program().run(["store", "show", id, "--path"] + store).output.trimmingCharacters(in: .newlines)
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}
