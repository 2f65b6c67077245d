/// What a publication is judged by, as a whole, by the id that reports and documents know it by.
public enum Criterion: String, Sendable, CaseIterable {
    case registeredPrefix = "registered-prefix"
    case appropriate
    case active
    case valid
    case conformant
    case sectorsStandardised = "sectors-standardised"
    case budgetsRealistic = "budgets-realistic"
    case contractValuesRealistic = "contract-values-realistic"
    case datesRealistic = "dates-realistic"
    case rolesSet = "roles-set"
    case coordinatesValid = "coordinates-valid"
    case discoverable
    case documented
    case openLicense = "open-license"
    case retrievable
    case titlesRealistic = "titles-realistic"
    case descriptionsRealistic = "descriptions-realistic"
    case organizationsRealistic = "organizations-realistic"
    case documentsOpen = "documents-open"

    /// Its texts, and how it is judged. A file beside this one holds each family.
    public var definition: CriterionDefinition {
        switch self {
        case .registeredPrefix: PublicationCriteria.registeredPrefix
        case .appropriate: PublicationCriteria.appropriate
        case .active: PublicationCriteria.active
        case .valid: PublicationCriteria.valid
        case .conformant: PublicationCriteria.conformant
        case .sectorsStandardised: ContentCriteria.sectorsStandardised
        case .budgetsRealistic: ContentCriteria.budgetsRealistic
        case .contractValuesRealistic: ContentCriteria.contractValuesRealistic
        case .datesRealistic: ContentCriteria.datesRealistic
        case .rolesSet: ContentCriteria.rolesSet
        case .coordinatesValid: ContentCriteria.coordinatesValid
        case .discoverable: PersonCriteria.discoverable
        case .documented: PersonCriteria.documented
        case .openLicense: PersonCriteria.openLicense
        case .retrievable: PersonCriteria.retrievable
        case .titlesRealistic: PersonCriteria.titlesRealistic
        case .descriptionsRealistic: PersonCriteria.descriptionsRealistic
        case .organizationsRealistic: PersonCriteria.organizationsRealistic
        case .documentsOpen: PersonCriteria.documentsOpen
        }
    }

    /// What a person looks at is a sample of many texts.
    public var isSampled: Bool {
        switch self {
        case .registeredPrefix, .titlesRealistic, .descriptionsRealistic, .organizationsRealistic, .documentsOpen: true
        default: false
        }
    }
}

/// A criterion as people read about it, in a report and in `docs/checks.md`, and how it is judged.
public struct CriterionDefinition: Sendable {
    /// A few words for lists.
    public var title: Bilingual
    /// What it asks and why, in sentences.
    public var meaning: Bilingual
    /// When it is met, in a sentence. Of a criterion that a person judges: when it should be.
    public var threshold: Bilingual
    /// What of the data it is judged by.
    public var source: Bilingual
    /// What a person has to look at; nil where no person is needed.
    public var lookAt: Bilingual?
    let judge: @Sendable (PublicationFacts) -> Judgement
}

/// How a criterion turned out.
public enum CriterionOutcome: String, Sendable, CaseIterable {
    case met
    case notMet
    /// Nothing in the data that it could be judged by.
    case notApplicable
    /// Data cannot tell: a person has to look.
    case manual
}

/// What a criterion was judged by, or the limit it was judged against.
public enum CriterionFigure: Sendable, Equatable {
    case share(Share)
    /// A share asked for.
    case percent(Int)
    case count(Int)
    case day(CivilDay)
}

/// What is known of a criterion.
public struct Judgement: Sendable, Equatable {
    public var outcome: CriterionOutcome
    public var value: CriterionFigure?
    public var threshold: CriterionFigure?
    /// What a person should look at: of many texts those with the smallest digests.
    public var sample: [String]

    init(_ outcome: CriterionOutcome, value: CriterionFigure? = nil, threshold: CriterionFigure? = nil, sample: [String] = []) {
        self.outcome = outcome
        self.value = value
        self.threshold = threshold
        self.sample = sample
    }

    static let notApplicable = Judgement(.notApplicable)

    /// A share of what carries the field; nothing to judge where nothing does.
    static func share(_ share: Share, atLeast percent: Int) -> Judgement {
        guard share.of > 0 else { return Judgement(.notApplicable, threshold: .percent(percent)) }
        return Judgement(share.count * 100 >= share.of * percent ? .met : .notMet, value: .share(share), threshold: .percent(percent))
    }

    static func count(_ count: Int, atMost most: Int) -> Judgement {
        Judgement(count <= most ? .met : .notMet, value: .count(count), threshold: .count(most))
    }
}

/// One criterion and how it turned out.
public struct CriterionResult: Sendable {
    public var criterion: Criterion
    public var judgement: Judgement

    public var outcome: CriterionOutcome { judgement.outcome }
}
