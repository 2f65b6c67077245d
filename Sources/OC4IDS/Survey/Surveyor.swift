import JSONSchema

/// Sees the pieces of an input as they are walked and keeps what reports say beyond schema errors: the summary, coverage, codes, additional
/// fields, and what checks find. What it keeps does not grow with the input, but for what must be known of every project.
struct Surveyor: PieceObserver {
    let plan: SurveyPlan
    private(set) var summary = Review.Summary()
    private(set) var presence: PresenceCounts
    private(set) var findings: Findings
    var codes: CodeValues
    var additional: AdditionalFields
    private(set) var repeatedTexts: RepeatedTexts
    private(set) var publication: PublicationSurvey
    private(set) var links: ProjectLinks
    private var disclosure: DisclosureSurvey?
    private var newest: Instant?
    private let indexer: OutlineIndexer
    /// Names of the open package's members that end in `amount` or `currency`.
    private var moneyNames: [String] = []

    /// Members of a package whose values reports show.
    private static let readMembers = PackageLinks.names + ["publishedDate"]
    /// Members of a package that are larger than this are no names or dates.
    private static let mostMemberBytes = 1 << 16

    init(_ plan: SurveyPlan) {
        self.plan = plan
        presence = PresenceCounts(nodeCount: plan.outline.nodeCount)
        findings = Findings(examples: plan.examples)
        codes = CodeValues(plan.codes, examples: plan.examples)
        additional = AdditionalFields(examples: plan.examples)
        repeatedTexts = RepeatedTexts(plan.ownTexts)
        publication = PublicationSurvey(plan.publication)
        links = ProjectLinks(plan.links)
        disclosure = plan.disclosure.map { DisclosureSurvey($0) }
        indexer = OutlineIndexer(plan.outline)
        if plan.sectors != nil { summary.leftOut = 0 }
    }

    // MARK: Seeing

    /// Projects of other sectors than those asked for are not. All else in a package is.
    mutating func wants(_ piece: borrowing Piece) -> Bool {
        guard let sectors = plan.sectors, piece.isProject else { return true }
        let facts = sectors.facts(of: DataValue(outline: piece.outline, number: 0))
        if facts.isWanted { return true }
        summary.leftOut = (summary.leftOut ?? 0) + 1
        if plan.checks { links.lookAtLeftOut(id: facts.id, piece) }
        return false
    }

    mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        let outline = piece.outline
        let index = indexer.index(outline, hasDuplicateKeys: piece.hasDuplicateKeys, counting: &presence)
        if case .member(let name) = piece.role { seeMember(name, piece, &wanted) }
        if case .whole(let field) = piece.role, field.isEmpty { seePackage(piece) }
        if plan.checks { check(piece, index, &wanted) }
        seeProjects(piece, index, &wanted)
        findings.askForPlaces(&wanted)
    }

    private mutating func check(_ piece: borrowing Piece, _ index: OutlineIndex, _ wanted: inout PlaceRequests) {
        let outline = piece.outline
        codes.look(outline, index, &wanted)
        additional.look(outline, index, &wanted)
        if !index.misfits.isEmpty { Misfits(outline: outline, index: index, plan: plan).look(&codes, &additional, &wanted) }
        MissingValues.look(index, &findings, outline)
        plan.currency.look(outline, index, &findings)
        plan.published.look(outline, index, &findings)
    }

    private mutating func seeProjects(_ piece: borrowing Piece, _ index: OutlineIndex, _ wanted: inout PlaceRequests) {
        let outline = piece.outline
        var list = ProjectList(piece)
        index.forEach(in: plan.projects) { number in
            summary.projects += 1
            let value = DataValue(outline: outline, number: number)
            let item = list.item(value)
            guard value.isObject else { return }
            let project = ProjectData(outline: outline, index: index, range: number ..< number + 1 + value.extent)
            see(project, &wanted)
            if plan.checks { links.look(project, item: item, isInPackage: list.isInPackage, piece, &wanted) }
            disclosure?.look(project, item: item, isInPackage: list.isInPackage, piece)
        }
    }

    /// The list that a piece's projects stand in.
    private struct ProjectList {
        let isInPackage: Bool
        private let item: Int?
        /// The piece is a package, whose projects are numbered here.
        private let isWhole: Bool
        private var next = 0
        private var end = 0

        init(_ piece: borrowing Piece) {
            item = piece.item
            isWhole = piece.role == .whole(field: [])
            isInPackage = isWhole || !piece.prefix.isEmpty
        }

        /// The position of a project.
        mutating func item(_ project: DataValue) -> Int? {
            guard isWhole else { return item }
            // Behind something else another list begins: the field stands twice.
            if project.number != end { next = 0 }
            end = project.number + 1 + project.extent
            next += 1
            return next - 1
        }
    }

    private mutating func see(_ project: ProjectData, _ wanted: inout PlaceRequests) {
        if plan.checks {
            plan.rules.look(at: project, &findings)
            repeatedTexts.look(project, &wanted)
            publication.look(at: project)
        }
        if let value = project.first(plan.updated), let raw = value.rawText, mayBeNewer(value), let instant = Instant(raw),
           newest.map({ $0 < instant }) ?? true {
            newest = instant
            summary.lastUpdated = value.text
        }
        project.forEach(plan.processes) { if $0.isObject { summary.contractingProcesses += 1 } }
    }

    /// Whether a date may be later than the newest moment met, whatever its time and time zone.
    private func mayBeNewer(_ value: DataValue) -> Bool {
        guard let newest, let day = WrittenDate(value)?.day else { return true }
        return newest.mayBeBefore(day)
    }

    /// What is disclosed, when the input is at its end; nil where no one asked.
    mutating func disclosed() -> Disclosure? { disclosure?.disclosure() }

    /// The means of the scores of all projects seen; nil where nothing is scored.
    var scores: (strict: Mean, due: Mean)? { disclosure?.means }
    /// The project with the lowest score.
    var standing: ProjectStanding? { disclosure?.lowest.first }

    // MARK: Packages

    mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests) {
        if container.isObject {
            if let node = container.node { presence.countObject(node.number) }
            seeMoney()
        } else if let node = container.node {
            if container.count > 0 { presence.countPresent(node.number) } else { findings.note(.missingValues, offset: 0) }
        }
        findings.askForPlaces(&wanted)
    }

    /// A member of a package that is walked member by member.
    private mutating func seeMember(_ name: String, _ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        if plan.standard.package.member(name) == nil {
            let offset = piece.outline[0].offset
            additional.count(Digest(of: name).low, in: plan.standard.package.number, name: { name }, offset: offset, &wanted)
        }
        if name.hasSuffix("amount") || name.hasSuffix("currency") { moneyNames.append(name) }
        // The piece is a member: as an empty object it says nothing.
        if piece.outline[0].kind == .object, piece.outline[0].isEmpty { findings.note(.missingValues, offset: piece.outline[0].offset) }
        guard Surveyor.readMembers.contains(name), piece.byteCount <= Surveyor.mostMemberBytes else { return }
        take(name, piece.tree())
    }

    /// A package that had to be walked as a whole.
    private mutating func seePackage(_ piece: borrowing Piece) {
        guard piece.byteCount <= Surveyor.mostMemberBytes else { return }
        let package = piece.tree()
        for name in Surveyor.readMembers {
            if let member = package[name] { take(name, member) }
        }
    }

    private mutating func take(_ name: String, _ value: JSONValue) {
        switch name {
        // Of several packages, one a line, the last one that says it counts.
        case "publisher": summary.publisher = value["name"]?.string ?? summary.publisher
        case "license": summary.license = value.string ?? summary.license
        case "publishedDate": summary.publishedDate = value.string ?? summary.publishedDate
        default: break
        }
        publication.take(name, value)
    }

    private mutating func seeMoney() {
        let names = Set(moneyNames)
        moneyNames = []
        if names.contains(where: { $0.hasSuffix("amount") && !names.contains($0.dropLast("amount".count) + "currency") }) {
            findings.note(.missingCurrency, offset: 0)
        }
    }

    // MARK: Merging

    /// Ids alone: two equal ones are an error, which a line that is read twice must not make. Of a line that cannot be read all else counts as far
    /// as it was seen.
    mutating func forget(value: Int) {
        links.forget(value: value)
    }

    mutating func merge(_ later: Surveyor, from start: PartStart) {
        summary.projects += later.summary.projects
        summary.contractingProcesses += later.summary.contractingProcesses
        summary.publisher = later.summary.publisher ?? summary.publisher
        summary.license = later.summary.license ?? summary.license
        summary.publishedDate = later.summary.publishedDate ?? summary.publishedDate
        if let leftOut = later.summary.leftOut { summary.leftOut = (summary.leftOut ?? 0) + leftOut }
        if let instant = later.newest, newest.map({ $0 < instant }) ?? true {
            newest = instant
            summary.lastUpdated = later.summary.lastUpdated
        }
        presence.add(later.presence)
        findings.merge(later.findings)
        codes.merge(later.codes)
        additional.merge(later.additional)
        repeatedTexts.merge(later.repeatedTexts)
        publication.merge(later.publication)
        links.merge(later.links, from: start)
        if let part = later.disclosure { disclosure?.merge(part, from: start) }
    }

    /// Whatever has been gathered, for another program that makes the same of it.
    mutating func code(_ coder: inout PartCoder) {
        coder.count(&summary.projects)
        coder.count(&summary.contractingProcesses)
        coder.optional(&summary.leftOut)
        coder.optional(&summary.publisher)
        coder.optional(&summary.license)
        coder.optional(&summary.publishedDate)
        coder.optional(&summary.lastUpdated)
        coder.optional(&newest, new: .epoch) { $1.code(&$0) }
        presence.code(&coder)
        findings.code(&coder)
        codes.code(&coder)
        additional.code(&coder, nodes: plan.nodes.count)
        repeatedTexts.code(&coder)
        publication.code(&coder)
        links.code(&coder)
        disclosure?.code(&coder)
        if let disclosure, disclosure.projects > summary.projects { coder.fail() }
    }

    func keeps(_ tag: Digest) -> Bool {
        // Tags of findings that are not about different values are few.
        tag.high == 0 || tag.high == 3 && tag.low < UInt64(plan.ownTexts.count) || codes.unlisted.keeps(tag) || additional.fields.keeps(tag) || links.related.keeps(tag)
    }

    func fresh() -> Surveyor {
        var fresh = Surveyor(plan)
        fresh.findings = findings.fresh()
        fresh.codes = codes.fresh()
        fresh.additional = additional.fresh()
        fresh.links = links.fresh()
        fresh.disclosure = disclosure?.fresh()
        fresh.repeatedTexts = repeatedTexts.fresh()
        fresh.publication = publication.fresh()
        return fresh
    }

    mutating func begin(_ fresh: Surveyor) {
        var next = fresh
        if let disclosure { next.disclosure?.follow(disclosure) }
        self = next
    }
}

extension Piece {
    /// It stands where a project does. A top-level value that is none is a package, whose field has no name.
    fileprivate var isProject: Bool {
        switch role {
        case .item: true
        case .member: false
        case .whole(let field): !field.isEmpty
        }
    }
}
