import JSONSchema

/// A period whose length in days is not that between its dates. Found by `DatesOutOfOrder`.
enum DurationMismatch {
    static let check = Check.durationMismatch
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Durations that contradict the dates", es: "Duraciones que contradicen las fechas"),
        rationale: Bilingual(
            en: """
            Delays are worked out from dates or from durations: where the two disagree, so do the answers. The first day may be counted or not, one day \
            is allowed for time zones, and two days and one in sixty may be missing, as where months were counted as thirty days. The end may also be the \
            latest possible one, “maxExtentDate”.
            """,
            es: """
            Los atrasos se calculan con las fechas o con la duración: si no coinciden, tampoco las respuestas. El primer día puede contarse o no, se admite \
            un día por los husos horarios, y pueden faltar dos días y uno de cada sesenta, como cuando los meses se cuentan de treinta días. El fin también \
            puede ser el último posible, «maxExtentDate».
            """),
        message: Bilingual(en: "Duration that contradicts the dates", es: "Duración que contradice las fechas"),
        hint: Bilingual(en: "Write the calendar days from “startDate” to “endDate”, not working days or months, or correct the dates.",
                        es: "Escriba los días calendario de «startDate» a «endDate», no días hábiles ni meses, o corrija las fechas."),
        badExample: """
        {"id": "oc4ids-bu3kcz-1", "period": {"startDate": "2024-01-01T00:00:00-06:00", "endDate": "2024-12-31T00:00:00-06:00", "durationInDays": 12}}
        """)

    /// How many days a duration may differ from those between the dates. More: the first day, and one for time zones. Less: the standard
    /// foresees that durations are collected in months or years and turned into days; months of thirty days fall short by at most two days
    /// and one in sixty (seven months from July have 215 days, not 210; twenty years 7305, not 7200).
    private static func allowed(_ days: Int) -> ClosedRange<Int64> { Int64(-2 - days / 60) ... 2 }

    @inline(never)
    static func look(at period: PeriodFields.Members, _ findings: inout Findings) {
        guard let duration = period.duration, duration.isNumber, let days = JSONDecimal.smallInteger(duration.bytes),
              let first = period.start?.day else { return }
        var contradicted: WrittenDate?
        for end in [period.end, period.latestEnd] {
            guard let end, let last = end.day else { continue }
            // Dates in the wrong order are a finding of their own.
            guard last >= first else { return }
            // The duration has at most eighteen digits, a date is less than four million days away.
            let between = last.number - first.number
            if allowed(between).contains(days - Int64(between)) { return }
            contradicted = contradicted ?? end
        }
        if let contradicted { findings.note(check, at: duration, twin: contradicted.value) }
    }
}
