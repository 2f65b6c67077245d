import Foundation
import Testing

/// Numbers as large as anyone can write them, in options: they are as good as none, and the program goes on.
@Suite struct LargeNumbersTests {
    private static let number = String(Int.max)
    private let folder: Folder

    init() throws {
        folder = try Folder(["a.json": #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud"}"#])
        // Large enough for several threads.
        try folder.write("{\"projects\": [\n" + (0 ..< 400_000).map { "{\"id\": \"oc4ids-bu3kcz-\($0)\", \"title\": \"Puesto de salud de la aldea \($0), con agua y luz\"}" }.joined(separator: ",\n") + "]}", to: "large.json")
    }

    @Test(arguments: [
        ["batch", "large.json", "--history", "h", "-q", "--jobs", number], ["batch", "a.json", "--history", "h", "-q", "--memory", number],
        ["batch", "a.json", "--history", "h", "-q", "--memory", "9000000000GB"], ["validate", "large.json", "-q", "--jobs", number],
        ["validate", "a.json", "-q", "--max-examples", number], ["validate", "a.json", "-q", "--max-project-size", number],
        ["fetch", "http://127.0.0.1:9/", "--store", "s", "--retries", "0", "--jobs", number], ["fetch", "http://127.0.0.1:9/", "--store", "s", "--retries", "0", "--timeout", number],
        ["fetch", "http://127.0.0.1:9/", "--store", "s", "--retries", "0", "--per-host", number], ["store", "prune", "--store", "s", "--keep", number],
    ]) func theProgramGoesOn(_ arguments: [String]) throws {
        if arguments[0] == "store" { _ = try Program().run(["fetch", "http://127.0.0.1:9/", "--store", "s", "--retries", "0"], in: folder.url) }
        let result = try Program().run(arguments, in: folder.url)
        // 64: there is no such option.
        #expect([0, 1, 2].contains(result.status), "\(result.status) \(result.error)")
    }
}
