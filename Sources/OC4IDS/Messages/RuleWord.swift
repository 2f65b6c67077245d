/// The words that a profile's rules are told with, in both languages.
///
/// Placeholders stand in braces, the same ones in both languages (a test compares them).
enum RuleWord: String, CaseIterable {
    // Whole rules.
    case present, presentAll, presentAny, equals, differs, thereIs, all, any
    // An item, its conditions, and what it has to have.
    case ofProject, ofType, withRole, withValue, withText, beginning, sameAs, having, alsoHaving, havingItem, havingAll, havingAny
    // Lists.
    case and, or
    case code, quoted, yes, no, item

    func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    var texts: Bilingual {
        switch self {
        case .present: Bilingual(en: "there is a value in {field}", es: "hay un valor en {field}")
        case .presentAll: Bilingual(en: "there is a value in each of these fields, which count the same: {fields}", es: "hay un valor en cada uno de estos campos, que cuentan igual: {fields}")
        case .presentAny: Bilingual(en: "there is a value in at least one of these fields: {fields}", es: "hay un valor en al menos uno de estos campos: {fields}")
        case .equals: Bilingual(en: "{field} is {values}", es: "{field} es {values}")
        case .differs: Bilingual(en: "{first} and {second} are both there and differ", es: "están {first} y {second}, y son distintos")
        case .thereIs: Bilingual(en: "there is {item}", es: "hay {item}")
        case .all: Bilingual(en: "all of this, each point counting the same:", es: "todo lo siguiente; cada punto cuenta igual:")
        case .any: Bilingual(en: "at least one of these:", es: "al menos una de estas opciones:")

        case .ofProject: Bilingual(en: "{item} of the project", es: "{item} del proyecto")
        case .ofType: Bilingual(en: "of type {values}", es: "de tipo {values}")
        case .withRole: Bilingual(en: "with the role {values}", es: "con el rol {values}")
        case .withValue: Bilingual(en: "with {values} in {field}", es: "con {values} en {field}")
        case .withText: Bilingual(en: "with the text {values} in {field}", es: "con el texto {values} en {field}")
        case .beginning: Bilingual(en: "with a text that begins with {values} in {field}", es: "con un texto que empieza con {values} en {field}")
        case .sameAs: Bilingual(en: "with the same value in {field} as in {other}", es: "con el mismo valor en {field} que en {other}")
        case .having: Bilingual(en: "with a value in {fields}", es: "con valor en {fields}")
        case .alsoHaving: Bilingual(en: "and with a value in {fields}", es: "y con valor en {fields}")
        case .havingItem: Bilingual(en: "that has {item}", es: "que tiene {item}")
        case .havingAll: Bilingual(en: "of which all of this holds, each point counting the same:", es: "que cumple todo lo siguiente; cada punto cuenta igual:")
        case .havingAny: Bilingual(en: "of which at least one of these holds:", es: "que cumple al menos una de estas opciones:")

        case .and: Bilingual(en: "and", es: "y")
        case .or: Bilingual(en: "or", es: "o")
        case .code: Bilingual(en: "“{title}” ({code})", es: "«{title}» ({code})")
        case .quoted: Bilingual(en: "“{text}”", es: "«{text}»")
        case .yes: Bilingual(en: "“yes” (true)", es: "«sí» (true)")
        case .no: Bilingual(en: "“no” (false)", es: "«no» (false)")
        case .item: Bilingual(en: "an entry of {title}", es: "un elemento de {title}")
        }
    }

    /// What one entry of a list is called, by the list's name.
    static let nouns: [String: Bilingual] = [
        "additionalClassifications": Bilingual(en: "a classification", es: "una clasificación"),
        "beneficialOwners": Bilingual(en: "a beneficial owner", es: "un beneficiario final"),
        "beneficiaries": Bilingual(en: "a group of beneficiaries", es: "un grupo de beneficiarios"),
        "budgetBreakdown": Bilingual(en: "a part of the budget", es: "una parte del presupuesto"),
        "consultationMeetings": Bilingual(en: "a consultation meeting", es: "una reunión de consulta"),
        "contractingProcesses": Bilingual(en: "a contracting process", es: "un proceso de contratación"),
        "documents": Bilingual(en: "a document", es: "un documento"),
        "forecasts": Bilingual(en: "a forecast", es: "una proyección"),
        "lobbyingMeetings": Bilingual(en: "a lobbying meeting", es: "una reunión de cabildeo"),
        "locations": Bilingual(en: "a location", es: "una ubicación"),
        "metrics": Bilingual(en: "an indicator", es: "un indicador"),
        "modifications": Bilingual(en: "a modification", es: "una modificación"),
        "observations": Bilingual(en: "an observation", es: "una observación"),
        "parties": Bilingual(en: "a party", es: "una parte involucrada"),
        "people": Bilingual(en: "a person", es: "una persona"),
        "relatedProjects": Bilingual(en: "a related project", es: "un proyecto relacionado"),
        "suppliers": Bilingual(en: "a supplier", es: "un proveedor"),
        "transactions": Bilingual(en: "a transaction", es: "una transacción"),
    ]
}
