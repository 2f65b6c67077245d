import FeedsTestServers
import Foundation
import Testing

/// What gzip holds is read as if it had never been packed.
@Suite struct GzipTests {
    private let folder: Folder

    init() throws {
        folder = try Folder(["plain.json": Content.faulty])
    }

    private func failures(_ bytes: [UInt8]) throws -> [String?] {
        try folder.write(bytes, to: "x.gz")
        let named = try oc4ids("validate", "--format", "json", "x.gz", in: folder)
        let piped = try Program().run(["validate", "--format", "json", "-"], inputBytes: bytes)
        #expect(named.status == piped.status)
        #expect(try named.reports.map(\.failure) == piped.reports.map(\.failure))
        #expect(named.status == (try named.reports.allSatisfy { $0.failure == nil } ? 0 : 2))
        return try named.reports.map(\.failure)
    }

    static let texts = [
        Content.valid, Content.faulty, "[\(Content.valid),\n\(Content.faulty)]", "\(Content.valid)\n\(Content.faulty)\n{,}\n", #"{"projects": [\#n{"id": 5}]}"#, "\u{FEFF}" + Content.faulty,
    ]

    @Test(arguments: texts)
    func theReportIsThatOfThePlainFile(_ text: String) throws {
        try folder.write(text, to: "in")
        let plain = try oc4ids("validate", "--format", "json", "in", in: folder)
        try folder.write(Gzip.packed(text), to: "in")
        let packed = try oc4ids("validate", "--format", "json", "in", in: folder)
        #expect(packed.output == plain.output)
        #expect(packed.status == plain.status)
    }

    @Test func largeDataIsReadOnAnyNumberOfThreads() throws {
        let text = "[" + (0 ..< 40_000).map { #"{"id": "\#($0)", "title": \#($0 % 1000 == 7 ? "1" : #""x""#)}"# }.joined(separator: ",\n") + "]"
        try folder.write(Gzip.packed(text), to: "in")
        let one = try oc4ids("validate", "--format", "json", "--jobs", "1", "in", in: folder)
        #expect(try one.reports.first?.groups.first?["count"] as? Int == 40)
        #expect(try oc4ids("validate", "--format", "json", "--jobs", "4", "in", in: folder).output == one.output)
    }

    @Test func theBytesAreThoseThatComeOut() throws {
        try folder.write(Gzip.packed(Content.faulty), to: "x.json.gz")
        let reports = try oc4ids("validate", "--format", "json", "x.json.gz", "plain.json", in: folder).reports
        #expect(reports[0].bytes == Content.faulty.utf8.count)
        #expect(reports.map(\.sha256) == [reports[1].sha256, reports[1].sha256])
    }

    @Test func membersOneBehindTheOtherAreOneInput() throws {
        try folder.write(Gzip.packed(Content.valid + "\n") + Gzip.packed("") + Gzip.packed(Content.faulty), to: "x.gz")
        let report = try #require(try oc4ids("validate", "--format", "json", "x.gz", in: folder).reports.first)
        #expect(report.kind == "ndjson")
        #expect(report.errors.first?["path"] as? String == "/1/title")
    }

    @Test func whatIsWrongWithItIsNamed() throws {
        let sound = Gzip.packed(Content.valid)
        #expect(try failures(sound) == [nil])
        #expect(try failures(sound + [0, 0, 0]) == [nil])
        for count in 2 ..< sound.count { #expect(try failures(Array(sound[..<count])) == ["truncatedArchive"], "\(count)") }
        #expect(try failures(sound + Array("more".utf8)) == ["extraAfterArchive"])
        #expect(try failures(changed(sound, at: sound.count - 6)) == ["damagedArchive"])
        #expect(try failures(changed(sound, at: sound.count - 1)) == ["damagedArchive"])
        #expect(try failures(changed(sound, at: 2)) == ["damagedArchive"])
        #expect(try failures(Gzip.packed("")) == ["empty"])
        #expect(try failures(Gzip.packed("<html>")) == ["html"])
    }

    @Test func damageIsNamedAlsoWhereItMakesWrongJSON() throws {
        // Stored, not deflated, the changed byte comes out as it is and only the checksum tells.
        let text = Array(Content.valid.utf8)
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1, UInt8(text.count), 0, ~UInt8(text.count), 255] + text
        member += Gzip.packed(Content.valid).suffix(8)
        #expect(try failures(member) == [nil])
        #expect(try failures(changed(member, at: 16)) == ["damagedArchive"])
    }

    @Test func archivesInsideAreNotOpened() throws {
        #expect(try failures(Gzip.packed(Gzip.packed(Content.valid))) == ["nestedArchive"])
        #expect(try failures(Gzip.packed(Zip([.init("a.json")]).bytes)) == ["nestedArchive"])
    }

    // MARK: Limits

    @Test func noMoreComesOutThanIsAllowed() throws {
        let text = #"{"id": "\#(String(repeating: "x", count: 5000))"}"#
        try folder.write(Gzip.packed(text), to: "x.gz")
        #expect(try oc4ids("validate", "--max-unpacked", "6kB", "x.gz", in: folder).status == 0)
        let result = try oc4ids("validate", "--format", "json", "--lang", "en", "--max-unpacked", "5kB", "x.gz", in: folder)
        #expect(try result.reports.map(\.failure) == ["unpackedTooLarge"])
        #expect(result.output.contains("5 kB") && result.output.contains("--max-unpacked"))
    }

    @Test func aBombIsStoppedByItsRatio() throws {
        try folder.write(Gzip.packed([UInt8](repeating: UInt8(ascii: " "), count: 25_000_000)), to: "x.gz")
        let result = try oc4ids("validate", "--format", "json", "--lang", "es", "x.gz", in: folder)
        #expect(try result.reports.map(\.failure) == ["suspiciousRatio"])
        #expect(result.output.contains("500 veces") && result.output.contains("--max-ratio"))
        #expect(try oc4ids("validate", "--format", "json", "--max-ratio", "2000", "x.gz", in: folder).reports.map(\.failure) != ["suspiciousRatio"])
    }

    // MARK: Words

    @Test(arguments: [("es", "Falta el final del archivo comprimido"), ("en", "The end of the compressed file is missing")])
    func theTextReportSaysSo(_ language: String, _ sentence: String) throws {
        try folder.write(Array(Gzip.packed(Content.valid).dropLast(5)), to: "x.gz")
        let result = try oc4ids("validate", "--lang", language, "x.gz", in: folder)
        #expect(result.output.contains(sentence))
        #expect(result.error == "")
    }
}

/// The bytes with one of them another.
func changed(_ bytes: [UInt8], at place: Int) -> [UInt8] {
    var bytes = bytes
    bytes[place] ^= 0x55
    return bytes
}
