import JSONSchema
import OC4IDS
import Reports
import Testing

/// What a text report holds, and what it must never hold.
@Suite struct TextReportTests {
    /// Projects, each with a start date of that text.
    private func projects(startDates: [String]) -> String {
        "[" + startDates.enumerated().map { #"{"id": "oc4ids-bu3kcz-\#($0)", "period": {"startDate": "\#($1)"}}"# }.joined(separator: ",\n") + "]"
    }

    private func lines(_ outcome: Outcome, _ verbosity: Verbosity = .usual, _ language: Language = .en) throws -> [Substring] {
        try report(language, verbosity).text(for: outcome).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func places(_ lines: [Substring]) -> Int {
        lines.count { $0.contains("  line ") }
    }

    @Test(arguments: [(1, 1, nil), (3, 3, nil), (4, 4, nil), (5, 3, 2), (19, 3, 16), (2000, 3, 1997)])
    func usuallyThreePlaces(_ wrong: Int, _ shown: Int, _ more: Int?) throws {
        let lines = try lines(review(projects(startDates: Array(repeating: "soon", count: wrong))))
        #expect(places(lines) == shown)
        #expect(lines.contains { $0.hasPrefix("✘ \(Figures.count(wrong, .en)) × Not a complete") })
        #expect(lines.contains { $0.hasSuffix("more") } == (more != nil))
        if let more { #expect(lines.contains { $0.hasSuffix("… and \(Figures.count(more, .en)) more") }) }
    }

    @Test func verboseShowsAllThatAreListed() throws {
        let outcome = try review(projects(startDates: Array(repeating: "soon", count: 50)))
        #expect(try places(lines(outcome, .verbose)) == 20)
        #expect(try lines(outcome).contains("To see more places: --verbose"))
        #expect(try lines(outcome, .verbose).contains("To see all places: --verbose --max-examples 0"))
        let all = try review(projects(startDates: Array(repeating: "soon", count: 50)), examples: 0)
        #expect(try places(lines(all, .verbose)) == 50)
        #expect(try !lines(all, .verbose).contains { $0.contains("--max-examples") })
    }

    @Test func quietIsOneLine() throws {
        #expect(try lines(review(projects(startDates: ["soon"])), .quiet) == ["✘ x.json: 1 error of 1 kind", ""])
        #expect(try lines(review(""), .quiet) == ["✘ x.json: Could not be read. The file is empty", ""])
        #expect(try lines(review("[]"), .quiet) == ["✔ x.json: No errors, but no projects either", ""])
    }

    @Test func oneLessonForManyFields() throws {
        let text = #"{"id": "oc4ids-bu3kcz-a", "period": {"startDate": "2024-03-01", "endDate": "soon"}, "updated": "2024-03-01T10:00:00Z"}"#
        let lines = try lines(review(text))
        #expect(lines.count { $0.contains("Write date, time and time zone") } == 1)
        #expect(lines.contains("    1 × period/startDate · Start date"))
        #expect(lines.contains("    1 × period/endDate · End date"))
        #expect(lines.contains { $0.hasSuffix(#""2024-03-01" (perhaps 2024-03-01T00:00:00-06:00)"#) })
        #expect(lines.contains { $0.hasSuffix(#""soon""#) })
    }

    @Test func badLinesAreNamedAndTheOthersChecked() throws {
        let text = "{\"id\": \"oc4ids-bu3kcz-a\"}\n{\"id\": \"b\",}\n{\"id\": \"oc4ids-bu3kcz-c\", \"title\": 1}\n{\"id\n"
        let lines = try lines(review(text))
        #expect(lines.contains("✘ 1 error of 1 kind · 2 lines could not be read"))
        #expect(lines.contains { $0.hasPrefix("    line 2:12 · There is a comma too many") })
        #expect(lines.contains { $0.contains("Should be text") })
        let onlyBad = try report(.es).text(for: review("{\"id\": \"oc4ids-bu3kcz-a\"}\n{\"id\": \"b\",}\n"))
        #expect(onlyBad.contains("✘ 1 línea no se pudo leer · en las demás no hay errores\n"))
    }

    @Test func duplicateKeysShowBothPositions() throws {
        let lines = try lines(review("{\"id\": \"a\",\n \"title\": \"x\",\n \"title\": \"y\"}"))
        #expect(lines.contains { $0.contains("line 3:") && $0.contains("(the first one: line 2:") }, "\(lines)")
    }

    // MARK: Codes and fields beside the standard

    @Test func openCodesAreNamedAndClosedOnesAreErrorsOnly() throws {
        let text = #"{"id": "oc4ids-bu3kcz-a", "status": "terminado", "sector": ["Salud", "zzzz"]}"#
        let lines = try lines(review(text))
        #expect(lines.contains("! 2 × Code that its list does not have; the list is open to others"))
        #expect(lines.contains { $0.hasPrefix(##"        1 × "Salud" (did you mean health?)  line 1:"##) && $0.hasSuffix("/sector/0") })
        #expect(lines.contains { $0.hasPrefix(##"        1 × "zzzz" "##) })
        #expect(lines.count { $0.contains("terminado") } == 1)
    }

    @Test func threeHundredAdditionalFieldsDoNotDrownTheReader() throws {
        let members = (0 ..< 300).map { #""campo_\#($0)": \#($0)"# }.joined(separator: ", ")
        let outcome = try review(#"{"id": "oc4ids-bu3kcz-a", \#(members)}"#)
        #expect(try lines(outcome).prefix { !$0.hasPrefix("Publication:") }.count < 40)
        #expect(try lines(outcome).contains("    … and 292 more (--verbose)"))
        #expect(try lines(outcome, .verbose).count { $0.hasPrefix("    1 × campo_") } == 300)
    }

    @Test func additionalFieldsSayWhatWasMeantAndWhatStandsThere() throws {
        let projects = ["\"uno\"", "\"dos\"", "3"].map { #"{"id": "oc4ids-bu3kcz-a", "titel": \#($0)}"# }.joined(separator: ",\n")
        let text = try report(.en).text(for: review("[\(projects)]"))
        #expect(text.contains(##"    3 × titel (did you mean title?) · for example "uno", "dos", 3"##))
    }

    @Test func checksStandByWeight() throws {
        let signs = try lines(review(sample: "educacion/paquete.json")).compactMap { line in "✘!i".contains(line.prefix(1)) && line.contains(" × ") ? line.first : nil }
        let ranks = signs.map { $0 == "✘" ? 0 : $0 == "!" ? 1 : 2 }
        #expect(ranks == ranks.sorted())
    }

    // MARK: Coverage

    private func coverage(_ text: String, _ verbosity: Verbosity = .verbose) throws -> [Substring] {
        try Array(lines(review(text), verbosity).drop { !$0.hasPrefix("Project fields with data") })
    }

    /// Full and empty only when all or none: 199 of 200 is not all.
    @Test(arguments: [(0, "░░░░░░░░░░", "0%"), (1, "█░░░░░░░░░", "1%"), (100, "█████░░░░░", "50%"), (199, "█████████░", "99%"), (200, "██████████", "100%")])
    func barsAreFullOnlyWhenAllHaveTheField(_ filled: Int, _ bar: String, _ percent: String) throws {
        let projects = (0 ..< 200).map { #"{"id": "oc4ids-bu3kcz-\#($0)"\#($0 < filled ? #", "title": "x""# : "")}"# }.joined(separator: ",")
        let line = try coverage("[\(projects)]").first { $0.contains(" title ") }
        #expect(line?.contains(bar) == true && line?.contains(" \(percent) ") == true && line?.contains("\(filled) of 200") == true, "\(line ?? "")")
    }

    @Test func theTreeShowsWhatCouldBeThere() throws {
        let lines = try coverage(#"[{"id": "oc4ids-bu3kcz-a", "budget": {"description": "x"}}, {"id": "oc4ids-bu3kcz-b"}]"#)
        #expect(lines.contains { $0.hasPrefix("  budget ") })
        #expect(lines.contains { $0.hasPrefix("    amount ") })
        // Nothing could lie in an amount that is not there, and there is no package.
        #expect(!lines.contains { $0.hasPrefix("      currency ") || $0.hasPrefix("  publisher ") })
    }

    @Test func theCompactViewNamesWhatIsMissingEverywhere() throws {
        let lines = try coverage(#"[{"id": "oc4ids-bu3kcz-a"}, {"id": "oc4ids-bu3kcz-b", "title": "x"}]"#, .usual)
        #expect(lines.contains { $0.contains("█ 2") || $0.contains("█  2") })
        #expect(lines.contains { $0.hasPrefix("Without any data: ") })
        #expect(lines.contains("To see every field by its name: --verbose"))
    }

    @Test func oneProjectNeedsNoBars() throws {
        let lines = try coverage(#"{"id": "oc4ids-bu3kcz-a", "title": "x"}"#, .usual)
        #expect(lines.contains { $0.hasPrefix("With data: ") })
        #expect(!lines.contains { $0.contains("█") })
    }

    @Test func projectsWithoutAnyDataHaveNoBars() throws {
        let lines = try coverage(#"[{"unknown": 1}, {"unknown": 2}]"#, .usual)
        #expect(lines.contains { $0.hasPrefix("Without any data: ") })
        #expect(!lines.contains { $0.contains("░") })
    }

    @Test func withoutProjectsThereIsNothingToCover() throws {
        #expect(try coverage("[]").isEmpty)
        #expect(try coverage(#"{"projects": []}"#, .usual).isEmpty)
    }

    @Test(arguments: GoldenTests.samples, Language.allCases)
    func barsKeepToTheWidth(_ path: String, _ language: Language) throws {
        for verbosity in [Verbosity.usual, .verbose] {
            for line in try report(language, verbosity).text(for: review(sample: path)).split(separator: "\n") where line.contains("█") || line.contains("░") {
                #expect(line.unicodeScalars.count <= 100, "\(line)")
            }
        }
    }

    // MARK: Harmless

    @Test func hostileTextIsShownEscaped() throws {
        let bad = "\u{1B}[2J\u{202E}evil"
        let text = ##"{"publisher": {"name": "\u001b]0;x\u0007"}, "projects": [{"id": "a", "status": "\u001b[2J\u202eevil", "\u001b[2J": 1, "\u001b[2J": 2}]}"##
        let outcome = try review(Array(text.utf8), name: "\(bad)\n.json")
        for language in Language.allCases {
            for verbosity in Verbosity.allCases {
                let report = try report(language, verbosity)
                let shown = report.text(for: outcome) + report.closing([report.row(for: outcome), report.row(for: outcome)])
                #expect(!shown.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F ..< 0xA0).contains($0.value) || (0x202A ... 0x202E).contains($0.value) })
            }
        }
    }

    @Test func nothingLargeIsShown() throws {
        let long = String(repeating: "x", count: 100_000)
        let text = #"{"publisher": {"name": "\#(long)"}, "publishedDate": "\#(long)", "projects": [{"id": "a", "status": "\#(long)", "\#(long)": {"a": 1, "a": 2}}]}"#
        for verbosity in Verbosity.allCases {
            #expect(try report(.es, verbosity).text(for: review(text)).utf8.count < 20_000)
        }
    }

    @Test(arguments: GoldenTests.samples)
    func bothLanguagesSayTheSame(_ path: String) throws {
        let outcome = try review(sample: path)
        /// Signs, places and what stands there, without the words and line breaks around them.
        func shape(_ language: Language) throws -> [Substring] {
            try report(language, .verbose).text(for: outcome).split { " \n".contains($0) }.filter { word in
                ["✘", "✔", "!", "→", "×"].contains(word) || word.hasPrefix("/") || word.hasPrefix("\"") || (word.contains(":") && word.first?.isNumber == true)
            }
        }
        #expect(try shape(.es) == shape(.en))
    }

    @Test func colorOnlyRepeatsWhatIsWritten() throws {
        let outcome = try review(sample: "educacion/paquete.json")
        let colored = try report(.es, color: true).text(for: outcome)
        #expect(colored.contains("\u{1B}[31m"))
        var plain = ""
        var rest = colored[...]
        while let escape = rest.firstIndex(of: "\u{1B}"), let end = rest[escape...].firstIndex(of: "m") {
            plain += rest[..<escape]
            rest = rest[rest.index(after: end)...]
        }
        #expect(try plain + rest == report(.es).text(for: outcome))
    }

    @Test func sentencesKeepToTheWidth() throws {
        for path in GoldenTests.samples {
            for language in Language.allCases {
                for line in try report(language).text(for: review(sample: path)).split(separator: "\n") where !line.contains("/") && !line.contains("\"") {
                    #expect(line.unicodeScalars.count <= 100, "\(line)")
                }
            }
        }
    }

    @Test func allFit() throws {
        let report = try report(.es)
        let row = report.row(for: try review(sample: "salud/paquete.json"))
        #expect(report.closing([row]) == "")
        #expect(report.closing([row, row]).hasSuffix("✔ Los 2 archivos están sin errores\n"))
    }

    @Test func failuresOfTheSystem() throws {
        let outcome = Outcome.failure(InputFailure(name: "no.json", reason: .source(number: 2, reason: "No such file or directory")))
        #expect(try report(.es).text(for: outcome) == "no.json\n\n✘ No se pudo leer. No existe ese archivo o carpeta\n  → Revise el nombre y la carpeta donde está.\n\n")
    }
}
