import JSONSchema

/// What is looked for in an input, made ready once for a standard and the user's choices.
final class SurveyPlan: Sendable {
    let standard: Standard
    let settings: CheckSettings
    /// As many places as each finding shows.
    let examples: Int
    let outline: OutlinePlan
    /// All fields of the schema, by number.
    let nodes: [FieldNode]
    let codes: CodePlan
    let currency: MissingCurrency
    let published: PublishedInFuture
    let publication: PublicationPlan
    let rules: ProjectRules
    /// Texts that must not be the same in every project.
    let ownTexts: [ValueGroup]
    let links: ProjectLinks.Plan
    /// What the summary says of projects.
    let updated: ValueGroup
    let processes: ValueGroup
    let projects: ValueGroup
    /// Whether data is checked, or only scored.
    let checks: Bool
    let disclosure: DisclosurePlan?
    /// Which projects are looked at; nil for all.
    let sectors: SectorSelection?

    init(_ standard: Standard, _ settings: CheckSettings, examples: Int, checks: Bool = true, disclosure: DisclosureSettings? = nil, sectors: SectorSelection? = nil) {
        var fields = SurveyFields(standard)
        self.standard = standard
        self.settings = settings
        self.examples = examples
        codes = CodePlan(standard, &fields)
        currency = MissingCurrency(standard, &fields)
        published = PublishedInFuture(standard, &fields, settings)
        publication = PublicationPlan(standard, &fields, settings)
        rules = ProjectRules(&fields, settings)
        ownTexts = RepeatedTexts.groups(&fields)
        links = ProjectLinks.Plan(&fields)
        updated = fields.field("updated")
        processes = fields.items("contractingProcesses")
        projects = fields.values("projects") { $0 == standard.project }
        outline = fields.plan
        nodes = fields.nodes
        self.checks = checks
        self.sectors = sectors
        self.disclosure = disclosure.map { DisclosurePlan($0, standard) }
    }
}
