import OC4IDS
import Reports
import Testing

/// Scores as people read them.
@Suite struct DisclosureReportTests {
    private static let sample = "samples/salud/paquete.json"
    private static let project = "oc4ids-gt0001-ms-2022-0014"

    private func text(_ data: String, _ language: Language = .es, _ verbosity: Verbosity = .usual, profile: Profile? = nil) throws -> String {
        let (disclosure, kind) = try disclosure(data, profile: profile)
        return try report(language, verbosity).disclosure(disclosure, kind: kind, input: "x.json")
    }

    private func explained(_ data: String, _ id: String = "a", _ language: Language = .es, profile: Profile? = nil, color: Bool = false) throws -> String {
        let (disclosure, kind) = try disclosure(data, profile: profile, explained: id)
        return try ExplainReport(explainer: Explainer(language: language, standard: standard), standard: standard, style: TextStyle(color: color))
            .text(disclosure.explained, profile: disclosure.profile, kind: kind)
    }

    // MARK: Whole texts

    @Test(arguments: Language.allCases)
    func wholeSections(_ language: Language) throws {
        let (disclosure, kind) = try disclosure(Package.bytes(Self.sample))
        for verbosity in Verbosity.allCases {
            let text = try report(language, verbosity).disclosure(disclosure, kind: kind, input: Self.sample)
            try expectGolden(text, "disclosure-\(verbosity).\(language)")
        }
    }

    @Test(arguments: Language.allCases)
    func elementsWithoutAStageStandByModule(_ language: Language) throws {
        let (disclosure, kind) = try disclosure(Package.bytes(Self.sample), profile: Profile.bundled("cost-sustainability", standard))
        try expectGolden(report(language, .verbose).disclosure(disclosure, kind: kind), "disclosure-sustainability.\(language)")
    }

    @Test(arguments: Language.allCases)
    func oneProjectExplained(_ language: Language) throws {
        let (disclosure, kind) = try disclosure(Package.bytes(Self.sample), explained: Self.project)
        let report = try ExplainReport(explainer: Explainer(language: language, standard: standard), standard: standard)
        try expectGolden(report.text(disclosure.explained, profile: disclosure.profile, kind: kind), "explain.\(language)")
    }

    // MARK: Scores

