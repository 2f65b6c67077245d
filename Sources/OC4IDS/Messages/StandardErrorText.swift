import JSONSchema

/// Why a schema cannot be used, as a sentence.
public enum StandardErrorText {
    public static func message(_ error: StandardError, _ language: Language) -> String {
        switch error {
        case .missingFile(let path): return UsageMessage.schemaFileMissing.text(language, ["path": path])
        case .noProjects: return UsageMessage.schemaNoProjects.texts[language]
        case .schema(let error):
            let place = place(error)
            switch error.code {
            case .unreadable: return UsageMessage.schemaUnreadable.text(language, ["place": place])
            case .wrongKeyword(let keyword, let expected):
                return UsageMessage.schemaWrongKeyword.text(language, ["place": place, "keyword": keyword, "expected": expected])
            case .unresolvedReference(let reference): return UsageMessage.schemaUnresolved.text(language, ["place": place, "reference": reference])
            case .circularReference: return UsageMessage.schemaCircular.text(language, ["place": place])
            case .invalidPattern(let pattern, let offset):
                return UsageMessage.schemaPattern.text(language, ["place": place, "offset": String(offset + 1), "pattern": pattern])
            case .tooLarge: return UsageMessage.schemaTooLarge.texts[language]
            }
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
