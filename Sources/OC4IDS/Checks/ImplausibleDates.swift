import JSONSchema

/// Dates in a year in which nothing that the field is about can have happened or be planned. Programs write such dates for none at all
/// (1900-01-01, 1970-01-01, 9999-12-31), and people mistype years.
struct ImplausibleDates: Rule {
    static let check = Check.implausibleDates
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Implausible dates", es: "Fechas inverosímiles"),
        rationale: Bilingual(
            en: """
            A date of 1900 or 9999 stands for a date that no one knew, or for a mistyped year, and spoils every figure worked out from it. Expected are \
            dates after 1 January 1970, the date that many programs write for none, and up to 2050; for contracts, loans, maintenance and decommissioning, \
            which may last for generations, up to 2150; for the life of the asset and for figures over time from 1901 to 2150.
            """,
            es: """
            Una fecha de 1900 o de 9999 ocupa el lugar de una fecha desconocida o es un año mal escrito, y arruina todo lo que se calcula con ella. Se \
            esperan fechas posteriores al 1 de enero de 1970, que muchos programas escriben cuando no hay fecha, y hasta 2050; en contratos, préstamos, \
            mantenimiento y cierre de la obra, que pueden durar generaciones, hasta 2150; en la vida útil y en las cifras a lo largo del tiempo, de 1901 a 2150.
            """),
        message: Bilingual(en: "Implausible date", es: "Fecha inverosímil"),
        hint: Bilingual(en: "Correct the year. When the date is not known, leave the field out.", es: "Corrija el año. Si no se conoce la fecha, omita el campo."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "updated": "1900-01-01T00:00:00-06:00"}"#)

    /// Years that the dates of some fields are expected in.
    private struct Expectation {
        let dates: ValueGroup
        /// The last day before, and the last day of those expected.
        private let before, last: WrittenDate.DayLimit
        /// All of whose days are expected: those of nearly all dates there are.
        private let years: Range<Int>
        let holdsOrdinaryYears: Bool

        init(_ dates: ValueGroup, after before: CivilDay, to last: CivilDay) {
            self.dates = dates
            self.before = WrittenDate.DayLimit(before)
            self.last = WrittenDate.DayLimit(last)
            years = before.year + 1 ..< max(last.year, before.year + 1)
            holdsOrdinaryYears = WrittenDate.ordinaryYears.clamped(to: years) == WrittenDate.ordinaryYears
        }

        @inline(__always)
        func isMet(by date: WrittenDate) -> Bool {
            years.contains(date.year) || date.day == nil || date.isAfter(before) && !date.isAfter(last)
        }
    }

    private let ofProjects, ofLongTerms, ofAssets: Expectation

    /// A project itself: no plan reaches past this year.
    private static let latest = 2050
    /// Concessions run for thirty to ninety-nine years, loans of development banks for forty, bridges stand for a hundred.
    private static let latestOfLongTerm = 2150
    /// What is renewed may have been built long ago. The year 1900 itself is where spreadsheets begin to count.
    private static let lastBeforeAssets = 1900

    private static let assets: Set<String> = ["assetLifetime", "observations"]
    private static let longTerm: Set<String> = ["maintenancePeriod", "decommissioningPeriod", "finance", "contractPeriod", "oldContractPeriod", "newContractPeriod"]

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        func last(of year: Int) -> CivilDay { CivilDay(year: year, month: 12, day: 31) ?? settings.today }
        let epoch = CivilDay(number: 0)
        let spans = fields.nodes.map { node in node.format == "date-time" && node.field.count > 1 ? Span(of: node.field) : nil }
        func expectation(_ key: String, _ span: Span, after before: CivilDay, to latest: Int) -> Expectation {
            Expectation(fields.values("dates \(key)") { spans[Int($0.number)] == span }, after: before, to: last(of: latest))
        }
        ofProjects = expectation("of projects", .project, after: epoch, to: Self.latest)
        ofLongTerms = expectation("of long terms", .longTerm, after: epoch, to: Self.latestOfLongTerm)
        ofAssets = expectation("of assets", .asset, after: last(of: Self.lastBeforeAssets), to: Self.latestOfLongTerm)
    }

    /// What a date is about.
    private enum Span {
        case project, longTerm, asset

        /// - Parameter field: the names that lead to it.
        init(of field: [String]) {
            if field.contains(where: ImplausibleDates.assets.contains) {
                self = .asset
            } else {
                self = field.contains(where: ImplausibleDates.longTerm.contains) ? .longTerm : .project
            }
        }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        look(ofProjects, project, &findings)
        look(ofLongTerms, project, &findings)
        look(ofAssets, project, &findings)
    }

    @inline(__always)
    private func look(_ expectation: Expectation, _ project: ProjectData, _ findings: inout Findings) {
        project.forEach(expectation.dates) { value in
            guard let raw = value.rawText, !(expectation.holdsOrdinaryYears && WrittenDate.isOrdinary(raw)) else { return }
            if let date = WrittenDate(value), !expectation.isMet(by: date) { findings.note(Self.check, at: value) }
        }
    }
}
