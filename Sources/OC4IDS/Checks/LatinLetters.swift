/// Latin letters without their accents: what all go by who compare texts without regard to accents.
enum LatinLetters {
    /// The small letter of ASCII that a letter from U+00C0 to U+017F is without its accent, by its two bytes in UTF-8; nil for all others, among them
    /// letters of their own such as ø, ß and þ.
    @inline(__always)
    static func withoutAccent(_ first: UInt8, _ second: UInt8) -> UInt8? {
        guard first >= 0xC3, first <= 0xC5 else { return nil }
        let letter = letters.utf8Start[Int(first - 0xC3) * 64 + Int(second & 0x3F)]
        return letter == UInt8(ascii: "-") ? nil : letter
    }

    static func withoutAccent(_ scalar: Unicode.Scalar) -> UInt8? {
        guard (0xC0 ... 0x17F).contains(scalar.value) else { return nil }
        return withoutAccent(UInt8(0xC0 | scalar.value >> 6), UInt8(0x80 | scalar.value & 0x3F))
    }

    /// What the canonical decompositions of U+00C0 to U+017F begin with, 64 a line; a hyphen for letters of their own.
    @inline(__always)
    private static var letters: StaticString {
        """
        aaaaaa-ceeeeiiii-nooooo--uuuuy--aaaaaa-ceeeeiiii-nooooo--uuuuy-y\
        aaaaaaccccccccdd--eeeeeeeeeegggggggghh--iiiiiiiii---jjkk-llllll-\
        ---nnnnnn---oooooo--rrrrrrsssssssstttt--uuuuuuuuuuuuwwyyyzzzzzz-
        """
    }
}
