import JSONSchema
import OC4IDS

/// The findings of one input: what is wrong and what to do, then the fields, then the places.
extension TextReport {
    /// Columns before a finding's sentences and fields; its places stand twice as far in.
    static let indent = 4
    /// Longest pointer, in columns, that stands in a place's line.
    private static let longestPointer = 90

    /// Errors first: lines that could not be read, the schema's, those of checks. Then warnings and notes.
    func findings(_ review: Review) -> [String] {
        let findings = Finding.all(in: review, explainer)
        let codes = UnlistedCodes(review)
        let counts = findings.map(\.count) + review.checks.map(\.count) + [review.badLineCount, codes.count, AdditionalField.count(review)]
        let widest = counts.filter { $0 > 0 }.map { Figures.count($0, language).count }.max() ?? 1
        func checks(_ severity: Severity) -> [[String]] {
            review.checks.filter { $0.check.severity == severity }.map { check($0, widest) }
        }
        var blocks = [badLines(review, widest)] + findings.map { self.lines($0, widest) } + checks(.error)
        blocks += [unlistedCodes(codes, widest), additionalFields(review, widest)] + checks(.warning) + checks(.info)
        let text = blocks.filter { !$0.isEmpty }.flatMap { [""] + $0 }
        return text + (moreWord(review, codes).map { ["", style.text(say($0), .dim)] } ?? [])
    }

    /// How to see the places that are left out.
    private func moreWord(_ review: Review, _ codes: UnlistedCodes) -> ReportWord? {
        let groups = review.errorGroups.map { (severity: Severity.error, listed: $0.places.count, count: $0.count) }
            + review.checks.map { (severity: $0.check.severity, listed: $0.places.count, count: $0.count) }
            + [(severity: .error, listed: review.badLines.count, count: review.badLineCount)]
        let entries = codes.fields.flatMap(\.values).map { (listed: $0.places.count, count: $0.count) }
            + review.additionalFields.map { (listed: $0.places.count, count: $0.count) }
        if groups.contains(where: { shown($0.severity, listed: $0.listed, count: $0.count) < $0.listed }) { return .moreWithVerbose }
        if verbosity != .verbose, entries.contains(where: { $0.listed > TextReport.usualPlacesOfEntry }) { return .moreWithVerbose }
        return groups.contains { $0.listed < $0.count } || entries.contains { $0.listed < $0.count } ? .moreWithExamples : nil
    }

    // MARK: Findings

    private func lines(_ finding: Finding, _ widest: Int) -> [String] {
        let margin = TextLayout.spaces(TextReport.indent)
        let widestOfField = finding.groups.map { Figures.count($0.count, language).count }.max() ?? 1
        var lines = headLine(.error, finding.count, widest, finding.message) + hintLines(finding.advice, indent: TextReport.indent)
        for group in finding.groups {
            lines.append(margin + (finding.groups.count > 1 ? times(group.count, widestOfField) + " " : "") + fieldWords(group))
            let places = group.places.prefix(shown(.error, listed: group.places.count, count: group.count))
            lines += placeLines(places.map { PlaceRow(place: $0, notes: notes(group, $0)) }, count: group.count, indent: TextReport.indent * 2)
        }
        return lines
    }

    private func check(_ result: CheckResult, _ widest: Int) -> [String] {
        let places = result.places.prefix(shown(result.check.severity, listed: result.places.count, count: result.count)).map { place in
            PlaceRow(place: place, notes: [value(place), place.other.map(otherPlace)].compactMap { $0 })
        }
        return headLine(result.check.severity, result.count, widest, explainer.message(result))
            + hintLines(explainer.hint(result), indent: TextReport.indent)
            + placeLines(places, count: result.count, indent: TextReport.indent)
    }

    /// The other place of a pair, in which input where it is another one.
    private func otherPlace(_ other: FoundPlace.Other) -> String {
        var words = position(other.position)
        guard let input = other.input else { return "(" + say(.first, words) + ")" }
        words["input"] = VisibleText.escaped(input)
        return "(" + say(.firstInOther, words) + ")"
    }

    /// Where only disclosure was asked for: lines that could not be read are not scored either.
    func unreadLines(_ review: Review) -> [String] {
        let lines = badLines(review, 0)
        return lines.isEmpty ? [] : [""] + lines
    }

    private func badLines(_ review: Review, _ widest: Int) -> [String] {
        guard review.badLineCount > 0 else { return [] }
        var lines = headLine(.error, review.badLineCount, widest, say(.badLinesTitle))
        let count = shown(.error, listed: review.badLines.count, count: review.badLineCount)
        for line in review.badLines.prefix(count) {
            let place = say(.place, position(Position(of: line.error)))
            lines += TextLayout.wrapped("\(place) · \(explainer.message(line.error))", indent: TextReport.indent)
            lines += hintLines(explainer.hint(line.error), indent: TextReport.indent + 2)
        }
        return lines + moreLine(review.badLineCount - count, indent: TextReport.indent)
    }

    func headLine(_ severity: Severity, _ count: Int, _ widest: Int, _ message: String) -> [String] {
        let sign = switch severity {
        case .error: style.text("✘", .red)
        case .warning: style.text("!", .yellow)
        case .info: "i"
        }
        let margin = times(count, widest) + " "
        let lines = TextLayout.wrapped(message, indent: 2 + margin.unicodeScalars.count)
        return lines.enumerated().map { position, line in
            let words = style.text(String(line.drop { $0 == " " }), .bold)
            return position == 0 ? "\(sign) \(margin)\(words)" : TextLayout.spaces(2 + margin.unicodeScalars.count) + words
        }
    }

