/// What a `Period` of OC4IDS says: its dates and its length.
struct PeriodFields: Sendable {
    /// All periods of a project.
    let periods: ValueGroup
    private let startDate: MemberName
    private let endDate: MemberName
    private let maxExtentDate: MemberName
    private let durationInDays: MemberName

    init(_ fields: inout SurveyFields) {
        periods = fields.objects("Period")
        startDate = fields.name("startDate")
        endDate = fields.name("endDate")
        maxExtentDate = fields.name("maxExtentDate")
        durationInDays = fields.name("durationInDays")
    }

    func start(of period: DataValue, _ project: ProjectData) -> WrittenDate? {
        project.member(startDate, of: period).flatMap(WrittenDate.init)
    }

    func end(of period: DataValue, _ project: ProjectData) -> WrittenDate? {
        project.member(endDate, of: period).flatMap(WrittenDate.init)
    }

    /// The day it cannot be extended beyond.
    func latestEnd(of period: DataValue, _ project: ProjectData) -> WrittenDate? {
        project.member(maxExtentDate, of: period).flatMap(WrittenDate.init)
    }

    func duration(of period: DataValue, _ project: ProjectData) -> DataValue? {
        project.member(durationInDays, of: period)
    }
}
