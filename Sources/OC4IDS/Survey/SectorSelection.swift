import JSONSchema

/// Which projects are wanted, by their sectors: those that name one of some codes, or a child of one, as `transport.road` is of `transport`.
/// Codes are compared as they are written, case included. The list of sectors is open, so any code may be asked for.
public struct SectorSelection: Sendable {
    public enum Problem: Error, Sendable {
        /// No code was named.
        case noCode
        /// The schema judges a package or its list of projects as a whole, so that none of the projects can be left out.
        case schemaNeedsAllProjects
    }

    /// Each once, in the order in which they were named.
    public let codes: [String]
    /// The same in UTF-8.
    private let texts: [[UInt8]]
    /// The project's field; nil where the schema does not have it, but the data may all the same.
    private let sector: Int32?
    private let id: Int32?

    private static let codelist = "projectSector"

    /// - Parameters:
    ///   - codes: blanks around them do not count.
    ///   - standard: that data will be checked against.
    public init(_ codes: [String], _ standard: Standard) throws(Problem) {
        var named: [String] = []
        for code in codes.map(SectorSelection.trimmed) where !code.isEmpty && !named.contains(code) { named.append(code) }
        guard !named.isEmpty else { throw .noCode }
        guard InputLayout.streamsPackages(standard) else { throw .schemaNeedsAllProjects }
        self.codes = named
        texts = named.map { Array($0.utf8) }
        sector = standard.project.member("sector")?.number
        id = standard.project.member("id")?.number
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Codes that are not in the standard's list, each with the one that was probably meant.
    public var unlisted: [(code: String, suggestion: String?)] {
        let listed = Codelist.bundled(SectorSelection.codelist)?.codes.map(\.code) ?? []
        return codes.filter { !listed.contains($0) }.map { ($0, Suggestion.code(for: $0, among: listed, codelist: SectorSelection.codelist)) }
    }

    // MARK: Projects

    /// What is looked at in a project to tell whether it is wanted.
    struct Facts {
        var isWanted = false
        var id: DataValue?
    }

    /// - Parameter project: a value in place of a project: what is no object has no sector.
    func facts(of project: DataValue) -> Facts {
        var facts = Facts()
        guard project.isObject else { return facts }
        let outline = project.outline
        var child = project.number + 1
        let end = child + project.extent
        while child < end {
            // An unknown key stands before its value.
            let (key, value) = outline[child].isKey ? (outline[child].text, DataValue(outline: outline, number: child + 1)) : (nil, DataValue(outline: outline, number: child))
            if key == "sector" || key == nil && value.node == sector {
                facts.isWanted = facts.isWanted || names(value)
            } else if key == "id" || key == nil && value.node == id {
                facts.id = facts.id ?? value
            }
            child = value.number + 1 + value.extent
        }
        return facts
    }

    /// Whether a field holds one of the codes: in a list, or alone in place of one.
    private func names(_ value: DataValue) -> Bool {
        guard value.isList else { return isWanted(value) }
        var item = value.number + 1
        let end = item + value.extent
        while item < end {
            let code = DataValue(outline: value.outline, number: item)
            if isWanted(code) { return true }
            item += 1 + code.extent
        }
        return false
    }

    private func isWanted(_ value: DataValue) -> Bool {
        var isWanted = false
        value.withText { bytes in
            isWanted = texts.contains { bytes.starts(with: $0) && (bytes.count == $0.count || bytes[$0.count] == UInt8(ascii: ".")) }
        }
        return isWanted
    }
}
