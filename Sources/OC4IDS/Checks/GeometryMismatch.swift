import JSONSchema

/// A geometry whose coordinates are not those of its type (RFC 7946, sections 3.1.1 to 3.1.7).
struct GeometryMismatch: Rule {
    static let check = Check.geometryMismatch
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Geometries that do not fit their type", es: "Geometrías que no corresponden a su tipo"),
        rationale: Bilingual(
            en: "Programs that draw maps refuse such a geometry, and the place of the work is lost. A point is one position, a line has at least two, the rings of a polygon at least four and end where they begin. Each geometry is named once.",
            es: "Los programas de mapas rechazan una geometría así y se pierde la ubicación de la obra. Un punto es una posición; una línea tiene al menos dos; los anillos de un polígono, al menos cuatro, y terminan donde empiezan. Cada geometría se señala una vez."),
        message: Bilingual(en: "Coordinates that do not fit the geometry's type", es: "Coordenadas que no corresponden al tipo de geometría"),
        hint: Bilingual(en: "A Point is [longitude, latitude]; a LineString is a list of these; a Polygon is a list of rings, each a list that repeats its first position at the end.",
                        es: "Un Point es [longitud, latitud]; un LineString es una lista de ellas; un Polygon es una lista de anillos, y cada anillo es una lista que repite al final su primera posición."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "locations": [{"id": "1", "geometry": {"type": "Point", "coordinates": [[-90.51, 14.63]]}}]}"#)

    private let geometries: Geometries

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        geometries = Geometries(&fields)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        geometries.forEach(in: project) { geometry, coordinates in
            guard let type = project.member(geometries.type, of: geometry)?.rawText, let shape = Shape(type),
                  let wrong = Self.mismatch(in: coordinates, shape, shape.depth, isOutermost: true) else { return }
            findings.note(Self.check, at: wrong)
        }
    }

    /// What a type of geometry asks of its coordinates.
    private struct Shape {
        /// Lists in one another; the innermost is a position.
        var depth: Int
        /// Positions that a list of them has at least.
        var fewest = 1
        /// Such a list ends where it begins.
        var isRing = false

        init?(_ type: UnsafeRawBufferPointer) {
            func named(_ name: StaticString) -> Bool { TextBytes.equals(type, name) }
            if named("Point") { self.init(depth: 1) }
            else if named("MultiPoint") { self.init(depth: 2) }
            else if named("LineString") { self.init(depth: 2, fewest: 2) }
            else if named("MultiLineString") { self.init(depth: 3, fewest: 2) }
            else if named("Polygon") { self.init(depth: 3, fewest: 4, isRing: true) }
            else if named("MultiPolygon") { self.init(depth: 4, fewest: 4, isRing: true) }
            else { return nil }
        }

        private init(depth: Int, fewest: Int = 1, isRing: Bool = false) {
            self.depth = depth
            self.fewest = fewest
            self.isRing = isRing
        }
    }

    /// The first list that is not as it should be; nil where all is well, and where the schema says already what is wrong.
    private static func mismatch(in list: DataValue, _ shape: Shape, _ depth: Int, isOutermost: Bool) -> DataValue? {
        // Empty lists are values that are missing.
        if list.isEmpty { return nil }
        let (first, end) = (list.number + 1, list.number + 1 + list.extent)
        var count = 0
        var last = list
        var child = first
        while child < end {
            let item = DataValue(outline: list.outline, number: child)
            child += 1 + item.extent
            count += 1
            last = item
            switch item.kind {
            case .number where depth == 1: continue
            case .array where depth > 1:
                if let wrong = mismatch(in: item, shape, depth - 1, isOutermost: false) { return wrong }
            case .number, .array: return list
            // The schema knows what kinds of items the outermost list may have.
            case .null, .boolean, .string, .object: return isOutermost ? nil : list
            }
        }
        if depth == 1 { return count < 2 ? list : nil }
        guard depth == 2 else { return nil }
        if count < shape.fewest { return list }
        return shape.isRing && !isSame(DataValue(outline: list.outline, number: first), last) ? list : nil
    }

    private static func isSame(_ a: DataValue, _ b: DataValue) -> Bool {
        a.bytes.elementsEqual(b.bytes) || a.position == b.position
    }
}
