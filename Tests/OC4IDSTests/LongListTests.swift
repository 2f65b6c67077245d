import JSONSchema
@testable import OC4IDS
import Testing

/// One project with very long lists: whatever is looked for in them, each item is passed a bounded number of times. Looking through the whole list for each of its
/// items would take longer than the time limit.
@Suite(.timeLimit(.minutes(2))) struct LongListTests {
    private static let count = 60_000

    @Test(arguments: [
        (#""parties": [#]"#, #"{"id": "p%"}"#, Check.unreferencedParties),
        (#""parties": [#], "contractingProcesses": [{"id": "1", "summary": {"suppliers": [#]}}]"#, #"{"id": "p%", "name": "Constructora", "roles": ["supplier", "payer"]}"#, .unusedRoles),
        (#""parties": [#], "contractingProcesses": [{"id": "1", "summary": {"suppliers": [#]}}]"#, #"{"id": "p%", "name": "Constructora", "roles": ["buyer"]}"#, .partyRoles),
        (#""documents": [#]"#, #"{"id": "%", "author": []}"#, .missingValues),
        (#""budget": {"budgetBreakdowns": [{"id": "1", "budgetBreakdown": [#]}]}"#, #"{"id": "%", "approvalDate": {}}"#, .missingValues),
        (#""locations": [#]"#, #"{"id": "%", "geometry": {"type": "Point", "coordinates": [0, 0]}}"#, .invalidCoordinates),
        (#""budget": {"budgetBreakdowns": [{"id": "1", "budgetBreakdown": [#]}]}"#, #"{"id": "%", "amount": {"amount": 5e17, "currency": "GTQ"}}"#, .implausibleAmounts),
        (#""documents": [#]"#, #"{"id": "%", "monto_amount": 5}"#, .missingCurrency),
        (#""otros": [#]"#, #"{"x": %, "mont\u006f_\u0061moun\u0074": 5}"#, .missingCurrency),
    ])
    func everyItemIsLookedAtOnce(_ list: String, _ item: String, _ check: Check) throws {
        let items = (1 ... Self.count).map { item.replacing("%", with: String($0)) }.joined(separator: ", ")
        let review = try Reviewer.bundled(examples: 1).review(of: #"{"id": "oc4ids-bu3kcz-1", \#(list.replacing("#", with: items))}"#)
        #expect(review.checks.first { $0.check == check }?.count == Self.count)
    }
    /// Each different code and name asks for its place.
    @Test(arguments: [(#""sector": [#]"#, #""code %""#), (#"#"#, #""name %": 0"#)])
    func everyDifferentValueIsLocatedInOneWay(_ list: String, _ item: String) throws {
        let items = (1 ... Self.count).map { item.replacing("%", with: String($0)) }.joined(separator: ", ")
        let review = try Reviewer.bundled(examples: 1).review(of: #"{"id": "oc4ids-bu3kcz-1", \#(list.replacing("#", with: items))}"#)
        let places = review.codelists.flatMap(\.values).map(\.places.count) + review.additionalFields.map(\.places.count)
        // So many different ones are kept.
        #expect(places == Array(repeating: 1, count: 5_000))
    }

    /// A project lies in each of its sectors, and counts there once.
    @Test func everySectorIsCountedOnce() throws {
        let standard = try Standard.bundled()
        let reviewer = Reviewer(standard: standard, settings: .fixed, disclosure: DisclosureSettings(profile: try .core(standard)))
        let sectors = (1 ... Self.count).map { (number: Int) -> String in "\"code \(number)\", \"CODE \(number)\"" }.joined(separator: ", ")
        let groups = try #require(reviewer.review(of: #"{"id": "oc4ids-bu3kcz-1", "sector": [\#(sectors)]}"#).disclosure?.groups.first { $0.by == .sector })
        #expect(groups.isSample)
        #expect(Set(groups.values.map(\.projects)) == [1])
    }

    /// A sample that has nothing is said, and is no finding.
    @Test func thatNothingWasFoundInASampleIsSaid() throws {
        let projects = (1 ... 6_000).map { (number: Int) -> String in
            #"{"id": "oc4ids-bu3kcz-\#(number)", "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-\#(number % 6_000 + 1)"}]}"#
        }.joined(separator: ", ")
        let review = try Reviewer.bundled().review(of: "[\(projects)]")
        let result = try #require(review.checks.first { $0.check == .relatedProjectsMissing })
        #expect(result.isSample && result.count == 0)
        #expect(review.publication?.metrics.checkInfoKinds == 0)
        let explainer = Explainer(language: .en, standard: try Standard.bundled())
        #expect(explainer.message(result).hasSuffix("(none found in a sample; there are too many to look at all of them)"))
    }

    /// What is looked for in a process is looked for there, and not in all those behind it.
    @Test func everyProcessIsScoredByItself() throws {
        let standard = try Standard.bundled()
        let reviewer = Reviewer(standard: standard, settings: .fixed, disclosure: DisclosureSettings(profile: try .core(standard)))
        let processes = (1 ... Self.count).map { (number: Int) -> String in
            #"{"id": "\#(number)", "summary": {"modifications": [{"id": "1", "type": "value"}], "documents": [{"id": "1", "documentType": "contractSigned"}]}}"#
        }.joined(separator: ", ")
        let disclosure = try #require(reviewer.review(of: #"{"id": "oc4ids-bu3kcz-1", "contractingProcesses": [\#(processes)]}"#).disclosure)
        #expect(disclosure.projects == 1)
    }

    /// What is longer than any name is shown by its beginning, wherever it stands.
    @Test func namesOfFieldsAreCut() throws {
        let review = try Reviewer.bundled(examples: 1).review(of: #"{"id": "oc4ids-bu3kcz-1", "\#(String(repeating: "ñ", count: 5_000))": {"a": 1}}"#)
        let shown = String(repeating: "ñ", count: 500) + "…"
        #expect(review.additionalFields.map(\.field) == [["projects", shown]])
        #expect(review.additionalFields.first?.places.first?.pointer.tokens == [shown])
    }
}
