import JSONSchema

extension Profile {
    private static let folder = "profiles/"
    private static let schemaFile = "profiles/profile.schema.json"

    /// The ids of the bundled profiles, sorted.
    public static var bundledIDs: [String] {
        BundledFiles.paths.filter { $0.hasPrefix(folder) && $0 != schemaFile }.map { String($0.dropFirst(folder.count).dropLast(".json".count)) }
    }

    /// The profile that scores are computed with where no one names another.
    public static let standardID = "cost-ids"

    /// The bundled profile that a wrong name was meant for.
    public static func suggestion(for name: String) -> String? {
        Suggestion.closest(to: name, among: bundledIDs)
    }

    /// A bundled profile; nil where there is none of that id.
    ///
    /// - Throws: what of it does not fit the standard: another version may lack fields.
    public static func bundled(_ id: String, _ standard: Standard) throws(ProfileError) -> Profile? {
        guard let bytes = BundledFiles.bytes(folder + id + ".json") else { return nil }
        var reader = ProfileReader(standard, bytes)
        return try reader.profile()
    }

    /// A profile that the user wrote.
    ///
    /// - Throws: everything that is wrong with it, in the order of the file.
    public init(_ bytes: [UInt8], _ standard: Standard) throws(ProfileError) {
        var reader = ProfileReader(standard, bytes)
        try reader.checkShape(BundledFiles.bytes(Profile.schemaFile) ?? Array("{}".utf8))
        self = try reader.profile()
    }
}

/// Makes a profile of a file and checks it against a standard.
struct ProfileReader {
    private let standard: Standard
    private let bytes: [UInt8]
    private let problems = Problems()
    private var element: String?

    init(_ standard: Standard, _ bytes: [UInt8]) {
        self.standard = standard
        self.bytes = bytes
    }

    /// What has been found so far: rules are read within one another.
    private final class Problems {
        var found: [(offset: Int, problem: ProfileProblem)] = []
        var duplicates = 0
    }

    // MARK: Shape

    func checkShape(_ schema: [UInt8]) throws(ProfileError) {
        let violations: [Violation]
        do {
            violations = try CompiledSchema(schema).validate(bytes)
        } catch let error as ReadingError {
            throw ProfileError(problems: [ProfileProblem(kind: .reading(error), position: Position(line: error.line, column: error.column))])
        } catch {
            // The bundled schema compiles: a test sees to it.
            return
        }
        let root = try? JSONValue(bytes)
        for violation in violations {
            let tokens = violation.pointer.tokens
            let id = tokens.first == "elements" && tokens.count > 1 ? root?[pointer: JSONPointer(["elements", tokens[1], "id"])]?.string : nil
            problems.found.append((violation.offset, ProfileProblem(kind: .shape(violation), position: violation.position, element: id ?? nil)))
        }
        if let root { noteDuplicateKeys(root, nil) }
        try finish()
    }

    /// So many keys that stand twice are told: each line is looked for from the beginning of the file.
    private static let mostDuplicates = 100

    private func noteDuplicateKeys(_ value: JSONValue, _ element: String?) {
        switch value.content {
        case .object(let members):
            var known: [[UInt8]: Int] = [:]
            for member in members {
                noteDuplicateKeys(member.value, element)
                guard let first = known.updateValue(known[Array(member.name.utf8)] ?? member.offset, forKey: Array(member.name.utf8)),
                      problems.duplicates < ProfileReader.mostDuplicates else { continue }
                problems.duplicates += 1
                let kind = ProfileProblem.Kind.duplicateKey(member.name, line: Position(in: bytes, at: first).line)
                problems.found.append((member.offset, ProfileProblem(kind: kind, position: Position(line: 0, column: 0), element: element)))
            }
        case .array(let items):
            for item in items { noteDuplicateKeys(item, element ?? (item["rule"] == nil ? nil : item["id"]?.string)) }
        default: break
        }
    }

    // MARK: Profile

