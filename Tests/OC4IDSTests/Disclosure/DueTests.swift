import OC4IDS
import Testing

/// When an element is due, and what becomes of it.
@Suite struct DueTests {
    private static let stages = Stage.allCases.map { #"{"id": "\#($0.rawValue)", "stage": "\#($0.rawValue)", "disclosure": "proactive", "rule": {"present": "title"}}"# }

    private func outcomes(_ project: String, _ profile: Profile) throws -> [String] {
        let rows = try disclosure("[\(project)]", profile: profile).projectRows()
        return try #require(rows.first).elements.map(\.outcome.name)
    }

    @Test(arguments: [
        ("identification", 1), ("preparation", 2), ("implementation", 4), ("completion", 5), ("maintenance", 5), ("decommissioning", 5), ("decommissioned", 5),
        ("cancelled", 2), ("en ejecución", 5), ("", 5),
    ])
    func theStatusSaysWhichStagesAreDue(_ status: String, _ due: Int) throws {
        let profile = try Profile.of(DueTests.stages[0], DueTests.stages[1], DueTests.stages[2], DueTests.stages[3], DueTests.stages[4])
        let expected = (0 ..< 5).map { $0 < due ? "missing" : "notDue" }
        #expect(try outcomes(#"{"id": "1", "status": "\#(status)"}"#, profile) == expected)
    }

    @Test func withoutAKnownStatusAllIsDueAndItIsSaid() throws {
        let found = try disclosure(#"[{"id": "1"}, {"id": "2", "status": "ejecución"}, {"id": "3", "status": "completion"}]"#)
        #expect(found.withoutStatus == 2)
    }

    private func process(_ element: String, _ project: String) throws -> ProjectDisclosure.Element {
        let profile = try Profile.of(element)
        return try #require(try disclosure("[\(project)]", profile: profile).projectRows().first?.elements.first)
    }

    private static let title = #"{"id": "e", "stage": "procurement", "disclosure": "proactive", "scope": "contractingProcess", "rule": {"present": "summary/title"}}"#
    private static let early = #"{"id": "e", "stage": "procurement", "disclosure": "proactive", "scope": "contractingProcess", "dueFrom": "preAward", "rule": {"present": "summary/title"}}"#

    @Test func aProcessBeforeAwardOwesOnlyWhatIsDueThen() throws {
        let project = #"{"status": "implementation", "contractingProcesses": [{"summary": {"status": "pre-award"}}, {"summary": {"status": "active", "title": "a"}}, {"id": "3"}]}"#
        let late = try process(DueTests.title, project)
        #expect(late.share == Billionths(count: 500_000_000))
        #expect(late.counted == 2)
        #expect(late.strictShare == Billionths(count: 333_333_333))
        #expect(try process(DueTests.early, project).share == Billionths(count: 333_333_333))
    }

    /// Of those that count, and no more than five.
    @Test func processesThatKeepAShareFromBeingWholeAreNamed() throws {
        let project = #"{"status": "implementation", "contractingProcesses": [{"summary": {"status": "pre-award"}}, {"summary": {"status": "active", "title": "a"}}, {"id": "3"}]}"#
        let found = try process(DueTests.title, project)
        #expect(found.full == 1 && found.lacking.map(\.pointer) == ["/contractingProcesses/2"] && found.lacking.map(\.share) == [.zero])
        let halves = try process(DueTests.title.replacing(#"{"present": "summary/title"}"#, with: #"{"all": [{"present": "id"}, {"present": "summary/title"}]}"#),
                                 #"{"contractingProcesses": [\#((0 ..< 9).map { #"{"id": "\#($0)"}"# }.joined(separator: ","))]}"#)
        #expect(halves.lacking.map(\.pointer) == (0 ..< 5).map { "/contractingProcesses/\($0)" })
        #expect(halves.lacking.allSatisfy { $0.share == Billionths(count: 500_000_000) })
    }

    @Test func whatShowsThatAnElementAppliesIsNamed() throws {
        let modified = #"{"summary": {"modifications": [{"type": ["value"]}]}}"#
        let applies = try process(DueTests.conditional, #"{"contractingProcesses": [{"id": "1"}, \#(modified)]}"#)
        #expect(applies.counted == 1 && applies.grounds.map(\.pointer) == ["/contractingProcesses/1/summary/modifications/0/type/0"])
        #expect(applies.lacking.map(\.pointer) == ["/contractingProcesses/1"])
        #expect(try process(DueTests.conditional, #"{"contractingProcesses": [{"summary": {"modifications": [{"rationale": "x"}]}}]}"#).grounds.isEmpty)
        #expect(try process(DueTests.conditional, #"{"contractingProcesses": [{"id": "1"}]}"#).grounds.isEmpty)
    }

    @Test(arguments: [("implementation", "missing"), ("completion", "missing"), ("preparation", "notDue"), ("cancelled", "notDue"), ("?", "missing")])
    func withoutProcessesTheyAreDueOnceThereShouldBeSome(_ status: String, _ outcome: String) throws {
        #expect(try process(DueTests.title, #"{"status": "\#(status)", "contractingProcesses": []}"#).outcome.name == outcome)
    }

    // MARK: Conditional elements

    private static let conditional = #"""
        {"id": "e", "stage": "implementation", "disclosure": "proactive", "scope": "contractingProcess", "rule": {"present": "summary/modifications/rationale"},
         "conditional": {"present": "summary/modifications/type"}}
        """#

    @Test(arguments: [
        (#"{"contractingProcesses": [{"summary": {"modifications": [{"type": ["value"]}]}}]}"#, "missing", "the condition holds"),
        (#"{"contractingProcesses": [{"summary": {"modifications": [{"rationale": "x"}]}}]}"#, "disclosed", "what is published counts"),
        (#"{"contractingProcesses": [{"id": "1"}]}"#, "unknown", "it may never have happened"),
        (#"{"contractingProcesses": []}"#, "unknown", "nor can it be told without processes"),
        (#"{"contractingProcesses": [{"id": "1"}, {"summary": {"modifications": [{"type": ["value"]}]}}]}"#, "missing", "process by process"),
        (#"{"status": "preparation", "contractingProcesses": [{"id": "1"}]}"#, "notDue", "not reached yet"),
        (#"{"contractingProcesses": [{"summary": {"status": "pre-award"}}]}"#, "notDue", "no process has reached it"),
    ])
    func aConditionalElementIsDueWhereItsConditionHolds(_ project: String, _ outcome: String, _ why: String) throws {
        let found = try process(DueTests.conditional, project)
        #expect(found.outcome.name == outcome, "\(why)")
        #expect((found.share == nil) == (outcome == "unknown" || outcome == "notDue"))
    }

    @Test func strictCountsEveryProcess() throws {
        let processes = (0 ..< 5).map { $0 == 2 ? #"{"summary": {"title": "a"}}"# : #"{"id": "\#($0)"}"# }.joined(separator: ",")
        #expect(try process(DueTests.title, #"{"status": "identification", "contractingProcesses": [\#(processes)]}"#).strictShare == Billionths(count: 200_000_000))
    }

    // MARK: Scores

    @Test func weightsCount() throws {
        let profile = try Profile.of(#"{"id": "a", "weight": 0.5, "rule": {"present": "title"}}"#, #"{"id": "b", "weight": 1.25, "rule": {"present": "description"}}"#)
        let found = try disclosure(#"[{"title": "a"}]"#, profile: profile)
        let row = try #require(try found.projectRows().first)
        #expect(row.strict.numerator.decimal == "0.5")
        #expect(row.strict.denominator.decimal == "1.75")
        #expect(row.strict.score?.decimal == "0.285714286")
    }

    @Test func whereNothingIsDueThereIsNoScore() throws {
        let found = try disclosure(#"[{"id": "1", "status": "identification"}, {"id": "2", "status": "completion", "title": "a"}]"#, profile: .of(DueTests.stages[4]))
        #expect(try found.projectRows().map(\.due.score) == [nil, .one])
        #expect(found.due.score == .one)
        #expect(found.due.denominator.decimal == "1")
        #expect(found.strict.denominator.decimal == "2")
    }

    @Test func sharesAreRoundedOnceHalfToEven() {
        #expect(Billionths(1, over: 3).count == 333_333_333)
        #expect(Billionths(2, over: 3).count == 666_666_667)
        #expect(Billionths(1, over: 2_000_000_000).count == 0)
        #expect(Billionths(3, over: 2_000_000_000).count == 2)
        #expect(Billionths(Int.max / 2, over: Int.max / 2 + 2).count == 1_000_000_000)
    }

    @Test func veryManyProcessesOfManyKindsAreAddedUpExactly() throws {
        // Due in 1 to 40 processes: the common denominator is beyond a machine word.
        let elements = (1 ... 40).map { number in
            #"{"id": "e\#(number)", "stage": "implementation", "disclosure": "proactive", "scope": "contractingProcess", "rule": {"present": "summary/title"}, "conditional": {"item": {"in": "summary/tender/tenderers", "where": {"id": ["\#(number)"]}}}}"#
        }
        let profile = try Profile(Array(#"{"id": "t", "version": "1", "title": {"en": "T", "es": "T"}, "elements": [\#(elements.map { $0.dropFirst() }.map { #"{"title": {"en": "T", "es": "T"}, "guidance": {"en": "G", "es": "G"}, "# + $0 }.joined(separator: ","))]}"#.utf8), Standard.bundled())
        let processes = (1 ... 40).map { process in
            let ids = (process ... 40).map { #"{"id": "\#($0)"}"# }.joined(separator: ",")
            return #"{"summary": {\#(process == 1 ? #""title": "a","# : "") "tender": {"tenderers": [\#(ids)]}}}"#
        }
        let row = try #require(try disclosure(#"[{"contractingProcesses": [\#(processes.joined(separator: ","))]}]"#, profile: profile).projectRows().first)
        // Element n is due in n processes, one of which discloses it: the mean of 1/n is the harmonic number of 40 over 40.
        #expect(row.due.score?.decimal == "0.106963576")
    }
}
