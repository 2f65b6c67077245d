import OC4IDS
import Reports
import Testing

@Suite struct SchemaListingTests {
    private let listing: SchemaListing

    init() throws {
        listing = SchemaListing(standard: try standard, language: .es)
    }

    @Test(arguments: Language.allCases)
    func wholeTexts(_ language: Language) throws {
        let listing = try SchemaListing(standard: standard, language: language)
        for path in ["budget/amount", "sector", "publishedDate", "id", "documents"] {
            let name = path.split(separator: "/").joined(separator: "-")
            try expectGolden(#require(listing.show(path)), "show-\(name).\(language)")
        }
        for name in ["projectSector", "contractNature"] { try expectGolden(#require(listing.codelist(name)), "codelist-\(name).\(language)") }
        try expectGolden(listing.codelists(), "codelists.\(language)")
        try expectGolden(#require(listing.list("budget")), "list-budget.\(language)")
    }

    @Test(arguments: ["projects/budget/amount", "/projects/budget/amount", "/projects/12/budget/amount", "/3/budget/amount", "budget/amount/"])
    func fieldsHaveSeveralNames(_ path: String) {
        #expect(listing.show(path) == listing.show("budget/amount"))
    }

    @Test(arguments: ["publisher/name", "projects", "version", "projects/id", "locations/geometry/coordinates"])
    func everyFieldIsFound(_ path: String) throws {
        let shown = path == "projects/id" ? "id" : path
        #expect(try #require(listing.show(path)).hasPrefix(shown + "\n"))
    }

    @Test func theListHoldsEveryFieldOnceUnderANameThatShows() throws {
        let whole = try #require(listing.list())
        let paths = whole.split(separator: "\n").dropFirst().dropLast(2).compactMap { line in
            line.split(separator: " ").first { $0 != "*" }.map(String.init)
        }
        #expect(paths.count > 550)
        #expect(Set(paths).count == paths.count)
        for path in paths { #expect(listing.show(path) != nil, "\(path)") }
    }

    @Test(arguments: [
        ("budget/amout", "budget/amount"), ("presupuesto", "budget"), ("xyzxyz", nil), ("amount", "budget/amount"), ("tender/procurementMetod", "contractingProcesses/summary/tender/procurementMethod"),
        ("Titel", "title"),
    ])
    func suggestsFields(_ path: String, _ expected: String?) {
        #expect(listing.show(path) == nil)
        let suggestions = listing.suggestions(field: path)
        #expect(suggestions.count <= 3)
        if let expected { #expect(suggestions.contains(expected), "\(suggestions)") } else { #expect(suggestions.isEmpty) }
    }

    @Test func suggestsCodelists() {
        #expect(listing.codelist("projectSectors") == nil)
        #expect(listing.suggestions(codelist: "projectSectors") == ["projectSector"])
        #expect(listing.suggestions(codelist: "sector").contains("projectSector"))
        #expect(listing.suggestions(codelist: "xyz").isEmpty)
        #expect(listing.codelist("projectSector.csv") == listing.codelist("PROJECTSECTOR"))
        #expect(listing.codelist("../codelists/currency") == nil)
    }
}
