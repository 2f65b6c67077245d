import OC4IDS
import Testing

/// What each rule of a profile takes for disclosed.
@Suite struct RuleTests {
    @Test(arguments: [
        (#"{"id": "1", "title": "Puente"}"#, "1", "a text"),
        (#"{"id": "1"}"#, "0", "no such member"),
        (#"{"id": "1", "title": null}"#, "0", "null says nothing"),
        (#"{"id": "1", "title": ""}"#, "0", "an empty text says nothing"),
        (#"{"id": "1", "title": "  \u00a0"}"#, "0", "a blank text says nothing"),
        (#"{"id": "1", "title": "N/A"}"#, "0", "a placeholder says nothing"),
        (#"{"id": "1", "title": " Pendiente "}"#, "0", "blanks around a placeholder do not matter"),
        (#"{"id": "1", "title": "\u006e\/a"}"#, "0", "nor do escapes"),
        (#"{"id": "1", "title": "Pendiente de firma"}"#, "1", "a placeholder is the whole text"),
        (#"{"id": "1", "title": 0}"#, "1", "0 is a value"),
        (#"{"id": "1", "title": false}"#, "1", "false is a value"),
        (#"{"id": "1", "title": {}}"#, "0", "an empty object"),
        (#"{"id": "1", "title": []}"#, "0", "an empty list"),
        (#"{"id": "1", "title": {"a": [null, "", {"b": "n/a"}]}}"#, "0", "an object of only what says nothing"),
        (#"{"id": "1", "title": {"a": [null, {"b": 0}]}}"#, "1", "an object with a value deep inside"),
    ])
    func present(_ project: String, _ expected: String, _ why: String) throws {
        #expect(try share(#"{"present": "title"}"#, in: project) == expected, "\(why)")
    }

    @Test(arguments: [
        (#"{"locations": [{"address": {"region": ""}}, {"address": {"region": "Petén"}}]}"#, "1", "any item will do"),
        (#"{"locations": {"address": {"region": "Petén"}}}"#, "1", "an object in place of the list is one item"),
        (#"{"locations": [[{"address": {"region": "Petén"}}]]}"#, "1", "lists within lists are gone through"),
        (#"{"locations": [{"address": [{"region": "Petén"}]}]}"#, "1", "a list in place of the object too"),
        (#"{"locations": ["Petén"]}"#, "0", "a text has no members"),
    ])
    func pathsGoThroughLists(_ project: String, _ expected: String, _ why: String) throws {
        #expect(try share(#"{"present": "locations/address/region"}"#, in: project) == expected, "\(why)")
    }

    @Test(arguments: [
        (#"{"sector": ["health", "education"]}"#, "1", "one of several values"),
        (#"{"sector": ["Health"]}"#, "0", "values are compared as they are"),
        (#"{"sector": "education"}"#, "1", "a value in place of the list"),
        (#"{"sector": []}"#, "0", "no value"),
    ])
    func equals(_ project: String, _ expected: String, _ why: String) throws {
        #expect(try share(#"{"equals": "sector", "to": ["education", "governance"]}"#, in: project) == expected, "\(why)")
    }

    @Test func equalsComparesNumbersByWhatTheySay() throws {
        #expect(try share(#"{"equals": "budget/amount/amount", "to": [100]}"#, in: #"{"budget": {"amount": {"amount": 1.0e2}}}"#) == "1")
        #expect(try share(#"{"equals": "budget/amount/amount", "to": [100]}"#, in: #"{"budget": {"amount": {"amount": "100"}}}"#) == "0")
        #expect(try share(#"{"equals": "title", "to": [true]}"#, in: #"{"title": true}"#) == "1")
    }

    @Test(arguments: [
        (#""amount": {"amount": 5, "currency": "GTQ"}"#, #"{"amount": 6, "currency": "GTQ"}"#, "1", "another amount"),
        (#""amount": {"amount": 5.0, "currency": "GTQ"}"#, #"{"amount": 5, "currency": "GTQ"}"#, "0", "the same amount written otherwise"),
        (#""amount": {"amount": 5, "currency": "GTQ"}"#, #"{"amount": 6, "currency": "USD"}"#, "0", "other currencies cannot be compared"),
        (#""amount": {"amount": 5}"#, #"{"amount": 6}"#, "1", "neither says its currency"),
        (#""amount": {"amount": 5, "currency": "GTQ"}"#, #"{"amount": 6}"#, "0", "only one says its currency"),
        (#""amount": {"currency": "GTQ"}"#, #"{"amount": 6, "currency": "GTQ"}"#, "0", "only one says an amount"),
        (#""amount": 5"#, #"{"amount": 6, "currency": "GTQ"}"#, "0", "an amount and an object with one cannot be compared"),
        (#""amount": {"amount": "100.00", "currency": "GTQ"}"#, #"{"amount": 100, "currency": "GTQ"}"#, "0", "a text is no amount, whatever it says"),
        (#""amount": {"amount": "100", "currency": "GTQ"}"#, #"{"amount": "200", "currency": "GTQ"}"#, "0", "neither says an amount"),
    ])
    func differsComparesAmounts(_ budget: String, _ final: String, _ expected: String, _ why: String) throws {
        let project = #"{"budget": {\#(budget)}, "completion": {"finalValue": \#(final)}}"#
        #expect(try share(#"{"differs": ["budget/amount", "completion/finalValue"]}"#, in: project) == expected, "\(why)")
    }

    /// One value belongs on each side.
    @Test(arguments: [(16, "1"), (17, "0")])
    func differsComparesSixteenOfAList(_ position: Int, _ expected: String) throws {
        let amounts = (1 ... 20).map { #"{"amount": \#($0 == position ? 6 : 5), "currency": "GTQ"}"# }.joined(separator: ", ")
        let project = #"{"budget": {"amount": [\#(amounts)]}, "completion": {"finalValue": {"amount": 5, "currency": "GTQ"}}}"#
        #expect(try share(#"{"differs": ["budget/amount", "completion/finalValue"]}"#, in: project) == expected)
    }

    @Test(arguments: [
        ("2024-03-01T00:00:00Z", "2024-03-01T23:00:00Z", "0", "the same day at another hour"),
        ("2024-03-01T00:00:00Z", "2024-03-02T00:00:00Z", "1", "another day"),
        ("2024-03-01", "2024-03-01T10:00:00-06:00", "0", "a day without a time"),
        ("", "2024-03-02T00:00:00Z", "0", "one of them says nothing"),
        ("pronto", "2024-03-02T00:00:00Z", "1", "a text that is no date is compared as it is"),
    ])
    func differsComparesDays(_ planned: String, _ real: String, _ expected: String, _ why: String) throws {
        let project = #"{"period": {"endDate": "\#(planned)"}, "completion": {"endDate": "\#(real)"}}"#
        #expect(try share(#"{"differs": ["period/endDate", "completion/endDate"]}"#, in: project) == expected, "\(why)")
    }

    @Test func allIsTheMeanOfItsParts() throws {
        let rule = #"{"all": [{"present": "title"}, {"present": "description"}, {"all": [{"present": "status"}, {"present": "type"}]}]}"#
        #expect(try share(rule, in: #"{"title": "a", "status": "b"}"#) == "0.5")
        #expect(try share(rule, in: #"{"title": "a"}"#) == "0.333333333")
        #expect(try share(rule, in: #"{"description": "a", "title": "a"}"#) == "0.666666667")
    }

    @Test func anyIsTheBestOfItsParts() throws {
        let rule = #"{"any": [{"all": [{"present": "title"}, {"present": "description"}]}, {"present": "status"}]}"#
        #expect(try share(rule, in: #"{"title": "a"}"#) == "0.5")
        #expect(try share(rule, in: #"{"title": "a", "status": "b"}"#) == "1")
        #expect(try share(rule, in: #"{}"#) == "0")
    }

    // MARK: Items

    private static let documents = #"""
        {"documents": [{"documentType": "projectScope", "title": "Alcance"}, {"documentType": "budgetApproval", "url": "https://example.org"},
                       {"documentType": "projectScope", "url": "https://example.org", "title": "Alcánce  final"}]}
        """#

    @Test(arguments: [
        (#"{"item": {"in": "documents"}}"#, "1", "without conditions any item will do"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["projectScope"]}}}"#, "1", "an item that meets the condition"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["needsAssessment"]}}}"#, "0", "none meets it"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["budgetApproval"], "title": ["Alcance"]}}}"#, "0", "all conditions in the same item"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["projectScope"]}, "has": {"present": "url"}}}"#, "1", "the best of two items"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["budgetApproval"]}, "has": {"all": [{"present": "url"}, {"present": "title"}]}}}"#, "0.5", "a part of what it should have"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["budgetApproval"]}, "has": ["url", "title"]}}"#, "0.5", "a list of paths is all of them"),
        (#"{"item": {"in": "documents", "where": {"title": {"text": ["ALCANCE"]}}}}"#, "1", "texts are the same whatever their case"),
        (#"{"item": {"in": "documents", "where": {"title": {"startsWith": ["alcance f", "x"]}}}}"#, "0", "two blanks are not one"),
        (#"{"item": {"in": "documents", "where": {"title": {"startsWith": ["alcance  F"]}}}}"#, "1", "a beginning, without accents"),
    ])
    func items(_ rule: String, _ expected: String, _ why: String) throws {
        #expect(try share(rule, in: RuleTests.documents) == expected, "\(why)")
    }

    @Test(arguments: [
        (#""7""#, "1", "the party with the id that is referred to"),
        ("7", "0", "a number is no text"),
        (#""8""#, "0", "no party has that id"),
    ])
    func sameIsAReference(_ id: String, _ expected: String, _ why: String) throws {
        let rule = #"{"item": {"in": "parties", "where": {"id": {"same": "publicAuthority/id"}}, "has": {"present": "name"}}}"#
        let project = #"{"parties": [{"id": "1"}, {"id": "7", "name": "Ministerio"}], "publicAuthority": {"id": \#(id)}}"#
        #expect(try share(rule, in: project) == expected, "\(why)")
    }

    @Test func inAProcessSameLooksInThatProcess() throws {
        let rule = #"{"item": {"in": "/parties", "where": {"id": {"same": "summary/suppliers/id"}}}}"#
        let project = #"{"parties": [{"id": "1"}], "contractingProcesses": [{"summary": {"suppliers": [{"id": "1"}]}}, {"summary": {"suppliers": [{"id": "2"}]}}]}"#
        #expect(try share(rule, in: project, scope: "contractingProcess") == "0.5")
    }

    @Test func aLeadingSlashStartsAtTheProject() throws {
        let project = #"{"title": "a", "contractingProcesses": [{"id": "1"}, {"id": "2"}]}"#
        #expect(try share(#"{"present": "/title"}"#, in: project, scope: "contractingProcess") == "1")
        #expect(try share(#"{"present": "id"}"#, in: project, scope: "contractingProcess") == "1")
    }

    @Test func openObjectsMayHaveMembersOfAnyName() throws {
        let rule = #"{"present": "metrics/observations/dimensions/sexo"}"#
        #expect(try share(rule, in: #"{"metrics": [{"observations": [{"dimensions": {"sexo": "mujeres"}}]}]}"#) == "1")
    }

    @Test func aKeyThatStandsTwiceIsLookedAtTwice() throws {
        #expect(try share(#"{"present": "title"}"#, in: #"{"title": "", "title": "a", "title": ""}"#) == "1")
    }

    // MARK: Evidence

    @Test(arguments: [
        (#"{"present": "documents/url"}"#, ["/documents/1/url", "/documents/2/url"], "all values that say something"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["projectScope"]}, "has": {"present": "url"}}}"#, ["/documents/2"], "the item, not what it has"),
        (#"{"any": [{"present": "documents/url"}, {"present": "title"}]}"#, ["/documents/1/url", "/documents/2/url"], "the best parts"),
        (#"{"present": "title"}"#, [], "nothing"),
    ])
    func evidenceIsWhatSatisfiedTheRule(_ rule: String, _ expected: [String], _ why: String) throws {
        #expect(try evidence(rule, in: RuleTests.documents) == expected, "\(why)")
    }

    @Test func noMoreThanFivePiecesOfEvidence() throws {
        let documents = (0 ..< 9).map { #"{"url": "u\#($0)"}"# }.joined(separator: ",")
        #expect(try evidence(#"{"present": "documents/url"}"#, in: #"{"documents": [\#(documents)]}"#) == (0 ..< 5).map { "/documents/\($0)/url" })
    }
}

/// What holds in projects with very many parties and processes.
@Suite struct LargeProjectTests {
    /// References are followed without looking through all parties for each process: a project like this would take minutes.
    @Test func manyProcessesReferToManyParties() throws {
        let parties = (0 ..< 5_000).map { #"{"id": "p\#($0)", "name": "Empresa \#($0)", "roles": ["supplier"]}"# }.joined(separator: ",")
        let processes = (0 ..< 5_000).map { #"{"summary": {"suppliers": [{"id": "p\#($0 * 2)", "name": "x"}]}}"# }.joined(separator: ",")
        let rule = #"{"item": {"in": "/parties", "where": {"roles": ["supplier"], "id": {"same": "summary/suppliers/id"}}, "has": {"present": "name"}}}"#
        // Every other process refers to a party that is there.
        #expect(try share(rule, in: #"{"parties": [\#(parties)], "contractingProcesses": [\#(processes)]}"#, scope: "contractingProcess") == "0.5")
    }

    @Test func theSamePartiesAreFoundInShortAndLongLists() throws {
        let rule = #"{"item": {"in": "/parties", "where": {"id": {"same": "publicAuthority/id"}}, "has": {"all": [{"present": "name"}, {"present": "contactPoint/email"}]}}}"#
        for count in [3, 40] {
            let others = (0 ..< count).map { #"{"id": "\#($0)"}"# }.joined(separator: ",")
            let project = #"{"parties": [{"id": "x"}, \#(others), {"id": "x", "name": "M"}], "publicAuthority": {"id": "x"}}"#
            #expect(try share(rule, in: project) == "0.5")
            #expect(try evidence(rule, in: project) == ["/parties/\(count + 1)"])
        }
    }

    @Test func aConditionMayListVeryManyTexts() throws {
        let texts = (0 ..< 40_000).map { #""t\#($0)""# }.joined(separator: ",")
        #expect(try share(#"{"item": {"in": "parties", "where": {"name": {"text": [\#(texts)]}}}}"#, in: #"{"parties": [{"name": "T39999"}]}"#) == "1")
    }
}