    mutating func profile() throws(ProfileError) -> Profile {
        let root: JSONValue
        do {
            root = try JSONValue(bytes)
        } catch {
            throw ProfileError(problems: [ProfileProblem(kind: .reading(error), position: Position(line: error.line, column: error.column))])
        }
        var profile = Profile(id: root["id"]?.string ?? "", version: root["version"]?.string ?? "", title: text(root["title"]), levels: levels(root),
                              placeholders: root["placeholders"]?.array?.compactMap(\.string) ?? [], elements: [])
        if let view = root["view"] {
            try take(view, &profile)
            if profile.elements.isEmpty { note(.emptyView, at: view) }
        } else {
            var known: Set<String> = []
            for item in root["elements"]?.array ?? [] {
                let read = element(item)
                element = read.id
                if !known.insert(read.id).inserted { note(.duplicateElement(read.id), at: item["id"] ?? item) }
                element = nil
                profile.elements.append(read)
            }
        }
        if let element = RulePlan.firstTooFine(profile) {
            self.element = profile.elements[element].id
            note(.tooFine, at: root["elements"]?.array?[element] ?? root)
        }
        try finish()
        return profile
    }

    /// A view shows some of another profile's elements.
    private func take(_ view: JSONValue, _ profile: inout Profile) throws(ProfileError) {
        let id = view["of"]?.string ?? ""
        guard let whole = try Profile.bundled(id, standard) else {
            note(.unknownProfile(id, suggestion: Suggestion.closest(to: id, among: Profile.bundledIDs)), at: view["of"] ?? view)
            return
        }
        let manners = (view["disclosure"]?.array ?? []).compactMap { $0.string.flatMap(Profile.Manner.init) }
        profile.levels = whole.levels
        profile.placeholders = whole.placeholders
        profile.elements = whole.elements.filter { $0.manner.map(manners.contains) ?? false }
    }

    private func levels(_ root: JSONValue) -> [Profile.Level] {
        var levels: [Profile.Level] = []
        for item in root["levels"]?.array ?? [] {
            guard let id = item["id"]?.string else { continue }
            guard let from = number(item["from"]).flatMap({ Billionths(decimal: $0) }) else {
                note(.levelFrom(number(item["from"]) ?? "?"), at: item["from"] ?? item)
                continue
            }
            if levels.contains(where: { $0.id == id }) { note(.duplicateLevel(id), at: item["id"] ?? item) }
            if let last = levels.last, last.from >= from { note(.levelOrder(id), at: item) }
            levels.append(Profile.Level(id: id, title: text(item["title"]), from: from))
        }
        if let written = root["levels"], !levels.isEmpty, !levels.contains(where: { $0.from == .zero }) { note(.noLowestLevel, at: written) }
        return levels.isEmpty ? Profile.Level.standard : levels
    }

    private mutating func element(_ item: JSONValue) -> Profile.Element {
        let id = item["id"]?.string ?? ""
        element = id
        defer { element = nil }
        let scope = item["scope"]?.string.flatMap(Profile.Scope.init) ?? .project
        let base = scope == .project ? standard.project : standard.contractingProcess ?? standard.project
        let around = Surroundings(isWholeProject: scope == .project)
        return Profile.Element(
            id: id, title: text(item["title"]), guidance: text(item["guidance"]), stage: item["stage"]?.string.flatMap(Stage.init),
            module: Bilingual(item["module"]) ?? item["module"]?.string.map { Bilingual(en: $0, es: $0) },
            reference: item["reference"]?.string, scope: scope, manner: item["disclosure"]?.string.flatMap(Profile.Manner.init),
            rule: item["rule"].map { rule($0, base, around) } ?? .all([]), weight: weight(item["weight"]),
            dueFrom: item["dueFrom"]?.string.flatMap(Profile.ProcessClock.init) ?? .award, conditional: item["conditional"].map { rule($0, base, around) },
            manual: Bilingual(item["manual"]), note: Bilingual(item["note"]))
    }

    private static let mostWeight = Billionths(count: 1000 * Billionths.one.count)

    private func weight(_ value: JSONValue?) -> Int {
        guard let value else { return 1_000_000 }
        guard let text = number(value), let weight = Billionths(decimal: text), weight > .zero, weight <= ProfileReader.mostWeight, weight.count.isMultiple(of: 1000) else {
            note(.weight(number(value) ?? "?"), at: value)
            return 1_000_000
        }
        return weight.count / 1000
    }

    // MARK: Rules

    /// What a rule stands in.
    private struct Surroundings {
        /// Its paths begin at the project anyway.
        var isWholeProject: Bool
        /// How many lists of the project are looked through anew for each item, or process, outside them.
        var searches = 0

