import JSONSchema
import Testing

/// A file of JSONTestSuite; its name's first letter says what a reader has to do with it.
struct JSONParsingCase: Sendable, CustomTestStringConvertible {
    enum Verdict: Character, Sendable { case accept = "y", reject = "n", either = "i" }

    var name: String
    var bytes: [UInt8]
    var verdict: Verdict

    var testDescription: String { name }

    func agrees(_ isAccepted: Bool) -> Bool {
        switch verdict {
        case .accept: isAccepted
        case .reject: !isAccepted
        case .either: true
        }
    }
}

/// All cases of JSONTestSuite (https://github.com/nst/JSONTestSuite), read whole and in pieces.
@Suite(.enabled(if: SuiteFolder.jsonParsing != nil, "OC4IDS_JSON_PARSING_SUITE names no folder"))
struct JSONParsingSuite {
    static let cases: [JSONParsingCase] = (SuiteFolder.jsonParsing?.files() ?? []).compactMap { path, bytes in
        guard let letter = path.split(separator: "/").last?.first, let verdict = JSONParsingCase.Verdict(rawValue: letter) else { return nil }
        return JSONParsingCase(name: path, bytes: bytes, verdict: verdict)
    }

    @Test func theFolderHoldsCases() {
        for verdict in [JSONParsingCase.Verdict.accept, .reject, .either] {
            #expect(Self.cases.contains { $0.verdict == verdict })
        }
    }

    @Test(arguments: cases)
    func read(_ example: JSONParsingCase) {
        #expect(example.agrees(readingError(example.bytes) == nil))
    }

    @Test(arguments: cases)
    func readInPieces(_ example: JSONParsingCase) {
        let isAccepted = readingError(example.bytes) == nil
        for most in 1 ... 7 {
            for shape in CompiledSchema.Shape.allCases {
                // A line that is no JSON is a failure of its own.
                let walked = try? anything.walk(example.bytes, shape: shape, capacity: 8, most: most)
                let isWalked = walked?.failures.isEmpty ?? false
                #expect(example.agrees(isWalked))
                #expect(isWalked == isAccepted, "\(most) bytes at most, \(shape)")
            }
        }
    }
}
