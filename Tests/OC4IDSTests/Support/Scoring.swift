import Inputs
import JSONSchema
import OC4IDS
import Testing

/// Scores a text with a profile; the results of single projects are kept.
func disclosure(_ text: String, profile: Profile? = nil, by: [GroupField] = [], explaining id: String? = nil, jobs: Int = 1) throws -> Disclosure {
    let standard = try Standard.bundled()
    var settings = DisclosureSettings(profile: try profile ?? .core(standard), groups: by, explained: id)
    settings.rows = { TemporaryRows() }
    let reviewer = Reviewer(standard: standard, settings: .fixed, jobs: jobs, checks: false, disclosure: settings)
    return try #require(try reviewer.review(of: text).disclosure)
}

extension Profile {
    /// The profile that the program scores by.
    static func core(_ standard: Standard) throws -> Profile {
        try #require(try Profile.bundled(Profile.standardID, standard))
    }

    /// A profile with elements written as in its file: `{"id": …, "rule": …}`; what is left out there is filled in.
    static func of(_ elements: String...) throws -> Profile {
        let written = elements.map { element in
            var element = element
            element = #"{"title": {"en": "T", "es": "T"}, "guidance": {"en": "G", "es": "G"}, "# + element.dropFirst()
            if !element.contains("\"scope\":") { element = #"{"scope": "project", "# + element.dropFirst() }
            if !element.contains("\"stage\":"), !element.contains("\"module\":") { element = #"{"stage": "identification", "disclosure": "proactive", "# + element.dropFirst() }
            return element
        }
        let text = #"{"id": "test", "version": "1", "title": {"en": "T", "es": "T"}, "placeholders": ["n/a", "pendiente"], "elements": [\#(written.joined(separator: ", "))]}"#
        return try Profile(Array(text.utf8), Standard.bundled())
    }

    /// A profile of one element with this rule.
    static func rule(_ rule: String, scope: String = "project") throws -> Profile {
        try of(#"{"id": "e", "scope": "\#(scope)", "rule": \#(rule)}"#)
    }
}

extension Disclosure {
    /// The results of the projects, in the order of the text.
    func projectRows() throws -> [ProjectDisclosure] {
        var all: [ProjectDisclosure] = []
        try #require(rows).forEach { all.append($0) }
        return all
    }
}

/// The strict share of a rule in a project, and what satisfied it.
func share(_ rule: String, in project: String, scope: String = "project") throws -> String {
    let rows = try disclosure("[\(project)]", profile: .rule(rule, scope: scope)).projectRows()
    return try #require(rows.first?.elements.first).strictShare.decimal
}

/// Pointers from the project to what satisfied a rule.
func evidence(_ rule: String, in project: String) throws -> [String] {
    let rows = try disclosure("[\(project)]", profile: .rule(rule)).projectRows()
    return try #require(rows.first?.elements.first).evidence.map(\.pointer.description)
}
