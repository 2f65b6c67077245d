@testable import Batch
import Foundation
import JSONSchema
@testable import OC4IDS
import Testing

/// Files of results that others hand over: damaged ones and hostile ones are refused with their line, whatever they hold.
@Suite struct ResultLinesTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-results-\(UUID().uuidString).jsonl").path
    private let line: String

    init() {
        let half = Mean(Disclosure.Score(score: nil, numerator: Billionths(count: 500_000_000), denominator: .one))
        let group = InputResult.Group(name: "MSPAS", projects: 1, strict: half, due: half)
        let scores = InputResult.Scores(profile: "p 1", strict: half, due: half, elements: [], groups: [.init(by: "status", values: [group])])
        let review = InputResult.Reviewed(kind: "project", projects: 3, contractingProcesses: 0, errors: 4, warnings: 0, infos: 0, badLines: 0, valid: false,
                                          findings: [], disclosure: scores, ids: ProjectIDs())
        let result = InputResult(id: "a", name: "a", order: .init(unit: 0, number: 0), attributes: .init(), review: review)
        line = String(decoding: ResultLines.bytes(result, settings: "s"), as: UTF8.self)
    }

    private func read(_ text: String) throws -> BatchSummary {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return BatchSummary(try ResultLines.read([path]))
    }

    /// The same line as of another input.
    private func other(_ number: Int) -> String { line.replacing(#""unit":0"#, with: #""unit":\#(number)"#) }

    @Test func linesAreAddedUp() throws {
        #expect(try read(line + "\n" + other(1)).totals.errors == 8)
    }

    @Test(arguments: [
        (#""errors":4"#, #""errors":-4"#), (#""projects":3"#, #""projects":1e400"#), (#""count":1"#, #""count":-1"#), (#""count":1"#, #""count":9223372037"#),
        (#""sum":500000000"#, #""sum":1000000001"#), (#""sum":500000000"#, #""sum":-1"#), (#""form":1"#, #""form":2"#), (#""review""#, #""nothing""#),
        (#""ids":"""#, #""ids":"AAAA""#), (#""kind""#, #""kin""#),
    ]) func whatNoReviewMakesIsRefused(_ part: String, _ instead: String) throws {
        try #require(line.contains(part))
        let error = try #require(throws: ResultLines.Problem.self) { try read(line + "\n" + other(1).replacing(part, with: instead)) }
        // An empty line counts as one.
        #expect(error == .init(kind: .notResults, path: path, line: 3))
    }

    /// Each number fits, their sum does not.
    @Test(arguments: [(#""errors":4"#, #""errors":\#(Int.max - 10)"#), (#""count":1"#, #""count":9223372036"#)])
    func sumsThatDoNotFitAreRefused(_ part: String, _ instead: String) throws {
        let large = line.replacing(part, with: instead)
        #expect(throws: Never.self) { try read(large) }
        #expect(throws: ResultLines.Problem.self) { try read(large + other(1)) }
    }

    /// Cut off anywhere inside, a line is none.
    @Test func cutOff() {
        for length in 1 ..< line.utf8.count - 1 {
            #expect(throws: ResultLines.Problem.self) { try read(String(decoding: line.utf8.prefix(length), as: UTF8.self)) }
        }
    }

    @Test func garbage() {
        for text in ["\u{0}", "null", "[]", "{}", "{\"form\":1}", String(repeating: "[", count: 100_000), "\u{1B}[2J"] {
            #expect(throws: ResultLines.Problem.self) { try read(text) }
        }
    }
}
