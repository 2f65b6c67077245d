import JSONSchema

/// JSON's types in words that need no knowledge of JSON.
enum TypeNames {
    static func name(_ type: String, _ language: Language) -> String {
        let texts: Bilingual = switch type {
        case "string": Bilingual(en: "text", es: "texto")
        case "number": Bilingual(en: "a number", es: "un número")
        case "integer": Bilingual(en: "a whole number", es: "un número entero")
        case "boolean": Bilingual(en: "true or false", es: "verdadero o falso (true o false)")
        case "array": Bilingual(en: "a list [ ]", es: "una lista [ ]")
        case "object": Bilingual(en: "an object { }", es: "un objeto { }")
        default: Bilingual(en: "null", es: "nulo (null)")
        }
        return texts[language]
    }

    /// «texto o un número»; null is not offered as something to write.
    static func expected(_ expectation: Expectation, _ language: Language) -> String {
        guard case .types(let names) = expectation else { return "" }
        let offered = names.count > 1 ? names.filter { $0 != "null" } : names
        return offered.map { name($0, language) }.joined(separator: language == .es ? " o " : " or ")
    }
}
