import FeedsTestServers
import Foundation
import Testing

/// How `fetch` and `store` are called, and what they say to mistakes.
@Suite struct FetchUsageTests {
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "good.yaml": "feeds: [{id: a, url: 'http://127.0.0.1:9/'}]", "none.yaml": "feeds: []",
            "bad.yaml": "feeds:\n  - id: a\n    url: http://127.0.0.1:9/\n    verifyTls: false\n  - id: B\n    url: http://127.0.0.1:9/\n",
            "other/letter.txt": "Dear",
        ])
    }

    @Test(arguments: [
        [], ["--feeds", "good.yaml", "http://127.0.0.1:9/"], ["--feeds", "none.yaml"], ["--feeds", "missing.yaml"], ["--registry", "missing"], ["file:///etc/passwd"],
        ["--feeds", "good.yaml", "--jobs", "0"], ["--feeds", "good.yaml", "--per-host", "0"], ["--feeds", "good.yaml", "--retries", "-1"],
        ["--feeds", "good.yaml", "--connect-to", "a"], ["--feeds", "good.yaml", "--cacert", "missing.pem"], ["--feeds", "good.yaml", "--only", "b"], ["--feeds", "good.yaml", "--store", ""],
    ] as [[String]])
    func wrongUsageIsSaidAndNothingDone(_ arguments: [String]) throws {
        let result = try Program().run(["fetch", "--store", folder.url("store").path] + arguments, in: folder.url)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(!result.error.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.url("store").path))
    }

    @Test(arguments: [
        ("en", "bad.yaml:4:5: there is no key “verifyTls”. Did you mean verifyTLS?", "bad.yaml:5:9: “B” cannot be an id"),
        ("es", "bad.yaml:4:5: no existe la clave «verifyTls». ¿Quiso decir verifyTLS?", "bad.yaml:5:9: «B» no puede ser un id"),
    ])
    func mistakesOfTheDescriptionHaveTheirPlace(_ language: String, _ first: String, _ second: String) throws {
        let error = try Program().run(["fetch", "--feeds", "bad.yaml", "--lang", language], in: folder.url).error
        #expect(error.contains(first), "\(error)")
        #expect(error.contains(second), "\(error)")
    }

    @Test func aFolderWithOtherThingsIsNotTakenForAStore() throws {
        let result = try Program().run(["fetch", "--feeds", "good.yaml", "--store", "other"], in: folder.url)
        #expect(result.status == 2)
        #expect(result.error.contains("is no store"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("other").path) == ["letter.txt"])
    }

    @Test func blockingPrivateAddressesDoesNotGoWithAProxy() throws {
        let result = try Program().run(["fetch", "--feeds", "good.yaml", "--block-private"], in: folder.url, environment: ["http_proxy": "http://127.0.0.1:9"])
        #expect(result.status == 64)
        #expect(result.error.contains("http_proxy"))
    }

    @Test(arguments: ["http://ana:geheim@nowhere.invalid:1", "odd://ana:geheim@127.0.0.1:9"])
    func errorsOfAProxyDoNotShowItsPassword(_ proxy: String) throws {
        let result = try Program().run(["fetch", "--retries", "0", "--store", "store", "--feeds", "good.yaml"], in: folder.url, environment: ["http_proxy": proxy])
        #expect(result.status == 2)
        #expect(!(result.output + result.error).contains("geheim"))
    }

    @Test func registriesDoNotShowPasswordsInMistakes() throws {
        try folder.write("url: 'http://ana:geheim@example.org/a b'", to: "registry/a.yaml")
        let result = try Program().run(["fetch", "--store", "store", "--registry", "registry"], in: folder.url)
        #expect(result.status == 64)
        #expect(!(result.output + result.error).contains("geheim"))
    }

    @Test func privateAddressesAreRefused() throws {
        let server = try ScriptedServer { _ in .json("{}") }
        defer { server.stop() }
        let result = try Program().run(["fetch", "--block-private", "--store", "store", server.address("/")], in: folder.url)
        #expect(result.status == 2)
        #expect(result.output.contains("--block-private"))
        #expect(server.requestCount == 0)
    }

    @Test func theStoreIsWhereTheEnvironmentSays() throws {
        let server = try ScriptedServer { _ in .json(#"{"id": "oc4ids-bu3kcz-1"}"#) }
        defer { server.stop() }
        _ = try Program().run(["fetch", server.address("/")], environment: ["XDG_DATA_HOME": folder.url("data").path])
        #expect(FileManager.default.fileExists(atPath: folder.url("data/oc4ids/store/store.json").path))
        _ = try Program().run(["fetch", server.address("/")], environment: ["HOME": folder.url("home").path])
        #expect(FileManager.default.fileExists(atPath: folder.url("home/.local/share/oc4ids/store/store.json").path))
    }

    @Test func aFullDiskIsSaidAndWhatWasKeptStays() throws {
        // A file system of 256 kB would need root; a limit on the size of files does the same to a download.
        let body = "[" + String(repeating: #"{"id": "oc4ids-bu3kcz-1"},"#, count: 20_000) + "{}]"
        let server = try ScriptedServer { $0.path == "/small" ? .json(#"{"id": "oc4ids-bu3kcz-1"}"#) : .json(body) }
        defer { server.stop() }
        let program = Program.built.path
        func limited(_ path: String) throws -> Program.Result {
            try Program(url: URL(fileURLWithPath: "/bin/sh")).run(["-c", "trap '' XFSZ; ulimit -f 200; exec '\(program)' fetch --retries 0 --store store '\(server.address(path))'"], in: folder.url)
        }
        #expect(try limited("/small").status != 2)
        let full = try limited("/large")
        #expect(full.status == 2)
        #expect(full.output.contains("cannot be written"), "\(full.output)")
        let verified = try Program().run(["store", "verify", "--store", "store"], in: folder.url)
        #expect(verified.status == 0)
        #expect(verified.output.contains(" 1 copy,"))
    }

    // MARK: The store

    @Test func withoutAStoreThereIsNothingToShow() throws {
        for command in [["list"], ["show", "a"], ["verify"], ["prune"]] {
            let result = try Program().run(["store"] + command + ["--store", "none"], in: folder.url)
            #expect(result.status == 2)
            #expect(result.error.contains("There is no store"))
        }
    }

    @Test func theStoreIsListedShownVerifiedAndPruned() throws {
        let server = try ScriptedServer { _ in .json(#"{"id": "oc4ids-bu3kcz-1"}"#, ["ETag: \"x\""]) }
        defer { server.stop() }
        try folder.write("feeds: [{id: gt_a, url: '\(server.address("/a"))'}]", to: "feeds.yaml")
        _ = try Program().run(["fetch", "--feeds", "feeds.yaml", "--store", "store"], in: folder.url)
        func store(_ arguments: String...) throws -> Program.Result { try Program().run(["store"] + arguments + ["--store", "store"], in: folder.url) }
        #expect(try store().output.contains("gt_a"))
        #expect(try store("show", "gt_a").output.contains("200 \(server.address("/a")) · ETag \"x\""))
        let unknown = try store("show", "gt_b")
        #expect(unknown.status == 64)
        #expect(unknown.error.contains("Did you mean gt_a?"))
        #expect(try store("verify").output.contains("✔ 1 feed, "))
        #expect(try store("prune", "--keep", "0").output.contains("Removed: 0 history entries, 0 copies"))
        let path = try store("show", "gt_a", "--path").output.trimmingCharacters(in: .newlines)
        try "damaged".write(toFile: folder.url.appendingPathComponent(path).path, atomically: false, encoding: .utf8)
        let damaged = try store("verify")
        #expect(damaged.status == 2)
        #expect(damaged.output.contains("is damaged"))
    }
}
