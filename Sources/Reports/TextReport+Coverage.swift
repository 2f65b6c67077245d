import OC4IDS

/// How far fields are filled in.
///
/// `usual` shows the parts of a project in two columns, `verbose` the whole tree of fields as the schema orders it.
extension TextReport {
    private static let longestBar = 10
    private static let shortestBar = 6
    private static let margin = 2
    /// Between columns that belong together.
    private static let gap = 2
    /// Between the two halves of the compact view.
    private static let gutter = 4

    func coverage(_ review: Review) -> [String] {
        let fields = review.coverage.filter { $0.of > 0 }
        let ofProjects = review.coverage.filter { $0.field.count > 1 && $0.field.first == "projects" }
        let parts = ofProjects.filter { $0.field.count == 2 && $0.of > 0 }
        guard !parts.isEmpty else { return [] }
        let figures = ["used": Figures.count(ofProjects.count { $0.present > 0 }, language), "all": Figures.count(ofProjects.count, language)]
        let head = ["", style.text(say(.coverage, figures), .bold)]
        if verbosity == .verbose { return head + [""] + tree(fields) }
        return head + compact(parts) + ["", style.text(say(.moreFields), .dim)]
    }

    // MARK: The parts of a project

    private func compact(_ parts: [FieldCoverage]) -> [String] {
        let empty = names(parts.filter { $0.present == 0 }, .emptyFields)
        let filled = parts.filter { $0.present > 0 }
        guard let projects = parts.map(\.of).max(), projects > 1, !filled.isEmpty else {
            // A bar for one project would be full or empty.
            return names(filled, .filledFields) + empty
        }
        let intro = say(.coverageOfProjects, ["count": Figures.count(projects, language)])
        return [intro, ""] + columns(filled) + (empty.isEmpty ? [] : [""]) + empty
    }

    private func names(_ parts: [FieldCoverage], _ word: ReportWord) -> [String] {
        guard !parts.isEmpty else { return [] }
        return TextLayout.wrapped(say(word, ["fields": parts.map(title).joined(separator: ", ")]), indent: TextReport.margin, first: "")
    }

    /// One below the other in two columns, or in one where two would be too wide.
    private func columns(_ parts: [FieldCoverage]) -> [String] {
        let half = (parts.count + 1) / 2
        let halves = [Array(parts.prefix(half)), Array(parts.dropFirst(half))].filter { !$0.isEmpty }
        let besides = halves.map { Columns($0, title, self).width(bar: 0) }.reduce(0, +) + TextReport.margin + TextReport.gutter * (halves.count - 1)
        let bar = min(TextReport.longestBar, (TextLayout.width - besides) / max(halves.count, 1))
        guard bar >= TextReport.shortestBar else {
            return Columns(parts, title, self).lines(bar: TextReport.longestBar).map { TextLayout.spaces(TextReport.margin) + $0 }
        }
        let lines = halves.map { Columns($0, title, self).lines(bar: bar) }
        return lines[0].indices.map { row in
            TextLayout.spaces(TextReport.margin) + lines.filter { row < $0.count }.map { $0[row] }.joined(separator: TextLayout.spaces(TextReport.gutter))
        }
    }

    private func title(_ field: FieldCoverage) -> String {
        explainer.title(field.field) ?? VisibleText.escaped(field.field.last ?? "")
    }

    /// Name, bar, number and percentage, each as wide as its widest.
    private struct Columns {
        private let rows: [(name: String, field: FieldCoverage, count: String, percent: String)]
        private let widths: (name: Int, count: Int, percent: Int)
        private let report: TextReport

        init(_ fields: [FieldCoverage], _ name: (FieldCoverage) -> String, _ report: TextReport) {
            rows = fields.map { (TextLayout.cut(name($0), to: 40), $0, Figures.count($0.present, report.language), report.percent($0)) }
            widths = (rows.map { $0.name.unicodeScalars.count }.max() ?? 0, rows.map { $0.count.unicodeScalars.count }.max() ?? 0,
                      rows.map { $0.percent.unicodeScalars.count }.max() ?? 0)
            self.report = report
        }

        func width(bar: Int) -> Int {
            widths.name + bar + widths.count + widths.percent + TextReport.gap * 2 + 1
        }

        func lines(bar: Int) -> [String] {
            let gap = TextLayout.spaces(TextReport.gap)
            return rows.map { row in
                [TextLayout.padded(row.name, to: widths.name), report.bar(row.field, bar) + " " + TextLayout.padded(left: row.count, to: widths.count),
                 TextLayout.padded(left: row.percent, to: widths.percent)].joined(separator: gap)
            }
        }
    }

    // MARK: All fields

    /// Fields that could be there, indented by depth, with their names; titles as far as there is room.
    private func tree(_ fields: [FieldCoverage]) -> [String] {
        let top = fields.map(\.field.count).min() ?? 1
        let rows = fields.map { field in
            (name: TextLayout.spaces(2 * (field.field.count - top)) + VisibleText.escaped(field.field.last ?? ""), field: field,
             counts: (Figures.count(field.present, language), Figures.count(field.of, language)), percent: percent(field))
        }
        let widestName = min(rows.map { $0.name.unicodeScalars.count }.max() ?? 0, TextReport.widestTreeName)
        let widest = (rows.map(\.counts.0.count).max() ?? 0, rows.map(\.counts.1.count).max() ?? 0)
        let widestPercent = rows.map { $0.percent.unicodeScalars.count }.max() ?? 0
        let gap = TextLayout.spaces(TextReport.gap)
        return rows.map { row in
            let counts = say(.presentOf, ["present": TextLayout.padded(left: row.counts.0, to: widest.0), "of": TextLayout.padded(left: row.counts.1, to: widest.1)])
            let front = TextLayout.spaces(TextReport.margin) + TextLayout.padded(TextLayout.cut(row.name, to: widestName), to: widestName)
            let figures = counts + gap + TextLayout.padded(left: row.percent, to: widestPercent)
            let taken = front.unicodeScalars.count + TextReport.longestBar + figures.unicodeScalars.count + TextReport.gap * 3
            let title = explainer.title(row.field.field).map { TextLayout.cut($0, to: TextLayout.width - taken) } ?? ""
            return front + gap + bar(row.field, TextReport.longestBar) + gap + figures + (title.isEmpty ? "" : gap + style.text(title, .dim))
        }
    }

    /// Longer names, of someone's own schema, are cut.
    private static let widestTreeName = 45

    // MARK: Bars

    /// Full only when every object has the field, empty only when none has.
    private func bar(_ field: FieldCoverage, _ width: Int) -> String {
        style.bar(share(field, of: width), of: width)
    }

    private func percent(_ field: FieldCoverage) -> String {
        say(.percent, ["count": String(share(field, of: 100))])
    }

    private func share(_ field: FieldCoverage, of whole: Int) -> Int {
        guard field.present > 0, field.of > 0 else { return 0 }
        guard field.present < field.of else { return whole }
        let rounded = (Double(field.present) / Double(field.of) * Double(whole)).rounded()
        return min(max(Int(rounded), 1), whole - 1)
    }
}
