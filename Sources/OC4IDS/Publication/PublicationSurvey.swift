import JSONSchema

/// Of so many, so many.
public struct Share: Sendable, Equatable {
    public var count = 0
    public var of = 0

    mutating func add(_ isCounted: Bool) {
        of += 1
        if isCounted { count += 1 }
    }

    mutating func code(_ coder: inout PartCoder) {
        coder.count(&of)
        coder.count(&count, most: of)
    }

    mutating func merge(_ other: Share) {
        count += other.count
        of += other.of
    }
}

/// Texts that a person should look at, of which samples are kept.
enum SampledText: Int, Sendable, CaseIterable {
    case prefixes, titles, descriptions, organizations, documents
}

/// Which fields the criteria and metrics ask for, made ready once.
struct PublicationPlan: Sendable {
    fileprivate let id, updated, sectors, budget, contractValues, starts, ends: ValueGroup
    /// Fields that texts are sampled from.
    fileprivate let titles, descriptions, organizations, documents: ValueGroup
    fileprivate let amount, currency: MemberName
    fileprivate let sectorCodes: FingerprintSet
    let prefixes: Set<String>?
    let frequency: Frequency?
    /// The days that criteria and metrics count from and to.
    let yearStart, today, tomorrow: CivilDay
    let periodStart: CivilDay?

    /// A project's own phases; maintenance may begin and end generations later.
    private static let started: Set<String> = ["period", "identificationPeriod", "preparationPeriod", "implementationPeriod"]
    private static let ended: Set<String> = ["period", "implementationPeriod", "completionPeriod", "completion"]

    init(_ standard: Standard, _ fields: inout SurveyFields, _ settings: CheckSettings) {
        let project = standard.project.field
        func dates(_ holders: Set<String>, _ name: String, _ fields: inout SurveyFields) -> ValueGroup {
            fields.values("\(name) of projects", named: name) { node in
                node.field.count == project.count + 2 && holders.contains(node.field[project.count])
            }
        }
        id = fields.field("id")
        updated = fields.field("updated")
        // A code alone in place of the list counts as one.
        let sector = project + ["sector"]
        sectors = fields.values("sectors of projects", named: "sector") { $0.field == sector }
        budget = fields.field("budget/amount")
        contractValues = fields.field("contractingProcesses/summary/contractValue")
        starts = dates(Self.started, "startDate", &fields)
        ends = dates(Self.ended, "endDate", &fields)
        titles = fields.field("title")
        descriptions = fields.field("description")
        organizations = fields.field("parties/name")
        documents = DocumentURLs.group(&fields)
        amount = fields.name("amount")
        currency = fields.name("currency")
        sectorCodes = Codelist.fingerprints["projectSector"] ?? FingerprintSet([])
        prefixes = settings.prefixes
        frequency = settings.frequency
        today = settings.today
        tomorrow = CivilDay(number: settings.today.number + 1)
        yearStart = settings.today.monthsEarlier(12)
        periodStart = settings.frequency?.start(before: settings.today)
    }
}

/// What criteria and metrics have to know of all projects: sums, the first and last of days, and a few texts. It does not grow with the input.
struct PublicationSurvey: Sendable {
    private let plan: PublicationPlan
    /// Projects whose id begins with a prefix that is registered or, where no list was given, has the form of one.
    private(set) var prefixed = 0
    /// Projects that have sectors; those with at least one of the standard's list.
    private(set) var sectors = Share()
    private(set) var budgets = Share()
    private(set) var contractValues = Share()
    private(set) var updatedWithinYear = 0
    private(set) var updatedWithinPeriod = 0
    /// Not after tomorrow.
    private(set) var newestUpdate: CivilDay?
    private(set) var earliestStart: CivilDay?
    private(set) var latestEnd: CivilDay?
    private var samples = [BottomSample](repeating: BottomSample(), count: SampledText.allCases.count)
    private(set) var links = PackageLinks()
    /// That of the project before: as a rule all have the same.
    private var lastPrefix: (code: UInt64, isCounted: Bool)?

