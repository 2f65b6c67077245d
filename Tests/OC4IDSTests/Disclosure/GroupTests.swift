import OC4IDS
import Testing

/// By what projects are put together.
@Suite struct GroupTests {
    private func groups(_ projects: [String], by field: GroupField, adding: [GroupField] = []) throws -> [String] {
        let found = try disclosure("[\(projects.joined(separator: ","))]", by: adding)
        let grouping = try #require(found.groups.first { $0.by == field })
        return grouping.values.map { "\($0.name ?? "null") \($0.projects)" }
    }

    private func owned(_ names: String...) -> [String] {
        names.map { #"{"publicAuthority": {"name": \#($0)}}"# }
    }

    @Test func namesAreTheSameWhateverTheirCaseAndAccents() throws {
        // The last one has its accent as a character of its own.
        let projects = owned(#""Ministerio de Educación""#, #""MINISTERIO DE EDUCACION""#, #""  Ministerio de Educación ""#, #""Ministerio de Educacio\u0301n""#, #""Salud""#)
        #expect(try groups(projects, by: .publicAuthority) == ["Ministerio de Educación 4", "Salud 1"])
    }

    @Test func ofEquallyFrequentNamesTheFirstInByteOrderIsShown() throws {
        #expect(try groups(owned(#""salud""#, #""Salud""#), by: .publicAuthority) == ["Salud 2"])
        #expect(try groups(owned(#""salud""#, #""Salud""#, #"" salud ""#), by: .publicAuthority) == ["salud 3"])
    }

    @Test func whatSaysNothingIsNoGroup() throws {
        #expect(try groups(owned(#""N/A""#, #""""#, "null", #"{"es": "Salud"}"#, #""Salud""#), by: .publicAuthority) == ["Salud 1", "null 4"])
    }

    /// A text that says nothing does not silence a number that looks the same, whichever comes first.
    @Test(arguments: [[#""5""#, "5"], ["5", #""5""#]]) func aNumberIsNoPlaceholder(_ names: [String]) throws {
        var profile = try Profile.core(.bundled())
        profile.placeholders = ["5"]
        let projects = names.map { #"{"publicAuthority": {"name": \#($0)}}"# }.joined(separator: ",")
        let values = try #require(disclosure("[\(projects)]", profile: profile, by: [.publicAuthority]).groups.first { $0.by == .publicAuthority }).values
        #expect(values.map(\.name) == ["5", nil] && values.map(\.projects) == [1, 1])
    }

    @Test func aProjectCountsOnceInAGroup() throws {
        let process = #"{"summary": {"tender": {"procuringEntity": {"name": "Obras"}}}}"#
        let other = #"{"summary": {"tender": {"procuringEntity": {"name": "OBRAS"}}}}"#
        let third = #"{"summary": {"tender": {"procuringEntity": {"name": "Caminos"}}}}"#
        #expect(try groups([#"{"contractingProcesses": [\#(process), \#(other), \#(third)]}"#], by: .procuringEntity) == ["Caminos 1", "OBRAS 1"])
    }

    @Test func aSectorLiesInThoseAboveIt() throws {
        let projects = [#"{"sector": ["transport.road", "transport.rail"]}"#, #"{"sector": ["transport"]}"#, #"{"sector": ["health"]}"#]
        #expect(try groups(projects, by: .sector) == ["transport 2", "health 1", "transport.rail 1", "transport.road 1"])
    }

    /// What has more points than any code is no hierarchy, and does not take forever.
    @Test(.timeLimit(.minutes(1))) func aTextOfPointsLiesInItsFirstLevelsOnly() throws {
        let found = try groups([#"{"sector": ["\#(String(repeating: "a.", count: 100_000))b"]}"#, #"{"sector": ["a.a", ".b"]}"#], by: .sector)
        #expect(found.count == 10 && found.prefix(2) == ["a 2", "a.a 2"] && found.contains(".b 1"))
    }

    @Test func theRegionIsThatOfTheFirstPlace() throws {
        let projects = [#"{"locations": [{"address": {"region": "Petén"}}, {"address": {"region": "Izabal"}}]}"#, #"{"locations": [{"id": "1"}, {"address": {"region": "Izabal"}}]}"#]
        #expect(try groups(projects, by: .region) == ["Petén 1", "null 1"])
    }

    @Test func anyFieldWillDo() throws {
        let projects = [#"{"budget": {"amount": {"currency": "GTQ"}}}"#, #"{"budget": {"amount": {"currency": "USD"}}}"#, #"{"budget": {"amount": {"currency": "GTQ"}}}"#]
        let field = GroupField.path("budget/amount/currency")
        #expect(try groups(projects, by: field, adding: [field]) == ["GTQ 2", "USD 1"])
    }

    @Test func aGroupHasAllOfItsProjectsHoweverManyWaysOfWritingThereAre() throws {
        let projects = (0 ..< 3_500).flatMap { owned("\"Institución \($0)\"", "\"INSTITUCIÓN \($0)\"", "\"institucion \($0)\"", "\"INSTITUCIÓN \($0)\"") }
        let grouping = try #require(try disclosure("[\(projects.joined(separator: ","))]").groups.first { $0.by == .publicAuthority })
        #expect(!grouping.isSample && grouping.values.count == 3_500)
        #expect(grouping.values.allSatisfy { $0.projects == 4 && $0.strict.denominator.decimal == "4" && $0.name?.hasPrefix("INSTITUCIÓN") ?? false })
    }

    @Test func whatIsShownOfASampleIsExactInAnyOrder() throws {
        let projects = (0 ..< 6_000).flatMap { owned("\"Institución \($0)\"", "\"INSTITUCIÓN \($0)\"", "\"Institución \($0)\"") }
        func found(_ projects: [String], jobs: Int) throws -> [String] {
            let found = try disclosure("[\(projects.joined(separator: ","))]", jobs: jobs)
            let grouping = try #require(found.groups.first { $0.by == .publicAuthority })
            #expect(grouping.isSample && grouping.values.count == 5_000 && grouping.values.allSatisfy { $0.projects == 3 })
            #expect(found.recommendations.allSatisfy { $0.isAuthoritiesSample && $0.authorities == 5_000 })
            return grouping.values.map { "\($0)" }
        }
        #expect(try found(projects, jobs: 1) == found(projects.reversed(), jobs: 2))
    }

    @Test func ofANameWrittenInVeryManyWaysAllProjectsCount() throws {
        let names = (0 ..< 200).map { number in
            String("institucion".enumerated().map { position, letter in number >> position & 1 == 0 ? letter : Character(letter.uppercased()) })
        }
        func found(_ names: [String]) throws -> [String] { try groups(names.flatMap { owned("\"\($0)\"") }, by: .publicAuthority) }
        let shown = try found(names)
        #expect(shown.count == 1 && shown[0].hasSuffix(" 200"))
        #expect(try found(names.reversed()) == shown)
    }

    @Test func ofVeryManyNamesASampleIsKeptAndSaid() throws {
        let projects = (0 ..< 5_001).map { #"{"publicAuthority": {"name": "Institución \#($0)"}}"# }
        let found = try disclosure("[\(projects.joined(separator: ","))]")
        let grouping = try #require(found.groups.first { $0.by == .publicAuthority })
        #expect(grouping.isSample)
        #expect(grouping.values.count == 5_000)
        #expect(found.strict.denominator.decimal == "5001")
    }

    // MARK: Texts

    @Test(arguments: [
        (String(repeating: "a", count: 64), "1", "texts of 64 letters are compared too"),
        (String(repeating: "á", count: 70), "1", "whatever their accents"),
        ("Evaluacio\u{301}n", "1", "also where an accent is a character of its own"),
        ("\u{2003}Evaluación\u{3000}", "1", "blanks of any kind do not matter"),
        ("ŽIVOT", "1", "nor do accents of other languages"),
        ("Evaluacion final", "0", "the whole text"),
    ])
    func textsAreComparedFolded(_ text: String, _ expected: String, _ why: String) throws {
        let words = [String(repeating: "a", count: 64), String(repeating: "a", count: 70), "evaluación", "život"].map { "\"\($0)\"" }.joined(separator: ",")
        let rule = #"{"item": {"in": "documents", "where": {"title": {"text": [\#(words)]}}}}"#
        #expect(try share(rule, in: #"{"documents": [{"title": "\#(text)"}]}"#) == expected, "\(why)")
    }
}
