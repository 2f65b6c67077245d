/// The checks, by the id that reports, options and documents know them by. A file beside this one holds each.
public enum Check: String, Sendable, CaseIterable, Comparable {
    case budgetBreakdownSum = "budget-breakdown-sum"
    case contractAboveBudget = "contract-above-budget"
    case coordinatesOutsideCountry = "coordinates-outside-country"
    case datesInFuture = "dates-in-future"
    case datesOutOfOrder = "dates-out-of-order"
    case documentLocalURL = "document-local-url"
    case documentSearchPage = "document-search-page"
    case documentWithoutURL = "document-without-url"
    case duplicateIDs = "duplicate-ids"
    case duplicateKey = "duplicate-key"
    case duplicateProjectIDs = "duplicate-project-ids"
    case durationMismatch = "duration-mismatch"
    case geometryMismatch = "geometry-mismatch"
    case implausibleAmounts = "implausible-amounts"
    case implausibleDates = "implausible-dates"
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
    case negativeAmounts = "negative-amounts"
    case partyRoles = "party-roles"
    case placeholderTexts = "placeholder-texts"
    case relatedProjectsMissing = "related-projects-missing"
    case relatedToItself = "related-to-itself"
    case repeatedTexts = "repeated-texts"
    case swappedCoordinates = "swapped-coordinates"
    case textIsFieldName = "text-is-field-name"
    case unknownLanguage = "unknown-language"
    case unreferencedParties = "unreferenced-parties"
    case unusedRoles = "unused-roles"
    case zeroAmounts = "zero-amounts"

    /// Its texts and how much it weighs.
    public var definition: CheckDefinition {
        switch self {
        case .budgetBreakdownSum: BudgetBreakdownSum.definition
        case .contractAboveBudget: ContractAboveBudget.definition
        case .coordinatesOutsideCountry: CoordinatesOutsideCountry.definition
        case .datesInFuture: DatesInFuture.definition
        case .datesOutOfOrder: DatesOutOfOrder.definition
        case .documentLocalURL: DocumentLocalURL.definition
        case .documentSearchPage: DocumentSearchPage.definition
        case .documentWithoutURL: DocumentWithoutURL.definition
        case .duplicateIDs: DuplicateIDs.definition
        case .duplicateKey: DuplicateKey.definition
        case .duplicateProjectIDs: DuplicateProjectIDs.definition
        case .durationMismatch: DurationMismatch.definition
        case .geometryMismatch: GeometryMismatch.definition
        case .implausibleAmounts: ImplausibleAmounts.definition
        case .implausibleDates: ImplausibleDates.definition
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
        case .negativeAmounts: NegativeAmounts.definition
        case .partyRoles: PartyRoles.definition
        case .placeholderTexts: PlaceholderTexts.definition
        case .relatedProjectsMissing: RelatedProjectsMissing.definition
        case .relatedToItself: RelatedToItself.definition
        case .repeatedTexts: RepeatedTexts.definition
        case .swappedCoordinates: SwappedCoordinates.definition
        case .textIsFieldName: TextIsFieldName.definition
        case .unknownLanguage: UnknownLanguage.definition
        case .unreferencedParties: UnreferencedParties.definition
        case .unusedRoles: UnusedRoles.definition
        case .zeroAmounts: ZeroAmounts.definition
        }
    }

    public var severity: Severity { definition.severity }

    /// Its place in `allCases`.
    var position: Int { Check.positions[Int(tagByte)] }

    /// By the byte that a case is kept in: hashing would cost more than all else that is done with a finding.
    private static let positions: [Int] = {
        var positions = [Int](repeating: 0, count: 256)
        for (position, check) in allCases.enumerated() { positions[Int(check.tagByte)] = position }
        return positions
    }()

    private var tagByte: UInt8 { withUnsafeBytes(of: self) { $0[0] } }

    public static func < (a: Check, b: Check) -> Bool { a.rawValue < b.rawValue }
}