    @Test func quietIsOneLineWithBothScoresAndLevels() throws {
        let text = try text(#"{"id": "a", "status": "identification", "title": "x"}"#, .es, .quiet)
        // Due are the 8 elements of identification, two of which are there; strict are 66.
        #expect(text == "Divulgación: 25.0 % (Bajo) exigible · 3.0 % (Bajo) estricto\n")
    }

    /// An empty denominator is neither 0 nor 100.
    @Test(arguments: [(Language.es, "no aplica"), (.en, "not applicable")])
    func whereNothingCountsThereIsNoScore(_ language: Language, _ words: String) throws {
        // Identification is reached; nothing of the later stages is due.
        let text = try text(#"{"id": "a", "status": "identification"}"#, language)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(language == .es ? "  Liquidación" : "  Liquidation") })
        #expect(line.contains(words))
        #expect(!line.contains("█") && !line.contains("100.0"))
    }

    @Test(arguments: [(1, "0.1 %"), (500_000, "0.1 %"), (499_499_999, "49.9 %"), (499_500_000, "50.0 %"), (999_999_999, "99.9 %"), (1_000_000_000, "100.0 %"), (0, "0.0 %")])
    func noneAndAllAreShownOnlyWhereTheyAre(_ billionths: Int, _ expected: String) {
        #expect(Figures.percent(Billionths(count: billionths), .es) == (billionths == 499_499_999 ? "49.9 %" : expected))
        #expect(Figures.percent(Billionths(count: billionths), .en) == expected.replacing(" ", with: ""))
    }

    @Test(arguments: [(0, "0.0"), (100_000, "< 0.1"), (16_000_000, "1.6"), (1_000_000_000, "100.0")])
    func gainsArePoints(_ billionths: Int, _ expected: String) {
        #expect(Figures.points(Billionths(count: billionths)) == expected)
    }

    @Test func withoutProjectsThereIsNothingToScore() throws {
        #expect(try text("[]").contains("No hay proyectos que medir."))
        #expect(try text("[]", .es, .quiet) == "")
    }

    @Test func projectsWithoutAStatusAreSaid() throws {
        #expect(try text(#"[{"id": "a"}, {"id": "b", "status": "?"}, {"id": "c", "status": "completion"}]"#).contains("! 2 proyectos no tienen un estado de la lista"))
        #expect(try !text(#"{"id": "a", "status": "completion"}"#).contains("estado de la lista"))
    }

    // MARK: Groups and projects

    @Test func atMostEightGroupsAreShownUsually() throws {
        let projects = (0 ..< 12).map { #"{"id": "p\#($0)", "publicAuthority": {"name": "Institución \#($0 + 10)"}}"# }.joined(separator: ", ")
        let usual = try text("[\(projects)]")
        #expect(usual.split(separator: "\n").count { $0.hasPrefix("  Institución ") } == 8)
        #expect(usual.contains("… y 4 más"))
        #expect(try text("[\(projects)]", .es, .verbose).split(separator: "\n").count { $0.hasPrefix("  Institución ") } == 12)
    }

    /// Past 5,000 groups what was counted over them is a lower bound.
    @Test(arguments: [(Language.es, "al menos 5,000 instituciones"), (.en, "at least 5,000 institutions")])
    func institutionsOfASampleAreALowerBound(_ language: Language, _ expected: String) throws {
        func text(_ count: Int) throws -> String {
            try self.text("[\((0 ..< count).map { #"{"publicAuthority": {"name": "Institución \#($0)"}}"# }.joined(separator: ", "))]", language)
        }
        #expect(try text(5_001).contains(expected))
        let few = try text(2)
        #expect(!few.contains("al menos") && !few.contains("at least"))
    }

    @Test func oneProjectNeedsNoGroups() throws {
        let text = try text(#"{"id": "a", "publicAuthority": {"name": "MSPAS"}}"#)
        #expect(!text.contains("Ministerios") && !text.contains("Proyectos con menor"))
    }

    /// The command is there to be copied: an id must not become another one.
    @Test(arguments: [("oc4ids-bu3kcz-1", true), ("x; rm -r .", false), ("$(id)", false), ("--output", false)])
    func aCommandIsSuggestedOnlyWithAHarmlessID(_ id: String, _ isSuggested: Bool) throws {
        let text = try text(#"[{"id": "\#(id)"}, {"id": "\#(id)"}]"#)
        #expect(text.contains("--explain \(id)") == isSuggested)
        #expect(text.contains("--explain") == isSuggested)
    }

    @Test func codesHaveTheirTitles() throws {
        #expect(try text(#"[{"id": "a", "sector": ["health"]}, {"id": "b"}]"#).contains("  Salud (health) "))
    }

    @Test func nothingIsLeftToPublishWhereAllIsDisclosed() throws {
        let profile = try profile(rule: #"{"present": "title"}"#)
        #expect(try text(#"{"id": "a", "title": "x"}"#, profile: profile).contains("Nada: todo lo exigible está publicado."))
        #expect(try explained(#"{"id": "a", "title": "x"}"#, profile: profile).contains("Nada: todo lo exigible está publicado."))
    }

    // MARK: One project

    @Test func evidenceIsNamedByLineAndValue() throws {
        let text = try explained("[{\"id\": \"b\"},\n{\"id\": \"a\", \"title\": \"Hospital\"}]")
        #expect(text.contains(#"Se encontró: línea 2:22  /1/title  "Hospital""#))
    }

    /// One of five contracts with a supplier is a fifth, and the report says so.
    @Test func processesAreCounted() throws {
        let profile = try profile(rule: #"{"present": "summary/suppliers/name"}"#, scope: "contractingProcess")
        let processes = (0 ..< 5).map { $0 == 0 ? #"{"id": "0", "summary": {"suppliers": [{"name": "x"}]}}"# : #"{"id": "\#($0)"}"# }.joined(separator: ", ")
        let text = try explained(#"{"id": "a", "contractingProcesses": [\#(processes)]}"#, profile: profile)
        #expect(text.contains("◐ Uno · parcial · 20.0 % de lo que se pide · completo en 1 de 5 procesos"))
        #expect(text.contains("+80.0 puntos"))
    }

    /// What is found where it is not asked for yet does not explain why it is missing: where it is asked for does.
    @Test(arguments: Language.allCases)
    func evidenceAheadOfItsTimeIsToldFromTheRest(_ language: Language) throws {
        let profile = try profile(rule: #"{"present": "summary/suppliers/name"}"#, scope: "contractingProcess")
        let text = try explained(#"""
            {"id": "a", "contractingProcesses": [
            {"id": "p-1", "summary": {"status": "pre-award", "suppliers": [{"name": "Constructora"}]}},
            {"id": "p-2", "summary": {"status": "active"}}]}
            """#, "a", language, profile: profile)
        let expected = language == .es
            ? ["✘ Uno · falta · completo en 0 de 1 proceso que cuenta · estricto 50.0 %",
               #"  Se encontró: línea 2:73  /contractingProcesses/0/summary/suppliers/0/name  "Constructora"  (de un proceso en que aún no es exigible)"#,
               "  Falta en: línea 3:1  /contractingProcesses/1  p-2"]
            : ["✘ Uno · missing · complete in 0 of 1 process that counts · strict 50.0%",
               #"  Found: line 2:73  /contractingProcesses/0/summary/suppliers/0/name  "Constructora"  (for a process in which it is not due yet)"#,
               "  Lacking in: line 3:1  /contractingProcesses/1  p-2"]
        for line in expected { #expect(text.split(separator: "\n").contains { $0 == line }, "\(text)") }
    }

    /// A party that a process which counts refers to is no evidence ahead of its time, although one that is too early refers to it too.
    @Test func evidenceForSeveralProcessesIsAheadOnlyIfAllAre() throws {
        let profile = try profile(rule: #"{"item": {"in": "/parties", "where": {"id": {"same": "summary/suppliers/id"}}}}"#, scope: "contractingProcess")
        func text(_ first: String, _ second: String) throws -> String {
            let processes = [first, second].map { #"{"id": "x", "summary": {"status": "\#($0)", "suppliers": [{"id": "S"}]}}"# }.joined(separator: ", ")
            return try explained(#"{"id": "a", "parties": [{"id": "S"}], "contractingProcesses": [\#(processes)]}"#, profile: profile)
        }
        #expect(try text("pre-award", "active").contains("/parties/0\n") && text("active", "pre-award").contains("/parties/0\n"))
    }

    /// At most five of the processes that keep a share from being 1 are named; of one that has a part, how much it has.
    @Test func processesThatLackSomethingAreNamed() throws {
        let profile = try profile(rule: #"{"all": [{"present": "summary/title"}, {"present": "summary/description"}]}"#, scope: "contractingProcess")
        let processes = (1 ... 9).map { #"{"id": "p-\#($0)", "summary": {\#($0 < 3 ? #""title": "x""# : "")\#($0 == 1 ? #", "description": "x""# : "")}}"# }.joined(separator: ", ")
        let lines = try explained(#"{"id": "a", "contractingProcesses": [\#(processes)]}"#, profile: profile).split(separator: "\n")
        #expect(lines.contains { $0 == "◐ Uno · parcial · 16.7 % de lo que se pide · completo en 1 de 9 procesos que cuentan" }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("  Falta en: ") && $0.hasSuffix("/contractingProcesses/1  p-2  50.0 % de lo que se pide") }, "\(lines)")
        #expect(lines.contains { $0.hasSuffix("/contractingProcesses/5  p-6") } && !lines.contains { $0.contains("/contractingProcesses/6  ") })
        #expect(lines.contains { $0.hasSuffix("… y 3 más") }, "\(lines)")
    }

    @Test func aConditionalElementSaysWhatMadeItApply() throws {
        let profile = try profile(elements: [("uno", #""rule": {"present": "purpose"}, "conditional": {"differs": ["completion/endDate", "period/endDate"]}"#),
                                             ("dos", #""rule": {"all": [{"present": "title"}, {"present": "purpose"}]}, "conditional": {"present": "sector"}"#)])
        let text = try explained(#"{"id": "a", "title": "x", "period": {"endDate": "2024-01-31"}, "completion": {"endDate": "2024-03-31"}}"#, profile: profile)
        #expect(text.contains(#"  Aplica por: línea 1:49  /period/endDate  "2024-01-31""#), "\(text)")
        #expect(text.contains(#"/completion/endDate  "2024-03-31""#))
        #expect(text.contains("  Aplica porque ya hay algo publicado.\n"))
    }

    @Test func whatNoProcessCanShowIsSaid() throws {
        let profile = try profile(rule: #"{"present": "summary/title"}"#, scope: "contractingProcess")
        #expect(try explained(#"{"id": "a"}"#, profile: profile).contains("✘ Uno · falta · el proyecto no tiene procesos de contratación\n"))
    }

    /// A weight of 3 of 4 that lacks half is worth more than one of 1 that lacks all.
    @Test func whatGainsMostStandsFirst() throws {
        let profile = try profile(elements: [
            ("uno", #""rule": {"present": "title"}"#), ("dos", #""weight": 3, "rule": {"all": [{"present": "id"}, {"present": "purpose"}]}"#),
        ])
        let text = try explained(#"{"id": "a"}"#, profile: profile)
        let ranked = text.split(separator: "\n").drop { $0 != "Qué publicar primero" }
        #expect(ranked.contains("   1. dos") && ranked.contains("      +37.5 puntos"))
        #expect(ranked.contains("   2. uno") && ranked.contains("      +25.0 puntos"))
    }

    @Test func anUnknownElementSaysWhenItApplies() throws {
        let text = try explained(#"{"id": "a", "status": "completion"}"#)
        #expect(text.contains("? Plan de reasentamiento y compensación · por confirmar"))
        #expect(text.contains("  Aplica cuando: al menos una de estas opciones:"))
    }

    @Test func anIDThatStandsTwiceIsExplainedTwice() throws {
        let text = try explained(#"[{"id": "a", "title": "Uno"}, {"id": "a", "title": "Dos"}]"#)
        #expect(text.hasPrefix("Uno\n") && text.contains("\n\n\nDos\n"))
    }

    @Test(arguments: [(Language.es, "Ningún proyecto tiene ese identificador.\n"), (.en, "No project has this id.\n")])
    func aProjectThatIsNotThere(_ language: Language, _ expected: String) throws {
        #expect(try explained(#"[{"id": "b"}]"#, "a", language) == expected)
    }

    // MARK: Harmless

    @Test(arguments: Language.allCases)
    func linesKeepToTheWidth(_ language: Language) throws {
        for id in Profile.bundledIDs {
            let (disclosure, kind) = try disclosure(Package.bytes(Self.sample), profile: Profile.bundled(id, standard), explained: Self.project)
            let explain = try ExplainReport(explainer: Explainer(language: language, standard: standard), standard: standard)
            let texts = try [Verbosity.usual, .verbose].map { try report(language, $0).disclosure(disclosure, kind: kind) } + [explain.text(disclosure.explained, profile: disclosure.profile, kind: kind)]
            // A pointer or a path stays whole.
            for line in texts.joined().split(separator: "\n") where !line.contains("/") { #expect(line.unicodeScalars.count <= 100, "\(line)") }
        }
    }

    @Test func colorOnlyRepeatsWhatIsWritten() throws {
        let (disclosure, kind) = try disclosure(Package.bytes(Self.sample))
        let colored = try report(.es, color: true).disclosure(disclosure, kind: kind)
        #expect(colored.contains("\u{1B}[31m"))
        #expect(try colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report(.es).disclosure(disclosure, kind: kind))
    }

    @Test func colorOnlyRepeatsWhatIsWrittenOfOneProject() throws {
        let data = #"{"id": "a", "status": "implementation", "title": "Hospital", "contractingProcesses": [{"id": "1"}, {"id": "2"}]}"#
        #expect(try explained(data, color: true).replacing(/\u{1B}\[[0-9;]*m/, with: "") == explained(data))
    }

    @Test func hostileTextIsShownEscaped() throws {
        let bad = ##"\u001b[2J\u202eevil"##
        let data = #"[{"id": "\#(bad)", "title": "\#(bad)", "status": "\#(bad)", "sector": ["\#(bad)"], "publicAuthority": {"name": "\#(bad)"}}, {"id": "b"}]"#
        for language in Language.allCases {
            let shown = try text(data, language, .verbose) + explained(data, "\u{1B}[2J\u{202E}evil", language)
            #expect(shown.contains("evil"))
            #expect(!shown.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F ..< 0xA0).contains($0.value) || (0x202A ... 0x202E).contains($0.value) })
        }
    }

    // MARK: Profiles

    private func profile(rule: String, scope: String = "project") throws -> Profile {
        try profile(elements: [("Uno", #""rule": \#(rule)"#)], scope: scope)
    }

    private func profile(elements: [(title: String, rest: String)], scope: String = "project") throws -> Profile {
        let items = elements.enumerated().map { position, element in
            #"{"id": "e-\#(position)", "title": {"es": "\#(element.title)", "en": "\#(element.title)"}, "guidance": {"es": "Publique.", "en": "Publish."}, "module": {"es": "Todo", "en": "All"}, "scope": "\#(scope)", \#(element.rest)}"#
        }
        return try Profile(Array(#"{"id": "mine", "version": "1", "title": {"es": "Mío", "en": "Mine"}, "elements": [\#(items.joined(separator: ", "))]}"#.utf8), standard)
    }
}
