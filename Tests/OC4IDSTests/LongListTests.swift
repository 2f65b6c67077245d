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
    ])
    func everyItemIsLookedAtOnce(_ list: String, _ item: String, _ check: Check) throws {
        let items = (1 ... Self.count).map { item.replacing("%", with: String($0)) }.joined(separator: ", ")
        let review = try Reviewer.bundled(examples: 1).review(of: #"{"id": "oc4ids-bu3kcz-1", \#(list.replacing("#", with: items))}"#)
        #expect(review.checks.first { $0.check == check }?.count == Self.count)
    }
}
