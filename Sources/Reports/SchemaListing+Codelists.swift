import JSONSchema
import OC4IDS

/// Code lists, for `oc4ids schema codelist`.
extension SchemaListing {
    /// All code lists: name, number of codes, titles.
    public func codelists() -> String {
        let lists = Codelist.names.compactMap(Codelist.bundled)
        let rows = lists.map { [$0.name, Figures.count($0.codes.count, language), both($0.title)] }
        let lines = TextLayout.table([[say(.name), say(.codes), say(.titles)]] + rows, right: [1])
        let end = ["", ReportWord.codelistCount.counted(lists.count, language), say(.seeCodes, ["name": "projectSector"])]
        return text([style.text(lines[0], .bold)] + lines.dropFirst() + end)
    }

    /// One code list with all its codes. Nil when there is none of that name.
    public func codelist(_ name: String) -> String? {
        let wanted = Codelist.name(ofFile: name)
        guard let list = Codelist.bundled(wanted) ?? Codelist.names.first(where: { $0.lowercased() == wanted.lowercased() }).flatMap(Codelist.bundled) else {
            return nil
        }
        let head = [style.text(list.name, .bold), ""] + meaning((list.title, list.description)) + [""]
        let widest = min(list.codes.map(\.code.unicodeScalars.count).max() ?? 0, 40)
        let codes = list.codes.flatMap { code -> [String] in
            let descriptions = code.description.map { description in
                languages.flatMap { TextLayout.wrapped(description[$0], indent: widest + 4) }
            }
            return [style.text(TextLayout.padded(code.code, to: widest), .bold) + "  " + both(code.title)] + (descriptions ?? [])
        }
        return text(head + usage(list.name) + ["", ReportWord.codeCount.counted(list.codes.count, language), ""] + codes)
    }

    /// Up to three code lists that someone may have meant.
    public func suggestions(codelist name: String) -> [String] {
        let wanted = Suggestion.folded(name)
        let close = Suggestion.closest(to: name, among: Codelist.names, most: 3)
        let containing = Codelist.names.filter { !close.contains($0) && wanted.utf8.count > 2 && Suggestion.folded($0).contains(wanted) }
        return Array((close + containing).prefix(3))
    }

    /// The fields that take their codes from a list, and whether they allow others.
    private func usage(_ name: String) -> [String] {
        let fields = tree.fields.filter { $0.codelist == name }
        guard !fields.isEmpty else { return ["\(say(.usedBy)): \(say(.usedByNone))"] }
        if fields.allSatisfy({ $0.isOpenCodelist == fields[0].isOpenCodelist }) {
            return ["\(say(.usedBy)) (\(say(fields[0].isOpenCodelist ? .open : .closed))):"] + fields.map { "  " + $0.shown }
        }
        return [say(.usedBy) + ":"] + TextLayout.table(fields.map { [$0.shown, say($0.isOpenCodelist ? .open : .closed)] }, indent: "  ")
    }
}
