import JSONSchema
import Synchronization

/// A code list: the values that a field takes its codes from, with their titles in both languages.
public struct Codelist: Sendable {
    public struct Code: Sendable {
        public var code: String
        public var title: Bilingual
        public var description: Bilingual?
    }

    public var name: String
    public var title: Bilingual
    public var description: Bilingual?
    public var codes: [Code]

    private static let folder = "oc4ids-0.9.5/codelists/"

    /// The names of all bundled lists, sorted.
    public static var names: [String] {
        BundledFiles.paths.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count).dropLast(".json".count)) }
    }

    /// A schema's `codelist` keyword names a file: `projectSector.csv`.
    public static func name(ofFile file: String) -> String {
        file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    }

    private static let known = Mutex<[String: Codelist]>([:])

    /// The bundled list of that name. Each is read once.
    public static func bundled(_ name: String) -> Codelist? {
        if let list = known.withLock({ $0[name] }) { return list }
        let list = read(name)
        known.withLock { $0[name] = list }
        return list
    }

    /// The codes of each bundled list, for looking values up: read without the titles, since every run needs them.
    static let fingerprints = Dictionary(uniqueKeysWithValues: names.map { name in
        (name, FingerprintSet(items(ofBundled: name).all.compactMap { $0.digest("code")?.low }))
    })

    /// The entries of a bundled list as they stand in its file; none where there is no such list.
    static func items(ofBundled name: String) -> ListedItems {
        ListedItems("codes", in: BundledFiles.text(folder + name + ".json") ?? PaddedBytes([]))
    }

    private static func read(_ name: String) -> Codelist? {
        guard let text = BundledFiles.text(folder + name + ".json"), let value = try? JSONValue(text) else { return nil }
        return Codelist(value)
    }

    /// Nil when the value has not the shape of a code list file.
    init?(_ value: JSONValue) {
        guard let name = value["name"]?.string, let title = Bilingual(value["title"]), let codes = value["codes"]?.array else { return nil }
        self.name = name
        self.title = title
        description = Bilingual(value["description"])
        self.codes = []
        for item in codes {
            guard let code = item["code"]?.string, let title = Bilingual(item["title"]) else { return nil }
            self.codes.append(Code(code: code, title: title, description: Bilingual(item["description"])))
        }
    }
}
