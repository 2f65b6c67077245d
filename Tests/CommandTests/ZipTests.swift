import FeedsTestServers
import Foundation
import Testing

/// The files in a zip archive are inputs of their own.
@Suite struct ZipTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    /// What is said of an archive, as file and from standard input: `name failure` or `name` alone.
    private func lines(_ bytes: [UInt8], _ options: String...) throws -> (file: [String], pipe: [String]) {
        try folder.write(bytes, to: "x.zip")
        func lines(_ result: Program.Result) throws -> [String] {
            let reports = try result.reports
            #expect(result.status == (reports.contains { $0.failure != nil } ? 2 : reports.contains { $0.errorCount > 0 } ? 1 : 0))
            return reports.map { report in
                let name = (report.name ?? "").replacing(/^(x\.zip|-)/, with: "")
                return report.failure.map { "\(name) \($0)" } ?? name
            }
        }
        let piped = try Program().run(["validate", "--format", "json"] + options + ["-"], inputBytes: bytes)
        return (try lines(try Program().run(["validate", "--format", "json"] + options + ["x.zip"], in: folder.url)), try lines(piped))
    }

    /// The same for both.
    private func both(_ entries: [Zip.Entry], sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        let (file, pipe) = try lines(Zip(entries).bytes)
        #expect(file == pipe, sourceLocation: sourceLocation)
        return file
    }

    // MARK: Which files, and in which order

    @Test func eachDataFileIsAnInputUnderItsName() throws {
        try folder.write(Zip([.init("2023/b.json"), .init("2023/a.json", Content.faulty)]).bytes, to: "archive.zip")
        let result = try oc4ids("validate", "--format", "json", "archive.zip", in: folder)
        #expect(try result.reports.map(\.name) == ["archive.zip:2023/a.json", "archive.zip:2023/b.json"])
        #expect(try result.reports.map(\.errors.count) == [1, 0])
        #expect(try result.reports.map(\.bytes) == [Content.faulty.utf8.count, Content.valid.utf8.count])
        #expect(result.status == 1)
    }

    @Test func fromAFileInByteOrderOfNamesFromStandardInputAsTheyCome() throws {
        let names = ["z.json", "a/x.json", "B.JSON", "a-1.jsonl", "a.ndjson", "a/b.json.gz", "C.JSONL.GZ"]
        let entries = names.map { name in name.lowercased().hasSuffix(".gz") ? Zip.Entry(name, Gzip.packed(Content.valid)) : Zip.Entry(name) }
        let (file, pipe) = try lines(Zip(entries).bytes)
        #expect(pipe == names.map { ":" + $0 })
        #expect(file == [":B.JSON", ":C.JSONL.GZ", ":a-1.jsonl", ":a.ndjson", ":a/b.json.gz", ":a/x.json", ":z.json"])
    }

    // More than may wait for those before them, so that the archive is gone through several times.
    @Test(arguments: ["as they come last to first", "as they come in no order", "with one name twice"])
    func manyEntriesComeInByteOrderOfNamesHoweverTheyLie(_ order: String) throws {
        var numbers = Array((0 ..< 1_201).reversed())
        if order != "as they come last to first" { numbers = numbers.map { $0 * 607 % 1_201 } }
        if order == "with one name twice" { numbers.append(1_200) }
        // One that says something in each window, and one that cannot be read.
        func text(_ number: Int) -> String { number % 400 == 7 ? Content.faulty : number == 900 ? "{" : Content.valid }
        try folder.write(Zip(numbers.map { Zip.Entry("\(1_000_000 + $0).json", text($0)) }).bytes, to: "many.zip")
        let result = try oc4ids("validate", "--format", "json", "many.zip", in: folder)
        #expect(try result.reports.map(\.name) == numbers.sorted().map { "many.zip:\(1_000_000 + $0).json" })
        #expect(try result.reports.map(\.errors.count) == numbers.sorted().map { $0 % 400 == 7 ? 1 : 0 })
        #expect(result.status == 2)
    }

    @Test func whatIsNoDataIsPassedOver() throws {
        let names = [".hidden.json", "a/.git/b.json", "__MACOSX/a.json", "x/__MACOSX/._a.json", "readme.txt", "a.json.xz", "x.gz", "json"]
        #expect(try both(names.map { Zip.Entry($0) } + [.init("folder.json/", ""), .init("a.json")]) == [":a.json"])
        #expect(try lines(Zip([Zip.Entry("link.json", "a.json").with { $0.isLink = true }, .init("a.json")]).bytes).file == [":a.json"])
    }

    @Test func anArchiveWithoutDataSaysSo() throws {
        #expect(try both([]) == [" emptyArchive"])
        #expect(try both([.init("readme.txt")]) == [" emptyArchive"])
        #expect(try both([.init("[Content_Types].xml"), .init("xl/workbook.xml")]) == [" excel"])
    }

    @Test func namesAreOnlyNames() throws {
        #expect(try both([.init("../../etc/a.json"), .init("./c.json"), .init("/etc/b.json")]) == [":../../etc/a.json", ":./c.json", ":/etc/b.json"])
        #expect(try both([Zip.Entry("ñandú.json").with { $0.saysUTF8 = true }]) == [":ñandú.json"])
        #expect(try both([.init("ñandú.json")]) == [":ñandú.json"])
        #expect(try both([Zip.Entry("a.json").with { $0.name[0] = 0xF1 }]) == [":\u{FFFD}.json"])
        #expect(try both([Zip.Entry("a.json").with { ($0.name[0], $0.saysUTF8) = (0xF1, true) }, .init("b.json")]) == [":\u{FFFD} nameNotUTF8", ":b.json"])
        try folder.write(Zip([.init("a\u{1B}[31m\u{202E}.json")]).bytes, to: "x.zip")
        #expect(try oc4ids("validate", "x.zip", in: folder).output.contains(#"x.zip:a\u001B[31m\u202E.json"#))
    }

    @Test func aNameThatStandsTwiceIsTwoInputs() throws {
        let zip = Zip([.init("a.json"), .init("b.json"), .init("a.json", Content.faulty)])
        try folder.write(zip.bytes, to: "x.zip")
        let reports = try oc4ids("validate", "--format", "json", "x.zip", in: folder).reports
        #expect(reports.map(\.name) == ["x.zip:a.json", "x.zip:a.json", "x.zip:b.json"])
        #expect(reports.map(\.errors.count) == [0, 1, 0])
    }

    // MARK: How it was packed

    @Test(arguments: [
        Zip.Entry("a.json", Content.faulty), Zip.Entry("a.json", Content.faulty).with { $0.method = 0 }, Zip.Entry("a.json", Content.faulty).with { $0.isStreamed = true },
        Zip.Entry("a.json", Content.faulty).with { $0.is64 = true }, Zip.Entry("a.json.gz", Gzip.packed(Content.faulty)),
        Zip.Entry("packed.json", Gzip.packed(Content.faulty)),
    ])
    func itIsReadHoweverItWasPacked(_ entry: Zip.Entry) throws {
        let bytes = Zip([entry, .init("z.json")]).bytes
        try folder.write(bytes, to: "x.zip")
        try folder.write(Content.faulty, to: "plain")
        let plain = try #require(try oc4ids("validate", "--format", "json", "plain", in: folder).reports.first)
        for result in [try oc4ids("validate", "--format", "json", "x.zip", in: folder), try Program().run(["validate", "--format", "json", "-"], inputBytes: bytes)] {
            let report = try #require(try result.reports.first)
            #expect(report.sha256 == plain.sha256 && report.bytes == plain.bytes)
            #expect(report.errors.map { $0["column"] as? Int } == plain.errors.map { $0["column"] as? Int })
            #expect(try result.reports.count == 2)
        }
    }

    /// Made by Info-ZIP's zip, the second one to a pipe, and by a program that writes sizes of 64 bits.
    @Test(arguments: ["info-zip.zip", "info-zip-stream.zip", "zip64.zip"])
    func archivesOfOtherProgramsAreRead(_ name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/" + name)
        let bytes = Array(try Data(contentsOf: file))
        let (found, piped) = try lines(bytes)
        #expect(found == [":2023/a.json", ":2023/b.json"])
        #expect(piped.sorted() == found)
    }

    // MARK: What cannot be read

    @Test func oneBadEntryNeverTakesOthersDown() throws {
        let bad: [Zip.Entry] = [
            Zip.Entry("b.json", Content.truncated), Zip.Entry("c.json").with { $0.hasWrongChecksum = true }, Zip.Entry("d.json").with { $0.isEncrypted = true },
            Zip.Entry("e.json").with { $0.method = 9 }, .init("f.zip", Zip([.init("a.json")]).bytes), .init("g.json", Zip([.init("a.json")]).bytes),
            .init("h.json.gz", Gzip.packed(Content.valid).dropLast(3)), .init("i.json.gz", Gzip.packed(Gzip.packed(Content.valid))), .init("j.json", "<html>"),
        ]
        #expect(try both([.init("a.json")] + bad + [.init("z.json")]) == [
            ":a.json", ":b.json truncated", ":c.json damagedArchive", ":d.json encryptedArchive", ":e.json unknownCompression", ":f.zip nestedArchive",
            ":g.json nestedArchive", ":h.json.gz truncatedArchive", ":i.json.gz nestedArchive", ":j.json html", ":z.json",
        ])
    }

    @Test func norDoesItInAnArchiveThatWasWrittenToAPipe() throws {
        let entries: [Zip.Entry] = [
            .init("a.json", Content.truncated), Zip.Entry("b.json").with { $0.hasWrongChecksum = true }, .init("c.json.gz", Gzip.packed(Content.valid).dropLast(3)),
            .init("d.json", Zip([.init("a.json")]).bytes), .init("e.txt", "text"), .init("f.json", "<html>"), .init("g.json"),
        ]
        #expect(try both(entries.map { $0.with { $0.isStreamed = true } }) == [
            ":a.json truncated", ":b.json damagedArchive", ":c.json.gz truncatedArchive", ":d.json nestedArchive", ":f.json html", ":g.json",
        ])
    }

    @Test func anEncryptedArchiveOfInfoZipIsNamed() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/info-zip-encrypted.zip")
        let (found, piped) = try lines(Array(try Data(contentsOf: file)))
        #expect(found == [":2023/a.json encryptedArchive", ":2023/b.json encryptedArchive"])
        #expect(piped.sorted() == found)
    }

    @Test func damagedDataIsNamedAlsoWhereItIsWrongJSON() throws {
        let zip = Zip([Zip.Entry("a.json").with { $0.method = 0 }, .init("b.json")])
        let (file, pipe) = try lines(changed(zip.bytes, at: 30 + 6 + 3))
        #expect(file == [":a.json damagedArchive", ":b.json"])
        #expect(pipe == file)
    }

    @Test func ofAnArchiveThatWasCutOffWhatIsThereIsRead() throws {
        let zip = Zip([.init("b.json"), .init("a.json", String(repeating: " ", count: 100) + Content.valid)])
        let second = zip.places[1]
        for (count, expected) in [(second, [":b.json", " truncatedArchive"]), (second + 20, [":b.json", " truncatedArchive"]), (second + 45, [":b.json", ":a.json truncatedArchive"]), (10, [" truncatedArchive"])] {
            let (file, pipe) = try lines(Array(zip.bytes[..<count]))
            #expect(file == expected, "\(count)")
            #expect(pipe == expected, "\(count)")
        }
    }

    @Test func behindADamagedHeaderNothingIsReadAndThatIsSaid() throws {
        let zip = Zip([.init("b.json"), .init("a.json"), .init("c.json")])
        let (file, pipe) = try lines(changed(zip.bytes, at: zip.places[1]))
        #expect(file == [":b.json", " damagedArchive"])
        #expect(pipe.first == ":b.json")
    }

    @Test func whatFollowsBehindAnArchiveDoesNoHarm() throws {
        for count in [10, 100_000] {
            #expect(Set(try lines(Zip([.init("b.json"), .init("a.json")]).bytes + [UInt8](repeating: 0x78, count: count)).file) == [":a.json", ":b.json"])
        }
    }

    // MARK: Limits

    @Test func theSizeCountsForTheWholeArchive() throws {
        let text = #"{"id": "\#(String(repeating: "x", count: 5000))"}"#
        let bytes = Zip(["a", "b", "c"].map { Zip.Entry($0 + ".json", text) }).bytes
        let (file, pipe) = try lines(bytes, "--max-unpacked", "11kB")
        #expect(file == [":a.json", ":b.json", ":c.json unpackedTooLarge"])
        #expect(pipe == file)
    }

    @Test func aBombAmongOthersIsStoppedAlone() throws {
        let bomb = [UInt8](repeating: UInt8(ascii: " "), count: 25_000_000)
        let (file, pipe) = try lines(Zip([.init("a.json"), .init("b.json", bomb), .init("c.json")]).bytes)
        #expect(file == [":a.json", ":b.json suspiciousRatio", ":c.json"])
        #expect(pipe == file)
        // What has to be unpacked to be passed over is held to the limits too, and what lies behind it is out of reach.
        let streamed = Zip([.init("a.json"), Zip.Entry("b.pdf", bomb).with { $0.isStreamed = true }, .init("c.json")]).bytes
        #expect(try lines(streamed) == ([":a.json", ":c.json"], [":a.json", " suspiciousRatio"]))
    }

    // MARK: Words

    @Test(arguments: [("es", "Está protegido con contraseña"), ("en", "It is protected with a password")])
    func theTextReportSaysSo(_ language: String, _ sentence: String) throws {
        try folder.write(Zip([.init("a.json"), Zip.Entry("b.json").with { $0.isEncrypted = true }]).bytes, to: "x.zip")
        let result = try oc4ids("validate", "--lang", language, "x.zip", in: folder)
        #expect(result.output.contains(sentence) && result.output.contains("x.zip:b.json"))
        #expect(result.status == 2)
    }

    // MARK: Among other inputs

    @Test(arguments: ["1", "2", "7"])
    func theNumberOfThreadsChangesNothing(_ jobs: String) throws {
        for name in ["a.zip", "in/b.zip"] {
            try folder.write(Zip((0 ..< 20).map { .init("\(($0 * 7) % 20).json", $0 % 3 == 0 ? Content.faulty : Content.valid) }).bytes, to: name)
        }
        try folder.write(Content.valid, to: "in/a.json")
        try folder.write(Gzip.packed(Content.valid), to: "in/c.jsonl.gz")
        try folder.write(Gzip.packed(Content.valid), to: "in/not-named.gz")
        let one = try oc4ids("validate", "--format", "json", "--jobs", "1", "in", "a.zip", "missing.json", in: folder)
        #expect(try one.reports.count == 1 + 20 + 1 + 20 + 1)
        #expect(try one.reports.map { ($0.name ?? "").prefix { $0 != ":" } }.first == "in/a.json")
        let other = try oc4ids("validate", "--format", "json", "--jobs", jobs, "in", "a.zip", "missing.json", in: folder)
        #expect(other.output == one.output)
    }
}
