package import Inputs
package import OC4IDS

/// One thing that the user named, which holds one input or, as an archive, several.
package struct BatchUnit: Sendable {
    /// Its place among everything that was named, also what other shards take.
    package var position: Int
    package var path: String
    package var found: InputPaths.Found
    /// The manifest's; nil where inputs go by their names.
    package var id: String?
    package var attributes = InputResult.Attributes()
    package var profile: String?
    package var frequency: Frequency?
    package var sectors: [String] = []

    /// The id of an input that the unit holds: the manifest's, followed by what tells the input apart where there may be several.
    package func id(of name: String) -> String? {
        guard let id else { return nil }
        guard name != path, name.hasPrefix(path) else { return id }
        let rest = name.dropFirst(path.count).drop { $0 == "/" || $0 == ":" }
        return "\(id):\(rest)"
    }

    /// Everything that words on the command line and a manifest stand for, each path once, in that order.
    package static func all(_ words: [String], _ manifest: Manifest?) -> [BatchUnit] {
        var units: [BatchUnit] = []
        var known: Set<String> = []
        func add(_ words: [String], _ entry: Manifest.Entry?) {
            for found in InputPaths.expand(words.flatMap(InputPaths.matching)) {
                var unit = BatchUnit(position: units.count, path: found.name, found: found)
                // What a manifest names may be there twice, as parts of one file by sector are.
                guard entry != nil || known.insert(unit.path).inserted else { continue }
                if let entry {
                    let isWhole = found.name == entry.input
                    unit.id = isWhole ? entry.id : "\(entry.id):\(found.name.dropFirst(entry.input.count).drop { $0 == "/" })"
                    (unit.attributes, unit.profile, unit.frequency, unit.sectors) = (entry.attributes, entry.profile, entry.frequency, entry.sectors)
                }
                units.append(unit)
            }
        }
        add(words, nil)
        for entry in manifest?.entries ?? [] { add([entry.input], entry) }
        return units
    }
}

/// One part of the inputs, for one of several machines: `2/8`.
package struct Shard: Sendable, Equatable {
    package let number: Int
    package let count: Int

    /// More machines than this take parts of one batch nowhere.
    private static let most = 100_000

    /// Nil for what is not of the form `2/8`.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1 ... Shard.most).contains(count), (1 ... count).contains(number) else { return nil }
        (self.number, self.count) = (number, count)
    }

    /// Units go round: neighbours are alike in size, as a rule.
    package func takes(_ unit: BatchUnit) -> Bool {
        unit.position % count == number - 1
    }
}
