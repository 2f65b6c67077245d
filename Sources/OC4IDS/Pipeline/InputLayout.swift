import JSONSchema

/// What a top-level value is: a package, a project, or an array of projects.
///
/// An object with `projects` is a package; without it, with `id` or at least two other fields of the project schema, a project; anything
/// else is taken for a package, so that what it lacks is reported. On a later line of newline-delimited JSON every other object is a project.
enum InputLayout {
    static func rule(_ standard: Standard) -> LayoutRule {
        let package = standard.package
        let project = standard.project
        let projectFields = standard.projectFields
        let streams = streamsPackages(standard)
        return LayoutRule(streaming: "projects") { value in
            switch value.kind {
            case .array: return .items(project)
            case .scalar: return .whole(value.ordinal > 0 ? project : package)
            case .object:
                if value.names.contains("projects") {
                    return streams ? .members(package, streaming: "projects") : .whole(package)
                }
                if let key = ocdsKey(value.names) { return .refuse(key) }
                return isProject(value, projectFields) ? .whole(project) : .whole(package)
            }
        }
    }

    /// Whether packages are walked project by project. If not, their schema judges more than one of them at a time.
    static func streamsPackages(_ standard: Standard) -> Bool {
        standard.package.canBeStreamed && standard.projects.canBeStreamed
    }

    static func kind(_ layout: Layout?, values: Int, standard: Standard) -> InputKind {
        if values > 1 { return .ndjson }
        switch layout {
        case .items: return .projects
        case .whole(let node): return node == standard.project ? .project : .package
        default: return .package
        }
    }

    private static func isProject(_ value: TopLevelValue, _ projectFields: Set<String>) -> Bool {
        value.ordinal > 0 || value.names.contains("id") || Set(value.names).intersection(projectFields).count >= 2
    }

    /// What tells a release or record package of the Open Contracting Data Standard.
    private static func ocdsKey(_ names: [String]) -> String? {
        guard !names.contains("id") else { return nil }
        return names.first { $0 == "releases" || $0 == "records" }
    }
}
