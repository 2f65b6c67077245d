import JSONSchema

/// The parties of a project, the roles they have and the places that name them by id.
final class PartyReferences: Sendable {
    /// A party: entries of the list with the same id are one.
    struct Party: BitwiseCopyable {
        /// Number of its first entry among the values of the piece, and of that entry's id.
        var entry: Int
        var id: Int
        /// Number of its roles; -1 without any.
        var list: Int
        /// The roles that it has.
        var roles: ReferencedRoles
        /// The roles that those will do for.
        var served: ReferencedRoles
        /// Where it is named.
        var named: ReferencedRoles
    }

    /// References to organizations, and their ids.
    let references: ValueGroup
    let ids: ValueGroup
    let parties: ValueGroup
    let id: MemberName
    let name: MemberName
    let roles: MemberName
    /// By number of the node: the role of references whose id stands there.
    private let rolesOfIDs: [ReferencedRoles]
    /// By number of the node: ids of references that `MissingOrgRefs` is about, not `MissingOtherOrgRefs`.
    private let areMain: [Bool]
    /// Stands for ids that are no text or say nothing: they name no party, and a reference with the same one is not unknown either.
    private static let noParty = Int.max
    private let codes: [(fingerprint: UInt64, role: ReferencedRoles, serves: ReferencedRoles)]
    /// Roles that some field of the schema stands for.
    let known: ReferencedRoles

    init(_ fields: inout SurveyFields) {
        var holders: [[String]: ReferencedRoles] = [:]
        references = fields.objects("OrganizationReference")
        for node in fields.described(by: "OrganizationReference") {
            guard let name = node.field.last else { continue }
            holders[node.field] = ReferencedRole(field: name).map { ReferencedRoles($0) } ?? []
        }
        var found: [Int32: ReferencedRoles] = [:]
        ids = fields.values("ids of references to organizations", named: "id") { node in
            guard let role = holders[Array(node.field.dropLast())] else { return false }
            found[node.number] = role
            return true
        }
        areMain = (0 ..< (found.keys.max() ?? -1) + 1).map { number in
            found[number] != nil && MissingOrgRefs.holders.contains(Array(fields.nodes[Int(number)].field.dropFirst().dropLast()).joined(separator: "/"))
        }
        rolesOfIDs = (0 ..< (found.keys.max() ?? -1) + 1).map { found[$0] ?? [] }
        known = ReferencedRoles(Array(holders.values))
        parties = fields.items("parties")
        id = fields.name("id")
        name = fields.name("name")
        roles = fields.name("roles")
        let places = ReferencedRole.allCases
        codes = Set(places.flatMap(\.codes)).sorted().map { code in
            let own = places.filter { $0.code == code || code == "sourceParty" && $0 == .funder }
            return (Digest(of: code).low, own.isEmpty ? .other : ReferencedRoles(own.map { ReferencedRoles($0) }),
                    ReferencedRoles(places.filter { $0.codes.contains(code) }.map { ReferencedRoles($0) }))
        }
    }

    /// Calls `body` with the parties of a project that have an id, unless there are none. Notes references to none of them.
    @inline(__always)
    func withParties(of project: ProjectData, _ findings: inout Findings, _ body: (UnsafeMutableBufferPointer<Party>, inout Findings) -> Void) {
        var count = 0
        project.forEach(parties) { _ in count += 1 }
        guard count > 0 else { return project.forEach(ids) { noteUnknown($0, &findings) } }
        withUnsafeTemporaryAllocation(of: Party.self, capacity: count) { memory in
            FingerprintTable.with(room: count) { table in
                let parties = enter(project, memory, table)
                project.forEach(ids) { reference in
                    guard let number = table.number(of: reference.fingerprint) else { return noteUnknown(reference, &findings) }
                    if number < parties.count { parties[number].named.formUnion(rolesOfIDs[Int(reference.node)].union(.any)) }
                }
                body(parties, &findings)
            }
        }
    }

    @inline(never)
    private func noteUnknown(_ reference: DataValue, _ findings: inout Findings) {
        // An object or a list with something in it is no id. One that is empty, or null, names no one.
        guard reference.extent == 0 else { return }
        findings.note(areMain[Int(reference.node)] ? .missingOrgRefs : .missingOtherOrgRefs, at: reference)
    }

    private func enter(_ project: ProjectData, _ memory: UnsafeMutableBufferPointer<Party>, _ table: FingerprintTable) -> UnsafeMutableBufferPointer<Party> {
        var count = 0
        project.forEach(parties) { entry in
            guard let id = project.member(id, of: entry) else { return }
            let fingerprint = id.fingerprint
            guard id.isText, !id.isEmpty else {
                _ = table.enter(fingerprint, Self.noParty)
                return
            }
            let list = project.member(roles, of: entry)
            var party = Party(entry: entry.number, id: id.number, list: -1, roles: [], served: [], named: [])
            if let list { take(list, &party, project) }
            if let first = table.enter(fingerprint, count) {
                memory[first].roles.formUnion(party.roles)
                memory[first].served.formUnion(party.served)
            } else {
                memory[count] = party
                count += 1
            }
        }
        return UnsafeMutableBufferPointer(rebasing: memory[..<count])
    }

    private func take(_ list: DataValue, _ party: inout Party, _ project: ProjectData) {
        switch list.kind {
        case .array:
            party.list = list.number
            project.forEachItem(of: list) { item in
                let (role, serves) = meaning(of: item)
                party.roles.formUnion(role)
                party.served.formUnion(serves)
            }
        case .null: break
        default:
            // A schema error, and no one knows which roles were meant.
            party.roles = .other
            party.served = .all
        }
    }

    /// What a code says, and which roles it will do for.
    func meaning(of code: DataValue) -> (role: ReferencedRoles, serves: ReferencedRoles) {
        guard let fingerprint = code.textFingerprint else { return ([], []) }
        for known in codes where known.fingerprint == fingerprint { return (known.role, known.serves) }
        return (code.isEmpty ? [] : .other, [])
    }

    /// The first place that names each party in each role: for projects in which something is wrong with that.
    func firstReferences(in project: ProjectData) -> FirstReferences {
        var first = FirstReferences()
        first.reserve()
        project.forEach(ids) { reference in
            for role in ReferencedRole.allCases where rolesOfIDs[Int(reference.node)].contains(ReferencedRoles(role)) {
                first.add(reference, as: role)
            }
        }
        return first
    }

    struct FirstReferences {
        private struct Key: Hashable {
            var id: UInt64
            var role: ReferencedRole
        }

        /// The first few, which is mostly all, one by one; hashing them would take longer than looking through them.
        private var few: [(key: Key, reference: DataValue)] = []
        private var others: [Key: DataValue] = [:]

        private static let mostLookedThrough = 16

        fileprivate mutating func reserve() { few.reserveCapacity(FirstReferences.mostLookedThrough) }

        fileprivate mutating func add(_ reference: DataValue, as role: ReferencedRole) {
            let key = Key(id: reference.fingerprint, role: role)
            guard place(key) == nil else { return }
            if few.count < FirstReferences.mostLookedThrough {
                few.append((key, reference))
            } else {
                others[key] = reference
            }
        }

        /// - Parameter id: a party's.
        func place(naming id: DataValue, as role: ReferencedRole) -> DataValue? { place(Key(id: id.fingerprint, role: role)) }

        private func place(_ key: Key) -> DataValue? {
            for known in few where known.key == key { return known.reference }
            return others.isEmpty ? nil : others[key]
        }
    }
}
