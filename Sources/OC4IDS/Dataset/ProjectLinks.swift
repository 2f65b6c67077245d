import JSONSchema

/// Gathers, project by project, what `duplicate-project-ids` and `related-projects-missing` need: ids, the prefixes they begin with, and which
/// projects are named as related. What it means is known only when the input ends.
struct ProjectLinks: Sendable {
    /// A project that another one names as related.
    struct Related: Sendable {
        /// Of the id.
        var id: Digest
        var prefix: ProjectPrefix
    }

    /// What is looked for.
    struct Plan: Sendable {
        fileprivate let id: ValueGroup
        fileprivate let related: ValueGroup
        fileprivate let identifier: MemberName
        fileprivate let scheme: MemberName

        init(_ fields: inout SurveyFields) {
            id = fields.field("id")
            related = fields.items("relatedProjects")
            identifier = fields.name("identifier")
            scheme = fields.name("scheme")
        }
    }

    private let plan: Plan
    private(set) var ids = ProjectIDs()
    /// Those of projects that are left out: they are in the dataset, whoever names them as related.
    private(set) var leftOut = ProjectIDs()
    /// A publisher has one or a few; garbage may have any number.
    private(set) var prefixes = DistinctValues<ProjectPrefix>(examples: 0, most: ProjectLinks.mostPrefixes)
    private(set) var related = DistinctValues<Related>(examples: 1)
    private var lastPrefix: ProjectPrefix?

    private static let mostPrefixes = 1000
    private static let oc4ids = Array("oc4ids".utf8)

    init(_ plan: Plan) {
        self.plan = plan
    }

    /// - Parameter item: the project's position in its list; nil where it is a top-level value.
    mutating func look(_ project: ProjectData, item: Int?, isInPackage: Bool, _ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        project.forEach(plan.related) { look(related: $0, project, &wanted) }
        guard let id = project.first(plan.id), !project.index.isBlank(id.number), let digest = id.textDigest else { return }
        ids.append(ProjectIDs.Entry(digest: digest, place: ProjectPlace(value: piece.ordinal, item: item, isInPackage: isInPackage, position: piece.position(of: id.offset))))
        guard let prefix = ProjectPrefix(id), prefix != lastPrefix else { return }
        lastPrefix = prefix
        _ = prefixes.count(prefix.digest, prefix)
    }

    /// - Parameter id: as it stands in the project; nil where none does.
    mutating func lookAtLeftOut(id: DataValue?, _ piece: borrowing Piece) {
        guard let digest = id?.textDigest else { return }
        // No finding stands there: only the value that it lies in is asked for.
        leftOut.append(ProjectIDs.Entry(digest: digest, place: ProjectPlace(value: piece.ordinal, item: nil, isInPackage: false, position: Position(line: 1, column: 1))))
    }

    private mutating func look(related entry: DataValue, _ project: ProjectData, _ wanted: inout PlaceRequests) {
        guard let identifier = project.member(plan.identifier, of: entry), let id = identifier.textDigest, let prefix = ProjectPrefix(identifier) else { return }
        // In another scheme the same text may be another project.
        if let scheme = project.member(plan.scheme, of: entry)?.rawText, !scheme.isEmpty, !scheme.elementsEqual(Self.oc4ids) { return }
        let tag = ProjectLinks.tag(id)
        if related.count(tag, Related(id: id, prefix: prefix)) { wanted.ask(tag, offset: identifier.offset, isOnlyFirst: true) }
    }

    mutating func forget(value: Int) {
        ids.forget(value: value)
        leftOut.forget(value: value)
    }

    mutating func merge(_ later: ProjectLinks, from start: PartStart) {
        ids.append(later.ids, from: start)
        leftOut.append(later.leftOut, from: start)
        prefixes.merge(later.prefixes)
        related.merge(later.related)
    }

    mutating func code(_ coder: inout PartCoder) {
        ids.code(&coder)
        leftOut.code(&coder)
        prefixes.code(&coder, new: .none) { $1.code(&$0) }
        related.code(&coder, new: Related(id: Digest(low: 0, high: 0), prefix: .none)) { coder, related in
            coder.digest(&related.id)
            related.prefix.code(&coder)
        }
    }

    func fresh() -> ProjectLinks {
        var fresh = ProjectLinks(plan)
        fresh.prefixes = prefixes.fresh()
        fresh.related = related.fresh()
        return fresh
    }

    /// The input is at its end.
    ///
    /// - Parameter places: the first of each related project.
    func part(_ places: [Digest: [FoundPlace]]) -> DatasetPart {
        var (prefixes, related) = (prefixes, related)
        prefixes.finish()
        related.finish()
        let own = Set(prefixes.entries.values.map(\.value))
        let named = related.entries.filter { own.contains($0.value.value.prefix) }.map { tag, entry in
            DatasetPart.Named(id: entry.value.id, place: places[tag]?.first)
        }
        return DatasetPart(ids: ids, leftOut: leftOut, named: named, isSample: related.isSample || prefixes.isSample)
    }

    /// What the place is asked for by.
    private static func tag(_ id: Digest) -> Digest { id.joined(Digest(low: 0, high: 4)) }
}
