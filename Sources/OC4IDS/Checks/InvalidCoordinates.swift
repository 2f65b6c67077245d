import JSONSchema

/// Coordinates that cannot be those of a work. It finds what `SwappedCoordinates` and `CoordinatesOutsideCountry` say too: of one geometry
/// the first position that is wrong, and of one position one thing.
struct InvalidCoordinates: Rule {
    static let check = Check.invalidCoordinates
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Impossible coordinates", es: "Coordenadas imposibles"),
        rationale: Bilingual(
            en: "A map cannot show the work. Longitude comes first and goes from -180 to 180, then latitude, from -90 to 90; 0, 0 lies in the sea off Africa and mostly means that nothing was measured. Each geometry is named once.",
            es: "El mapa no puede mostrar la obra. Primero va la longitud, de -180 a 180, y después la latitud, de -90 a 90; 0, 0 queda en el mar frente a África y casi siempre quiere decir que no se midió. Cada geometría se señala una vez."),
        message: Bilingual(en: "Coordinates that are on no map, or 0, 0", es: "Coordenadas fuera del mapa, o 0, 0"),
        hint: Bilingual(en: "Give longitude and latitude in decimal degrees, in this order: Guatemala City is [-90.51, 14.63]. Convert metres (UTM, GTM) into degrees first.",
                        es: "Escriba longitud y latitud en grados decimales, en ese orden: la Ciudad de Guatemala es [-90.51, 14.63]. Si están en metros (UTM, GTM), conviértalas antes a grados."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": [0, 0]}}]}"#)

    private let geometries: Geometries

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        geometries = Geometries(&fields)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        // Found out once, for the first location that does not name its country itself.
        var others: Country??
        var parents = OutlineParents()
        geometries.forEach(in: project) { geometry, coordinates in
            let own = geometries.ownCountry(of: geometry, in: project, &parents)
            if own == nil, others == nil { others = .some(geometries.country(of: project)) }
            let country = own ?? others ?? nil
            coordinates.forEachPosition { array, position in
                guard let check = Self.fault(of: position, in: country) else { return false }
                findings.note(check, at: array)
                return true
            }
        }
    }

    /// What is wrong with a position of a work in a country, where that is known.
    static func fault(of position: GeoPosition, in country: Country?) -> Check? {
        if position.isOrigin { return .invalidCoordinates }
        guard let country else { return position.isOnEarth ? nil : .invalidCoordinates }
        if country.holds(position) { return nil }
        if country.holds(position.swapped) { return .swappedCoordinates }
        return position.isOnEarth ? .coordinatesOutsideCountry : .invalidCoordinates
    }
}

/// Latitude before longitude. Found by `InvalidCoordinates`.
enum SwappedCoordinates {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Latitude and longitude exchanged", es: "Latitud y longitud invertidas"),
        rationale: Bilingual(
            en: "As written the work lies in another country or at the pole; with both numbers exchanged it lies in its own. The country is what the location's address says, else what the project's other locations or its public authority say. A country is taken as a box with half a degree (some 55 km) around it.",
            es: "Tal como están escritas, la obra queda en otro país o en el polo; si se intercambian los dos números, queda en el suyo. El país es el de la dirección de la ubicación o, si falta, el de las demás ubicaciones o el de la entidad pública. Cada país se toma como un recuadro con medio grado (unos 55 km) de margen."),
        message: Bilingual(en: "Latitude written before longitude", es: "La latitud está escrita antes que la longitud"),
        hint: Bilingual(en: "Write the longitude first: in Guatemala it is negative, as in [-90.51, 14.63].",
                        es: "Escriba primero la longitud, que en Guatemala es negativa, por ejemplo [-90.51, 14.63]."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": [14.63, -90.51]}, "address": {"countryName": "Guatemala"}}]}"#)
}

/// Coordinates in another country than the address says. Found by `InvalidCoordinates`.
enum CoordinatesOutsideCountry {
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Coordinates in another country", es: "Coordenadas en otro país"),
        rationale: Bilingual(
            en: "Mostly a sign is missing or a digit is wrong, and the map shows the work far from where it is. A country is taken as a box with half a degree (some 55 km) around it, so works near a border are never named.",
            es: "Casi siempre falta un signo o sobra una cifra, y el mapa muestra la obra lejos de donde está. Cada país se toma como un recuadro con medio grado (unos 55 km) de margen: las obras cercanas a la frontera nunca se señalan."),
        message: Bilingual(en: "Coordinates outside the country of the address", es: "Coordenadas fuera del país de la dirección"),
        hint: Bilingual(en: "Compare with a map: west of Greenwich longitude is negative, south of the equator latitude is. Or correct the country.",
                        es: "Compárelas con un mapa: al oeste de Greenwich la longitud es negativa, y al sur del ecuador lo es la latitud. O corrija el país."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": [90.51, 14.63]}, "address": {"countryName": "Guatemala"}}]}"#)
}
