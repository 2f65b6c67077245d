import JSONSchema

/// Puts what checks have found into results.
enum CheckResults {
    /// - Parameter review: says already what stands beside the standard.
    static func make(_ walked: WalkResult<Surveyor>, _ places: [Digest: [FoundPlace]], _ review: Review, examples: Int) -> [CheckResult] {
        var results: [CheckResult] = []
        let kind = review.input.kind
        for check in Check.allCases {
            let count = check == .duplicateKey ? walked.duplicateKeys : walked.observer.findings.counts[check.position]
            guard count > 0 else { continue }
            results.append(CheckResult(check: check, count: count, places: check == .duplicateKey ? duplicateKeys(walked, kind) : places[check.tag] ?? []))
        }
        if let result = walked.observer.repeatedTexts.result(places) { results.append(result) }
        let codes = review.codelists.flatMap(\.values).filter { $0.suggestion != nil }.map { ($0.count, $0.places) }
        let fields = review.additionalFields.filter { $0.suggestion != nil }.map { ($0.count, $0.places) }
        results += [joined(.mistypedCodes, codes, isSample: review.samples.codes, examples),
                    joined(.mistypedFields, fields, isSample: review.samples.additionalFields, examples)].compactMap(\.self)
        return results.sorted { $0.check < $1.check }
    }

    private static func duplicateKeys(_ walked: WalkResult<Surveyor>, _ kind: InputKind) -> [FoundPlace] {
        walked.places.filter { $0.site == nil && $0.tag == nil }.sorted { $0.offset < $1.offset }.map { ErrorGroups.shown($0, kind) }
    }

    /// One result of what was found group by group: of the places the first ones. Nil where nothing was, unless only a sample was looked at.
    private static func joined(_ check: Check, _ groups: [(count: Int, places: [FoundPlace])], isSample: Bool, _ examples: Int) -> CheckResult? {
        guard !groups.isEmpty || isSample else { return nil }
        let places = groups.flatMap(\.places).sorted { $0.offset < $1.offset }
        return CheckResult(check: check, count: groups.reduce(0) { $0 + $1.count }, places: Array(places.prefix(examples == 0 ? .max : examples)), isSample: isSample)
    }
}
