import JSONSchema
@testable import OC4IDS
import Testing

/// Parties and the places that name them: roles that are missing, roles without use, parties that nothing names.
@Suite struct PartyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var reason: String
        /// Members of a project beside its parties.
        var members = ""
        /// The items of `parties`.
        var parties: String
        var found: [String] = []
        var testDescription: String { reason }
    }

    private func found(_ check: Check, _ example: Case) throws -> [String] {
        try review(#"{"id": "oc4ids-bu3kcz-1", \#(example.members.isEmpty ? "" : example.members + ", ")"parties": [\#(example.parties)]}"#).places(check)
    }

    private static func process(_ summary: String) -> String { #""contractingProcesses": [{"id": "1", "summary": {\#(summary)}}]"# }
    private static let authority = #""publicAuthority": {"id": "A"}"#
    private static let releases = #""contractingProcesses": [{"id": "1", "releases": [{"id": "1", "tag": ["tender"], "date": "2022-05-16T09:00:00-06:00", "url": "https://example.org/1"}]}]"#

    // MARK: party-roles

    @Test(arguments: [
        ("publicAuthority", authority),
        ("procuringEntity", process(#""tender": {"procuringEntity": {"id": "A"}}"#)),
        ("administrativeEntity", process(#""tender": {"administrativeEntity": {"id": "A"}}"#)),
        ("tenderer", process(#""tender": {"tenderers": [{"id": "A"}]}"#)),
        ("supplier", process(#""suppliers": [{"id": "A"}]"#)),
        ("funder", #""budget": {"budgetBreakdowns": [{"id": "1", "budgetBreakdown": [{"id": "1", "sourceParty": {"id": "A"}}]}]}"#),
        ("funder", #""budget": {"finance": [{"id": "1", "financingParty": {"id": "A"}}]}"#),
        ("funder", process(#""finance": [{"id": "1", "financingParty": {"id": "A"}}]"#)),
        ("payer", #""transactions": [{"id": "1", "payer": {"id": "A"}}]"#),
        ("payee", process(#""transactions": [{"id": "1", "payee": {"id": "A"}}]"#)),
    ]) func eachPlaceStandsForARole(_ role: String, _ members: String) throws {
        func places(_ party: String) throws -> [String] { try found(.partyRoles, Case(reason: role, members: members, parties: party)) }
        #expect(try places(#"{"id": "A", "roles": ["\#(role)"]}"#) == [])
        #expect(try places(#"{"id": "A", "roles": ["buyer", "\#(role)"]}"#) == [])
        #expect(try places(#"{"id": "A", "roles": ["reviewBody"]}"#) == ["/parties/0/roles"])
        #expect(try places(#"{"id": "A"}"#) == ["/parties/0/id"])
    }

    @Test(arguments: [
        Case(reason: "one finding a role", members: authority + "," + process(#""suppliers": [{"id": "A"}]"#), parties: #"{"id": "A", "roles": ["buyer"]}"#,
             found: ["/parties/0/roles", "/parties/0/roles"]),
        Case(reason: "one finding, however often it is named", members: process(#""suppliers": [{"id": "A"}, {"id": "A", "name": "A"}]"#), parties: #"{"id": "A", "roles": ["tenderer"]}"#,
             found: ["/parties/0/roles"]),
        Case(reason: "the party that is named", members: authority, parties: #"{"id": "B", "roles": ["buyer"]}, {"id": "A", "roles": ["buyer"]}"#, found: ["/parties/1/roles"]),
        Case(reason: "capitals count in codes", members: authority, parties: #"{"id": "A", "roles": ["PublicAuthority"]}"#, found: ["/parties/0/roles"]),
        Case(reason: "an empty list of roles", members: authority, parties: #"{"id": "A", "roles": []}"#, found: ["/parties/0/roles"]),
        Case(reason: "null is no role", members: authority, parties: #"{"id": "A", "roles": null}"#, found: ["/parties/0/id"]),
        Case(reason: "the schema's own name for the source of funds",
             members: #""budget": {"budgetBreakdowns": [{"id": "1", "budgetBreakdown": [{"id": "1", "sourceParty": {"id": "A"}}]}]}"#, parties: #"{"id": "A", "roles": ["sourceParty"]}"#),
        Case(reason: "a supplier that is paid", members: #""transactions": [{"id": "1", "payee": {"id": "A"}}]"#, parties: #"{"id": "A", "roles": ["supplier"]}"#),
        Case(reason: "a supplier that pays", members: #""transactions": [{"id": "1", "payer": {"id": "A"}}]"#, parties: #"{"id": "A", "roles": ["supplier"]}"#, found: ["/parties/0/roles"]),
        Case(reason: "a buyer that pays", members: #""transactions": [{"id": "1", "payer": {"id": "A"}}]"#, parties: #"{"id": "A", "roles": ["buyer"]}"#),
        Case(reason: "a funder that pays", members: #""transactions": [{"id": "1", "payer": {"id": "A"}}]"#, parties: #"{"id": "A", "roles": ["funder"]}"#),
        Case(reason: "entries with the same id are one party", members: authority, parties: #"{"id": "A", "roles": ["buyer"]}, {"id": "A", "roles": ["publicAuthority"]}"#),
        Case(reason: "an escape in a code", members: authority, parties: #"{"id": "A", "roles": ["\u0070ublicAuthority"]}"#),
        Case(reason: "roles that are no list are a schema error", members: authority, parties: #"{"id": "A", "roles": "buyer"}"#),
        Case(reason: "a party that is not there is for missing-org-refs", members: authority, parties: #"{"id": "B", "roles": ["buyer"]}"#),
        Case(reason: "no role stands for public offices", members: #""lobbyingMeetings": [{"id": "1", "publicOffice": {"organization": {"id": "A"}}}]"#, parties: #"{"id": "A"}"#),
        Case(reason: "ids that are no text", members: #""publicAuthority": {"id": 1}"#, parties: #"{"id": 1, "roles": ["buyer"]}"#),
        Case(reason: "parties that are no objects", members: authority, parties: #""A", null, ["A"]"#),
    ]) func missingRoles(_ example: Case) throws {
        #expect(try found(.partyRoles, example) == example.found)
    }

    @Test func theTwinIsThePlaceThatNamesTheParty() throws {
        let text = #"{"id": "oc4ids-bu3kcz-1","# + "\n" + #""publicAuthority": {"id": "A"},"# + "\n" + #""parties": [{"id": "A", "roles": ["buyer"]}]}"#
        let result = try #require(try review(text).checks.first { $0.check == .partyRoles })
        #expect(result.places.map(\.other?.position.line) == [2])
        #expect(result.places.map(\.position.line) == [3])
    }

    // MARK: unused-roles

    @Test(arguments: [
        Case(reason: "a supplier of nothing", members: authority, parties: #"{"id": "A", "roles": ["publicAuthority", "supplier"]}"#, found: ["/parties/0/roles/1"]),
        Case(reason: "each role", members: authority, parties: #"{"id": "A", "roles": ["payer", "publicAuthority", "tenderer"]}"#, found: ["/parties/0/roles/0", "/parties/0/roles/2"]),
        Case(reason: "beside a role that says enough by itself", parties: #"{"id": "A", "roles": ["buyer", "publicAuthority"]}"#, found: ["/parties/0/roles/1"]),
        Case(reason: "named in another role", members: process(#""tender": {"tenderers": [{"id": "B"}]}"#), parties: #"{"id": "B", "roles": ["supplier", "tenderer"]}"#,
             found: ["/parties/0/roles/0"]),
        Case(reason: "who won has made an offer", members: process(#""suppliers": [{"id": "B"}]"#), parties: #"{"id": "B", "roles": ["supplier", "tenderer"]}"#),
        Case(reason: "authority, although contracts are linked", members: releases, parties: #"{"id": "A", "roles": ["buyer", "publicAuthority"]}"#, found: ["/parties/0/roles/1"]),
        Case(reason: "used roles", members: authority + "," + process(#""suppliers": [{"id": "A"}]"#), parties: #"{"id": "A", "roles": ["publicAuthority", "supplier"]}"#),
        Case(reason: "funders need no more than the role", members: authority, parties: #"{"id": "A", "roles": ["publicAuthority", "funder"]}"#),
        Case(reason: "roles that no place stands for", members: authority, parties: #"{"id": "A", "roles": ["publicAuthority", "buyer", "reviewBody", "ejecutor"]}"#),
        Case(reason: "linked contract data may use them", members: authority + "," + releases, parties: #"{"id": "A", "roles": ["publicAuthority", "procuringEntity", "payer"]}"#),
        Case(reason: "several share a place for one", members: authority, parties: #"{"id": "A", "roles": ["publicAuthority"]}, {"id": "B", "roles": ["publicAuthority", "buyer"]}"#),
        Case(reason: "named without an id", members: process(#""suppliers": [{"name": "Constructora"}]"#), parties: #"{"id": "A", "name": "Constructora", "roles": ["buyer", "supplier"]}"#),
        Case(reason: "a party that nothing names is for unreferenced-parties", parties: #"{"id": "A", "roles": ["supplier"]}"#),
        Case(reason: "roles that are no list", members: authority, parties: #"{"id": "A", "roles": "supplier"}"#),
    ]) func unusedRoles(_ example: Case) throws {
        #expect(try found(.unusedRoles, example) == example.found)
    }

    // MARK: unreferenced-parties

    @Test(arguments: [
        Case(reason: "without a role", parties: #"{"id": "A"}"#, found: ["/parties/0/id"]),
        Case(reason: "a supplier that no contract names", members: authority, parties: #"{"id": "A", "roles": ["publicAuthority"]}, {"id": "B", "roles": ["supplier", "tenderer"]}"#,
             found: ["/parties/1/id"]),
        Case(reason: "an id that differs in capitals", members: authority, parties: #"{"id": "a", "roles": ["publicAuthority"]}"#, found: ["/parties/0/id"]),
        Case(reason: "named somewhere", members: authority, parties: #"{"id": "A"}"#),
        Case(reason: "named as a public office", members: #""lobbyingMeetings": [{"id": "1", "publicOffice": {"organization": {"id": "A"}}}]"#, parties: #"{"id": "A"}"#),
        Case(reason: "named without an id", members: #""publicAuthority": {"name": "Ministerio"}"#, parties: #"{"id": "A", "name": "Ministerio"}"#),
        Case(reason: "a name in the place of a reference", members: #""publicAuthority": "Ministerio""#, parties: #"{"id": "A", "name": "Ministerio"}"#),
        Case(reason: "named in a misspelt field", members: #""contractingProceses": [{"id": "1", "summary": {"suppliers": [{"id": "A"}]}}]"#, parties: #"{"id": "A", "roles": ["supplier"]}"#),
        Case(reason: "an object in the place of a list", members: process(#""suppliers": {"id": "A"}"#), parties: #"{"id": "A", "roles": ["supplier"]}"#),
        Case(reason: "named in an unknown field of the parties only", parties: #"{"id": "A", "codigo": "A"}"#, found: ["/parties/0/id"]),
        Case(reason: "a role that says enough", parties: #"{"id": "A", "roles": ["funder"]}, {"id": "B", "roles": ["independentMonitor"]}, {"id": "C", "roles": ["ejecutor"]}"#),
        Case(reason: "linked contract data may name it", members: releases, parties: #"{"id": "A"}, {"id": "B", "roles": ["supplier"]}"#),
        Case(reason: "roles that are no list", parties: #"{"id": "A", "roles": "funder"}"#),
        Case(reason: "without an id nothing can name it", parties: #"{"name": "Constructora"}, {"id": ""}, {"id": null}"#),
    ]) func unreferencedParties(_ example: Case) throws {
        #expect(try found(.unreferencedParties, example) == example.found)
    }

    /// What one project says is of no use to the next.
    @Test func projectsAreApart() throws {
        let projects = #"[{"id": "oc4ids-bu3kcz-1", "publicAuthority": {"id": "A"}}, {"id": "oc4ids-bu3kcz-2", "parties": [{"id": "A"}]}]"#
        let review = try review(package(projects))
        #expect(review.places(.unreferencedParties) == ["/projects/1/parties/0/id"])
        #expect(review.places(.partyRoles) == [])
    }
}
