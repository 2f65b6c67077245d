import JSONSchema

/// A telephone or fax number that cannot be dialled.
struct InvalidTelephone: Rule {
    static let check = Check.invalidTelephone
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Telephone numbers that cannot be dialled", es: "Teléfonos que no se pueden marcar"),
        rationale: Bilingual(
            en: "A contact that cannot be reached is no contact. A number has 3 digits (short service numbers) to 15 (ITU-T E.164), and besides them only signs and words such as ext., anexo or PBX. Several numbers may stand in a field, each is counted alone.",
            es: "Un contacto al que no se puede llamar no es un contacto. Un número tiene de 3 cifras (números cortos de servicio) a 15 (UIT-T E.164) y, además, solo signos y palabras como ext., anexo o PBX. Un campo puede llevar varios números; cada uno se cuenta por separado."),
        message: Bilingual(en: "Not a telephone number", es: "No es un número de teléfono"),
        hint: Bilingual(en: "Write the number with its country code, as in +502 2444 7474 ext. 12.",
                        es: "Escriba el número con el código de país, por ejemplo +502 2444 7474 ext. 12."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "publicAuthority": {"id": "1"}, "parties": [{"id": "1", "roles": ["publicAuthority"], "contactPoint": {"telephone": "ver página web"}}]}"#)

    private let numbers: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        numbers = fields.values("telephones", named: "telephone", "faxNumber") { $0.types.contains("string") }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(numbers) { value in
            guard !(value.withUTF8(Self.canBeLeft) ?? true) else { return }
            findings.note(Self.check, at: value)
        }
    }

    /// E.164, section 6: at most 15 digits with the country code; an international prefix (00, 011) may stand before them.
    private static let mostDigits = 18
    /// Ministries publish hotlines of three or four digits; below that nothing can be dialled.
    private static let fewestDigits = 3

    private static func canBeLeft(_ text: UnsafeRawBufferPointer) -> Bool {
        isNumber(text) || TextBytes.trimmed(text).isEmpty || PlaceholderWords.standard.contain(raw: text)
    }

    static func isNumber(_ text: UnsafeRawBufferPointer) -> Bool {
        // Digits since the last word or sign that parts two numbers; the longest such run.
        var (digits, longest) = (0, 0)
        var p = 0
        while p < text.count {
            let byte = text[p]
            if TextBytes.isDigit(byte) {
                digits += 1
                longest = max(longest, digits)
                p += 1
            } else if TextBytes.isLetter(byte) || byte >= 0x80 {
                let start = p
                while p < text.count, TextBytes.isLetter(text[p]) || text[p] >= 0x80 { p += 1 }
                // A letter beside a digit is a slip, as the O in 2444747O; but x12 is an extension.
                let isBesideDigit = start > 0 && TextBytes.isDigit(text[start - 1]) || p < text.count && TextBytes.isDigit(text[p])
                if p - start == 1, isBesideDigit, TextBytes.lower(byte) != UInt8(ascii: "x") { return false }
                guard isWord(UnsafeRawBufferPointer(rebasing: text[start ..< p])) else { return false }
                digits = 0
            } else {
                switch byte {
                case UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "|"), 0x09, 0x0A, 0x0D: digits = 0
                case UInt8(ascii: "@"): return false
                default: break
                }
                p += 1
            }
            if digits > mostDigits { return false }
        }
        return longest >= fewestDigits
    }

    /// A word that belongs to a number. Beyond ASCII only dashes, blanks and the accents of these words.
    private static func isWord(_ word: UnsafeRawBufferPointer) -> Bool {
        words.contains(raw: word) || word.allSatisfy { $0 >= 0x80 } && signs.contains(String(decoding: word, as: UTF8.self))
    }

    private static let words = FoldedTexts([
        "ext", "exts", "extension", "extensiones", "extn", "x", "anexo", "anexos", "int", "interno", "internos", "tel", "tels", "telefono", "telefonos", "telephone", "phone", "pbx", "fax",
        "telefax", "cel", "celular", "movil", "mobile", "cell", "whatsapp", "directo", "planta", "central", "conmutador", "linea", "oficina", "office",
        "y", "o", "e", "al", "a", "and", "or", "to", "no", "num", "nro", "oficinas", "t", "f", "m", "p", "c",
    ])
    private static let signs: Set<String> = ["–", "—", "\u{A0}", "\u{2011}", "\u{2010}", "\u{2009}", "\u{202F}", "º", "°", "·", "•", "\u{200B}", "\u{200E}", "\u{202A}", "\u{202C}"]
}
