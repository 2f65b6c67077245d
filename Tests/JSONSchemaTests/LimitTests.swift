import JSONSchema
import Testing

/// Bounds that keep any input from taking memory or time without end.
@Suite struct LimitTests {
    private func nested(_ depth: Int, _ open: String = "[", _ close: String = "]") -> String {
        String(repeating: open, count: depth) + (open.hasSuffix(":") ? "1" : "") + String(repeating: close, count: depth)
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
    func depthOf512IsReadAnd513IsNot(_ open: String, _ close: String) throws {
        #expect(readingError(nested(512, open, close).utf8) == nil)
        let error = try #require(readingError(nested(513, open, close).utf8))
        #expect(error.code == .tooDeep)
        #expect(error.limit == 512)
        #expect(error.offset == 512 * open.utf8.count)
    }

    @Test func depthIsAnOption() throws {
        #expect(readingError("[[1]]".utf8, limits: ReadingLimits(depth: 2)) == nil)
        #expect(try #require(readingError("[[[1]]]".utf8, limits: ReadingLimits(depth: 2))).limit == 2)
        #expect(ReadingLimits(depth: .max).depth == ReadingLimits.greatestDepth)
        #expect(ReadingLimits(depth: -1).depth == 1)
    }

    @Test(arguments: [##"{"items": {"$ref": "#"}}"##, ##"{"anyOf": [{"items": {"$ref": "#"}}]}"##])
    func theGreatestDepthFitsTheStack(_ schemaText: String) throws {
        let depth = ReadingLimits.greatestDepth
        let recursive = try schema(schemaText)
        #expect {
            try recursive.validate(nested(depth + 1).utf8, limits: ReadingLimits(depth: depth))
        } throws: { ($0 as? ReadingError)?.code == .tooDeep }
    }

    /// Each schema applies the next one twice, to a value of one byte.
    @Test func combinationsThatDoubleAreBounded() throws {
        let definitions = (0 ..< 40).map { ##""d\##($0)": {"allOf": [{"$ref": "#/definitions/d\##($0 + 1)"}, {"$ref": "#/definitions/d\##($0 + 1)"}]}"## }
        let doubling = try schema(##"{"$ref": "#/definitions/d0", "definitions": {\##(definitions.joined(separator: ", ")), "d40": {"type": "null"}}}"##)
        var limits = ReadingLimits()
        limits.bytesAgain = 1 << 20
        let error = #expect(throws: ReadingError.self) { try doubling.validate("1".utf8, limits: limits) }
        #expect(error?.code == .tooMuchWork)
    }

    @Test func subschemasInsideOneAnotherAreBounded() throws {
        let deep = try schema(##"{"allOf": [{"items": {"$ref": "#"}}, {"allOf": [{"items": {"$ref": "#"}}]}]}"##)
        #expect(throws: Never.self) { try deep.validate(nested(8).utf8) }
        let chain = try schema(##"{"not": {"not": {"not": {"not": {"items": {"$ref": "#"}}}}}}"##)
        let error = #expect(throws: ReadingError.self) { try chain.validate(nested(500).utf8) }
        #expect(error?.code == .tooMuchWork)
    }

    @Test func siblingsAddNoDepth() {
        let wide = "[" + Array(repeating: "[[]]", count: 2000).joined(separator: ",") + "]"
        #expect(readingError(wide.utf8, limits: ReadingLimits(depth: 3)) == nil)
    }

    @Test(arguments: CompiledSchema.Shape.allCases)
    func depthIsTheSameInPieces(_ shape: CompiledSchema.Shape) {
        let ok = #"{"projects": [\#(nested(510))]}"#
        let tooDeep = #"{"projects": [\#(nested(511))]}"#
        #expect(throws: Never.self) { try anything.walk(Array(ok.utf8), shape: shape, capacity: 64, most: 5) }
        #expect(throws: WalkFailure.reading(readingError(tooDeep.utf8)!)) { try anything.walk(Array(tooDeep.utf8), shape: shape, capacity: 64, most: 5) }
    }

    @Test func aHundredThousandBracketsStopAtTheLimit() throws {
        #expect(try #require(readingError(String(repeating: "[", count: 100_000).utf8)).offset == 512)
        #expect(try #require(readingError(String(repeating: #"{"a":"#, count: 100_000).utf8)).offset == 512 * 5)
    }

    @Test func aPieceLargerThanItsLimitIsNamed() {
        let limits = ReadingLimits(pieceBytes: 4096)
        let document = Array(#"{"projects": [{"id": 1}, {"id": "\#(String(repeating: "x", count: 5000))"}]}"#.utf8)
        #expect {
            try anything.walk(document, shape: .members, capacity: 1024, limits: limits)
        } throws: { error in
            guard case .reading(let error)? = error as? WalkFailure else { return false }
            return error.code == .pieceTooLarge && error.limit == 4096 && error.offset == 25
        }
    }

    /// Tiny values take many times their text while a piece is looked at.
    @Test(arguments: [("[", "0", "]"), ("{", #""a": 0"#, "}"), ("[", "[]", "]"), ("[", #"{"id": ""}"#, "]")])
    func aPieceOfTooManyValuesIsNamed(_ open: String, _ value: String, _ close: String) {
        let limits = ReadingLimits(pieceBytes: 1_000_000)
        let values = Array(repeating: value, count: limits.pieceValues).joined(separator: ",")
        let document = Array(#"{"projects": [{"id": 1}, {"list": \#(open)\#(values)\#(close)}]}"#.utf8)
        #expect {
            try anything.walk(document, shape: .members, capacity: 1024, limits: limits)
        } throws: { error in
            guard case .reading(let error)? = error as? WalkFailure else { return false }
            return error.code == .tooManyValues && error.limit == limits.pieceValues && error.offset == 25
        }
    }

    /// One piece after another has its own count.
    @Test func manyPiecesMayHoldMoreValuesThanOne() throws {
        let limits = ReadingLimits(pieceBytes: 1_000_000)
        let zeros = Array(repeating: "0", count: limits.pieceValues / 2).joined(separator: ",")
        let walked = try anything.walk(Array(#"{"projects": [[\#(zeros)], [\#(zeros)], [\#(zeros)]]}"#.utf8), shape: .members, capacity: 1024, limits: limits)
        #expect(walked.observer.pieces.count == 3)
    }

    @Test func piecesBelowTheLimitAreReadHoweverManyThereAre() throws {
        let projects = (0 ..< 100).map { #"{"id": "\#($0)\#(String(repeating: "x", count: 3000))"}"# }.joined(separator: ",")
        let walked = try anything.walk(Array(#"{"projects": [\#(projects)]}"#.utf8), shape: .members, capacity: 1024, limits: ReadingLimits(pieceBytes: 4096))
        #expect(walked.observer.pieces.count == 100)
    }

    @Test func aPatternThatTakesTooLongIsNoVerdict() throws {
        // Steps double with every letter.
        let costly = try schema(#"{"pattern": "^(a|a|aa)+$"}"#)
        let error = #expect(throws: ReadingError.self) { try costly.validate("\"\(String(repeating: "a", count: 5000))b\"".utf8) }
        #expect(error?.code == .tooMuchWork)
    }

    @Test func aMillionKeysInOneObject() throws {
        let members = (0 ..< 1_000_000).map { #""k\#($0)":0"# }.joined(separator: ",")
        #expect(try check(#"{"maxProperties": 999999}"#, "{\(members)}") == ["maxProperties "])
    }
}
