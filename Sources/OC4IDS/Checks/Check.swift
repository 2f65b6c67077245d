/// The checks, by the id that reports, options and documents know them by. A file beside this one holds each.
public enum Check: String, Sendable, CaseIterable, Comparable {
    case duplicateIDs = "duplicate-ids"
    case duplicateKey = "duplicate-key"
    case invalidProjectIDs = "invalid-project-ids"
    case missingCurrency = "missing-currency"
    case missingOrgRefs = "missing-org-refs"
    case missingOtherOrgRefs = "missing-other-org-refs"
    case missingValues = "missing-values"
    case partyRoles = "party-roles"
    case relatedToItself = "related-to-itself"
    case unreferencedParties = "unreferenced-parties"
    case unusedRoles = "unused-roles"

    /// Its texts and how much it weighs.
    public var definition: CheckDefinition {
        switch self {
        case .duplicateIDs: DuplicateIDs.definition
        case .duplicateKey: DuplicateKey.definition
        case .invalidProjectIDs: InvalidProjectIDs.definition
        case .missingCurrency: MissingCurrency.definition
        case .missingOrgRefs: MissingOrgRefs.definition
        case .missingOtherOrgRefs: MissingOtherOrgRefs.definition
        case .missingValues: MissingValues.definition
        case .partyRoles: PartyRoles.definition
        case .relatedToItself: RelatedToItself.definition
        case .unreferencedParties: UnreferencedParties.definition
        case .unusedRoles: UnusedRoles.definition
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
        DuplicateIDs.self,
        InvalidProjectIDs.self,
        MissingOrgRefs.self,
        MissingOtherOrgRefs.self,
        // Brings the parties to UnusedRoles and UnreferencedParties.
        PartyRoles.self,
        RelatedToItself.self,
    ]
}
