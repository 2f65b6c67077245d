import JSONSchema
@testable import OC4IDS
import Testing

/// How to reach people and documents.
@Suite struct ContactsTests {
    private func found(_ check: Check, _ project: String) throws -> [String] {
        try review(project).checks.filter { $0.check == check }.flatMap(\.places).map(\.pointer.description)
    }

    private func contact(_ field: String, _ text: String) -> String {
        #"{"id": "oc4ids-bu3kcz-1", "parties": [{"id": "1", "contactPoint": {"\#(field)": "\#(text)"}}]}"#
    }

    // MARK: E-mail

    @Test(arguments: ["obras@example.org", "maria.lopez+obras@salud.example.org", "", " ", "N/A", "pendiente", #"obras\u0040example.org"#])
    func emailsLeftAlone(_ text: String) throws {
        #expect(try found(.invalidEmail, contact("email", text)) == [])
    }

    @Test(arguments: ["obras.example.org", "obras@", "@example.org", "obras(a)example.org", "obras@ministerio", "obras @example.org", "obras@example.org; compras@example.org", "Ana <ana@example.org>", "no tiene", "obras@example..org"])
    func emailsThatCannotBeWrittenTo(_ text: String) throws {
        #expect(try found(.invalidEmail, contact("email", text)) == ["/parties/0/contactPoint/email"])
    }

    @Test func theSchemaSaysItOfPeoplesAddresses() throws {
        let project = #"{"id": "1", "parties": [{"id": "1", "people": [{"id": "1", "email": "ana"}]}]}"#
        #expect(try found(.invalidEmail, project) == [])
        #expect(try review(project).errors == ["format /parties/0/people/0/email"])
    }

    // MARK: Telephone

    @Test(arguments: [
        "+502 2444 7474", "24447474", "2444-7474", "(502) 2444-7474", "2444 7474 ext. 12", "2444-7474 Ext 1215", "2444-7474 x12", "2444-7474, anexo 4", "PBX: 2444-7474", "PBX 1565", "110",
        "2444-7474 / 2444-7475", "2444-7474 y 2444-7475", "2444-7474 al 79", "Tel. 2444-7474", "Teléfono: 2444-7474", #"Tel\u00e9fono 2444-7474"#, "001 502 2444 7474", "+44 0123 456 7890", "2444–7474", "", "N/A", "-", "Extensión 110",
        "+595210000000", "2444-7474 extensión 5;6",
    ])
    func telephonesLeftAlone(_ text: String) throws {
        #expect(try found(.invalidTelephone, contact("telephone", text)) == [])
    }

    @Test(arguments: ["ver página web", "no tiene", "12", "obras@example.org", "2444-7474 24447475 2444-7476", "2444747O", "ext.", "2444-7474 Licda. López", "1234567890123456789", "o2444-7474"])
    func telephonesThatCannotBeDialled(_ text: String) throws {
        #expect(try found(.invalidTelephone, contact("telephone", text)) == ["/parties/0/contactPoint/telephone"])
        #expect(try found(.invalidTelephone, contact("faxNumber", text)) == ["/parties/0/contactPoint/faxNumber"])
    }

    // MARK: Documents

    private func document(_ members: String) -> String { #"{"id": "oc4ids-bu3kcz-1", "documents": [{\#(members)}]}"# }

    @Test func aDocumentNeedsAnAddress() throws {
        #expect(try found(.documentWithoutURL, document(#""id": "1", "title": "Contrato""#)) == ["/documents/0"])
        #expect(try found(.documentWithoutURL, #"{"id": "1", "contractingProcesses": [{"id": "1", "summary": {"documents": [{"id": "1"}]}}]}"#) == ["/contractingProcesses/0/summary/documents/0"])
    }

    @Test(arguments: [#""id": "1", "url": "https://example.org/a.pdf""#, #""id": "1", "url": """#, #""id": "1", "url": null"#, #""id": "1", "accessDetails": "En la biblioteca del ministerio""#, ""])
    func documentsWithAnAddressOrAReasonOrAnErrorAlready(_ members: String) throws {
        #expect(try found(.documentWithoutURL, document(members)) == [])
    }

    private func url(_ text: String) -> String { document(#""id": "1", "url": "\#(text)""#) }

    @Test(arguments: [
        "file:///C:/obras/contrato.pdf", "C:/obras/contrato.pdf", #"C:\\obras\\contrato.pdf"#, #"\\\\servidor\\obras\\contrato.pdf"#, "http://localhost/contrato.pdf", "http://localhost:8080/a.pdf", "http://127.0.0.1/a.pdf",
        "http://10.1.2.3/a.pdf", "http://192.168.1.20/a.pdf", "http://172.16.0.1/a.pdf", "http://172.31.255.1:81/a.pdf", "http://servidor/obras/a.pdf", "http://intranet.local/a.pdf", "http://[::1]/a.pdf",
        #"http:\/\/192.168.1.20\/a.pdf"#, "FILE:///a.pdf", "http://user@localhost/a.pdf", "/home/juan/contrato.pdf", "docs/a.pdf", "../a.pdf", "./a.pdf",
    ])
    func addressesThatOnlyWorkInside(_ text: String) throws {
        #expect(try found(.documentLocalURL, url(text)) == ["/documents/0/url"])
    }

    @Test(arguments: [
        "https://example.org/a.pdf", "http://172.15.0.1/a.pdf", "http://172.32.0.1/a.pdf", "http://11.0.0.1/a.pdf", "http://8.8.8.8/a.pdf", "https://10.example.org/a.pdf", "https://localhost.example.org/a.pdf",
        "ftp://example.org/a.pdf", "contrato.pdf", "www.example.org/a.pdf", "//example.org/a.pdf", "Expediente 12/a.pdf", "12/2024.pdf", "urn:x/a.pdf", "", "N/A", "mailto:a@example.org", "https://example.org/file:/a", "https://[2001:db8::1]/a.pdf", "https://example.org:8443/a.pdf",
    ])
    func addressesThatWorkFromAnywhere(_ text: String) throws {
        #expect(try found(.documentLocalURL, url(text)) == [])
    }

    @Test(arguments: [
        "https://www.google.com/search?q=contrato", "https://www.bing.com/search?q=hospital", "https://example.org/buscar", "https://example.org/obras/busqueda.aspx", "https://example.org/?s=hospital", "https://example.org/lista?buscar=hospital",
        "https://example.org", "https://example.org/", "https://example.org/index.html", "https://example.org/inicio/", #"https:\/\/example.org\/"#,
        "https://example.org/buscar/?texto=hospital", "https://example.org/search/?text=hospital", "https://example.org/#",
    ])
    func searchAndHomePages(_ text: String) throws {
        #expect(try found(.documentSearchPage, url(text)) == ["/documents/0/url"])
    }

    @Test(arguments: [
        "https://example.org/a.pdf", "https://example.org/?q=node/5/contrato.pdf", "https://example.org/descarga?id=5", "https://example.org/concursos/consulta.aspx?nog=123", "https://example.org/buscar/contrato.pdf",
        "https://example.org/buscar?nog=123", "https://example.org/?p=123", "https://example.org/obras/", "https://example.org/obras/index.html", "https://example.org/#/contrato/5", "mailto:a@example.org", "", "ftp://example.org",
        "https://example.org/ver.pdf?s=1",
    ])
    func pagesOfADocument(_ text: String) throws {
        #expect(try found(.documentSearchPage, url(text)) == [])
    }

    // MARK: Languages

    @Test(arguments: ["es", "en", "ES", "es-GT", "es_GT", "es-419", "zh-Hant-TW", "quc", "kek", "mam", "ca-valencia", "", " "])
    func knownLanguages(_ text: String) throws {
        #expect(try found(.unknownLanguage, #"{"id": "1", "language": "\#(text)"}"#) == [])
    }

    @Test(arguments: ["español", "Spanish", "castellano", "sp", "xx", "spa", "eng", "es-", "-es", "es GT", "e", "es--GT", "N/A", "es, en"])
    func unknownLanguages(_ text: String) throws {
        #expect(try found(.unknownLanguage, #"{"id": "1", "language": "\#(text)", "documents": [{"id": "1", "url": "https://example.org/a.pdf", "language": "\#(text)"}]}"#) == ["/language", "/documents/0/language"])
    }

    @Test func languageCodesAreThoseOfTheStandard() {
        let codes = LanguageCodes.codes.split(separator: " ")
        #expect(codes.count == Set(codes).count)
        #expect((180 ... 190).contains(codes.count))
        #expect(codes.allSatisfy { $0.utf8.count == 2 })
    }

    // MARK: Bad examples

    @Test(arguments: [
        Check.coordinatesOutsideCountry, .documentLocalURL, .documentSearchPage, .documentWithoutURL, .geometryMismatch, .invalidCoordinates, .invalidEmail, .invalidTelephone, .mistypedCodes,
        .mistypedFields, .placeholderTexts, .repeatedTexts, .swappedCoordinates, .textIsFieldName, .unknownLanguage,
    ])
    func badExamplesShowTheirCheckAndNoOther(_ check: Check) throws {
        #expect(try review(check.definition.badExample).checks.map(\.check) == [check])
    }
}
