import FeedsTestServers
import Foundation
import Testing

/// `samples/feeds`: every kind of feed comes from a real server, as the description says.
@Suite(.enabled(if: NginxServer.isInstalled, "nginx is not installed")) struct SampleFeedsTests {
    static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("samples/feeds")

    @Test func everyKindComes() throws {
        let server = try SampleServer(Self.samples)
        let folder = try Folder([:])
        func description(_ name: String) throws -> String {
            server.withOwnPorts(try String(contentsOf: Self.samples.appendingPathComponent(name), encoding: .utf8))
        }
        try folder.write(try description("feeds.yaml"), to: "feeds.yaml")
        for name in ["llana", "por_anio", "sin_completar"] { try folder.write(try description("registro/\(name).yaml"), to: "registro/\(name).yaml") }
        func fetch() throws -> [String] {
            let result = try Program().run(["fetch", "--feeds", "feeds.yaml", "--registry", "registro", "--store", "store", "--today", "2026-11-21", "--format", "json"], in: folder.url)
            #expect(result.status == 2)
            return try result.output.split(separator: "\n").map { line in
                let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                let failure = (row["failure"] as? [String: Any])?["code"] as? String
                let warnings = (row["warnings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
                let projects = (row["copy"] as? [String: Any])?["projects"] as? Int ?? 0
                return ([(row["feed"] as? [String: Any])?["id"] as? String ?? "", failure ?? row["outcome"] as? String ?? "", String(projects)] + warnings).joined(separator: " ")
            }
        }
        let first = try fetch()
        #expect(first == [
            "llana new 2", "por_anio new 4 withoutParts repeatedProjects", "sin_completar addressIsPrefix 0", "consulta new 1", "mensual new 1",
            "certificado new 1 certificateNotVerified", "navegador new 1", "paginas new 3", "enlaces new 2", "numeradas new 2", "lenta new 1",
        ])
        #expect(try fetch() == first.map { $0.replacingOccurrences(of: " new ", with: " unchanged ") })
    }
}
