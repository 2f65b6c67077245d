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

    /// The same for nearly all texts there are, those of ASCII and of Latin letters with accents; nil for others.
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
                guard p < text.count, let letter = LatinLetters.withoutAccent(byte, text[p]) else { return nil }
                p += 1
                output[count] = letter
            }
            count += 1
        }
        return count
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
            if let letter = LatinLetters.withoutAccent(scalar) {
                kept.append(Unicode.Scalar(letter))
            } else if scalar.properties.isAlphabetic {
                kept.append(scalar)
            }
        }
    }
}
