import JSONSchema
import OC4IDS

/// What stands in the data beside the standard: codes outside open lists, fields that the schema does not have.
///
/// There may be hundreds of either, so `usual` shows the most frequent ones, each with its first place.
extension TextReport {
    /// Entries that `usual` shows: additional fields, fields with unlisted codes.
    private static let usualEntries = 8
    /// Codes of one field that `usual` shows.
    private static let usualValues = 3
    /// Places of an entry that `usual` shows.
    static let usualPlacesOfEntry = 1

    // MARK: Codes

    /// Those outside closed lists are errors of the schema and stand there.
    struct UnlistedCodes {
        var fields: [CodelistFinding]
        var isSample: Bool
        var count: Int { fields.reduce(0) { $0 + $1.count } }

        init(_ review: Review) {
            fields = review.codelists.filter(\.isOpen)
            isSample = review.samples.codes
        }
    }

    func unlistedCodes(_ codes: UnlistedCodes, _ widest: Int) -> [String] {
        guard let first = codes.fields.first else { return [] }
        var lines = headLine(.warning, codes.count, widest, explainer.unlistedCodeMessage)
            + hintLines(explainer.unlistedCodeHint(codelist: first.codelist), indent: TextReport.indent)
        let fields = codes.fields.prefix(entries(codes.fields.count, usual: TextReport.usualEntries))
        for field in fields {
            let list = "(" + say(.ofCodelist, ["name": VisibleText.escaped(field.codelist)]) + ")"
            lines.append(TextLayout.spaces(TextReport.indent) + fieldWords(field.field) + " " + list)
            lines += values(of: field)
        }
        return lines + moreEntriesLine(codes.fields.count - fields.count, indent: TextReport.indent) + sampleLine(codes.isSample)
    }

    /// Of what there is too much of, only a part can be told.
    private func sampleLine(_ isSample: Bool) -> [String] {
        isSample ? TextLayout.wrapped(say(.entriesSample), indent: TextReport.indent) : []
    }

    private func values(of field: CodelistFinding) -> [String] {
        let indent = TextReport.indent * 2
        let values = field.values.prefix(entries(field.values.count, usual: TextReport.usualValues))
        let entries = values.map { value in
            Entry(count: value.count, parts: [quoted(value.value)] + question(explainer.suggestion(field, value)),
                  places: value.places.map { PlaceRow(place: $0, notes: []) })
        }
        return lines(entries, indent: indent) + moreEntriesLine(field.values.count - values.count, indent: indent)
    }

    // MARK: Fields

    func additionalFields(_ review: Review, _ widest: Int) -> [String] {
        let all = review.additionalFields
        guard !all.isEmpty else { return [] }
        let head = headLine(.warning, AdditionalField.count(review), widest, explainer.additionalFieldMessage)
            + hintLines(explainer.additionalFieldHint, indent: TextReport.indent)
        let fields = all.prefix(entries(all.count, usual: TextReport.usualEntries))
        let entries = fields.map { field in
            var parts = [style.text(TextLayout.cutInside(VisibleText.escaped(FieldIndex.shown(field.field)), to: TextReport.longestName), .bold)]
                + question(explainer.suggestion(field))
            let examples = field.examples.map(quoted)
            // One place's value stands beside the place, as all do with --verbose.
            if verbosity != .verbose, examples.count > 1 { parts.append("· " + say(.forExample, ["values": examples.joined(separator: ", ")])) }
            let showsValues = verbosity == .verbose || examples.count < 2
            let places = field.places.map { PlaceRow(place: $0, notes: showsValues ? [value($0)].compactMap(\.self) : []) }
            return Entry(count: field.count, parts: parts, places: places)
        }
        return head + lines(entries, indent: TextReport.indent) + moreEntriesLine(all.count - fields.count, indent: TextReport.indent)
            + sampleLine(review.samples.additionalFields)
    }

    // MARK: Entries

    /// One code or field.
    private struct Entry {
        var count: Int
        var parts: [String]
        var places: [PlaceRow]
    }

    /// What each is, and where.
    private func lines(_ entries: [Entry], indent: Int) -> [String] {
        let widest = entries.map { Figures.count($0.count, language).count }.max() ?? 1
        let heads = entries.map { entry -> [String] in
            let front = TextLayout.spaces(indent) + times(entry.count, widest) + " "
            let below = TextLayout.spaces(front.unicodeScalars.count)
            let words = TextLayout.flowed(entry.parts, separator: " ", width: TextLayout.width - front.unicodeScalars.count)
            return words.enumerated().map { ($0.offset == 0 ? front : below) + $0.element }
        }
        let inner = indent + times(0, widest).unicodeScalars.count + 1
        guard verbosity != .verbose else {
            return zip(entries, heads).flatMap { $1 + placeLines($0.places, count: $0.count, indent: inner) }
        }
        // How many more places there are is told by the count.
        let places = entries.map { placeLines(Array($0.places.prefix(TextReport.usualPlacesOfEntry)), count: 0, indent: inner) }
        let widestHead = heads.compactMap { $0.count == 1 ? columns($0[0]) : nil }.filter { $0 <= TextReport.widestHead }.max() ?? 0
        return zip(heads, places).flatMap { head, places -> [String] in
            guard head.count == 1, places.count == 1, columns(head[0]) <= widestHead else { return head + places }
            let place = places[0].drop { $0 == " " }
            guard widestHead + 2 + columns(place) <= TextLayout.width else { return head + places }
            return [head[0] + TextLayout.spaces(widestHead - columns(head[0]) + 2) + place]
        }
    }

    /// Places stand beside heads up to this width, in columns, and else below.
    private static let widestHead = 50

    /// Without what only colours it.
    private func columns(_ text: some StringProtocol) -> Int {
        style.plain(text).unicodeScalars.count
    }

    /// So many entries are shown. Nothing is left out to save a single line.
    func entries(_ count: Int, usual: Int) -> Int {
        verbosity == .verbose || count == usual + 1 ? count : usual
    }

    func moreEntriesLine(_ count: Int, indent: Int) -> [String] {
        guard count > 0 else { return [] }
        return [TextLayout.spaces(indent) + style.text(say(.moreEntries, ["count": Figures.count(count, language)]), .dim)]
    }

    private func question(_ suggestion: String?) -> [String] {
        suggestion.map { ["(" + say(.didYouMean, ["value": VisibleText.escaped($0)]) + ")"] } ?? []
    }

    /// A scalar in a sentence: text in quotes.
    func quoted(_ value: Excerpt) -> String {
        if case .text = value { "\"\(Excerpts.short(value))\"" } else { Excerpts.short(value) }
    }
}

extension CodelistFinding {
    /// Of all values.
    var count: Int { values.reduce(0) { $0 + $1.count } }
}

extension AdditionalField {
    /// Places of all additional fields.
    static func count(_ review: Review) -> Int { review.additionalFields.reduce(0) { $0 + $1.count } }
}
