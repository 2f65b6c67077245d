/// The checks, by the id that reports, options and documents know them by. A file beside this one holds each.
public enum Check: String, Sendable, CaseIterable, Comparable {
    case coordinatesOutsideCountry = "coordinates-outside-country"
    case documentLocalURL = "document-local-url"
    case documentSearchPage = "document-search-page"
    case documentWithoutURL = "document-without-url"
    case duplicateKey = "duplicate-key"
    case geometryMismatch = "geometry-mismatch"
    case invalidCoordinates = "invalid-coordinates"
    case invalidEmail = "invalid-email"
    case invalidProjectIDs = "invalid-project-ids"
    case invalidTelephone = "invalid-telephone"
    case missingCurrency = "missing-currency"
    case missingOrgRefs = "missing-org-refs"
    case missingOtherOrgRefs = "missing-other-org-refs"
    case missingValues = "missing-values"
    case mistypedCodes = "mistyped-codes"
    case mistypedFields = "mistyped-fields"
    case placeholderTexts = "placeholder-texts"
    case repeatedTexts = "repeated-texts"
    case swappedCoordinates = "swapped-coordinates"
    case textIsFieldName = "text-is-field-name"
    case unknownLanguage = "unknown-language"

    /// Its texts and how much it weighs.
    public var definition: CheckDefinition {
        switch self {
        case .coordinatesOutsideCountry: CoordinatesOutsideCountry.definition
        case .documentLocalURL: DocumentLocalURL.definition
        case .documentSearchPage: DocumentSearchPage.definition
        case .documentWithoutURL: DocumentWithoutURL.definition
        case .duplicateKey: DuplicateKey.definition
        case .geometryMismatch: GeometryMismatch.definition
        case .invalidCoordinates: InvalidCoordinates.definition
        case .invalidEmail: InvalidEmail.definition
        case .invalidProjectIDs: InvalidProjectIDs.definition
        case .invalidTelephone: InvalidTelephone.definition
        case .missingCurrency: MissingCurrency.definition
        case .missingOrgRefs: MissingOrgRefs.definition
        case .missingOtherOrgRefs: MissingOtherOrgRefs.definition
        case .missingValues: MissingValues.definition
        case .mistypedCodes: MistypedCodes.definition
        case .mistypedFields: MistypedFields.definition
        case .placeholderTexts: PlaceholderTexts.definition
        case .repeatedTexts: RepeatedTexts.definition
        case .swappedCoordinates: SwappedCoordinates.definition
        case .textIsFieldName: TextIsFieldName.definition
        case .unknownLanguage: UnknownLanguage.definition
        }
    }

    public var severity: Severity { definition.severity }

    /// Its place in `allCases`.
    var position: Int { Check.positions[self] ?? 0 }

    private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

    public static func < (a: Check, b: Check) -> Bool { a.rawValue < b.rawValue }
}

/// Those that look at one project at a time; the walk itself, the surveyor and the reviewer find the others.
enum Rules {
    static let all: [any Rule.Type] = [
        DocumentLocalURL.self,
        DocumentWithoutURL.self,
        GeometryMismatch.self,
        InvalidCoordinates.self,
        InvalidEmail.self,
        InvalidProjectIDs.self,
        InvalidTelephone.self,
        MissingOrgRefs.self,
        MissingOtherOrgRefs.self,
        PlaceholderTexts.self,
        UnknownLanguage.self,
    ]
}
