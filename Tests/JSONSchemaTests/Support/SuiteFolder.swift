import Foundation
import JSONSchema

/// A folder of cases that an environment variable names; tests of it are skipped without.
struct SuiteFolder: Sendable {
    static let jsonSchema = SuiteFolder(environment: "OC4IDS_JSON_SCHEMA_SUITE")
    static let jsonParsing = SuiteFolder(environment: "OC4IDS_JSON_PARSING_SUITE")

    let url: URL

    init?(environment name: String) {
        guard let path = ProcessInfo.processInfo.environment[name], !path.isEmpty else { return nil }
        url = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// All JSON files in a folder and below it, with their paths from that folder, in order.
    func files(in folder: String = "") -> [(path: String, bytes: [UInt8])] {
        let root = folder.isEmpty ? url : url.appendingPathComponent(folder)
        let paths = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") }
        return paths.sorted().compactMap { path in
            (try? Data(contentsOf: root.appendingPathComponent(path))).map { (path, Array($0)) }
        }
    }
}

/// The draft-04 metaschema that the package bundles.
let draft4Metaschema: [UInt8] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = package.appendingPathComponent("Schemas/json-schema/draft-04.json")
    return Array((try? Data(contentsOf: file)) ?? Data())
}()
