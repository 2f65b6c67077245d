import JSONSchema

/// Two items of one list with the same id. Where an id is a code of a scheme (SimpleIdentifier, Identifier, Classification), the scheme counts
/// as part of it: one number may stand in two registers.
final class DuplicateIDs: Rule {
    static let check = Check.duplicateIDs
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Ids used twice in one list", es: "Identificadores repetidos en una lista"),
        rationale: Bilingual(
            en: "An id tells the items of a list apart. Where two share one, programs that combine or update data keep only one of them, and a reference to it may mean either. In lists of codes, such as classifications, only the same code of the same scheme counts as repeated.",
            es: "El identificador distingue los elementos de una lista. Si dos comparten el mismo, los programas que combinan o actualizan datos conservan solo uno, y una referencia puede señalar a cualquiera de los dos. En las listas de códigos, como las clasificaciones, solo se cuenta como repetido el mismo código del mismo esquema."),
        message: Bilingual(en: "Id that another item of the same list already has", es: "Identificador que ya tiene otro elemento de la misma lista"),
        hint: Bilingual(en: "Give each item an id of its own. If both say the same, delete one.",
                        es: "Escriba un identificador distinto para cada elemento. Si los dos dicen lo mismo, borre uno."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "milestones": [{"id": "1", "title": "Cimientos terminados"}, {"id": "1", "title": "Techo terminado"}]}"#)

    private let lists: ValueGroup
    private let id: MemberName
    private let scheme: MemberName
    /// By number of the list's node: its items' ids are codes of a scheme.
    private let hasCodes: [Bool]
    /// Nodes of ids that may be numbers: where the schema allows them, they are compared too.
    private let numbers: Set<Int32>

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        var codes: Set<Int32> = []
        var numbers: Set<Int32> = []
        lists = fields.values("lists of items with an id") { list in
            guard let item = list.items, let id = item.member("id") else { return false }
            // A related project has a scheme for its `identifier`, not for its `id`.
            if item.member("scheme") != nil, item.member("identifier") == nil { codes.insert(list.number) }
            if !Set(id.types).isDisjoint(with: ["integer", "number"]) { numbers.insert(id.number) }
            return true
        }
        hasCodes = (0 ..< (codes.max() ?? -1) + 1).map(codes.contains)
        self.numbers = numbers
        id = fields.name("id")
        scheme = fields.name("scheme")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(lists) { list in
            let extent = list.extent
            // Most lists have one item, or none.
            guard extent > 1, DataValue(outline: list.outline, number: list.number + 1).extent + 1 < extent, list.isList else { return }
            var count = 0
            project.forEachItem(of: list) { _ in count += 1 }
            FingerprintTable.with(room: count) { table in look(at: list, project, table, &findings) }
        }
        for key in project.index.additional(in: project.range) { look(atAdditional: Int(key) + 1, project, &findings) }
    }

    /// Lists in a field that the schema does not have.
    private func look(atAdditional field: Int, _ project: ProjectData, _ findings: inout Findings) {
        let end = field + 1 + DataValue(outline: project.outline, number: field).extent
        for number in field ..< end {
            let list = DataValue(outline: project.outline, number: number)
            // A key stands before its value, and is none.
            guard list.extent > 1, list.isList else { continue }
            FingerprintTable.with(room: list.extent) { table in
                project.forEachItem(of: list) { item in
                    let own = members(of: item)
                    guard let id = own.id, id.kind == .string || id.kind == .number, !id.isEmpty else { return }
                    if let first = table.enter(fingerprint(id, own.scheme), id.number) {
                        findings.note(Self.check, at: id, twin: DataValue(outline: id.outline, number: first))
                    }
                }
            }
        }
    }

    /// One code in two schemes is two codes.
    private func fingerprint(_ id: DataValue, _ scheme: DataValue?) -> UInt64 {
        guard let scheme, !scheme.isEmpty else { return id.fingerprint }
        return Digest(low: id.fingerprint, high: 0).joined(Digest(low: scheme.fingerprint, high: 0)).low
    }

    /// What an object of which the schema names nothing has under these names.
    private func members(of item: DataValue) -> (id: DataValue?, scheme: DataValue?) {
        var found: (id: DataValue?, scheme: DataValue?)
        guard item.isObject else { return found }
        var child = item.number + 1
        let end = child + item.extent
        while child < end {
            let key = item.outline[child]
            if key.isKey {
                if key.fingerprint == DuplicateIDs.idKey { found.id = DataValue(outline: item.outline, number: child + 1) }
                if key.fingerprint == DuplicateIDs.schemeKey { found.scheme = DataValue(outline: item.outline, number: child + 1) }
            }
            child += 1 + key.extent
        }
        return found
    }

    private static let idKey = Digest(of: "id").low
    private static let schemeKey = Digest(of: "scheme").low

    private func look(at list: DataValue, _ project: ProjectData, _ table: FingerprintTable, _ findings: inout Findings) {
        let node = Int(list.node)
        let hasCodes = node < self.hasCodes.count && self.hasCodes[node]
        project.forEachItem(of: list) { item in
            guard let id = project.member(id, of: item) else { return }
            let scheme = hasCodes ? project.member(scheme, of: item) : nil
            if let first = table.enter(fingerprint(id, scheme), id.number) { note(id, first, &findings) }
        }
    }

    @inline(never)
    private func note(_ id: DataValue, _ first: Int, _ findings: inout Findings) {
        guard !id.isEmpty, isComparable(id) else { return }
        findings.note(Self.check, at: id, twin: DataValue(outline: id.outline, number: first))
    }

    private func isComparable(_ id: DataValue) -> Bool {
        switch id.kind {
        case .string: true
        case .number: numbers.contains(id.node)
        default: false
        }
    }
}
