@testable import Batch
import Foundation
import JSONSchema
@testable import OC4IDS
import Testing

/// Files of results that others hand over: damaged ones and hostile ones are refused with their line, whatever they hold.
@Suite struct ResultLinesTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-results-\(UUID().uuidString).jsonl").path
    private let head: String
    /// A result with its ids.
    private let line: String

    init() {
        let half = Mean(Disclosure.Score(score: nil, numerator: Billionths(count: 500_000_000), denominator: .one))
        let group = InputResult.Group(name: "MSPAS", projects: 1, strict: half, due: half)
        let scores = InputResult.Scores(profile: "p 1", strict: half, due: half, elements: [], groups: [.init(by: "status", values: [group])])
        let review = InputResult.Reviewed(kind: "project", projects: 3, contractingProcesses: 0, errors: 4, warnings: 0, infos: 0, badLines: 0, valid: false,
                                          findings: [], disclosure: scores, ids: Self.ids(2))
        let result = InputResult(id: "a", name: "a", order: .init(unit: 0, number: 0), attributes: .init(), review: review)
        let lines = String(decoding: Self.bytes([result]), as: UTF8.self).split(separator: "\n").map { String($0) + "\n" }
        (head, line) = (lines[0], lines.dropFirst().joined())
    }

    private static func bytes(_ results: [InputResult], shard: String? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        ResultLines.write(results, settings: "s", shard: shard.flatMap { Shard($0) }) { bytes += $0 }
        return bytes
    }

    /// Of so many projects.
    private static func ids(_ count: Int) -> ProjectIDs {
        var ids = ProjectIDs()
        for number in 0 ..< count {
            ids.append(.init(digest: Digest(low: UInt64(number), high: 7), place: ProjectPlace(value: number, item: nil, isInPackage: false, position: Position(line: number + 1, column: 8))))
        }
        return ids
    }

    private func read(_ text: String) throws -> BatchSummary {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return BatchSummary(try ResultLines.read([path]).results)
    }

    /// The same line as of another input.
    private func other(_ number: Int) -> String { line.replacing(#""unit":0"#, with: #""unit":\#(number)"#) }

    @Test func linesAreAddedUp() throws {
        #expect(try read(head + line + "\n" + other(1)).totals.errors == 8)
        // As two files behind one another.
        #expect(try read(head + line + head + other(1)).totals.errors == 8)
    }

    /// Ids are in lines of some thousands: none grows with the data.
    @Test func idsOfManyProjects() throws {
        let ids = Self.ids(10_000)
        var result = InputResult(id: "a", name: "a", order: .init(unit: 0, number: 0), attributes: .init())
        result.review = .init(kind: "ndjson", projects: 10_000, contractingProcesses: 0, errors: 0, warnings: 0, infos: 0, badLines: 0, valid: true, findings: [], ids: ids)
        let bytes = Self.bytes([result])
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ResultLines.read([path]).results == [result])
        #expect(bytes.split(separator: 0x0A).map(\.count).max().map { $0 < 200_000 } == true)
    }

    @Test(arguments: [(["1/3", "3/3"], ["2/3"]), (["2/2", "1/2"], []), ([nil], []), (["1/1"], []), (["2/2", "2/2"], ["1/2"])])
    func partsThatAreMissing(_ given: [String?], _ missing: [String]) throws {
        let text = given.map { String(decoding: Self.bytes([], shard: $0), as: UTF8.self) }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ResultLines.read([path]).missingShards == missing)
    }

    @Test(arguments: [
        (#""errors":4"#, #""errors":-4"#), (#""projects":3"#, #""projects":1e400"#), (#""count":1"#, #""count":-1"#), (#""count":1"#, #""count":9223372037"#),
        (#""sum":500000000"#, #""sum":1000000001"#), (#""sum":500000000"#, #""sum":-1"#), (#""review""#, #""nothing""#), (#""kind""#, #""kin""#),
        (#""idLines":1"#, #""idLines":-1"#),
    ]) func whatNoReviewMakesIsRefused(_ part: String, _ instead: String) throws {
        try #require(line.contains(part))
        let error = try #require(throws: ResultLines.Problem.self) { try read(head + line + "\n" + other(1).replacing(part, with: instead)) }
        // An empty line counts as one.
        #expect(error == .init(kind: .notResults, path: path, line: 5))
    }

    @Test func otherFormsAndWrongIDsAreRefused() {
        for text in [head.replacing(#""form":2"#, with: #""form":3"#) + line, line, head + line.replacing(#"{"ids":""#, with: #"{"ids":"AAAA"#),
                     head + line.replacing(#""idLines":1"#, with: #""idLines":2"#), head + line.replacing(#""idLines":1"#, with: #""idLines":0"#)] {
            #expect(throws: ResultLines.Problem.self) { try read(text) }
        }
    }

    /// Each number fits, their sum does not.
    @Test(arguments: [(#""errors":4"#, #""errors":\#(Int.max - 10)"#), (#""count":1"#, #""count":9223372036"#)])
    func sumsThatDoNotFitAreRefused(_ part: String, _ instead: String) throws {
        let large = line.replacing(part, with: instead)
        #expect(throws: Never.self) { try read(head + large) }
        #expect(throws: ResultLines.Problem.self) { try read(head + large + other(1)) }
    }

    /// Cut off anywhere inside, a line is none.
    @Test func cutOff() {
        let whole = head + line
        for length in 1 ..< whole.utf8.count - 1 where length != head.utf8.count && length != head.utf8.count - 1 {
            #expect(throws: ResultLines.Problem.self) { try read(String(decoding: whole.utf8.prefix(length), as: UTF8.self)) }
        }
    }

    @Test func garbage() {
        for text in ["\u{0}", "null", "[]", "{}", "{\"form\":1}", String(repeating: "[", count: 100_000), "\u{1B}[2J"] {
            #expect(throws: ResultLines.Problem.self) { try read(text) }
        }
    }
}
