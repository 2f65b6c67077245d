public import OC4IDS

/// What the history says, for people and spreadsheets.
public struct HistoryReport {
    private let language: Language

    public init(language: Language) {
        self.language = language
    }

    public func runs(_ runs: [PastRun]) -> String {
        table([.run, .started, .inputs, .valid, .projects, .errors, .strict, .due], right: [0, 2, 3, 4, 5, 6, 7], runs.map { run in
            guard let totals = run.totals else { return [String(run.id), time(run.started), BatchWord.unfinished.text(language)] }
            return [String(run.id), time(run.started), count(totals.inputs), count(totals.valid), count(totals.projects), count(totals.errors), score(totals.strict), score(totals.due)]
        })
    }

    public func run(_ run: PastRun, _ entries: [PastResult]) -> String {
        let title = BatchWord.runTitle.text(language, ["run": String(run.id), "started": time(run.started)])
        let hasProfiles = profiles(entries).count > 1
        return title + "\n\n" + table([.input, .result, .projects, .errors, .strict, .due, .newest] + (hasProfiles ? [.profile] : []), right: [2, 3, 4, 5], entries.map { entry in
            [VisibleText.escaped(entry.input), result(entry.result), count(entry.projects), count(entry.errors), score(entry.strict), score(entry.due),
             entry.newest.map { Figures.day($0, language) } ?? ""] + (hasProfiles ? [profile(entry)] : [])
        })
    }

    /// An input's scores over time. Scores by different profiles cannot be compared: each has a line of bars of its own.
    public func trend(_ input: String, _ entries: [PastResult]) -> String {
        let title = BatchWord.trendOf.counted(entries.count, language, ["name": VisibleText.escaped(input)])
        let profiles = profiles(entries)
        let hasProfiles = profiles.count > 1
        let bars = hasProfiles
            ? profiles.map { name in HistoryReport.sparkline(entries.map { $0.profile == name ? $0.due : nil }) + "  " + VisibleText.escaped(name) }
            : [HistoryReport.sparkline(entries.map(\.due))]
        return title + "\n\(bars.joined(separator: "\n"))\n\n"
            + table([.run, .started, .result, .projects, .errors, .strict, .due] + (hasProfiles ? [.profile] : []), right: [0, 3, 4, 5, 6], entries.map { entry in
                [String(entry.run), time(entry.started), result(entry.result), count(entry.projects), count(entry.errors), score(entry.strict), score(entry.due)]
                    + (hasProfiles ? [profile(entry)] : [])
            })
    }

    /// Those that entries were scored by, in the order in which they first stand there.
    private func profiles(_ entries: [PastResult]) -> [String] {
        var known: Set<String> = []
        return entries.compactMap(\.profile).filter { known.insert($0).inserted }
    }

    private func profile(_ entry: PastResult) -> String { entry.profile.map(VisibleText.escaped) ?? "" }

    /// All entries as one table.
    public static func csv(_ entries: [PastResult]) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(["run", "started", "input", "result", "projects", "errors", "profile", "strict", "due", "newest"].map(CSVWriter.Cell.text))
        func share(_ value: Double?) -> CSVWriter.Cell {
            value.map { .literal(Billionths(count: Int(($0 * 1e9).rounded())).decimal) } ?? .empty
        }
        for entry in entries {
            writer.row([.text(String(entry.run)), .text(entry.started), .text(entry.input), .text(entry.result), CSVWriter.Cell(entry.projects), CSVWriter.Cell(entry.errors),
                        CSVWriter.Cell(entry.profile), share(entry.strict), share(entry.due), CSVWriter.Cell(entry.newest)])
        }
        return CSVWriter.byteOrderMark + writer.bytes
    }

    /// From 0 to 1 in eight heights; a blank where there is no score.
    public static func sparkline(_ shares: [Double?]) -> String {
        let heights = Array("▁▂▃▄▅▆▇█")
        return String(shares.map { share in
            share.map { heights[min(heights.count - 1, max(0, Int($0 * Double(heights.count))))] } ?? " "
        })
    }

    // MARK: Cells

    private func table(_ heads: [BatchWord], right: Set<Int>, _ rows: [[String]]) -> String {
        TextLayout.table([heads.map { $0.text(language) }] + rows, right: right).map(TextLayout.withoutBlankEnd).joined(separator: "\n") + "\n"
    }

    private func count(_ number: Int?) -> String { number.map { Figures.count($0, language) } ?? "" }

    private func score(_ share: Double?) -> String {
        SummaryText.score(share.map { Billionths(count: Int(($0 * 1e9).rounded())) }, nil, language)
    }

    private func result(_ name: String) -> String {
        switch name {
        case "valid": BatchWord.valid.text(language)
        case "invalid": BatchWord.invalid.text(language)
        default: BatchWord.unreadable.text(language)
        }
    }

    /// 2026-11-21T14:00:00Z -> 2026-11-21 14:00, or as Spanish writes days.
    private func time(_ instant: String) -> String {
        "\(Figures.day(instant, language)) \(instant.dropFirst(11).prefix(5))"
    }
}
