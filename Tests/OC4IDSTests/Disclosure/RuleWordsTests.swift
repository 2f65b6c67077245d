import OC4IDS
import Testing

/// Every rule of the grammar as a sentence, in both languages.
@Suite struct RuleWordsTests {
    private static let bundled = Result { try Standard.bundled() }
    private static var standard: Standard { get throws { try bundled.get() } }

    private func statement(_ rule: String, _ language: Language, scope: String = "project") throws -> RuleStatement {
        let text = #"{"id": "p", "version": "1", "title": {"es": "P", "en": "P"}, "elements": [{"id": "e", "title": {"es": "E", "en": "E"}, "guidance": {"es": "x", "en": "x"}, "module": {"es": "x", "en": "x"}, "scope": "\#(scope)", "rule": \#(rule)}]}"#
        let profile = try Profile(Array(text.utf8), Self.standard)
        return try RuleWords(language: language, standard: Self.standard).statement(profile.elements[0].rule, scope: profile.elements[0].scope)
    }

    static let rules: [(rule: String, es: String, en: String)] = [
        (#"{"present": "title"}"#, "hay un valor en Nombre del proyecto (title)", "there is a value in Project title (title)"),
        (#"{"present": "budget/amount/amount"}"#, "hay un valor en Monto del presupuesto › Monto (budget/amount/amount)", "there is a value in Budget amount › Amount (budget/amount/amount)"),
        // Codes with their titles, and `true` as people say it.
        (#"{"equals": "status", "to": ["cancelled", "completion"]}"#, "Estado del proyecto (status) es «Cancelado» (cancelled) o «Finalización» (completion)",
         "Project status (status) is “Cancelled” (cancelled) or “Completion” (completion)"),
        (#"{"equals": "social/inIndigenousLand", "to": [false]}"#, "(social/inIndigenousLand) es «no» (false)", "(social/inIndigenousLand) is “no” (false)"),
        (#"{"differs": ["completion/endDate", "period/endDate"]}"#, "(completion/endDate) y Plazo del proyecto › Fecha de finalización (period/endDate), y son distintos", "(period/endDate) are both there and differ"),
        // Of fields of the same object the object is named once.
        (#"{"all": [{"present": "budget/amount/amount"}, {"present": "budget/amount/currency"}]}"#,
         "hay un valor en cada uno de estos campos, que cuentan igual: Monto del presupuesto › Monto (budget/amount/amount) y Moneda (budget/amount/currency)",
         "there is a value in each of these fields, which count the same: Budget amount › Amount (budget/amount/amount) and Currency (budget/amount/currency)"),
        (#"{"any": [{"present": "title"}, {"present": "description"}]}"#, "hay un valor en al menos uno de estos campos: Nombre del proyecto (title) o Descripción del proyecto (description)",
         "there is a value in at least one of these fields: Project title (title) or Project description (description)"),
        // One part is no list.
        (#"{"all": [{"present": "title"}]}"#, "hay un valor en Nombre del proyecto (title)", "there is a value in Project title (title)"),
        (#"{"item": {"in": "documents", "where": {"documentType": ["projectScope"]}, "has": ["url"]}}"#,
         "hay un documento (documents) de tipo «Alcance del proyecto» (projectScope) con valor en Enlace al documento (url)",
         "there is a document (documents) of type “Project scope” (projectScope) with a value in Document link (url)"),
        (#"{"item": {"in": "parties", "where": {"roles": ["publicAuthority"], "id": {"same": "publicAuthority/id"}}}}"#,
         "hay una parte involucrada (parties) con el rol «Autoridad pública» (publicAuthority) y con el mismo valor en Identificador de la parte (id) que en Autoridad pública responsable › Identificador de la organización (publicAuthority/id)",
         "there is a party (parties) with the role “Public authority” (publicAuthority) and with the same value in Party identifier (id) as in"),
        (#"{"item": {"in": "parties", "where": {"roles": ["funder"]}, "has": {"item": {"in": "people", "has": ["name", "jobTitle"]}}}}"#,
         "que tiene una persona (people) con valor en Nombre completo (name) y Cargo (jobTitle)", "that has a person (people) with a value in"),
        (#"{"item": {"in": "metrics", "where": {"title": {"text": ["Empleos", "Otros"]}}}}"#, "con el texto «Empleos» u «Otros» en", "with the text “Empleos” or “Otros” in"),
        (#"{"item": {"in": "metrics", "where": {"title": {"startsWith": ["a", "b", "c", "d", "f", "g"]}}}}"#,
         "con un texto que empieza con «a», «b», «c», «d», «f» o «g» en", "with a text that begins with “a”, “b”, “c”, “d”, “f” or “g” in"),
        // A list that has no word of its own.
        (#"{"item": {"in": "policyAlignment/policies"}}"#, "hay un elemento de ", "there is an entry of "),
    ]

    @Test(arguments: rules)
    func sentences(_ rule: String, _ es: String, _ en: String) throws {
        for (language, expected) in [(Language.es, es), (.en, en)] {
            let found = try statement(rule, language).line
            #expect(found.contains(expected), "\(found)")
        }
    }

    @Test func partsStandBelowOneAnother() throws {
        let rule = #"{"all": [{"present": "title"}, {"any": [{"present": "purpose"}, {"equals": "sector", "to": ["health"]}]}]}"#
        let found = try statement(rule, .es)
        #expect(found.text == "todo lo siguiente; cada punto cuenta igual:")
        #expect(found.parts.map(\.text) == ["hay un valor en Nombre del proyecto (title)", "al menos una de estas opciones:"])
        #expect(found.parts[1].parts.map(\.text) == ["hay un valor en Propósito del proyecto (purpose)", "Sector del proyecto (sector) es «Salud» (health)"])
        #expect(found.line == "todo lo siguiente; cada punto cuenta igual: (1) hay un valor en Nombre del proyecto (title); (2) al menos una de estas opciones: "
            + "(a) hay un valor en Propósito del proyecto (purpose); (b) Sector del proyecto (sector) es «Salud» (health)")
        #expect(found.sentence.text.hasPrefix("Todo lo siguiente"))
    }

    @Test func pathsWithALeadingSlashAreOfTheProject() throws {
        let rule = #"{"item": {"in": "/parties", "where": {"id": {"same": "summary/suppliers/id"}}, "has": ["name"]}}"#
        #expect(try statement(rule, .es, scope: "contractingProcess").line.hasPrefix("hay una parte involucrada del proyecto (parties) con el mismo valor en "))
    }

    /// No rule of ours is told with a field that has no title, or with an empty sentence.
    @Test(arguments: Profile.bundledIDs, Language.allCases)
    func everyBundledRuleHasWords(_ id: String, _ language: Language) throws {
        let words = try RuleWords(language: language, standard: Self.standard)
        for element in try #require(try Profile.bundled(id, Self.standard)).elements {
            for rule in [element.rule, element.conditional].compactMap(\.self) {
                let line = words.statement(rule, scope: element.scope).line
                #expect(line.count > 15 && !line.contains("{") && !line.contains("  "), "\(element.id): \(line)")
            }
        }
    }

    @Test func fieldsAndCodesStandOnceInTheOrderOfTheRule() throws {
        let profile = try #require(try Profile.bundled("cost-ids", Self.standard))
        let element = try #require(profile.elements.first { $0.id == "tender-documents" })
        let references = RuleReferences(element.rule, scope: element.scope)
        #expect(references.fields == ["contractingProcesses/summary/documents/documentType", "contractingProcesses/summary/documents/url"])
        #expect(references.codes == ["biddingDocuments"])
    }
}
