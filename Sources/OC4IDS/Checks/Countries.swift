import JSONSchema
import Synchronization

/// A country's extent, from `Schemas/countries/boxes.json`.
final class Country: Sendable, Equatable {
    /// ISO 3166-1, two letters.
    let code: String
    let boxes: [Box]

    struct Box: Sendable, Equatable {
        var west: Double
        var south: Double
        var east: Double
        var north: Double
    }

    static func == (a: Country, b: Country) -> Bool { a === b || a.code == b.code }

    /// Degrees around the boxes that still count: half a degree, some 55 km, for what stands at sea or across a border.
    static let margin = 0.5

    func holds(_ position: GeoPosition) -> Bool {
        for box in boxes {
            if position.longitude >= box.west - Country.margin, position.longitude <= box.east + Country.margin,
               position.latitude >= box.south - Country.margin, position.latitude <= box.north + Country.margin { return true }
        }
        return false
    }

    /// From an entry of the file.
    fileprivate init?(_ item: LazyObject) {
        let entry = item.value
        guard let code = entry["code"]?.string, let boxes = entry["boxes"]?.array else { return nil }
        self.code = code
        self.boxes = boxes.compactMap { box in
            let sides = (box.array ?? []).compactMap { side in if case .number(let text) = side.content { Double(text) } else { nil } }
            return sides.count == 4 ? Box(west: sides[0], south: sides[1], east: sides[2], north: sides[3]) : nil
        }
    }
}

/// Finds countries by what people write in `countryName`, which is free text: names in Spanish and English, and ISO 3166-1 codes.
/// Read when the first location with coordinates and a country is met, or ahead of it.
final class Countries: Sendable {
    static let shared = Countries()

    private struct Known {
        /// By folded name, or by code as written: entries of the file. A country is made of its entry when it is asked for.
        var byName: [String: LazyObject] = [:]
        /// No name has more, with any of `titles` before it.
        var mostLetters = 0
        /// What was asked for before, by the text's fingerprint: a ministry's data names one country a thousand times.
        var answers: [UInt64: Country?] = [:]
        /// The last of them.
        var last: (name: UInt64, country: Country?)?
    }

    private let known = Mutex(Known())
    private static let mostAnswers = 1024

    /// The country that a text names; nil where it cannot be told, or its extent is not known.
    func country(named name: DataValue) -> Country? {
        guard let fingerprint = name.textFingerprint else { return nil }
        return known.withLock { known in
            if let last = known.last, last.name == fingerprint { return last.country }
            let country: Country?
            if let answer = known.answers[fingerprint] {
                country = answer
            } else {
                country = name.text.flatMap { Countries.find($0, &known) }
                if known.answers.count >= Countries.mostAnswers { known.answers = [:] }
                known.answers[fingerprint] = .some(country)
            }
            known.last = (fingerprint, country)
            return country
        }
    }

    func country(named name: String) -> Country? {
        known.withLock { Countries.find(name, &$0) }
    }

    /// Reads the file, where that has not been done.
    func readAhead() {
        known.withLock { Countries.read(&$0) }
    }

    private static func read(_ known: inout Known) {
        guard known.byName.isEmpty else { return }
        known.byName = load()
        known.mostLetters = (known.byName.keys.map(\.utf8.count).max() ?? 0) + (titles.map(\.utf8.count).max() ?? 0)
    }

    private static func find(_ name: String, _ known: inout Known) -> Country? {
        read(&known)
        // Much text stands where names should, and thinking about it costs more than all else that is done with it.
        guard name.utf8.count(where: { TextBytes.isLetter($0) }) <= known.mostLetters else { return nil }
        return find(name, known.byName)
    }

    /// All countries with an extent.
    var all: [Country] { Countries.entries().all.compactMap { Country($0) } }

    private static func find(_ name: String, _ byName: [String: LazyObject]) -> Country? {
        // Codes only in capitals, and not those that are also «no aplica» and the like.
        if let code = code(name), let entry = byName[code] { return alsoWords.contains(code) ? nil : Country(entry) }
        let folded = Suggestion.folded(name)
        guard folded.utf8.count > 3 || folded == "uk" || folded == "usa" || folded == "eua" else { return nil }
        if let entry = byName[folded] { return Country(entry) }
        for title in titles where folded.hasPrefix(title) {
            // The Republic of China is not China.
            if let country = byName[String(folded.dropFirst(title.count))].flatMap(Country.init), country.code != "CN" { return country }
        }
        return nil
    }

    /// A text of at most three capitals and any blanks, without these.
    private static func code(_ name: String) -> String? {
        var capitals: [UInt8] = []
        for byte in name.utf8 where byte != UInt8(ascii: " ") {
            guard capitals.count < 3, (UInt8(ascii: "A") ... UInt8(ascii: "Z")).contains(byte) else { return nil }
            capitals.append(byte)
        }
        return String(decoding: capitals, as: UTF8.self)
    }

    /// Not applicable, no, sin dato, no especificado, no indica, sí.
    private static let alsoWords: Set<String> = ["NA", "NO", "SD", "NE", "NI", "SI"]
    private static let titles = ["republicadela", "republicadelos", "republicadel", "republicade", "republicofthe", "republicof", "therepublicof"]
    /// Two countries are called so.
    private static let ambiguous: Set<String> = ["congo", "corea", "korea"]

    private static func entries() -> ListedItems {
        ListedItems("countries", in: BundledFiles.text("countries/boxes.json") ?? PaddedBytes([]))
    }

    private static func load() -> [String: LazyObject] {
        var known: [String: LazyObject] = [:]
        func enter(_ name: String?, _ entry: LazyObject) {
            guard let folded = name.map(Suggestion.folded), !ambiguous.contains(folded) else { return }
            known[folded] = entry
        }
        for entry in entries().all {
            guard let code = entry.text("code") else { continue }
            known[code] = entry
            if let code = entry.text("alpha3") { known[code] = entry }
            for name in entry.texts("names") { enter(name, entry) }
        }
        // The usual names stand in the list of codes.
        for item in Codelist.items(ofBundled: "country").all {
            guard let code = item.text("code"), let entry = known[code] else { continue }
            enter(item.text("en", in: "title"), entry)
            enter(item.text("es", in: "title"), entry)
        }
        return known
    }
}
