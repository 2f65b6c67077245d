/// The checks, by the id that reports, options and documents know them by. A file beside this one holds each.
public enum Check: String, Sendable, CaseIterable, Comparable {
    case budgetBreakdownSum = "budget-breakdown-sum"
    case contractAboveBudget = "contract-above-budget"
    case datesInFuture = "dates-in-future"
    case datesOutOfOrder = "dates-out-of-order"
    case duplicateIDs = "duplicate-ids"
    case duplicateKey = "duplicate-key"
    case durationMismatch = "duration-mismatch"
    case implausibleAmounts = "implausible-amounts"
    case implausibleDates = "implausible-dates"
    case invalidProjectIDs = "invalid-project-ids"
    case missingCurrency = "missing-currency"
    case missingOrgRefs = "missing-org-refs"
    case missingOtherOrgRefs = "missing-other-org-refs"
    case missingValues = "missing-values"
    case negativeAmounts = "negative-amounts"
    case partyRoles = "party-roles"
    case relatedToItself = "related-to-itself"
    case unreferencedParties = "unreferenced-parties"
    case unusedRoles = "unused-roles"
    case zeroAmounts = "zero-amounts"

    /// Its texts and how much it weighs.
    public var definition: CheckDefinition {
        switch self {
        case .budgetBreakdownSum: BudgetBreakdownSum.definition
        case .contractAboveBudget: ContractAboveBudget.definition
        case .datesInFuture: DatesInFuture.definition
        case .datesOutOfOrder: DatesOutOfOrder.definition
        case .duplicateIDs: DuplicateIDs.definition
        case .duplicateKey: DuplicateKey.definition
        case .durationMismatch: DurationMismatch.definition
        case .implausibleAmounts: ImplausibleAmounts.definition
        case .implausibleDates: ImplausibleDates.definition
        case .invalidProjectIDs: InvalidProjectIDs.definition
        case .missingCurrency: MissingCurrency.definition
        case .missingOrgRefs: MissingOrgRefs.definition
        case .missingOtherOrgRefs: MissingOtherOrgRefs.definition
        case .missingValues: MissingValues.definition
        case .negativeAmounts: NegativeAmounts.definition
        case .partyRoles: PartyRoles.definition
        case .relatedToItself: RelatedToItself.definition
        case .unreferencedParties: UnreferencedParties.definition
        case .unusedRoles: UnusedRoles.definition
        case .zeroAmounts: ZeroAmounts.definition
        }
    }

    public var severity: Severity { definition.severity }

    /// Its place in `allCases`.
    var position: Int { Check.positions[self] ?? 0 }

    private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

    public static func < (a: Check, b: Check) -> Bool { a.rawValue < b.rawValue }
}

/// Those that look at one project at a time; the walk itself and `PieceChecks` find the others.
enum Rules {
    static let all: [any Rule.Type] = [
        BudgetBreakdownSum.self,
        ContractAboveBudget.self,
        DatesInFuture.self,
        DatesOutOfOrder.self,
        DuplicateIDs.self,
        DurationMismatch.self,
        ImplausibleAmounts.self,
        ImplausibleDates.self,
        InvalidProjectIDs.self,
        MissingOrgRefs.self,
        MissingOtherOrgRefs.self,
        NegativeAmounts.self,
        // Brings the parties to UnusedRoles and UnreferencedParties.
        PartyRoles.self,
        RelatedToItself.self,
        ZeroAmounts.self,
    ]
}
