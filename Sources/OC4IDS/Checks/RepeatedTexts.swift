import JSONSchema

/// A title or description that is the same in every project: known only when the whole input has been read. Of each field the first text's
/// digest is kept and how many projects had one, so what is kept does not grow.
struct RepeatedTexts: Sendable {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Texts that are the same in every project", es: "Textos iguales en todos los proyectos"),
        rationale: Bilingual(
            en: "When all works have the same title or description, it is mostly the system's default, and no one can tell them apart. Looked at where at least 3 projects have the text; the place shown is the first project's.",
            es: "Cuando todas las obras tienen el mismo nombre o la misma descripción, casi siempre es un valor por defecto del sistema y no se distingue una de otra. Se revisa cuando al menos 3 proyectos tienen el texto; se muestra el lugar del primer proyecto."),
        message: Bilingual(en: "Text that is the same in every project", es: "Texto que es igual en todos los proyectos"),
        hint: Bilingual(en: "Give each project its own text: what is built, and where.", es: "Escriba en cada proyecto su propio texto: qué se construye y dónde."),
        badExample: #"[{"id": "oc4ids-bu3kcz-1", "title": "Proyecto"}, {"id": "oc4ids-bu3kcz-2", "title": "Proyecto"}, {"id": "oc4ids-bu3kcz-3", "title": "Proyecto"}]"#)

    /// Two projects may share a title by chance; with three that all do the rule shows.
    private static let fewestProjects = 3
    /// What must tell projects apart. A purpose may well be that of a whole programme.
    private static let fields = ["title", "description"]

    private struct Seen {
        var first: Digest
        var count = 1
        var areEqual = true
    }

    private let groups: [ValueGroup]
    private var seen: [Seen?]
    /// An earlier part has different texts already: nothing more needs to be known.
    private var areSettled: [Bool]

    static func groups(_ fields: inout SurveyFields) -> [ValueGroup] { Self.fields.map { fields.field($0) } }

    init(_ groups: [ValueGroup]) {
        self.groups = groups
        seen = Array(repeating: nil, count: groups.count)
        areSettled = Array(repeating: false, count: groups.count)
    }

    mutating func look(_ project: ProjectData, _ wanted: inout PlaceRequests) {
        for field in groups.indices where !areSettled[field] {
            guard let value = project.first(groups[field]), !value.isEmpty, let digest = value.textDigest else { continue }
            guard let met = seen[field] else {
                seen[field] = Seen(first: digest)
                wanted.ask(RepeatedTexts.tag(field), offset: value.offset)
                continue
            }
            seen[field]?.count += 1
            guard met.first != digest else { continue }
            seen[field]?.areEqual = false
            areSettled[field] = true
        }
    }

    mutating func merge(_ later: RepeatedTexts) {
        for field in groups.indices {
            areSettled[field] = areSettled[field] || later.areSettled[field]
            guard let other = later.seen[field] else { continue }
            guard let own = seen[field] else {
                seen[field] = other
                continue
            }
            seen[field]?.count += other.count
            if own.first != other.first || !other.areEqual {
                seen[field]?.areEqual = false
                areSettled[field] = true
            }
        }
    }

    mutating func code(_ coder: inout PartCoder) {
        for field in groups.indices {
            coder.flag(&areSettled[field])
            coder.optional(&seen[field], new: Seen(first: Digest(low: 0, high: 0))) { coder, seen in
                coder.digest(&seen.first)
                coder.count(&seen.count)
                coder.flag(&seen.areEqual)
            }
        }
    }

    func fresh() -> RepeatedTexts {
        var fresh = RepeatedTexts(groups)
        fresh.areSettled = areSettled
        return fresh
    }

    /// One finding a field: at the first project that has it.
    func result(_ places: [Digest: [FoundPlace]]) -> CheckResult? {
        let repeated = groups.indices.filter { field in
            !areSettled[field] && seen[field].map { $0.areEqual && $0.count >= RepeatedTexts.fewestProjects } ?? false
        }
        guard !repeated.isEmpty else { return nil }
        let found = repeated.compactMap { places[RepeatedTexts.tag($0)]?.first }.sorted { $0.offset < $1.offset }
        return CheckResult(check: .repeatedTexts, count: repeated.count, places: found)
    }

    /// What places are asked for by.
    private static func tag(_ field: Int) -> Digest { Digest(low: UInt64(field), high: 3) }
}
