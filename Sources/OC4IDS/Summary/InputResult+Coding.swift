/// A result as bytes, but for the ids of its projects: a tenth of what it is in memory, and quick to write and to read.
extension InputResult {
    private static let empty = InputResult(id: "", name: "", order: Order(unit: 0, number: 0), attributes: Attributes())

    package var packed: [UInt8] {
        var (result, coder) = (self, PartCoder())
        result.code(&coder)
        // Without the room that was made for more: many of these are kept.
        return coder.bytes.withUnsafeBufferPointer { Array($0) }
    }

    /// Nil for bytes that no result has.
    package init?(packed bytes: some Collection<UInt8>) {
        self = InputResult.empty
        var coder = PartCoder(reading: Array(bytes))
        code(&coder)
        guard coder.isComplete else { return nil }
    }

    private mutating func code(_ coder: inout PartCoder) {
        coder.text(&id)
        coder.text(&name)
        coder.count(&order.unit, most: PartCoder.mostBytes)
        coder.count(&order.number, most: PartCoder.mostBytes)
        coder.optional(&attributes.publisher)
        coder.optional(&attributes.ministry)
        coder.optional(&bytes, most: PartCoder.mostBytes)
        coder.optional(&sha256)
        coder.optional(&review, new: Reviewed()) { $1.code(&$0) }
        coder.optional(&failure, new: Failure()) { $1.code(&$0) }
        coder.optional(&sectors, new: []) { $0.texts(&$1) }
        coder.optional(&keptCopy, new: KeptCopy()) { $1.code(&$0) }
    }
}

extension InputResult.Failure {
    fileprivate init() { self.init(code: "", message: "") }

    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&code)
        coder.text(&message)
    }
}

extension InputResult.KeptCopy {
    fileprivate init() { (from, days, failure) = ("", 0, .init()) }

    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&from)
        coder.count(&days)
        failure.code(&coder)
    }
}

extension InputResult.Reviewed {
    fileprivate init() {
        self.init(kind: "", projects: 0, contractingProcesses: 0, errors: 0, warnings: 0, infos: 0, badLines: 0, valid: false, findings: [])
    }

    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&kind)
        // Whether their sums fit is for `ResultSums` to say.
        for count in [\Self.projects, \.contractingProcesses, \.errors, \.warnings, \.infos, \.badLines] { coder.count(&self[keyPath: count], most: .max) }
        coder.optional(&leftOut, most: .max)
        coder.flag(&valid)
        coder.optional(&publisher)
        coder.optional(&newest)
        coder.optional(&timeliness, new: .init(frequency: "", since: "", isMet: false)) { $1.code(&$0) }
        coder.list(&findings, new: .init(kind: .schema, id: "", severity: "", count: 0)) { $1.code(&$0) }
        coder.optional(&disclosure, new: .init(profile: "", strict: Mean(), due: Mean(), elements: [], groups: [])) { $1.code(&$0) }
    }
}

extension InputResult.Timeliness {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&frequency)
        coder.text(&since)
        coder.flag(&isMet)
    }
}

extension InputResult.FindingCount {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        var position = Kind.allCases.firstIndex(of: kind) ?? 0
        coder.count(&position, most: Kind.allCases.count - 1)
        kind = Kind.allCases[position]
        coder.text(&id)
        coder.text(&severity)
        coder.count(&count, most: .max)
    }
}

extension InputResult.Scores {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&profile)
        strict.code(&coder)
        due.code(&coder)
        coder.list(&elements, new: .init(id: "", strict: Mean(), due: Mean(), disclosed: 0, partial: 0, missing: 0, notDue: 0, unknown: 0)) { $1.code(&$0) }
        coder.list(&groups, new: .init(by: "", values: [])) { $1.code(&$0) }
    }
}

extension InputResult.Element {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&id)
        strict.code(&coder)
        due.code(&coder)
        for count in [\Self.disclosed, \.partial, \.missing, \.notDue, \.unknown] { coder.count(&self[keyPath: count], most: .max) }
    }
}

extension InputResult.Grouping {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.text(&by)
        coder.list(&values, new: .init(name: nil, projects: 0, strict: Mean(), due: Mean())) { $1.code(&$0) }
        var isSample = isSample ?? false
        coder.flag(&isSample)
        self.isSample = isSample ? true : nil
    }
}

extension InputResult.Group {
    fileprivate mutating func code(_ coder: inout PartCoder) {
        coder.optional(&name)
        coder.count(&projects, most: .max)
        strict.code(&coder)
        due.code(&coder)
    }
}

extension Mean {
    fileprivate mutating func code(_ coder: inout PartCoder) { code(&coder, most: ResultSums.mostScores) }
}
