public import JSONSchema

/// Titles and descriptions of the standard's fields, written by us in both languages (`Schemas/oc4ids-0.9.5/fields.json`).
public struct FieldTexts: Sendable {
    public struct Text: Sendable {
        public let title: Bilingual
        private let object: LazyObject

        /// Read when it is asked for: reports need the titles of a hundred fields and the description of none.
        public var description: Bilingual? { Bilingual(object, "description") }

        fileprivate init?(_ object: LazyObject) {
            guard let title = Bilingual(object, "title") else { return nil }
            self.title = title
            self.object = object
        }
    }

    /// By schema file; their members are named by pointers in it.
    private let texts: [String: LazyMembers]

    /// The bundled texts. They serve a schema given as files too, as far as its fields stand at the same places.
    public static let bundled = read()

    private static func read() -> FieldTexts {
        guard let text = BundledFiles.text("oc4ids-0.9.5/fields.json") else { return FieldTexts(texts: [:]) }
        let files = LazyMembers(text)
        var texts: [String: LazyMembers] = [:]
        for name in files.names { texts[name] = files.members(of: name) }
        return FieldTexts(texts: texts)
    }

    private init(texts: [String: LazyMembers]) {
        self.texts = texts
    }

    /// The text for a place in a schema file.
    public subscript(location: SchemaLocation) -> Text? {
        // The file's name is the last part of the document's URI.
        let slash = location.document.utf8.lastIndex(of: UInt8(ascii: "/"))
        let file = slash.map { String(location.document[location.document.utf8.index(after: $0)...]) } ?? location.document
        return texts[file]?[location.pointer.description].flatMap(Text.init)
    }

    /// The text for a field: at the place that names it, else at what it refers to.
    public func text(for node: FieldNode) -> Text? {
        self[node.site] ?? self[node.location]
    }
}

/// A text in both languages.
public struct Bilingual: Sendable, Equatable {
    public var en: String
    public var es: String

    public init(en: String, es: String) {
        self.en = en
        self.es = es
    }

    /// From `{"en": …, "es": …}`.
    init?(_ value: JSONValue?) {
        guard let en = value?["en"]?.string, let es = value?["es"]?.string else { return nil }
        self.en = en
        self.es = es
    }

    /// From a member `{"en": …, "es": …}`.
    init?(_ object: LazyObject, _ name: StaticString) {
        guard let en = object.text("en", in: name), let es = object.text("es", in: name) else { return nil }
        self.en = en
        self.es = es
    }

    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .es: es
        }
    }
}

/// A language that reports are written in.
public enum Language: String, Sendable, CaseIterable {
    case en, es

    /// From the environment: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set; English when none says Spanish.
    public init(environment: [String: String]) {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let code = value.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        self = code.lowercased() == "es" ? .es : .en
    }
}