    init(_ plan: PublicationPlan) {
        self.plan = plan
    }

    /// For a later part.
    func fresh() -> PublicationSurvey {
        var fresh = PublicationSurvey(plan)
        fresh.samples = samples.map { $0.fresh() }
        return fresh
    }

    func sample(_ of: SampledText) -> [String] { samples[of.rawValue].texts }

    mutating func look(at project: ProjectData) {
        lookAtPrefix(project)
        lookAtDates(project)
        var (hasSector, isStandard) = (false, false)
        project.forEach(plan.sectors) { sector in
            guard sector.isText, !sector.isEmpty else { return }
            hasSector = true
            if plan.sectorCodes.contains(sector.fingerprint) { isStandard = true }
        }
        if hasSector { sectors.add(isStandard) }
        project.forEach(plan.budget) { if let isRealistic = isRealistic($0, RealisticAmount.leastBudget, project) { budgets.add(isRealistic) } }
        project.forEach(plan.contractValues) {
            if let isRealistic = isRealistic($0, RealisticAmount.leastContract, project) { contractValues.add(isRealistic) }
        }
        sample(.titles, plan.titles, project)
        sample(.descriptions, plan.descriptions, project)
        sample(.organizations, plan.organizations, project)
        sample(.documents, plan.documents, project)
    }

    @inline(__always)
    private mutating func sample(_ kind: SampledText, _ group: ValueGroup, _ project: ProjectData) {
        // It only becomes smaller.
        let limit = samples[kind.rawValue].limit
        project.forEach(group) { if $0.fingerprint < limit { samples[kind.rawValue].take($0) } }
    }

    private mutating func lookAtPrefix(_ project: ProjectData) {
        guard let id = project.first(plan.id), let raw = id.rawText else { return }
        if let prefix = ProjectPrefix.beginning(raw) {
            take(prefix)
        } else if raw.contains(0x5C), var text = id.text {
            text.withUTF8 { if let prefix = ProjectPrefix.beginning(UnsafeRawBufferPointer($0)) { take(prefix) } }
        }
    }

    private mutating func take(_ prefix: UnsafeRawBufferPointer) {
        let code = ProjectPrefix.code(prefix)
        if let last = lastPrefix, last.code == code {
            if last.isCounted { prefixed += 1 }
            return
        }
        // 13 bytes: no memory is asked for.
        let text = String(decoding: prefix, as: UTF8.self)
        let isCounted = plan.prefixes?.contains(text) ?? true
        if isCounted { prefixed += 1 }
        lastPrefix = (code, isCounted)
        samples[SampledText.prefixes.rawValue].insert(Digest(of: text).low) { text }
    }

    private mutating func lookAtDates(_ project: ProjectData) {
        if let day = project.first(plan.updated).flatMap(WrittenDate.init)?.day, day <= plan.tomorrow {
            newestUpdate = max(newestUpdate ?? day, day)
            if day >= plan.yearStart { updatedWithinYear += 1 }
            if let start = plan.periodStart, day >= start { updatedWithinPeriod += 1 }
        }
        project.forEach(plan.starts) { value in
            guard let date = WrittenDate(value), PublicationSurvey.years.contains(date.year), let day = date.day else { return }
            earliestStart = min(earliestStart ?? day, day)
        }
        project.forEach(plan.ends) { value in
            guard let date = WrittenDate(value), PublicationSurvey.years.contains(date.year), let day = date.day else { return }
            latestEnd = max(latestEnd ?? day, day)
        }
    }

    /// Years that `ImplausibleDates` expects of a project: others would be the first and last of nearly every dataset.
    private static let years = 1971 ... 2050

