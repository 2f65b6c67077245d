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

    private static var result: InputResult {
        let half = Mean(Disclosure.Score(score: nil, numerator: Billionths(count: 500_000_000), denominator: .one))
        let group = InputResult.Group(name: "MSPAS", projects: 1, strict: half, due: half)
        let scores = InputResult.Scores(profile: "p 1", strict: half, due: half, elements: [], groups: [.init(by: "status", values: [group])])
        let review = InputResult.Reviewed(kind: "project", projects: 3, contractingProcesses: 0, errors: 4, warnings: 0, infos: 0, badLines: 0, valid: false,
                                          findings: [], disclosure: scores, ids: Self.ids(2))
        return InputResult(id: "a", name: "a", order: .init(unit: 0, number: 0), attributes: .init(), review: review)
    }

    init() {
        (head, line) = Self.lines(Self.result)
    }

    private static func lines(_ result: InputResult) -> (head: String, result: String) {
        let lines = String(decoding: bytes([result]), as: UTF8.self).split(separator: "\n").map { String($0) + "\n" }
        return (lines[0], lines.dropFirst().joined())
    }

    private static func bytes(_ results: [InputResult], shard: String? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        ResultLines.write(results, count: results.count, settings: "s", shard: shard.flatMap { Shard($0) }) { bytes += $0 }
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
        return BatchSummary(ordered: try ResultLines.read([path]).results)
    }

    /// Before so many results.
    private func head(_ count: Int) -> String { head.replacing(#""results":1"#, with: #""results":\#(count)"#) }

    /// The same result of another input.
    private func other(_ number: Int, _ change: (inout InputResult) -> Void = { _ in }) -> String {
        var result = Self.result
        result.order.unit = number
        change(&result)
        return Self.lines(result).result
    }

    @Test func linesAreAddedUp() throws {
        #expect(try read(head(2) + line + "\n" + other(1)).totals.errors == 8)
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
        #expect(Array(try ResultLines.read([path]).results) == [result])
        #expect(bytes.split(separator: 0x0A).map(\.count).max().map { $0 < 200_000 } == true)
    }

    @Test(arguments: [(["1/3", "3/3"], ["2/3"]), (["2/2", "1/2"], []), ([nil], []), (["1/1"], []), (["2/2", "2/2"], ["1/2"])])
    func partsThatAreMissing(_ given: [String?], _ missing: [String]) throws {
        let text = given.map { String(decoding: Self.bytes([], shard: $0), as: UTF8.self) }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ResultLines.read([path]).missingShards == missing)
    }

    /// A number that cannot be.
    enum Wrong: CaseIterable {
        case errors, projects, findings, meanCount, meanCountPastSums, meanAboveOne, meanBelowZero, order

        func change(_ result: inout InputResult) {
            func mean(_ sum: Int, _ count: Int) -> Mean {
                Mean(Disclosure.Score(score: nil, numerator: Billionths(count: sum), denominator: Billionths(count: count &* Billionths.one.count)))
            }
            switch self {
            case .errors: result.review?.errors = -4
            case .projects: result.review?.projects = .min
            case .findings: result.review?.findings = [.init(kind: .check, id: "a", severity: "error", count: -1)]
            case .meanCount: result.review?.disclosure?.strict = mean(0, -1)
            case .meanCountPastSums: result.review?.disclosure?.due = mean(0, Int.max / Billionths.one.count + 1)
            case .meanAboveOne: result.review?.disclosure?.strict = mean(1_000_000_001, 1)
            case .meanBelowZero: result.review?.disclosure?.groups[0].values[0].due = mean(-1, 1)
            case .order: result.order.unit = -1
            }
        }
    }

    @Test(arguments: Wrong.allCases) func whatNoReviewMakesIsRefused(_ wrong: Wrong) throws {
        let error = try #require(throws: ResultLines.Problem.self) { try read(head(2) + line + "\n" + other(1, wrong.change)) }
        // An empty line counts as one.
        #expect(error == .init(kind: .notResults, path: path, line: 5))
    }

    @Test(arguments: [(#""part":"#, #""past":"#), (#""idLines":1"#, #""idLines":-1"#), (#""part":""#, #""part":"AA"#), (#""part":""#, #""part":"%"#)])
    func whatIsNoLineIsRefused(_ part: String, _ instead: String) throws {
        try #require(line.contains(part))
        let error = try #require(throws: ResultLines.Problem.self) { try read(head(2) + line + "\n" + other(1).replacing(part, with: instead)) }
        #expect(error == .init(kind: .notResults, path: path, line: 5))
    }

    /// Wherever a byte is another one, it is another result or none, and nothing breaks.
    @Test func damagedResults() {
        let packed = Self.result.packed
        for place in packed.indices {
            for flip: UInt8 in [0x01, 0x80, 0xFF] {
                var damaged = packed
                damaged[place] ^= flip
                guard let result = InputResult(packed: damaged) else { continue }
                var sums = ResultSums()
                if sums.take(result) { _ = BatchSummary([result]) }
            }
        }
        for length in packed.indices { #expect(InputResult(packed: packed.prefix(length)) == nil) }
        #expect(InputResult(packed: packed + [0]) == nil)
    }

    /// A file may be cut off behind a line, and a copy may have changed on its way.
    @Test func whatIsNotAsItWasWrittenIsRefused() throws {
        #expect(throws: ResultLines.Problem.self) { try read(head(2) + line) }
        #expect(throws: ResultLines.Problem.self) { try read(head(0) + line) }
        #expect(throws: ResultLines.Problem.self) { try read(head(2)) }
        let letters = Array((head + line).utf8)
        let first = try #require((head + line).firstRange(of: #""part":""#)).upperBound
        for place in letters.indices where place >= (head + line).utf8.distance(from: (head + line).startIndex, to: first) {
            guard letters[place] != 0x0A, letters[place] != 0x22 else { continue }
            var changed = letters
            changed[place] = letters[place] == 0x41 ? 0x42 : 0x41
            #expect(throws: ResultLines.Problem.self, "\(place)") { try read(String(decoding: changed, as: UTF8.self)) }
        }
    }

    /// Ids belong to the result before them.
    @Test func idsOfAnotherResultAreRefused() throws {
        let (first, second) = (line.split(separator: "\n"), other(1).split(separator: "\n"))
        #expect(first.count == 2 && second.count == 2)
        #expect(throws: ResultLines.Problem.self) { try read(head(2) + [first[0], second[1], second[0], first[1]].joined(separator: "\n") + "\n") }
    }

    @Test func otherFormsAndWrongIDsAreRefused() {
        for text in [head.replacing(#""form":3"#, with: #""form":2"#) + line, line, head + line.replacing(#"{"ids":""#, with: #"{"ids":"AAAA"#),
                     head + line.replacing(#""idLines":1"#, with: #""idLines":2"#), head + line.replacing(#""idLines":1"#, with: #""idLines":0"#)] {
            #expect(throws: ResultLines.Problem.self) { try read(text) }
        }
    }

    /// Each number fits, their sum does not.
    @Test(arguments: [\InputResult.Reviewed.errors, \.projects, \.badLines]) func sumsThatDoNotFitAreRefused(_ count: any WritableKeyPath<InputResult.Reviewed, Int> & Sendable) throws {
        let large = other(0) { $0.review?[keyPath: count] = Int.max - 10 }
        #expect(throws: Never.self) { try read(head + large) }
        #expect(throws: ResultLines.Problem.self) { try read(head(2) + large + other(1) { $0.review?[keyPath: count] = 11 }) }
    }

    @Test func sumsOfScoresThatDoNotFitAreRefused() throws {
        let many = Mean(Disclosure.Score(score: nil, numerator: .zero, denominator: Billionths(count: Int.max / Billionths.one.count * Billionths.one.count)))
        let large = other(0) { $0.review?.disclosure?.due = many }
        #expect(throws: Never.self) { try read(head + large) }
        #expect(throws: ResultLines.Problem.self) { try read(head(2) + large + other(1)) }
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