        /// One such list within another multiplies the work by its length: no profile that we know needs more than one, and each more makes a project that
        /// took a second take minutes.
        static let mostSearches = 1
    }

    private func rule(_ value: JSONValue, _ base: FieldNode, _ around: Surroundings) -> DisclosureRule {
        if let path = value["present"] { return .present(self.path(path, base).path) }
        if let path = value["equals"] { return .equals(self.path(path, base).path, values(value["to"])) }
        if let paths = value["differs"]?.array, paths.count == 2 { return .differs(path(paths[0], base).path, path(paths[1], base).path) }
        if let parts = value["all"]?.array { return .all(parts.map { rule($0, base, around) }) }
        if let parts = value["any"]?.array { return .any(parts.map { rule($0, base, around) }) }
        guard let item = value["item"], let list = item["in"] else { return .all([]) }
        let (path, node) = path(list, base)
        var inner = Surroundings(isWholeProject: false, searches: around.searches)
        if path.isFromProject, !around.isWholeProject {
            inner.searches += 1
            // What lies below one that is too much is not complained about once more.
            if inner.searches == Surroundings.mostSearches + 1 { note(.nestedSearch(path.description), at: list) }
        }
        return .item(in: path, where: conditions(item["where"], node, base), has: has(item["has"], node, inner))
    }

    /// A rule, or paths all of which are to be present.
    private func has(_ value: JSONValue?, _ item: FieldNode?, _ around: Surroundings) -> DisclosureRule? {
        guard let value, let item else { return nil }
        if let paths = value.array { return .all(paths.map { .present(path($0, item).path) }) }
        return value.string == nil ? rule(value, item, around) : .present(path(value, item).path)
    }

    private func conditions(_ value: JSONValue?, _ item: FieldNode?, _ scope: FieldNode) -> [RuleCondition] {
        (value?.members ?? []).map { member in
            let own = path(member.name, at: member.value, item).path
            return RuleCondition(path: own, test: test(member.value, scope))
        }
    }

    private func test(_ value: JSONValue, _ scope: FieldNode) -> RuleCondition.Test {
        if let texts = value["text"]?.array { return .text(texts.compactMap(\.string)) }
        if let texts = value["startsWith"]?.array { return .startsWith(texts.compactMap(\.string)) }
        if let other = value["same"] { return .same(path(other, scope).path) }
        return .oneOf(values(value))
    }

    private func values(_ value: JSONValue?) -> [RuleValue] {
        (value?.array ?? []).map { item in
            let text = String(decoding: bytes[item.offset ..< item.offset + item.length], as: UTF8.self)
            return RuleValue(text: text, string: item.string, fingerprint: Digest(ofJSON: text)?.low ?? 0)
        }
    }

    // MARK: Paths

    private func path(_ value: JSONValue, _ base: FieldNode?) -> (path: RulePath, node: FieldNode?) {
        path(value.string ?? "", at: value, base)
    }

    private func path(_ text: String, at value: JSONValue, _ base: FieldNode?) -> (path: RulePath, node: FieldNode?) {
        let path = RulePath(text)
        // What lies below an unknown field is not complained about once more.
        guard let base else { return (path, nil) }
        switch standard.resolve(path, from: base) {
        case .field(let node): return (path, node)
        case .unknown(let suggestion):
            note(.unknownPath(text, suggestion: suggestion), at: value)
            return (path, nil)
        }
    }

    // MARK: Parts

    private func text(_ value: JSONValue?) -> Bilingual {
        Bilingual(value) ?? Bilingual(en: "", es: "")
    }

    private func number(_ value: JSONValue?) -> String? {
        if case .number(let text) = value?.content { text } else { nil }
    }

    private func note(_ kind: ProfileProblem.Kind, at value: JSONValue) {
        problems.found.append((value.offset, ProfileProblem(kind: kind, position: Position(line: 0, column: 0), element: element)))
    }

    private func finish() throws(ProfileError) {
        guard !problems.found.isEmpty else { return }
        throw ProfileError(problems: problems.found.sorted { $0.offset < $1.offset }.map { offset, problem in
            var problem = problem
            // A violation knows its own.
            if problem.position.line == 0 { problem.position = Position(in: bytes, at: offset) }
            return problem
        })
    }
}
