import OC4IDS
import Reports
import Testing

/// Profiles as text, and what is said of one that has mistakes.
@Suite struct ProfileListingTests {
    private func listing(_ language: Language) throws -> ProfileListing {
        try ProfileListing(explainer: Explainer(language: language, standard: standard), standard: standard)
    }

    private func bundled(_ id: String = Profile.standardID) throws -> Profile {
        try #require(try Profile.bundled(id, standard))
    }

    @Test(arguments: Language.allCases)
    func wholeTexts(_ language: Language) throws {
        let profile = try bundled()
        try expectGolden(listing(language).show(profile), "profile-show.\(language)")
        for id in ["project-owner", "variation-to-contract-price", "project-scope-at-completion"] {
            try expectGolden(#require(listing(language).show(id, in: profile)), "profile-\(id).\(language)")
        }
        try expectGolden(listing(language).list(Profile.bundledIDs.map(bundled)), "profile-list.\(language)")
    }

    @Test(arguments: Profile.bundledIDs, Language.allCases)
    func everyElementIsListedAndShown(_ id: String, _ language: Language) throws {
        let profile = try bundled(id)
        let list = try listing(language).show(profile)
        for element in profile.elements {
            #expect(list.contains("  \(element.id) "))
            let shown = try #require(listing(language).show(element.id, in: profile)).replacing(/\s+/, with: " ")
            for text in [element.title, element.guidance, element.manual, element.note].compactMap(\.self) { #expect(shown.contains(text[language].replacing(/\s+/, with: " "))) }
        }
    }

    @Test(arguments: [("proyect-budget", "project-budget"), ("presupuesto", "project-budget"), ("xyzxyz", nil)])
    func suggestsElements(_ id: String, _ expected: String?) throws {
        let profile = try bundled()
        #expect(try listing(.es).show(id, in: profile) == nil)
        let suggestions = try listing(.es).suggestions(id, in: profile)
        if let expected { #expect(suggestions.contains(expected), "\(suggestions)") } else { #expect(suggestions.isEmpty) }
    }

    // MARK: Mistakes

    private func element(_ rest: String, id: String = "uno") -> String {
        #"{"id": "\#(id)", "title": {"es": "Uno", "en": "One"}, "guidance": {"es": "x", "en": "x"}, "module": {"es": "x", "en": "x"}, "scope": "project", \#(rest)}"#
    }

    private func profile(_ elements: String..., levels: String = "") -> String {
        #"{"id": "mine", "version": "1", "title": {"es": "Mío", "en": "Mine"}, \#(levels) "elements": [\#(elements.joined(separator: ",\n"))]}"#
    }

    private func said(_ profile: String, _ language: Language = .es) throws -> String {
        let (listing, standard) = (try listing(language), try standard)
        do throws(ProfileError) {
            return listing.sound(try Profile(Array(profile.utf8), standard), path: "p.json")
        } catch {
            return listing.problems(error, path: "p.json")
        }
    }

    @Test func soundProfilesAreSummedUp() throws {
        let text = try said(profile(element(#""rule": {"present": "title"}"#)))
        #expect(text.hasPrefix("✔ El perfil está bien: 1 elemento\n  Mío · mine · versión 1\n"))
        #expect(text.contains("oc4ids score DATOS --profile p.json"))
    }

    @Test func aWrongPathIsNamedWithItsPlaceAndElement() throws {
        let text = try said(profile(element(#""rule": {"present": "title"}"#), element(#""rule": {"present": "budgt/amount"}"#, id: "dos")))
        #expect(text.hasPrefix("✘ p.json: 1 error\n\n  línea 2:"))
        #expect(text.contains(" · elemento dos\n    El estándar no tiene el campo «budgt/amount»\n    → ¿Quiso decir «budget/amount»?\n"))
    }

    /// Each kind of mistake: what is said, and what to do.
    static let mistakes: [(rest: String, says: String, hint: String)] = [
        (#""rule": {"present": "zzzz"}"#, "no tiene el campo «zzzz»", "oc4ids schema list"),
        (#""rule": {"presnt": "title"}"#, "«presnt» no puede estar aquí", "¿Quiso decir «present»?"),
        (#""rule": {"present": "title", "all": [{"present": "title"}]}"#, "Una regla tiene que ser de una sola clase", "present, equals con to"),
        (#""rule": {"item": {"in": "documents", "has": 5}}"#, "no es una regla ni una lista de rutas", "present, equals con to"),
        (#""rule": {"present": "title"}, "weight": 0.1234567"#, "«0.1234567» no sirve como peso", "seis decimales"),
        (#""rule": {"present": "a b"}"#, "«a b» no está escrito como se espera", "docs/disclosure.es.md"),
        (#""rule": {"present": "title"}, "stage": "idea", "disclosure": "proactive""#, "«idea» no es uno de los códigos permitidos", "identification"),
        (#""rule": {"present": "title"}, "disclosure": "proactive", "stage": "preparation""#, "No queda claro a dónde pertenece el elemento", "module"),
        (#""weight": 1"#, "Falta «rule»", "docs/disclosure.es.md"),
        (#""rule": {"present": "title"}, "weight": 0"#, "elemento uno «0» no sirve como peso", "mayor que 0"),
        (#""rule": {"present": "title"}, "weight": 1e-7"#, "«1e-7» no sirve como peso", "seis decimales"),
        (#""rule": {"present": "title"}, "weight": 1E4"#, "«1E4» no sirve como peso", "hasta 1,000"),
        (#""rule": {"present": "title"}, "weight": 1, "weight": 2"#, "elemento uno La clave «weight» aparece dos veces: la primera, en la línea 1", "Deje solo una"),
        (#""rule": {"item": {"in": "parties", "has": {"item": {"in": "/parties", "has": {"item": {"in": "/documents"}}}}}}"#,
         "elemento uno «/documents» se recorrería de nuevo por cada elemento", "uno al lado del otro"),
    ]

    @Test(arguments: mistakes)
    func eachMistakeIsExplained(_ rest: String, _ says: String, _ hint: String) throws {
        let text = try said(profile(element(rest))).replacing(/\s+/, with: " ")
        #expect(text.contains(says), "\(text)")
        #expect(text.contains("→ ") && text.contains(hint), "\(text)")
    }

    /// 1e-6 is 0.000001, however it is written.
    @Test(arguments: [("1e-6", "0.000001"), ("1E2", "100"), ("0.5e1", "5"), ("10e-1", "1"), ("0.0010E+3", "1"), ("1000", "1000")])
    func weightsAreNumbersHoweverTheyAreWritten(_ written: String, _ expected: String) throws {
        let profile = try Profile(Array(profile(element(#""rule": {"present": "title"}, "weight": \#(written)"#)).utf8), standard)
        #expect(Billionths(count: profile.elements[0].weight * 1000).decimal == expected)
    }

    /// What the bundled profiles need is allowed: one list of the project for each item, side by side with others.
    @Test func oneSearchForEachItemIsAllowed() throws {
        let search = #"{"item": {"in": "/parties", "has": {"item": {"in": "people"}}}}"#
        #expect(try said(profile(element(#""rule": {"item": {"in": "/documents", "has": {"all": [\#(search), \#(search)]}}}"#))).hasPrefix("✔"))
    }

    @Test func aRuleThatComparesIsWarnedOf() throws {
        let differs = #"{"differs": ["completion/finalValue", "budget/amount"]}"#
        let text = try said(profile(element(#""rule": {"all": [{"present": "title"}, \#(differs)]}"#), element(#""rule": {"present": "title"}, "conditional": \#(differs)"#, id: "dos")))
        #expect(text.hasPrefix("✔") && text.contains("  ! elemento uno\n    La regla usa «differs»") && !text.contains("elemento dos"))
    }

    @Test func tooDeepARuleSaysWhatToDoWithIt() throws {
        let deep = String(repeating: #"{"all": ["#, count: 600) + #"{"present": "title"}"# + String(repeating: "]}", count: 600)
        let text = try said(profile(element(#""rule": \#(deep)"#)))
        #expect(text.contains("niveles") && text.contains("una al lado de la otra") && !text.contains("--max"))
    }

    private func level(_ id: String, _ from: String) -> String { #"{"id": "\#(id)", "title": {"es": "N", "en": "N"}, "from": \#(from)}"# }

    @Test func mistakesInLevels() throws {
        func said(_ levels: String...) throws -> String {
            try self.said(profile(element(#""rule": {"present": "title"}"#), levels: #""levels": [\#(levels.joined(separator: ", "))],"#)).replacing(/\s+/, with: " ")
        }
        #expect(try said(level("a", "0"), level("b", "5e-1")).hasPrefix("✔"))
        #expect(try said(level("a", "0.2")).contains("Ningún nivel empieza en 0"))
        #expect(try said(level("a", "0"), level("a", "0.5")).contains("El identificador «a» aparece dos veces → Dele a cada nivel"))
        #expect(try said(level("a", "0"), level("b", "0.12345678901")).contains("Un nivel no puede empezar en «0.12345678901»"))
    }

    @Test func mistakesOfTheWholeProfile() throws {
        let rule = #""rule": {"present": "title"}"#
        #expect(try said(profile(element(rule), element(rule))).contains(" · elemento uno\n"))
        #expect(try said(#"{"id": "v", "version": "1",\#n"id": "w", "title": {"es": "V", "en": "V"}, "elements": []}"#).contains("línea 2:1\n    La clave «id» aparece dos veces: la primera, en la línea 1\n"))
        #expect(try said(profile(element(rule), element(rule))).contains("El identificador «uno» aparece dos veces"))
        let levels = #""levels": [{"id": "b", "title": {"es": "B", "en": "B"}, "from": 0.5}, {"id": "a", "title": {"es": "A", "en": "A"}, "from": 0.2}],"#
        #expect(try said(profile(element(rule), levels: levels)).contains("El nivel «a» no empieza más arriba que el anterior"))
        let view = #"{"id": "v", "version": "1", "title": {"es": "V", "en": "V"}, "view": {"of": "cost-idz", "disclosure": ["proactive"]}}"#
        #expect(try said(view).contains("No existe el perfil «cost-idz»") && said(view).contains("¿Quiso decir «cost-ids»?"))
        #expect(try said(#"{"id": "v", "version": "1", "title": {"es": "V", "en": "V"}}"#).contains("Un perfil tiene elementos propios o la vista de otro perfil"))
        #expect(try said(#"{"id": "v",}"#).contains("línea 1:"))
        var deep = #"{"present": "title"}"#
        // 43 parts, 41 parts and so on share no divisor: soon no common denominator can be counted in.
        for count in [43, 41, 37, 31, 29, 23, 19, 17, 13] { deep = #"{"all": [\#(Array(repeating: deep, count: 1).joined()), \#(Array(repeating: #"{"present": "title"}"#, count: count - 1).joined(separator: ", "))]}"# }
        #expect(try said(profile(element(#""rule": \#(deep)"#))).contains("demasiado pequeñas para ser exactas"))
    }

    @Test(arguments: Language.allCases)
    func bothLanguagesNameTheSamePlaces(_ language: Language) throws {
        let text = try said(profile(element(#""rule": {"present": "budgt/amount"}"#)), language)
        #expect(text.contains("budgt/amount") && text.contains("budget/amount") && text.contains("1:"))
    }
}
