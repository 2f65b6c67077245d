import JSONSchema

/// A position as GeoJSON writes it (RFC 7946, section 3.1.1): longitude, latitude, in degrees of WGS 84; a height may follow.
struct GeoPosition: Sendable, Equatable {
    var longitude: Double
    var latitude: Double

    /// With both numbers exchanged.
    var swapped: GeoPosition { GeoPosition(longitude: latitude, latitude: longitude) }

    var isOnEarth: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }

    /// Where no longitude and latitude were known: in the sea off Ghana.
    var isOrigin: Bool { longitude == 0 && latitude == 0 }
}

extension DataValue {
    /// The position that an array writes; nil for what is none.
    var position: GeoPosition? {
        guard isList else { return nil }
        let end = number + 1 + extent
        let second = number + 2
        guard second < end, let longitude = DataValue(outline: outline, number: number + 1).degrees,
              let latitude = DataValue(outline: outline, number: second).degrees else { return nil }
        return GeoPosition(longitude: longitude, latitude: latitude)
    }

    /// A number, read without making a string of it: exact enough for degrees. Nil for what is no number.
    private var degrees: Double? {
        guard isNumber else { return nil }
        let text = bytes
        let isNegative = text[0] == 0x2D
        var digits: UInt64 = 0
        var scale: UInt64 = 1
        var isFraction = false
        for position in (isNegative ? 1 : 0) ..< text.count {
            let byte = text[position]
            if byte == 0x2E {
                isFraction = true
            } else if TextBytes.isDigit(byte) {
                if digits < 100_000_000_000_000_000 {
                    digits = digits * 10 + UInt64(byte & 0x0F)
                    if isFraction { scale *= 10 }
                } else if !isFraction {
                    return number64
                }
            } else {
                return number64
            }
        }
        let size = Double(digits) / Double(scale)
        return isNegative ? -size : size
    }
}

/// The geometries of a project's locations, and the country each should lie in.
struct Geometries: Sendable {
    private let geometries: ValueGroup
    private let parties: ValueGroup
    private let locationCountries: ValueGroup
    private let authority: ValueGroup
    let type: MemberName
    let coordinates: MemberName
    private let address: MemberName
    private let countryName: MemberName
    private let roles: MemberName
    private let id: MemberName

    init(_ fields: inout SurveyFields) {
        geometries = fields.values("geometries") { $0.member("type") != nil && $0.member("coordinates") != nil }
        parties = fields.items("parties")
        let locations = Set(fields.described(by: "Location").map(\.field))
        locationCountries = fields.values("countries of locations", named: "countryName") { country in
            locations.contains(country.field.dropLast(2)) && country.field.suffix(2) == ["address", "countryName"]
        }
        authority = fields.field("publicAuthority/id")
        type = fields.name("type")
        coordinates = fields.name("coordinates")
        address = fields.name("address")
        countryName = fields.name("countryName")
        roles = fields.name("roles")
        id = fields.name("id")
    }

    /// Calls `body` with each geometry and its list of coordinates.
    func forEach(in project: ProjectData, _ body: (_ geometry: DataValue, _ coordinates: DataValue) -> Void) {
        project.forEach(geometries) { geometry in
            if let coordinates = project.member(coordinates, of: geometry), coordinates.isList { body(geometry, coordinates) }
        }
    }

    /// What the location of a geometry says of its country: nil where it says nothing, `.some(nil)` where it says something that is not known.
    func ownCountry(of geometry: DataValue, in project: ProjectData, _ parents: inout OutlineParents) -> Country?? {
        guard let location = project.parent(of: geometry, &parents), let name = countryName(ofAddressIn: location, project) else { return nil }
        return .some(Countries.shared.country(named: name))
    }

    /// The country that all other locations name, or else all addresses of the public authority; nil where they differ or say nothing.
    func country(of project: ProjectData) -> Country? {
        var named: [Country?] = []
        project.forEach(locationCountries) { named.append(Countries.shared.country(named: $0)) }
        if named.isEmpty {
            let authority = project.first(authority)?.textDigest
            project.forEach(parties) { party in
                guard isAuthority(party, authority, project), let name = countryName(ofAddressIn: party, project) else { return }
                named.append(Countries.shared.country(named: name))
            }
        }
        guard let first = named.first, named.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func isAuthority(_ party: DataValue, _ authority: Digest?, _ project: ProjectData) -> Bool {
        if let authority, let id = project.member(id, of: party), id.textDigest == authority { return true }
        guard let roles = project.member(roles, of: party) else { return false }
        var found = false
        project.forEachItem(of: roles) { role in
            if let raw = role.rawText, TextBytes.equals(raw, "publicAuthority") { found = true }
        }
        return found
    }

    private func countryName(ofAddressIn holder: DataValue, _ project: ProjectData) -> DataValue? {
        guard let address = project.member(address, of: holder), let name = project.member(countryName, of: address), !name.isEmpty else { return nil }
        return name
    }
}

extension DataValue {
    /// Calls `body` with each position in a list of coordinates, whatever its depth, until it says that it has seen enough.
    func forEachPosition(_ body: (_ array: DataValue, _ position: GeoPosition) -> Bool) {
        var entry = number
        let end = number + 1 + extent
        while entry < end {
            let value = DataValue(outline: outline, number: entry)
            if let position = value.position {
                if body(value, position) { return }
                entry += 1 + value.extent
            } else {
                entry += 1
            }
        }
    }
}
