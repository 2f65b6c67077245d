/// Those that look at one project at a time, each after the other; the walk itself, the surveyor and the reviewer find the others.
///
/// Named one by one: a list of `any Rule` would cost a call through a box for each rule and project. A class, as are rules that hold tables: a
/// struct would be copied for each project.
final class ProjectRules: Sendable {
    private let budgetBreakdownSum: BudgetBreakdownSum
    private let contractAboveBudget: ContractAboveBudget
    private let datesInFuture: DatesInFuture
    /// Finds what `DurationMismatch` says too.
    private let datesOutOfOrder: DatesOutOfOrder
    private let documentLocalURL: DocumentLocalURL
    private let documentWithoutURL: DocumentWithoutURL
    private let duplicateIDs: DuplicateIDs
    private let geometryMismatch: GeometryMismatch
    private let implausibleAmounts: ImplausibleAmounts
    private let implausibleDates: ImplausibleDates
    /// Finds what `SwappedCoordinates` and `CoordinatesOutsideCountry` say too.
    private let invalidCoordinates: InvalidCoordinates
    private let invalidEmail: InvalidEmail
    private let invalidProjectIDs: InvalidProjectIDs
    private let invalidTelephone: InvalidTelephone
    private let negativeAmounts: NegativeAmounts
    /// Brings the parties to `UnusedRoles` and `UnreferencedParties`, and finds what `MissingOrgRefs` and `MissingOtherOrgRefs` say.
    private let partyRoles: PartyRoles
    /// Finds what `TextIsFieldName` says too.
    private let placeholderTexts: PlaceholderTexts
    private let relatedToItself: RelatedToItself
    private let unknownLanguage: UnknownLanguage
    private let zeroAmounts: ZeroAmounts

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        budgetBreakdownSum = BudgetBreakdownSum(&fields, settings)
        contractAboveBudget = ContractAboveBudget(&fields, settings)
        datesInFuture = DatesInFuture(&fields, settings)
        datesOutOfOrder = DatesOutOfOrder(&fields, settings)
        documentLocalURL = DocumentLocalURL(&fields, settings)
        documentWithoutURL = DocumentWithoutURL(&fields, settings)
        duplicateIDs = DuplicateIDs(&fields, settings)
        geometryMismatch = GeometryMismatch(&fields, settings)
        implausibleAmounts = ImplausibleAmounts(&fields, settings)
        implausibleDates = ImplausibleDates(&fields, settings)
        invalidCoordinates = InvalidCoordinates(&fields, settings)
        invalidEmail = InvalidEmail(&fields, settings)
        invalidProjectIDs = InvalidProjectIDs(&fields, settings)
        invalidTelephone = InvalidTelephone(&fields, settings)
        negativeAmounts = NegativeAmounts(&fields, settings)
        partyRoles = PartyRoles(&fields, settings)
        placeholderTexts = PlaceholderTexts(&fields, settings)
        relatedToItself = RelatedToItself(&fields, settings)
        unknownLanguage = UnknownLanguage(&fields, settings)
        zeroAmounts = ZeroAmounts(&fields, settings)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        budgetBreakdownSum.look(at: project, &findings)
        contractAboveBudget.look(at: project, &findings)
        datesInFuture.look(at: project, &findings)
        datesOutOfOrder.look(at: project, &findings)
        documentLocalURL.look(at: project, &findings)
        documentWithoutURL.look(at: project, &findings)
        duplicateIDs.look(at: project, &findings)
        geometryMismatch.look(at: project, &findings)
        implausibleAmounts.look(at: project, &findings)
        implausibleDates.look(at: project, &findings)
        invalidCoordinates.look(at: project, &findings)
        invalidEmail.look(at: project, &findings)
        invalidProjectIDs.look(at: project, &findings)
        invalidTelephone.look(at: project, &findings)
        negativeAmounts.look(at: project, &findings)
        partyRoles.look(at: project, &findings)
        placeholderTexts.look(at: project, &findings)
        relatedToItself.look(at: project, &findings)
        unknownLanguage.look(at: project, &findings)
        zeroAmounts.look(at: project, &findings)
    }
}
