import JSONSchema

/// A document that cannot be opened: it gives no address.
struct DocumentWithoutURL: Rule {
    static let check = Check.documentWithoutURL
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Documents without an address", es: "Documentos sin dirección web"),
        rationale: Bilingual(
            en: "A document that is only named cannot be read by anyone. Where it is not on the web, “accessDetails” can say how to see it; such documents are not counted.",
            es: "Un documento que solo se menciona no lo puede leer nadie. Si no está en internet, «accessDetails» puede decir cómo consultarlo; esos documentos no se señalan."),
        message: Bilingual(en: "Document without “url”", es: "Documento sin «url»"),
        hint: Bilingual(en: "Publish the file and give its address in “url”, or say in “accessDetails” how to see it.",
                        es: "Publique el archivo y escriba su dirección en «url», o indique en «accessDetails» cómo consultarlo."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "documents": [{"id": "1", "documentType": "feasibilityStudy", "title": "Estudio de factibilidad"}]}"#)

    private let documents: ValueGroup
    private let url: MemberName
    private let access: MemberName

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        documents = fields.objects("Document")
        url = fields.name("url")
        access = fields.name("accessDetails")
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(documents) { document in
            guard document.isObject, document.extent > 0, project.member(url, of: document) == nil else { return }
            // A reason why it is not on the web.
            if let access = project.member(access, of: document), !access.isEmpty { return }
            findings.note(Self.check, at: document)
        }
    }
}

/// A document's address that only opens inside the ministry. It finds what `DocumentSearchPage` says too, reading each address once.
struct DocumentLocalURL: Rule {
    static let check = Check.documentLocalURL
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "Document addresses that only work inside", es: "Direcciones de documentos que solo abren dentro de la institución"),
        rationale: Bilingual(
            en: "A path on a computer, a shared folder, “localhost” or an address of the inner network (10.…, 192.168.…, a server's name without a dot) opens nothing for anyone outside.",
            es: "Una ruta de una computadora, una carpeta compartida, «localhost» o una dirección de la red interna (10.…, 192.168.…, el nombre de un servidor sin punto) no abre nada a quien está fuera."),
        message: Bilingual(en: "Address that only works inside the institution", es: "Dirección que solo abre dentro de la institución"),
        hint: Bilingual(en: "Publish the file on your web site and give the address that works from anywhere.",
                        es: "Publique el archivo en su sitio web y escriba la dirección que abre desde cualquier lugar."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "documents": [{"id": "1", "url": "http://192.168.1.20/obras/contrato.pdf"}]}"#)

    private let urls: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        urls = DocumentURLs.group(&fields)
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(urls) { url in
            switch url.withUTF8(WebAddress.kind) ?? .other {
            case .local: findings.note(Self.check, at: url)
            case .searchOrHome: findings.note(.documentSearchPage, at: url)
            case .other: break
            }
        }
    }
}

/// A document's address that leads to a search or a home page. Found by `DocumentLocalURL`.
enum DocumentSearchPage {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Addresses of a search or home page instead of a document", es: "Direcciones de un buscador o de una portada en lugar del documento"),
        rationale: Bilingual(
            en: "Who follows it has to look for the document on their own, and finds another one tomorrow. Counted: search engines, pages called “buscar” or “search”, addresses with a search text, and a site's first page. A person has to judge.",
            es: "Quien la abre tiene que buscar el documento por su cuenta, y mañana encontrará otro. Se señalan los buscadores, las páginas llamadas «buscar» o «search», las direcciones con un texto de búsqueda y la portada de un sitio. Una persona debe juzgarlo."),
        message: Bilingual(en: "Address of a search or home page", es: "Dirección de un buscador o de una portada"),
        hint: Bilingual(en: "Give the address of the file itself, which mostly ends in .pdf, or of the page that shows this document alone.",
                        es: "Escriba la dirección del archivo mismo, que casi siempre termina en .pdf, o la de la página que muestra solo ese documento."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "documents": [{"id": "1", "url": "https://www.google.com/search?q=contrato+hospital"}]}"#)
}

/// The addresses of all documents of a project.
enum DocumentURLs {
    static func group(_ fields: inout SurveyFields) -> ValueGroup {
        let documents = Set(fields.described(by: "Document").map(\.field))
        return fields.values("document urls", named: "url") { documents.contains($0.field.dropLast()) }
    }
}