    /// Whether an amount is one that works may cost; nil where there is none.
    private func isRealistic(_ value: DataValue, _ least: Double, _ project: ProjectData) -> Bool? {
        guard let amount = project.member(plan.amount, of: value), !amount.isEmpty else { return nil }
        guard let number = amount.number64 else { return false }
        return RealisticAmount.isRealistic(number, project.member(plan.currency, of: value).flatMap(Currency.init), atLeast: least)
    }

    /// A member of the package.
    mutating func take(_ name: String, _ value: JSONValue) { links.take(name, value) }

    mutating func code(_ coder: inout PartCoder) {
        coder.count(&prefixed)
        sectors.code(&coder)
        budgets.code(&coder)
        contractValues.code(&coder)
        coder.count(&updatedWithinYear)
        coder.count(&updatedWithinPeriod)
        coder.optional(&newestUpdate, new: CivilDay(number: 0)) { $0.day(&$1) }
        coder.optional(&earliestStart, new: CivilDay(number: 0)) { $0.day(&$1) }
        coder.optional(&latestEnd, new: CivilDay(number: 0)) { $0.day(&$1) }
        for sample in samples.indices { samples[sample].code(&coder) }
        links.code(&coder)
    }

    mutating func merge(_ later: PublicationSurvey) {
        prefixed += later.prefixed
        sectors.merge(later.sectors)
        budgets.merge(later.budgets)
        contractValues.merge(later.contractValues)
        updatedWithinYear += later.updatedWithinYear
        updatedWithinPeriod += later.updatedWithinPeriod
        newestUpdate = [newestUpdate, later.newestUpdate].compactMap(\.self).max()
        earliestStart = [earliestStart, later.earliestStart].compactMap(\.self).min()
        latestEnd = [latestEnd, later.latestEnd].compactMap(\.self).max()
        for sample in samples.indices { samples[sample].merge(later.samples[sample]) }
        links.merge(later.links)
    }
}

/// Where the package says it comes from, and under which terms.
struct PackageLinks: Sendable {
    static let names = ["publisher", "uri", "publicationPolicy", "license"]

    private(set) var publisher: String?
    private(set) var publisherURI: String?
    private(set) var uri: String?
    private(set) var policy: String?
    private(set) var license: String?

    mutating func take(_ name: String, _ value: JSONValue) {
        switch name {
        case "publisher":
            publisher = PackageLinks.short(value["name"]) ?? publisher
            publisherURI = PackageLinks.short(value["uri"]) ?? publisherURI
        case "uri": uri = PackageLinks.short(value) ?? uri
        case "publicationPolicy": policy = PackageLinks.short(value) ?? policy
        case "license": license = PackageLinks.short(value) ?? license
        default: break
        }
    }

    private static func short(_ value: JSONValue?) -> String? {
        guard let text = value?.string, !text.isEmpty else { return nil }
        let scalars = text.unicodeScalars
        return scalars.count <= Excerpt.longest ? text : String(scalars.prefix(Excerpt.longest)) + "…"
    }

    mutating func code(_ coder: inout PartCoder) {
        coder.optional(&publisher)
        coder.optional(&publisherURI)
        coder.optional(&uri)
        coder.optional(&policy)
        coder.optional(&license)
    }

    mutating func merge(_ later: PackageLinks) {
        publisher = later.publisher ?? publisher
        publisherURI = later.publisherURI ?? publisherURI
        uri = later.uri ?? uri
        policy = later.policy ?? policy
        license = later.license ?? license
    }
}

/// Amounts that public works may cost.
enum RealisticAmount {
    /// In dollars and currencies of their magnitude: less buys no works; amounts given in millions, 1.25 for 1,250,000, are found by it.
    static let leastBudget = 1_000.0
    /// A study or a small purchase may cost little.
    static let leastContract = 100.0

    static func isRealistic(_ number: Double, _ currency: Currency?, atLeast least: Double) -> Bool {
        let scale = (0 ..< (currency?.magnitude ?? 0)).reduce(1.0) { scale, _ in scale * 10 }
        return number >= least * scale && !ImplausibleAmounts.isTooLarge(number, currency)
    }
}
