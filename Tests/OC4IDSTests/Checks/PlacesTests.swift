import JSONSchema
@testable import OC4IDS
import Testing

/// Coordinates and geometries: what is found where, and what is left alone.
@Suite struct PlacesTests {
    /// A project with one location; its geometry and address as given.
    private static func located(_ geometry: String, _ country: String? = nil) -> String {
        let address = country.map { #", "address": {"countryName": "\#($0)"}"# } ?? ""
        return #"{"id": "oc4ids-bu3kcz-1", "locations": [{"id": "1", "geometry": \#(geometry)\#(address)}]}"#
    }

    private static func point(_ longitude: String, _ latitude: String, _ country: String? = nil) -> String {
        located(#"{"type": "Point", "coordinates": [\#(longitude), \#(latitude)]}"#, country)
    }

    private static let position = "/locations/0/geometry/coordinates"

    /// Which of the three checks of coordinates found something.
    private func faults(_ project: String) throws -> [String] {
        let ours: [Check] = [.invalidCoordinates, .swappedCoordinates, .coordinatesOutsideCountry]
        return try review(project).checks.filter { ours.contains($0.check) }.map(\.check.rawValue)
    }

    // MARK: Coordinates

    @Test(arguments: [
        ("-90.51", "14.63", "Guatemala"), ("-90.51", "14.63", nil), ("-90.5133333333333333333333", "14.63", "Guatemala"), ("-9.051e1", "14.63", "Guatemala"),
        // Half a degree beyond the border.
        ("-92.6", "15.2", "Guatemala"), ("36.8", "-1.3", "Kenya"), ("-179.5", "-17.5", "Fiji"), ("-91.1", "-0.7", "Ecuador"),
        // No one knows where these are.
        ("14.63", "-80.51", "Atlántida"), ("14.63", "-80.51", "N/A"), ("14.63", "-80.51", "SD"), ("14.63", "-80.51", nil), ("2.35", "48.85", "Congo"),
        ("0", "51.5", "UK"), ("-0.0", "51.5", "UK"), ("-91", "14", "República de Guatemala"),
    ])
    func soundCoordinates(_ longitude: String, _ latitude: String, _ country: String?) throws {
        #expect(try faults(Self.point(longitude, latitude, country)) == [])
    }

    @Test(arguments: [("190", "14.63"), ("-90.51", "95"), ("0", "0"), ("0.0", "-0.0"), ("493210.5", "1620300"), ("-9.051e5", "14.63")])
    func coordinatesOnNoMap(_ longitude: String, _ latitude: String) throws {
        #expect(try faults(Self.point(longitude, latitude)) == ["invalid-coordinates"])
        #expect(try faults(Self.point(longitude, latitude, "Guatemala")) == ["invalid-coordinates"])
    }

    @Test(arguments: [("14.63", "-90.51", "Guatemala"), ("14.63", "-90.51", "GUATEMALA "), ("14.63", "-90.51", "GTM"), ("14.63", "-90.51", "Guatemala, C. A."), ("19.43", "-99.13", "México"), ("51.5", "-0.12", "UK")])
    func latitudeFirst(_ longitude: String, _ latitude: String, _ country: String) throws {
        #expect(try faults(Self.point(longitude, latitude, country)) == ["swapped-coordinates"])
    }

    @Test(arguments: [("90.51", "14.63", "Guatemala"), ("-90.51", "-14.63", "GT"), ("-99.13", "19.43", "Guatemala"), ("2.35", "48.85", "Costa Rica")])
    func anotherCountry(_ longitude: String, _ latitude: String, _ country: String) throws {
        #expect(try faults(Self.point(longitude, latitude, country)) == ["coordinates-outside-country"])
    }

    @Test func anImpossiblePositionThatIsRightWhenExchangedIsSwappedOnly() throws {
        // -90.51 is no latitude.
        let found = try review(Self.point("14.63", "-90.51", "Guatemala")).checks
        #expect(found.map(\.check) == [.invalidProjectIDs, .swappedCoordinates].filter { check in found.contains { $0.check == check } })
        #expect(found.first { $0.check == .swappedCoordinates }?.places.map(\.pointer.description) == [Self.position])
    }

    @Test func aGeometryIsNamedOnceAtItsFirstWrongPosition() throws {
        let line = Self.located(#"{"type": "LineString", "coordinates": [[-90.5, 14.6], [14.6, -90.5], [14.7, -90.5]]}"#, "Guatemala")
        let result = try #require(try review(line).checks.first { $0.check == .swappedCoordinates })
        #expect(result.count == 1)
        #expect(result.places.map(\.pointer.description) == ["\(Self.position)/1"])
    }

    @Test func theCountryOfOtherLocationsHolds() throws {
        let project = #"{"id": "1", "locations": [{"id": "1", "address": {"countryName": "Guatemala"}}, {"id": "2", "geometry": {"type": "Point", "coordinates": [14.6, -90.5]}}]}"#
        #expect(try faults(project) == ["swapped-coordinates"])
    }

    @Test func otherLocationsInTwoCountriesSayNothing() throws {
        let project = #"{"id": "1", "locations": [{"id": "1", "address": {"countryName": "Guatemala"}}, {"id": "2", "address": {"countryName": "México"}}, {"id": "3", "geometry": {"type": "Point", "coordinates": [2.3, 48.8]}}]}"#
        #expect(try faults(project) == [])
    }

    @Test func theCountryOfThePublicAuthorityHolds() throws {
        let project = #"{"id": "1", "publicAuthority": {"id": "A"}, "parties": [{"id": "A", "address": {"countryName": "Guatemala"}}], "locations": [{"id": "2", "geometry": {"type": "Point", "coordinates": [90.5, 14.6]}}]}"#
        #expect(try faults(project) == ["coordinates-outside-country"])
    }

    @Test func theCountryOfASupplierSaysNothing() throws {
        let project = #"{"id": "1", "parties": [{"id": "A", "roles": ["supplier"], "address": {"countryName": "España"}}], "locations": [{"id": "2", "geometry": {"type": "Point", "coordinates": [-90.5, 14.6]}}]}"#
        #expect(try faults(project) == [])
    }

    // MARK: Countries

    @Test func boxesAreRightWayRound() {
        let all = Countries.shared.all
        #expect(all.count >= 180)
        for country in all {
            #expect(!country.boxes.isEmpty, "\(country.code)")
            for box in country.boxes {
                #expect(box.west < box.east && box.south < box.north, "\(country.code)")
                #expect(box.west >= -180 && box.east <= 180 && box.south >= -90 && box.north <= 90, "\(country.code)")
            }
        }
    }

    @Test(arguments: [
        ("Guatemala", -90.51, 14.63), ("México", -99.13, 19.43), ("El Salvador", -89.19, 13.69), ("Honduras", -87.21, 14.07), ("Nicaragua", -86.25, 12.13),
        ("Costa Rica", -84.09, 9.93), ("Panamá", -79.52, 8.98), ("Belice", -88.77, 17.25), ("Cuba", -82.38, 23.13), ("República Dominicana", -69.93, 18.49),
        ("Colombia", -74.07, 4.71), ("Venezuela", -66.90, 10.49), ("Ecuador", -78.47, -0.18), ("Perú", -77.04, -12.05), ("Bolivia", -68.13, -16.49),
        ("Brasil", -47.88, -15.79), ("Paraguay", -57.58, -25.26), ("Uruguay", -56.16, -34.90), ("Argentina", -58.38, -34.60), ("Chile", -70.67, -33.45),
        ("Ghana", -0.19, 5.60), ("Indonesia", 106.85, -6.21), ("Malawi", 33.79, -13.96), ("Mozambique", 32.57, -25.97), ("Nigeria", 7.40, 9.08),
        ("Uganda", 32.58, 0.35), ("Ukraine", 30.52, 50.45), ("Zambia", 28.28, -15.42), ("Philippines", 120.98, 14.60), ("Tailandia", 100.50, 13.76),
        ("Afghanistan", 69.18, 34.53), ("Ethiopia", 38.75, 9.03), ("España", -3.70, 40.42), ("Germany", 13.40, 52.52), ("Portugal", -9.14, 38.72),
        ("Ireland", -6.26, 53.35), ("Finland", 24.94, 60.17), ("Greece", 23.73, 37.98), ("Cyprus", 33.38, 35.19), ("Malta", 14.51, 35.90),
        ("Sweden", 18.07, 59.33), ("Romania", 26.10, 44.43), ("United Kingdom", -0.13, 51.51), ("USA", -77.04, 38.90), ("New Zealand", 174.78, -41.29),
    ])
    func capitalsLieInTheirCountry(_ name: String, _ longitude: Double, _ latitude: Double) throws {
        let country = try #require(Countries.shared.country(named: name))
        let position = GeoPosition(longitude: longitude, latitude: latitude)
        #expect(country.holds(position))
    }

    // MARK: Geometries

    private func mismatches(_ geometry: String) throws -> [String] {
        try review(Self.located(geometry)).checks.filter { $0.check == .geometryMismatch }.flatMap(\.places).map(\.pointer.description)
    }

    @Test(arguments: [
        #"{"type": "Point", "coordinates": [-90.5, 14.6]}"#, #"{"type": "Point", "coordinates": [-90.5, 14.6, 1500]}"#,
        #"{"type": "MultiPoint", "coordinates": [[-90.5, 14.6]]}"#, #"{"type": "LineString", "coordinates": [[-90.5, 14.6], [-90.6, 14.6]]}"#,
        #"{"type": "MultiLineString", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6]]]}"#,
        #"{"type": "Polygon", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6], [-90.6, 14.7], [-90.5, 14.6]]]}"#,
        // The same position, written in two ways.
        #"{"type": "Polygon", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6], [-90.6, 14.7], [-90.50, 14.60]]]}"#,
        #"{"type": "MultiPolygon", "coordinates": [[[[-90.5, 14.6], [-90.6, 14.6], [-90.6, 14.7], [-90.5, 14.6]]]]}"#,
        // The schema says what is wrong with these.
        #"{"type": "Punto", "coordinates": [[1, 2]]}"#, #"{"coordinates": [[1, 2]]}"#, #"{"type": "Point"}"#, #"{"type": "Point", "coordinates": null}"#,
        #"{"type": "Point", "coordinates": []}"#, #"{"type": "Point", "coordinates": ["-90.5", "14.6"]}"#, #"{"type": "Point", "coordinates": "-90.5, 14.6"}"#,
    ])
    func soundGeometries(_ geometry: String) throws {
        #expect(try mismatches(geometry) == [])
    }

    @Test(arguments: [
        (#"{"type": "Point", "coordinates": [[-90.5, 14.6]]}"#, ""), (#"{"type": "Point", "coordinates": [-90.5]}"#, ""),
        (#"{"type": "LineString", "coordinates": [-90.5, 14.6]}"#, ""), (#"{"type": "LineString", "coordinates": [[-90.5, 14.6]]}"#, ""),
        (#"{"type": "Polygon", "coordinates": [[-90.5, 14.6], [-90.6, 14.6]]}"#, "/0"), (#"{"type": "MultiPoint", "coordinates": [[-90.5, 14.6], [-90.5]]}"#, "/1"),
        (#"{"type": "Polygon", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6], [-90.6, 14.7], [-90.4, 14.6]]]}"#, "/0"),
        (#"{"type": "Polygon", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6], [-90.5, 14.6]]]}"#, "/0"),
        (#"{"type": "MultiPoint", "coordinates": [["-90.5", "14.6"]]}"#, "/0"),
        (#"{"type": "MultiPolygon", "coordinates": [[[-90.5, 14.6], [-90.6, 14.6], [-90.6, 14.7], [-90.5, 14.6]]]}"#, "/0/0"),
    ])
    func geometriesThatDoNotFit(_ geometry: String, _ place: String) throws {
        #expect(try mismatches(geometry) == [Self.position + place])
    }
}