    func times(_ count: Int, _ widest: Int) -> String {
        TextLayout.padded(left: Figures.count(count, language), to: widest) + " ×"
    }

    /// A field as people name it, and its title. What is missing counts as the field.
    private func fieldWords(_ group: ErrorGroup) -> String {
        fieldWords(group.field + (group.property.map { [$0] } ?? []))
    }

    func fieldWords(_ field: [String]) -> String {
        guard !field.isEmpty else { return style.text(say(.wholePackage), .bold) }
        let shown = TextLayout.cutInside(VisibleText.escaped(FieldIndex.shown(field)), to: TextReport.longestName)
        return style.text(shown, .bold) + (explainer.title(field).map { " · \($0)" } ?? "")
    }

    func hintLines(_ hint: String, indent: Int) -> [String] {
        guard !hint.isEmpty else { return [] }
        return TextLayout.wrapped(hint, indent: indent + 2, first: TextLayout.spaces(indent) + "→ ")
    }

    // MARK: Places

    /// A place, and what stands there.
    struct PlaceRow {
        var place: FoundPlace
        var notes: [String]
    }

    /// So many of the listed places are shown: fewer where less is at stake. Nothing is left out to save a single line.
    private func shown(_ severity: Severity, listed: Int, count: Int) -> Int {
        let usual = switch severity {
        case .error: TextReport.usualPlaces
        case .warning: TextReport.usualPlaces - 1
        case .info: TextReport.usualPlaces - 2
        }
        if verbosity == .verbose || (count == listed && count == usual + 1) { return listed }
        return min(listed, usual)
    }

    func placeLines(_ rows: [PlaceRow], count: Int, indent: Int) -> [String] {
        let margin = TextLayout.spaces(indent)
        let positions = rows.map { say(.place, position($0.place.position)) }
        let pointers = rows.map { pointer($0.place.pointer) }
        let widest = positions.map { $0.unicodeScalars.count }.max() ?? 0
        let widestPointer = pointers.map { $0.unicodeScalars.count }.max() ?? 0
        var lines: [String] = []
        for (row, (position, pointer)) in zip(rows, zip(positions, pointers)) {
            let front = margin + TextLayout.padded(position, to: widest) + "  "
            let whole = front + TextLayout.padded(pointer, to: widestPointer) + "  " + row.notes.joined(separator: " ")
            if row.notes.isEmpty {
                lines.append(front + pointer)
            } else if whole.unicodeScalars.count <= TextLayout.width {
                lines.append(whole)
            } else {
                let below = TextLayout.spaces(front.unicodeScalars.count)
                let room = TextLayout.width - front.unicodeScalars.count
                lines.append(front + pointer)
                lines += TextLayout.flowed(row.notes, separator: " ", width: room).map { below + $0 }
            }
        }
        return lines + moreLine(count - rows.count, indent: indent)
    }

    private func moreLine(_ count: Int, indent: Int) -> [String] {
        guard count > 0 else { return [] }
        return [TextLayout.spaces(indent) + style.text(say(.more, ["count": Figures.count(count, language)]), .dim)]
    }

    /// Plain digits: to be typed into an editor's «go to line».
    func position(_ position: Position) -> [String: String] {
        ["line": String(position.line), "column": String(position.column)]
    }

    func pointer(_ pointer: JSONPointer) -> String {
        let text = pointer.description
        return text.isEmpty ? say(.wholeDocument) : TextLayout.cutInside(VisibleText.escaped(text), to: TextReport.longestPointer)
    }

    private func notes(_ group: ErrorGroup, _ place: FoundPlace) -> [String] {
        if place.twins.count == 2 { return [say(.items, ["first": String(place.twins[0] + 1), "second": String(place.twins[1] + 1)])] }
        if group.keyword == .required || group.keyword == .dependencies { return [] }
        var notes: [String] = []
        if let property = place.property { notes.append("\"\(TextLayout.cut(VisibleText.escaped(property), to: Excerpts.longest))\"") }
        if let value = value(place) {
            notes.append(value)
        } else if group.keyword == .type, let type = place.type {
            notes.append(explainer.typeName(type))
        }
        if let correction = explainer.correction(group, place) {
            notes.append("(" + say(.perhaps, ["value": VisibleText.escaped(correction)]) + ")")
        }
        return notes
    }

    /// A scalar as it stands in the file.
    func value(_ place: FoundPlace) -> String? {
        place.value.map(quoted)
    }

    // MARK: Failures

    func failureLines(_ failure: InputFailure) -> [String] {
        var lines = TextLayout.wrapped("\(say(.unreadable)). \(explainer.message(failure))", indent: 2).enumerated().map { position, line in
            (position == 0 ? "\(failureSign) " : "  ") + style.text(String(line.dropFirst(2)), .bold)
        }
        if case .reading(let error) = failure.reason, error.code.hasPlace {
            let place = position(Position(of: error)).merging(["bytes": Figures.bytesExactly(error.offset, language)]) { $1 }
            lines.append("  " + say(.placeInText, place))
        }
        return lines + hintLines(explainer.hint(failure), indent: 2)
    }
}

extension Position {
    init(of error: ReadingError) {
        self.init(line: error.line, column: error.column)
    }
}

extension ReadingError.Code {
    /// The trouble lies at one place, not with the file as a whole.
    var hasPlace: Bool {
        switch self {
        case .empty, .utf16, .utf32, .html, .xml, .gzip, .zip, .pdf, .excel, .image, .archive, .csv: false
        default: true
        }
    }
}
