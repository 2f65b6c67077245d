import Foundation
@testable import OC4IDS
import Testing

/// Accents and case make no difference, in texts that are looked for and in what someone probably meant.
@Suite struct LatinLettersTests {
    /// Unicode's canonical decomposition says which letter an accent stands on.
    @Test(arguments: UInt32(0xC0) ... 0x17F)
    func theLetterIsThatOfTheDecomposition(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let first = String(scalar).lowercased().decomposedStringWithCanonicalMapping.utf8.first
        let expected = first.flatMap { TextBytes.isLetter($0) ? $0 : nil }
        let bytes = Array(String(scalar).utf8)
        #expect(LatinLetters.withoutAccent(scalar) == expected)
        #expect(LatinLetters.withoutAccent(bytes[0], bytes[1]) == expected)
    }

    @Test(arguments: ["¿", "ƀ", "α", "a"] as [Unicode.Scalar])
    func otherLettersHaveNone(_ scalar: Unicode.Scalar) {
        #expect(LatinLetters.withoutAccent(scalar) == nil)
    }

    @Test(arguments: [("São Tomé", "saotome"), ("ÅLAND", "aland"), ("Curaçao", "curacao"), ("Łódź", "łodz"), ("Ødegård", "ødegard"), ("e\u{301}ñ", "en"), ("Αθήνα!", "αθήνα")])
    func namesAreFolded(_ text: String, _ expected: String) {
        #expect(Suggestion.folded(text) == expected)
    }

    @Test(arguments: [" São Tomé ", "SÃO TOMÉ", "sao tome", "Sa\u{303}o Tome\u{301}"])
    func textsAreFound(_ text: String) {
        #expect(PlaceholderWords(["são tomé"]).contain(text))
        #expect(FoldedTexts.folded(text) == "sao tome")
    }
}
