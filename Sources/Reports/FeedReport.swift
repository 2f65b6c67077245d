import JSONSchema
public import OC4IDS

/// What became of one feed, in words and figures, as reports show it.
public struct FeedRow: Sendable {
    public enum State: String, Sendable {
        case new, unchanged, failed
    }

    /// A code for programs, and a sentence.
    public struct Remark: Sendable {
        public var code: String
        public var message: String

        public init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }

    /// The copy that is current.
    public struct Copy: Sendable {
        public var sha256: String
        public var bytes: Int
        public var projects: Int?
        /// When it was last found to be the newest (RFC 3339).
        public var from: String
        /// The same in words: «hace 3 días».
        public var age: String

        public init(sha256: String, bytes: Int, projects: Int?, from: String, age: String) {
            self.sha256 = sha256
            self.bytes = bytes
            self.projects = projects
            self.from = from
            self.age = age
        }
    }

    public var id: String
    /// How it is named to people.
    public var name: String
    /// Without credentials.
    public var address: String
    public var publisher: String?
    public var country: String?
    public var state: State
    public var failure: Remark?
    public var warnings: [Remark]
    public var copy: Copy?
    /// What the copy's data is like; nil without a copy.
    public var check: FeedCheck?

    public init(id: String, name: String, address: String, publisher: String? = nil, country: String? = nil, state: State, failure: Remark? = nil, warnings: [Remark] = [],
                copy: Copy? = nil, check: FeedCheck? = nil) {
        self.id = id
        self.name = name
        self.address = address
        self.publisher = publisher
        self.country = country
        self.state = state
        self.failure = failure
        self.warnings = warnings
        self.copy = copy
        self.check = check
    }
}

/// What reviewing a copy came to: of several inputs in an archive, all together.
public struct FeedCheck: Sendable, Equatable {
    public private(set) var inputs = 0
    public private(set) var projects = 0
    public private(set) var errors = 0
    public private(set) var warnings = 0
    public private(set) var infos = 0
    public private(set) var unreadable = 0
    /// Sums over all projects: their scores, and how many have one.
    private var strict = Mean()
    private var due = Mean()

    public init() {}

    public var strictScore: Billionths? { strict.score.score }
    public var dueScore: Billionths? { due.score.score }

    public mutating func add(_ outcome: Outcome) {
        inputs += 1
        switch outcome {
        case .failure: unreadable += 1
        case .review(let review):
            projects += review.summary.projects
            errors += review.summary.errors
            warnings += review.summary.warnings
            infos += review.summary.infos
            if review.badLineCount > 0 { unreadable += 1 }
            if let disclosure = review.disclosure {
                strict.merge(Mean(disclosure.strict))
                due.merge(Mean(disclosure.due))
            }
        }
    }
}

/// Reports on feeds: a line each and a table at the end, or JSON, or CSV.
public struct FeedReport: Sendable {
    let language: Language
    let style: TextStyle

    public init(language: Language, style: TextStyle = .plain) {
        self.language = language
        self.style = style
    }

    // MARK: Text

    /// One line, and below it one for each warning.
    public func text(_ row: FeedRow) -> String {
        let sign = row.state == .failed ? style.text("✘", .red) : style.text("✔", .green)
        var parts: [String] = []
        switch row.state {
        case .new: parts.append(say(.isNew))
        case .unchanged: parts.append(say(.isUnchanged))
        case .failed: break
        }
        if let failure = row.failure {
            let kept = row.copy.map { say(.keptFrom, ["age": $0.age]) } ?? say(.keptNothing)
            // Some messages are sentences.
            let message = failure.message.hasSuffix(".") ? String(failure.message.dropLast()) : failure.message
            parts.append("\(message); \(kept)")
        }
        if let copy = row.copy {
            if let projects = copy.projects { parts.append(ReportWord.projects.counted(projects, language)) }
            parts.append(Figures.bytes(copy.bytes, language))
        }
        if let check = row.check { parts.append(verdict(check)) }
        let lines = ["\(sign) \(style.text(VisibleText.escaped(row.name), .bold)): " + parts.joined(separator: " · ")] + row.warnings.map { "  \(style.text("!", .yellow)) \($0.message)" }
        return lines.map { $0 + "\n" }.joined()
    }

    private func verdict(_ check: FeedCheck) -> String {
        if check.unreadable > 0 { return say(.dataUnreadable) }
        let found = check.errors == 0 ? say(.dataClean) : FeedMessage.dataFindings.counted(check.errors, language)
        guard let due = check.dueScore else { return found }
        return "\(found) · \(say(.dataDisclosed, ["percent": Figures.percent(due, language)]))"
    }

