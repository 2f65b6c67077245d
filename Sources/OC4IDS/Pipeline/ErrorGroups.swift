import JSONSchema

/// Puts the violations that the walk counted by site into groups as people see them: keyword, field, property, and what the schema asks for. An array and
/// its items are one field, of which it asks different things; so may schemas that stand beside each other.
enum ErrorGroups {
    private struct Key: Hashable {
        var keyword: Keyword
        var field: [String]
        var property: String?
        /// Of the keyword in the schema.
        var location: SchemaLocation
    }

    static func make(_ walked: WalkResult<Surveyor>, _ fields: KnownFields, kind: InputKind, examples: Int) -> [ErrorGroup] {
        guard walked.counts.contains(where: { $0 > 0 }) else { return [] }
        let sites = fields.sites
        // Several sites can share a group: a definition may be compiled more than once for one field.
        var places: [Key: [Place]] = [:]
        for place in walked.places {
            guard let site = place.site else { continue }
            places[key(sites[site]), default: []].append(place)
        }
        var counts: [Key: Int] = [:]
        for (site, count) in walked.counts.enumerated() where count > 0 {
            counts[key(sites[site]), default: 0] += count
        }
        let codelists = codelists(sites)
        let most = examples == 0 ? Int.max : examples
        var groups: [(first: Int, group: ErrorGroup)] = []
        for (key, found) in places {
            let ordered = found.sorted { ($0.offset, $0.site ?? 0) < ($1.offset, $1.site ?? 0) }
            guard let first = ordered.first, let site = first.site else { continue }
            let description = sites[site]
            groups.append((first.offset, ErrorGroup(
                keyword: key.keyword, field: key.field, property: key.property, expectation: description.expectation,
                codelist: codelists[key.field], schemaPath: description.location.description, count: counts[key] ?? found.count,
                places: ordered.prefix(most).map { shown($0, kind, isPair: key.keyword == .uniqueItems) }
            )))
        }
        return groups.sorted { $0.first != $1.first ? $0.first < $1.first : order($0.group) < order($1.group) }.map(\.group)
    }

    private static func key(_ site: SiteDescription) -> Key {
        Key(keyword: site.keyword, field: site.field, property: site.property, location: site.location)
    }

    /// A fixed order for groups that begin at the same place.
    private static func order(_ group: ErrorGroup) -> String {
        "\(group.field.joined(separator: "/")) \(group.keyword.rawValue) \(group.property ?? "") \(group.schemaPath)"
    }

    /// Code lists by field. The keyword stands at the array where the codes are its items.
    private static func codelists(_ sites: [SiteDescription]) -> [[String]: String] {
        var lists: [[String]: String] = [:]
        for site in sites {
            if let file = site.annotations["codelist"]?.string { lists[site.field] = Codelist.name(ofFile: file) }
        }
        return lists
    }

    /// - Parameter isPair: the place's details are the positions of two equal items.
    static func shown(_ place: Place, _ kind: InputKind, isPair: Bool = false) -> FoundPlace {
        FoundPlace(pointer: place.pointer(inNDJSON: kind == .ndjson), offset: place.offset, position: place.position, value: place.excerpt,
                   type: place.found, other: place.twin.map { FoundPlace.Other(position: $0) }, twins: isPair ? [place.other, place.detail] : [], property: place.property)
    }
}

/// Places that were asked for by a tag.
enum FoundPlaces {
    static func byTag(_ walked: WalkResult<Surveyor>, _ kind: InputKind) -> [Digest: [FoundPlace]] {
        let places = walked.places
        var found: [Digest: [FoundPlace]] = [:]
        for number in places.indices.sorted(by: { places[$0].offset < places[$1].offset }) {
            if let tag = places[number].tag { found[tag, default: []].append(ErrorGroups.shown(places[number], kind)) }
        }
        return found
    }
}
