/// A role (code list `partyRole`) that a place of the project stands for: whoever is referenced there has it.
enum ReferencedRole: Int, CaseIterable, Sendable {
    case publicAuthority, procuringEntity, administrativeEntity, supplier, tenderer, funder, payer, payee

    /// The codes that will do for whoever is named there. The schema's text about `sourceParty` asks for a role of that name, which the code
    /// list calls `funder`. Who pays as the authority, buyer or funder and who is paid as the supplier needs no other role: the standard's
    /// own example gives none.
    var codes: [String] {
        switch self {
        case .funder: ["funder", "sourceParty"]
        case .payer: ["payer", "buyer", "funder", "publicAuthority", "procuringEntity", "administrativeEntity"]
        case .payee: ["payee", "supplier"]
        default: [code]
        }
    }

    /// Its code in the list.
    var code: String {
        switch self {
        case .publicAuthority: "publicAuthority"
        case .procuringEntity: "procuringEntity"
        case .administrativeEntity: "administrativeEntity"
        case .supplier: "supplier"
        case .tenderer: "tenderer"
        case .funder: "funder"
        case .payer: "payer"
        case .payee: "payee"
        }
    }

    /// The role that a reference stands for, by the name of its field; nil for those that stand for none.
    init?(field: String) {
        switch field {
        case "publicAuthority": self = .publicAuthority
        case "procuringEntity": self = .procuringEntity
        case "administrativeEntity": self = .administrativeEntity
        case "suppliers": self = .supplier
        case "tenderers": self = .tenderer
        case "sourceParty", "financingParty": self = .funder
        case "payer": self = .payer
        case "payee": self = .payee
        default: return nil
        }
    }

    /// Only one organization fits in its place: where several have the role, the standard's mapping leaves the place empty.
    var isSingle: Bool {
        switch self {
        case .publicAuthority, .procuringEntity, .administrativeEntity: true
        default: false
        }
    }
}

/// A set of such roles.
struct ReferencedRoles: OptionSet, BitwiseCopyable, Sendable {
    var rawValue: UInt16

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    init(_ role: ReferencedRole) {
        rawValue = 1 << UInt16(role.rawValue)
    }

    /// Beside the roles: some place or other names the organization.
    static let any = ReferencedRoles(rawValue: 1 << 15)
    /// Beside the roles: the organization has one that no place stands for.
    static let other = ReferencedRoles(rawValue: 1 << 14)

    static var all: ReferencedRoles { ReferencedRoles(rawValue: 1 << UInt16(ReferencedRole.payee.rawValue + 1) - 1) }
}
