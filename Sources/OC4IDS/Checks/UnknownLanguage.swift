import JSONSchema

/// A language that is not given by its code.
struct UnknownLanguage: Rule {
    static let check = Check.unknownLanguage
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Languages without a known code", es: "Idiomas sin un código conocido"),
        rationale: Bilingual(
            en: "Portals choose texts and documents by language and only understand codes: two letters of ISO 639-1, with a region where needed (es-GT), or three letters (BCP 47) for languages that have no two, as many Mayan languages: quc, kek.",
            es: "Los portales eligen textos y documentos por idioma y solo entienden códigos: dos letras de ISO 639-1, con la región si hace falta (es-GT), o tres letras (BCP 47) para los idiomas que no tienen dos, como muchos idiomas mayas: quc, kek."),
        message: Bilingual(en: "Not the code of a language", es: "No es el código de un idioma"),
        hint: Bilingual(en: "Write the two-letter code: es for Spanish, en for English.", es: "Escriba el código de dos letras: es para español, en para inglés."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "language": "español"}"#)

    private let languages: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        languages = fields.values("languages", named: "language") { $0.types.contains("string") && $0.annotations["codelist"] == nil }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(languages) { value in
            guard let raw = value.rawText, !LanguageCodes.isTag(raw) else { return }
            // Blank texts are values that are missing.
            if value.withUTF8({ TextBytes.trimmed($0).isEmpty || LanguageCodes.isTag($0) }) ?? true { return }
            findings.note(Self.check, at: value)
        }
    }
}

/// Codes of languages: ISO 639-1, and what RFC 5646 (BCP 47), section 2.1, allows behind them.
enum LanguageCodes {
    /// Whether a text is a language's code, alone or with script, region and variants: `es`, `es-GT`, `es_GT`, `zh-Hant`, `es-419`, `quc`.
    static func isTag(_ text: UnsafeRawBufferPointer) -> Bool {
        var end = 0
        while end < text.count, TextBytes.isLetter(text[end]) { end += 1 }
        guard end == text.count || isRest(text[end...]) else { return false }
        switch end {
        case 2: return two.contains(pair(text[0], text[1]))
        case 3:
            // Three letters where two exist are not the shortest code, which BCP 47 asks for.
            return !commonThree.contains { TextBytes.isSame(UnsafeRawBufferPointer(rebasing: text[..<3]), $0) }
        default: return false
        }
    }

    /// Subtags of one to eight letters or digits, each behind a hyphen or, as systems of many kinds write it, an underscore.
    private static func isRest(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
        var length = 1
        for byte in text {
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                guard length > 0 else { return false }
                length = 0
            } else {
                guard TextBytes.isLetter(byte) || TextBytes.isDigit(byte), length < 8 else { return false }
                length += 1
            }
        }
        return length > 0
    }

    @inline(__always)
    private static func pair(_ a: UInt8, _ b: UInt8) -> UInt16 { UInt16(a | 0x20) << 8 | UInt16(b | 0x20) }

    private static let two = Set(codes.split(separator: " ").map { code in
        code.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
    })

    /// ISO 639-1.
    static let codes = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy \
    ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu \
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so \
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """

    /// Three letters of languages that have two: the frequent ones.
    private static let commonThree: [StaticString] = ["spa", "esp", "eng", "ing", "por", "fra", "fre", "deu", "ger", "ita", "ukr", "ind", "rus", "zho", "chi", "ara", "que", "grn", "aym", "nld", "dut"]
}
