extension Suggestion {
    /// Lower case, without accents, punctuation or spaces.
    package static func folded(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            var isPlain = true
            let folded = String(unsafeUninitializedCapacity: utf8.count) { output in
                guard let count = foldedPlain(utf8, into: output) else {
                    isPlain = false
                    return 0
                }
                return count
            }
            return isPlain ? folded : foldedByScalars(String(decoding: utf8, as: UTF8.self))
        }
    }

    /// The same for nearly all texts there are, those of ASCII and of accented letters as Spanish has them; nil for others.
    ///
    /// - Parameter output: has room for as many bytes as the text.
    private static func foldedPlain(_ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        var count = 0
        var p = 0
        while p < text.count {
            let byte = text[p]
            p += 1
            switch byte {
            case UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "a") ... UInt8(ascii: "z"): output[count] = byte
            case UInt8(ascii: "A") ... UInt8(ascii: "Z"): output[count] = byte | 0x20
            case ..<0x80: continue
            default:
                guard byte == 0xC3, p < text.count, let letter = foldedLetter(text[p]) else { return nil }
                p += 1
                output[count] = letter
            }
            count += 1
        }
        return count
    }

    /// The letter without its accent, by its second byte in UTF-8 behind 0xC3; nil for letters that stay what they are.
    private static func foldedLetter(_ byte: UInt8) -> UInt8? {
        // U+00C0 to U+00FF: capitals stand 32 before small letters.
        switch byte | 0x20 {
        case 0xA0, 0xA1, 0xA2, 0xA4: UInt8(ascii: "a")
        case 0xA8 ... 0xAB: UInt8(ascii: "e")
        case 0xAC ... 0xAF: UInt8(ascii: "i")
        case 0xB1: UInt8(ascii: "n")
        case 0xB2, 0xB3, 0xB4, 0xB6: UInt8(ascii: "o")
        case 0xB9 ... 0xBC: UInt8(ascii: "u")
        default: nil
        }
    }

    private static func foldedByScalars(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "A" ... "Z": kept.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case "0" ... "9", "a" ... "z": kept.append(scalar)
            default:
                // Beyond ASCII one letter may become several.
                if !scalar.isASCII { appendFolded(scalar.properties.lowercaseMapping, to: &kept) }
            }
        }
        return String(kept)
    }

    private static func appendFolded(_ text: String, to kept: inout String.UnicodeScalarView) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "á", "à", "ä", "â": kept.append("a")
            case "é", "è", "ë", "ê": kept.append("e")
            case "í", "ì", "ï", "î": kept.append("i")
            case "ó", "ò", "ö", "ô": kept.append("o")
            case "ú", "ù", "ü", "û": kept.append("u")
            case "ñ": kept.append("n")
            default: if scalar.properties.isAlphabetic { kept.append(scalar) }
            }
        }
    }
}