    /// The table at the end, and how many came.
    ///
    /// - Parameter isShort: without the table.
    public func closing(_ rows: [FeedRow], isShort: Bool = false) -> String {
        var cells = [[say(.feed), say(.outcome), say(.projects), say(.size), say(.age), say(.data)]]
        for row in rows {
            let outcome = switch row.state {
            case .new: say(.isNew)
            case .unchanged: say(.isUnchanged)
            case .failed: say(.outcomeFailed, ["reason": row.failure?.code ?? "–"])
            }
            cells.append([TextLayout.cutInside(VisibleText.escaped(row.name), to: 40), outcome, row.copy?.projects.map { Figures.count($0, language) } ?? "–",
                          row.copy.map { Figures.bytes($0.bytes, language) } ?? "–", row.copy?.age ?? "–", row.check.map(verdict) ?? "–"])
        }
        let table = TextLayout.table(cells, right: [2, 3])
        let counts = [FeedRow.State.new, .unchanged, .failed].map { state in rows.count { $0.state == state } }
        var totals = [FeedMessage.feedsTotal.counted(rows.count, language)]
        for (count, word) in zip(counts, [FeedMessage.feedsNew, .feedsUnchanged, .feedsFailed]) where count > 0 { totals.append(word.counted(count, language)) }
        let sign = counts[2] > 0 ? style.text("✘", .red) : style.text("✔", .green)
        let signs = rows.map { $0.state == .failed ? style.text("✘", .red) : style.text("✔", .green) }
        var lines = rows.count > 1 && !isShort ? ["", "  " + style.text(table[0], .dim)] + zip(signs, table.dropFirst()).map { "\($0) \($1)" } : []
        lines += (isShort ? [] : [""]) + ["\(sign) " + style.text(totals.joined(separator: " · "), .bold)]
        return lines.map { $0 + "\n" }.joined()
    }

    private func say(_ message: FeedMessage, _ values: [String: String] = [:]) -> String {
        message.text(language, values)
    }

    // MARK: JSON

    /// One object on one line (`Schemas/feeds/fetch.schema.json`).
    public func json(_ row: FeedRow, toolVersion: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.tool(version: toolVersion)
            writer.key("feed")
            writer.object { writer in
                writer.member("id", row.id)
                writer.member("url", row.address)
                writer.member("publisher", row.publisher)
                writer.member("country", row.country)
            }
            writer.member("outcome", row.state.rawValue)
            if let failure = row.failure {
                writer.key("failure")
                writer.remark(code: failure.code, message: failure.message)
            }
            writer.key("warnings")
            writer.array(row.warnings) { $0.remark(code: $1.code, message: $1.message) }
            if let copy = row.copy {
                writer.key("copy")
                writer.object { writer in
                    writer.member("sha256", copy.sha256)
                    writer.member("bytes", copy.bytes)
                    writer.member("projects", copy.projects)
                    writer.member("from", copy.from)
                }
            }
            if let check = row.check {
                writer.key("data")
                writer.object { writer in
                    writer.member("inputs", check.inputs)
                    writer.member("projects", check.projects)
                    writer.member("errors", check.errors)
                    writer.member("warnings", check.warnings)
                    writer.member("infos", check.infos)
                    writer.member("unreadable", check.unreadable)
                    writer.member("strict", check.strictScore)
                    writer.member("due", check.dueScore)
                }
            }
        }
        return writer.text + [0x0A]
    }

    // MARK: CSV

    private static let columns = ["id", "url", "publisher", "country", "outcome", "failureCode", "failureMessage", "warnings", "sha256", "bytes", "projects", "from",
                                  "errors", "dataWarnings", "infos", "unreadable", "strict", "due"]

    /// The line of column names, behind a byte order mark.
    public var csvHead: [UInt8] {
        var writer = CSVWriter()
        writer.row(FeedReport.columns.map(CSVWriter.Cell.text))
        return CSVWriter.byteOrderMark + writer.bytes
    }

    public func csv(_ row: FeedRow) -> [UInt8] {
        var writer = CSVWriter()
        let warnings = row.warnings.map(\.message).joined(separator: "; ")
        writer.row([.text(row.id), .text(row.address), .init(row.publisher), .init(row.country), .text(row.state.rawValue), .init(row.failure?.code),
                    .init(row.failure?.message), .init(warnings.isEmpty ? nil : warnings), .init(row.copy?.sha256), .init(row.copy?.bytes), .init(row.copy?.projects),
                    .init(row.copy?.from), .init(row.check?.errors), .init(row.check?.warnings), .init(row.check?.infos), .init(row.check?.unreadable), .init(row.check?.strictScore), .init(row.check?.dueScore)])
        return writer.bytes
    }
}
