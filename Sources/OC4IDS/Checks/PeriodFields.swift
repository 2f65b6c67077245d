import JSONSchema

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

    /// What one period says.
    struct Members {
        fileprivate let outline: Outline
        /// Numbers of the values; below 0 where there are none.
        fileprivate let numbers: (start: Int, end: Int, latestEnd: Int, duration: Int)

        @inline(__always)
        var start: WrittenDate? { value(numbers.start).flatMap(WrittenDate.init) }
        @inline(__always)
        var end: WrittenDate? { value(numbers.end).flatMap(WrittenDate.init) }
        /// The day it cannot be extended beyond.
        @inline(__always)
        var latestEnd: WrittenDate? { value(numbers.latestEnd).flatMap(WrittenDate.init) }
        @inline(__always)
        var duration: DataValue? { value(numbers.duration) }

        @inline(__always)
        private func value(_ number: Int) -> DataValue? { number < 0 ? nil : DataValue(outline: outline, number: number) }
    }

    /// Calls `body` with each period of a project and what it says.
    @inline(__always)
    func forEach(in project: ProjectData, _ body: (Members) -> Void) {
        project.forEach(periods) { if $0.isObject { body(members(of: $0, project)) } }
    }

    /// Each member is looked for once, all of them in one go; of those that stand twice the first counts.
    @inline(__always)
    private func members(of period: DataValue, _ project: ProjectData) -> Members {
        var (start, end, latestEnd, duration) = (-1, -1, -1, -1)
        var child = period.number + 1
        let last = period.number + period.extent
        while child <= last {
            let entry = project.outline.first + child
            if entry.pointee.node >= 0 {
                let name = project.index.names[Int(entry.pointee.node)]
                if name == startDate.number { if start < 0 { start = child } }
                else if name == endDate.number { if end < 0 { end = child } }
                else if name == maxExtentDate.number { if latestEnd < 0 { latestEnd = child } }
                else if name == durationInDays.number, duration < 0 { duration = child }
            }
            child += 1 + Int(entry.pointee.extent)
        }
        return Members(outline: project.outline, numbers: (start, end, latestEnd, duration))
    }
}
