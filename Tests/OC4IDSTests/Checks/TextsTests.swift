import JSONSchema
@testable import OC4IDS
import Testing

/// Texts that say nothing.
@Suite struct TextsTests {
    private func found(_ check: Check, _ project: String) throws -> [String] {
        try review(project).checks.filter { $0.check == check }.flatMap(\.places).map(\.pointer.description)
    }

    private func titled(_ text: String) -> String { #"{"id": "oc4ids-bu3kcz-1", "title": "\#(text)"}"# }

    // MARK: Placeholders

    @Test(arguments: [
        "N/A", "n/a", "NA", "n/d", "N.D.", "no aplica", "No Aplica", "NO APLICA", " Pendiente ", "\u{A0}pendiente", "por definir", "sin dato", "Sin datos", "TBD", "-", "--", "—", ".", "xxx", "XXX", "string",
        "Sin información", "SIN INFORMACIÓN", "sin informacion", #"Sin informaci\u00f3n"#, #"\u004e/A"#, "null", "None", "Desconocido", "#N/A", "N\\/A",
    ])
    func placeholders(_ text: String) throws {
        #expect(try found(.placeholderTexts, titled(text)) == ["/title"])
    }

    @Test(arguments: [
        "Puesto de salud", "", " ", "Na Bolom", "Pendiente de Olla", "Pendientes viales", "Ninguno", "Ninguna", "Sin Cabezas", "no", "0", "S/N", "Naranjo", "x", "Escuela N/A", "ñ", "\\u00f1", "\u{E9}",
    ])
    func textsThatSaySomething(_ text: String) throws {
        #expect(try found(.placeholderTexts, titled(text)) == [])
    }

    @Test func codesIdsAndAddressesAreNotLookedAt() throws {
        let project = #"{"id": "N/A", "status": "N/A", "sector": ["NA"], "language": "na", "documents": [{"id": "-", "url": "N/A", "datePublished": "N/A"}], "identifiers": [{"id": ".", "scheme": "NA"}], "locations": [{"id": "1", "address": {"countryName": "NA"}}]}"#
        #expect(try found(.placeholderTexts, project) == [])
    }

    @Test func allOtherTextsAre() throws {
        let project = #"{"id": "1", "parties": [{"id": "1", "name": "N/A", "address": {"countryName": "N/A", "streetAddress": "-"}}], "contractingProcesses": [{"id": "1", "summary": {"title": "Pendiente"}}]}"#
        #expect(try found(.placeholderTexts, project) == ["/parties/0/name", "/parties/0/address/countryName", "/parties/0/address/streetAddress", "/contractingProcesses/0/summary/title"])
    }

    @Test func placeholdersInNoListAreTexts() {
        #expect(!PlaceholderWords([]).contain("N/A"))
        #expect(PlaceholderWords(["Por Ver"]).contain(" por ver "))
        #expect(!PlaceholderWords(["Por Ver"]).contain("por verde"))
    }

    // MARK: Names of fields

    @Test(arguments: ["title", "Title", "TÍTULO", "titulo", "Título", "Nombre", " título "])
    func nameOfTheField(_ text: String) throws {
        #expect(try found(.textIsFieldName, titled(text)) == ["/title"])
    }

    @Test(arguments: ["Hospital", "Descripción", "Título de la escuela", "", "Titulos"])
    func noNameOfTheField(_ text: String) throws {
        #expect(try found(.textIsFieldName, titled(text)) == [])
    }

    @Test func eachFieldHasItsOwnName() throws {
        let project = #"{"id": "1", "description": "Descripción", "purpose": "title", "parties": [{"id": "1", "name": "Nombre", "address": {"region": "Departamento"}}]}"#
        #expect(try found(.textIsFieldName, project) == ["/description", "/parties/0/name", "/parties/0/address/region"])
    }

    // MARK: Repeated texts

    private func projects(_ titles: [String?]) -> String {
        let items = titles.enumerated().map { number, title in
            #"{"id": "oc4ids-bu3kcz-\#(number)""# + (title.map { #", "title": "\#($0)""# } ?? "") + "}"
        }
        return "[" + items.joined(separator: ", ") + "]"
    }

    @Test func theSameTitleInThreeProjectsIsFoundAtTheFirst() throws {
        let result = try #require(try review(projects([nil, "Obra", "Obra", "Obra"])).checks.first { $0.check == .repeatedTexts })
        #expect(result.count == 1)
        #expect(result.places.map(\.pointer.description) == ["/1/title"])
    }

    @Test(arguments: [["Obra", "Obra"], ["Obra", "Obra", "Escuela"], ["Obra", "Escuela", "Obra", "Obra"], ["Escuela", "Obra", "Obra", "Obra"], [nil, nil, nil, "Obra"], ["", "", "", ""]])
    func otherTitlesAreNot(_ titles: [String?]) throws {
        #expect(try found(.repeatedTexts, projects(titles)) == [])
    }

    @Test(arguments: [1, 2, 3, 8])
    func partsOfALargeInputAreMerged(_ jobs: Int) throws {
        let same = projects(Array(repeating: "Obra", count: 6_000))
        let result = try Reviewer.bundled(examples: 1, jobs: jobs).review(of: same).checks.first { $0.check == .repeatedTexts }
        #expect(result?.places.map(\.pointer.description) == ["/0/title"])
        let oneOther = projects(Array(repeating: "Obra", count: 5_999) + ["Escuela"])
        #expect(try !Reviewer.bundled(examples: 1, jobs: jobs).review(of: oneOther).checks.contains { $0.check == .repeatedTexts })
    }

    // MARK: Mistyped fields and codes

    private func counted(_ check: Check, _ text: String) throws -> Int {
        try review(text).checks.first { $0.check == check }?.count ?? 0
    }

    @Test(arguments: [
        ("Title", "title"), ("tittle", "title"), ("titulo", "title"), ("título", "title"), ("descripcion", "description"), ("presupuesto", "budget"), ("Presupuesto del proyecto", "budget"),
        ("contractingProcess", "contractingProcesses"), ("contracting_processes", "contractingProcesses"), ("party", "parties"), ("sectors", "sector"), ("estado", "status"), ("ubicaciones", "locations"),
        ("documentos", "documents"), ("public_authority", "publicAuthority"),
    ])
    func namesThatLookMistyped(_ name: String, _ meant: String) throws {
        let review = try review(#"{"id": "oc4ids-bu3kcz-1", "\#(name)": 1}"#)
        #expect(review.additionalFields.map(\.suggestion) == [meant])
        #expect(review.checks.first { $0.check == .mistypedFields }?.places.map(\.pointer.description) == ["/\(name)"])
    }

    @Test(arguments: ["snip", "nog", "campo", "x-interno", "observaciones"])
    func namesThatAreTheirOwn(_ name: String) throws {
        #expect(try counted(.mistypedFields, #"{"id": "oc4ids-bu3kcz-1", "\#(name)": 1}"#) == 0)
    }

    // A word that is another word makes it another name, however few letters of the whole that are.
    @Test(arguments: [("contractPeroid", "contractPeriod"), ("contratPeriod", "contractPeriod"), ("contractvalue", "contractValue"), ("contractPrice", nil)])
    func namesOfSeveralWordsAreComparedWordByWord(_ name: String, _ meant: String?) throws {
        let review = try review(#"{"id": "oc4ids-bu3kcz-1", "contractingProcesses": [{"id": "1", "summary": {"\#(name)": 1}}]}"#)
        #expect(review.additionalFields.map(\.suggestion) == [meant])
    }

    @Test(arguments: [("Health", "health"), ("salud", "health"), ("SALUD", "health"), ("helth", "health"), ("Educación", "education"), ("educacion", "education")])
    func codesThatLookMistyped(_ value: String, _ meant: String) throws {
        let review = try review(#"{"id": "oc4ids-bu3kcz-1", "sector": ["\#(value)"]}"#)
        #expect(review.codelists.flatMap(\.values).map(\.suggestion) == [meant])
        #expect(review.checks.first { $0.check == .mistypedCodes }?.places.map(\.pointer.description) == ["/sector/0"])
    }

    @Test func allAreCountedAndTheFirstPlacesShown() throws {
        let text = #"[{"id": "1", "tittle": 1, "nog": 1}, {"id": "2", "descripcion": 1, "tittle": 2, "sector": ["salud"]}]"#
        let review = try Reviewer.bundled(examples: 2).review(of: text)
        let fields = try #require(review.checks.first { $0.check == .mistypedFields })
        #expect(fields.count == 3)
        #expect(fields.places.map(\.pointer.description) == ["/0/tittle", "/1/descripcion"])
        // They are additional fields and codes outside their list all the same, counted once as such.
        #expect(review.summary.infos == 4)
    }
}
