import JSONSchema
@testable import OC4IDS
import Testing

/// What is found about amounts, and what is not.
@Suite struct MoneyTests {
    private func found(_ check: Check, _ fields: String) throws -> [String] {
        try review(#"{"id": "oc4ids-bu3kcz-1", \#(fields)}"#).checks.filter { $0.check == check }.flatMap(\.places).map(\.pointer.description)
    }

    private static func budget(_ amount: String, _ rest: String = "") -> String {
        #""budget": {"amount": {"amount": \#(amount), "currency": "GTQ"}\#(rest)}"#
    }

    private static func process(_ summary: String) -> String {
        #""contractingProcesses": [{"id": "1", "summary": {\#(summary)}}]"#
    }

    // MARK: Negative

    static let negative: [(reason: String, fields: String, places: [String])] = [
        ("a budget", budget("-1250000"), ["/budget/amount/amount"]),
        ("a cent", budget("-0.01"), ["/budget/amount/amount"]),
        ("zero with a sign", budget("-0.00"), []),
        ("text, a schema error", budget(#""-1250000""#), []),
        ("a contract", process(#""contractValue": {"amount": -5, "currency": "GTQ"}"#), ["/contractingProcesses/0/summary/contractValue/amount"]),
        ("a loan", budget("5", #", "finance": [{"id": "1", "value": {"amount": -5, "currency": "GTQ"}}]"#), ["/budget/finance/0/value/amount"]),
        ("money that goes back", budget("5", #", "budgetBreakdowns": [{"id": "1", "budgetBreakdown": [{"id": "1", "amount": {"amount": -5, "currency": "GTQ"}}]}]"#), []),
        ("a refund", #""transactions": [{"id": "1", "value": {"amount": -5, "currency": "GTQ"}}]"#, []),
        ("emissions avoided at a profit", #""environment": {"abatementCost": {"amount": -5, "currency": "GTQ"}}"#, []),
        ("a field that the standard lacks", #""saldo": {"amount": -5, "currency": "GTQ"}"#, []),
    ]

    @Test(arguments: negative.indices) func negativeAmounts(_ row: Int) throws {
        let (reason, fields, places) = Self.negative[row]
        #expect(try found(.negativeAmounts, fields) == places, "\(reason)")
    }

    // MARK: Zero

    static let zero: [(reason: String, fields: String, places: [String])] = [
        ("a budget", budget("0"), ["/budget/amount/amount"]),
        ("with decimals", budget("0.00"), ["/budget/amount/amount"]),
        ("with a sign and a power", budget("-0e5"), ["/budget/amount/amount"]),
        ("a cent", budget("0.01"), []),
        ("null", budget("null"), []),
        ("a contract and its estimate", process(#""contractValue": {"amount": 0}, "tender": {"costEstimate": {"amount": 0}}"#),
         ["/contractingProcesses/0/summary/contractValue/amount", "/contractingProcesses/0/summary/tender/costEstimate/amount"]),
        ("a project's final cost", #""completion": {"finalValue": {"amount": 0}}"#, ["/completion/finalValue/amount"]),
        ("a payment", #""transactions": [{"id": "1", "value": {"amount": 0}}]"#, ["/transactions/0/value/amount"]),
        ("a process called off", process(#""finalValue": {"amount": 0}"#), []),
        ("no land to pay for", #""social": {"landCompensationBudget": {"amount": 0}}"#, []),
        ("nothing this year", budget("5", #", "budgetBreakdowns": [{"id": "1", "budgetBreakdown": [{"id": "1", "amount": {"amount": 0}}]}]"#), []),
    ]

    @Test(arguments: zero.indices) func zeroAmounts(_ row: Int) throws {
        let (reason, fields, places) = Self.zero[row]
        #expect(try found(.zeroAmounts, fields) == places, "\(reason)")
    }

    // MARK: Large

    static let large: [(amount: String, currency: String, isWrong: Bool)] = [
        ("100000000000", #""GTQ""#, false), ("100000000000.01", #""GTQ""#, true), ("99999999999.99", #""USD""#, false),
        ("-250000000000", #""GTQ""#, true), ("2.5e11", #""GTQ""#, true), ("1e400", #""GTQ""#, true), ("1e-400", #""GTQ""#, false),
        ("250000000000", #""gtq""#, true), (#""250000000000""#, #""GTQ""#, false),
        ("1000000000000", #""MXN""#, false), ("1000000000001", #""MXN""#, true),
        ("10000000000000", #""CRC""#, false), ("10000000000001", #""CRC""#, true),
        ("100000000000000", #""COP""#, false), ("100000000000001", #""PYG""#, true), ("100000000000001", #""UGX""#, true),
        ("1000000000000000", #""IDR""#, false), ("1000000000000001", #""VND""#, true),
        ("250000000000000", "null", false), ("250000000000000", #""Q""#, false), ("250000000000000000", "null", true),
    ]

    @Test(arguments: large.indices) func implausibleAmounts(_ row: Int) throws {
        let (amount, currency, isWrong) = Self.large[row]
        let places = try found(.implausibleAmounts, #""budget": {"amount": {"amount": \#(amount), "currency": \#(currency)}}"#)
        #expect(places == (isWrong ? ["/budget/amount/amount"] : []), "\(amount) \(currency)")
    }

    @Test func amountsOfFourHundredDigitsAreImplausible() throws {
        #expect(try found(.implausibleAmounts, Self.budget(String(repeating: "9", count: 500))) == ["/budget/amount/amount"])
    }

    // MARK: Contracts and budget

    /// A budget of Q 1,000 and contracts, each as contract value, final value and currency.
    static let contracts: [(reason: String, contracts: [(String?, String?, String)], isWrong: Bool)] = [
        ("as much as the budget", [("1000", nil, "GTQ")], false),
        ("one and a half times as much", [("1500", nil, "GTQ")], false),
        ("more", [("1500.01", nil, "GTQ")], true),
        ("more together", [("800", nil, "GTQ"), ("701", nil, "GTQ")], true),
        ("the final value counts", [("5000", "1400", "GTQ")], false),
        ("the final value counts, when more", [("1000", "1600", "GTQ")], true),
        ("another currency", [("5000", nil, "USD")], false),
        ("another currency besides", [("5000", nil, "USD"), ("1600", nil, "GTQ")], true),
        ("no amount", [(nil, nil, "GTQ")], false),
        ("text, a schema error", [(#""5000""#, nil, "GTQ")], false),
    ]

    @Test(arguments: contracts.indices) func contractsAboveTheBudget(_ row: Int) throws {
        let (reason, contracts, isWrong) = Self.contracts[row]
        let processes = contracts.map { contract, final, currency in
            let values = [("contractValue", contract), ("finalValue", final)].compactMap { name, amount in
                amount.map { #""\#(name)": {"amount": \#($0), "currency": "\#(currency)"}"# }
            }
            return #"{"id": "1", "summary": {\#(values.joined(separator: ", "))}}"#
        }
        let places = try found(.contractAboveBudget, Self.budget("1000") + #", "contractingProcesses": [\#(processes.joined(separator: ", "))]"#)
        #expect(places == (isWrong ? ["/budget/amount/amount"] : []), "\(reason)")
    }

    @Test(arguments: [("1500", "GTQ", false), ("1501", "GTQ", true), ("1501", "USD", false)])
    func finalCostAboveTheBudget(_ amount: String, _ currency: String, _ isWrong: Bool) throws {
        let places = try found(.contractAboveBudget, Self.budget("1000") + #", "completion": {"finalValue": {"amount": \#(amount), "currency": "\#(currency)"}}"#)
        #expect(places == (isWrong ? ["/completion/finalValue/amount"] : []))
    }

    @Test func withoutABudgetNothingIsAboveIt() throws {
        let contract = Self.process(#""contractValue": {"amount": 5000, "currency": "GTQ"}"#)
        #expect(try found(.contractAboveBudget, contract) == [])
        #expect(try found(.contractAboveBudget, Self.budget("0") + ", " + contract) == [])
        #expect(try found(.contractAboveBudget, #""budget": {"amount": {"amount": 1}}, "# + Self.process(#""contractValue": {"amount": 5000}"#)) == [])
    }

    // MARK: Breakdowns

    /// A budget of Q 1,000 and breakdowns of it, each a list of amounts; the numbers of those that do not add up.
    static let breakdowns: [(reason: String, groups: [[String]], wrong: [Int])] = [
        ("the budget", [["600", "400"]], []),
        ("rounded", [["333", "333", "333"]], []),
        ("less than one percent away", [["600", "410"]], []),
        ("more than one percent away", [["600", "411"]], [0]),
        ("a part is missing", [["600"]], [0]),
        ("by year and by source", [["600", "400"], ["500", "500"]], []),
        ("one of two", [["600", "400"], ["500", "400"]], [1]),
        ("each part a breakdown", [["600"], ["400"]], []),
        ("each part a breakdown, and one is missing", [["600"], ["300"]], [0, 1]),
        ("money that goes back", [["1200", "-200"]], []),
        ("money that goes back, not as much", [["1200", "-100"]], []),
        ("an amount is missing", [["600", "null"]], []),
        ("no parts", [[]], []),
    ]

    @Test(arguments: breakdowns.indices) func breakdownsAddUp(_ row: Int) throws {
        let (reason, groups, wrong) = Self.breakdowns[row]
        let text = groups.map { amounts in
            let parts = amounts.map { #"{"id": "1", "amount": {"amount": \#($0), "currency": "GTQ"}}"# }
            return #"{"id": "1", "budgetBreakdown": [\#(parts.joined(separator: ", "))]}"#
        }
        let places = try found(.budgetBreakdownSum, Self.budget("1000", #", "budgetBreakdowns": [\#(text.joined(separator: ", "))]"#))
        #expect(places == wrong.map { "/budget/budgetBreakdowns/\($0)/budgetBreakdown" }, "\(reason)")
    }

    @Test func partsInAnotherCurrencyAreNotAddedUp() throws {
        let parts = #", "budgetBreakdowns": [{"id": "1", "budgetBreakdown": [{"id": "1", "amount": {"amount": 5, "currency": "USD"}}]}]"#
        #expect(try found(.budgetBreakdownSum, Self.budget("1000", parts)) == [])
    }
}

/// Those of the checks of this family.
@Suite struct BadExampleTests {
    @Test(arguments: [Check.budgetBreakdownSum, .contractAboveBudget, .datesInFuture, .datesOutOfOrder, .durationMismatch, .implausibleAmounts,
                      .implausibleDates, .negativeAmounts, .zeroAmounts])
    func isFoundIn(_ check: Check) throws {
        #expect(try review(check.definition.badExample).checks.map(\.check).contains(check))
    }
}
