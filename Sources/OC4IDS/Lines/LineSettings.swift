package import JSONSchema

/// What the reviews of lines were made with, as far as putting them together depends on it. It stands in every line, so that whoever puts lines
/// together need not know how they were made.
package struct LineSettings: Sendable, Equatable {
    /// Of the program, the schema, the profile and all options: lines with different ones do not add up.
    package var digest: String
    /// Tells schemas and profiles apart whose lines cannot even be read alike.
    package var shape: String
    package var profile: String
    package var today: CivilDay
    package var frequency: Frequency?
    /// A list of registered prefixes was given.
    package var hasPrefixes: Bool
    package var examples: Int
    /// Fields that projects are grouped by besides the standard ones.
    package var by: [String]
    /// Single projects are reported on.
    package var hasRows: Bool

    package init(digest: String, _ reviewer: Reviewer, _ checks: CheckSettings, _ disclosure: DisclosureSettings) {
        self.digest = digest
        shape = reviewer.shape
        profile = "\(disclosure.profile.id) \(disclosure.profile.version)"
        (today, frequency, hasPrefixes) = (checks.today, checks.frequency, checks.prefixes != nil)
        (examples, by, hasRows) = (reviewer.examples, disclosure.groups.map(\.name), disclosure.rows != nil)
    }

    /// From the form that a line has them in; nil for what no review writes.
    package init?(_ written: JSONValue) {
        guard let digest = written["digest"]?.string, let shape = written["shape"]?.string, let profile = written["profile"]?.string,
              let today = (written["today"]?.string).flatMap({ CivilDay($0) }), let examples = written["maxExamples"]?.integer, examples >= 0,
              let by = written["by"]?.array?.map(\.string), !by.contains(nil) else { return nil }
        (self.digest, self.shape, self.profile, self.today, self.examples) = (digest, shape, profile, today, examples)
        if let text = written["frequency"]?.string {
            guard let frequency = Frequency(text) else { return nil }
            self.frequency = frequency
        }
        self.by = by.compactMap(\.self)
        hasPrefixes = written["prefixes"]?.boolean ?? false
        hasRows = written["projects"]?.boolean ?? false
    }

    /// What projects are grouped by besides; nil where the schema does not have one of the fields.
    package func groups(_ standard: Standard) -> [GroupField]? {
        let groups = by.map { GroupField($0, in: standard) }
        return groups.contains(nil) ? nil : groups.compactMap(\.self)
    }

    /// What to judge all lines by. Which prefixes are registered was asked of each project already.
    package var checks: CheckSettings {
        var checks = CheckSettings(today: today, frequency: frequency)
        if hasPrefixes { checks.prefixes = [] }
        return checks
    }
}

extension Reviewer {
    /// Of the fields, of what can be wrong with them, of what is scored and how it is grouped.
    package var shape: String {
        var names = plan.nodes.map { $0.field.joined(separator: "/") }
        names += ["\(standard.schema.siteCount)", plan.checks ? "checks" : ""]
        if let disclosure = plan.disclosure { names += disclosure.profile.elements.map(\.id) + disclosure.groups.map(\.name) }
        return Digest(of: names.joined(separator: "\n")).hexadecimal
    }
}

extension LineReview {
    /// Tells the input apart whose first line this is, nearly always.
    package var fingerprint: String { Digest(of: part).hexadecimal }
}

extension Digest {
    /// Its lower half in 16 digits.
    fileprivate var hexadecimal: String {
        let digits = String(low, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
