import Foundation
import Testing
import JSONSchema
import Inputs

@Suite("Input paths")
struct InputPathsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-\(UUID().uuidString)")

    private func make(_ names: [String]) throws {
        for name in names {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("{}".utf8).write(to: file)
        }
    }

    private func names(_ found: [InputPaths.Found]) -> [String] {
        found.map {
            switch $0 {
            case .file(let path): String(path.dropFirst(folder.path.count + 1))
            case .failure(let path, _): "failure \(path)"
            case .nothing: "nothing"
            case .download(_, let name): "download \(name)"
            case .unfetched: "unfetched"
            }
        }
    }

    @Test("a folder gives its JSON files in byte order of their paths, hidden ones and others left out")
    func folderInByteOrder() throws {
        try make(["b.json", "a/z.ndjson", "a-1.jsonl", "Z.JSON", ".hidden.json", "c.txt", ".git/x.json"])
        #expect(names(InputPaths.expand([folder.path])) == ["Z.JSON", "a-1.jsonl", "a/z.ndjson", "b.json"])
    }

    @Test("packed data is taken too, but not what only ends in .gz")
    func packedInFolder() throws {
        try make(["b.json.gz", "a.NDJSON.GZ", "c.jsonl.gz", "d.zip", "e.gz", "f.tar.gz", "g.json.xz", ".zip", ".h.json.gz"])
        #expect(names(InputPaths.expand([folder.path])) == ["a.NDJSON.GZ", "b.json.gz", "c.jsonl.gz", "d.zip"])
    }

    @Test("links to folders are not followed, links to files are")
    func links() throws {
        try make(["real/a.json", "one.json"])
        try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("link"), withDestinationURL: folder.appendingPathComponent("real"))
        try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("two.json"), withDestinationURL: folder.appendingPathComponent("one.json"))
        #expect(names(InputPaths.expand([folder.path])) == ["one.json", "real/a.json", "two.json"])
    }

    @Test("pipes and devices in a folder are passed over")
    func noRegularFiles() throws {
        try make(["one.json"])
        #expect(mkfifo(folder.appendingPathComponent("pipe.json").path, 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: folder.appendingPathComponent("null.json").path, withDestinationPath: "/dev/null")
        #expect(names(InputPaths.expand([folder.path])) == ["one.json"])
    }

    @Test("a link to nothing is a failure")
    func linkToNothing() throws {
        try make(["one.json"])
        try FileManager.default.createSymbolicLink(atPath: folder.appendingPathComponent("link.json").path, withDestinationPath: "nothing")
        #expect(names(InputPaths.expand([folder.path])) == ["one.json", "failure \(folder.path)/link.json"])
    }

    @Test("a name that is not UTF-8 is a failure with the repaired name, not left out")
    func nameInLatin1() throws {
        try make(["one.json"])
        let names = [Array("a\u{F1}o.json".unicodeScalars), Array("\u{E1}rea/two.json".unicodeScalars), Array("\u{F1}.txt".unicodeScalars)]
        for name in names.map({ $0.map { UInt8($0.value) } }) {
            let path = (Array(folder.path.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(truncatingIfNeeded: $0) }
            if let slash = name.firstIndex(of: UInt8(ascii: "/")) {
                #expect(mkdir(Array(path.prefix(folder.path.utf8.count + 1 + slash)) + [0], 0o700) == 0)
            }
            let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
            #expect(descriptor >= 0)
            close(descriptor)
        }
        let found = InputPaths.expand([folder.path])
        #expect(self.names(found) == ["one.json", "failure \(folder.path)/a\u{FFFD}o.json", "failure \(folder.path)/\u{FFFD}rea/two.json"])
        for case .failure(_, let error) in found {
            #expect(error.number == EILSEQ)
            #expect(error.reason.contains("UTF-8"))
        }
    }

    @Test("what the system cannot say anything of is a failure")
    func pathTooLong() throws {
        try make(["one.json"])
        defer {
            let removal = Process()
            (removal.executableURL, removal.arguments) = (URL(fileURLWithPath: "/bin/rm"), ["-rf", folder.path])
            if (try? removal.run()) != nil { removal.waitUntilExit() }
        }
        // Deeper than PATH_MAX, which only steps from folder to folder reach.
        let name = String(repeating: "x", count: 250)
        var descriptor = open(folder.path, O_RDONLY)
        for _ in 0 ..< 17 {
            #expect(mkdirat(descriptor, name, 0o700) == 0)
            let next = openat(descriptor, name, O_RDONLY)
            close(descriptor)
            descriptor = next
        }
        close(descriptor)
        let found = InputPaths.expand([folder.path])
        #expect(found.count == 2)
        guard case .failure(_, let error) = found.last else {
            Issue.record("no failure")
            return
        }
        #expect(error.number == ENAMETOOLONG)
    }

    @Test("a folder without data says so instead of giving nothing")
    func emptyFolder() throws {
        try make(["readme.txt"])
        #expect(names(InputPaths.expand([folder.path + "/"])) == ["nothing"])
    }

    @Test("a file of any name is taken when the user names it")
    func namedFile() throws {
        try make(["data.txt"])
        #expect(names(InputPaths.expand([folder.appendingPathComponent("data.txt").path])) == ["data.txt"])
    }

    @Test("the digest is the one that sha256sum prints")
    func digest() throws {
        try make(["x.json"])
        let source = DigestingSource(try FileSource(path: folder.appendingPathComponent("x.json").path))
        var buffer = [UInt8](repeating: 0, count: 16)
        while try buffer.withUnsafeMutableBytes({ try source.read(into: $0) }) > 0 {}
        #expect(source.sha256 == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
    }

    @Test("a folder or a missing file is an error of the system's with its number", arguments: [("/", Int32(21)), ("/no/such/file", Int32(2))])
    func unreadable(path: String, number: Int32) {
        let error = #expect(throws: SourceError.self) { _ = try FileSource(path: path) }
        #expect(error?.number == number)
    }

    @Test("what cannot be read leaves the files that other threads open alone")
    func othersDescriptors() async {
        let refusals = Task.detached {
            for _ in 0 ..< 20_000 { _ = try? FileSource(path: "/") }
        }
        var lost = 0
        for _ in 0 ..< 20_000 {
            let descriptor = open("/dev/null", O_RDONLY)
            if close(descriptor) != 0 { lost += 1 }
        }
        await refusals.value
        #expect(lost == 0)
    }
}
