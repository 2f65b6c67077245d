public import JSONSchema

/// Something that is wrong with a profile file.
public struct ProfileProblem: Sendable {
    public enum Kind: Sendable {
        /// It is no JSON.
        case reading(ReadingError)
        /// It has not the shape of a profile.
        case shape(Violation)
        /// The id of an element stands twice.
        case duplicateElement(String)
        /// The schema has no such field.
        case unknownPath(String, suggestion: String?)
        /// It is a view of a profile that does not exist.
        case unknownProfile(String, suggestion: String?)
        /// A weight that is not above 0, above 1,000, or has more than six decimals.
        case weight(String)
        /// A view that shows no element.
        case emptyView
        /// Levels do not rise.
        case levelOrder(String)
        /// Means of so many parts within one another that shares cannot be kept exactly.
        case tooFine
    }

    public var kind: Kind
    public var position: Position
    /// The element that it was found in.
    public var element: String?
}

/// All problems of a profile file.
public struct ProfileError: Error, Sendable {
    public var problems: [ProfileProblem]
}

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
        guard !violations.isEmpty else { return }
        let root = try? JSONValue(bytes)
        throw ProfileError(problems: violations.map { violation in
            let tokens = violation.pointer.tokens
            let id = tokens.first == "elements" && tokens.count > 1 ? root?[pointer: JSONPointer(["elements", tokens[1], "id"])]?.string : nil
            return ProfileProblem(kind: .shape(violation), position: violation.position, element: id ?? nil)
        })
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
                if !known.insert(read.id).inserted { note(.duplicateElement(read.id), at: item["id"] ?? item) }
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
            guard let id = item["id"]?.string, let from = number(item["from"]).flatMap({ Billionths(decimal: $0) }) else { continue }
            if let last = levels.last, last.from >= from { note(.levelOrder(id), at: item) }
            levels.append(Profile.Level(id: id, title: text(item["title"]), from: from))
        }
        return levels.isEmpty ? Profile.Level.standard : levels
    }

    private mutating func element(_ item: JSONValue) -> Profile.Element {
        let id = item["id"]?.string ?? ""
        element = id
        defer { element = nil }
        let scope = item["scope"]?.string.flatMap(Profile.Scope.init) ?? .project
        let base = scope == .project ? standard.project : standard.contractingProcess ?? standard.project
        return Profile.Element(
            id: id, title: text(item["title"]), guidance: text(item["guidance"]), stage: item["stage"]?.string.flatMap(Stage.init),
            module: Bilingual(item["module"]) ?? item["module"]?.string.map { Bilingual(en: $0, es: $0) },
            reference: item["reference"]?.string, scope: scope, manner: item["disclosure"]?.string.flatMap(Profile.Manner.init),
            rule: item["rule"].map { rule($0, base) } ?? .all([]), weight: weight(item["weight"]),
            dueFrom: item["dueFrom"]?.string.flatMap(Profile.ProcessClock.init) ?? .award, conditional: item["conditional"].map { rule($0, base) },
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

    private func rule(_ value: JSONValue, _ base: FieldNode) -> DisclosureRule {
        if let path = value["present"] { return .present(self.path(path, base).path) }
        if let path = value["equals"] { return .equals(self.path(path, base).path, values(value["to"])) }
        if let paths = value["differs"]?.array, paths.count == 2 { return .differs(path(paths[0], base).path, path(paths[1], base).path) }
        if let parts = value["all"]?.array { return .all(parts.map { rule($0, base) }) }
        if let parts = value["any"]?.array { return .any(parts.map { rule($0, base) }) }
        guard let item = value["item"], let list = item["in"] else { return .all([]) }
        let (path, node) = path(list, base)
        return .item(in: path, where: conditions(item["where"], node, base), has: has(item["has"], node))
    }

    /// A rule, or paths all of which are to be present.
    private func has(_ value: JSONValue?, _ item: FieldNode?) -> DisclosureRule? {
        guard let value, let item else { return nil }
        if let paths = value.array { return .all(paths.map { .present(path($0, item).path) }) }
        return value.string == nil ? rule(value, item) : .present(path(value, item).path)
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
            problem.position = Position(in: bytes, at: offset)
            return problem
        })
    }
}

extension Standard {
    /// Whether a path of names leads to a field of the project.
    public enum KnownField: Sendable {
        case known
        case unknown(suggestion: String?)
    }

    /// - Parameter path: as in `budget/amount`.
    public func knowsField(_ path: String) -> KnownField {
        switch resolve(RulePath(path), from: project) {
        // Projects are grouped by what can be named: an object cannot.
        case .field(let node?) where !node.members.isEmpty: .unknown(suggestion: node.members.first { $0.node.members.isEmpty }.map { path + "/" + $0.name })
        case .field: .known
        case .unknown(let suggestion): .unknown(suggestion: suggestion)
        }
    }

    enum ResolvedPath {
        /// Nil for what lies in an object that may have members of any name.
        case field(FieldNode?)
        case unknown(suggestion: String?)
    }

    /// The schema of one contracting process.
    var contractingProcess: FieldNode? { project.member("contractingProcesses")?.items }

    /// The field at a path of names.
    ///
    /// - Parameter base: the object that a path without a leading slash starts at.
    func resolve(_ path: RulePath, from base: FieldNode) -> ResolvedPath {
        var node = path.isFromProject ? project : base
        var (known, guessed) = (path.names, false)
        for (position, name) in path.names.enumerated() {
            var holder = node
            while let items = holder.items { holder = items }
            if holder.members.isEmpty, holder.types.contains("object") { return guessed ? .unknown(suggestion: RulePath(isFromProject: path.isFromProject, names: known).description) : .field(nil) }
            if let next = holder.member(name) {
                node = next
            } else if let near = Suggestion.closest(to: name, among: holder.members.map(\.name)), let next = holder.member(near) {
                (node, known[position], guessed) = (next, near, true)
            } else {
                return .unknown(suggestion: nil)
            }
        }
        guard !guessed, !path.names.isEmpty else {
            return .unknown(suggestion: guessed ? RulePath(isFromProject: path.isFromProject, names: known).description : nil)
        }
        while let items = node.items { node = items }
        return .field(node)
    }
}
