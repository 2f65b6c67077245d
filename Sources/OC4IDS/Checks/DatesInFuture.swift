import JSONSchema

/// Dates of what has happened, on a day that is still to come: when data was updated, a document published, a payment made.
struct DatesInFuture: Rule {
    static let check = Check.datesInFuture
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Past events dated in the future", es: "Hechos pasados con fecha futura"),
        rationale: Bilingual(
            en: """
            These fields say when something was updated, published, approved, paid, met or finished. A day still to come is a slip, or a plan that belongs \
            in another field. Tomorrow's date is accepted, for time zones.
            """,
            es: """
            Estos campos dicen cuándo algo se actualizó, publicó, aprobó, pagó, cumplió o terminó. Un día que aún no llega es un error, o un plan que va en \
            otro campo. Se acepta la fecha de mañana, por los husos horarios.
            """),
        message: Bilingual(en: "Date in the future of something that is said to have happened", es: "Fecha futura de algo que se da por ocurrido"),
        hint: Bilingual(en: "Correct the date. If it has not happened yet leave the field out; planned dates go in periods and in a milestone's “dueDate”.",
                        es: "Corrija la fecha. Si aún no ha ocurrido, omita el campo; las fechas previstas van en los períodos y en «dueDate» de los hitos."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "updated": "2049-05-03T09:00:00-06:00"}"#)

    private let dates: ValueGroup
    private let tomorrow: WrittenDate.DayLimit

    /// Names of fields that always speak of the past.
    private static let names: Set<String> = ["updated", "datePublished", "dateModified", "dateMet", "requestDate", "approvalDate"]
    /// The same for names that may speak of the future elsewhere: by the field that holds them.
    private static let held: Set<[String]> = [["completion", "endDate"], ["transactions", "date"], ["modifications", "date"], ["releases", "date"],
                                              ["costMeasurements", "date"]]

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        tomorrow = settings.tomorrow
        dates = fields.values("dates of the past") { node in
            guard node.format == "date-time", let name = node.field.last, node.field.count > 1 else { return false }
            return Self.names.contains(name) || Self.held.contains(Array(node.field.suffix(2)))
        }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(dates) { value in
            if let date = WrittenDate(value), date.isAfter(tomorrow) { findings.note(Self.check, at: value) }
        }
    }
}

/// The same for a package's `publishedDate`.
struct PublishedInFuture: Sendable {
    private let publishedDate: ValueGroup
    private let tomorrow: WrittenDate.DayLimit

    init(_ standard: Standard, _ fields: inout SurveyFields, _ settings: CheckSettings) {
        let field = standard.package.member("publishedDate")
        publishedDate = fields.values("publishedDate of the package") { $0 == field }
        tomorrow = settings.tomorrow
    }

    /// Looks at a piece: a package's member, or a package that had to be walked as a whole.
    func look(_ outline: Outline, _ index: OutlineIndex, _ findings: inout Findings) {
        index.forEach(in: publishedDate) { number in
            let value = DataValue(outline: outline, number: number)
            if let date = WrittenDate(value), date.isAfter(tomorrow) { findings.note(.datesInFuture, at: value) }
        }
    }
}

extension CheckSettings {
    /// The last day that is not in the future somewhere on Earth.
    fileprivate var tomorrow: WrittenDate.DayLimit { WrittenDate.DayLimit(CivilDay(number: today.number + 1)) }
}
