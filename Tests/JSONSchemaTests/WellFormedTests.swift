@testable import JSONSchema
import Testing

/// UTF-8 is checked window by window, with vectors: what is wrong is found wherever it stands, and nothing else is.
@Suite struct WellFormedTests {
    /// By RFC 3629, section 4: cut, longer than needed, surrogates, past the last character, and bytes that no text has.
    private static let wrong: [[UInt8]] = [
        [0x80], [0xBF], [0xC3, 0x28], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xE2, 0x82, 0x28], [0xE2, 0x28], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x8F, 0x28], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0xB1, 0xB1],
    ]
    private static let right: [[UInt8]] = [
        [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]

    private let anything: CompiledSchema

    init() throws {
        anything = try CompiledSchema(Array("{}".utf8))
    }

    /// A text with `bytes` behind so many letters, and letters behind them.
    private func text(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        [0x5B, 0x22] + [UInt8](repeating: 0x61, count: place) + bytes + [UInt8](repeating: 0x62, count: 90) + [0x22, 0x5D]
    }

    @Test(arguments: wrong)
    func whatIsWrongIsFoundAtItsPlace(_ bytes: [UInt8]) throws {
        // The first two bytes of the last case are a character.
        let offset = bytes == [0xC3, 0xB1, 0xB1] ? 2 : 0
        for place in 0 ..< 150 {
            let error = #expect(throws: ReadingError.self) { try anything.validate(text(bytes, at: place)) }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.offset == 2 + place + offset)
        }
    }

    @Test(arguments: right)
    func whatIsRightPasses(_ bytes: [UInt8]) throws {
        for place in 0 ..< 150 { #expect(try anything.validate(text(bytes, at: place)).isEmpty) }
    }

    @Test(arguments: wrong + right)
    func windowsCutCharacters(_ bytes: [UInt8]) throws {
        let isRight = String(validating: bytes, as: UTF8.self) != nil
        for place in 0 ..< 40 {
            for most in [1, 3, 7, 32] {
                let outcome = Result { () throws(WalkFailure) in try anything.walk(text(bytes, at: place), capacity: 16, most: most) }
                switch outcome {
                case .success: #expect(isRight)
                case .failure(.reading(let error)): #expect(!isRight && error.code == .invalidUTF8)
                case .failure: Issue.record("another failure")
                }
            }
        }
    }
}
