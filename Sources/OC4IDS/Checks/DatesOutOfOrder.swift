import JSONSchema

/// Dates that cannot both be right, since what must come first comes last: inside a period, between the stages of a project, between a tender
/// and its contract.
///
/// It finds what `DurationMismatch` says too, looking at each period once.
///
/// Not among them: a document modified before it is published, since many are finished first and published later; a contract that begins
/// before its call is published where there need be no call before (procurement methods `direct` and `limited`, as in an emergency).
struct DatesOutOfOrder: Rule {
    static let check = Check.datesOutOfOrder
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Dates out of order", es: "Fechas en desorden"),
        rationale: Bilingual(
            en: """
            An end before its start, a contract before its open tender or works finished before they began: at least one of the two dates is wrong, and \
            no one can work out how long anything took. Dates of one period are compared to the day; dates of different fields may be one day apart, \
            for time zones.
            """,
            es: """
            Un fin anterior a su inicio, un contrato anterior a su licitación o una obra terminada antes de empezar: al menos una de las dos fechas está \
            mal y no se puede saber cuánto duró nada. Las fechas de un mismo período se comparan por día; entre campos distintos se admite un día de \
            diferencia, por los husos horarios.
            """),
        message: Bilingual(en: "Date earlier than another that has to come before it", es: "Fecha anterior a otra que debería ir antes"),
        hint: Bilingual(en: "Compare both dates with the documents and correct the wrong one; often the year is mistyped or day and month are swapped.",
                        es: "Compare ambas fechas con los documentos y corrija la equivocada; con frecuencia el año está mal escrito o el día y el mes están intercambiados."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "period": {"startDate": "2024-03-01T00:00:00-06:00", "endDate": "2023-12-15T00:00:00-06:00"}}"#)

    /// Dates of different fields may come from different systems: one gives midnight UTC, the other the evening before in local time.
    private static let days = 1

    private let period: PeriodFields
    private let milestones: ValueGroup
    private let budget: ValueGroup
    private let completionEnd: ValueGroup
    private let projectPeriod: ValueGroup
    /// In the order in which they have to begin; they may overlap.
    private let identification, preparation, implementation, completion, decommissioning: ValueGroup
    private let summaries: ValueGroup
    private let dateMet, dateModified, requestDate, approvalDate, tender, datePublished, procurementMethod, contractPeriod: MemberName

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        period = PeriodFields(&fields)
        milestones = fields.objects("Milestone")
        budget = fields.field("budget")
        completionEnd = fields.field("completion/endDate")
        projectPeriod = fields.field("period")
        implementation = fields.field("implementationPeriod")
        identification = fields.field("identificationPeriod")
        preparation = fields.field("preparationPeriod")
        completion = fields.field("completionPeriod")
        decommissioning = fields.field("decommissioningPeriod")
        summaries = fields.field("contractingProcesses/summary")
        dateMet = fields.name("dateMet")
        dateModified = fields.name("dateModified")
        requestDate = fields.name("requestDate")
        approvalDate = fields.name("approvalDate")
        tender = fields.name("tender")
        datePublished = fields.name("datePublished")
        procurementMethod = fields.name("procurementMethod")
        contractPeriod = fields.name("contractPeriod")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        period.forEach(in: project) { period in
            lookAtPeriod(period, &findings)
            if period.duration != nil { DurationMismatch.look(at: period, &findings) }
        }
        project.forEach(milestones) { milestone in
            // `dateModified` is when the milestone was last looked at: that it was met cannot have been known before.
            lookAtPair(milestone, dateMet, dateModified, project, &findings)
        }
        project.forEach(budget) { lookAtPair($0, requestDate, approvalDate, project, &findings) }
        lookAtStages(project, &findings)
        lookAtCompletion(project, &findings)
        project.forEach(summaries) { lookAtProcess($0, project, &findings) }
    }

    @inline(__always)
    private func lookAtPeriod(_ period: PeriodFields.Members, _ findings: inout Findings) {
        if let start = period.start, let end = period.end, start.isAfter(end) { findings.note(Self.check, at: end.value, twin: start.value) }
        if let latest = period.latestEnd { lookAtLatestEnd(latest, period, &findings) }
    }

    @inline(never)
    private func lookAtLatestEnd(_ latest: WrittenDate, _ period: PeriodFields.Members, _ findings: inout Findings) {
        let (start, end) = (period.start, period.end)
        if let end, end.isAfter(latest) {
            findings.note(Self.check, at: latest.value, twin: end.value)
        } else if let start, start.isAfter(latest) {
            findings.note(Self.check, at: latest.value, twin: start.value)
        }
    }

    /// Two dates of one object, in the order in which they should be.
    private func lookAtPair(_ object: DataValue, _ first: MemberName, _ second: MemberName, _ project: ProjectData, _ findings: inout Findings) {
        guard let first = date(first, object, project), let second = date(second, object, project),
              first.isAfter(second, byMoreThan: Self.days) else { return }
        findings.note(Self.check, at: second.value, twin: first.value)
    }

    /// A stage that begins, or is over, before an earlier stage begins.
    private func lookAtStages(_ project: ProjectData, _ findings: inout Findings) {
        var latest: WrittenDate?
        lookAtStage(project.first(identification), after: &latest, project, &findings)
        lookAtStage(project.first(preparation), after: &latest, project, &findings)
        lookAtStage(project.first(implementation), after: &latest, project, &findings)
        lookAtStage(project.first(completion), after: &latest, project, &findings)
        lookAtStage(project.first(decommissioning), after: &latest, project, &findings)
    }

    @inline(__always)
    private func lookAtStage(_ stage: DataValue?, after latest: inout WrittenDate?, _ project: ProjectData, _ findings: inout Findings) {
        guard let stage else { return }
        let start = period.start(of: stage, project)
        if let before = latest, let date = start ?? period.end(of: stage, project), before.isAfter(date, byMoreThan: Self.days) {
            findings.note(Self.check, at: date.value, twin: before.value)
        }
        if let start, latest.map({ start.isAfter($0) }) ?? true { latest = start }
    }

    /// Finished before it began.
    private func lookAtCompletion(_ project: ProjectData, _ findings: inout Findings) {
        guard let end = project.first(completionEnd).flatMap(WrittenDate.init) else { return }
        for group in [projectPeriod, identification, preparation, implementation] {
            if let start = project.first(group).flatMap({ period.start(of: $0, project) }), start.isAfter(end, byMoreThan: Self.days) {
                return findings.note(Self.check, at: end.value, twin: start.value)
            }
        }
    }

    private func lookAtProcess(_ summary: DataValue, _ project: ProjectData, _ findings: inout Findings) {
        guard let tender = project.member(tender, of: summary), let published = date(datePublished, tender, project),
              let start = project.member(contractPeriod, of: summary).flatMap({ period.start(of: $0, project) }),
              published.isAfter(start, byMoreThan: Self.days),
              let method = project.member(procurementMethod, of: tender)?.text, method == "open" || method == "selective" else { return }
        findings.note(Self.check, at: start.value, twin: published.value)
    }

    private func date(_ name: MemberName, _ object: DataValue, _ project: ProjectData) -> WrittenDate? {
        project.member(name, of: object).flatMap(WrittenDate.init)
    }
}
