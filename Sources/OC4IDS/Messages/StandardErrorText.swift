import JSONSchema

/// Why a schema cannot be used, as a sentence.
public enum StandardErrorText {
    public static func message(_ error: StandardError, _ language: Language) -> String {
        switch error {
        case .missingFile(let path): return UsageMessage.schemaFileMissing.text(language, ["path": path])
        case .noFields: return UsageMessage.schemaNoFields.texts[language]
        case .noProjects: return UsageMessage.schemaNoProjects.texts[language]
        case .schema(let error):
            let place = place(error)
            switch error.code {
            case .unreadable(let reading) where reading.code == .tooDeep: return UsageMessage.schemaTooLarge.texts[language]
            case .unreadable: return UsageMessage.schemaUnreadable.text(language, ["place": place])
            // The whole document, which no keyword holds.
            case .wrongKeyword("", .schema): return UsageMessage.schemaNoObject.text(language, ["place": place])
            case .wrongKeyword(let keyword, let expected):
                return UsageMessage.schemaWrongKeyword.text(language, ["place": place, "keyword": keyword, "expected": shape(expected)[language]])
            case .unresolvedReference(let reference): return UsageMessage.schemaUnresolved.text(language, ["place": place, "reference": reference])
            case .circularReference: return UsageMessage.schemaCircular.text(language, ["place": place])
            case .invalidPattern(let pattern, let offset):
                return UsageMessage.schemaPattern.text(language, ["place": place, "offset": String(offset + 1), "pattern": pattern])
            case .tooLarge: return UsageMessage.schemaTooLarge.texts[language]
            }
        }
    }

    /// What a keyword's value has to be.
    private static func shape(_ shape: SchemaError.Shape) -> Bilingual {
        switch shape {
        case .text: Bilingual(en: "text", es: "texto")
        case .number: Bilingual(en: "a number", es: "un número")
        case .positiveNumber: Bilingual(en: "a number above 0", es: "un número mayor que 0")
        case .count: Bilingual(en: "a whole number from 0 on", es: "un número entero desde 0")
        case .boolean: Bilingual(en: "true or false", es: "true o false")
        case .pattern: Bilingual(en: "a regular expression", es: "una expresión regular")
        case .schema: Bilingual(en: "a schema", es: "un esquema")
        case .schemaMap: Bilingual(en: "an object of schemas", es: "un objeto de esquemas")
        case .schemas: Bilingual(en: "a list of schemas, at least one", es: "una lista de esquemas, al menos uno")
        case .itemSchemas: Bilingual(en: "a schema, or a list of schemas, at least one", es: "un esquema o una lista de esquemas, al menos uno")
        case .booleanOrSchema: Bilingual(en: "true, false or a schema", es: "true, false o un esquema")
        case .reference: Bilingual(en: "the address of a schema", es: "la dirección de un esquema")
        case .type: Bilingual(en: "the name of a type", es: "el nombre de un tipo")
        case .types: Bilingual(en: "the name of a type, or a list of such names", es: "el nombre de un tipo o una lista de ellos")
        case .names: Bilingual(en: "a list of names, at least one", es: "una lista de nombres, al menos uno")
        case .values: Bilingual(en: "a list of values, at least one", es: "una lista de valores, al menos uno")
        case .differentNames: Bilingual(en: "a list in which no name stands twice", es: "una lista en la que ningún nombre se repite")
        case .differentValues: Bilingual(en: "a list in which no value stands twice", es: "una lista en la que ningún valor se repite")
        case .beside(let keyword): Bilingual(en: "beside “\(keyword.rawValue)”", es: "junto a «\(keyword.rawValue)»")
        }
    }

    /// `project-schema.json:12:5 (/definitions/Value)`
    private static func place(_ error: SchemaError) -> String {
        var text = error.location.document
        if let position = error.position { text += ":\(position.line):\(position.column)" }
        let pointer = error.location.pointer.description
        return pointer.isEmpty ? text : "\(text) (\(pointer))"
    }
}
